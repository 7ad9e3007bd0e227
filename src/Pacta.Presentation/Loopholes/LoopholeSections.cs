using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Negotiation.Histories;
using Pacta.Negotiation.Loopholes;
using Pacta.Presentation.Comparing;
using Pacta.Presentation.Histories;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Loopholes;

/// <summary>For each interest: how it could be hurt while every clause is kept, what the text says of that, and by which detail it slips past.</summary>
internal sealed class LoopholeSections
{
    private readonly Speech _speech;
    private readonly StandIns _standIns;
    private readonly FactLines _lines;

    private LoopholeSections(Agreement draft, ImmutableArray<InterestLoopholes> found, Speech speech)
    {
        _speech = speech;
        _standIns = new StandIns([draft, .. found.Select(f => f.Holder)]);
        _lines = new FactLines(draft, _standIns);
    }

    private static string Title(Agreement draft, Speech speech) => speech.Phrases.Say("loophole.title", draft.Title);

    public static ComparisonDocument Of(Agreement draft, ImmutableArray<InterestLoopholes> found, Speech speech)
    {
        var sections = new LoopholeSections(draft, found, speech);
        return new ComparisonDocument(Title(draft, speech), [sections.Summary(found), .. found.Where(f => !f.Found.IsEmpty).Select(sections.Section), sections.Remarks()]);
    }

    private ComparisonSection Summary(ImmutableArray<InterestLoopholes> found) => new(
        "interests",
        Say("loophole.interests"),
        [
            [Say("loophole.interest"), Say("loophole.of"), Say("loophole.hurt")],
            .. found.Select(f => (ImmutableArray<string>)
            [
                ClauseWords.Full(f.Interest), f.Holder.Title,
                f.Found.IsEmpty ? BoundWords.None(f.Bound, _speech) : _speech.Phrases.Numbered("bound.facts", f.Found[0].History.Length),
            ]),
        ],
        [],
        [.. found.Where(f => f.Found.IsEmpty).Select(f => f.Bound).Aggregate(SearchBound.None, (a, b) => a.And(b)) is { Tried: > 0 } bound ? [BoundWords.Of(bound, _speech)] : (string[])[]])
    {
        HasRowHeaders = true,
    };

    private ComparisonSection Section(InterestLoopholes interest) => new(
        interest.Interest.Name, ClauseWords.Full(interest.Interest), [], [.. interest.Found.Select((l, i) => Entry(interest, l, i))], []);

    private ComparisonEntry Entry(InterestLoopholes interest, Loophole loophole, int index)
    {
        var facts = _lines.Folded(loophole.History, (count, last) => Say("strict.row", $"{count}", last)).ToImmutableArray();
        return new ComparisonEntry(
            Say("loophole.way", $"{index + 1}"),
            string.Empty,
            [
                (Say("loophole.asks"), ClauseSentences.Of(interest.Interest)),
                (Say("strict.happens"), facts.IsEmpty ? [Say("strict.nothing")] : facts),
            ],
            [.. Says(loophole), .. loophole.Escapes.Select(Told), .. loophole.TakenAsDone.IsEmpty ? (string[])[] : [Say("loophole.taken", string.Join(", ", loophole.TakenAsDone))], .. loophole.IsAmongFew ? [Say("strict.among_few")] : (string[])[]]);
    }

    /// <summary>What the text says of it, clause by clause.</summary>
    private IEnumerable<string> Says(Loophole loophole)
    {
        if (loophole.Draft.IsEmpty)
        {
            yield return Say("loophole.silent");
        }

        foreach (var said in loophole.Draft)
        {
            var states = said.Findings.Select(f => f.State).OfType<ClauseState>().Distinct().Order().ToList();
            yield return states.Count == 0
                ? Say("loophole.not_in_play", ClauseWords.Full(said.Clause))
                : Say("loophole.says", ClauseWords.Full(said.Clause), string.Join(", ", states.Select(s => Say("loophole.state." + Names.Snake(s)))));
        }
    }

    private string Told(Escape escape)
    {
        var clause = ClauseWords.Full(escape.Clause);
        return escape.Form switch
        {
            EscapeForm.Number or EscapeForm.Property => Say(
                "loophole.by_value", escape.Attribute, _lines.Value(escape.Attribute, escape.Fact.Fields[escape.Attribute]), _lines.Value(escape.Attribute, escape.Instead.Fields[escape.Attribute]), clause),
            EscapeForm.Time => Say("loophole.by_time", escape.Fact.Kind, _lines.Time(escape.Instead.At, byDay: false), clause),
            EscapeForm.Actor => Say("loophole.by_actor", escape.Attribute, _standIns.NameOf(escape.Fact.Role(escape.Attribute)[0]), _standIns.NameOf(escape.Instead.Role(escape.Attribute)[0]), clause),
            EscapeForm.Name => Say("loophole.by_name", escape.Fact.Kind, escape.Instead.Kind, clause),
            EscapeForm.Parts => Say("loophole.by_parts", escape.Fact.Kind, _lines.Value(escape.Attribute, escape.Instead.Fields[escape.Attribute]), clause),
            _ => Say("loophole.by_place", _lines.One(escape.Instead), clause),
        };
    }

    private ComparisonSection Remarks()
    {
        var taken = _standIns.Taken.Select(t => Say("strict.stands_in", t.Invented, t.Real)).ToList();
        return new ComparisonSection(
            "remarks", Say("loophole.remarks"), [], [],
            [Say("loophole.invented"), .. taken.Count == 0 ? (string[])[] : [Say("strict.stand_ins", string.Join(", ", taken))], Say("loophole.safety")]);
    }

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}
