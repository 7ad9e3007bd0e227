using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Periods;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Checking.Periods;

/// <summary>
/// Which places nobody says to have been able to see, and on which days: the places of the agreement, and those of which somebody ever said so. Who sees
/// a zone sees the places that it is made of, as far as the agreement says what those are.
/// </summary>
internal static class Sight
{
    /// <param name="ever">All statements of what could be seen, of any time.</param>
    /// <param name="coverage">Those of the period.</param>
    public static ImmutableArray<UnseenPlace> NotSeen(Agreement agreement, ImmutableArray<CoverageRecord> ever, ImmutableArray<CoverageRecord> coverage, ReportPeriod period)
    {
        var calendar = agreement.Calendar;
        return
        [
            .. agreement.Tables.Values.Where(t => t.Form == TableForm.Zone).Select(t => t.Name)
                .Concat(ever.Select(c => c.Area))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(place => Of(place, [.. coverage.Where(c => Includes(agreement, c.Area, place, [])).Select(c => c.Period.In(calendar.Zone))]))
                .Where(p => p.Days.Length + p.DaysInPart.Length > 0),
        ];

        UnseenPlace Of(string place, ImmutableArray<InstantRange> seen)
        {
            var (days, parts) = (ImmutableArray.CreateBuilder<LocalDate>(), ImmutableArray.CreateBuilder<LocalDate>());
            foreach (var date in period.Days)
            {
                var day = calendar.WholeDay(date);
                if (!seen.Any(s => s.Earliest <= day.Latest && s.Latest >= day.Earliest))
                {
                    days.Add(date);
                }
                else if (!IsCovered(day, seen))
                {
                    parts.Add(date);
                }
            }

            return new UnseenPlace(place, days.ToImmutable(), parts.ToImmutable());
        }
    }

    /// <summary>Do several stretches together cover a day?</summary>
    private static bool IsCovered(InstantRange day, ImmutableArray<InstantRange> seen)
    {
        var reached = day.Earliest;
        foreach (var stretch in seen.OrderBy(s => s.Earliest))
        {
            if (stretch.Earliest > reached)
            {
                return false;
            }

            reached = Instant.Max(reached, stretch.Latest == Instant.MaxValue ? stretch.Latest : stretch.Latest + InstantRange.Tick);
        }

        return reached > day.Latest;
    }

    /// <summary>Is a place the other one, or one of those that it is made of?</summary>
    private static bool Includes(Agreement agreement, string zone, string place, ImmutableHashSet<string> seen) =>
        zone == place
        || (!seen.Contains(zone)
            && agreement.Tables.TryGetValue(zone, out var table)
            && table is { Form: TableForm.Zone, Readings: [var only] }
            && only.Content is [{ If: null, ButNot: null, From: null, Until: null, Values: var values }]
            && values.OfType<PlaceRow>().Any(v => Includes(agreement, v.Place.Text.Trim(), place, seen.Add(zone))));
}
