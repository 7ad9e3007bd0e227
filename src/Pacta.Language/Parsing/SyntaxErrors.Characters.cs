using System.Globalization;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Characters, numbers, dates and texts.</summary>
internal static partial class SyntaxErrors
{
    /// <summary>Signs that are familiar from arithmetic and programming; null for anything else.</summary>
    public static Mistake? ComparisonInSymbols(string run)
    {
        var words = run switch
        {
            ">=" or "=>" or "≥" => "at least",
            "<=" or "=<" or "≤" => "at most",
            ">" => "more than",
            "<" => "less than",
            "=" or "==" => "is",
            "!=" or "<>" or "≠" => "is not",
            _ => null,
        };
        if (words is null)
        {
            return null;
        }

        var example = words.StartsWith("is", StringComparison.Ordinal) ? $"if w {words} artillery_piece" : $"troops of x {words} 9_000";
        return new(
            SymbolForComparisonCode,
            $"Comparisons are written in words: '{words}' instead of {run}.",
            $"write '{words}' here",
            "Whether the figure itself is included can be heard: 'at least' and 'at most' include it, 'more than' and 'less than' do not.",
            example)
        {
            Written = run,
            Instead = words,
        };
    }

    public static Mistake UnknownCharacter(string run) => run switch
    {
        ";" or ":" => new(
            UnknownCharacterCode,
            $"The sign {run} is not used; a line ends without a mark.",
            "leave this out",
            "Every line is one item. A line that starts with a joining word, such as 'no later than' or 'unless', goes on with the line above.",
            "A must give notification of x to each other party\n  no later than start of x")
        {
            Written = run,
            Instead = string.Empty,
        },
        "." => new(
            UnknownCharacterCode,
            "A sentence ends with its line, without a full stop.",
            "leave the full stop out",
            "Leave it out. Points stand only inside numbers, such as 0.001; two points stand between two values.",
            "range of m is 500 km .. 5_500 km")
        {
            Written = run,
            Instead = string.Empty,
        },
        "–" or "—" or "−" => new(
            UnknownCharacterCode,
            $"The dash {run} is not used.",
            "this is a dash",
            "To subtract, write the hyphen - with a blank on both sides. Between two values write two points.",
            "2021-09-10 .. 2021-09-12 exercise north_wind by aland"),
        "#" or "/*" => new(
            UnknownCharacterCode,
            $"The sign {run} is not used.",
            "this sign means nothing here",
            "A remark for the reader begins with two strokes and goes on to the end of the line.",
            "// the figures are illustrations")
        {
            Written = run,
            Instead = "//",
        },
        _ => new(
            UnknownCharacterCode,
            $"The sign {run} is not used in the language.",
            "this sign means nothing here",
            "Leave it out. If it belongs to the words of the agreement, put them into quotation marks.",
            "text en \"§ 38: 42 days or more in advance\""),
    };

    public static Mistake CurlyQuotes(char mark, string content) => new(
        QuotationMarksCode,
        $"Texts stand in straight quotation marks, not in {mark}.",
        "use the straight marks \" \" here",
        "Word processors replace straight marks by curly ones. Type them anew; inside a text every kind of mark but the straight one may stand.",
        $"\"{content}\"")
    {
        Instead = $"\"{content}\"",
    };

    public static Mistake Apostrophe() => new(
        UnknownCharacterCode,
        "The language has no apostrophe.",
        "an apostrophe",
        "What belongs to somebody is written with 'of': 'warships of P'. 42 days' notice is 'no later than 42 days before' and the event, behind the act.",
        SentenceExample);

    public static Mistake UnterminatedText() => new(
        UnterminatedTextCode,
        "The quotation mark that ends this text is missing.",
        "this text does not end on its line",
        "A text ends on the line on which it begins. Add the mark, or put a long text on one line.",
        "text en \"42 days or more in advance\"");

