using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence;
using Pacta.Model.Periods;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Checking.Periods;

/// <summary>The records with the moment at which each came in, and with the time of what it speaks of.</summary>
internal sealed class ReceivedRecords
{
    private readonly ImmutableArray<LateRecord> _all;
    private readonly DateTimeZone _zone;
    private readonly ILookup<string, InstantRange> _times;
    private readonly ILookup<string, Report> _reports;

    public ReceivedRecords(ImmutableArray<ReportRecord> records, DateTimeZone zone)
    {
        _zone = zone;
        var reports = records.OfType<Report>().ToList();
        _times = reports.SelectMany(r => r.Claims)
            .Where(c => c.Time is not null)
            .ToLookup(c => c.Event, c => c.Time!.In(zone), StringComparer.Ordinal);
        _reports = reports.SelectMany(r => r.Claims.Select(c => (c.Id, Report: r)).Append((r.Id, Report: r))).DistinctBy(r => (r.Id, r.Report.Id)).ToLookup(r => r.Id, r => r.Report, StringComparer.Ordinal);
        _all = [.. HistoryBuilder.Recorded(records, zone).DistinctBy(r => r.Record.Id).Select(r => new LateRecord(r.Record, FormOf(r.Record), r.At, Concerns(r.Record)))];
    }

    /// <summary>In the order in which they came.</summary>
    public ImmutableArray<LateRecord> Between(Instant from, Instant to) => [.. _all.Where(r => r.Recorded >= from && r.Recorded <= to)];

    public ImmutableArray<LateRecord> Before(Instant instant) => [.. _all.Where(r => r.Recorded < instant)];

    /// <summary>Does it speak of days before? That nothing is missing through yesterday is no news of yesterday.</summary>
    public static bool IsLate(LateRecord record, InstantRange span) =>
        record.Record is not (CompletenessRecord or GradeRecord) && record.Concerns is { } concerns && concerns.Latest < span.Earliest;

    private static RecordForm FormOf(ReportRecord record) => record switch
    {
        Report { Supersedes: not null } => RecordForm.Corrects,
        Report { Retracts.Length: > 0 } => RecordForm.TakesBack,
        Report { Claims.Length: > 0 } report when report.Claims.All(c => c.Polarity == Polarity.Denies) => RecordForm.Denies,
        _ => RecordForm.Says,
    };

    private InstantRange? Concerns(ReportRecord record) => record switch
    {
        Report report => Cover(report.Claims.SelectMany(TimesOf).Concat(report.Retracts.Append(report.Supersedes ?? string.Empty).SelectMany(id => _reports[id]).SelectMany(r => r.Claims).SelectMany(TimesOf))),
        JudgementRecord judgement => judgement.Time.In(_zone),
        CoverageRecord coverage => coverage.Period.In(_zone),
        CountRecord count => count.Period.In(_zone),
        DeterminationRecord determination => determination.Date.In(_zone),
        CompletenessRecord complete => complete.Through.In(_zone),
        _ => null,
    };

    /// <summary>The time of a claim; of one that states none, that of the event which it is about, as others report it.</summary>
    private IEnumerable<InstantRange> TimesOf(Claim claim) => claim.Time is { } time ? [time.In(_zone)] : _times[claim.Event];

    private static InstantRange? Cover(IEnumerable<InstantRange> ranges) =>
        ranges.Aggregate((InstantRange?)null, (cover, range) => cover is { } so ? so.Cover(range) : range);
}
