using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Periods;
using Pacta.Model.Time;

namespace Pacta.Checking.Periods;

/// <summary>
/// Which places nobody says to have been able to see, and on which days: the places of the agreement, and those of which somebody ever said so. Who sees
/// a zone sees the places that it is made of, and a zone is seen where all of those are (docs/semantics.md, "Coverage").
/// </summary>
internal static class Sight
{
    /// <summary>Zones may be made of zones; nobody writes more than this into one another.</summary>
    private const int Deepest = 8;

    /// <param name="ever">All statements of what could be seen, of any time.</param>
    /// <param name="coverage">Those of the period.</param>
    public static ImmutableArray<UnseenPlace> NotSeen(Agreement agreement, ImmutableArray<Coverage> ever, ImmutableArray<Coverage> coverage, ReportPeriod period)
    {
        var calendar = agreement.Calendar;
        return
        [
            .. agreement.Tables.Values.Where(t => t is { Form: TableForm.Zone, Parameter: null }).Select(t => t.Name)
                .Concat(ever.Select(c => c.Area))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(place => Of(place, Seen(place, 0)))
                .Where(p => p.Days.Length + p.DaysInPart.Length > 0),
        ];

        UnseenPlace Of(string place, ImmutableArray<InstantRange> seen)
        {
            var days = period.Days.Select(d => (Date: d, Day: calendar.WholeDay(d))).ToList();
            return new UnseenPlace(
                place,
                [.. days.Where(d => !seen.Any(s => s.Earliest <= d.Day.Latest && s.Latest >= d.Day.Earliest)).Select(d => d.Date)],
                [.. days.Where(d => seen.Any(s => s.Earliest <= d.Day.Latest && s.Latest >= d.Day.Earliest && !(s.Earliest <= d.Day.Earliest && s.Latest >= d.Day.Latest))).Select(d => d.Date)]);
        }

        ImmutableArray<InstantRange> Seen(string place, int depth)
        {
            var whole = coverage.Where(c => Includes(agreement, c.Area, place, 0)).Select(c => c.Period);
            var parts = depth < Deepest ? PartsOf(agreement, place) : [];
            return InstantRanges.Merged(parts.IsEmpty ? whole : whole.Concat(parts.Select(p => Seen(p, depth + 1)).Aggregate(InstantRanges.Common)));
        }
    }

    /// <summary>Is a place the other one, or one of those that it is made of?</summary>
    private static bool Includes(Agreement agreement, string zone, string place, int depth) =>
        zone == place || (depth < Deepest && PartsOf(agreement, zone).Any(p => Includes(agreement, p, place, depth + 1)));

    /// <summary>The places of which a zone is made at all times and by every reading; none where it is anything else.</summary>
    private static ImmutableArray<string> PartsOf(Agreement agreement, string zone) =>
        agreement.Tables.TryGetValue(zone, out var table)
        && table is { Form: TableForm.Zone, Readings: [{ Content: [{ If: null, ButNot: null, From: null, Until: null, Values: var values }] }] }
        && values.All(v => v is PlaceRow { Place: TablePlace { Parameter: null } })
            ? [.. values.OfType<PlaceRow>().Select(v => ((TablePlace)v.Place).Table)]
            : [];
}
