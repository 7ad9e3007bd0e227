using NodaTime;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Recording;

/// <summary>
/// The records that several agreements are checked against. When each was recorded, which still stand and what kinds of events they tell of is found once for all of
/// them: a hundred agreements are then not a hundred times the work, where each speaks of little of what is reported.
/// </summary>
public sealed class SharedRecords
{
    private readonly Dictionary<(string? Zone, Instant? AsOf, Instant? PublishedAsOf), SortedRecords> _sorted = [];
    private readonly Lazy<bool> _needsZone;

    public SharedRecords(IEnumerable<ReportRecord> records)
    {
        All = records as IReadOnlyCollection<ReportRecord> ?? records.ToList();

        // What a row says of times, it says by the clock of UTC.
        _needsZone = new(() => All.Any(r => r is not Report report || !report.IsRow(out _, out _)));
        Events = new EventIds(All);
    }

    internal IReadOnlyCollection<ReportRecord> All { get; }

    /// <summary>Whatever claims are about, also of what is not known yet as of a moment, or was taken back.</summary>
    internal EventIds Events { get; }

    /// <param name="zone">Reads dates and local clock times.</param>
    /// <param name="asOf">Only records known by then, itself included; null for all.</param>
    /// <param name="publishedAsOf">Only what its source had published by then; null for all.</param>
    /// <param name="diagnostics">Takes what is wrong with the records, each time somebody asks.</param>
    internal SortedRecords Sorted(DateTimeZone zone, Instant? asOf, Instant? publishedAsOf, DiagnosticBag diagnostics)
    {
        var key = (_needsZone.Value ? zone.Id : null, asOf, publishedAsOf);
        if (!_sorted.TryGetValue(key, out var sorted))
        {
            sorted = SortedRecords.Of(All, zone, asOf, publishedAsOf);
            _sorted.Add(key, sorted);
        }

        foreach (var told in sorted.Told)
        {
            diagnostics.Add(told);
        }

        return sorted;
    }
}
