using System.Collections.Immutable;
using NodaTime;
using Pacta.Exploration.Texts;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Exploration.Domain;

/// <summary>
/// When things happen in invented histories: at a first moment, and from there at every bound that a text counts from it, just within and just beyond. Between two
/// bounds all moments are alike.
/// </summary>
internal sealed class Clock
{
    private readonly AgreementCalendar _calendar;
    private readonly ImmutableArray<Lapse> _lapses;
    private readonly ImmutableArray<Instant> _fixed;
    private readonly ImmutableArray<Instant> _dates;
    private readonly bool _hasYears;
    private readonly ImmutableArray<int> _steps;
    private readonly bool _hasOrder;

    /// <param name="entry">When the texts came into force.</param>
    public Clock(AgreementCalendar calendar, Instant entry, Instant start, Reach reach)
    {
        _calendar = calendar;
        Start = start;
        _lapses = [.. reach.Lapses.OrderBy(Approximate)];
        _hasYears = reach.CalendarUnits.Count > 0;
        _steps = [.. reach.CalendarUnits.SelectMany(Steps).Distinct().Order()];
        _hasOrder = reach.AsksOrder || reach.Durations.Count > 0;
        var period = reach.Yearly.Count > 0 || reach.CalendarUnits.Count > 0 ? Duration.FromDays(367) : Duration.Zero;
        _dates = [.. reach.Dates.Select(d => d.In(calendar.Zone).Latest + period), .. reach.Yearly.Select(_ => start + Duration.FromDays(367))];
        var date = calendar.DateOf(start);
        _fixed =
        [
            .. reach.Dates.SelectMany(d => Around(d.In(calendar.Zone))),
            .. reach.CountsFromEntry ? Near(entry).Concat([entry - Duration.FromHours(1), entry, entry + Duration.FromHours(12)]) : [],
            .. OtherBeginnings(reach, date.Year),
            .. _hasYears ? TurnOf(date.Year) : [],
            .. reach.Yearly.SelectMany(y => Around(calendar.WholeDay(Within(date.Year, y.Month, y.Day))).Concat(Around(calendar.WholeDay(Within(date.Year + 1, y.Month, y.Day))))),
        ];
    }

    /// <summary>The first moment.</summary>
    public Instant Start { get; }

    /// <summary>The end of the history of facts at these times: after everything that could fall due because of them.</summary>
    public Instant Through(IEnumerable<Instant> times)
    {
        var last = times.Append(Start).Concat(_dates).Max();
        var longest = _lapses.IsEmpty ? 0 : _lapses.Max(Approximate);
        return _calendar.EndOf(_calendar.DateOf(last + Duration.FromDays((longest * 1.1) + 2)));
    }

    /// <summary>In the window of a duty to do: soon after it opens, and before it closes.</summary>
    public static IEnumerable<Instant> Within(Finding? open)
    {
        if (open is { Opened: { } opened, Due: { } due } && opened.Latest < due.Earliest)
        {
            var (first, last) = (opened.Latest + Duration.FromHours(1), due.Earliest - Duration.FromHours(1));
            return first < last ? [first, last] : [opened.Latest];
        }

        return [];
    }

    /// <summary>Times of a further fact beside those at <paramref name="anchors"/>: the nearest first.</summary>
    public ImmutableArray<Instant> Times(IReadOnlyCollection<Instant> anchors)
    {
        var from = anchors.Count == 0 ? Start : anchors.Max();
        return [.. All(anchors).OrderBy(t => t < from ? from - t : t - from).ThenBy(t => t)];
    }

    private SortedSet<Instant> All(IReadOnlyCollection<Instant> anchors)
    {
        var times = new SortedSet<Instant>(_fixed);
        if (anchors.Count == 0)
        {
            times.Add(Start);
            return times;
        }

        foreach (var anchor in anchors)
        {
            times.Add(anchor);
            if (_hasOrder || !_lapses.IsEmpty)
            {
                times.UnionWith([anchor + Duration.FromHours(1), anchor - Duration.FromHours(1), anchor + Duration.FromDays(1)]);
            }

            times.UnionWith(Near(anchor));

            if (_hasYears)
            {
                times.UnionWith(TurnOf(_calendar.DateOf(anchor).Year));
                times.UnionWith(_steps.Select(days => anchor + Duration.FromDays(days)));
            }
        }

        return times;
    }

