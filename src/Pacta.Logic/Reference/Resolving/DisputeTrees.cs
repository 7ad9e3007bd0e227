using System.Collections.Immutable;
using Pacta.Logic.Reference.Norms;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Resolving;

/// <summary>
/// Resolves disputes one after the other, as far as the state of an instance hangs on them (docs/semantics.md, 12). With a dispute unknown an
/// evaluation finds every state that is possible in either case; so a single state holds in all worlds that are left, and where no dispute is
/// named among the causes, what is found is what each of those worlds has.
/// </summary>
/// <param name="evaluate">The instance in a world, and whether it is to be told why it is so.</param>
internal sealed class DisputeTrees(HistoryIndex index, Func<World, bool, InstanceResult?> evaluate, long waysToRead)
{
    /// <summary>With more ways to resolve all disputes than this none of them is looked at.</summary>
    public const int MostWays = 1 << 20;

    /// <summary>The most evaluations for one finding.</summary>
    public const int MostEvaluations = 1 << 12;

    /// <summary>
    /// After so many it is asked whether the worlds seen so far let expect that the rest can be seen within the bound. Where many findings hang on the same
    /// dozen of disputes, each would otherwise spend all it has and know no more.
    /// </summary>
    private const int Probe = 1 << 8;

    private static readonly IEqualityComparer<Leaf> AreAlike = EqualityComparer<Leaf>.Create(
        (a, b) => a!.States == b!.States && a.Taken[0].Side == b.Taken[0].Side && ReferenceEquals(a.Taken[0].Dispute, b.Taken[0].Dispute), l => l.States.GetHashCode());

    private Dictionary<string, DisputeTree>? _byReadings;

    private (ImmutableArray<Leaf> Sides, ImmutableArray<Outcome> Outcomes) _ofOne;

    private MetDisputes _met = MetDisputes.None;
    private long _ways;
    private int _left;
    private int _most;

    /// <summary>How much of all worlds the leaves so far make up.</summary>
    private double _seen;

    /// <summary>The disputes that were met under any way to read the text: they are about the same.</summary>
    private MetDisputes Known => field ??= new();

    /// <param name="root">The instance with every dispute unknown; null where there is none.</param>
    public DisputeTree Of(World world, InstanceResult? root)
    {
        if (HangsOnNone(root) && waysToRead <= MostWays)
        {
            return new DisputeTree([Leaf.Of([], root)], true, MetDisputes.None);
        }

        var name = Run.NameOf(world);
        _byReadings ??= new(StringComparer.Ordinal);
        if (!_byReadings.TryGetValue(name, out var tree))
        {
            tree = Grow(world, root);
            _byReadings.Add(name, tree);
        }

        return tree;
    }

    /// <summary>All worlds in one, with every dispute unknown.</summary>
    public static DisputeTree Unknown(InstanceResult? root) =>
        new([Leaf.Of([], root)], root is null || !root.Possible.HangsOnDisputes, MetDisputes.None);

    /// <summary>Where not all worlds could be looked at: choices that decide all the same.</summary>
    public ImmutableArray<Leaf> Bound(World world, InstanceResult? root) => new BoundSets(index, with => evaluate(with, false)).From(world, root);

    /// <summary>The instance of a leaf with all that there is to tell of it; null where there is none.</summary>
    /// <param name="world">That takes no sides.</param>
    public InstanceResult? Told(World world, Leaf leaf) => leaf.Taken.IsEmpty || leaf.Result is null ? leaf.Result : evaluate(Worlds.With(world, leaf.Taken), true);

    /// <summary>Of what hangs on a single dispute, and in the same way however the text is read: as <see cref="DecisiveSets"/> finds it.</summary>
    /// <param name="sides">The worlds that take each side.</param>
    public ImmutableArray<Outcome> OutcomesOfOne(ImmutableArray<Leaf> sides)
    {
        if (!_ofOne.Sides.IsDefault && _ofOne.Sides.AsSpan().SequenceEqual(sides.AsSpan(), AreAlike))
        {
            return _ofOne.Outcomes;
        }

        var outcomes = new List<Outcome>(sides.Length);
        for (var i = 0; i < sides.Length; i++)
        {
            var states = sides[i].States;
            if (sides[..i].Any(s => s.States == states))
            {
                continue; // told with the first that leads to them
            }

            var alike = sides[i..].Where(s => s.States == states).ToList();
            outcomes.AddRange(alike.Select((leaf, at) => new Outcome([Literals.ChoiceOf(leaf.Taken[0].Dispute, leaf.Taken[0].Side)], states.List)
            {
                IsSmallest = true,
                OthersAsSmall = at == 0 ? alike.Count - 1 : null,
            }));
        }

        _ofOne = (sides, [.. outcomes]);
        return _ofOne.Outcomes;
    }