    public static Mistake CommasInNumber(string number) => new(
        NumberCode,
        $"Thousands are parted by an underscore, not by a comma: {number.Replace(',', '_')}.",
        $"write {number.Replace(',', '_')}",
        "A comma stands between the items of a list, followed by a blank. A decimal fraction has a point: 0.5.",
        "troops of x at least 9_000")
    {
        Written = number,
        Instead = number.Replace(',', '_'),
    };

    public static Mistake BadGroups(string number) => new(
        NumberCode,
        $"The underscores of {number} do not part groups of three digits.",
        "a digit is missing or one too many",
        "Count the digits: from the right there are three between two underscores, and none behind the decimal point.",
        "total tonnage of warships of P at most 30_000 t");

    public static Mistake NumberTooLong() => new(
        NumberCode,
        "This number has too many digits.",
        "at most 28 digits can be kept",
        "Write a shorter number, if need be in a larger unit.",
        "range of m at least 500 km");

    public static Mistake BlankInNumber(string first, string second) => new(
        NumberCode,
        $"Two numbers follow one another: {first} and {second}.",
        "this is a second number",
        "Thousands are parted by an underscore, not by a blank.",
        "troops of x at least 9_000");

    public static Mistake NumberRunsIntoWord(string number, string word) => new(
        NumberRunsIntoWordCode,
        $"A blank is missing between {number} and {word}.",
        $"write {number} {Written(word)}",
        "A number and its unit are two words. A name cannot begin with a digit.",
        "up to 15 km from contact_line")
    {
        Written = number + word,
        Instead = $"{number} {Written(word)}",
    };

    /// <summary>Units of time have no short forms.</summary>
    private static string Written(string unit) => unit.ToLowerInvariant() switch
    {
        "h" or "hr" or "hrs" => "hours",
        "min" or "mins" => "minutes",
        "d" => "days",
        "mo" => "months",
        "y" or "yr" or "yrs" => "years",
        _ => unit,
    };

    public static Mistake DateInAnotherForm(string text)
    {
        var right = InYearMonthDay(text);
        return new(
            DateFormCode,
            $"{text} is not written as a date is written here.",
            right switch
            {
                [var one] => $"write {one}",
                [var one, var other] => $"write {one}, or {other} where the month stands first",
                _ => "write year-month-day: four digits, two, two",
            },
            "The order is the same in every country: year, month, day, with hyphens. A month alone is 2021-09; a clock time follows after a "
            + "blank. To subtract, put a blank on both sides of the hyphen.",
            right is null ? "signed 2021-09-10\nenters into force 2020-07-27 00:01" : string.Join('\n', right))
        {
            Written = text,
            Instead = right is { Length: 1 } ? right[0] : null,
        };
    }

