using Pacta.Evidence.Recording;

namespace Pacta.Evidence.Joining;

/// <summary>What is said, by the event that it is about: the events in the order in which they are first spoken of, what is said of each in its order.</summary>
internal sealed class Happenings
{
    private readonly NameSlots _first;

    /// <summary>For the first of what is said of an event, the number of the last; -1 for all others. Null: nothing is said of an event that something else is said of.</summary>
    private readonly int[]? _last;

    /// <summary>The number of the next about the same event; -1: there is none. Null as the other.</summary>
    private readonly int[]? _next;

    /// <param name="count">How much is said.</param>
    /// <param name="eventOf">What each is about, by its number; null: it says nothing.</param>
    public Happenings(int count, Func<int, string?> eventOf)
    {
        _first = new NameSlots(count, eventOf!);
        foreach (var (i, head) in _first.AddAll(count))
        {
            if (_last is null || _next is null)
            {
                _last = new int[count];
                _next = new int[count];
                _next.AsSpan().Fill(-1);
                for (var j = 0; j < _last.Length; j++)
                {
                    _last[j] = j;
                }
            }

            _next[_last[head]] = i;
            _last[head] = i;
            _last[i] = -1;
        }
    }

    public bool IsSpokenOf(string happening) => _first.Contains(happening);

    /// <summary>The number of the first that is said of an event which is spoken of.</summary>
    public int FirstOf(string happening) => _first.NumberOf(happening);

    public bool AreSpokenOf(List<string> happenings) => _first.ContainsAll(happenings);

    /// <summary>Is nothing said of its event before?</summary>
    public bool IsFirst(int number) => _last is null || _last[number] >= 0;

    /// <summary>Is it all that is said of its event?</summary>
    public bool IsAlone(int first) => _next is null || _next[first] < 0;

    /// <summary>All that is said of one event.</summary>
    public IEnumerable<int> From(int first)
    {
        for (var i = first; i >= 0; i = _next is null ? -1 : _next[i])
        {
            yield return i;
        }
    }
}
