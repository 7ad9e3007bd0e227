using System.Collections.Immutable;
using System.Globalization;
using Pacta.Negotiation.Stability;

namespace Pacta.Presentation.Disputes;

/// <summary>Why a state is stable or not, told with the move and the counter-move.</summary>
internal sealed class ReasonSentences(StabilityAnalysis analysis, DisputeWords words)
{
    private static readonly Concept[] Answered = [Concept.GeneralMetarational, Concept.SymmetricMetarational, Concept.Sequential];

    public ImmutableArray<string> OfParty(int party, int state) =>
        Of([party], state, c => analysis.OfParty(party, state, c), c => analysis.ReasonOfParty(party, state, c));

    public ImmutableArray<string> OfCoalition(int coalition, int state) => Of(
        StabilityAnalysis.Members(coalition), state, c => analysis.OfCoalition(coalition, state, c), c => analysis.ReasonOfCoalition(coalition, state, c));

    private ImmutableArray<string> Of(ImmutableArray<int> who, int state, Func<Concept, Verdict> verdictOf, Func<Concept, Reason> reasonOf)
    {
        var names = words.Parties(who);
        var nash = reasonOf(Concept.Nash);
        if (nash.Verdict == Verdict.Stable)
        {
            return [nash.MoveCount == 0 ? Say("no_move", who, names) : words.Say(Key("no_better_move", who) + (nash.MoveCount == 1 ? ".one" : ".many"), names, Count(nash.MoveCount))];
        }

        var lines = new List<string>();
        if (nash.Verdict == Verdict.Unstable)
        {
            lines.Add(Say("would_move", who, names, words.Move(state, nash.Moves[0].To, who)));
        }

        var told = nash.Verdict == Verdict.Undetermined ? Answered.Prepend(Concept.Nash) : Answered;
        foreach (var alike in told.GroupBy(c => (Verdict: verdictOf(c), Body: Body(reasonOf(ToldBy(c)), who, state))))
        {
            var concepts = words.List(alike.Select(c => words.Say("concept." + KeyOf(c))));
            lines.Add(words.Say("verdict." + KeyOf(alike.Key.Verdict), concepts, alike.Key.Body));
        }

        return words.Shorten(lines, state);

        // What holds a party back under a narrow concept does so under a wide one; what does not under a wide one, does not under a narrow one.
        Concept ToldBy(Concept concept) => (verdictOf(Concept.GeneralMetarational), concept) switch
        {
            (Verdict.Unstable, _) => Concept.GeneralMetarational,
            (Verdict.Stable, Concept.GeneralMetarational) when verdictOf(Concept.SymmetricMetarational) == Verdict.Stable => Concept.SymmetricMetarational,
            (Verdict.Stable, Concept.GeneralMetarational) when verdictOf(Concept.Sequential) == Verdict.Stable => Concept.Sequential,
            _ => concept,
        };
    }

    private string Body(Reason reason, ImmutableArray<int> who, int state) => reason.Verdict switch
    {
        Verdict.Unstable => Say(
            reason.Concept == Concept.Sequential ? "unanswered.sequential" : reason.Concept == Concept.SymmetricMetarational ? "unanswered.symmetric" : "unanswered",
            who, words.Parties(who), words.State(reason.Moves[0].To), words.State(state), words.AnyOf(who)),
        Verdict.Stable => string.Join(' ', reason.Moves.Select(m => Answer(reason.Concept, m, who, state))),
        _ => reason.Moves[0].Answer is null ? Doubts(reason.Moves[0].Doubts)
            : words.Say("undetermined.answer", Chain(reason.Concept, reason.Moves[0], who), Doubts(reason.Moves[0].Doubts)),
    };

    private string Answer(Concept concept, MoveReason move, ImmutableArray<int> who, int state)
    {
        var answer = move.Answer!;
        var told = words.Say("answer.told", Chain(concept, move, who), words.Party(answer.ReluctantMember), words.State(answer.End), words.State(state));
        return concept == Concept.SymmetricMetarational ? told + " " + Say("no_way_out", who, words.Parties(who), words.State(state)) : told;
    }

    /// <summary>“If company moves to …, town can answer by moving to …, and then ministry to …”</summary>
    private string Chain(Concept concept, MoveReason move, ImmutableArray<int> who)
    {
        var steps = new List<string>();
        var from = move.To;
        foreach (var step in move.Answer!.Steps)
        {
            steps.Add(Say(
                (steps.Count == 0 ? "step.first" : "step.next") + (concept == Concept.Sequential ? ".preferring" : string.Empty),
                step.Movers, words.Parties(step.Movers), words.Move(from, step.To, step.Movers)));
            from = step.To;
        }

        return Say("if_moves", who, words.Parties(who), words.State(move.To), string.Join(", ", steps));
    }

    private string Doubts(IEnumerable<Doubt> doubts) =>
        words.Say("because_unknown", words.List(doubts.Select(d => words.Say("unknown", words.Party(d.Party), words.State(d.First), words.State(d.Second)))));

    /// <summary>A sentence about one, or about several who act together.</summary>
    private string Say(string key, ImmutableArray<int> who, params ReadOnlySpan<string> arguments) => words.Say(Key(key, who), arguments);

    private static string Key(string key, ImmutableArray<int> who) => key + (who.Length == 1 ? ".one" : ".many");

    private static string Count(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string KeyOf<T>(T value)
        where T : struct, Enum => Words.Names.Snake(value);
}
