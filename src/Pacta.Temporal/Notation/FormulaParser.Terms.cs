using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Notation;

/// <summary>Terms and comparisons.</summary>
public sealed partial class FormulaParser
{
    private const int SumLevel = 1;
    private const int ProductLevel = 2;
    private const int SignLevel = 3;

    private Term TermAt(int least)
    {
        Enter();
        var start = Current;
        var first = start.Is("(") ? InParentheses() : TermFirst();
        var term = first as Term ?? throw Fault(start, "A term is expected here, but this is a formula.", "Terms are numbers, texts, variables and what is computed of them.", "p(x + 1)");
        term = TermFrom(term, least);
        _depth--;
        return term;
    }

    private Term TermFirst()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Integer:
                Advance();
                return new Constant(new IntegerValue(BigInteger.Parse(token.Text, CultureInfo.InvariantCulture)));
            case TokenKind.Decimal:
                Advance();
                return new Constant(new FloatValue(double.Parse(token.Text, CultureInfo.InvariantCulture)));
            case TokenKind.Text:
                Advance();
                return new Constant(new TextValue(token.Text));
            case TokenKind.Pattern:
                Advance();
                return TextPatterns.Compile(token.Text) is not null
                    ? new Constant(new PatternValue(token.Text))
                    : throw Fault(token, $"{token.Shown} is no pattern: a group or a set of characters is not closed, or closed too often.", @"Groups are written \( and \), alternatives \|, sets of characters [ and ].", @"name MATCHES r""^\(a\|b\)land""");
            case TokenKind.Name:
                Advance();
                return new Variable(token.Text);
            case TokenKind.Word when FormulaWords.Functions.TryGetValue(token.Text, out var function):
                Advance();
                Expect("(", $"behind {token.Text}", $"{token.Text}(x)");
                var argument = TermAt(0);
                Expect(")", $"behind the argument of {token.Text}", $"{token.Text}(x)");
                return new Unary(function, argument);
            case TokenKind.Symbol when token.Is("-"):
                Advance();
                return new Unary(UnaryOperator.Negate, TermAt(SignLevel));
            case TokenKind.Symbol when token.Is("_"):
                Advance();
                return new Variable(FreshName());
            case TokenKind.Duration:
                throw Unexpected("A formula or a term is expected here", "Units of time stand in intervals only. Elsewhere write the seconds.", "ts(t) AND t > 86400");
            default:
                throw Unexpected("A formula or a term is expected here", "A formula is an event, a comparison, or an operator before one.", "p(x) AND x < 3");
        }
    }

    /// <summary>The term with what stands to its right. MOD has no precedence: whatever stands to its right belongs to it.</summary>
    private Term TermFrom(Term left, int least)
    {
        while (true)
        {
            if (Current.Kind is TokenKind.Integer or TokenKind.Decimal && Current.Text[0] == '-' && least <= SumLevel)
            {
                left = new Binary(BinaryOperator.Subtract, left, Unsigned());
                continue;
            }

            var (operation, level) = Current switch
            {
                var token when token.Is("+") => (BinaryOperator.Add, SumLevel),
                var token when token.Is("-") => (BinaryOperator.Subtract, SumLevel),
                var token when token.Is("*") => (BinaryOperator.Multiply, ProductLevel),
                var token when token.Is("/") => (BinaryOperator.Divide, ProductLevel),
                var token when token.Is("MOD") => (BinaryOperator.Modulo, int.MaxValue),
                _ => (default, -1),
            };
            if (level < 0 || level < least || !StartsTerm(Next))
            {
                return left;
            }

            Advance();
            left = new Binary(operation, left, TermAt(level == int.MaxValue ? 0 : level + 1));
        }
    }

    /// <summary>In <c>(x) -1</c> and <c>x -1</c> the sign is a minus: two terms never stand side by side.</summary>
    private Term Unsigned()
    {
        var token = Current;
        var number = token.Text[1..];
        Advance();
        Term right = new Constant(token.Kind == TokenKind.Integer
            ? new IntegerValue(BigInteger.Parse(number, CultureInfo.InvariantCulture))
            : new FloatValue(double.Parse(number, CultureInfo.InvariantCulture)));
        Enter();
        right = TermFrom(right, ProductLevel);
        _depth--;
        return right;
    }

    /// <summary>In a temporal regular expression <c>+</c> and <c>*</c> may follow a term without belonging to it.</summary>
    private static bool StartsTerm(Token token) => token.Kind switch
    {
        TokenKind.End => false,
        TokenKind.Word => FormulaWords.Functions.ContainsKey(token.Text),
        TokenKind.Symbol => token.Text is "(" or "-" or "_",
        _ => true,
    };

    /// <summary>The comparison of which the term is the left side; null if none follows.</summary>
    private Formula? ComparisonFrom(Term left)
    {
        switch (Current)
        {
            case var token when token.Is("="):
                return Compared(ComparisonOperator.Equal, left, false);
            case var token when token.Is("<"):
                return Compared(ComparisonOperator.Less, left, false);
            case var token when token.Is("<="):
                return Compared(ComparisonOperator.LessOrEqual, left, false);
            case var token when token.Is(">"):
                return Compared(ComparisonOperator.Less, left, true);
            case var token when token.Is(">="):
                return Compared(ComparisonOperator.LessOrEqual, left, true);
            case var token when token.Is("SUBSTRING"):
                return Compared(ComparisonOperator.Substring, left, false);
            case var token when token.Is("MATCHES"):
                Advance();
                return new Matches(left, TermAt(0), GroupsOf());
            default:
                return null;
        }
    }

    private Comparison Compared(ComparisonOperator comparison, Term left, bool isTurned)
    {
        Advance();
        var right = TermAt(0);
        return isTurned ? new Comparison(comparison, right, left) : new Comparison(comparison, left, right);
    }

    private ImmutableArray<Term?> GroupsOf()
    {
        if (!Eat("("))
        {
            return default;
        }

        var groups = ImmutableArray.CreateBuilder<Term?>();
        while (!Current.Is(")"))
        {
            if (groups.Count > 0)
            {
                Expect(",", "between groups", @"x MATCHES r""\(a*\)\(b*\)"" (y, _)");
            }

            groups.Add(Eat("_") ? null : TermAt(0));
        }

        Advance();
        return groups.Count == 0 ? default : groups.ToImmutable();
    }
}