    private DisputeTree Grow(World world, InstanceResult? root)
    {
        _met = new MetDisputes();
        _ways = waysToRead;
        _most = (int)Math.Max(MostEvaluations / waysToRead, 2);
        _left = _most;
        _seen = 0;
        var leaves = ImmutableArray.CreateBuilder<Leaf>();
        if (!TryGrow(world, [], root, 1, leaves))
        {
            return new DisputeTree([Leaf.Of([], root)], false, _met);
        }

        // However they are tried, they stand in the order of the sides: what hangs on one dispute alone is told by that without further ado.
        leaves.Sort(CompareSides);
        return new DisputeTree(leaves.ToImmutable(), true, _met);
    }

    /// <param name="share">Of all worlds.</param>
    /// <returns>Whether all worlds could be looked at.</returns>
    private bool TryGrow(World world, ImmutableArray<Taken> taken, InstanceResult? result, double share, ImmutableArray<Leaf>.Builder leaves)
    {
        if (!TryMeet(result, world, out var next))
        {
            return false;
        }

        if (next is null)
        {
            leaves.Add(Leaf.Of(taken, result));
            _seen += share;
            return true;
        }

        foreach (var side in next.Order)
        {
            if (_left-- == 0 || IsHopeless())
            {
                return false;
            }

            var with = With(world, next, side);
            if (!TryGrow(with, taken.Add(new Taken(next, side)), evaluate(with, false), share / next.Sides.Length, leaves))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>By the sides that they take: up to where two leaves part, they take the same.</summary>
    private static int CompareSides(Leaf one, Leaf other)
    {
        var at = 0;
        while (at < one.Taken.Length && at < other.Taken.Length && one.Taken[at].Side == other.Taken[at].Side)
        {
            at++;
        }

        return at < one.Taken.Length && at < other.Taken.Length ? one.Taken[at].Side - other.Taken[at].Side : 0;
    }

    /// <summary>As many evaluations again for each part of the worlds as for the part that was seen: would that be too many?</summary>
    /// <remarks>D. E. Knuth, Estimating the efficiency of backtrack programs, Mathematics of Computation 29 (1975).</remarks>
    private bool IsHopeless() => _most - _left - 1 == Probe && Probe > _seen * _most;

    /// <summary>Notes the disputes that an evaluation met; false where there are then too many ways to resolve them all.</summary>
    /// <param name="next">The dispute to resolve next: the first by name of those that are open; null where the state hangs on none.</param>
    private bool TryMeet(InstanceResult? result, World world, out Variable? next)
    {
        next = null;
        if (HangsOnNone(result))
        {
            return _ways <= MostWays;
        }

        Cause? first = null;
        foreach (var cause in result!.Possible.Causes)
        {
            if (!cause.IsDispute || world.SideOf(cause.Key, cause.Attribute) is not null)
            {
                continue;
            }

            if (_met.Find(cause) is not { } variable)
            {
                variable = VariableOf(cause);
                _met.Add(cause, variable);
                _ways = Math.Min(_ways * variable.Sides.Length, long.MaxValue >> 32);
            }

            (first, next) = first is null || Causes.ByKey.Compare(cause, first) < 0 ? (cause, variable) : (first, next);
        }

        return _ways <= MostWays;
    }

    private Variable VariableOf(Cause cause)
    {
        if (cause.Attribute == Causes.JudgedAttribute)
        {
            return Worlds.Of(cause, index); // it is about the judgements that the reading met
        }

        if (Known.Find(cause) is not { } variable)
        {
            variable = Worlds.Of(cause, index);
            Known.Add(cause, variable);
        }

        return variable;
    }

    /// <summary>One state has no causes, whatever is disputed; and several may have others than disputes.</summary>
    private static bool HangsOnNone(InstanceResult? result) => result is null || result.Possible.States.Count == 1 || !result.Possible.HangsOnDisputes;

    private static World With(World world, Variable dispute, int side) => world with { Sides = world.Sides.SetItem((dispute.Key, dispute.Attribute), side) };
}
