using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Time;

namespace Pacta.Model.Periods;

/// <summary>For how long a report about a period is.</summary>
public enum PeriodLength
{
    /// <summary>A local day.</summary>
    Day,

    /// <summary>Seven local days from a Monday on (ISO 8601).</summary>
    Week,
}

/// <summary>A day or a week, by the calendar: which instants it has depends on the time zone of the agreement.</summary>
/// <param name="First">Its first day; of a week, a Monday.</param>
public sealed record ReportPeriod(PeriodLength Length, LocalDate First)
{
    /// <summary>Its last day, which belongs to it.</summary>
    public LocalDate Last => Length == PeriodLength.Day ? First : First.PlusDays(6);

    public ReportPeriod Next => new(Length, Last.PlusDays(1));

    public IEnumerable<LocalDate> Days
    {
        get
        {
            for (var day = First; day <= Last; day = day.PlusDays(1))
            {
                yield return day;
            }
        }
    }

    /// <summary>The period in which a day lies.</summary>
    public static ReportPeriod Of(PeriodLength length, LocalDate day) =>
        new(length, length == PeriodLength.Day || day.DayOfWeek == IsoDayOfWeek.Monday ? day : day.Previous(IsoDayOfWeek.Monday));

    /// <summary>The periods from the one in which a day lies to the one in which another does; none where that is before.</summary>
    public static ImmutableArray<ReportPeriod> Between(PeriodLength length, LocalDate from, LocalDate to)
    {
        var periods = ImmutableArray.CreateBuilder<ReportPeriod>();
        for (var period = Of(length, from); period.First <= to; period = period.Next)
        {
            periods.Add(period);
        }

        return periods.ToImmutable();
    }

    /// <summary>From its first instant to its last, by the clock of the agreement.</summary>
    public InstantRange In(AgreementCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new InstantRange(calendar.StartOf(First), calendar.EndOf(Last));
    }
}
