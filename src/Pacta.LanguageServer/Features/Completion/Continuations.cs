using Pacta.Language.Binding.Expressions;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Word = Pacta.Language.Lexing.Word;

namespace Pacta.LanguageServer.Features.Completion;

/// <summary>How an item may go on behind what stands there.</summary>
internal static class Continuations
{
    private static readonly string[] Standings = ["legal", "political", "oral", "unilateral", "proposal"];
    private static readonly string[] SourceKinds = ["party", "monitor", "sensor", "media", "ngo"];
    private static readonly string[] FieldTypes = ["count", "truth", "text", "place", "actor"];
    private static readonly string[] Comparisons = ["at least", "at most", "more than", "less than", "is"];
    private static readonly string[] Timings = ["no later than", "no earlier than", "within", "every", "as from", "until", "unless", "otherwise"];

    public static void Offer(Offers offers, Place place)
    {
        if (!ByHead(offers, place) && !ByLast(offers, place))
        {
            Rest(offers, place);
        }
    }

    public static void Condition(Offers offers)
    {
        offers.Fields();
        offers.Variables();
        offers.Words("number of", "total", "duration of", "there was", "there was no", "there is", "any of", "all of", "none of", "judged");
        offers.Clauses(c => !c.IsException);
        offers.Amounts();
        offers.Actors();
    }

    /// <summary>Items whose first word says what may stand in them.</summary>
    private static bool ByHead(Offers offers, Place place)
    {
        var last = place.Last!.Value;
        switch (place.Item[0].Word)
        {
            case Word.Use:
                offers.Vocabularies();
                return true;
            case Word.Status:
                offers.Values("standing", Standings);
                return true;
            case Word.Parties or Word.Suspended or Word.Withdrawn when last.Word is Word.Parties or Word.By || last.Kind == TokenKind.Comma:
                offers.Actors();
                return true;
            case Word.Scenario or Word.Criticisms when last.Word == Word.Of:
                offers.Agreements();
                return true;
            case Word.Exception when last.Word == Word.To || (last.Kind == TokenKind.Comma && place.Has(Word.To)):
                offers.Clauses(c => c.Name.Text.Length > 0);
                return true;
            case Word.Accepts or Word.Source or Word.Denial when last.Word is Word.Accepts or Word.Is or Word.By || last.Kind == TokenKind.Comma:
                offers.Values("kind of source", SourceKinds);
                return true;
            case Word.Perspective when place.Block == Word.Scenario:
                offers.Evidence<PerspectiveSyntax>(p => p.Name.Text, "perspective");
                return true;
            case Word.Standard when place.Block == Word.Perspective:
                offers.Evidence<StandardSyntax>(s => s.Name.Text, "standard");
                return true;
            case Word.Takes when last.Word == Word.Takes:
                offers.Readings();
                return true;
            case Word.Expect:
                return Expect(offers, place);
            case Word.Kind or Word.Event when last.Word == Word.Is:
                offers.Nouns(k => k.Form == (place.Item[0].Word == Word.Kind ? KindForm.Thing : KindForm.Event));
                return true;
            case Word.Kind or Word.Event or Word.State or Word.Amount when last.Word.IsPreposition() || last.Word == Word.Of:
                offers.Words("actor", "place", "activity", "request", "party");
                offers.Nouns(k => k.Form != KindForm.State);
                return true;
            case Word.Kind or Word.Event when place.Has(Word.With) && last.IsName && place.BeforeLast is { } before && (before.Word == Word.With || before.Kind == TokenKind.Comma):
                offers.Values("type", FieldTypes);
                offers.Units();
                return true;
            default:
                return false;
        }
    }

    private static bool Expect(Offers offers, Place place)
    {
        var last = place.Last!.Value;
        if (place.Item.Length == 1)
        {
            offers.Values("state of a clause", ClauseStates.Names.Concat(["contested", "undetermined"]));
        }
        else if (place.Item.Length == 2)
        {
            offers.Clauses();
        }
        else if (place.Has(Word.Because))
        {
            offers.Clauses();
            offers.Readings();
            offers.Evidence<SourceSyntax>(s => s.Name.Text, "source");
            offers.Instances();
        }
        else if (last.Word == Word.Of)
        {
            offers.Instances();
        }
        else if (last.Word == Word.Under)
        {
            offers.Readings();
        }
        else if (last.Word.IsPreposition())
        {
            offers.Actors();
        }
        else
        {
            offers.Words("by", "to", "of", "on", "under", "because");
        }

        return true;
    }

