using System.Collections;
using Pacta.Evidence.Checking;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Evidence.Recording;

/// <summary>An exact copy of a record counts once. An id belongs to the record that had it first.</summary>
internal static class Duplicates
{
    /// <summary>The records in order of recording, one for each id.</summary>
    /// <param name="records">They are the caller's no longer.</param>
    public static List<Dated> Remove(List<Dated> records, DiagnosticBag diagnostics)
    {
        if (AreDistinct(records))
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

    /// <summary>Has each an id of its own? Ids often have numbers that go up with the lines; if not, all are put down.</summary>
    private static bool AreDistinct(List<Dated> records)
    {
        if (RowNames.Of(records) is { } names)
        {
            return AreDistinct(records, names);
        }

        var last = string.Empty;
        for (var i = 0; i < records.Count; i++)
        {
            var id = records[i].Id;
            if (id.Length < last.Length || (id.Length == last.Length && string.CompareOrdinal(last, id) >= 0))
            {
                return AreDistinct(records, new NumberedNames());
            }

            last = id;
        }

        return true;
    }

    /// <summary>Ids by their numbers.</summary>
    private static bool AreDistinct(List<Dated> records, NumberedNames names)
    {
        var met = new BitArray(names.Count + records.Count);
        foreach (var dated in records)
        {
            var id = dated.Record is Report report && report.IsRow(out var rows, out var row) && ReferenceEquals(rows.Names, names) ? rows[row].Id : names.Add(dated.Id);
            if (met[id])
            {
                return false;
            }

            met[id] = true;
        }

        return true;
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
