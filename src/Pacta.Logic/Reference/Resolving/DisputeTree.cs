using System.Collections.Immutable;
using Pacta.Logic.Reference.Norms;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Resolving;

/// <summary>A side that is taken of a dispute.</summary>
internal readonly record struct Taken(Variable Dispute, int Side);

/// <summary>All worlds that take these sides, whatever the other disputes: the states that are possible in each of them.</summary>
/// <param name="Result">Null where there is no such instance. Without reasons, unless nothing was taken.</param>
internal sealed record Leaf(ImmutableArray<Taken> Taken, StateSet States, InstanceResult? Result)
{
    public static Leaf Of(ImmutableArray<Taken> taken, InstanceResult? result) => new(taken, result?.Possible.States ?? StateSet.Of(ClauseState.Dormant), result);
}

/// <summary>The worlds of one instance under one way to read the text.</summary>
/// <param name="Leaves">Every world is in one of them. Of a tree that is not complete: all worlds in one, with every dispute unknown.</param>
/// <param name="Met">The disputes that were met.</param>
internal sealed record DisputeTree(ImmutableArray<Leaf> Leaves, bool IsComplete, MetDisputes Met)
{
    public bool Differs
    {
        get
        {
            foreach (var leaf in Leaves)
            {
                if (leaf.States != Leaves[0].States)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
