using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence;
using Pacta.Model.Reports;

namespace Pacta.Certificates.Making;

/// <summary>The records that a history is made of, one for each id, in the order in which they were recorded.</summary>
internal static class RecordsKnown
{
    /// <summary>An id belongs to the record that had it first; of two that came at once, to neither.</summary>
    public static ImmutableArray<ReportRecord> Of(ImmutableArray<ReportRecord> records, DateTimeZone zone, Instant? asOf)
    {
        var known = ImmutableArray.CreateBuilder<ReportRecord>();
        var seen = new Dictionary<string, (Instant At, int Index)>(StringComparer.Ordinal);
        var contested = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, record) in HistoryBuilder.Recorded(records, zone).Where(r => asOf is null || r.At <= asOf))
        {
            if (seen.TryAdd(record.Id, (at, known.Count)))
            {
                known.Add(record);
            }
            else if (seen[record.Id].At == at && !SameContent.Comparer.Equals(known[seen[record.Id].Index], record))
            {
                contested.Add(record.Id);
            }
        }

        return [.. known.Where(r => !contested.Contains(r.Id))];
    }
}
