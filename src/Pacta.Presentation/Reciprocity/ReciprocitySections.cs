using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation;
using Pacta.Negotiation.Histories;
using Pacta.Negotiation.Reciprocity;
using Pacta.Presentation.Comparing;
using Pacta.Presentation.Histories;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reciprocity;

/// <summary>Who owes what to whom, and what one of two parties may do that the other may not.</summary>
internal sealed class ReciprocitySections
{
    private readonly DraftReciprocity _found;
    private readonly Speech _speech;
    private readonly StandIns _standIns;
    private readonly FactLines _lines;

    private ReciprocitySections(DraftReciprocity found, Speech speech)
    {
        (_found, _speech, _standIns) = (found, speech, new StandIns(found.Draft));
        _lines = new FactLines(found.Draft, _standIns);
    }

    private static string Title(DraftReciprocity found, Speech speech) => speech.Phrases.Say("reciprocity.title", found.Draft.Title);

    public static ComparisonDocument Of(DraftReciprocity found, Speech speech)
    {
        var sections = new ReciprocitySections(found, speech);
        return new ComparisonDocument(
            Title(found, speech),
        [
            sections.Summary(),
            .. found.Exchanges.Where(e => e.Differences.Any()).Select(sections.Section),
            .. found.Declared.IsEmpty ? (ComparisonSection[])[] : [sections.Declared()],
            sections.Matrix(),
        ]);
    }

    private ComparisonSection Summary() => new(
        "exchanges",
        Say("reciprocity.exchanges"),
        [[Say("reciprocity.parties"), Say("reciprocity.is")], .. _found.Exchanges.Select(e => (ImmutableArray<string>)[Say("reciprocity.and", e.One, e.Other), Standing(e)])],
        [],
        [.. _found.Exchanges.Select(e => e.Compared.Strictness?.Bound).OfType<SearchBound>().Where(b => b.Tried > 0).Take(1).Select(b => BoundWords.Of(b, _speech))])
    {
        HasRowHeaders = true,
    };

    private string Standing(PartyExchange exchange)
    {
        if (exchange.IsSymmetric)
        {
            return Say("reciprocity.symmetric");
        }

        var (one, other) = (exchange.Differences.Any(d => d.IsHeavierForOne), exchange.Differences.Any(d => !d.IsHeavierForOne));
        return (one, other) switch
        {
            (true, true) => Say("reciprocity.both"),
            (true, false) => Say("reciprocity.heavier", exchange.One),
            (false, true) => Say("reciprocity.heavier", exchange.Other),
            _ => Say("reciprocity.no_difference", Pairs(exchange)),
        };
    }

    private string Pairs(PartyExchange exchange) =>
        string.Join(", ", exchange.Compared.Pairs.Where(p => !p.IsSame).Select(p => p.First ?? p.Second).OfType<Clause>().Select(ClauseWords.Full).Distinct());

    private ComparisonSection Section(PartyExchange exchange) => new(
        $"{exchange.One}_{exchange.Other}",
        Say("reciprocity.and", exchange.One, exchange.Other),
        [],
        [.. exchange.Differences.Select((d, i) => Entry(exchange, d.Clause, d.Shown, d.IsHeavierForOne, i))],
        [.. _standIns.Taken.Any() ? [Say("strict.stand_ins", string.Join(", ", _standIns.Taken.Select(t => Say("strict.stands_in", t.Invented, t.Real))))] : (string[])[], .. exchange.Compared.Strictness is { } strictness ? [StrictnessSections.Invented(strictness, _speech)] : (string[])[]]);

    private ComparisonEntry Entry(PartyExchange exchange, ClauseStrictness clause, Separation shown, bool isHeavierForOne, int index)
    {
        // What the exchanged draft asks of the one is what the draft asks of the other: his history is told with the two exchanged.
        var history = isHeavierForOne ? shown.History : Exchanged(shown.History, exchange.One, exchange.Other);
        var (bound, free) = isHeavierForOne ? (exchange.One, exchange.Other) : (exchange.Other, exchange.One);
        var facts = _lines.Folded(history, (count, last) => Say("strict.row", $"{count}", last)).ToImmutableArray();
        return new ComparisonEntry(
            Say("reciprocity.entry", $"{index + 1}", ClauseWords.Full(shown.Clause), _standIns.NameOf(bound), _standIns.NameOf(free)),
            string.Empty,
            facts.IsEmpty
                ? [(Say("strict.happens"), [Say("strict.nothing")])]
                : [(Say("strict.happens"), facts), (Say("reciprocity.in_place", _standIns.NameOf(free)), [.. _lines.Folded(Exchanged(history, exchange.One, exchange.Other), (count, last) => Say("strict.row", $"{count}", last))])],
            [Say("reciprocity.ruled_out", _standIns.NameOf(bound), ClauseWords.Full(shown.Clause)), Say("reciprocity.allowed", _standIns.NameOf(free))]);
    }

    private static InventedHistory Exchanged(InventedHistory history, string one, string other)
    {
        return history with
        {
            Facts = [.. history.Facts.Select(f => f with
            {
                Roles = f.Roles.ToImmutableSortedDictionary(r => r.Key, r => r.Value.Select(Other).ToImmutableArray(), StringComparer.Ordinal),
                Fields = f.Fields.ToImmutableSortedDictionary(v => Other(v.Key), v => v.Value, StringComparer.Ordinal),
            })],
        };

        string Other(string name) => Ends(name, one) ? name[..^one.Length] + other : Ends(name, other) ? name[..^other.Length] + one : name;

        static bool Ends(string name, string actor) => name == actor || name.EndsWith(" " + actor, StringComparison.Ordinal);
    }

    private ComparisonSection Declared() => new(
        "declared",
        Say("reciprocity.declared"),
        [[Say("compare.clause_column"), Say("reciprocity.reason")], .. _found.Declared.Select(d => (ImmutableArray<string>)[ClauseWords.Full(d.Clause), d.Reason])],
        [],
        [])
    {
        HasRowHeaders = true,
    };

    private ComparisonSection Matrix()
    {
        var words = new ComparisonWords(_speech);
        var self = DraftComparison.Of(_found.Draft, _found.Draft);
        return new ComparisonSection(
            "matrix",
            Say("compare.matrix"),
            [
                [Say("compare.who"), Say("compare.to"), Say("reciprocity.owes")],
                .. self.Owed.Select(r => (ImmutableArray<string>)
                [
                    words.Who(r.Who, self), words.To(r, self), string.Join('\n', r.First.Select(d => words.Of(d, self.FirstDuties))),
                ]),
            ],
            [],
            [])
        {
            HasRowHeaders = true,
        };
    }

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}
