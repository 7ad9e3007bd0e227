using System.Collections.Immutable;

namespace Pacta.Negotiation.Stability;

/// <summary>
/// The question turned round: what would a party have to prefer for a state to be stable for it? The moves are given; the answer is a condition on how the party
/// likes the state beside others. Under sequential stability the answers of the others are what they prefer as the dispute says.
/// </summary>
public static class Inverse
{
    /// <summary>A condition of more alternatives than this is not simplified, and is then longer than it need be, but still right.</summary>
    public const int MostSimplified = 2_000;

    public static InverseCondition Of(GraphModel model, int party, int state, Concept concept)
    {
        ArgumentNullException.ThrowIfNull(model);
        var moves = model.Moves[party][state];
        var answers = 0;
        var needed = Requirements(isKnown: false);
        var enough = concept == Concept.Sequential && Enumerable.Range(0, model.Parties).Any(p => p != party && !model.KnowsAll(p)) ? Requirements(isKnown: true) : needed;
        return new InverseCondition(party, state, concept, needed, enough, moves.Length, answers);

        ImmutableArray<Requirement> Requirements(bool isKnown)
        {
            var others = OthersOf(isKnown);
            var all = moves.Select(m => new Requirement(m, Simplify([[m], .. concept == Concept.Nash ? [] : Alternatives(m, others)])));
            return Absorb([.. all.Where(r => !r.Alternatives.Any(a => a.IsEmpty))]);
        }

        // What holds the party back is that it likes the end of an answer, and every state that it can reach from there, no better than the state.
        IEnumerable<ImmutableArray<int>> Alternatives(int move, ImmutableArray<Movers> others)
        {
            foreach (var end in Sequences.From(move, others).Reached)
            {
                answers++;
                IEnumerable<int> liked = concept == Concept.SymmetricMetarational ? model.Moves[party][end].Prepend(end) : [end];
                yield return [.. liked.Where(s => s != state).Distinct().Order()];
            }
        }

        ImmutableArray<Movers> OthersOf(bool isKnown) =>
        [
            .. Enumerable.Range(0, model.Parties).Where(p => p != party).Select(p => new Movers([p], concept != Concept.Sequential
                ? model.Moves[p]
                : [.. model.Moves[p].Select((to, from) => to.Where(t => isKnown ? model.Prefers(p, t, from) : model.MayPrefer(p, t, from)).ToArray())])),
        ];
    }

    /// <summary>Leaves out alternatives that ask for all that another asks for, and more.</summary>
    private static ImmutableArray<ImmutableArray<int>> Simplify(List<ImmutableArray<int>> alternatives)
    {
        if (alternatives.Count > MostSimplified)
        {
            return [.. alternatives];
        }

        var kept = new List<ImmutableArray<int>>();
        foreach (var alternative in alternatives.OrderBy(a => a.Length))
        {
            if (!kept.Exists(k => k.All(alternative.Contains)))
            {
                kept.Add(alternative);
            }
        }

        return [.. kept];
    }

    /// <summary>Leaves out requirements that are met whenever another is.</summary>
    private static ImmutableArray<Requirement> Absorb(ImmutableArray<Requirement> all)
    {
        var kept = new List<Requirement>();

        // What is asked for in any case is not asked for again among alternatives.
        var certain = all.Where(r => r.Alternatives.Length == 1).SelectMany(r => r.Alternatives[0]).ToHashSet();
        foreach (var written in all.OrderBy(r => r.Alternatives.Length).ThenBy(r => r.Move))
        {
            var requirement = written.Alternatives.Length == 1 ? written
                : written with { Alternatives = Simplify([.. written.Alternatives.Select(a => a.Where(s => !certain.Contains(s)).ToImmutableArray())]) };
            if (requirement.Alternatives.Any(a => a.IsEmpty))
            {
                continue;
            }

            if (!kept.Exists(k => k.Alternatives.All(a => requirement.Alternatives.Any(b => b.All(a.Contains)))))
            {
                kept.Add(requirement);
            }
        }

        return [.. kept.OrderBy(r => r.Move)];
    }
}

/// <summary>What a party must prefer for a state to be stable for it.</summary>
/// <param name="Needed">All of these must be met. None: the state is stable for the party whatever it prefers.</param>
/// <param name="Enough">
/// It is enough if all of these are met. They are the same as those that are needed, and then the condition is exact, unless it hangs on preferences of the others
/// that are not known.
/// </param>
/// <param name="Moves">How many moves of the party were looked at: all.</param>
/// <param name="Answers">How many states that answers lead to were looked at: all.</param>
public sealed record InverseCondition(
    int Party, int State, Concept Concept, ImmutableArray<Requirement> Needed, ImmutableArray<Requirement> Enough, int Moves, int Answers)
{
    public bool IsExact => Needed.Length == Enough.Length && Needed.Zip(Enough).All(p => p.First.SameAs(p.Second));
}

/// <summary>What must be so because of one move.</summary>
/// <param name="Alternatives">Of one of these, the party must like every state no better than the state that is to be stable.</param>
public sealed record Requirement(int Move, ImmutableArray<ImmutableArray<int>> Alternatives)
{
    internal bool SameAs(Requirement other) =>
        Move == other.Move && Alternatives.Length == other.Alternatives.Length && Alternatives.All(a => other.Alternatives.Any(b => a.SequenceEqual(b)));
}
