using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Presentation.Tables;
using Pacta.Presentation.Words;

namespace Pacta.Cli.Demo;

/// <summary>One finding of the demo, or several that differ only in whom they are owed to, in words.</summary>
/// <param name="Because">What it hangs on; of a certain one, what it rests on.</param>
internal sealed record FoundInWords(
    string Clause, string Who, string About, string State, string Certainty, string When, ImmutableArray<string> Because, ImmutableArray<Finding> Findings);

/// <summary>What the demo says of its findings. The words are those of every other command.</summary>
internal static class DispatchWords
{
    /// <summary>The demo is told in English, and says what is consistent with which clause: its own sentences are in no book of phrases.</summary>
    public static readonly Speech Speech = Speech.Default;

    /// <summary>More causes than this are counted.</summary>
    private const int MostCauses = 3;

    /// <summary>More states than these are not told one by one: that it is open says it.</summary>
    private const int MostStates = 2;

    public static ImmutableArray<FoundInWords> Of(DispatchCheck check) =>
    [
        .. RowFolder.Rows(check.Agreement, check.Findings, Speech)
            .Select(r => new FoundInWords(
                r.Group, r.Findings[0].IsClaim ? string.Empty : r.Who, r.About, r.Findings[0].States.Length > MostStates ? string.Empty : r.State,
                Speech.Certainties.Of(r.Findings[0]), r.When, [.. Because(check, r.Findings[0])], r.Findings))
            .GroupBy(f => (f.Clause, f.About, f.State, f.Certainty, f.When, Because: string.Join('\n', f.Because)))
            .Select(g => g.First() with { Who = string.Join("; ", g.Select(f => f.Who)), Findings = [.. g.SelectMany(f => f.Findings)] }),
    ];

    /// <summary>"draft to NATO, 6 (a proposal)": its standing where it is other than that of an agreement that nobody disputes.</summary>
    public static string Clause(DispatchCheck check, Finding finding)
    {
        var standing = finding.Status is { Disputed: true } or { Standing: Standing.Proposal } ? $" ({Speech.Clauses.Of(finding.Status)})" : string.Empty;
        return $"{check.Names.Short}{(finding.Reference is { } article ? $", {article}" : string.Empty)}{standing}";
    }

    /// <summary>What follows, in a few words: the state where it is certain, else how sure it is.</summary>
    public static string Outcome(Finding finding) => finding.IsClaim || finding.Certainty == Certainty.Certain
        ? Speech.States.Of(finding)
        : Speech.Certainties.Of(finding.Certainty);

    /// <summary>Where the text was read, and what the agreement's file remarks on each clause that was checked.</summary>
    public static IEnumerable<string> Text(params IEnumerable<DispatchCheck> checks)
    {
        var all = checks.ToList();
        return all.Select(c => c.Agreement.Citation).OfType<string>()
            .Concat(all.SelectMany(check => check.Agreement.Clauses
                .Where(c => check.Script.Clauses.Contains(c.Name) && c.Remarks.Notes.Length > 0)
                .Select(c => $"{c.Reference ?? c.Name}: {string.Join(" ", c.Remarks.Notes.Select(Bare))}")))
            .Distinct(StringComparer.Ordinal);
    }

    private static string Bare(string note) => note.StartsWith("source: ", StringComparison.Ordinal) ? note["source: ".Length..] : note;

    /// <summary>What nobody has checked in the text that was encoded, with the articles that it is about.</summary>
    public static string Unverified(params IEnumerable<DispatchCheck> checks) => string.Join("; ", checks
        .SelectMany(c => c.Findings)
        .SelectMany(f => f.Unverified.Select(u => (Article: Speech.Clauses.Short(f), What: u)))
        .Distinct()
        .GroupBy(u => u.What, u => u.Article, StringComparer.Ordinal)
        .Select(g => $"{string.Join(", ", g)}: {g.Key}"));

    /// <summary>Who reports, and where it was read, of all records of a row.</summary>
    public static IEnumerable<(string Source, string Where)> Sources(DispatchRow row)
    {
        var names = row.Checks.Select(c => c.Agreement.Vocabulary.Sources).FirstOrDefault();
        return row.Reports
            .Select(Cited)
            .OfType<(string Source, string? Where)>()
            .GroupBy(r => r.Source, r => r.Where, StringComparer.Ordinal)
            .Select(g => (
                names is not null && names.TryGetValue(g.Key, out var source) ? source.FullName : g.Key,
                string.Join("; ", g.OfType<string>().Distinct(StringComparer.Ordinal))));
    }

