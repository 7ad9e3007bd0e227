using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Notation;

/// <summary>
/// Temporal regular expressions. <c>*</c> binds tightest. On its left <c>+</c> takes one part only, on its right all that follows: <c>a b + c d</c> is
/// <c>a (b + (c d))</c>, for the sign has the precedence of the one between terms, and what it makes that of a choice. A formula within one is without infix
/// operators, unless it stands in parentheses or behind a prefix operator.
/// </summary>
public sealed partial class FormulaParser
{
    private TemporalExpression ExpressionOf(bool isPast) => AsExpression(Parts(null, isPast), isPast);

    /// <summary>A formula alone also makes a step: it holds where the step begins, or, looking back, where it ends.</summary>
    private static TemporalExpression AsExpression(object read, bool isPast) => read switch
    {
        TemporalExpression expression => expression,
        Formula formula when isPast => new Sequence(new AnyStep(), new Test(formula)),
        _ => new Sequence(new Test((Formula)read), new AnyStep()),
    };

    /// <summary>An expression, or a formula or term if there is nothing else.</summary>
    private object Parts(object? first, bool isPast)
    {
        Enter();
        var (before, part) = ((TemporalExpression?)null, Repetitions(first ?? Unit(isPast)));
        while (part is not Term)
        {
            if (Eat("+"))
            {
                part = new Choice(AsExpression(part, isPast), AsExpression(Parts(null, isPast), isPast));
            }

            if (before is not null)
            {
                part = new Sequence(before, AsExpression(part, isPast));
            }

            if (!StartsUnit)
            {
                break;
            }

            (before, part) = (AsExpression(part, isPast), Repetitions(Unit(isPast)));
        }

        _depth--;
        return part;

        object Repetitions(object unit)
        {
            if (unit is Formula formula && Eat("?"))
            {
                unit = new Test(formula);
            }

            while (unit is not Term && Eat("*"))
            {
                unit = new Repetition(AsExpression(unit, isPast));
            }

            return unit;
        }
    }

    private bool StartsUnit => Current.Kind switch
    {
        TokenKind.End => false,
        TokenKind.Symbol => Current.Text is "." or "(" or "-",
        TokenKind.Word => FormulaWords.Functions.ContainsKey(Current.Text)
            || Current.Text is not ("AND" or "OR" or "IMPLIES" or "EQUIV" or "SINCE" or "UNTIL" or "IN" or "SUBSTRING" or "MATCHES" or "MOD"),
        _ => true,
    };

    private object Unit(bool isPast)
    {
        var start = Current;
        if (Eat("."))
        {
            return new AnyStep();
        }

        if (!start.Is("("))
        {
            return FormulaAt(Level.Unit);
        }

        var read = UnitInParentheses(isPast);
        return read is Term term ? AsFormula(Continue(term, Level.Unit), start) : read;
    }

    /// <summary>Within parentheses may stand a term, a whole formula or an expression; only what follows tells which.</summary>
    private object UnitInParentheses(bool isPast)
    {
        Enter();
        var opening = Advance();
        object first;
        if (Current.Is("."))
        {
            first = Unit(isPast);
        }
        else if (Current.Is("("))
        {
            first = Continue(UnitInParentheses(isPast), Level.Lowest);
        }
        else
        {
            first = Operand(Level.Lowest);
        }

        var read = first is Term ? first : Parts(first, isPast);
        if (!Current.Is(")"))
        {
            throw Unexpected(
                $"The parenthesis of line {opening.Line}, column {opening.Column} is not closed",
                "Close it with ')'; a formula with AND, OR, SINCE and the like stands in parentheses of its own within an expression.",
                "MATCHF[0,10] ((p(x) AND q(x))? .)*");
        }

        Advance();
        _depth--;
        return read;
    }
}
