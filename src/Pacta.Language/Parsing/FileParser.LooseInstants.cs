using System.Globalization;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Points and lengths of time as a lawyer would name them.</summary>
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

    /// <summary>How long, how late or how often, behind the act, in words that begin no time of the language.</summary>
    private Mistake? LooseTiming()
    {
        var act = ItemSoFar;
        var of = Spells(0, "for a period of") is > 0 and var period ? period : Spells(0, "for") > 0 || At(Word.During) || Spells(0, "throughout") > 0 ? 1 : 0;
        if (of > 0 && Peek(of).Kind == TokenKind.Number && Peek(of + 1).IsName)
        {
            var length = Written(of, of + 2);
            var anchor = Peek(of + 2).Word == Word.After ? RestOfItem(of + 3) : "entry_into_force";
            return SyntaxErrors.HowLong(Written(0, of + 2), act, length, anchor);
        }

        if (FirstSpelt(0, ["at the latest by", "at the latest", "latest by", "latest on", "latest", "by no later than", "by not later than", "by the latest", "at latest", "in any event no later than"], out var lateLength) is { } late)
        {
            return SyntaxErrors.Deadline(late, $"{act}\n  no later than {RestOfItem(lateLength)}");
        }

        if (FirstSpelt(0, ["till", "up until", "up to"], out var untilLength) is { } until && Peek(untilLength).Kind is TokenKind.Date or TokenKind.Month)
        {
            return SyntaxErrors.EndOfTime(until, $"{act}\n  until {RestOfItem(untilLength)}");
        }

        if (_at > 1 && _tokens[_at - 1].Kind is TokenKind.Date or TokenKind.Month && _tokens[_at - 2].Word == Word.From && (IsSpelt(Current, "onwards") || IsSpelt(Current, "onward") || At(Word.On)))
        {
            return SyntaxErrors.FromDate(TextOf(_tokens[_at - 1]));
        }

        if (FirstSpelt(0, ["upon receipt of", "on receipt of", "upon receipt", "on receipt", "upon", "following"], out var uponLength) is { } upon)
        {
            return _tokens[_at - 1].Kind == TokenKind.Name && TimeUnits.Contains(TextOf(_tokens[_at - 1]))
                ? SyntaxErrors.WrongDirection(upon, "after")
                : SyntaxErrors.UponEvent(upon, act, RestOfItem(uponLength));
        }

        if (_at > 0 && _tokens[_at - 1].Kind == TokenKind.Variable && FirstSpelt(0, ["starts", "start", "begins", "commences", "takes place", "ends", "is over"], out var happensLength) is { } happens)
        {
            var letter = TextOf(_tokens[_at - 1]);
            return SyntaxErrors.StartOf($"{letter} {happens}", $"{(happens is "ends" or "is over" ? "end" : "start")} of {letter}") with { InsteadOf = Model.Text.TextSpan.Cover(_tokens[_at - 1].Span, Peek(happensLength - 1).Span) };
        }

        if (FirstSpelt(0, ["thereof", "thereto", "therefor", "hereof"], out _) is { } pronoun)
        {
            return SyntaxErrors.BackReference(pronoun);
        }

        if (FirstSpelt(0, ["in total", "altogether", "overall", "in all", "in sum"], out _) is { } total && act.Contains(" number of ", StringComparison.Ordinal))
        {
            return SyntaxErrors.NeedlessWords(total, act);
        }

        if (IsSpelt(Current, "inside") && Peek().IsName)
        {
            return SyntaxErrors.InForInside("inside", $"{act} in {RestOfItem(1)}");
        }

        return IsSpelt(Current, "between") && Peek().Kind == TokenKind.Clock ? SyntaxErrors.HoursOfTheDay() : null;
    }

    /// <summary>Behind a count that is compared: over which time it counts. <c>at most 3 per calendar year</c></summary>
    private Mistake? LooseWindow(ActSyntax act)
    {
        if (act is not KeepAct { Condition: CompareConditionSyntax { Left: AggregateTermSyntax { Window: null } count } compared })
        {
            return null;
        }

        var (window, end) = At(Word.Per, Word.Calendar) && Peek(2).IsName ? ($"per calendar {TextOf(Peek(2))}", 3)
            : At(Word.Per) && Peek().IsName ? ($"per calendar {TextOf(Peek())}", 2)
            : (Spells(0, "a") > 0 || At(Word.Each) || At(Word.Every)) && Peek().IsName && TextOf(Peek()) is "year" or "month" or "week" or "day" ? ($"per calendar {TextOf(Peek())}", 2)
            : At(Word.In, Word.Any) && Peek(2).Kind == TokenKind.Number && Peek(3).IsName ? ($"in any {Written(2, 4)}", 4)
            : At(Word.At, Word.Once) ? ("at once", 2)
            : (string.Empty, 0);
        if (end == 0)
        {
            return null;
        }

        var subject = OnOneLine(_text[_tokens[_itemStart].Start..compared.Span.Start]);
        var counted = OnOneLine(_text[count.Span.Start..count.Span.End]);
        var bound = OnOneLine(_text[count.Span.End.._lastEnd]);
        return SyntaxErrors.WindowBehindFigure(Written(0, end), $"{subject}{counted} {window}{bound} {RestOfItem(end)}".TrimEnd());
    }

    /// <summary>In a phrase, a preposition with something behind it that it does not take.</summary>
    private Mistake? LoosePreposition()
    {
        if (!_isInClause)
        {
            return null;
        }

        var next = Peek();
        if (Spells(0, "from time to time") > 0)
        {
            return SyntaxErrors.VagueTime("from time to time", ActSoFar());
        }

        if (At(Word.In) && IsSpelt(next, "writing"))
        {
            return SyntaxErrors.HowItIsDone("in writing", $"{ItemSoFar} {RestOfItem(2)}");
        }

        if (next.Kind == TokenKind.Number && !_isPeriodAllowed)
        {
            switch (Current.Word)
            {
                case Word.Over or Word.Under:
                    return SyntaxErrors.WrongComparison(TextOf(Current), At(Word.Over) ? "more than" : "less than", ComparedSoFar(), Written(1, BehindFigure(1)));
                case Word.From when Peek(BehindFigure(1)).Word is Word.To && Peek(BehindFigure(1) + 1).Kind == TokenKind.Number:
                    var high = BehindFigure(1) + 1;
                    return SyntaxErrors.WrongComparison(Written(0, BehindFigure(high)), $"is {Written(1, BehindFigure(1))} .. {Written(high, BehindFigure(high))}", ComparedSoFar(), string.Empty);
                case Word.In when Peek(2).IsName && TimeUnits.Contains(TextOf(Peek(2))):
                    return _isInCount ? SyntaxErrors.WindowOfTime(Written(0, 3), $"in any {Written(1, 3)}") : SyntaxErrors.InLength(Written(0, 3), Written(1, 3), ItemSoFar);
            }
        }

        return null;
    }

    /// <summary>While the pattern of an act that is done is read, but not its <c>where</c>.</summary>
    private bool _isInDoing;

    /// <summary>While what is counted is read.</summary>
    private bool _isInCount;

    /// <summary>What stands between the word that begins the condition and here.</summary>
    private string ComparedSoFar()
    {
        var from = _at;
        while (from > _itemStart && from > 0 && !EndsLine(_tokens[from - 1]) && _tokens[from - 1].Word is not (Word.Keep or Word.Where or Word.While or Word.If or Word.Unless or Word.And or Word.Or))
        {
            from--;
        }

        return from == _at ? "troops of x" : OnOneLine(_text[_tokens[from].Start.._lastEnd]);
    }

    /// <summary>The sentence with a deadline in place of <c>before</c> or <c>after</c> alone.</summary>
    private string? BareExample()
    {
        var (act, behind) = (ItemSoFar, EndOfItem(1));
        if (!act.Contains(" must ", StringComparison.Ordinal) || behind == 1)
        {
            return null;
        }

        var the = Spells(1, "the");
        var time = The(1 + the) ?? Written(1 + the, behind);
        var lasts = act.Contains(" must not ", StringComparison.Ordinal) || act.Contains(" must keep ", StringComparison.Ordinal) || act.Contains(" must have ", StringComparison.Ordinal);
        return lasts ? $"{act}\n  {(At(Word.Before) ? "until" : "as from")} {time}"
            : At(Word.Before) ? $"{act}\n  no later than {time}"
            : $"{act}\n  within 5 days after {time}";

        string? The(int at)
        {
            _at += at;
            var year = LooseYear();
            _at -= at;
            return year is null ? null : Date(YearOf(Peek(at + 2)) ?? YearOf(Peek(at)) ?? 2021, 12, 31);
        }
    }
}
