using System.Globalization;
using Pacta.Language.Lexing;

namespace Pacta.Language.Parsing;

/// <summary>Points and lengths of time as a lawyer would name them: a day, a year, a clock time, a number in words.</summary>
internal sealed partial class FileParser
{
    private static readonly (string Phrase, string Right)[] NamedTimes =
    [
        ("the date of its entry into force", "entry_into_force"), ("the date of the entry into force", "entry_into_force"), ("the date of entry into force", "entry_into_force"),
        ("date of its entry into force", "entry_into_force"), ("date of the entry into force", "entry_into_force"), ("date of entry into force", "entry_into_force"),
        ("its entry into force", "entry_into_force"), ("the entry into force", "entry_into_force"), ("entry into force", "entry_into_force"), ("coming into force", "entry_into_force"),
        ("the date of its signature", "signature"), ("the date of signature", "signature"), ("the date of signing", "signature"), ("the day of signature", "signature"),
        ("date of its signature", "signature"), ("date of signature", "signature"), ("date of signing", "signature"), ("day of signature", "signature"),
        ("its signature", "signature"), ("the signature", "signature"), ("the signing", "signature"), ("its signing", "signature"), ("signing", "signature"),
    ];

    /// <summary>Where a point in time stands.</summary>
    private Mistake? LooseInstant()
    {
        if (FirstSpelt(0, NamedTimes) is { } named && Peek(named.Length).Word is not (Word.Before or Word.After))
        {
            var end = named.Length;
            if (Peek(end).Word == Word.Of)
            {
                var of = end + 1 + (Spells(end + 1, "this") + Spells(end + 1, "the") + Spells(end + 1, "present") > 0 ? 1 : 0);
                end = IsSpelt(Peek(of), "agreement") || IsSpelt(Peek(of), "treaty") || IsSpelt(Peek(of), "accord") || IsSpelt(Peek(of), "convention") || IsSpelt(Peek(of), "protocol") ? of + 1 : end;
            }

            return SyntaxErrors.NamedTime(Written(0, end), named.Right);
        }

        if (MonthOf(Current) is { } month && YearOf(Peek()) is { } yearOfMonth)
        {
            return SyntaxErrors.SpelledDate(Written(0, 2), FormattableString.Invariant($"{yearOfMonth:0000}-{month:00}"));
        }

        return LooseQuarter() ?? LooseYear() ?? LooseClockFirst();
    }

    /// <summary><c>Q1 2021</c>, <c>2021-Q1</c></summary>
    private Mistake? LooseQuarter()
    {
        var (quarter, year, end) = At(TokenKind.Variable) ? (Current, Peek(), 2) : Peek().Kind == TokenKind.Minus ? (Peek(2), Current, 3) : (Peek(), Current, 2);
        return quarter.Kind == TokenKind.Variable && TextOf(quarter).ToUpperInvariant() is "Q1" or "Q2" or "Q3" or "Q4" && YearOf(year) is { } y && TextOf(quarter)[1] - '0' is var q
            ? SyntaxErrors.PeriodAsDates(Written(0, end), Date(y, (3 * q) - 2, 1), Date(y, 3 * q, DateTime.DaysInMonth(y, 3 * q)))
            : null;
    }

    /// <summary><c>2021</c>, <c>the end of 2021</c></summary>
    private Mistake? LooseYear()
    {
        var at = Spells(0, "the") > 0 ? 1 : 0;
        var behind = (Spells(at, "end") > 0 || Spells(at, "beginning") > 0 || Spells(at, "start") > 0) && Peek(at + 1).Word == Word.Of ? at + 2 : 0;
        var isAlone = !Peek(behind + 1).IsWord && Peek(behind + 1).Word is not (Word.Working or Word.Calendar or Word.Before or Word.After) && Peek(behind + 1).Kind is not (TokenKind.Slash or TokenKind.Minus);
        return YearOf(Peek(behind)) is { } year && (behind > 0 || isAlone) ? SyntaxErrors.PeriodAsDates(Written(0, behind + 1), Date(year, 1, 1), Date(year, 12, 31)) : null;
    }

    private static string Date(int year, int month, int day) => FormattableString.Invariant($"{year:0000}-{month:00}-{day:00}");

    private int? YearOf(Token token) =>
        token.Kind == TokenKind.Number && TextOf(token) is { Length: 4 } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 2999 ? year : null;

    /// <summary><c>06:00 on 2021-02-01</c>, <c>noon on 2021-02-01</c>, <c>06:00</c></summary>
    private Mistake? LooseClockFirst()
    {
        var clock = ClockOf(0);
        if (clock is null)
        {
            return null;
        }

        var date = clock.Value.Length + (Peek(clock.Value.Length).Word is Word.On ? 1 : 0);
        return Peek(date).Kind == TokenKind.Date
            ? IsSpelt(Current, "midnight") ? SyntaxErrors.Midnight(TextOf(Peek(date))) : SyntaxErrors.ClockBehindDate(Written(0, date + 1), $"{TextOf(Peek(date))} {clock.Value.Clock}")
            : SyntaxErrors.ClockAlone(Written(0, clock.Value.Length), clock.Value.Clock);
    }

