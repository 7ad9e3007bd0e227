using System.Globalization;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Times and numbers as a lawyer would write them: how often, how soon, from when to when, dates with the month in words.</summary>
internal sealed partial class FileParser
{
    private static readonly HashSet<string> TimeUnits = new(StringComparer.Ordinal)
    {
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
    };

    private static bool IsVague(string word) => word is "immediately" or "promptly" or "forthwith" or "urgently" or "soon" or "without";

    private static bool IsTimes(string word) => word is "twice" or "thrice";

    /// <summary><c>immediately</c>, <c>without delay</c></summary>
    private Mistake? LooseSoon() => At(TokenKind.Name) && IsVague(TextOf(Current))
        ? SyntaxErrors.VagueTime(IsText(Current, "without") && Peek().IsName ? $"without {TextOf(Peek())}" : TextOf(Current), ActSoFar())
        : null;

    /// <summary>The sentence as far as it was read; an example where it has not come to what is to be done.</summary>
    private string ActSoFar()
    {
        var text = _text[_tokens[_itemStart].Start.._lastEnd];
        return text.Contains('\n', StringComparison.Ordinal) || Current.Start < _lastEnd || !text.Contains(" must ", StringComparison.Ordinal) || text.EndsWith(" must", StringComparison.Ordinal)
            ? "A must give notification of x to each other party"
            : text;
    }

    /// <summary><c>at least 2 inspections</c>, <c>twice a year</c>, <c>3 times a year</c>: how often, where an act stands.</summary>
    private Mistake? LooseOften()
    {
        const string AnyNoun = "inspections";
        if (At(TokenKind.Name) && IsTimes(TextOf(Current)))
        {
            return SyntaxErrors.HowOften(TextOf(Current), "at least", IsText(Current, "twice") ? "2" : "3", AnyNoun);
        }

        var (at, comparison) = (Current.Word, Peek().Word) switch
        {
            (Word.At, Word.Least) => (2, "at least"),
            (Word.At, Word.Most) or (Word.Up, Word.To) => (2, "at most"),
            (Word.More, Word.Than) => (2, "more than"),
            (Word.Less, Word.Than) => (2, "less than"),
            (Word.No or Word.Not, Word.More) when Peek(2).Word == Word.Than => (3, "at most"),
            (Word.No or Word.Not, Word.Less) when Peek(2).Word == Word.Than => (3, "at least"),
            _ => (0, "is"),
        };
        var (number, noun) = (Peek(at), Peek(at + 1));
        if (at > 0 && (number.Word == Word.Once || (number.Kind == TokenKind.Name && IsTimes(TextOf(number)))) && !EndsLine(noun))
        {
            return SyntaxErrors.HowOften(Written(0, at + 1), comparison, number.Word == Word.Once ? "1" : IsText(number, "twice") ? "2" : "3", AnyNoun);
        }

        if (number.Kind != TokenKind.Number || !noun.IsName || TimeUnits.Contains(TextOf(noun)) || (!IsText(noun, "times") && !_isInAct))
        {
            return null;
        }

        return SyntaxErrors.HowOften(_text[Current.Start..noun.End], comparison, TextOf(number), IsText(noun, "times") ? AnyNoun : TextOf(noun));
    }

    /// <summary><c>between 2024-01-01 and 2024-06-30</c>: two dates, behind one word or none.</summary>
    private Mistake? LooseSpan()
    {
        var at = IsText(Current, "between") ? 1 : 0;
        return Peek(at) is { Kind: TokenKind.Date or TokenKind.Month } from
            && (Peek(at + 1).Word is Word.To or Word.And or Word.Until or Word.Through || Peek(at + 1).Kind == TokenKind.Range)
            && Peek(at + 2) is { Kind: TokenKind.Date or TokenKind.Month } to
                ? SyntaxErrors.FromTo(TextOf(from), TextOf(to))
                : null;
    }

    /// <summary><c>by 15 november of each year</c>; the preposition stands here.</summary>
    private Mistake? LooseYearlyDay()
    {
        if (!(At(Word.By) || (At(Word.On) && _isInDoing)) || Peek().Kind != TokenKind.Number || MonthOf(Peek(2)) is not { } month)
        {
            return null;
        }

        if (Peek(3) is { Kind: TokenKind.Number } year && DateOf(year, month, Peek()) is { } date)
        {
            return SyntaxErrors.ByDate(date);
        }

        var end = 2;
        while (Peek(end + 1).Word is Word.Of or Word.Each or Word.Every || IsText(Peek(end + 1), "year"))
        {
            end++;
        }

        var day = $"{TextOf(Peek())} {TextOf(Peek(2)).ToLowerInvariant()}";
        return SyntaxErrors.YearlyDay(_text[Current.Start..Peek(end).End], day);
    }

