using System.Collections;
using System.Collections.Immutable;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Evidence.Recording;

/// <summary>Whatever claims of an input are about, also of what is not known yet as of a moment, or was taken back.</summary>
internal sealed class EventIds
{
    private readonly Lazy<(NumberedNames? Names, BitArray Numbers, HashSet<string> Others)> _known;
    private readonly Lazy<ImmutableArray<string>> _all;

    public EventIds(IReadOnlyCollection<ReportRecord> records) => (_known, _all) = (new(() => Know(records)), new(Each));

    /// <summary>Of which somebody knows already that these matter.</summary>
    public EventIds(HashSet<string> ids) => (_known, _all) = (new((null, new BitArray(0), ids)), new(Each));

    /// <summary>All of them, for whoever looks for one that is spelt alike.</summary>
    public ImmutableArray<string> All => _all.Value;

    public bool Contains(string id)
    {
        var (names, numbers, others) = _known.Value;
        return (names?.Find(id) is >= 0 and var number && number < numbers.Length && numbers[number]) || others.Contains(id);
    }

    /// <summary>Rows have numbers for the names of their events: of millions none needs to become characters.</summary>
    private static (NumberedNames? Names, BitArray Numbers, HashSet<string> Others) Know(IReadOnlyCollection<ReportRecord> records)
    {
        NumberedNames? names = null;
        var numbers = new BitArray(0);
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in records.OfType<Report>())
        {
            if (report.IsRow(out var rows, out var row))
            {
                if (names is null)
                {
                    (names, numbers) = (rows.Names, new BitArray(rows.Names.Count));
                }

                if (ReferenceEquals(names, rows.Names))
                {
                    numbers[rows[row].Event] = true;
                    continue;
                }
            }

            foreach (var claim in report.Claims)
            {
                others.Add(claim.Event);
            }
        }

        return (names, numbers, others);
    }

    private ImmutableArray<string> Each()
    {
        var (names, numbers, others) = _known.Value;
        return [.. Enumerable.Range(0, numbers.Length).Where(number => numbers[number]).Select(number => names![number]), .. others];
    }
}