    /// <summary>Behind a date, or behind the act: <c>at 06:00</c>, <c>noon</c>.</summary>
    private Mistake? LooseClock()
    {
        var at = At(Word.At) ? 1 : 0;
        if (ClockOf(at) is not { } clock)
        {
            return null;
        }

        return _tokens[_at - 1].Kind == TokenKind.Date
            ? IsSpelt(Peek(at), "midnight") ? SyntaxErrors.Midnight(TextOf(_tokens[_at - 1])) : SyntaxErrors.ClockInWords(Written(0, at + clock.Length), clock.Clock, TextOf(_tokens[_at - 1]))
            : SyntaxErrors.ClockAlone(Written(0, at + clock.Length), clock.Clock);
    }

    private (string Clock, int Length)? ClockOf(int at)
    {
        var token = Peek(at);
        if (token.Kind == TokenKind.Clock)
        {
            return (TextOf(token), 1);
        }

        if (IsSpelt(token, "noon") || IsSpelt(token, "midday"))
        {
            return ("12:00", 1);
        }

        if (IsSpelt(token, "midnight"))
        {
            // Between which two days is for the drafter to say: the message shows the earlier instant.
            return ("00:00", 1);
        }

        var isMorning = IsSpelt(Peek(at + 1), "am");
        return token.Kind == TokenKind.Number && (isMorning || IsSpelt(Peek(at + 1), "pm")) && int.TryParse(TextOf(token), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour is >= 1 and <= 12
            ? (FormattableString.Invariant($"{(hour % 12) + (isMorning ? 0 : 12):00}:00"), 2)
            : null;
    }

    /// <summary>A number in words, also <c>forty-eight (48)</c>.</summary>
    private Mistake? LooseNumber()
    {
        if (DigitsOf(Current) is not { } digits)
        {
            return null;
        }

        var end = 1;
        if (digits >= 20 && digits % 10 == 0 && Peek().Kind == TokenKind.Minus && Peek().Start == Current.End && DigitsOf(Peek(2)) is < 10 and { } ones)
        {
            (digits, end) = (digits + ones, 3);
        }

        if (Peek(end).Kind == TokenKind.OpenParenthesis && Peek(end + 1).Kind == TokenKind.Number && Peek(end + 2).Kind == TokenKind.CloseParenthesis)
        {
            end += 3;
        }

        return SyntaxErrors.NumberInWords(Written(0, end), digits, Peek(end).IsName && TimeUnits.Contains(TextOf(Peek(end))) ? TextOf(Peek(end)) : "days");
    }

    /// <summary><c>a fortnight</c>, <c>a week</c></summary>
    private Mistake? LooseDuration()
    {
        var at = Spells(0, "a") > 0 || Spells(0, "an") > 0 ? 1 : 0;
        var right = Peek(at).Kind == TokenKind.Name ? TextOf(Peek(at)) switch
        {
            "fortnight" => "2 weeks",
            "hour" or "day" or "week" or "month" or "year" when at > 0 => "1 " + TextOf(Peek(at)),
            "quarter" when at > 0 => "3 months",
            _ => null,
        } : null;
        return right is null ? null : SyntaxErrors.LengthInWords(Written(0, at + 1), right);
    }

    /// <summary>Behind a number: <c>48 h</c>, <c>5 business days</c>.</summary>
    private Mistake? LooseUnitOfTime()
    {
        if (Current.Kind is not (TokenKind.Name or TokenKind.Variable))
        {
            return null;
        }

        var number = TextOf(_tokens[_at - 1]);
        var right = TextOf(Current).ToLowerInvariant() switch
        {
            "h" or "hr" or "hrs" => "hours",
            "min" or "mins" => "minutes",
            "sec" or "secs" or "s" => "seconds",
            "d" => "days",
            "w" or "wk" or "wks" => "weeks",
            "mo" or "mos" or "mth" or "mths" => "months",
            "y" or "yr" or "yrs" => "years",
            "fortnights" or "fortnight" => "weeks",
            "weekdays" or "workdays" => "working days",
            "business" or "banking" or "work" or "office" when IsSpelt(Peek(), "days") || IsSpelt(Peek(), "day") => "working days",
            "consecutive" or "clear" or "full" or "whole" or "natural" when IsSpelt(Peek(), "days") || IsSpelt(Peek(), "day") => "days",
            _ => null,
        };
        if (right is null)
        {
            return null;
        }

        var isTwo = Peek().IsName && TextOf(Current) is "business" or "banking" or "work" or "office" or "consecutive" or "clear" or "full" or "whole" or "natural";
        var mistake = SyntaxErrors.UnitOfTimeInWords(Written(0, isTwo ? 2 : 1), right, number);
        return TextOf(Current).StartsWith("fortnight", StringComparison.Ordinal) || TextOf(Current) is "clear" or "full" or "whole" ? mistake with { Instead = null } : mistake;
    }
}
