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
public static class MomentText
{
    /// <summary>Reads a moment; null, and why, if it is none.</summary>
    public static Moment? Parse(string text, out MomentProblem problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), out problem);
    }

    /// <inheritdoc cref="Parse(string, out MomentProblem)"/>
    public static Moment? Parse(ReadOnlySpan<char> text, out MomentProblem problem)
    {
        problem = MomentProblem.Form;
        var rest = text;
        if (!Digits(ref rest, 4, out var year) || year is < 1000 or > 2999)
        {
            return null;
        }

        if (rest.Length == 0)
        {
            problem = MomentProblem.None;
            return Moment.InYear(year);
        }

        if (!Skip(ref rest, '-') || !Digits(ref rest, 2, out var month))
        {
            return null;
        }

        var day = -1;
        if (rest.Length > 0 && !(Skip(ref rest, '-') && Digits(ref rest, 2, out day)))
        {
            return null;
        }

        Clock? clock = null;
        if (rest.Length > 0 && !(rest[0] is 'T' or ' ' && Clock.Read(rest[1..], out clock)))
        {
            return null;
        }

        if (month is 0 or > 12 || day == 0 || (day > 0 && day > CalendarSystem.Iso.GetDaysInMonth(year, month)))
        {
            problem = MomentProblem.Date;
            return null;
        }

        problem = MomentProblem.None;
        return day < 0 ? Moment.InMonth(year, month)
            : clock is { } at ? OnClock(at, new LocalDate(year, month, day), out problem)
            : Moment.OnDay(new LocalDate(year, month, day));
    }

    /// <summary>The moment as <see cref="Parse(string, out MomentProblem)"/> reads it back. A written offset comes back as UTC: the same instant.</summary>
    public static string Format(Moment moment) => moment.Precision switch
    {
        Precision.Clock or Precision.Day when moment.Local.Year is >= 1000 and <= 2999 => Written(moment),
        Precision.Clock when moment.Absolute is { } instant => InstantPattern.ExtendedIso.Format(instant),
        Precision.Clock => LocalDateTimePattern.ExtendedIso.Format(moment.Local),
        _ => moment.ToString(),
    };

    /// <summary><c>2021-09-10</c>, or <c>2021-09-10..2021-09-12</c> for one unknown instant in between.</summary>
    public static string Format(When when) => when.From == when.To ? Format(when.From) : $"{Format(when.From)}..{Format(when.To)}";

    /// <summary>As the patterns write it, for the years that reports speak of: the observations of things are named by it.</summary>
    private static string Written(Moment moment)
    {
        Span<char> text = stackalloc char[32];
        var local = moment.Local;
        Write(text, local.Year, 4);
        text[4] = '-';
        Write(text[5..], local.Month, 2);
        text[7] = '-';
        Write(text[8..], local.Day, 2);
        if (moment.Precision == Precision.Day)
        {
            return new string(text[..10]);
        }

        text[10] = 'T';
        Write(text[11..], local.Hour, 2);
        text[13] = ':';
        Write(text[14..], local.Minute, 2);
        text[16] = ':';
        Write(text[17..], local.Second, 2);
        var length = 19;
        if (local.NanosecondOfSecond != 0)
        {
            text[19] = '.';
            Write(text[20..], local.NanosecondOfSecond, 9);
            length = text[..29].TrimEnd('0').Length;
        }

        if (moment.Absolute is not null)
        {
            text[length++] = 'Z';
        }

        return new string(text[..length]);
    }

    private static void Write(Span<char> text, int number, int digits)
    {
        for (var i = digits - 1; i >= 0; i--)
        {
            text[i] = (char)('0' + (number % 10));
            number /= 10;
        }
    }

    private static Moment? OnClock(Clock clock, LocalDate date, out MomentProblem problem)
    {
        if (clock.Hour > 23 || clock.Minute > 59 || clock.Second > 59 || clock is { HasOffset: true, Offset: null })
        {
            problem = MomentProblem.Clock;
            return null;
        }

        problem = MomentProblem.None;
        var local = date.At(LocalTime.FromNanosecondsSinceMidnight(
            ((((clock.Hour * 60L) + clock.Minute) * 60) + clock.Second) * NodaConstants.NanosecondsPerSecond + clock.Nanoseconds));
        return clock.Offset is not { } offset ? Moment.At(local)
            : offset == Offset.Zero ? Moment.AtUtc(local)
            : Moment.At(local.WithOffset(offset).ToInstant());
    }

    /// <summary>A clock time as it was written, with its offset.</summary>
    /// <param name="Offset">Null: none was written, or one that there is not.</param>
    private readonly record struct Clock(int Hour, int Minute, int Second, long Nanoseconds, bool HasOffset, Offset? Offset)
    {
        private const int MostDigits = 9;

        /// <summary>All of a text; false if it is not written like a clock time.</summary>
        public static bool Read(ReadOnlySpan<char> rest, out Clock? clock)
        {
            clock = null;
            var (second, nanoseconds) = (0, 0L);
            if (!Digits(ref rest, 2, out var hour) || !Skip(ref rest, ':') || !Digits(ref rest, 2, out var minute)
                || (Skip(ref rest, ':') && (!Digits(ref rest, 2, out second) || (Skip(ref rest, '.') && !Fraction(ref rest, out nanoseconds)))))
            {
                return false;
            }

            if (rest.Length == 0)
            {
                clock = new Clock(hour, minute, second, nanoseconds, false, null);
                return true;
            }

            var (sign, hours, minutes) = (rest[0], 0, 0);
            rest = rest[1..];
            if (sign != 'Z' && (sign is not ('+' or '-') || !Digits(ref rest, 2, out hours) || !Skip(ref rest, ':') || !Digits(ref rest, 2, out minutes)))
            {
                return false;
            }

            var total = (hours * 60) + minutes;
            clock = new Clock(
                hour, minute, second, nanoseconds, true,
                minutes > 59 || total > 18 * 60 ? null : NodaTime.Offset.FromSeconds((sign == '-' ? -total : total) * 60));
            return rest.Length == 0;
        }

        private static bool Fraction(ref ReadOnlySpan<char> rest, out long nanoseconds)
        {
            nanoseconds = 0;
            var length = 0;
            while (length < rest.Length && length < MostDigits && char.IsAsciiDigit(rest[length]))
            {
                nanoseconds = (nanoseconds * 10) + (rest[length] - '0');
                length++;
            }

            rest = rest[length..];
            for (var missing = length; missing < MostDigits; missing++)
            {
                nanoseconds *= 10;
            }

            return length > 0;
        }
    }

    private static bool Digits(ref ReadOnlySpan<char> rest, int count, out int number)
    {
        number = 0;
        if (rest.Length < count)
        {
            return false;
        }

        foreach (var digit in rest[..count])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        rest = rest[count..];
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<char> rest, char sign)
    {
        if (rest.Length == 0 || rest[0] != sign)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }
}
