using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Pacta.Model.Time;

namespace Pacta.Presentation.Html;

/// <summary>From instants to places on a line, and the dates that are marked on it.</summary>
internal sealed class TimelineScale
{
    private const int MostTicks = 7;

    /// <summary>A due further ahead than this part of the time that is shown stands at the edge: it would press all else together.</summary>
    private const double Ahead = 0.4;

    private readonly AgreementCalendar _calendar;
    private readonly double _left;
    private readonly double _width;

    /// <param name="known">All instants up to the horizon.</param>
    /// <param name="dues">Dues, also those ahead.</param>
    public TimelineScale(AgreementCalendar calendar, IEnumerable<Instant> known, IEnumerable<Instant> dues, Instant horizon, double left, double width)
    {
        (_calendar, _left, _width) = (calendar, left, width);
        First = known.Append(horizon).Min();
        var span = Duration.Max(horizon - First, Duration.FromHours(1));
        var latest = horizon + (span * Ahead);
        Last = dues.Where(d => d <= latest).Append(horizon).Max() + (span * 0.02);
    }

    public Instant First { get; }

    public Instant Last { get; }

    /// <summary>Is an instant off the line?</summary>
    public bool IsBeyond(Instant instant) => instant > Last;

    public double Of(Instant instant) => instant <= First ? _left : instant >= Last ? _left + _width : _left + (_width * ((instant - First) / (Last - First)));

    /// <summary>Dates at even steps, few enough to be read.</summary>
    public ImmutableArray<(double At, string Text)> Ticks()
    {
        var (first, last) = (_calendar.DateOf(First), _calendar.DateOf(Last));
        var days = Period.Between(first, last, PeriodUnits.Days).Days;
        ReadOnlySpan<(int Step, int Most)> steps = [(1, 7), (2, 14), (7, 49), (14, 70)];
        foreach (var (step, most) in steps)
        {
            if (days < most)
            {
                return Marks(first, last, d => d.PlusDays(step), LocalDatePattern.Iso);
            }
        }

        ReadOnlySpan<int> months = [1, 2, 3, 6];
        foreach (var step in months)
        {
            if (days / (30 * step) < MostTicks)
            {
                return Marks(new LocalDate(first.Year, ((first.Month - 1) / step * step) + 1, 1), last, d => d.PlusMonths(step), LocalDatePattern.CreateWithInvariantCulture("uuuu-MM"));
            }
        }

        var years = 1;
        foreach (var factor in new[] { 2, 5, 10, 20, 50, 100, 200, 500 }.TakeWhile(_ => days / (365 * years) >= MostTicks))
        {
            years = factor;
        }

        return Marks(new LocalDate(first.Year / years * years, 1, 1), last, d => d.PlusYears(years), LocalDatePattern.CreateWithInvariantCulture("uuuu"));
    }

    /// <summary>A number as drawings have it: one decimal, with a point.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private ImmutableArray<(double At, string Text)> Marks(LocalDate from, LocalDate to, Func<LocalDate, LocalDate> next, LocalDatePattern pattern)
    {
        var marks = ImmutableArray.CreateBuilder<(double, string)>();
        for (var date = from; date <= to; date = next(date))
        {
            if (date.Year >= 1 && _calendar.StartOf(date) is var at && at >= First && at <= Last)
            {
                marks.Add((Of(at), pattern.Format(date)));
            }
        }

        return marks.ToImmutable();
    }
}
