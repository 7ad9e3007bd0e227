using System.Collections.Immutable;
using Pacta.Logic.Reference.Norms;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Resolving;

/// <summary>One instance in all worlds: under each way to read the text, the worlds that resolve its disputes.</summary>
internal sealed class Resolved(IReadOnlyList<Variable> readings)
{
    private readonly List<(ImmutableArray<int> Sides, DisputeTree Tree)> _ways = [];

    private readonly List<ImmutableArray<int>> _skipped = [];

    private ImmutableArray<Leaf> _bound = [];

    private ImmutableArray<ClauseState> _states;

    /// <summary>A way to read the text that says nothing about the instance.</summary>
    public void Skip(ImmutableArray<int> sides) => _skipped.Add(sides);

    /// <param name="bound">Finds choices that decide where not all worlds could be looked at; null where that is not wanted.</param>
    public void Add(ImmutableArray<int> sides, DisputeTree tree, Func<ImmutableArray<Leaf>>? bound)
    {
        _states = default;
        _ways.Add((sides, tree));
        _bound = tree.IsComplete || bound is null ? _bound : bound();
    }

    /// <summary>Every state that is possible in some world.</summary>
    public ImmutableArray<ClauseState> States => _states.IsDefault ? _states = [.. Leaves.SelectMany(l => l.States).Distinct().Order()] : _states;

    /// <summary>The instance in the last world that has it.</summary>
    public InstanceResult? Last => Leaves.Select(l => l.Result).LastOrDefault(r => r is not null);

    /// <summary>The disputes that were met, those included that only come up once others are resolved.</summary>
    public IEnumerable<Cause> Met => _ways.SelectMany(w => w.Tree.Met.Keys).Distinct();

    private bool IsComplete => _ways.TrueForAll(w => w.Tree.IsComplete);

    private IEnumerable<Leaf> Leaves => _ways.SelectMany(w => w.Tree.Leaves);

    /// <summary>
    /// Certain: one state in all worlds. Contested: two worlds differ by a side of a dispute, or by readings that somebody holds.
    /// Undetermined otherwise. Where not every world was looked at, what is disputed is contested and nothing is certain.
    /// </summary>
    public Certainty Certainty(bool hasUntriedReadings)
    {
        var first = _ways[0].Tree.Leaves[0].States;
        return !IsComplete || _ways.Exists(w => w.Tree.Differs) ? Model.Findings.Certainty.Contested
            : Leaves.All(l => l.States.SetEquals(first))
                ? first.Count == 1 && !hasUntriedReadings ? Model.Findings.Certainty.Certain : Model.Findings.Certainty.Undetermined
                : Worlds.IsContestedByReadings(readings, [.. _ways.Select(w => (w.Sides, w.Tree.Leaves[0].States))])
                    ? Model.Findings.Certainty.Contested
                    : Model.Findings.Certainty.Undetermined;
    }

    /// <summary>Which choices lead to which states.</summary>
    public ImmutableArray<Outcome> Outcomes()
    {
        if (_bound.Length > 0)
        {
            return [.. _bound.Select(l => new Outcome([.. l.Taken.Select(t => Literals.ChoiceOf(t.Dispute, t.Side))], [.. l.States]))];
        }

        if (Leaves.Skip(1).All(l => l.States.SetEquals(_ways[0].Tree.Leaves[0].States)))
        {
            return [new Outcome([], [.. _ways[0].Tree.Leaves[0].States]) { IsSmallest = IsComplete }];
        }

        var literals = new Literals([.. readings, .. Disputes]);
        var outcomes = DecisiveSets.Of(literals, [.. _ways.SelectMany(w => w.Tree.Leaves, (w, leaf) => new Cube(literals.Of(w.Sides, leaf.Taken), leaf.States))], _skipped.ConvertAll(s => literals.Of(s, [])));
        return IsComplete ? outcomes : [.. outcomes.Select(o => o with { IsSmallest = false, OthersAsSmall = null })];
    }

    public Resolution ResolutionOf(bool hasUntriedReadings)
    {
        var disputes = Disputes;
        var ways = readings.Concat(disputes).Aggregate((long?)1, (n, v) => n * v.Sides.Length is < int.MaxValue and var more ? more : null);
        var isExact = IsComplete && !hasUntriedReadings;
        return new Resolution(isExact, disputes.Count, readings.Count, isExact ? ways : null);
    }

    private List<Variable> Disputes =>
    [
        .. _ways.SelectMany(w => w.Tree.Met)
            .DistinctBy(m => m.Key)
            .OrderBy(m => m.Key.Key, StringComparer.Ordinal)
            .ThenBy(m => m.Key.Attribute, StringComparer.Ordinal)
            .Select(m => m.Value),
    ];
}
