using System.Collections.Immutable;
using Pacta.Logic.Reference.Norms;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Resolving;

/// <summary>One instance in all worlds: under each way to read the text, the worlds that resolve its disputes.</summary>
internal sealed class Resolved(IReadOnlyList<Variable> readings)
{
    private readonly List<(ImmutableArray<int> Sides, World World, DisputeTree Tree)> _ways = [];

    private readonly List<ImmutableArray<int>> _skipped = [];

    private ImmutableArray<Leaf> _bound = [];

    private List<(Cause Cause, Variable Variable)>? _met;

    /// <summary>A way to read the text that says nothing about the instance.</summary>
    public void Skip(ImmutableArray<int> sides) => _skipped.Add(sides);

    /// <summary>A way to read the text.</summary>
    public void Add(ImmutableArray<int> sides, World world, DisputeTree tree)
    {
        _met = null;
        _ways.Add((sides, world, tree));
    }

    /// <summary>Choices that decide, where not all worlds could be looked at.</summary>
    public void Bind(ImmutableArray<Leaf> bound) => _bound = bound;

    /// <summary>Every state that is possible in some world.</summary>
    public StateSet States
    {
        get
        {
            var all = First;
            foreach (var (_, _, tree) in _ways)
            {
                foreach (var leaf in tree.Leaves)
                {
                    all = all.Union(leaf.States);
                }
            }

            return all;
        }
    }

    /// <summary>
    /// Of the worlds that have the instance one in which it comes to its state last: by then it has come to it in all of them, so that what is told of a state that is
    /// certain hangs neither on the side that somebody takes nor on whose name comes first. Null: none has it.
    /// </summary>
    public (World World, Leaf Leaf)? Slowest
    {
        get
        {
            (World World, Leaf Leaf)? slowest = null;
            for (var way = _ways.Count - 1; way >= 0; way--)
            {
                var leaves = _ways[way].Tree.Leaves;
                for (var i = leaves.Length - 1; i >= 0; i--)
                {
                    if (leaves[i].Result is { } result && (slowest is not { } known || IsSlower(result.Changes, known.Leaf.Result!.Changes)))
                    {
                        slowest = (_ways[way].World, leaves[i]);
                    }
                }
            }

            return slowest;
        }
    }

    /// <summary>The disputes that were met, those included that only come up once others are resolved.</summary>
    public IEnumerable<Cause> Met => Disputes.Count == 0 ? [] : Disputes.Select(d => d.Cause);

    private bool IsComplete => _ways.TrueForAll(static w => w.Tree.IsComplete);

    private StateSet First => _ways[0].Tree.Leaves[0].States;

