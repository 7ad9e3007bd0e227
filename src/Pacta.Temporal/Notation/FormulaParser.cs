using System.Collections.Immutable;
using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Notation;

/// <summary>
/// Reads a formula. Precedence is as in a grammar with precedences: a prefix operator binds its operand as far as its own precedence lets
/// it, even to the right of an operator that binds tighter.
/// </summary>
public sealed partial class FormulaParser
{
    /// <summary>Formulas may be nested so deep and no deeper, since whatever works on them works recursively: a thread of the usual size has room for that.</summary>
    public const int GreatestDepth = 500;

    private readonly ImmutableArray<Token> _tokens;
    private readonly int _greatestDepth;
    private readonly HashSet<string> _names;
    private int _at;
    private int _depth;
    private int _fresh;

    private FormulaParser(ImmutableArray<Token> tokens, int greatestDepth)
    {
        (_tokens, _greatestDepth) = (tokens, greatestDepth);
        _names = [.. tokens.Where(token => token.Kind == TokenKind.Name).Select(token => token.Text)];
    }

    /// <summary>How tightly operators bind; a larger one binds tighter.</summary>
    private enum Level
    {
        Lowest,
        Since,
        Temporal,
        Quantifier,
        Equivalent,
        Implies,
        Or,
        And,
        Unit,
    }

    private Token Current => _tokens[_at];

    /// <param name="greatestDepth">How deep it may be nested; who allows for more has to see that there is room on the stack wherever the formula goes.</param>
    /// <exception cref="NotationException">The text is no formula.</exception>
    public static Formula Parse(string text, int greatestDepth = GreatestDepth)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new FormulaParser(FormulaLexer.Read(text), greatestDepth);
        var start = parser.Current;
        var formula = parser.FormulaAt(Level.Lowest);
        if (parser.Current.Kind != TokenKind.End)
        {
            throw parser.Unexpected("The formula should end here", "Join two formulas with a word such as AND.", "p(x) AND q(x)");
        }

