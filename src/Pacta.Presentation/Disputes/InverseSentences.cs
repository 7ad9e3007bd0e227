using System.Collections.Immutable;
using System.Globalization;
using Pacta.Negotiation.Stability;

namespace Pacta.Presentation.Disputes;

/// <summary>What a party would have to prefer for a state to be stable, as sentences that can be put to the party.</summary>
internal sealed class InverseSentences(GraphModel model, DisputeWords words)
{
    /// <summary>More alternatives than this are counted in text; in JSON all are there.</summary>
    private const int MostAlternatives = 8;

    public ImmutableArray<string> Of(int party, int state)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var conditions = Enum.GetValues<Concept>().Select(c => Inverse.Of(model, party, state, c)).ToList();
        foreach (var alike in conditions.GroupBy(Told))
        {
            lines.Add(words.Say("inverse.for", words.List(alike.Select(c => words.Say("concept." + ReasonSentences.KeyOf(c.Concept)))), alike.Key));
        }

        return words.Shorten(lines, state);
    }

    /// <summary>How many moves and answers the conditions rest on: none was left out.</summary>
    public string Bound(int state)
    {
        var conditions = Enumerable.Range(0, model.Parties).SelectMany(p => Enum.GetValues<Concept>().Select(c => Inverse.Of(model, p, state, c))).ToList();
        return words.Say(
            "inverse.bound",
            conditions.Where(c => c.Concept == Concept.Nash).Sum(c => c.Moves).ToString("#,0", CultureInfo.InvariantCulture),
            conditions.Sum(c => c.Answers).ToString("#,0", CultureInfo.InvariantCulture));
    }

    private string Told(InverseCondition condition)
    {
        var needed = All(condition, condition.Needed);
        return condition.IsExact ? needed : words.Say("inverse.needed_and_enough", needed, All(condition, condition.Enough));
    }

    private string All(InverseCondition condition, ImmutableArray<Requirement> requirements) => requirements.IsEmpty
        ? words.Say("inverse.always", words.Party(condition.Party))
        : words.Say(
            "inverse.all",
            words.Party(condition.Party),
            words.State(condition.State),
            requirements.Select(r => One(condition, r)).Aggregate((before, next) => words.Say("inverse.and", before, next)));

    private string One(InverseCondition condition, Requirement requirement)
    {
        var told = requirement.Alternatives.Take(MostAlternatives).Select(a => a.Select(s => words.Say("inverse.state." + Now(condition, s), words.State(s))).Aggregate((before, next) => words.Say("inverse.both", before, next))).ToList();
        var more = requirement.Alternatives.Length - told.Count;
        var either = told.Count == 1 ? told[0] : words.Say("inverse.one_of", told.Aggregate((before, next) => words.Say("inverse.or", before, next)));
        return more == 0 ? either : words.Say("inverse.more", either, more.ToString("#,0", CultureInfo.InvariantCulture));
    }

    /// <summary>Is it so now: does the party like the state that is to be stable at least as well as the other?</summary>
    private string Now(InverseCondition condition, int other) =>
        model.Prefers(condition.Party, other, condition.State) ? "no" : model.MayPrefer(condition.Party, other, condition.State) ? "unknown" : "yes";
}
