using Pacta.Language.Lexing;

namespace Pacta.Language.Parsing;

/// <summary>The words with which an item may begin in some place, what people write instead, and an example of each.</summary>
internal sealed class ItemWords
{
    private static readonly Word[] Declarations =
        [Word.Unit, Word.Actor, Word.Kind, Word.Event, Word.State, Word.Group, Word.Define, Word.Amount, Word.Zone, Word.Line, Word.Open];

    private static readonly Word[] Headers =
    [
        Word.Status, Word.Signed, Word.Provisional, Word.Expires, Word.Parties, Word.Cite, Word.Use, Word.Suspended, Word.Withdrawn,
        Word.Survives, Word.Admits, Word.Holidays, Word.Enters,
    ];

    private static readonly Word[] FileItems =
        [Word.Vocabulary, Word.Agreement, Word.Scenario, Word.Source, Word.Standard, Word.Perspective, Word.Dispute, Word.Negotiation, Word.Criticisms];

    private static readonly Word[] AgreementItems = [Word.Part, Word.Clause, Word.Exception];

    private static readonly Dictionary<string, Word> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["article"] = Word.Clause,
        ["paragraph"] = Word.Clause,
        ["provision"] = Word.Clause,
        ["rule"] = Word.Clause,
        ["obligation"] = Word.Clause,
        ["duty"] = Word.Clause,
        ["chapter"] = Word.Part,
        ["section"] = Word.Part,
        ["title"] = Word.Part,
        ["treaty"] = Word.Agreement,
        ["document"] = Word.Agreement,
        ["test"] = Word.Scenario,
        ["example"] = Word.Scenario,
        ["definition"] = Word.Define,
        ["term"] = Word.Define,
        ["limit"] = Word.Amount,
        ["quota"] = Word.Amount,
        ["area"] = Word.Zone,
        ["region"] = Word.Zone,
        ["actors"] = Word.Actor,
        ["party"] = Word.Actor,
        ["country"] = Word.Actor,
        ["alliance"] = Word.Group,
        ["unless"] = Word.Exception,
        ["dictionary"] = Word.Vocabulary,
        ["negotiations"] = Word.Negotiation,
        ["talks"] = Word.Negotiation,
        ["import"] = Word.Use,
        ["uses"] = Word.Use,
    };

    private readonly Word[] _words;

    private ItemWords(string list, Word main, params Word[][] words)
    {
        List = list;
        MainExample = Example(main);
        _words = [.. words.SelectMany(w => w)];
    }

    public static ItemWords InFile { get; } = new(
        "vocabulary, agreement, scenario, source, standard, perspective, dispute, negotiation, criticisms, or a declaration such as actor, kind, event, group, define or zone",
        Word.Agreement,
        FileItems,
        Declarations);

    public static ItemWords InVocabulary { get; } =
        new("unit, actor, kind, event, state, group, define, amount, zone, line, open or about", Word.Kind, Declarations);

    public static ItemWords InAgreement { get; } = new(
        "part, clause, exception, a declaration such as define, amount or zone, or a line of the head such as status or parties",
        Word.Clause,
        AgreementItems,
        Declarations,
        Headers);

    public static ItemWords InPart { get; } = new(
        "clause, exception, define, amount, zone, line or group", Word.Clause, [Word.Clause, Word.Exception], Declarations);

    /// <summary>The words that may begin an item, for a message.</summary>
    public string List { get; }

    public string MainExample { get; }

    /// <summary>The word that was probably meant; null if none is near. A word of the language that stands right elsewhere is no misspelling.</summary>
    public Word? Nearest(string text, Word written)
    {
        if (HomeOf(written) is not null)
        {
            return null;
        }

        if (Synonyms.TryGetValue(text, out var synonym) && _words.Contains(synonym))
        {
            return synonym;
        }

        var best = Spelling.Nearest(text, _words.Select(w => w.Spelling()));
        return best is null ? null : Words.Find(best);
    }

    /// <summary>Where an item that begins with the word belongs; null if no item does.</summary>
    public static string? HomeOf(Word word) =>
        AgreementItems.Contains(word) ? "in an agreement"
        : Headers.Contains(word) ? "at the head of an agreement"
        : FileItems.Contains(word) ? "at the top level of a file"
        : Declarations.Contains(word) ? "in a vocabulary or an agreement"
        : null;

    public static string Example(Word word) => word switch
    {
        Word.Vocabulary => "vocabulary military {\n  unit km\n}",
        Word.Agreement => "agreement \"Vienna Document 2011\" as vienna_document_2011 {\n  status political\n}",
        Word.Scenario => "scenario \"a late notice is a breach\" of vienna_document_2011 {\n  2021-09-10 exercise north_wind by aland\n}",
        Word.Source => "source tass is media of russia \"TASS\"",
        Word.Standard => "standard two_origins {\n  needs 2 origins\n}",
        Word.Perspective => "perspective neutral {\n  accepts monitor, sensor\n}",
        Word.Negotiation => SyntaxErrors.NegotiationExample,
        Word.Criticisms => "criticisms of bay_accord {\n  long_notice by borland at version 1 of clause notice \"42 days is too long for us\"\n}",
        Word.Dispute => SyntaxErrors.DisputeExample,
        Word.Unit => "unit km is 1_000 m",
        Word.Actor => "actor usa \"United States of America\", belarus",
        Word.Kind => "kind tank (tanks) is weapon with calibre mm",
        Word.Event => "event give notification (notifications) by actor of activity to actor",
        Word.State => "state belligerent by actor S begins when war by S ends when peace by S",
        Word.Group => "group eastern_group { russia, belarus }",
        Word.Define => "define inf_missile { means ground_missile m where range of m is 500 km .. 5_500 km }",
        Word.Amount => "amount quota of party P at \"107\" {\n  15 if number of formations of P more than 900\n  6 otherwise\n}",
        Word.Zone => "zone security_zone { up to 15 km from contact_line }",
        Word.Line => "line contact_line { map \"minsk/line.geojson\" }",
        Word.Open => "open notification, invitation",
        Word.Part => "part \"V\" \"Prior notification\" {",
        Word.Exception => "exception no_notice to prior_notification at \"41\" {\n  if x is alert\n}",
        Word.Status => "status political",
        Word.Signed => "signed 2011-11-30",
        Word.Provisional => "provisional as from 1992-07-17 until 1992-11-09",
        Word.Enters => "enters into force 2011-12-01",
        Word.Expires => "expires 2026-02-04",
        Word.Parties => "parties russia, usa",
        Word.Cite => "cite \"FSC.DOC/1/11\"",
        Word.Use => "use military",
        Word.Suspended => "suspended by russia as from 2007-12",
        Word.Withdrawn => "withdrawn by usa as from 2020-11-22",
        Word.Survives => "survives withdrawal for 5 years",
        Word.Admits => "admits reports within 30 days",
        Word.Holidays => "holidays 2021-12-25, 2022-01-01",
        _ => SyntaxErrors.ClauseExample,
    };
}
