using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Findings;
using Pacta.Model.Periods;
using Pacta.Model.Time;
using Pacta.Presentation.Tables;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>What was assessed, what is due, and what was revised: findings in the words of the mandate.</summary>
internal static class FindingSections
{
    private static readonly ImmutableArray<PeriodColumn> AssessedColumns =
        [PeriodColumn.Clause, PeriodColumn.Who, PeriodColumn.What, PeriodColumn.Number, PeriodColumn.State, PeriodColumn.When, PeriodColumn.Certainty, PeriodColumn.Before, PeriodColumn.Why, PeriodColumn.Id];

    private static readonly ImmutableArray<PeriodColumn> DueColumns =
        [PeriodColumn.When, PeriodColumn.Clause, PeriodColumn.Who, PeriodColumn.What, PeriodColumn.Number, PeriodColumn.State, PeriodColumn.Certainty, PeriodColumn.Why, PeriodColumn.Id];

    public static DocumentSection Assessed(PeriodPart part)
    {
        var before = new Dictionary<Finding, Finding?>(ReferenceEqualityComparer.Instance);
        foreach (var assessed in part.Report.Assessed)
        {
            before.Add(assessed.Finding, assessed.Before);
        }

        var title = part.Say(part.Speech.Mandate == Mandate.Observe ? "period.title.assessed.observe" : "period.title.assessed");
        return Of("assessed", AssessedColumns, [.. part.Report.Assessed.Select(a => a.Finding)], part, f => Before(before[f], f, part), title);
    }

    public static DocumentSection Due(PeriodPart part) => Of("due", DueColumns, part.Report.Due, part);

    public static DocumentSection Next(PeriodPart part) => Of("next", DueColumns, part.Report.Next, part);

    public static DocumentSection Overdue(PeriodPart part) => Of("overdue", DueColumns, part.Report.Overdue, part);

    public static DocumentSection Revised(PeriodPart part)
    {
        var rows = part.Report.Revised.Select(r => Row(r, part)).ToImmutableArray();
        return part.Section(
            "revised",
            [PeriodColumn.Clause, PeriodColumn.Who, PeriodColumn.What, PeriodColumn.Before, PeriodColumn.State, PeriodColumn.Why, PeriodColumn.Id],
            rows,
            rows.Length == 0 ? [part.Say("period.revised.none", part.Times.EndOf(part.Report.Span.Earliest - InstantRange.Tick))] : [part.Say("period.revised.lead", part.Times.EndOf(part.Report.Span.Earliest - InstantRange.Tick))],
            part.Report.Settled.Length > 0 ? [part.Speech.Phrases.Numbered("period.settled", part.Report.Settled.Length)] : []);
    }

    private static DocumentRow Row(Revision revision, PeriodPart part)
    {
        ImmutableArray<string> causes = [.. revision.Causes.Take(PeriodPart.Many * 2).Select(c => SourceSections.Cause(c, part))];
        causes = revision.Causes.Length > causes.Length ? causes.Add(part.Speech.Phrases.Numbered("period.more", revision.Causes.Length - causes.Length)) : causes;
        causes = causes.IsEmpty ? [part.Say("period.revised.no_cause")] : causes;
        return DocumentRow.Of(
        [
            (PeriodColumn.Clause, part.Speech.Clauses.Full(revision.Finding)),
            (PeriodColumn.Who, part.Speech.Parties.Of(revision.Finding)),
            (PeriodColumn.What, About(revision.Finding, part)),
            (PeriodColumn.Before, Told(revision.Before, part)),
            (PeriodColumn.State, Told(revision.Now, part)),
            (PeriodColumn.Why, string.Join("\n", causes)),
            (PeriodColumn.Id, FindingIds.Short(revision.Finding, part.IdLength)),
        ],
        causes);
    }

    private static DocumentSection Of(
        string name, ImmutableArray<PeriodColumn> columns, ImmutableArray<Finding> findings, PeriodPart part, Func<Finding, string>? before = null, string? title = null)
    {
        var agreement = part.Report.Findings.Agreement;
        var rows = findings.GroupBy(f => before?.Invoke(f) ?? string.Empty)
            .SelectMany(g => RowFolder.Rows(agreement, g, part.Speech).Select(r => (Row: r, Before: g.Key)))
            .OrderBy(r => findings.IndexOf(r.Row.Findings[0]))
            .ToList();
        var folded = rows
            .GroupBy(r => (r.Row.Group, r.Row.Who, r.Row.State, r.Row.Certainty, r.Before))
            .SelectMany(g => g.Count() < PeriodPart.Many ? g.Select(r => Row(r.Row, r.Before, part)) : [Folded([.. g.Select(r => r.Row)], g.Key.Before, part)]);
        return part.Section(
            name,
            columns,
            [.. folded],
            findings.Length == 0 ? [part.SayOf($"period.{name}.none")] : [],
            [],
            [.. findings.SelectMany(f => RowFolder.Rows(agreement, [f], part.Speech).Select(r => Row(r, before?.Invoke(f) ?? string.Empty, part)))],
            title);
    }

