using System.Globalization;
using System.Text;
using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Notation;

/// <summary>
/// Formulas as text that reads back as the same formula. A formula of two sides stands in parentheses wherever it is part of another one,
/// one of one side only where it is on the left of an operator or of AND.
/// </summary>
public static class FormulaPrinter
{
    public static string Print(Formula formula)
    {
        var text = new StringBuilder();
        Write(text, formula, Place.Top);
        return text.ToString();
    }

    public static string Print(Term term)
    {
        var text = new StringBuilder();
        Write(text, term, isPart: false);
        return text.ToString();
    }

    private enum Place
    {
        /// <summary>Nothing is around it.</summary>
        Top,

        /// <summary>Nothing follows before a closing parenthesis.</summary>
        Last,

        /// <summary>An operator may follow.</summary>
        Inner,
    }

    private static void Write(StringBuilder text, Formula formula, Place place)
    {
        var inParentheses = formula switch
        {
            Truth or Atom or Comparison or Matches => false,
            And or Or or Implies or Equivalent or Since or Until or Let => place != Place.Top,
            _ => place == Place.Inner,
        };
        if (inParentheses)
        {
            text.Append('(');
        }

        switch (formula)
        {
            case Truth truth:
                text.Append(truth.IsTrue ? "TRUE" : "FALSE");
                break;
            case Atom atom:
                text.Append(atom.Name).Append('(');
                WriteAll(text, atom.Arguments, ",");
                text.Append(')');
                break;
            case Comparison comparison:
                Write(text, comparison.Left, isPart: false);
                text.Append(' ').Append(FormulaWords.Of(comparison.Operator)).Append(' ');
                Write(text, comparison.Right, isPart: false);
                break;
            case Matches matches:
                Write(text, matches.Text, isPart: false);
                text.Append(" MATCHES ");
                Write(text, matches.Pattern, isPart: false);
                if (!matches.Groups.IsDefaultOrEmpty)
                {
                    text.Append(" (");
                    WriteAll(text, matches.Groups, ", ");
                    text.Append(')');
                }

                break;
            case And f:
                Two(text, f.Left, " AND ", f.Right, Place.Inner);
                break;
            case Or f:
                Two(text, f.Left, " OR ", f.Right, Place.Last);
                break;
            case Implies f:
                Two(text, f.Left, " IMPLIES ", f.Right, Place.Last);
                break;
            case Equivalent f:
                Two(text, f.Left, " EQUIV ", f.Right, Place.Last);
                break;
            case Since f:
                Two(text, f.Left, $" SINCE{Of(f.Interval)} ", f.Right, Place.Last);
                break;
            case Until f:
                Two(text, f.Left, $" UNTIL{Of(f.Interval)} ", f.Right, Place.Last);
                break;
            case Let f:
                text.Append(f.IsRecursive ? "LETPAST " : "LET ").Append(f.Name).Append('(').AppendJoin(',', f.Parameters).Append(") = ");
                Two(text, f.Definition, " IN ", f.Body, Place.Last);
                break;
            case Not f:
                One(text, "NOT ", f.Operand);
                break;
            case Exists f:
                One(text, $"EXISTS {string.Join(", ", f.Variables)}. ", f.Operand);
                break;
            case ForAll f:
                One(text, $"FORALL {string.Join(", ", f.Variables)}. ", f.Operand);
                break;
            case Previous f:
                One(text, $"PREVIOUS{Of(f.Interval)} ", f.Operand);
                break;
            case Next f:
                One(text, $"NEXT{Of(f.Interval)} ", f.Operand);
                break;
            case Once f:
                One(text, $"ONCE{Of(f.Interval)} ", f.Operand);
                break;
            case Eventually f:
                One(text, $"EVENTUALLY{Of(f.Interval)} ", f.Operand);
                break;
            case Historically f:
                One(text, $"HISTORICALLY{Of(f.Interval)} ", f.Operand);
                break;
            case Always f:
                One(text, $"ALWAYS{Of(f.Interval)} ", f.Operand);
                break;
            case Aggregation f:
                var groups = f.GroupBy.IsEmpty ? string.Empty : $"; {string.Join(',', f.GroupBy)}";
                One(text, $"{f.Result} <- {FormulaWords.Of(f.Operator)} {f.Over}{groups} ", f.Operand);
                break;
            case PastMatch f:
                text.Append("MATCHP").Append(Of(f.Interval)).Append(' ');
                Write(text, f.Expression, isPart: false);
                break;
            case FutureMatch f:
                text.Append("MATCHF").Append(Of(f.Interval)).Append(' ');
                Write(text, f.Expression, isPart: false);
                break;
            default:
                throw new NotSupportedException(formula.GetType().Name);
        }

        if (inParentheses)
        {
            text.Append(')');
        }
    }

