using System.Collections.Immutable;

namespace Pacta.Negotiation.Stability;

/// <summary>Every state of a dispute judged for every party, and for coalitions where there are few enough.</summary>
public sealed class StabilityAnalysis
{
    /// <summary>Coalitions are judged up to so many states.</summary>
    public const int MostStatesForCoalitions = 1_024;

    /// <summary>Coalitions are judged up to so many parties.</summary>
    public const int MostPartiesForCoalitions = 5;

    private readonly Side[] _sides;
    private readonly Verdict[][][] _verdicts;
    private readonly Dictionary<int, (Side Side, Verdict[][] Verdicts)> _coalitions = [];

    private StabilityAnalysis(GraphModel model)
    {
        Model = model;
        _sides = [.. Enumerable.Range(0, model.Parties).Select(p => Side.OfParty(model, p))];
        _verdicts = [.. _sides.Select(s => s.Judge())];
        JudgesCoalitions = model.States.Length <= MostStatesForCoalitions && model.Parties <= MostPartiesForCoalitions;
        Coalitions = JudgesCoalitions
            ? [.. Enumerable.Range(1, (1 << model.Parties) - 1).Where(c => int.PopCount(c) > 1).OrderBy(c => int.PopCount(c)).ThenBy(c => c)]
            : [];
        if (JudgesCoalitions)
        {
            JudgeCoalitions();
        }
    }

    public GraphModel Model { get; }

    /// <summary>The dispute is small enough for coalitions to be judged.</summary>
    public bool JudgesCoalitions { get; }

    /// <summary>The coalitions of two parties or more that were judged, as bits: bit <c>i</c> is party <c>i</c>. The smallest first.</summary>
    public ImmutableArray<int> Coalitions { get; }

    public static StabilityAnalysis Of(GraphModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new StabilityAnalysis(model);
    }

    public static ImmutableArray<int> Members(int coalition) => Side.Members(coalition);

    public Verdict OfParty(int party, int state, Concept concept) => _verdicts[party][(int)concept][state];

    public Verdict OfCoalition(int coalition, int state, Concept concept) => _coalitions[coalition].Verdicts[(int)concept][state];

    /// <summary>Stable for every party: an equilibrium under that concept.</summary>
    public Verdict OfState(int state, Concept concept) => Join(Enumerable.Range(0, Model.Parties).Select(p => OfParty(p, state, concept)));

    /// <summary>Stable for every coalition that was judged.</summary>
    public Verdict OfCoalitions(int state, Concept concept) => Join(Coalitions.Select(c => OfCoalition(c, state, concept)));

    public Reason ReasonOfParty(int party, int state, Concept concept) => _sides[party].Explain(state, concept, OfParty(party, state, concept));

    public Reason ReasonOfCoalition(int coalition, int state, Concept concept) =>
        _coalitions[coalition].Side.Explain(state, concept, OfCoalition(coalition, state, concept));

    private static Verdict Join(IEnumerable<Verdict> verdicts)
    {
        var all = verdicts.Aggregate(Verdict.Stable, (sum, v) => sum == Verdict.Unstable || v == Verdict.Unstable ? Verdict.Unstable : sum == Verdict.Undetermined ? sum : v);
        return all;
    }

    private void JudgeCoalitions()
    {
        var moves = new Dictionary<int, int[][]>();
        foreach (var coalition in Coalitions)
        {
            var side = Side.OfCoalition(Model, coalition, MovesOf);
            _coalitions.Add(coalition, (side, side.Judge()));
        }

        // A coalition comes to a state by a legal sequence of its members' moves.
        int[][] MovesOf(int coalition)
        {
            if (!moves.TryGetValue(coalition, out var found))
            {
                var members = Side.Members(coalition);
                found = [.. Reachability.Of([.. members.Select(m => Model.Moves[m])], Model.States.Length).Select((set, s) => set.Members().Where(t => t != s).ToArray())];
                moves.Add(coalition, found);
            }

            return found;
        }
    }
}