    private static DocumentRow Row(FindingRow row, string before, PeriodPart part)
    {
        var remarks = Remarks([row], part);
        return DocumentRow.Of(
        [
            (PeriodColumn.Clause, row.Group),
            (PeriodColumn.Who, row.Who),
            (PeriodColumn.What, row.About),
            (PeriodColumn.State, row.State),
            (PeriodColumn.When, part.Time(row.When, TimeOf(row.Findings[0]))),
            (PeriodColumn.Certainty, row.Certainty),
            (PeriodColumn.Before, before),
            (PeriodColumn.Why, string.Join("\n", remarks)),
            (PeriodColumn.Id, FindingIds.Short(row.Findings[0], part.IdLength) + (row.Findings.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $" +{row.Findings.Length - 1}") : string.Empty)),
        ],
        remarks);
    }

    /// <summary>Rows about alike events, each with a finding of its own.</summary>
    private static DocumentRow Folded(ImmutableArray<FindingRow> rows, string before, PeriodPart part)
    {
        var times = rows.Select(r => TimeOf(r.Findings[0])).OfType<InstantRange>().Where(part.Times.IsKnown).ToList();
        var remarks = Remarks(rows, part);
        return DocumentRow.Of(
        [
            (PeriodColumn.Clause, rows[0].Group),
            (PeriodColumn.Who, rows[0].Who),
            (PeriodColumn.What, part.Some(rows.Select(r => r.About))),
            (PeriodColumn.Number, PeriodPart.Count(rows.Length)),
            (PeriodColumn.State, rows[0].State),
            (PeriodColumn.When, times.Count == 0 ? string.Empty : part.Time(part.Times.Of(times.Aggregate((a, b) => a.Cover(b))), times.Aggregate((a, b) => a.Cover(b)))),
            (PeriodColumn.Certainty, rows[0].Certainty),
            (PeriodColumn.Before, before),
            (PeriodColumn.Why, string.Join("\n", remarks)),
            (PeriodColumn.Id, string.Create(CultureInfo.InvariantCulture, $"{FindingIds.Short(rows[0].Findings[0], part.IdLength)} +{rows.Sum(r => r.Findings.Length) - 1}")),
        ],
        remarks);
    }

    /// <summary>What it hangs on, what bodies decided about it, and what in its text nobody has checked. Of many alike reasons the first, and their number.</summary>
    private static ImmutableArray<string> Remarks(ImmutableArray<FindingRow> rows, PeriodPart part)
    {
        var reasons = rows.Select(r => r.Reason).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. reasons.Take(1).Select(r => reasons.Count > 1 ? r + part.Say("reason.more", $"{reasons.Count - 1}") : r),
            .. rows.SelectMany(r => r.Decided).Distinct(StringComparer.Ordinal),
            .. rows.SelectMany(r => r.Findings).SelectMany(f => f.Unverified).Distinct(StringComparer.Ordinal).Select(u => part.Say("html.unverified", u)),
        ];
    }

    /// <summary>How a finding was told when the period began.</summary>
    private static string Before(Finding? before, Finding now, PeriodPart part) => before is null ? part.Say("period.before.new")
        : Told(before, part) is var told && told == Told(now, part) ? part.Say("period.before.same")
        : told;

    private static string Told(Finding? finding, PeriodPart part) => finding is null
        ? part.Say("period.no_finding")
        : string.Join(", ", new[] { part.Speech.States.Of(finding), part.Speech.Certainties.Of(finding), WhenWords.Of(finding, part.Times, part.Speech) }.Where(s => s.Length > 0));

    private static string About(Finding finding, PeriodPart part)
    {
        var about = part.Speech.Triggers.Of(finding);
        return finding.Line is not { } line ? about : about.Length > 0 ? $"{about}: {line}" : line;
    }

    private static InstantRange? TimeOf(Finding finding) => finding.Due ?? (finding.Changes is [.., var last] ? last.At : finding.Opened);
}