    /// <summary>Words that say what must follow them.</summary>
    private static bool ByLast(Offers offers, Place place)
    {
        var last = place.Last!.Value;
        if (last.Kind == TokenKind.Number)
        {
            offers.Units();
            return true;
        }

        switch (last.Word)
        {
            case Word.When or Word.Means or Word.There:
                offers.Nouns(k => last.Word != Word.When || k.Form == KindForm.Event);
                offers.Words(last.Word == Word.When ? "breach" : "party");
                return true;
            case Word.Must or Word.Not or Word.May or Word.To when IsModal(place):
                offers.Words("keep", "have", "not");
                offers.Values("verb", offers.Sight.Symbols.OfType<Language.Binding.Names.KindSymbol>().Select(k => k.Verb).OfType<string>().Distinct(StringComparer.Ordinal));
                return true;
            case Word.Have:
                offers.Nouns(k => k.Form == KindForm.Thing, isPlural: true);
                return true;
            case Word.Keep or Word.Where or Word.Unless or Word.If or Word.And or Word.Or or Word.While:
                Condition(offers);
                return true;
            case Word.Is or Word.Was:
                offers.Words("not", "in", "outside", "any of");
                offers.FieldsOf(KindBefore(offers, place));
                offers.Groups();
                offers.Nouns(_ => true);
                offers.Values("state of a clause", ClauseStates.Names);
                offers.Actors();
                return true;
            case Word.Each:
                offers.Words("other", "party");
                offers.Groups();
                offers.Nouns(_ => true);
                return true;
            case Word.Other:
                offers.Groups();
                return true;
            case Word.At:
                offers.Words("least", "most", "once");
                return true;
            case Word.More or Word.Less or Word.Later or Word.Earlier:
                offers.Words("than");
                return true;
            case Word.No:
                offers.Words("later than", "earlier than");
                return true;
            case Word.Every:
                offers.Words("year", "month", "week", "day");
                return true;
            case Word.Before or Word.After or Word.Until or Word.From or Word.Effective:
                Instants(offers);
                return true;
            case Word.Than:
                Instants(offers);
                offers.Amounts();
                return true;
            case Word.Number or Word.Total or Word.Largest or Word.Smallest or Word.Average:
                offers.Words("of");
                offers.FieldsOf(null);
                return true;
            case Word.Of when place.BeforeLast is { Word: Word.Number }:
                offers.Nouns(_ => true, isPlural: true);
                return true;
            case Word.With or Word.None when last.Word == Word.With || (last.Kind == TokenKind.Comma && place.Has(Word.With)):
                offers.FieldsOf(KindOfFact(offers, place));
                offers.Words("count", "position", "distance", "accuracy", "height", "above", "end");
                return true;
            case Word.Reported or Word.Denied or Word.Retracted:
                offers.Words("by");
                return true;
            case Word.By when place.Item.Any(t => t.Word is Word.Reported or Word.Denied or Word.Retracted):
                offers.Evidence<SourceSyntax>(s => s.Name.Text, "source");
                offers.Actors();
                return true;
            case Word.By or Word.To or Word.Against:
                offers.Variables();
                offers.Words("each other party");
                offers.Actors();
                offers.Groups();
                offers.Nouns(k => k.Form != KindForm.Thing);
                return true;
            case Word.In or Word.Into or Word.On or Word.Over or Word.Through or Word.Outside:
                offers.Places();
                offers.Variables();
                return true;
            case Word.Of:
                offers.Variables();
                offers.Instances();
                offers.Actors();
                offers.Groups();
                offers.Nouns(_ => true);
                return true;
            case Word.Under:
                offers.Readings();
                return true;
            default:
                return false;
        }
    }

    private static void Instants(Offers offers)
    {
        offers.Variables(k => k is null or { Form: KindForm.Event });
        offers.Words("start of", "end of", "entry_into_force", "signature", "fulfilment of", "day");
    }

    /// <summary>Behind a noun or a name: the prepositions of its kind, a variable, a comparison, a time.</summary>
    private static void Rest(Offers offers, Place place)
    {
        var last = place.Last!.Value;
        if (place.Block == Word.Scenario && place.Item.All(t => t.Kind is TokenKind.Date or TokenKind.Month or TokenKind.Clock or TokenKind.Range))
        {
            offers.Nouns(_ => true);
            offers.Words("judged");
            return;
        }

        if (last.IsName && place.BeforeLast is { Word: Word.Must or Word.Not or Word.To or Word.May } && IsVerb(offers, place.TextOf(last)))
        {
            offers.Nouns(k => k.Verb == place.TextOf(last));
            return;
        }

        if (place.Block == Word.Group || last.Kind == TokenKind.Comma)
        {
            offers.Actors();
            offers.Nouns(_ => true);
            return;
        }

        var isSubject = place.Block is Word.Clause or Word.Exception or Word.Reading && !place.Item.Any(t => t.Word is Word.Must or Word.May or Word.Has or Word.Have or Word.When or Word.While or Word.If);
        if (isSubject)
        {
            offers.Words("must", "must not", "may", "has power to", "together");
        }

        foreach (var token in place.Item)
        {
            if (token.IsName && offers.Sight.KindOf(place.TextOf(token)) is { } kind)
            {
                offers.Words([.. kind.Roles.Select(r => r.Role.Preposition).Concat(["in", "outside"])]);
            }
        }

        offers.Words(Comparisons);
        offers.Words("where", "and", "or");
        if (place.Block is Word.Scenario)
        {
            offers.Words("with", "until", "reported", "denied", "retracted");
        }
        else
        {
            offers.Words(Timings);
        }
    }

    private static bool IsVerb(Offers offers, string word) => offers.Sight.Symbols.Any(s => s is Language.Binding.Names.KindSymbol { Verb: { } verb } && verb == word);

    /// <summary><c>must</c>, <c>must not</c>, <c>may</c>, <c>has power to</c></summary>
    private static bool IsModal(Place place) => (place.Last!.Value.Word, place.BeforeLast?.Word) switch
    {
        (Word.Must or Word.May, _) => true,
        (Word.Not, Word.Must) => true,
        (Word.To, Word.Power) => true,
        _ => false,
    };

    /// <summary>The kind of the variable before <c>is</c>.</summary>
    private static Language.Binding.Names.KindSymbol? KindBefore(Offers offers, Place place) =>
        place.BeforeLast is { Kind: TokenKind.Variable } letter ? offers.Sight.Variables.GetValueOrDefault(place.TextOf(letter)) : null;

    private static Language.Binding.Names.KindSymbol? KindOfFact(Offers offers, Place place) =>
        place.Item.Where(t => t.IsName).Select(t => offers.Sight.KindOf(place.TextOf(t))).FirstOrDefault(k => k is not null);
}
