using System.Runtime.InteropServices;
using Pacta.Evidence.Checking;

namespace Pacta.Evidence.Joining;

/// <summary>Statements by the event that they are about: the events in the order in which they are first spoken of, the statements of each in their order.</summary>
internal sealed class Happenings
{
    private readonly List<Statement> _statements;

    /// <summary>For the first statement of an event, the index of the last; -1 for all others.</summary>
    private readonly int[] _last;

    /// <summary>The index of the next statement of the same event; -1: there is none.</summary>
    private readonly int[] _next;

    public Happenings(List<Statement> statements)
    {
        _statements = statements;
        _last = new int[statements.Count];
        _next = new int[statements.Count];
        var first = new Dictionary<string, int>(statements.Count, StringComparer.Ordinal);
        for (var i = 0; i < _next.Length; i++)
        {
            ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(first, statements[i].Event, out var isKnown);
            _next[i] = -1;
            if (isKnown)
            {
                _next[_last[head]] = i;
                _last[head] = i;
                _last[i] = -1;
            }
            else
            {
                head = i;
                _last[i] = i;
            }
        }
    }

    /// <summary>The index of the first statement of each event.</summary>
    public IEnumerable<int> Firsts()
    {
        for (var i = 0; i < _last.Length; i++)
        {
            if (_last[i] >= 0)
            {
                yield return i;
            }
        }
    }

    /// <summary>Is it the only one about its event?</summary>
    public bool IsAlone(int first) => _next[first] < 0;

    /// <summary>All that are about one event.</summary>
    public List<Statement> From(int first)
    {
        var same = new List<Statement>();
        for (var i = first; i >= 0; i = _next[i])
        {
            same.Add(_statements[i]);
        }

        return same;
    }
}
