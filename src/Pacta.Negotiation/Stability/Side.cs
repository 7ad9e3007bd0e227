using System.Collections.Immutable;

namespace Pacta.Negotiation.Stability;

/// <summary>
/// A party, or a coalition that acts as one, and the others who may answer. For a coalition, the definitions are those of Inohara and Hipel (Coalition
/// analysis in the graph model for conflict resolution, Systems Engineering 11, 2008): a coalition improves where every member does; an answer holds it back if it
/// leads to where at least one member is no better off than before.
/// </summary>
/// <remarks>
/// Every verdict is a monotone question about the set of states that are better than s: the more of them, the less stable. So it is asked twice, with the states
/// that are known to be better and with those that may be. Values of states are independent of each other, so for all but sequential stability both answers can come
/// about, and the two together are exact. For sequential stability the answers of the others are taken as known, or as possible, move by move: what is called
/// stable or unstable is so whatever is not known, but now and then a state may be called undetermined that is not.
/// </remarks>
internal sealed class Side
{
    private readonly GraphModel _model;
    private readonly BetterStates _better;
    private readonly ImmutableArray<Movers> _others;
    private readonly ImmutableArray<Movers> _knownImprovers;
    private readonly ImmutableArray<Movers> _possibleImprovers;

    private Side(GraphModel model, Movers own, ImmutableArray<Movers> others, ImmutableArray<Movers> knownImprovers, ImmutableArray<Movers> possibleImprovers)
    {
        _model = model;
        Own = own;
        _better = new BetterStates(model, own.Members);
        _others = others;
        _knownImprovers = knownImprovers;
        _possibleImprovers = possibleImprovers;
    }

    public Movers Own { get; }

    public static Side OfParty(GraphModel model, int party)
    {
        ImmutableArray<int> others = [.. Enumerable.Range(0, model.Parties).Where(p => p != party)];
        return new Side(
            model,
            new Movers([party], model.Moves[party]),
            [.. others.Select(p => new Movers([p], model.Moves[p]))],
            [.. others.Select(p => new Movers([p], Improving(model, p, isKnown: true)))],
            [.. others.Select(p => new Movers([p], Improving(model, p, isKnown: false)))]);
    }

    /// <param name="moves">For each coalition, as bits, where its members come together.</param>
    public static Side OfCoalition(GraphModel model, int coalition, Func<int, int[][]> moves)
    {
        var others = ~coalition & ((1 << model.Parties) - 1);
        var within = Enumerable.Range(1, others).Where(c => (c & ~others) == 0).ToList();
        return new Side(
            model,
            new Movers(Members(coalition), moves(coalition)),
            [.. Members(others).Select(p => new Movers([p], model.Moves[p]))],
            [.. within.Select(c => new Movers(Members(c), Better(c, isKnown: true)))],
            [.. within.Select(c => new Movers(Members(c), Better(c, isKnown: false)))]);

        int[][] Better(int mover, bool isKnown)
        {
            var better = new BetterStates(model, Members(mover));
            return [.. moves(mover).Select((to, state) =>
            {
                var set = isKnown ? better.Known(state) : better.Possible(state);
                return to.Where(set.Contains).ToArray();
            })];
        }
    }

    public static ImmutableArray<int> Members(int coalition) => [.. Enumerable.Range(0, 31).Where(p => (coalition >> p & 1) == 1)];

    /// <summary>The verdict on every state under every concept.</summary>
    public Verdict[][] Judge()
    {
        var states = _model.States.Length;
        var answers = Reached(_others);
        var known = Reached(_knownImprovers);
        var possible = OthersAreKnown ? known : Reached(_possibleImprovers);
        var verdicts = Enum.GetValues<Concept>().Select(_ => new Verdict[states]).ToArray();
        for (var state = 0; state < states; state++)
        {
            var (least, most) = (_better.Known(state), _better.Possible(state));
            foreach (var concept in Enum.GetValues<Concept>())
            {
                verdicts[(int)concept][state] =
                    IsStable(state, concept, most, concept == Concept.Sequential ? known : answers) ? Verdict.Stable
                    : IsStable(state, concept, least, concept == Concept.Sequential ? possible : answers) ? Verdict.Undetermined
                    : Verdict.Unstable;
            }
        }

        return verdicts;

        StateSet[] Reached(ImmutableArray<Movers> movers) => Reachability.Of([.. movers.Select(m => m.Moves)], states);
    }

