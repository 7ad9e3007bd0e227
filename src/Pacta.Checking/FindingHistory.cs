using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Checking;

/// <summary>
/// How one finding changed as reports came in: late ones, corrections, retractions. Every version is the view as of its moment, computed as
/// <see cref="Checker"/> computes it, so that what is told today of the past is what was told then.
/// </summary>
public static class FindingHistory
{
    /// <param name="id">The id of the finding, in full.</param>
    /// <param name="clauses">The clause that it is about, where it is known: then no other is looked at.</param>
    /// <param name="until">Through when the history is taken as complete, for all versions; null: through the moment of each.</param>
    /// <param name="publishedAsOf">Only what its source had published by then; null: everything.</param>
    /// <param name="step">Told how many of how many moments were looked at.</param>
    public static ImmutableArray<FindingVersion> Of(
        Agreement agreement,
        ImmutableArray<ReportRecord> reports,
        string id,
        ImmutableHashSet<string>? clauses,
        string? perspective,
        Moment? until,
        Moment? publishedAsOf = null,
        Action<int, int>? step = null)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var recorded = HistoryBuilder.Recorded(reports, agreement.Calendar.Zone);
        var relevance = new RecordRelevance(reports);
        var moments = new SortedSet<Instant>(recorded.Select(r => r.At));

        // Each view depends on its own moment only, so that several can be looked at at once; they are taken in their order.
        using var views = moments.ToList().AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(m => (At: m, Found: At(m))).GetEnumerator();
        var isAhead = views.MoveNext();
        var versions = ImmutableArray.CreateBuilder<FindingVersion>();
        var (done, from) = (0, Instant.MinValue);
        while (moments.Count > 0)
        {
            var at = moments.Min;
            moments.Remove(at);
            step?.Invoke(++done, done + moments.Count);
            Finding? found;
            if (isAhead && views.Current.At == at)
            {
                found = views.Current.Found;
                isAhead = views.MoveNext();
            }
            else
            {
                found = At(at);
            }

            if (versions.Count == 0 ? found is not null : !IsSame(versions[^1].Finding, found))
            {
                var before = versions.Count == 0 ? null : versions[^1].Finding;
                ImmutableArray<ReportRecord> received = [.. recorded.Where(r => r.At > from && r.At <= at).Select(r => r.Record)];
                ImmutableArray<ReportRecord> causes = [.. received.Where(r => relevance.IsAbout(r, before, found))];
                versions.Add(new FindingVersion(at, found, causes.IsEmpty ? Tipping(received, found, at) : causes));
            }

            // What was due then may be overdue before anything else is reported.
            if (until is null && found?.Due is { } due && due.Latest < Instant.MaxValue - InstantRange.Tick && due.Latest + InstantRange.Tick is var after && after > at && after < recorded[^1].At)
            {
                moments.Add(after);
            }

            from = at;
        }

        return versions.ToImmutable();

        Finding? At(Instant at) => Without([], at);

        // That nobody did what is forbidden cites no record: neither does its end, nor its return when the only report of an act is taken back or names
        // somebody else. Then the record is looked for with which the finding turns, in as many views as halving takes. None is the cause of what time does.
        ImmutableArray<ReportRecord> Tipping(ImmutableArray<ReportRecord> received, Finding? found, Instant at)
        {
            if (received.IsEmpty || IsSame(Without(received.AsSpan(), at), found))
            {
                return [];
            }

            var (without, with) = (0, received.Length);
            while (with - without > 1)
            {
                var middle = (without + with) / 2;
                (without, with) = IsSame(Without(received.AsSpan()[middle..], at), found) ? (without, middle) : (middle, with);
            }

            return [received[with - 1]];
        }

        Finding? Without(ReadOnlySpan<ReportRecord> left, Instant at)
        {
            var gone = new HashSet<ReportRecord>(ReferenceEqualityComparer.Instance);
            foreach (var record in left)
            {
                gone.Add(record);
            }

            var request = new CheckRequest([agreement], gone.Count == 0 ? reports : [.. reports.Where(r => !gone.Contains(r))], Moment.At(at), until, perspective, clauses) { PublishedAsOf = publishedAsOf };
            return Checker.Check(request).Agreements[0].Findings.FirstOrDefault(f => f.Id == id);
        }
    }

    private static bool IsSame(Finding? a, Finding? b) => a is null || b is null
        ? a is null && b is null
        : a.States.SequenceEqual(b.States) && a.Certainty == b.Certainty && a.IsSettled == b.IsSettled && a.Due == b.Due
            && a.Reports.SequenceEqual(b.Reports) && a.Determinations.SequenceEqual(b.Determinations) && a.Causes.SequenceEqual(b.Causes);
}
