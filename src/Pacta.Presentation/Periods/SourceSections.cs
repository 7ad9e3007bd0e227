using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Periods;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>Who reported and who was silent, what came late, what could be seen and what could not, and what bodies decided.</summary>
internal static class SourceSections
{
    public static DocumentSection Late(PeriodPart part)
    {
        var rows = part.Report.Late
            .GroupBy(l => (l.Form, Source: l.Record.Speaker ?? string.Empty, Kinds: KindsOf(l.Record)))
            .SelectMany(g => g.Count() < PeriodPart.Many || g.Key.Kinds.Length == 0 ? g.Select(l => Row(l, part)) : [Folded([.. g], g.Key.Source, g.Key.Kinds, part)]);
        return part.Section(
            "late",
            [PeriodColumn.Recorded, PeriodColumn.Form, PeriodColumn.SaidBy, PeriodColumn.What, PeriodColumn.Number, PeriodColumn.When],
            [.. rows],
            part.Report.Late.Length == 0 ? [part.Say("period.late.none")] : [],
            [],
            [.. part.Report.Late.Select(l => Row(l, part))]);
    }

    /// <summary>"late: m-12 of mission: fire shots_3, 2024-07-10".</summary>
    public static string Cause(LateRecord record, PeriodPart part) =>
        part.Say("period.cause", FormOf(record, part), part.Speech.Records.Of(record.Record, part.Times), part.Times.Of(InstantRange.At(record.Recorded)));

    public static DocumentSection Sources(PeriodPart part)
    {
        var told = part.Report.Sources.Where(s => !s.IsSilent || s.Before > 0 || s.Complete.Length > 0).ToList();
        var silent = part.Report.Sources.Where(s => s.IsSilent && s.Before > 0).Select(s => s.Name).ToList();
        var never = part.Report.Sources.Where(s => s.IsSilent && s.Before == 0).Select(s => s.Name).ToList();
        return part.Section(
            "sources",
            [PeriodColumn.Name, PeriodColumn.Received, PeriodColumn.Late, PeriodColumn.Complete],
            [.. told.Select(s => Row(s, part))],
            [],
            [
                .. silent.Count > 0 ? [part.SayOf("period.silent", string.Join(", ", silent))] : ImmutableArray<string>.Empty,
                .. never.Count > 0 ? [part.Say("period.never", string.Join(", ", never))] : ImmutableArray<string>.Empty,
            ],
            [.. part.Report.Sources.Select(s => Row(s, part))]);
    }

    public static DocumentSection Coverage(PeriodPart part) => part.Section(
        "coverage",
        [PeriodColumn.Place, PeriodColumn.SaidBy, PeriodColumn.When, PeriodColumn.Means],
        [
            .. part.Report.Coverage.Select(c =>
            {
                var range = c.Period;
                return DocumentRow.Of(
                [
                    (PeriodColumn.Place, c.Area),
                    (PeriodColumn.SaidBy, part.Say("period.said", c.By.Source, string.Empty, c.By.Id)),
                    (PeriodColumn.When, part.Time(part.Times.Of(range), range)),
                    (PeriodColumn.Means, c.Means),
                ]);
            }),
        ],
        part.Report.Coverage.Length == 0 ? [part.SayOf("period.coverage.none")] : [],
        []);

    public static DocumentSection NotSeen(PeriodPart part) => part.Section(
        "not_seen",
        [PeriodColumn.Place, PeriodColumn.Days, PeriodColumn.When],
        [
            .. part.Report.NotSeen.Select(p => DocumentRow.Of(
            [
                (PeriodColumn.Place, p.Place),
                (PeriodColumn.Days, PeriodPart.Count(p.Days.Length)),
                (PeriodColumn.When, string.Join("; ", new[] { DaysOf(p.Days, part), p.DaysInPart.Length > 0 ? part.Say("period.in_part", DaysOf(p.DaysInPart, part)) : string.Empty }.Where(s => s.Length > 0))),
            ])),
        ],
        part.Report.NotSeen.Length > 0 ? [part.Say("period.not_seen.lead")]
            : part.Report.Coverage.Length == 0 ? [part.Say("period.not_seen.no_place")]
            : [part.SayOf("period.not_seen.none")],
        []);

