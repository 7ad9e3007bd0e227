using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Terms: quantities, counts and sums, and arithmetic.</summary>
internal sealed partial class FileParser
{
    /// <summary>How many operators may follow one another without parentheses.</summary>
    private const int LongestChain = 200;

    private TermSyntax? Term(string example)
    {
        if (!Enter())
        {
            return null;
        }

        var term = TermInside(example);
        _depth--;
        return term;
    }

    private TermSyntax? TermInside(string example)
    {
        var start = Current.Start;
        var term = Product(example);
        for (var count = 0; term is not null && (At(TokenKind.Plus) || At(TokenKind.Minus)); count++)
        {
            if (count == LongestChain)
            {
                Missing(SyntaxErrors.TooDeep());
                return null;
            }

            var operation = Advance().Kind == TokenKind.Plus ? ArithmeticOperator.Add : ArithmeticOperator.Subtract;
            term = Product(example) is { } right ? new BinaryTermSyntax(SpanFrom(start), term, operation, right) : null;
        }

        if (term is null || !Eat(Word.Rounded))
        {
            return term;
        }

        if (!At(Word.Up) && !At(Word.Down))
        {
            Missing(SyntaxErrors.WordMissing("'up' or 'down'", Before, Found, "number of formations of P / 60 rounded up"));
            return null;
        }

        var isUp = Advance().Word == Word.Up;
        return new RoundedTermSyntax(SpanFrom(start), term, isUp);
    }

    private TermSyntax? Product(string example)
    {
        var start = Current.Start;
        var term = Factor(example);
        for (var count = 0; term is not null && (At(TokenKind.Star) || At(TokenKind.Slash)); count++)
        {
            if (count == LongestChain)
            {
                Missing(SyntaxErrors.TooDeep());
                return null;
            }

            var operation = Advance().Kind == TokenKind.Star ? ArithmeticOperator.Multiply : ArithmeticOperator.Divide;
            term = Factor(example) is { } right ? new BinaryTermSyntax(SpanFrom(start), term, operation, right) : null;
        }

        return term;
    }

    private TermSyntax? Factor(string example)
    {
        var start = Current.Start;
        switch (Current.Kind)
        {
            case TokenKind.Number:
                return Quantity(example);
            case TokenKind.Text:
                return new TextTermSyntax(Current.Span, OptionalText()!);
            case TokenKind.OpenParenthesis:
                Advance();
                if (Term(example) is not { } inner)
                {
                    return null;
                }

                if (!Eat(TokenKind.CloseParenthesis))
                {
                    Missing(SyntaxErrors.CloseParenthesisMissing(Before, Found, "(total tonnage of warships of P) / 3"));
                    return null;
                }

                return new ParenthesizedTermSyntax(SpanFrom(start), inner);
            case TokenKind.Minus:
                Missing(SyntaxErrors.NegativeNumber());
                return null;
        }

        switch (Current.Word)
        {
            case Word.About:
                return Quantity(example);
            case Word.Number or Word.Total or Word.Largest or Word.Smallest or Word.Average:
                return Aggregate();
        }

        if (_isInClause && FirstSpelt(0, [("one half of", "1 / 2"), ("half of", "1 / 2"), ("one third of", "1 / 3"), ("two thirds of", "2 / 3"), ("three quarters of", "3 / 4"), ("one quarter of", "1 / 4"), ("twice", "2")]) is { } part
            && (Peek(part.Length).IsWord || Peek(part.Length).Word is Word.Number or Word.Total or Word.Largest or Word.Smallest or Word.Average))
        {
            Missing(SyntaxErrors.ShareOf(part.Phrase, $"{part.Right} * {RestOfItem(part.Length)}"));
            return null;
        }

        if (_isInClause && DigitsOf(Current) is >= 20 && LooseNumber() is { } inWords)
        {
            Missing(inWords);
            return null;
        }

        if (!Current.IsWord && !At(Word.Each) && !AtMoment)
        {
            Missing(SyntaxErrors.TermMissing(Before, Found, example));
            return null;
        }

        return Phrase(example) is { } phrase ? new PhraseTermSyntax(SpanFrom(start), phrase) : null;
    }

    private QuantitySyntax? Quantity(string example)
    {
        var start = Current.Start;
        var isAbout = Eat(Word.About);
        if (Number("a number", example) is not { } number)
        {
            return null;
        }

        if (At(TokenKind.Percent) && Peek().Word == Word.Of)
        {
            Missing(SyntaxErrors.ShareOf($"{TextOf(_tokens[_at - 1])}% of", $"{TextOf(_tokens[_at - 1])}% * {RestOfItem(2)}"));
            return null;
        }

        if (Eat(TokenKind.Percent))
        {
            return new QuantitySyntax(SpanFrom(start), isAbout, number, true, null);
        }

        if (At(TokenKind.Number))
        {
            Missing(SyntaxErrors.BlankInNumber(TextOf(_tokens[_at - 1]), TextOf(Current)));
            return null;
        }

        if (_isInClause && LooseShare(number) is { } share)
        {
            Missing(share);
            return null;
        }

        var isPeriod = Spells(0, "a") > 0 && Peek().IsName && TimeUnits.Contains(TextOf(Peek()));
        // "5 left of front": a side and no unit.
        var isSide = At(Word.Left, Word.Of) || At(Word.Right, Word.Of);
        var unit = Current.IsWord && !isPeriod && !isSide && !AtLooseWord ? TakeIdentifier() : null;
        return new QuantitySyntax(SpanFrom(start), isAbout, number, false, unit);
    }

    private AggregateTermSyntax? Aggregate()
    {
        const string Example = "number of tanks of P in zone_a";
        var start = Current.Start;
        var kind = Advance().Word switch
        {
            Word.Number => AggregateKind.Number,
            Word.Total => AggregateKind.Total,
            Word.Largest => AggregateKind.Largest,
            Word.Smallest => AggregateKind.Smallest,
            _ => AggregateKind.Average,
        };
        Identifier? field = null;
        if (kind != AggregateKind.Number)
        {
            field = Name("what is added up or compared", "total tonnage of warships of P in black_sea");
            if (field is null)
            {
                return null;
            }
        }

        if (!Expect(Word.Of, Example))
        {
            return null;
        }

        _isInCount = true;
        var counted = Phrase(Example);
        _isInCount = false;
        if (counted is not { } phrase)
        {
            return null;
        }

        if (!At(Word.Per) && !At(Word.In, Word.Any) && !At(Word.At, Word.Once))
        {
            return new AggregateTermSyntax(SpanFrom(start), kind, field, phrase, null);
        }

        return Window() is { } window ? new AggregateTermSyntax(SpanFrom(start), kind, field, phrase, window) : null;
    }

    private WindowSyntax? Window()
    {
        var start = Current.Start;
        switch (Advance().Word)
        {
            case Word.Per:
                const string Example = "number of inspections to P per calendar year";
                return Expect(Word.Calendar, Example) && Name("a period", Example) is { } period
                    ? new WindowSyntax(SpanFrom(start), WindowKind.PerCalendar, period, null)
                    : null;
            case Word.In:
                Advance();
                return Duration("number of transits by P in any 12 months") is { } duration
                    ? new WindowSyntax(SpanFrom(start), WindowKind.InAny, null, duration)
                    : null;
            default:
                Advance();
                return new WindowSyntax(SpanFrom(start), WindowKind.AtOnce, null, null);
        }
    }
}
