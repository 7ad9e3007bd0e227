using Word = Pacta.Language.Lexing.Word;

namespace Pacta.LanguageServer.Features.Completion;

/// <summary>What a line may begin with, block by block.</summary>
internal static class ItemStarts
{
    public static void Offer(Offers offers, Place place)
    {
        switch (place.Block)
        {
            case Word.None:
                File(offers);
                break;
            case Word.Vocabulary:
                Declarations(offers);
                offers.Words("open", "about is");
                break;
            case Word.Agreement:
                Content(offers);
                Declarations(offers);
                offers.Words(
                    "status", "signed", "enters into force", "time zone", "parties", "cite", "use", "provisional", "expires", "suspended by", "withdrawn by", "survives", "admits reports within", "holidays");
                break;
            case Word.Part:
                Content(offers);
                Declarations(offers);
                break;
            case Word.Clause:
                offers.Words("when", "while");
                Sentence(offers);
                offers.Words("text", "note", "unverified", "status", "reading", "claimed by", "denied by", "survives", "admits reports within");
                break;
            case Word.Exception:
                offers.Words("if");
                Sentence(offers);
                offers.Words("text", "note", "unverified");
                break;
            case Word.Define:
                offers.Words("means", "reading", "text", "note", "unverified");
                break;
            case Word.Reading when place.OuterBlock == Word.Define:
                offers.Words("means");
                break;
            case Word.Reading when place.OuterBlock is Word.Clause:
                offers.Words("while");
                Sentence(offers);
                break;
            case Word.Amount or Word.Zone or Word.Line or Word.Reading:
                Rows(offers);
                break;
            case Word.Group:
                offers.Actors();
                break;
            case Word.Scenario:
                offers.Words("expect", "perspective");
                offers.Actors();
                break;
            case Word.Standard:
                offers.Words("needs", "reliability", "credibility", "admission suffices", "denial counts by");
                break;
            case Word.Perspective:
                offers.Words("accepts", "standard", "takes");
                break;
            case Word.Any:
                Continuations.Condition(offers);
                break;
            case Word.Negotiation:
                offers.Words("parties", "issue", "excludes", "interests of");
                break;
            case Word.Dispute:
                offers.Words("party", "impossible", "irreversible", "merge", "state", "preferences of", "cite");
                break;
            default:
                offers.Words("option");
                break;
        }

        if (place is { IsBelow: true, Block: Word.Clause or Word.Exception or Word.Reading })
        {
            // A sentence goes on below with a joining word.
            offers.Words("no later than", "no earlier than", "within", "every", "as from", "until", "unless", "otherwise", "where", "effective");
        }
    }

    private static void File(Offers offers)
    {
        offers.Snippet("agreement", "agreement \"${1:Title}\" as ${2:name} {\n  status ${3|legal,political,oral,unilateral,proposal|}\n  signed ${4:2024-01-01}\n  enters into force ${5:2024-01-01}\n  time zone \"${6:UTC}\"\n  parties ${7:aland, borland}\n  use ${8:military}\n\n  $0\n}", "an agreement with its head");
        offers.Snippet("scenario", "scenario \"${1:what is shown}\" of ${2:agreement} {\n  ${3:2024-03-01}  $0\n  expect ${4|met,breached,open,dormant,excused,contested,undetermined|} ${5:clause} on ${6:2024-04-01}\n}", "facts and what follows from them");
        offers.Snippet("vocabulary", "vocabulary ${1:name} {\n  $0\n}", "units, actors, kinds and events");
        offers.Words("agreement", "scenario", "vocabulary", "source", "standard", "perspective", "negotiation", "dispute", "criticisms of");
        Declarations(offers);
    }

    private static void Content(Offers offers)
    {
        offers.Snippet("clause", "clause ${1:name} at \"${2:1}\" {\n  text en \"${3:...}\"\n  $0\n}", "a clause");
        offers.Snippet("exception", "exception ${1:name} to ${2:clause} at \"${3:1}\" {\n  if $0\n}", "an exception");
        offers.Snippet("part", "part \"${1:I}\" \"${2:Title}\" {\n  $0\n}", "a chapter");
        offers.Words("clause", "exception", "part");
    }

    private static void Declarations(Offers offers)
    {
        offers.Snippet("define", "define ${1:noun} (${2:nouns}) at \"${3:1}\" {\n  means $0\n}", "a noun with a meaning");
        offers.Words("actor", "kind", "event", "state", "unit", "group", "define", "amount", "zone", "line");
    }

    private static void Sentence(Offers offers)
    {
        offers.Words("each");
        offers.Variables();
        offers.Actors();
    }

    private static void Rows(Offers offers)
    {
        offers.Words("map", "polygon", "up to");
        offers.Places();
        offers.Amounts();
    }
}
