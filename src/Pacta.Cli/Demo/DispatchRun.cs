using System.Collections.Immutable;
using NodaTime;
using Pacta.Checking;
using Pacta.Cli.Inputs;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Time;

namespace Pacta.Cli.Demo;

/// <summary>What was found for a row of the demo.</summary>
/// <param name="RuledOut">Null where nothing was looked for.</param>
/// <param name="Reports">All records of the row.</param>
internal sealed record DispatchRow(
    ScriptRow Script,
    ImmutableArray<DispatchCheck> Checks,
    ImmutableArray<RuledOut>? RuledOut,
    ImmutableArray<DutyCount> Duties,
    ImmutableArray<Agreement> OpenTerms,
    ImmutableArray<ReportRecord> Reports,
    ImmutableArray<ClockTime> Clocks,
    ImmutableArray<DispatchAsk> Asks);

internal sealed record DispatchCheck(ScriptCheck Script, ScriptAgreement Names, Agreement Agreement, ImmutableArray<Finding> Findings);

/// <summary>A clause of which nothing is reported.</summary>
/// <param name="Needs">What a report would have to state: "range", "distance from territory".</param>
internal sealed record DispatchAsk(ScriptAgreement Names, Agreement Agreement, Clause Clause, ImmutableArray<string> Needs);

/// <summary>When something takes effect if days are counted in a time zone.</summary>
internal sealed record ClockTime(string CountedIn, Instant At);

/// <summary>
/// The demo's agreements, those of the library itself, checked against its reports. Everything is inside of the program: no file is read and nothing
/// is fetched.
/// </summary>
internal sealed record DispatchRun(DispatchScript Script, ImmutableArray<Agreement> Agreements, ImmutableArray<DispatchRow> Rows)
{
    /// <summary>All files of the demo, as they can be written into a folder.</summary>
    public static IEnumerable<string> Files(DispatchScript script) => script.Vocabularies
        .Concat(script.Agreements.Select(a => a.File))
        .Concat(script.Rows.SelectMany(ReportsOf));

    /// <summary>The report file of a check; null if it has none.</summary>
    public static string? ReportsOf(ScriptRow row, ScriptCheck check) => check.Reports is "" ? null : $"{check.Reports ?? row.Id}.jsonl";

    private static IEnumerable<string> ReportsOf(ScriptRow row) => row.Checks.Select(c => ReportsOf(row, c)).OfType<string>().Distinct(StringComparer.Ordinal);

    public static DispatchRun Of(DispatchScript script)
    {
        var bag = new DiagnosticBag();
        var files = script.Vocabularies.Concat(script.Agreements.Select(a => a.File)).Select(f => new SourceText(f, EmbeddedFile.Text($"dispatch/{f}"))).ToList();
        var compiled = Loading.Compile(files, [], bag, readsMaps: false)?.Compilation.Agreements ?? throw Broken(bag);
        var agreements = script.Agreements.Select(a => compiled.Single(c => c.Name == a.Name)).ToImmutableArray();
        return new DispatchRun(script, agreements, [.. script.Rows.AsParallel().AsOrdered().Select(r => Row(r, script, agreements))]);
    }

    private static DispatchRow Row(ScriptRow row, DispatchScript script, ImmutableArray<Agreement> agreements)
    {
        var bag = new DiagnosticBag();
        var reports = ReportsOf(row).ToDictionary(f => f, f => Loading.Read(f, EmbeddedFile.Bytes($"dispatch/{f}"), bag, keepGoing: false).File.Records, StringComparer.Ordinal);
        ImmutableArray<DispatchCheck> checks =
        [
            .. row.Checks.AsParallel().AsOrdered()
                .Select(c => Check(c, script.Agreements.Single(a => a.Name == c.Agreement), Named(agreements, c.Agreement), Reports(c))),
        ];
        return bag.HasErrors ? throw Broken(bag) : new DispatchRow(
            row,
            checks,
            row.Scan is { } scan ? RuledOut.Of(agreements, scan.Kinds) : null,
            row.Compare is { } compare ? [.. compare.Agreements.Select(a => DutyCount.Of(Named(agreements, a), compare.One))] : [],
            [.. (row.OpenTerms ?? []).Select(a => Named(agreements, a))],
            [.. reports.Values.SelectMany(r => r)],
            [.. (row.Clocks?.CountedIn ?? []).SelectMany(zone => checks.SelectMany(c => Clock(zone, c, Reports(c.Script))))],
            [.. (row.Asks ?? []).SelectMany(a => a.Clauses.Select(c => Asked(script.Agreements.Single(s => s.Name == a.Agreement), Named(agreements, a.Agreement), c)))]);

        ImmutableArray<ReportRecord> Reports(ScriptCheck check) => ReportsOf(row, check) is { } file ? reports[file] : [];
    }

    private static DispatchAsk Asked(ScriptAgreement names, Agreement agreement, string name)
    {
        var clause = agreement.Clauses.Single(c => c.Name == name);
        return new DispatchAsk(names, agreement, clause, Needs.Of(clause));
    }

    private static DispatchCheck Check(ScriptCheck check, ScriptAgreement names, Agreement agreement, ImmutableArray<ReportRecord> reports)
    {
        var bag = new DiagnosticBag();
        var until = DateOption.Read("until", check.Until, bag);
        var result = Checker.Check(new CheckRequest([agreement], reports, null, until, null, [.. check.Clauses]));
        foreach (var diagnostic in result.Diagnostics)
        {
            bag.Add(diagnostic);
        }

        return bag.HasErrors ? throw Broken(bag) : new DispatchCheck(
            check, names, agreement, [.. result.Agreements.Single().Findings.Where(f => check.Clauses.Contains(f.ClauseName) && IsShown(f, check))]);
    }

    private static bool IsShown(Finding finding, ScriptCheck check) =>
        (check.By is not { } by || finding.Bearers.Any(by.Contains))
        && (check.To is not { } to || (finding.Beneficiary is { } owed && to.Contains(owed)))
        && (check.Of is not { } of || finding.Trigger.Any(of.Contains));

    /// <summary>When it takes effect if the days are counted in another time zone: the same check, with another calendar.</summary>
    private static IEnumerable<ClockTime> Clock(string zone, DispatchCheck check, ImmutableArray<ReportRecord> reports)
    {
        var calendar = new AgreementCalendar(DateTimeZoneProviders.Tzdb[zone], check.Agreement.Calendar.Holidays);
        var agreement = check.Agreement with { Calendar = calendar, TimeZone = zone };
        var result = Checker.Check(new CheckRequest([agreement], reports, null, null, null, [.. check.Script.Clauses]));
        return result.Agreements.Single().Findings
            .Where(f => IsShown(f, check.Script))
            .Select(f => f.Due)
            .OfType<InstantRange>()
            .Select(due => new ClockTime(zone, due.Earliest));
    }

    private static Agreement Named(ImmutableArray<Agreement> agreements, string name) => agreements.Single(a => a.Name == name);

    private static InvalidOperationException Broken(DiagnosticBag bag) =>
        new($"the demo that comes with Pacta has an error: {string.Join("; ", bag.Items.Where(d => d.Severity == Severity.Error).Select(d => d.Headline))}");
}