    /// <summary>
    /// Months and years are not always as long, and working days do not always lie alike: where they stand beside other units, histories also begin in a February, in one of a leap year, before a
    /// month of 30 days, and on each day of a week.
    /// </summary>
    private IEnumerable<Instant> OtherBeginnings(Reach reach, int year)
    {
        var units = reach.Lapses.Select(l => l.Unit).ToHashSet();
        if (units.Any(u => u is LapseUnit.Month or LapseUnit.Year) && units.Any(u => u is LapseUnit.Day or LapseUnit.Week or LapseUnit.WorkingDay))
        {
            var leap = Enumerable.Range(year + 1, 8).First(y => CalendarSystem.Iso.IsLeapYear(y));
            yield return Noon(new LocalDate(CalendarSystem.Iso.IsLeapYear(year + 1) ? year + 2 : year + 1, 2, 10));
            yield return Noon(new LocalDate(leap, 2, 10));
            yield return Noon(new LocalDate(year, 4, 10));
        }

        if (units.Contains(LapseUnit.WorkingDay) && units.Count > 1)
        {
            for (var day = 11; day < 17; day++)
            {
                yield return Noon(new LocalDate(year, 3, day));
            }
        }

        // A day on which the clocks are changed is no day of 24 hours.
        if (units.Any(u => u is LapseUnit.Hour or LapseUnit.Minute or LapseUnit.Second) && units.Any(u => u is LapseUnit.Day or LapseUnit.Week) && _calendar.Zone.GetZoneInterval(Start) is { HasEnd: true, End: var changed })
        {
            yield return changed - Duration.FromHours(14);
            if (_calendar.Zone.GetZoneInterval(changed) is { HasEnd: true, End: var back })
            {
                yield return back - Duration.FromHours(14);
            }
        }

        Instant Noon(LocalDate date) => _calendar.StartOf(date) + Duration.FromHours(12);
    }

    /// <summary>In days: into the next period, and within a longer one.</summary>
    private static IEnumerable<int> Steps(LapseUnit unit) => unit switch
    {
        LapseUnit.Day => [1],
        LapseUnit.Week => [1, 2, 7],
        LapseUnit.Month => [1, 31],
        _ => [],
    };

    /// <summary>The last day of a year, and the first of the next.</summary>
    private ImmutableArray<Instant> TurnOf(int year)
    {
        var next = _calendar.StartOf(new LocalDate(year + 1, 1, 1));
        return [next - Duration.FromHours(12), next + Duration.FromHours(12)];
    }

    /// <summary>At every bound that is counted from a moment, before and after it.</summary>
    private IEnumerable<Instant> Near(Instant anchor)
    {
        foreach (var lapse in _lapses)
        {
            foreach (var back in new[] { false, true })
            {
                var bound = _calendar.LastInstant(anchor, lapse, back);
                if (lapse.IsElapsed)
                {
                    yield return bound;
                    yield return bound + Duration.FromMinutes(1);
                    yield return bound - Duration.FromMinutes(1);
                    continue;
                }

                // On the day of the bound, the day before and the day after, at the same hour.
                var hour = anchor - _calendar.StartOf(_calendar.DateOf(anchor));
                foreach (var day in new[] { 0, 1, -1 })
                {
                    yield return _calendar.StartOf(_calendar.DateOf(bound).PlusDays(day)) + hour;
                }
            }
        }
    }

    private IEnumerable<Instant> Around(InstantRange day)
    {
        var noon = _calendar.StartOf(_calendar.DateOf(day.Earliest)) + Duration.FromHours(12);
        var last = _calendar.StartOf(_calendar.DateOf(day.Latest)) + Duration.FromHours(12);
        return day.IsExact
            ? [day.Earliest - Duration.FromMinutes(1), day.Earliest, day.Earliest + Duration.FromMinutes(1)]
            : [noon - Duration.FromDays(1), noon, last, last + Duration.FromDays(1)];
    }

    private static LocalDate Within(int year, int month, int day) => new(year, month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(year, month)));

    /// <summary>In days.</summary>
    public static double Approximate(Lapse lapse) => lapse.Amount * lapse.Unit switch
    {
        LapseUnit.Second => 1.0 / 86_400,
        LapseUnit.Minute => 1.0 / 1_440,
        LapseUnit.Hour => 1.0 / 24,
        LapseUnit.Day => 1,
        LapseUnit.WorkingDay => 1.6,
        LapseUnit.Week => 7,
        LapseUnit.Month => 31,
        _ => 366,
    };
}