    /// <summary>The date in its right form; two of them where day and month may be either way round, null where it is no date.</summary>
    private static string[]? InYearMonthDay(string text)
    {
        var parts = text.Split('.', '/', '-');
        if (parts.Length != 3 || !parts.All(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            return null;
        }

        var numbers = parts.Select(p => int.Parse(p, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        var (year, first, second) = parts[0].Length == 4 ? (numbers[0], numbers[2], numbers[1]) : (numbers[2], numbers[0], numbers[1]);
        if ((parts[0].Length != 4 && parts[2].Length != 4) || first is < 1 or > 31 || second is < 1 or > 31)
        {
            return null;
        }

        string Date(int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
        return parts[0].Length == 4 || first > 12 ? second > 12 ? null : [Date(second, first)]
            : second > 12 ? [Date(first, second)]
            : first == second ? [Date(first, second)]
            : [Date(second, first), Date(first, second)];
    }

    /// <summary>A day with the ending of an ordinal number: <c>15th</c>.</summary>
    /// <param name="behind">The words behind it on the line, without "of".</param>
    public static Mistake Ordinal(string text, string day, string[] behind)
    {
        const string Help = "A day is written in digits alone. With its year it is a date, 2021-11-15; without, it comes back 'every year by 15 november'. What is due by a day of each "
            + "month repeats 'every month' and begins with 'as from' on the day after.";
        var months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        var month = behind.Length == 0 ? -1 : Array.FindIndex(months, m => m.Length > 0 && m.Equals(behind[0].TrimEnd(','), StringComparison.OrdinalIgnoreCase)) + 1;
        var isYear = month > 0 && behind.Length > 1 && behind[1] is { Length: 4 } y && int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        if (isYear)
        {
            var date = $"{behind[1]}-{month.ToString("00", CultureInfo.InvariantCulture)}-{day.PadLeft(2, '0')}";
            return new(DateFormCode, $"{text} {behind[0]} {behind[1]} is not written as a date is written here.", $"write {date}", Help, $"no later than {date}")
            {
                Written = $"{text} {behind[0]} {behind[1]}",
                Instead = date,
            };
        }

        if (month > 0)
        {
            var name = behind[0].TrimEnd(',').ToLowerInvariant();
            return new(DateFormCode, $"A day that comes back is written '{day} {name}'.", $"write {day}", Help, $"each party must give calendar to each other party every year by {day} {name}")
            {
                Written = text,
                Instead = day,
            };
        }

        if (behind is ["each" or "every" or "the" or "a", var period, ..] && period.StartsWith("month", StringComparison.Ordinal) && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last < 28)
        {
            var next = (last + 1).ToString("00", CultureInfo.InvariantCulture);
            return new(
                DateFormCode, $"What is due by day {day} of each month repeats 'every month', as from the day after.", "no day of a month stands here",
                $"Each period then ends with day {day}. 'as from' has to lie after the entry into force, or the first period is cut short.",
                $"each party must give calendar to each other party\n  every month as from 2021-01-{next}");
        }

        return new(
            DateFormCode, $"{text} is not written as a day is written here.", $"write {day}, with its month", Help,
            "each party must give calendar to each other party every year by 15 november\neach party must give calendar to each other party every month as from 2021-01-16");
    }

    public static Mistake NoSuchMonth(string text, int month) => new(
        NoSuchDateCode,
        month is < 1 or > 12 ? $"There is no month {month.ToString("00", CultureInfo.InvariantCulture)}." : "There is no year 0000.",
        $"{text} is no date",
        "The order is year, month, day. To subtract, put a blank on both sides of the hyphen.",
        "signed 2021-09-10");

    public static Mistake NoSuchDay(MomentLiteral date)
    {
        var month = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month);
        var days = DateTime.DaysInMonth(date.Year, date.Month);
        return new(
            NoSuchDateCode,
            $"{month} {date.Year} has no day {date.Day}.",
            $"{month} {date.Year} ends on day {days}",
            "The order is year, month, day. Look the date up in the text of the agreement or of the report.",
            $"signed {date.Year:0000}-{date.Month:00}-{days:00}");
    }

    public static Mistake ClockInAnotherForm(string text) => new(
        ClockCode,
        $"{text} is not written as a clock time is written here.",
        "write hour and minute, two digits each",
        "The clock has 24 hours and is that of the agreement's time zone. Seconds are not kept.",
        "enters into force 2020-07-27 00:01");

    /// <param name="date">Before 24:00: the day that ends then.</param>
    public static Mistake NoSuchClock(string text, MomentLiteral? date) => new(
        ClockCode,
        $"There is no clock time {text}.",
        "hours go from 00 to 23, minutes from 00 to 59",
        "The end of a day, 24:00, is written as 00:00 of the next day.",
        date is { Day: { } day } && DateTime.TryParseExact(
            string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{day:00}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var ends)
            ? string.Create(CultureInfo.InvariantCulture, $"no later than {ends.AddDays(1):yyyy-MM-dd} 00:00")
            : "enters into force 2015-02-15 00:00");
}
