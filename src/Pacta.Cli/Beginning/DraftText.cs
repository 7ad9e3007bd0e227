using System.Globalization;
using Pacta.Language.Compilation;
using Pacta.Model.Text;

namespace Pacta.Cli.Beginning;

/// <summary>A draft as a file of the agreement language: its words, the agreement, and a scenario for each clause. The layout is left to the formatter.</summary>
internal static class DraftText
{
    private static readonly string[] Units = ["unit person", "unit m", "unit km is 1_000 m"];

    private static readonly string[] Common = ["kind asset (assets) of actor in place", "event give notification (notifications) by actor of activity to actor"];

    // What others of the draft have and one lacks stays marked until somebody adds it; the mark stands beside each finding.
    private const string NoText = "unverified \"the words of the article, which are not here yet\"";
    private const string NoArticle = "unverified \"the article, which is not named yet\"";

    public static string Of(Draft draft, string name)
    {
        var lines = new List<string>();
        Vocabulary(lines, draft);
        Agreement(lines, draft, name);
        DraftScenarios.Write(lines, draft, name);
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>The name of the agreement: of its title, else <c>agreement</c> with a number behind it; never a name that the file has for something else.</summary>
    public static string NameOf(Draft draft)
    {
        var name = AnswerNames.NameOf(draft.Title) ?? "new_agreement";
        return draft.Parties.Concat(draft.Reporters).Any(p => p.Name == name) || WordsName(name) == name || name.EndsWith("_words", StringComparison.Ordinal) ? name + "_text" : name;
    }

    /// <summary>Can all of these names stand in one file, with the words that it has anyway? The compiler says so.</summary>
    public static bool AreApart(IEnumerable<DraftName> actors, IEnumerable<string> nouns)
    {
        List<string> lines = ["vocabulary trial {", .. Units, .. actors.Select(a => $"actor {a.Name}"), .. Common, .. nouns.Select(n => $"kind {WithPlural(n)} is asset"), "}"];
        return Compiler.Compile([new SourceText("trial.pacta", string.Join('\n', lines))]).Diagnostics.IsEmpty;
    }

    private static string WordsName(string agreement) => agreement + "_words";

    private static void Vocabulary(List<string> lines, Draft draft)
    {
        lines.Add("// What the agreement speaks of: who takes part, and what there is or happens.");
        lines.Add(string.Empty);
        lines.Add($"vocabulary {WordsName(NameOf(draft))} {{");
        lines.AddRange(Units);
        lines.Add(string.Empty);
        lines.AddRange(draft.Parties.Select(p => $"actor {p.Name} \"{p.Words}\""));
        if (DraftScenarios.NeedStandIns(draft) && draft.Clauses.Length > 0)
        {
            lines.Add("actor aland, borland // invented: what is made up in scenarios is told of them");
        }

        lines.Add(string.Empty);
        lines.Add(Common[0]);
        lines.AddRange(draft.Clauses.Select(Thing).OfType<string>().Distinct(StringComparer.Ordinal).Select(t => $"kind {WithPlural(t)} is asset"));
        lines.Add(string.Empty);
        lines.Add(Common[1]);
        lines.AddRange(draft.Clauses.SelectMany(Events).Distinct(StringComparer.Ordinal));
        lines.Add("}");
        lines.Add(string.Empty);
        lines.Add("// Who reports. Whoever accuses and whoever denies is heard by the same rules.");
        lines.AddRange(draft.Parties.Select(p => $"source {p.Name}{Interview.ReportsEnding} is party of {p.Name}"));
        lines.AddRange(draft.Reporters.Select(r => $"source {r.Name} is monitor \"{r.Words}\""));
        lines.Add(string.Empty);
    }

    private static string? Thing(DraftClause clause) => clause switch
    {
        CeilingClause ceiling => ceiling.Thing,
        NearLineClause near => near.Thing,
        _ => null,
    };

    private static IEnumerable<string> Events(DraftClause clause) => clause switch
    {
        NoticeClause notice => [$"event {notice.Verb} {WithPlural(notice.Act)} is activity by actor in place with troops person"],
        YearlyClause yearly => [$"event give {WithPlural(yearly.Document)} by actor to actor"],
        AnswerClause answer => [$"event send {WithPlural(answer.Request)} by actor to actor", $"event give {WithPlural(answer.Answer)} by actor to request"],
        _ => [],
    };

    private static string WithPlural(string noun) => AnswerNames.PluralOf(noun) is { } plural ? $"{noun} ({plural})" : noun;

    private static void Agreement(List<string> lines, Draft draft, string name)
    {
        lines.Add($"agreement \"{draft.Title}\" as {name} {{");
        if (IsWaiting(draft))
        {
            lines.Add($"// It is not in force yet, and binds nobody until it is. Then write: status {draft.Standing}, and: enters into force, with the day.");
        }

        lines.Add($"status {(IsWaiting(draft) ? "proposal" : draft.Standing)}");
        lines.AddRange(draft.Signed is { } signed ? [$"signed {signed}"] : []);
        lines.AddRange(draft.EntryIntoForce is { } entry ? [$"enters into force {entry}"] : []);
        lines.Add($"time zone \"{draft.TimeZone}\"");
        lines.Add($"parties {string.Join(", ", draft.Parties.Select(p => p.Name))}");
        lines.Add($"use {WordsName(NameOf(draft))}");
        lines.Add(string.Empty);
        var hasArticles = draft.Clauses.Any(c => c.Article is not null);
        var hasTexts = draft.Clauses.Any(c => c.Text is not null);
        lines.AddRange(draft.Clauses.OfType<CeilingClause>().Select(c => c.Zone).OfType<string>().Distinct(StringComparer.Ordinal).Select(z => $"zone {z} // known by its name; a map can be given behind it"));
        lines.AddRange(draft.Clauses.OfType<NearLineClause>().Select(c => $"line {c.Line} // known by its name; a map can be given behind it").Distinct(StringComparer.Ordinal));
        foreach (var band in draft.Clauses.OfType<NearLineClause>().DistinctBy(c => c.Zone))
        {
            var article = draft.Clauses.OfType<NearLineClause>().FirstOrDefault(c => c.Zone == band.Zone && c.Article is not null)?.Article;
            var row = $"up to {Number(band.Kilometres)} km from {band.Line}";
            lines.AddRange(article is null && hasArticles ? [$"zone {band.Zone} {{", NoArticle, row, "}"] : [$"zone {band.Zone}{At(article)} {{ {row} }}"]);
        }

        foreach (var clause in draft.Clauses)
        {
            lines.Add(string.Empty);
            lines.Add($"clause {clause.Name}{At(clause.Article)} {{");
            lines.AddRange(clause.Text is { } text ? [$"text {draft.Language} \"{text}\""] : hasTexts ? [NoText] : []);
            lines.AddRange(clause.Article is null && hasArticles ? [NoArticle] : []);
            lines.AddRange(Sentence(clause, draft));
            lines.Add("}");
        }

        lines.Add("}");
    }

    /// <summary>A commitment that is not in force yet is told as what is proposed; an oral one needs no date.</summary>
    public static bool IsWaiting(Draft draft) => draft.EntryIntoForce is null && draft.Standing is not ("proposal" or "oral");

    private static IEnumerable<string> Sentence(DraftClause clause, Draft draft) => clause switch
    {
        NoticeClause notice =>
        [
            $"when {notice.Act} x by A{(notice.Troops is { } troops ? $" where troops of x at least {Number(troops)}" : string.Empty)}",
            "A must give notification of x to each other party",
            notice.Days == 0 ? "no later than start of x" : $"no later than {Counted(notice.Days, "day")} before start of x",
        ],
        CeilingClause ceiling => [$"{Bearer(ceiling.Bound, draft, hasVariable: true)} must keep number of {Plural(ceiling.Thing)} of {Owner(ceiling.Bound, draft)}{(ceiling.Zone is { } zone ? $" in {zone}" : string.Empty)} at most {Number(ceiling.Number)}"],
        NearLineClause near => [$"{Bearer(near.Bound, draft)} must not have {Plural(near.Thing)} in {near.Zone}"],
        YearlyClause yearly => [$"{Bearer(yearly.Bound, draft)} must give {yearly.Document} to each other party every year by {yearly.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(yearly.Month).ToLowerInvariant()}"],
        AnswerClause answer =>
        [
            $"when {answer.Request} r by A to B",
            $"B must give {answer.Answer} to r within {Counted(answer.Length, answer.IsHours ? "hour" : "day")} after r",
        ],
        _ => [],
    };

    private static string Bearer(int? bound, Draft draft, bool hasVariable = false) => bound is { } index ? draft.Parties[index].Name : hasVariable ? "each party P" : "each party";

    private static string Owner(int? bound, Draft draft) => bound is { } index ? draft.Parties[index].Name : "P";

    private static string Plural(string noun) => AnswerNames.PluralOf(noun) ?? noun;

    private static string Counted(int number, string unit) => $"{Number(number)} {unit}{(number == 1 ? string.Empty : "s")}";

    public static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '_');

    private static string At(string? article) => article is null ? string.Empty : $" at \"{article}\"";
}