    public static DocumentSection Determinations(PeriodPart part) => part.Section(
        "determinations",
        [PeriodColumn.When, PeriodColumn.SaidBy, PeriodColumn.What],
        [
            .. part.Report.Determinations.Select(d => DocumentRow.Of(
            [
                (PeriodColumn.When, part.Time(d.Date.In(part.Times.Calendar.Zone))),
                (PeriodColumn.SaidBy, part.Say("period.said", d.Body, string.Empty, d.Id)),
                (PeriodColumn.What, part.Speech.Determinations.Alone(d, part.Report.Findings.Agreement.Status.Standing)),
            ])),
        ],
        part.Report.Determinations.Length == 0 ? [part.SayOf("period.determinations.none")] : [],
        []);

    /// <summary>What is on record about incidents: with a place for the reply of each who is accused.</summary>
    public static DocumentSection Cases(PeriodPart part) => part.Section(
        "cases",
        [PeriodColumn.Id, PeriodColumn.What],
        [.. part.Report.Findings.Cases.Select(c => DocumentRow.Of([(PeriodColumn.Id, c.Id), (PeriodColumn.What, part.Speech.Cases.Of(c))]))],
        [],
        []);

    private static DocumentRow Row(LateRecord late, PeriodPart part) => DocumentRow.Of(
    [
        (PeriodColumn.Recorded, part.Time(InstantRange.At(late.Recorded))),
        (PeriodColumn.SaidBy, late.Record.Speaker ?? string.Empty),
        (PeriodColumn.Form, FormOf(late, part)),
        (PeriodColumn.What, part.Speech.Records.Of(late.Record, part.Times)),
        (PeriodColumn.When, late.Concerns is { } concerns ? part.Time(concerns) : string.Empty),
    ]);

    private static DocumentRow Folded(ImmutableArray<LateRecord> late, string source, string kinds, PeriodPart part)
    {
        var (recorded, concerns) = (new InstantRange(late.Min(l => l.Recorded), late.Max(l => l.Recorded)), late.Select(l => l.Concerns).OfType<InstantRange>().Aggregate((a, b) => a.Cover(b)));
        return DocumentRow.Of(
        [
            (PeriodColumn.Recorded, part.Time(part.Times.Of(recorded), recorded)),
            (PeriodColumn.SaidBy, source),
            (PeriodColumn.Form, FormOf(late[0], part)),
            (PeriodColumn.What, part.Say("period.fact", kinds, part.Some(late.SelectMany(l => ((Report)l.Record).Claims).Select(c => c.Event)))),
            (PeriodColumn.Number, PeriodPart.Count(late.Length)),
            (PeriodColumn.When, part.Time(part.Times.Of(concerns), concerns)),
        ]);
    }

    private static DocumentRow Row(SourceActivity source, PeriodPart part)
    {
        var full = NamesInFull.Of(source.Name, part.Report.Findings.Agreement.Vocabulary);
        return DocumentRow.Of(
        [
            (PeriodColumn.Name, full is null ? source.Name : part.Say("html.called", source.Name, full)),
            (PeriodColumn.Received, source.IsSilent ? new DocumentCell(part.Say("period.source.silent")) { Number = 0 } : PeriodPart.Count(source.Received)),
            (PeriodColumn.Late, source.IsSilent ? string.Empty : PeriodPart.Count(source.Late)),
            (PeriodColumn.Complete, source.Complete.Length == 0
                ? part.Say("period.source.not_stated")
                : string.Join("; ", source.Complete.Select(c => part.Say("period.source.complete", c.Kinds.Length == 0 ? part.Say("period.source.all_kinds") : string.Join(", ", c.Kinds), part.Times.Of(c.Through.In(part.Times.Calendar.Zone)))))),
        ]);
    }

    /// <summary>Days one by one, or from the first to the last where none is missing between.</summary>
    private static string DaysOf(ImmutableArray<LocalDate> days, PeriodPart part) => days.Length == 0 ? string.Empty
        : days.Length > 2 && Period.Between(days[0], days[^1], PeriodUnits.Days).Days == days.Length - 1 ? part.Say("time.range", PeriodPart.Date(days[0]), PeriodPart.Date(days[^1]))
        : string.Join(", ", days.Select(PeriodPart.Date));

    /// <summary>What a record does: it is late, or denies, corrects or takes back.</summary>
    private static string FormOf(LateRecord record, PeriodPart part)
    {
        var isLate = record.Concerns is { } concerns && concerns.Latest < part.Report.Span.Earliest;
        return part.Say($"period.form.{Names.Snake(record.Form)}{(record.Form == RecordForm.Says && isLate ? ".late" : string.Empty)}");
    }

    private static string KindsOf(ReportRecord record) => record is Report report
        ? string.Join(", ", report.Claims.Select(c => c.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        : string.Empty;
}
