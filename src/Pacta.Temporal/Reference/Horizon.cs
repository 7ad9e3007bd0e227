using System.Collections.Immutable;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Typing;

namespace Pacta.Temporal.Reference;

/// <summary>Whether a trace reaches far enough to decide a formula at a time point, whatever comes after its end. Seen from how the formula is built.</summary>
internal sealed class Horizon(CheckedFormula formula, Trace trace, Scopes scopes, ImmutableDictionary<Let, (int Point, Horizon Owner)> cutoffs)
{
    private readonly Times _times = new(trace);
    private readonly Dictionary<Formula, Dictionary<int, bool>> _decided = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Let, List<bool>> _definitions = new(ReferenceEqualityComparer.Instance);

    public Horizon(CheckedFormula formula, Trace trace, Scopes scopes)
        : this(formula, trace, scopes, ImmutableDictionary.Create<Let, (int, Horizon)>(ReferenceEqualityComparer.Instance))
    {
    }

    public bool IsDecided(Formula f, int i)
    {
        if (!_decided.TryGetValue(f, out var here))
        {
            _decided[f] = here = [];
        }

        return here.TryGetValue(i, out var known) ? known : here[i] = Find(f, i);
    }

    private bool Find(Formula f, int i) => f switch
    {
        Atom atom when scopes.DefinitionOf(atom) is { } let => IsDefined(let, i),
        Previous p => i == 0 || IsDecided(p.Operand, i - 1),
        Next n => i + 1 < _times.Count && IsDecided(n.Operand, i + 1),
        Once o => _times.Before(i, o.Interval).All(j => IsDecided(o.Operand, j)),
        Historically h => _times.Before(i, h.Interval).All(j => IsDecided(h.Operand, j)),
        Since s => _times.Before(i, s.Interval).ToList() is var window
            && window.TrueForAll(j => IsDecided(s.Right, j))
            && (window.Count == 0 || Times.Between(window[0] + 1, i).All(k => IsDecided(s.Left, k))),
        Eventually e => IsClosed(i, e.Interval) && Window(i, e.Interval).All(j => IsDecided(e.Operand, j)),
        Always a => IsClosed(i, a.Interval) && Window(i, a.Interval).All(j => IsDecided(a.Operand, j)),
        Until u => IsClosed(i, u.Interval) && Window(i, u.Interval).All(j => IsDecided(u.Left, j) && IsDecided(u.Right, j)),
        PastMatch m => _times.Before(i, m.Interval).ToList() is var window
            && (window.Count == 0 || Times.Between(window[0], i).All(j => Operands.Of(m).All(test => IsDecided(test, j)))),
        FutureMatch m => IsClosed(i, m.Interval) && Window(i, m.Interval).All(j => Operands.Of(m).All(test => IsDecided(test, j))),
        Let let => IsDecided(let.Body, i),
        _ => Operands.Of(f).All(operand => IsDecided(operand, i)),
    };

    private bool IsDefined(Let let, int i)
    {
        if (!let.IsRecursive)
        {
            return IsDecided(let.Definition, i);
        }

        return !cutoffs.TryGetValue(let, out var cutoff) ? IsRecursivelyDefined(let, i) : i >= cutoff.Point || cutoff.Owner.IsRecursivelyDefined(let, i);
    }

    private bool IsRecursivelyDefined(Let let, int i)
    {
        if (!_definitions.TryGetValue(let, out var decided))
        {
            _definitions[let] = decided = [];
        }

        while (decided.Count <= i)
        {
            decided.Add(new Horizon(formula, trace, scopes, cutoffs.SetItem(let, (decided.Count, this))).IsDecided(let.Definition, decided.Count));
        }

        return decided[i];
    }

    /// <summary>No time point that is yet to come can be so near: one lies beyond already.</summary>
    private bool IsClosed(int i, Interval interval) => interval.IsBounded && _times.Distance(i, _times.Count - 1) > interval.Greatest;

    private IEnumerable<int> Window(int i, Interval interval) =>
        Times.Between(i, _times.Count - 1).TakeWhile(j => _times.Distance(i, j) <= interval.Greatest);
}
