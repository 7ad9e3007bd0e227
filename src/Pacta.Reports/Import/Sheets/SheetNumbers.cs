using System.Globalization;
using NodaTime;
using Pacta.Model.Time;

namespace Pacta.Reports.Import.Sheets;

/// <summary>
/// The numbers of a workbook, which are dates where the format of their cell says so (ECMA-376 part 1, 18.8.30 and 18.17.4): days since
/// the end of 1899, or since 1904.
/// </summary>
internal static class SheetNumbers
{
    private static readonly LocalDate Epoch1900 = new(1899, 12, 30);
    private static readonly LocalDate Epoch1904 = new(1904, 1, 1);
    private const double LastDay = 2_958_465;
    private const int MillisecondsOfDay = 86_400_000;

    /// <summary>Day 60 is 29 February 1900, which there never was; what lies before it is one day off.</summary>
    private const int NoSuchDay = 60;

    public static SheetCell Of(string written, string? format, bool is1904)
    {
        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return new SheetCell(written);
        }

        if (format is not null && DateParts(format) is { IsDate: true } parts)
        {
            return Date(value, parts.HasDay, parts.HasClock, is1904) ?? new SheetCell(written, Problem: "a number that is no date");
        }

        // Spreadsheets keep and show 15 digits; what lies beyond them is the noise of binary fractions.
        var text = value.ToString("G15", CultureInfo.InvariantCulture);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new SheetCell(number.ToString(CultureInfo.InvariantCulture), number)
            : new SheetCell(text);
    }

    /// <summary>The built-in formats have numbers only (18.8.30); those of dates and clocks are these.</summary>
    public static string? BuiltIn(int id) => id switch
    {
        (>= 14 and <= 17) or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => "yyyy-mm-dd",
        (>= 18 and <= 21) or (>= 32 and <= 35) or 45 or 47 or 55 or 56 => "hh:mm:ss",
        22 => "yyyy-mm-dd hh:mm",
        _ => null,
    };

    /// <summary>Which of a day and a clock a format shows. Elapsed hours, <c>[h]:mm</c>, are a length of time and no date.</summary>
    private static (bool IsDate, bool HasDay, bool HasClock) DateParts(string format)
    {
        var (hasDay, hasClock, hasMonth) = (false, false, false);
        for (var i = 0; i < format.Length && format[i] != ';'; i++)
        {
            switch (char.ToLowerInvariant(format[i]))
            {
                case '"':
                    i = format.IndexOf('"', i + 1) is >= 0 and var end ? end : format.Length;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    var close = format.IndexOf(']', i) is >= 0 and var found ? found : format.Length - 1;
                    if (format[(i + 1)..close].Trim('h', 'H', 'm', 'M', 's', 'S').Length == 0)
                    {
                        return (false, false, false);
                    }

                    i = close;
                    break;
                case 'y' or 'd':
                    hasDay = true;
                    break;
                case 'h' or 's':
                    hasClock = true;
                    break;
                case 'm':
                    hasMonth = true;
                    break;
                case 'g' when format.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    return (false, false, false);
            }
        }

        // An m alone is a month; beside hours or seconds it is minutes.
        return (hasDay || hasClock || hasMonth, hasDay || (hasMonth && !hasClock), hasClock);
    }

    private static SheetCell? Date(double value, bool hasDay, bool hasClock, bool is1904)
    {
        if (value < 0 || value > LastDay + 1)
        {
            return null;
        }

        var milliseconds = (long)Math.Round(value * MillisecondsOfDay);
        var (day, clock) = ((int)(milliseconds / MillisecondsOfDay), LocalTime.FromMillisecondsSinceMidnight((int)(milliseconds % MillisecondsOfDay)));
        if (!hasDay)
        {
            return day == 0 ? new SheetCell(clock.ToString("HH':'mm':'ss", CultureInfo.InvariantCulture)) : Date(value, true, hasClock, is1904);
        }

        if (!is1904 && day == NoSuchDay)
        {
            return null;
        }

        var date = is1904 ? Epoch1904.PlusDays(day) : Epoch1900.PlusDays(day < NoSuchDay ? day + 1 : day);
        if (date.Year > 2999)
        {
            return null;
        }

        var moment = hasClock ? Moment.At(date + clock) : Moment.OnDay(date);
        return new SheetCell(Model.Reports.MomentText.Format(moment), Moment: moment);
    }
}
