using System.Collections.Immutable;
using Pacta.Certificates.Replaying;
using Pacta.Model.Findings;
using Pacta.Model.Reports;

namespace Pacta.Certificates.Making;

/// <summary>
/// Chooses the records from which a finding is found again, part by part. Those that it cites come first. If they are not enough, wider circles are
/// tried, and of the first that is enough everything goes that is not needed.
/// </summary>
internal sealed class RecordChooser
{
    /// <summary>
    /// So many records are replayed for the sake of a smaller certificate, or so many times all of them; whatever is then left in stays in. It is counted,
    /// not timed: the same input gives the same certificate.
    /// </summary>
    private const int MostRecords = 50_000;

    private const int MostTimesAll = 12;

    private readonly Replayer _replayer;
    private readonly ImmutableArray<ReportRecord> _known;
    private readonly ImmutableArray<FindingPart> _parts;
    private readonly string _id;
    private int _replayed;

    private RecordChooser(Replayer replayer, ImmutableArray<ReportRecord> known, Finding finding)
    {
        _replayer = replayer;
        _known = known;
        _id = finding.Id;
        _parts = FindingParts.Of(finding);
    }

    /// <summary>Null if not even all records give the finding.</summary>
    public static (ImmutableArray<ReportRecord> Records, Extent Extent)? Choose(Replayer replayer, ImmutableArray<ReportRecord> known, Finding finding) =>
        new RecordChooser(replayer, known, finding).Choose(Ties.Cited(finding));

    private (ImmutableArray<ReportRecord> Records, Extent Extent)? Choose(HashSet<string> ids)
    {
        var cited = new SortedSet<int>(Enumerable.Range(0, _known.Length).Where(i => ids.Contains(_known[i].Id)));
        if (IsEnough(cited))
        {
            return (Take(cited), Extent.Cited);
        }

        // What an author took back or replaced stands in no finding; but without what takes it back, it would.
        var circles = new Func<SortedSet<int>>[]
        {
            () => Ties.Near(_known, cited),
            () => [.. Ties.Near(_known, cited), .. Enumerable.Range(0, _known.Length).Where(i => _known[i] is not Report)],
            () => [.. Enumerable.Range(0, _known.Length)],
        };
        foreach (var circle in circles)
        {
            var wide = circle();
            if (IsEnough(wide))
            {
                var chosen = Reduce(cited, wide);
                return (Take(chosen), chosen.Count == _known.Length ? Extent.All : Extent.CitedAndMore);
            }
        }

        return null;
    }

    /// <summary>Leaves out halves, then quarters and so on, of what is not cited, as long as the finding stays what it is.</summary>
    private SortedSet<int> Reduce(SortedSet<int> cited, SortedSet<int> enough)
    {
        var chosen = enough;
        var extra = chosen.Except(cited).ToList();
        for (var size = Math.Max(1, extra.Count / 2); extra.Count > 0; size = Math.Max(1, size / 2))
        {
            var isSmaller = false;
            for (var at = 0; at < extra.Count && IsWorthIt;)
            {
                var without = extra.Take(at).Concat(extra.Skip(at + size)).ToList();
                SortedSet<int> fewer = [.. cited, .. without];
                if (IsEnough(fewer))
                {
                    (chosen, extra, isSmaller) = (fewer, without, true);
                }
                else
                {
                    at += size;
                }
            }

            if ((size == 1 && !isSmaller) || !IsWorthIt)
            {
                break;
            }
        }

        return chosen;
    }

    private bool IsWorthIt => _replayed < Math.Max(MostRecords, MostTimesAll * _known.Length);

    private bool IsEnough(SortedSet<int> chosen)
    {
        _replayed += chosen.Count;
        return _replayer.Find(Take(chosen), _id) is { } found && FindingParts.Of(found).SequenceEqual(_parts);
    }

    private ImmutableArray<ReportRecord> Take(SortedSet<int> chosen) => [.. chosen.Select(i => _known[i])];
}