    /// <summary><c>31 December 2024</c>, <c>December 31, 2024</c></summary>
    private Mistake? LooseDate()
    {
        if (MonthOf(Peek()) is { } second && At(TokenKind.Number) && DateOf(Peek(2), second, Current) is { } dayFirst)
        {
            return SyntaxErrors.SpelledDate(_text[Current.Start..Peek(2).End], dayFirst);
        }

        var year = Peek(2).Kind == TokenKind.Comma ? 3 : 2;
        return MonthOf(Current) is { } first && DateOf(Peek(year), first, Peek()) is { } monthFirst
            ? SyntaxErrors.SpelledDate(_text[Current.Start..Peek(year).End], monthFirst)
            : null;
    }

    private int? MonthOf(Token token)
    {
        if (token.Kind != TokenKind.Name)
        {
            return null;
        }

        var months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        var index = Array.FindIndex(months, m => m.Length > 0 && m.Equals(TextOf(token), StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index + 1;
    }

    /// <summary>As the language writes it; null where these are no year and day.</summary>
    private string? DateOf(Token year, int month, Token day) =>
        year.Kind == TokenKind.Number && day.Kind == TokenKind.Number
        && TextOf(year) is { Length: 4 } y && int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        && int.TryParse(TextOf(day), NumberStyles.None, CultureInfo.InvariantCulture, out var d) && d is >= 1 and <= 31
            ? string.Create(CultureInfo.InvariantCulture, $"{y}-{month:00}-{d:00}")
            : null;

    /// <summary><c>within delay of A after x</c>: an amount, which has no place here.</summary>
    private Mistake? LooseAmount()
    {
        if (!Current.IsName)
        {
            return null;
        }

        var end = Peek().Word == Word.Of && Peek(2).IsWord ? 2 : 0;
        return Peek(end + 1).Word is Word.Before or Word.After
            ? SyntaxErrors.WithinAmount(_text[Current.Start..Peek(end).End], TextOf(Peek(end + 1)))
            : null;
    }

    /// <summary>Behind <c>x is notified</c>, a length of time: something was done, and it is told as if it were a field.</summary>
    private Mistake? LooseParticiple()
    {
        if (_at < 3 || LooseLength() is null || _tokens[_at - 2].Word != Word.Is)
        {
            return null;
        }

        var (subject, participle) = (TextOf(_tokens[_at - 3]), TextOf(_tokens[_at - 1]));
        var at = Current.Kind == TokenKind.Number ? 0 : 2;
        return participle.EndsWith("ed", StringComparison.Ordinal) && Peek(at).Kind == TokenKind.Number
            ? SyntaxErrors.DoneInCondition(subject, participle, _text[Peek(at).Start..Peek(at + 1).End])
            : null;
    }

    /// <summary>A condition that only says where something is: <c>keep each ship s of P outside strait</c>.</summary>
    private Mistake? LoosePlace(TermSyntax left) =>
        AtEndOfItem && left is PhraseTermSyntax { Phrase: { Head: NounArgumentSyntax noun, Tail: [.., { Preposition.Text: "in" or "outside" } place] } }
            ? SyntaxErrors.KeepPlace(
                noun.Name.Text,
                (place.Preposition.Text == "in" ? "outside" : "in") + " " + _text[place.Argument.Span.Start..place.Argument.Span.End])
            : null;

    /// <summary><c>keep all howitzers outside bay</c>; <c>all</c> has been read.</summary>
    private Mistake? LooseAllPlaced()
    {
        for (var at = 1; !EndsLine(Peek(at)); at++)
        {
            if (Peek(at).Word is Word.In or Word.Outside && Peek(at + 1).IsName)
            {
                return SyntaxErrors.KeepPlace(TextOf(Current), (Peek(at).Word == Word.In ? "outside" : "in") + " " + TextOf(Peek(at + 1)));
            }
        }

        return null;
    }

    /// <summary>A count that is narrowed down with <c>where</c>; the last comparison of the line is that of the count.</summary>
    private Mistake? LooseCount(TermSyntax left)
    {
        if (!At(Word.Where) || left is not AggregateTermSyntax { Phrase.Head: NounArgumentSyntax noun })
        {
            return null;
        }

        var (last, end) = (0, 1);
        for (; !EndsLine(Peek(end)); end++)
        {
            last = (Peek(end).Word, Peek(end + 1).Word) is (Word.At, Word.Least or Word.Most) or (Word.More or Word.Less, Word.Than) ? end : last;
        }

        return last < 2
            ? SyntaxErrors.WhereInCount(noun.Name.Text, noun.Label?.Text, null, null)
            : SyntaxErrors.WhereInCount(noun.Name.Text, noun.Label?.Text, _text[Peek().Start..Peek(last - 1).End], _text[Peek(last).Start..Peek(end - 1).End]);
    }
}