        return FormulaDepth.Of(formula, greatestDepth) <= greatestDepth ? formula : throw parser.TooDeep(start);
    }

    private Formula FormulaAt(Level least)
    {
        var start = Current;
        return AsFormula(Operand(least), start);
    }

    private Formula AsFormula(object read, Token start) => read switch
    {
        Formula formula => formula,
        Term => throw Fault(
            start,
            $"A formula is expected, but this is only a term; after it stands {Current.Shown}.",
            "Compare the term with another one, or name an event.",
            "x = 1"),
        _ => throw Fault(
            start,
            "A formula is expected, but this is a temporal regular expression.",
            "Such an expression stands behind MATCHP or MATCHF.",
            "MATCHF[0,10] (p(x)? .)"),
    };

    /// <summary>A formula with what stands to its right and binds at least so tightly; or a term, if no comparison follows.</summary>
    private object Operand(Level least)
    {
        Enter();
        var read = Continue(First(), least);
        _depth--;
        return read;
    }

    /// <summary>What may follow what was read: the rest of a term, a comparison, operators.</summary>
    private object Continue(object read, Level least)
    {
        if (read is Term term)
        {
            term = TermFrom(term, 0);
            if (ComparisonFrom(term) is not { } comparison)
            {
                return term;
            }

            read = comparison;
        }

        return read is Formula formula ? Infix(formula, least) : read;
    }

    private Formula Infix(Formula left, Level least)
    {
        while (true)
        {
            var word = Current.Kind == TokenKind.Word ? Current.Text : string.Empty;
            var level = word switch
            {
                "SINCE" or "UNTIL" => Level.Since,
                "EQUIV" => Level.Equivalent,
                "IMPLIES" => Level.Implies,
                "OR" => Level.Or,
                "AND" => Level.And,
                _ => Level.Lowest,
            };
            if (level == Level.Lowest || level < least)
            {
                return left;
            }

            Advance();
            left = word switch
            {
                "AND" => new And(left, FormulaAt(Level.Unit)),
                "OR" => new Or(left, FormulaAt(Level.And)),
                "IMPLIES" => new Implies(left, FormulaAt(Level.Implies)),
                "EQUIV" => new Equivalent(left, FormulaAt(Level.Implies)),
                "SINCE" => new Since(OptionalInterval(), left, FormulaAt(Level.Since)),
                _ => new Until(OptionalInterval(), left, FormulaAt(Level.Since)),
            };
        }
    }

    /// <summary>The first part of a formula or term, up to where an infix operator may stand.</summary>
    private object First()
    {
        var token = Current;
        return token.Kind switch
        {
            TokenKind.Word => FirstWord(token),
            TokenKind.Name when Next.Is("(") => AtomOf(),
            _ when (token.Kind == TokenKind.Name || token.Is("_")) && Next.Is("<-") => AggregationOf(),
            _ when token.Is("(") => InParentheses(),
            _ => TermFirst(),
        };
    }

    private object FirstWord(Token token)
    {
        if (FormulaWords.Functions.ContainsKey(token.Text))
        {
            return TermFirst();
        }

        Advance();
        switch (token.Text)
        {
            case "TRUE":
                return new Truth(true);
            case "FALSE":
                return new Truth(false);
            case "NOT":
                return new Not(FormulaAt(Level.Unit));
            case "EXISTS":
                return new Exists(Quantified("EXISTS"), FormulaAt(Level.Equivalent));
            case "FORALL":
                return new ForAll(Quantified("FORALL"), FormulaAt(Level.Equivalent));
            case "LET" or "LETPAST":
                return LetOf(token.Text);
            case "MATCHP":
                return new PastMatch(OptionalInterval(), ExpressionOf(isPast: true));
            case "MATCHF":
                return new FutureMatch(OptionalInterval(), ExpressionOf(isPast: false));
            case "PREVIOUS" or "NEXT" or "ONCE" or "EVENTUALLY" or "HISTORICALLY" or "ALWAYS":
                var interval = OptionalInterval();
                var operand = FormulaAt(Level.Quantifier);
                return token.Text switch
                {
                    "PREVIOUS" => new Previous(interval, operand),
                    "NEXT" => new Next(interval, operand),
                    "ONCE" => new Once(interval, operand),
                    "EVENTUALLY" => new Eventually(interval, operand),
                    "HISTORICALLY" => new Historically(interval, operand),
                    _ => new Always(interval, operand),
                };
            default:
                _at--;
                throw Unexpected("A formula is expected here", "A formula is an event, a comparison, or an operator before one.", "p(x) AND NOT q(x)");
        }
    }

    private object InParentheses()
    {
        var opening = Advance();
        var read = Operand(Level.Lowest);
        if (!Current.Is(")"))
        {
            throw Unexpected($"The parenthesis of line {opening.Line}, column {opening.Column} is not closed", "Close it with ')'.", "(p(x) OR q(x)) AND r(x)");
        }

        Advance();
        return read;
    }

    private Token Next => _tokens[Math.Min(_at + 1, _tokens.Length - 1)];

    private Token Advance() => _tokens[Current.Kind == TokenKind.End ? _at : _at++];

    private bool Eat(string symbolOrWord)
    {
        if (!Current.Is(symbolOrWord))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Expect(string symbolOrWord, string where, string example)
    {
        if (!Eat(symbolOrWord))
        {
            throw Unexpected($"'{symbolOrWord}' is expected {where}", $"Write '{symbolOrWord}' here.", example);
        }
    }

    private void Enter()
    {
        if (++_depth > _greatestDepth)
        {
            throw TooDeep(Current);
        }
    }

    private NotationException TooDeep(Token token) => Fault(
        token,
        $"The formula is nested more than {_greatestDepth} deep.",
        "Take parts of it out with LET.",
        "LET both(x) = p(x) AND q(x) IN both(x) OR r(x)");

    private NotationException Unexpected(string problem, string help, string example) =>
        Fault(Current, $"{problem}, but there is {Current.Shown}.", help, example);

    private static NotationException Fault(Token token, string message, string help, string example) =>
        new(token.Line, token.Column, message, help, example);
}
