using NodaTime;
using Pacta.Language.Syntax;
using Pacta.Model.Time;

namespace Pacta.Language.Binding.Expressions;

internal static class Moments
{
    /// <summary>The years that a report can name: of a date beyond them nothing could ever be found.</summary>
    public const int FirstYear = 1000;

    public const int LastYear = 2999;

    /// <summary>The moment that a literal means; null where the calendar has no such day or the clock no such time.</summary>
    public static Moment? Of(MomentLiteral literal)
    {
        if (literal.Year is < 1 or > 9998 || literal.Month is < 1 or > 12)
        {
            return null;
        }

        if (literal.Day is not { } day)
        {
            return Moment.InMonth(literal.Year, literal.Month);
        }

        if (day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(literal.Year, literal.Month))
        {
            return null;
        }

        var date = new LocalDate(literal.Year, literal.Month, day);
        return (literal.Hour, literal.Minute) switch
        {
            (null, _) => Moment.OnDay(date),
            (24, null or 0) => Moment.At(date.PlusDays(1).AtMidnight()),
            ( >= 0 and < 24, null) => Moment.At(date + new LocalTime(literal.Hour.Value, 0)),
            ( >= 0 and < 24, >= 0 and < 60) => Moment.At(date + new LocalTime(literal.Hour.Value, literal.Minute.Value)),
            _ => null,
        };
    }
}
