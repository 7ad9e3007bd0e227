using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Reports;

namespace Pacta.Cli.Demo;

/// <summary>
/// A monitor's counts and what it could see, side by side: a count is no event, and says nothing of who fired.
/// </summary>
/// <param name="Places">The regions, in the order in which they are first counted.</param>
/// <param name="Days">The counts of a day, one for each region; empty where there is none.</param>
/// <param name="Excepted">"2021-11-30, donetsk_region: ..."</param>
/// <param name="Limits">"2021-11-30: ...", what kept the monitor from seeing more.</param>
internal sealed record MonitorCounts(
    ImmutableArray<string> Places,
    ImmutableArray<(string Day, ImmutableArray<string> Numbers)> Days,
    ImmutableArray<string> Excepted,
    ImmutableArray<string> Limits)
{
    public static MonitorCounts Of(IEnumerable<ReportRecord> records)
    {
        var counts = new List<(string Day, string Place, string Number, string? Except)>();
        var limits = ImmutableArray.CreateBuilder<string>();
        foreach (var record in records)
        {
            if (record is CountRecord { Number.Low: { } number } count)
            {
                counts.Add((MomentText.Format(count.Period), count.In ?? string.Empty, number.ToString("#,0", CultureInfo.InvariantCulture), count.Except.IsEmpty ? null : string.Join("; ", count.Except.Select(e => e.What))));
            }
            else if (record is CoverageRecord coverage)
            {
                limits.Add($"{MomentText.Format(coverage.Period.From)}: {coverage.Means}");
            }
        }

        var places = counts.Select(c => c.Place).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return new MonitorCounts(
            places,
            [.. counts.GroupBy(c => c.Day).Select(g => (g.Key, places.Select(p => g.Where(c => c.Place == p).Select(c => c.Number).FirstOrDefault() ?? string.Empty).ToImmutableArray()))],
            [.. counts.Where(c => c.Except is not null).Select(c => $"{c.Day}, {c.Place}: {c.Except}")],
            limits.ToImmutable());
    }
}
