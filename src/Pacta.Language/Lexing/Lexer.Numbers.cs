using Pacta.Language.Parsing;

namespace Pacta.Language.Lexing;

/// <summary>Numbers, dates and clock times, and the many other ways in which people write them.</summary>
internal sealed partial class Lexer
{
    /// <summary>More digits than this do not fit into a decimal number.</summary>
    private const int MostDigits = 28;

    private TokenKind ReadNumberOrTime()
    {
        var start = _at;
        SkipDigits(orUnderscores: true);
        var length = _at - start;
        if (Here == ':' && char.IsAsciiDigit(CharAt(_at + 1)))
        {
            return ReadClock(start);
        }

        if (Here == '-' && length == 4 && char.IsAsciiDigit(CharAt(_at + 1)) && !_text.AsSpan(start, 4).Contains('_'))
        {
            return ReadDate(start);
        }

        if ((length <= 2 && IsForeignDate(Here)) || (length == 4 && IsYearFirst(start)))
        {
            return ReadForeignDate(start);
        }

        ReadRestOfNumber(start);
        return TokenKind.Number;
    }

    private int SkipDigits(bool orUnderscores = false)
    {
        var start = _at;
        while (char.IsAsciiDigit(Here) || (orUnderscores && Here == '_'))
        {
            _at++;
        }

        return _at - start;
    }

    private void ReadRestOfNumber(int start)
    {
        var hasCommas = SkipGroupsAfterCommas(start);
        if (Here == '.' && char.IsAsciiDigit(CharAt(_at + 1)))
        {
            _at++;
            SkipDigits(orUnderscores: true);
        }

        var end = _at;
        var number = _text.AsSpan(start, end - start);
        if (hasCommas)
        {
            Wrong(start, SyntaxErrors.CommasInNumber(number.ToString()));
        }
        else if (number.Length > MostDigits)
        {
            Wrong(start, SyntaxErrors.NumberTooLong());
        }
        else if (!HasGoodGroups(number))
        {
            Wrong(start, SyntaxErrors.BadGroups(number.ToString()));
        }
        else if (char.IsLetter(Here))
        {
            var word = _at;
            while (IsWordPart(Here))
            {
                _at++;
            }

            if (_text[word.._at] is "st" or "nd" or "rd" or "th")
            {
                Ordinal(start, word);
                return;
            }

            Wrong(start, SyntaxErrors.NumberRunsIntoWord(_text[start..word], _text[word.._at]));
            _at = word;
        }
    }

    /// <summary><c>15th</c>, <c>1st January 2021</c>: the day with what follows it on the line, as far as that tells what is meant.</summary>
    private void Ordinal(int start, int suffix)
    {
        var day = _text[start..suffix];
        var line = _text.AsSpan(_at);
        var end = line.IndexOfAny('\r', '\n');
        var words = (end < 0 ? line : line[..end]).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Wrong(start, SyntaxErrors.Ordinal(_text[start.._at], day, words is ["of", .. var rest] ? rest : words));
    }

    /// <summary>Skips <c>,000</c> as in 9,000: three digits after the comma with no blank in between.</summary>
    private bool SkipGroupsAfterCommas(int start)
    {
        if (_at - start > 3)
        {
            return false;
        }

        var found = false;
        while (Here == ',' && char.IsAsciiDigit(CharAt(_at + 1)) && char.IsAsciiDigit(CharAt(_at + 2))
            && char.IsAsciiDigit(CharAt(_at + 3)) && !char.IsAsciiDigit(CharAt(_at + 4)))
        {
            _at += 4;
            found = true;
        }

        return found;
    }

