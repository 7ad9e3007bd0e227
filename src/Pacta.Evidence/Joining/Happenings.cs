using Pacta.Evidence.Checking;
using Pacta.Model.Values;

namespace Pacta.Evidence.Joining;

/// <summary>What is said, by the event that it is about: the events in the order in which they are first spoken of, what is said of each in its order.</summary>
internal sealed class Happenings
{
    private readonly NumberedNames _names;

    /// <summary>For each name, by its number, the number of the first that is said of an event of that name, counted from 1; 0: there is no such event.</summary>
    private int[] _first;

    /// <summary>For the first of what is said of an event, the number of the last; -1 for all others. Null: nothing is said of an event that something else is said of.</summary>
    private readonly int[]? _last;

    /// <summary>The number of the next about the same event; -1: there is none. Null as the other.</summary>
    private readonly int[]? _next;

    public Happenings(List<Statement> statements)
        : this(statements.Count, new NumberedNames(), statements)
    {
    }

    /// <param name="count">How much is said.</param>
    /// <param name="names">Has the names of the events.</param>
    /// <param name="eventOf">The number of the name of the event that each is about; -1: it says nothing.</param>
    public Happenings(int count, NumberedNames names, Func<int, int> eventOf)
    {
        (_names, _first) = (names, new int[names.Count]);
        for (var i = 0; i < count; i++)
        {
            var number = eventOf(i);
            if (number < 0)
            {
                continue;
            }

            if (number >= _first.Length)
            {
                Array.Resize(ref _first, Math.Max(2 * _first.Length, names.Count));
            }

            if (_first[number] == 0)
            {
                _first[number] = i + 1;
                continue;
            }

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

            var head = _first[number] - 1;
            _next[_last[head]] = i;
            _last[head] = i;
            _last[i] = -1;
        }
    }

    private Happenings(int count, NumberedNames names, List<Statement> statements)
        : this(count, names, i => names.Add(statements[i].Event))
    {
    }

    public bool IsSpokenOf(string happening) => _names.Find(happening) is >= 0 and var number && IsSpokenOf(number);

    /// <param name="happening">The number of its name.</param>
    public bool IsSpokenOf(int happening) => happening < _first.Length && _first[happening] > 0;

    /// <summary>The number of the first that is said of an event which is spoken of.</summary>
    public int FirstOf(string happening) => _first[_names.Find(happening)] - 1;

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
