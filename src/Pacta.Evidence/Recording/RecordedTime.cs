using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Evidence.Recording;

/// <summary>A record with the instant at which it counts as recorded.</summary>
/// <param name="At">The first instant of what was stated: a day counts from its start.</param>
/// <param name="Latest">The last instant of it.</param>
internal sealed record Dated(ReportRecord Record, Instant At, Instant Latest) : IComparable<Dated>
{
    public string Id => Record.Id;

    /// <summary>Had it been recorded by the one moment, and published by the other? A day counts from its start.</summary>
    public bool IsKnown(Instant? asOf, Instant? publishedAsOf, DateTimeZone zone) =>
        (asOf is null || At <= asOf)
        && (publishedAsOf is null || ((Record as Report)?.Published is { } published ? published.In(zone).Earliest : At) <= publishedAsOf);

    public int CompareTo(Dated? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byTime = At.CompareTo(other.At);
        return byTime != 0 ? byTime : string.CompareOrdinal(Id, other.Id);
    }
}

/// <summary>Recorded time: what the record says, else when it was published, else the latest time that it speaks of.</summary>
internal static class RecordedTime
{
    public static List<Dated> Date(IEnumerable<ReportRecord> records, DateTimeZone zone, DiagnosticBag diagnostics)
    {
        var dated = new List<Dated>();
        foreach (var record in records)
        {
            if (Of(record, zone) is { } range)
            {
                dated.Add(new Dated(record, range.Earliest, range.Latest));
            }
            else
            {
                diagnostics.WithoutRecordedTime(record);
            }
        }

        return dated;
    }

    private static InstantRange? Of(ReportRecord record, DateTimeZone zone) => record.Stated?.In(zone) ?? record switch
    {
        Report report => LatestClaim(report, zone),
        CompletenessRecord complete => complete.Through.In(zone),
        JudgementRecord judgement => judgement.Time.In(zone),
        CoverageRecord coverage => coverage.Period.To.In(zone),
        CountRecord count => count.Period.To.In(zone),
        _ => null,
    };

    private static InstantRange? LatestClaim(Report report, DateTimeZone zone)
    {
        InstantRange? latest = null;
        foreach (var claim in report.Claims)
        {
            if (claim.Time?.In(zone) is { } time)
            {
                latest = latest is { } before
                    ? new InstantRange(Instant.Max(before.Earliest, time.Earliest), Instant.Max(before.Latest, time.Latest))
                    : time;
            }
        }

        return latest;
    }
}