    private bool OthersAreKnown => Enumerable.Range(0, _model.Parties).All(p => Own.Members.Contains(p) || _model.KnowsAll(p));

    private bool IsStable(int state, Concept concept, StateSet better, StateSet[] answers)
    {
        foreach (var move in Own.Moves[state])
        {
            if (better.Contains(move) && (concept == Concept.Nash || !IsAnswered(concept, better, answers[move])))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAnswered(Concept concept, StateSet better, StateSet answers)
    {
        for (var end = answers.NextOutside(better, 0); end >= 0; end = answers.NextOutside(better, end + 1))
        {
            if (HoldsBack(concept, better, end))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Does it hold the side back that the others may come to a state? Under the symmetric concept only if there is no way out of it.</summary>
    private bool HoldsBack(Concept concept, StateSet better, int end)
    {
        if (better.Contains(end))
        {
            return false;
        }

        foreach (var way in concept == Concept.SymmetricMetarational ? Own.Moves[end] : [])
        {
            if (better.Contains(way))
            {
                return false;
            }
        }

        return true;
    }

    public Reason Explain(int state, Concept concept, Verdict verdict)
    {
        var (least, most) = (_better.Known(state), _better.Possible(state));
        var moves = Own.Moves[state];
        var reasons = verdict switch
        {
            Verdict.Stable when concept == Concept.Nash => [],
            Verdict.Stable => moves.Where(most.Contains).Select(m => new MoveReason(m, Find(state, concept, most, m, isKnown: true), [])),
            Verdict.Unstable => moves.Where(m => least.Contains(m) && (concept == Concept.Nash || Find(state, concept, least, m, isKnown: false) is null)).Take(1).Select(m => new MoveReason(m, null, [])),
            _ => moves.Where(m => most.Contains(m) && (concept == Concept.Nash || Find(state, concept, most, m, isKnown: true) is null)).Take(1).Select(m => Undetermined(state, concept, least, most, m)),
        };
        return new Reason(concept, verdict, moves.Length, [.. reasons]);
    }

    private Answer? Find(int state, Concept concept, StateSet better, int move, bool isKnown)
    {
        var sequences = Sequences.From(move, concept != Concept.Sequential ? _others : isKnown ? _knownImprovers : _possibleImprovers);
        foreach (var end in sequences.Reached)
        {
            if (HoldsBack(concept, better, end))
            {
                var reluctant = Own.Members.FirstOrDefault(m => !_model.MayPrefer(m, end, state), Own.Members.First(m => !_model.Prefers(m, end, state)));
                return new Answer(sequences.To(end), reluctant);
            }
        }

        return null;
    }

    private MoveReason Undetermined(int state, Concept concept, StateSet least, StateSet most, int move)
    {
        var doubts = ImmutableArray.CreateBuilder<Doubt>();
        Doubts(move);
        var answer = concept == Concept.Nash ? null : Find(state, concept, least, move, isKnown: false);
        if (answer is not null)
        {
            var from = move;
            foreach (var step in answer.Steps)
            {
                foreach (var mover in concept == Concept.Sequential ? step.Movers : [])
                {
                    Doubt(mover, step.To, from);
                }

                from = step.To;
            }

            Doubts(answer.End);
            foreach (var way in concept == Concept.SymmetricMetarational ? Own.Moves[answer.End].Where(most.Contains) : [])
            {
                Doubts(way);
            }
        }

        return new MoveReason(move, answer, [.. doubts.Distinct()]);

        void Doubts(int end)
        {
            foreach (var member in Own.Members)
            {
                Doubt(member, end, state);
            }
        }

        void Doubt(int party, int first, int second)
        {
            if (_model.Compare(party, first, second) == Liking.Unknown)
            {
                doubts.Add(new Doubt(party, first, second));
            }
        }
    }

    private static int[][] Improving(GraphModel model, int party, bool isKnown) =>
    [
        .. model.Moves[party].Select((to, state) => to.Where(t => isKnown ? model.Prefers(party, t, state) : model.MayPrefer(party, t, state)).ToArray()),
    ];
}