    /// <summary>Where the texts and the reports of a row were read, each once, without what was read there.</summary>
    public static IEnumerable<string> Citations(DispatchRow row) => row.Checks.Select(c => c.Agreement.Citation).OfType<string>()
        .Concat(row.Asks.Select(a => a.Agreement.Citation).OfType<string>())
        .Concat(row.Reports.Select(Cited).Select(c => c?.Where).OfType<string>())
        .SelectMany(c => c.Split("; "))
        .Select(Place)
        .Distinct(StringComparer.Ordinal);

    /// <summary>"tass.com/defense/1337229" of "tass.com/defense/1337229: at nine ranges".</summary>
    private static string Place(string citation) =>
        citation.StartsWith("unverified", StringComparison.Ordinal) || citation.IndexOf(": ", StringComparison.Ordinal) is not (> 0 and var at) ? citation : citation[..at];

    private static (string Source, string? Where)? Cited(ReportRecord record) => record switch
    {
        Report report => (report.Source, report.Reference),
        CountRecord count => (count.Source, count.Reference),
        CoverageRecord coverage => (coverage.Source, coverage.Reference),
        _ => null,
    };

    /// <summary>"None of the 94 clauses encoded here rules out an exercise as such.", and each clause that does under conditions.</summary>
    public static IEnumerable<string> OfScan(DispatchRow row, DispatchRun run)
    {
        if (row is not { RuledOut: { } found, Script.Scan: { } scan })
        {
            yield break;
        }

        var plain = found.Count(f => f.AsSuch);
        yield return $"{(plain == 0 ? "None" : plain)} of the {Clauses(run.Agreements)} encoded here {(plain > 1 ? "rule" : "rules")} out {scan.Words} as such.";
        foreach (var (agreement, clause, asSuch) in found.OrderBy(f => f.Clause.Status.Standing == Standing.Proposal))
        {
            yield return $"{(asSuch ? "As such" : "Under conditions")}: {run.Script.Agreements.Single(a => a.Name == agreement.Name).Short}, {ClauseWords.Full(clause).Replace('_', ' ')} ({Speech.Clauses.Of(clause.Status)}): “{clause.Readings[0].Content.Sentence.Text}”.";
        }
    }

    /// <summary>"none rules it out as such; 2 under conditions".</summary>
    public static string OutcomeOfScan(ImmutableArray<RuledOut> found) =>
        found.Count(f => f.AsSuch) is > 0 and var plain ? $"{plain} {(plain == 1 ? "rules" : "rule")} it out as such" : $"none rules it out as such; {found.Count(f => !f.AsSuch)} under conditions";

    public static string Clauses(ImmutableArray<Agreement> agreements) => $"{agreements.Sum(a => a.Clauses.Length)} clauses";

    public static IEnumerable<string> OfDuties(DispatchRow row)
    {
        if (row.Script.Compare is not { } compare)
        {
            yield break;
        }

        foreach (var count in row.Duties)
        {
            yield return $"{count.Agreement.Title} ({Speech.Clauses.Of(count.Agreement.Status)}):";
            yield return $"  would bind {compare.One.Name} only: {Articles(count.OneOnly)}";
            yield return $"  would bind {compare.Other} only: {Articles(count.OtherOnly)}";
            yield return $"  would bind both: {Articles(count.Both)}";
        }
    }

    /// <summary>"would ask, of whatever is meant: “...”; not reported: range, distance".</summary>
    public static string OfAsk(DispatchAsk ask) =>
        $"{ask.Names.Short}, {ClauseWords.Full(ask.Clause).Replace('_', ' ')} ({Speech.Clauses.Of(ask.Clause.Status)}): “{ask.Clause.Readings[0].Content.Sentence.Text}”. Not reported: {string.Join(", ", ask.Needs)}.";

    /// <summary>What a text leaves to judgement, and the places that it names and nobody has drawn.</summary>
    public static string OpenTerms(Agreement agreement)
    {
        var places = agreement.Tables.Values
            .Where(t => t.Form == TableForm.Zone && t.Readings.All(r => r.Content.IsEmpty))
            .Select(t => $"{t.Name} (no map)");
        var ranges = agreement.Definitions.Values.SelectMany(d => d.Remarks.Unverified.Select(u => $"{d.Name} ({(u.Length > 0 ? u : "as a whole")})"));
        return string.Join("; ", agreement.Matters.Select(m => $"“{m}”").Concat(places).Concat(ranges));
    }

