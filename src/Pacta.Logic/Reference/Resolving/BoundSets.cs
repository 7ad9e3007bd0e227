using System.Collections.Immutable;
using Pacta.Logic.Reference.Norms;

namespace Pacta.Logic.Reference.Resolving;

/// <summary>
/// Where there are too many worlds to look at each: choices that decide all the same. They are irreducible (without any one of them the state would not
/// be shown to follow), not always the fewest, and other choices may decide as well.
/// </summary>
internal sealed class BoundSets(HistoryIndex index, Func<World, InstanceResult?> evaluate)
{
    /// <summary>The most evaluations that are spent on one set.</summary>
    public const int MostEvaluations = 96;

    private int _left;

    /// <summary>A set from believing the side of every dispute that is tried first, and one from believing the last, where they decide.</summary>
    public ImmutableArray<Leaf> From(World world, InstanceResult? root)
    {
        var leaves = ImmutableArray.CreateBuilder<Leaf>();
        foreach (var isFirst in new[] { true, false })
        {
            _left = MostEvaluations;
            if (Decided(world, root, isFirst) is var (taken, states) && leaves.All(l => l.States != states) && Reduced(world, taken, states) is { } fewest)
            {
                leaves.Add(new Leaf(fewest, states, null));
            }
        }

        return leaves.ToImmutable();
    }

    /// <summary>Takes the same side of all disputes that are named, and again of those that come up then, until one state is left.</summary>
    private (ImmutableArray<Taken> Taken, StateSet States)? Decided(World world, InstanceResult? result, bool isFirst)
    {
        ImmutableArray<Taken> all = [];
        while (result is { Possible: { States.Count: > 1, Causes: var causes } })
        {
            var taken = causes
                .Where(c => c.IsDispute && all.All(t => t.Dispute.Key != c.Key || t.Dispute.Attribute != c.Attribute))
                .Order(Causes.ByKey)
                .Select(c => Worlds.Of(c, index))
                .Select(v => new Taken(v, isFirst ? v.Order[0] : v.Order[^1]))
                .ToList();
            if (taken.Count == 0 || _left-- == 0)
            {
                return null; // it hangs on more than disputes
            }

            all = all.AddRange(taken);
            result = evaluate(Worlds.With(world, all));
        }

        return (all, Leaf.Of([], result).States);
    }

    /// <summary>What is left if whatever can be is left out, halves first; null where that takes too long.</summary>
    private ImmutableArray<Taken>? Reduced(World world, ImmutableArray<Taken> all, StateSet states)
    {
        return Needed([], false, all);

        ImmutableArray<Taken>? Needed(ImmutableArray<Taken> kept, bool isNew, ImmutableArray<Taken> rest)
        {
            if (isNew)
            {
                if (_left-- <= 0)
                {
                    return null;
                }

                if (Leaf.Of([], evaluate(Worlds.With(world, kept))).States == states)
                {
                    return [];
                }
            }

            if (rest.Length <= 1)
            {
                return rest;
            }

            var (first, second) = (rest[..(rest.Length / 2)], rest[(rest.Length / 2)..]);
            return Needed([.. kept, .. first], true, second) is { } ofSecond && Needed([.. kept, .. ofSecond], ofSecond.Length > 0, first) is { } ofFirst
                ? [.. ofFirst, .. ofSecond]
                : null;
        }
    }
}
