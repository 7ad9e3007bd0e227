using System.Collections.Immutable;
using NodaTime;

namespace Pacta.Model.Time;

/// <summary>
/// The calendar of an agreement: its time zone and its holidays. All counting of days, months and years happens here
/// (docs/semantics.md, "Time").
/// </summary>
public sealed class AgreementCalendar(DateTimeZone zone, ImmutableHashSet<LocalDate> holidays)
{
    /// <summary>Counting stops here: within what a calendar has, in every time zone.</summary>
    private static readonly LocalDate FirstDate = new(1, 1, 3);

    private static readonly LocalDate LastDate = new(9998, 12, 29);

    public DateTimeZone Zone { get; } = zone;

    public ImmutableHashSet<LocalDate> Holidays { get; } = holidays;

    public LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    public Instant StartOf(LocalDate date) => ZoneDays.StartOf(date, Zone);

    /// <summary>The last instant of a date: 24:00 less one tick.</summary>
    public Instant EndOf(LocalDate date) => ZoneDays.StartOf(date.PlusDays(1), Zone) - InstantRange.Tick;

    public InstantRange WholeDay(LocalDate date) => new(StartOf(date), EndOf(date));

    /// <summary>
    /// The instant <paramref name="lapse"/> after <paramref name="origin"/> (before it, if <paramref name="back"/>), taken as the last
    /// instant at which something is still "within" it. Elapsed units add to the instant; the others count from the origin's date, which
    /// is day 0, and end with that day: due 24:00.
    /// </summary>
    public Instant LastInstant(Instant origin, Lapse lapse, bool back)
    {
        var sign = back ? -1 : 1;
        return lapse.IsElapsed ? origin + (Elapsed(lapse) * sign) : EndOf(Move(DateOf(origin), lapse, sign));
    }

    /// <summary>As <see cref="LastInstant"/>, but the first instant of the day reached: where a window that looks back begins.</summary>
    public Instant FirstInstant(Instant origin, Lapse lapse, bool back)
    {
        var sign = back ? -1 : 1;
        return lapse.IsElapsed ? origin + (Elapsed(lapse) * sign) : StartOf(Move(DateOf(origin), lapse, sign));
    }

    /// <summary>Moves a date. Months and years keep the day of the month, or take the month's last.</summary>
    public LocalDate Move(LocalDate date, Lapse lapse, int sign)
    {
        var end = sign > 0 ? LastDate : FirstDate;
        return lapse.Unit switch
        {
            LapseUnit.Day => date.PlusDays(sign * Within(PeriodUnits.Days)),
            LapseUnit.Week => date.PlusWeeks(sign * Within(PeriodUnits.Weeks)),
            LapseUnit.Month => date.PlusMonths(sign * Within(PeriodUnits.Months)),
            LapseUnit.Year => date.PlusYears(sign * Within(PeriodUnits.Years)),
            LapseUnit.WorkingDay => MoveWorkingDays(date, lapse.Amount, sign),
            _ => throw new ArgumentOutOfRangeException(nameof(lapse), lapse, "elapsed units do not move dates"),
        };

        int Within(PeriodUnits units)
        {
            var left = Period.Between(date, end, units);
            return (int)Math.Min(lapse.Amount, Math.Max(0, sign * (left.Days + left.Weeks + left.Months + left.Years)));
        }
    }

    public bool IsWorkingDay(LocalDate date) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !Holidays.Contains(date);

    private LocalDate MoveWorkingDays(LocalDate date, int amount, int sign)
    {
        while (amount > 0 && date > FirstDate && date < LastDate)
        {
            date = date.PlusDays(sign);
            if (IsWorkingDay(date))
            {
                amount--;
            }
        }

        return date;
    }

    private static Duration Elapsed(Lapse lapse) => lapse.Unit switch
    {
        LapseUnit.Second => Duration.FromSeconds(lapse.Amount),
        LapseUnit.Minute => Duration.FromMinutes(lapse.Amount),
        _ => Duration.FromHours(lapse.Amount),
    };
}
