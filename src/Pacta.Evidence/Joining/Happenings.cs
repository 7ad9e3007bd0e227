using Pacta.Evidence.Checking;
using Pacta.Evidence.Recording;

namespace Pacta.Evidence.Joining;

/// <summary>Statements by the event that they are about: the events in the order in which they are first spoken of, the statements of each in their order.</summary>
internal sealed class Happenings
{
    private readonly NameSlots _first;

    /// <summary>For the first statement of an event, the index of the last; -1 for all others. Null: each statement is the only one about its event.</summary>
    private readonly int[]? _last;

    /// <summary>The index of the next statement of the same event; -1: there is none. Null as the other.</summary>
    private readonly int[]? _next;

    public Happenings(List<Statement> statements)
    {
        Statements = statements;
        _first = new NameSlots(statements.Count, i => statements[i].Event);
        for (var i = 0; i < statements.Count; i++)
        {
            var head = _first.Add(statements[i].Event, i);
            if (head < 0)
            {
                continue;
            }

            if (_last is null || _next is null)
            {
                _last = new int[statements.Count];
                _next = new int[statements.Count];
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

    /// <summary>All of them, in order.</summary>
    public List<Statement> Statements { get; }

    public bool IsSpokenOf(string happening) => _first.Contains(happening);

    /// <summary>Is it the first statement of its event?</summary>
    public bool IsFirst(int index) => _last is null || _last[index] >= 0;

    /// <summary>Is it the only one about its event?</summary>
    public bool IsAlone(int first) => _next is null || _next[first] < 0;

    /// <summary>All that are about one event.</summary>
    public List<Statement> From(int first)
    {
        var same = new List<Statement>();
        for (var i = first; i >= 0; i = _next is null ? -1 : _next[i])
        {
            same.Add(Statements[i]);
        }

        return same;
    }
}