    /// <summary>Underscores part groups of three digits, counted from the decimal point. A wrong group is a lost or doubled digit.</summary>
    private static bool HasGoodGroups(ReadOnlySpan<char> number)
    {
        var point = number.IndexOf('.');
        if (point >= 0 && number[point..].Contains('_'))
        {
            return false;
        }

        var whole = point < 0 ? number : number[..point];
        var first = whole.IndexOf('_');
        if (first < 0)
        {
            return true;
        }

        if (first > 3)
        {
            return false;
        }

        for (var rest = whole[first..]; rest.Length > 0; rest = rest[4..])
        {
            if (rest.Length < 4 || rest[0] != '_' || rest[1..4].Contains('_'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>2021-09-10 or 2021-09; the year has been read.</summary>
    private TokenKind ReadDate(int start)
    {
        _at++;
        var monthDigits = SkipDigits();
        var hasDay = Here == '-' && char.IsAsciiDigit(CharAt(_at + 1));
        var dayDigits = 0;
        if (hasDay)
        {
            _at++;
            dayDigits = SkipDigits();
        }

        if (monthDigits != 2 || (hasDay && dayDigits != 2) || char.IsLetter(Here))
        {
            while (IsWordPart(Here) || Here == ':')
            {
                _at++;
            }

            Wrong(start, SyntaxErrors.DateInAnotherForm(_text[start.._at]));
            return TokenKind.Date;
        }

        var date = Literals.Moment(_text, start, _at);
        if (date.Month is < 1 or > 12 || date.Year < 1)
        {
            Wrong(start, SyntaxErrors.NoSuchMonth(_text[start.._at], date.Month));
        }
        else if (date.Day is { } day && (day < 1 || day > DateTime.DaysInMonth(date.Year, date.Month)))
        {
            Wrong(start, SyntaxErrors.NoSuchDay(date));
        }

        return hasDay ? TokenKind.Date : TokenKind.Month;
    }

    /// <summary>Is this the point or slash of 10.09.2021 or 9/10/2021?</summary>
    private bool IsForeignDate(char separator)
    {
        if (separator is not ('.' or '/'))
        {
            return false;
        }

        var at = _at + 1;
        var digits = 0;
        for (; char.IsAsciiDigit(CharAt(at)); at++)
        {
            digits++;
        }

        return digits is 1 or 2 && CharAt(at) == separator && char.IsAsciiDigit(CharAt(at + 1));
    }

    /// <summary>Is this 2021/02/01 or 2021.02.01? A quotient of such numbers is nothing that anybody would write.</summary>
    private bool IsYearFirst(int start) =>
        Here is '/' or '.' && _text[start] is '1' or '2' && char.IsAsciiDigit(CharAt(_at + 1)) && char.IsAsciiDigit(CharAt(_at + 2)) && CharAt(_at + 3) == Here
        && char.IsAsciiDigit(CharAt(_at + 4)) && char.IsAsciiDigit(CharAt(_at + 5)) && !char.IsAsciiDigit(CharAt(_at + 6));

    private TokenKind ReadForeignDate(int start)
    {
        var separator = Here;
        _at++;
        SkipDigits();
        _at++;
        SkipDigits();
        while (Here == separator && char.IsAsciiDigit(CharAt(_at + 1)))
        {
            _at++;
            SkipDigits();
        }

        Wrong(start, SyntaxErrors.DateInAnotherForm(_text[start.._at]));
        return TokenKind.Date;
    }

    /// <summary>14:30; the hour has been read.</summary>
    private TokenKind ReadClock(int start)
    {
        _at++;
        SkipDigits();
        while (IsWordPart(Here) || (Here == ':' && char.IsAsciiDigit(CharAt(_at + 1))))
        {
            _at++;
        }

        var clock = _text[start.._at];
        if (clock.Length != 5 || clock[2] != ':' || clock.Contains('_', StringComparison.Ordinal) || !char.IsAsciiDigit(clock[3]) || !char.IsAsciiDigit(clock[4]))
        {
            Wrong(start, SyntaxErrors.ClockInAnotherForm(clock));
        }
        else if (Literals.TwoDigits(clock, 0) > 23 || Literals.TwoDigits(clock, 3) > 59)
        {
            Wrong(start, SyntaxErrors.NoSuchClock(clock, clock == "24:00" && _last == TokenKind.Date ? Literals.Moment(_text, _tokens[^1].Start, _tokens[^1].End) : null));
        }

        return TokenKind.Clock;
    }
}
