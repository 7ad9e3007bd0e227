using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Pacta.Model.Time;

namespace Pacta.Model.Reports;

/// <summary>What is wrong with a time that somebody wrote.</summary>
public enum MomentProblem
{
    None,

    /// <summary>Not written like a time at all, or with a year before 1000 or after 2999.</summary>
    Form,

    /// <summary>No such day: 30 February, month 13.</summary>
    Date,

    /// <summary>No such clock time or offset: 25:00, +19:00.</summary>
    Clock,
}

/// <summary>
/// Moments as report files write them: <c>2021</c>, <c>2021-09</c>, <c>2021-09-10</c>, <c>2021-09-10T14:30</c> (a local clock) and
/// <c>2021-09-10T14:30:00Z</c> or with an offset. A year has four digits, 1000 to 2999.
/// </summary>
public static partial class MomentText
{
    /// <summary>Reads a moment; null, and why, if it is none.</summary>
    public static Moment? Parse(string text, out MomentProblem problem)
    {
        var match = Written().Match(text);
        if (!match.Success)
        {
            problem = MomentProblem.Form;
            return null;
        }

        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        problem = MomentProblem.None;
        if (month < 0)
        {
            return Moment.InYear(year);
        }

        if (month is 0 or > 12 || day == 0 || (day > 0 && day > CalendarSystem.Iso.GetDaysInMonth(year, month)))
        {
            problem = MomentProblem.Date;
            return null;
        }

        if (day < 0)
        {
            return Moment.InMonth(year, month);
        }

        var date = new LocalDate(year, month, day);
        return match.Groups["hour"].Success ? OnClock(match, date, out problem) : Moment.OnDay(date);
    }

    /// <summary>The moment as <see cref="Parse"/> reads it back. A written offset comes back as UTC: the same instant.</summary>
    public static string Format(Moment moment) => moment.Precision != Precision.Clock
        ? moment.ToString()
        : moment.Absolute is { } instant
            ? InstantPattern.ExtendedIso.Format(instant)
            : LocalDateTimePattern.ExtendedIso.Format(moment.Local);

    /// <summary><c>2021-09-10</c>, or <c>2021-09-10..2021-09-12</c> for one unknown instant in between.</summary>
    public static string Format(When when) => when.From == when.To ? Format(when.From) : $"{Format(when.From)}..{Format(when.To)}";

    private static Moment? OnClock(Match match, LocalDate date, out MomentProblem problem)
    {
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Math.Max(0, Number(match, "second")));
        var offset = OffsetOf(match.Groups["offset"].Value);
        if (hour > 23 || minute > 59 || second > 59 || offset is null)
        {
            problem = MomentProblem.Clock;
            return null;
        }

        var fraction = match.Groups["fraction"].Success ? long.Parse(match.Groups["fraction"].Value.PadRight(9, '0'), CultureInfo.InvariantCulture) : 0;
        var local = date.At(new LocalTime(hour, minute, second)).PlusNanoseconds(fraction);
        problem = MomentProblem.None;
        return match.Groups["offset"].Success ? Moment.At(local.WithOffset(offset.Value).ToInstant()) : Moment.At(local);
    }

    private static Offset? OffsetOf(string text)
    {
        if (text.Length <= 1)
        {
            return Offset.Zero;
        }

        var hours = int.Parse(text.AsSpan(1, 2), CultureInfo.InvariantCulture);
        var minutes = int.Parse(text.AsSpan(4, 2), CultureInfo.InvariantCulture);
        var total = (hours * 60) + minutes;
        return minutes > 59 || total > 18 * 60 ? null : Offset.FromSeconds((text[0] == '-' ? -total : total) * 60);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : -1;

    [GeneratedRegex(
        @"^(?<year>[12][0-9]{3})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2})([T ](?<hour>[0-9]{2}):(?<minute>[0-9]{2})"
        + @"(:(?<second>[0-9]{2})(\.(?<fraction>[0-9]{1,9}))?)?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