    private static void One(StringBuilder text, string before, Formula operand)
    {
        text.Append(before);
        Write(text, operand, Place.Last);
    }

    private static void Two(StringBuilder text, Formula left, string between, Formula right, Place placeOfRight)
    {
        Write(text, left, Place.Inner);
        text.Append(between);
        Write(text, right, placeOfRight);
    }

    /// <summary>A choice or a sequence within another one stands in parentheses: readers differ in what binds tighter.</summary>
    private static void Write(StringBuilder text, TemporalExpression expression, bool isPart)
    {
        var inParentheses = isPart && expression is (Sequence or Choice);
        if (inParentheses)
        {
            text.Append('(');
        }

        switch (expression)
        {
            case AnyStep:
                text.Append('.');
                break;
            case Test { Operand: Atom or Truth } test:
                Write(text, test.Operand, Place.Top);
                text.Append('?');
                break;
            case Test test:
                text.Append('(');
                Write(text, test.Operand, Place.Top);
                text.Append(")?");
                break;
            case Sequence sequence:
                Write(text, sequence.First, isPart: true);
                text.Append(' ');
                Write(text, sequence.Second, isPart: true);
                break;
            case Choice choice:
                Write(text, choice.Left, isPart: true);
                text.Append(" + ");
                Write(text, choice.Right, isPart: true);
                break;
            case Repetition repetition:
                Write(text, repetition.Operand, isPart: true);
                text.Append('*');
                break;
            default:
                throw new NotSupportedException(expression.GetType().Name);
        }

        if (inParentheses)
        {
            text.Append(')');
        }
    }

    private static void WriteAll(StringBuilder text, IReadOnlyList<Term?> terms, string separator)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            text.Append(i > 0 ? separator : string.Empty);
            if (terms[i] is { } term)
            {
                Write(text, term, isPart: false);
            }
            else
            {
                text.Append('_');
            }
        }
    }

    private static void Write(StringBuilder text, Term term, bool isPart)
    {
        switch (term)
        {
            case Variable variable:
                text.Append(variable.Name);
                break;
            case Constant constant:
                text.Append(Of(constant.Value));
                break;
            case Unary { Operator: UnaryOperator.Negate } negated:
                text.Append(isPart ? "(-" : "-");
                Write(text, negated.Operand, isPart: true);
                text.Append(isPart ? ")" : string.Empty);
                break;
            case Unary unary:
                text.Append(FormulaWords.Of(unary.Operator)).Append('(');
                Write(text, unary.Operand, isPart: false);
                text.Append(')');
                break;
            case Binary binary:
                text.Append(isPart ? "(" : string.Empty);
                Write(text, binary.Left, isPart: true);
                text.Append(' ').Append(FormulaWords.Of(binary.Operator)).Append(' ');
                Write(text, binary.Right, isPart: true);
                text.Append(isPart ? ")" : string.Empty);
                break;
            default:
                throw new NotSupportedException(term.GetType().Name);
        }
    }

    private static string Of(Value value) => value switch
    {
        IntegerValue i => i.Number.ToString(CultureInfo.InvariantCulture),
        FloatValue f => Of(f.Number),
        TextValue t => Quoted(t.Text),
        PatternValue p => "r" + Quoted(p.Pattern),
        BooleanValue b => b.IsTrue ? "true" : "false",
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    /// <summary>The notation has no way to quote a quote, but has two kinds of them.</summary>
    private static string Quoted(string text) => text.Contains('"', StringComparison.Ordinal) ? $"'{text}'" : $"\"{text}\"";

    /// <summary>In full, with a point and without a power of ten, so that it reads back as the same number.</summary>
    private static string Of(double number)
    {
        if (!double.IsFinite(number))
        {
            return $"s2f(\"{FloatText.Of(number)}\")";
        }

        var text = number.ToString("F340", CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (!shortest.Contains('E', StringComparison.Ordinal))
        {
            text = shortest;
        }

        text = text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0') : text + ".";
        return text.EndsWith('.') ? text + "0" : text;
    }

    private static string Of(Interval interval) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(interval.FromIsOpen ? '(' : '[')}{interval.From},{interval.To?.ToString(CultureInfo.InvariantCulture) ?? "*"}{(interval.ToIsOpen || interval.To is null ? ')' : ']')}");
}