    /// <summary>"4 no enlargement, no bases; 7 no activity": the article, and what its sentences are called.</summary>
    private static string Articles(ImmutableArray<Clause> clauses) => clauses.Length == 0
        ? "no sentence"
        : string.Join("; ", clauses.GroupBy(c => c.Reference).Select(g => $"{g.Key}{(g.Key is null ? string.Empty : " ")}{string.Join(", ", g.Select(c => c.Name.Replace('_', ' ')))}"));

    private static IEnumerable<string> Because(DispatchCheck check, Finding finding)
    {
        var words = StepWords.For(finding, new TimeWords(check.Agreement.Calendar, Speech.Phrases), Speech, Measures.Of(check.Agreement));
        if (finding.IsClaim)
        {
            return Claims(finding);
        }

        var readings = Readings(finding);
        if (finding.Certainty == Certainty.Certain)
        {
            return readings.Count > 0 ? readings : finding.Derivation.Because
                .Where(b => b.Code is DerivationCode.Compared or DerivationCode.Fact)
                .Take(1)
                .Concat(IsToldByItsState(finding.Derivation.Code) ? [] : [finding.Derivation])
                .OrderByDescending(b => b == finding.Derivation)
                .Select(b => words.Of(b));
        }

        var causes = ReasonWords.InOrder(finding).Where(c => c.Kind != CauseKind.Reading || readings.Count == 0).ToList();
        causes = causes.Exists(c => !IsOfTime(c)) ? causes.FindAll(c => !IsOfTime(c)) : causes;
        var told = causes.Take(MostCauses).Select(c => Speech.Phrases.Say("reason.hangs_on", Speech.Causes.Of(c))).ToList();
        return causes.Count > MostCauses ? [.. told, $"and on {causes.Count - MostCauses} more", .. readings] : [.. told, .. readings];
    }

    /// <summary>Who claims it, and who denies it, each in one sentence and in the order of their names.</summary>
    private static IEnumerable<string> Claims(Finding finding) => finding.Derivation.Because
        .Where(b => b.Code == DerivationCode.Claims)
        .GroupBy(b => b.Arguments[1], StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"{(g.Key == "claims" ? "claimed" : "denied")} by {string.Join(", ", g.Select(b => b.Arguments[2].Length > 0 ? $"{Named(b.Arguments[0])} (“{b.Arguments[2]}”)" : Named(b.Arguments[0])).Order(StringComparer.Ordinal))}");

    private static string Named(string name) => DispatchScript.Embedded.Names.TryGetValue(name, out var told) ? told : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');

    /// <summary>Steps that only say again what the state says: what is reported follows below them.</summary>
    private static bool IsToldByItsState(DerivationCode code) => code is DerivationCode.Violated or DerivationCode.PowerUsed or DerivationCode.Kept;

    /// <summary>That a day is no instant matters only where nothing else does.</summary>
    private static bool IsOfTime(Cause cause) => cause is { Kind: CauseKind.Imprecise, Attribute: "time" or "end" };

    /// <summary>What follows under which reading. Readings that change nothing are not told one by one.</summary>
    private static List<string> Readings(Finding finding)
    {
        var all = finding.ByReading.Select(r => (Taken: r.Readings, State: Speech.Readings.StateOf(r, finding.Status.Standing))).ToList();
        var read = all.SelectMany(r => r.Taken.Select(t => t.Of)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var of in read)
        {
            if (all.GroupBy(r => Key(Without(r.Taken, of))).All(g => g.Select(r => r.State).Distinct(StringComparer.Ordinal).Count() == 1))
            {
                all = [.. all.Select(r => (Taken: Without(r.Taken, of), r.State)).DistinctBy(r => Key(r.Taken))];
            }
        }

        return all is [{ Taken.Length: 0 }]
            ? [$"the same under each reading of {string.Join(" and ", read)}"]
            : all.ConvertAll(r => $"under {Speech.Readings.Of(new FindingUnderReadings(r.Taken, null, false))}: {r.State}");
    }

    private static ImmutableArray<ReadingTaken> Without(ImmutableArray<ReadingTaken> taken, string of) => [.. taken.Where(t => t.Of != of)];

    private static string Key(ImmutableArray<ReadingTaken> taken) => string.Join('\n', taken.Select(t => $"{t.Of} {t.Name}"));
}
