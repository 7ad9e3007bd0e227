using System.Buffers.Text;

namespace Pacta.Reports.Tracks;

/// <summary>Times and degrees as tables of positions have them, read from bytes without anything being made.</summary>
internal static class PositionCells
{
    /// <summary>Epochs beyond this are in milliseconds: in seconds it would be after the year 5100.</summary>
    private const double MostSeconds = 1e11;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    /// <summary>A decimal number; up to fifteen digits are read here, and correctly rounded, for both parts of the quotient are exact.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> cell, out double number)
    {
        var at = cell.Length > 0 && cell[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        var (digits, decimals, seen) = (0L, 0, 0);
        for (var isAfter = false; at < cell.Length; at++)
        {
            var digit = cell[at] - '0';
            if ((uint)digit <= 9)
            {
                digits = (digits * 10) + digit;
                seen++;
                decimals += isAfter ? 1 : 0;
                if (seen > 15)
                {
                    return Slowly(cell, out number);
                }
            }
            else if (cell[at] == '.' && !isAfter)
            {
                isAfter = true;
            }
            else
            {
                return Slowly(cell, out number);
            }
        }

        number = digits / Powers[decimals];
        number = cell.Length > 0 && cell[0] == '-' ? -number : number;
        return seen > 0;
    }

    /// <summary>Seconds since 1970 in UTC: an instant of ISO 8601 with a T or a blank in it, by the clock of UTC where no offset is written; or a number of seconds or milliseconds.</summary>
    public static bool TryTime(ReadOnlySpan<byte> cell, out double seconds)
    {
        if (cell.Length < 16 || cell[4] != '-')
        {
            var isNumber = TryNumber(cell, out seconds);
            seconds = Math.Abs(seconds) > MostSeconds ? seconds / 1000 : seconds;
            return isNumber;
        }

        seconds = 0;
        if (cell[7] != '-' || cell[10] is not ((byte)'T' or (byte)' ' or (byte)'t') || cell[13] != ':'
            || !Digits(cell[..4], out var year) || !Digits(cell[5..7], out var month) || !Digits(cell[8..10], out var day)
            || !Digits(cell[11..13], out var hour) || !Digits(cell[14..16], out var minute)
            || year < 1000 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59)
        {
            return false;
        }

        var rest = cell[16..];
        var second = 0.0;
        if (rest.Length > 0 && rest[0] == ':')
        {
            var length = 1;
            while (length < rest.Length && rest[length] is (>= (byte)'0' and <= (byte)'9') or (byte)'.')
            {
                length++;
            }

            if (length < 3 || !TryNumber(rest[1..length], out second) || second >= 60)
            {
                return false;
            }

            rest = rest[length..];
        }

        if (!TryOffset(rest, out var offset))
        {
            return false;
        }

        seconds = (DaysSince1970(year, month, day) * 86_400.0) + (hour * 3600) + (minute * 60) + second - offset;
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> cell, out int seconds)
    {
        seconds = 0;
        if (cell.Length == 0 || cell.SequenceEqual("Z"u8) || cell.SequenceEqual("z"u8) || cell.SequenceEqual(" UTC"u8))
        {
            return true;
        }

        if (cell[0] is not ((byte)'+' or (byte)'-') || cell.Length is not (3 or 5 or 6) || (cell.Length == 6 && cell[3] != ':')
            || !Digits(cell[1..3], out var hours) || hours > 18)
        {
            return false;
        }

        var minutes = 0;
        if (cell.Length > 3 && (!Digits(cell[^2..], out minutes) || minutes > 59))
        {
            return false;
        }

        seconds = ((hours * 60) + minutes) * (cell[0] == '-' ? -60 : 60);
        return true;
    }

    /// <summary>Days in the calendar of Gregory, counted from the first of March, so that a leap day is the last of its year.</summary>
    private static int DaysSince1970(int year, int month, int day)
    {
        var (y, m) = month > 2 ? (year, month - 3) : (year - 1, month + 9);
        return (365 * y) + (y / 4) - (y / 100) + (y / 400) + (((153 * m) + 2) / 5) + day - 719_469;
    }

    private static bool Digits(ReadOnlySpan<byte> cell, out int number)
    {
        number = 0;
        foreach (var b in cell)
        {
            if ((uint)(b - '0') > 9)
            {
                return false;
            }

            number = (number * 10) + b - '0';
        }

        return true;
    }

    private static bool Slowly(ReadOnlySpan<byte> cell, out double number) =>
        Utf8Parser.TryParse(cell, out number, out var length) && length == cell.Length && double.IsFinite(number);
}