    private bool AreAllAlike
    {
        get
        {
            foreach (var (_, _, tree) in _ways)
            {
                foreach (var leaf in tree.Leaves)
                {
                    if (leaf.States != First)
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }

    /// <summary>What changes, as one world has it, at whatever time that is in any world in which the same changes: who says that it was done earlier may be right.</summary>
    public ImmutableArray<StateChange> Covering(ImmutableArray<StateChange> changes)
    {
        foreach (var (_, _, tree) in _ways)
        {
            foreach (var leaf in tree.Leaves)
            {
                if (leaf.Result is { } result && AreAlike(result.Changes, changes))
                {
                    changes = ChangeTimes.Cover(changes, result.Changes);
                }
            }
        }

        return changes;
    }

    private static bool AreAlike(ImmutableArray<StateChange> one, ImmutableArray<StateChange> other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < one.Length; i++)
        {
            if (one[i].State != other[i].State)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Does what changed last change later; if at the same time, what changed before that?</summary>
    private static bool IsSlower(ImmutableArray<StateChange> one, ImmutableArray<StateChange> other)
    {
        for (var back = 1; back <= Math.Min(one.Length, other.Length); back++)
        {
            var (its, others) = (one[^back], other[^back]);
            var order = its.At.Latest.CompareTo(others.At.Latest);
            order = order != 0 ? order : its.At.Earliest.CompareTo(others.At.Earliest);
            order = order != 0 ? order : its.State.CompareTo(others.State);
            if (order != 0)
            {
                return order > 0;
            }
        }

        return one.Length > other.Length;
    }

    /// <summary>
    /// Certain: one state in all worlds. Contested: two worlds differ by a side of a dispute, or by readings that somebody holds.
    /// Undetermined otherwise. Where not every world was looked at, what is disputed is contested and nothing is certain.
    /// </summary>
    public Certainty Certainty(bool hasUntriedReadings) =>
        !IsComplete || _ways.Exists(static w => w.Tree.Differs) ? Model.Findings.Certainty.Contested
            : AreAllAlike
                ? First.Count == 1 && !hasUntriedReadings ? Model.Findings.Certainty.Certain : Model.Findings.Certainty.Undetermined
                : Worlds.IsContestedByReadings(readings, [.. _ways.Select(w => (w.Sides, w.Tree.Leaves[0].States))])
                    ? Model.Findings.Certainty.Contested
                    : Model.Findings.Certainty.Undetermined;

    /// <summary>Which choices lead to which states.</summary>
    /// <param name="trees">Of the instance.</param>
    public ImmutableArray<Outcome> Outcomes(DisputeTrees trees)
    {
        if (_bound.Length > 0)
        {
            return [.. _bound.Select(l => new Outcome([.. l.Taken.Select(t => Literals.ChoiceOf(t.Dispute, t.Side))], l.States.List))];
        }

        if (AreAllAlike)
        {
            return IsComplete ? States.InAnyCase : [new Outcome([], States.List)];
        }

        if (OneDispute() is { } leaves)
        {
            return trees.OutcomesOfOne(leaves);
        }

        var literals = new Literals([.. readings, .. Disputes.Select(d => d.Variable)]);
        var outcomes = DecisiveSets.Of(literals, [.. _ways.SelectMany(w => w.Tree.Leaves, (w, leaf) => new Cube(literals.Of(w.Sides, leaf.Taken), leaf.States))], _skipped.ConvertAll(s => literals.Of(s, [])));
        return IsComplete ? outcomes : [.. outcomes.Select(o => o with { IsSmallest = false, OthersAsSmall = null })];
    }

    /// <summary>
    /// Where each way to read the text hangs on the same single dispute, and in the same way: its sides. Then a smallest set that decides is one of them, and no reading is
    /// part of any: all readings have the other states as well.
    /// </summary>
    private ImmutableArray<Leaf>? OneDispute()
    {
        var first = _ways[0].Tree.Leaves;
        if (_skipped.Count > 0 || !IsComplete || Disputes is not [var dispute] || first.Length != dispute.Variable.Sides.Length)
        {
            return null;
        }

        foreach (var (_, _, tree) in _ways)
        {
            if (tree.Leaves.Length != first.Length)
            {
                return null;
            }

            for (var side = 0; side < first.Length; side++)
            {
                if (tree.Leaves[side].Taken is not [var taken] || taken.Side != side || tree.Leaves[side].States != first[side].States)
                {
                    return null;
                }
            }
        }

        return first;
    }

    public Resolution ResolutionOf(bool hasUntriedReadings)
    {
        var isExact = IsComplete && !hasUntriedReadings;
        return readings.Count + Disputes.Count == 0 && isExact ? Resolution.Single : new Resolution(isExact, Disputes.Count, readings.Count, isExact ? WaysToResolve() : null);
    }

    /// <summary>Null where they are too many to count.</summary>
    private long? WaysToResolve() => readings.Concat(Disputes.Select(d => d.Variable)).Aggregate((long?)1, (n, v) => n * v.Sides.Length is < int.MaxValue and var more ? more : null);

    /// <summary>Each once, in the order in which they are resolved.</summary>
    private List<(Cause Cause, Variable Variable)> Disputes => _met ??= FindDisputes();

    private List<(Cause Cause, Variable Variable)> FindDisputes()
    {
        if (_ways.TrueForAll(static w => w.Tree.Met.All.Count == 0))
        {
            return [];
        }

        var all = new MetDisputes();
        foreach (var (_, _, tree) in _ways)
        {
            foreach (var (cause, variable) in tree.Met.All)
            {
                if (all.Find(cause) is null)
                {
                    all.Add(cause, variable);
                }
            }
        }

        return [.. all.All.OrderBy(d => d.Cause, Causes.ByKey)];
    }
}
