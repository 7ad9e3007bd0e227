using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Times behind an act as a lawyer would begin them: <c>for 5 years</c>, <c>at the latest</c>, <c>upon receipt</c>; windows and bare <c>before</c>.</summary>
internal sealed partial class FileParser
{
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
