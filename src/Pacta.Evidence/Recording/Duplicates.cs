using Pacta.Evidence.Checking;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Recording;

/// <summary>An exact copy of a record counts once. An id belongs to the record that had it first.</summary>
internal static class Duplicates
{
    /// <summary>The records in order of recording, one for each id.</summary>
    /// <param name="records">They are the caller's no longer.</param>
    public static List<Dated> Remove(List<Dated> records, DiagnosticBag diagnostics)
    {
        var ids = new HashSet<string>(records.Count, StringComparer.Ordinal);
        if (records.TrueForAll(r => ids.Add(r.Id)))
        {
            Dated.Sort(records);
            return records;
        }

        var kept = new List<Dated>(records.Count);
        foreach (var group in records.GroupBy(r => r.Id, StringComparer.Ordinal))
        {
            var rivals = Distinct(group);
            for (var i = 1; i < rivals.Count; i++)
            {
                diagnostics.SameId(rivals[i].Record, rivals[0].Record);
            }

            // Two different records that came at once have the same right to the id: which came first in the input must not matter.
            if (rivals.Count == 1 || rivals[0].At < rivals[1].At)
            {
                kept.Add(rivals[0]);
            }
        }

        Dated.Sort(kept);
        return kept;
    }

    private static List<Dated> Distinct(IEnumerable<Dated> group)
    {
        var rivals = new List<Dated>();
        foreach (var record in group.OrderBy(r => r.At).ThenBy(r => r.Record.Place.File, StringComparer.Ordinal).ThenBy(r => r.Record.Place.Line))
        {
            if (!rivals.Exists(r => SameContent.Comparer.Equals(r.Record, record.Record)))
            {
                rivals.Add(record);
            }
        }

        return rivals;
    }
}
