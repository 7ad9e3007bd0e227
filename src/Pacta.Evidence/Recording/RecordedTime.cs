using System.Runtime.InteropServices;
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

    /// <summary>
    /// Puts records in order. Files are mostly in order already; if not, many are sorted by the number of their time first, and by all that counts only where
    /// that is the same.
    /// </summary>
    public static void Sort(List<Dated> records)
    {
        if (IsInOrder(records))
        {
            return;
        }

        var all = CollectionsMarshal.AsSpan(records);
        var times = new long[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            times[i] = all[i].At.ToUnixTimeTicks();
        }

        times.AsSpan().Sort(all);
        for (int start = 0, end; start < all.Length; start = end)
        {
            for (end = start + 1; end < all.Length && times[end] == times[start];)
            {
                end++;
            }

            if (end - start > 1)
            {
                all[start..end].Sort();
            }
        }
    }

    private static bool IsInOrder(List<Dated> records)
    {
        for (var i = 1; i < records.Count; i++)
        {
            if (records[i - 1].CompareTo(records[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Recorded time: what the record says, else when it was published, else the latest time that it speaks of.</summary>
internal static class RecordedTime
{
    public static List<Dated> Date(IEnumerable<ReportRecord> records, DateTimeZone zone, DiagnosticBag diagnostics)
    {
        var dated = new List<Dated>(records.TryGetNonEnumeratedCount(out var count) ? count : 0);
        var moments = new ZonedMoments(zone, count);
        foreach (var record in records)
        {
            if (record is Report report && report.IsRow(out var rows, out var row))
            {
                var at = rows[row].Recorded;
                dated.Add(new Dated(record, at, at));
            }
            else if (Of(record, moments) is { } range)
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

    private static InstantRange? Of(ReportRecord record, ZonedMoments zone) => (record is Report said ? said.Recorded ?? said.Published : record.Stated) is { } stated ? zone.In(stated) : record switch
    {
        Report report => LatestClaim(report, zone),
        CompletenessRecord complete => zone.In(complete.Through),
        JudgementRecord judgement => zone.In(judgement.Time),
        CoverageRecord coverage => zone.In(coverage.Period.To),
        CountRecord count => zone.In(count.Period.To),
        _ => null,
    };

    private static InstantRange? LatestClaim(Report report, ZonedMoments zone)
    {
        InstantRange? latest = null;
        foreach (var claim in report.Claims)
        {
            if (claim.Time is { } when)
            {
                var time = zone.In(when);
                latest = latest is { } before
                    ? new InstantRange(Instant.Max(before.Earliest, time.Earliest), Instant.Max(before.Latest, time.Latest))
                    : time;
            }
        }

        return latest;
    }
}
