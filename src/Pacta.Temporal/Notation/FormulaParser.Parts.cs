using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Notation;

/// <summary>Atoms, aggregations, definitions, names and intervals.</summary>
public sealed partial class FormulaParser
{
    /// <summary>
    /// An event with its arguments; each <c>_</c> among them is a variable of its own, and any value will do for it. A variable whose name begins so is one of this event
    /// alone: where it stands twice, it is the same.
    /// </summary>
    private Formula AtomOf()
    {
        var name = Advance().Text;
        Advance();
        var arguments = ImmutableArray.CreateBuilder<Term>();
        var any = ImmutableArray.CreateBuilder<string>();
        while (!Current.Is(")"))
        {
            if (arguments.Count > 0)
            {
                Expect(",", "between arguments", "p(x, y)");
            }

            if (Current.Is("_"))
            {
                Advance();
                any.Add(FreshName());
                arguments.Add(new Variable(any[^1]));
            }
            else
            {
                arguments.Add(TermAt(0));
            }
        }

        Advance();
        var atom = new Atom(name, arguments.ToImmutable());
        any.AddRange(FreeVariables.Of(atom).Where(variable => variable.StartsWith('_') && !any.Contains(variable)).Order(StringComparer.Ordinal));
        return any.Count == 0 ? atom : new Exists(any.ToImmutable(), atom);
    }

    private string FreshName()
    {
        string name;
        do
        {
            name = string.Create(CultureInfo.InvariantCulture, $"_{++_fresh}");
        }
        while (_names.Contains(name));
        return name;
    }

    private Aggregation AggregationOf()
    {
        const string Example = "total <- SUM amount; payer pays(id, payer, amount)";
        var result = NameOf("the result", Example);
        Advance();
        if (Current.Kind != TokenKind.Word || !FormulaWords.Aggregations.TryGetValue(Current.Text, out var aggregation))
        {
            throw Current.Kind is TokenKind.Integer or TokenKind.Decimal
                ? Unexpected("'<-' begins an aggregation, and CNT, MIN, MAX, SUM, AVG or MED is expected", "For a comparison leave a space between '<' and '-'.", "x < -1")
                : Unexpected("CNT, MIN, MAX, SUM, AVG or MED is expected after '<-'", "Say how to aggregate.", Example);
        }

        Advance();
        var over = NameOf("the variable to aggregate", Example);
        var groups = ImmutableArray.CreateBuilder<string>();
        if (Eat(";"))
        {
            // The list may be empty, and so may its first place.
            if (Current.Kind == TokenKind.Name || Current.Is("_"))
            {
                groups.Add(NameOf("a variable to group by", Example));
            }

            while (Eat(","))
            {
                groups.Add(NameOf("a variable to group by", Example));
            }
        }

        return new Aggregation(result, aggregation, over, groups.ToImmutable(), FormulaAt(Level.Lowest));
    }

    private Let LetOf(string word)
    {
        const string Example = "LET late(x) = due(x) AND NOT ONCE done(x) IN late(x)";
        var name = NameOf("the name that is defined", Example, isVariable: false);
        Expect("(", "behind the name that is defined", Example);
        var parameters = ImmutableArray.CreateBuilder<string>();
        while (!Current.Is(")"))
        {
            if (parameters.Count > 0)
            {
                Expect(",", "between parameters", Example);
            }

            parameters.Add(NameOf("a variable as parameter", Example));
        }

        Advance();
        Expect("=", "before the definition", Example);
        var definition = FormulaAt(Level.Lowest);
        Expect("IN", "behind the definition", Example);
        return new Let(name, parameters.ToImmutable(), definition, FormulaAt(Level.Lowest), word == "LETPAST");
    }

    private ImmutableArray<string> Quantified(string word)
    {
        var example = $"{word} x, y. p(x, y)";
        var names = ImmutableArray.CreateBuilder<string>();
        do
        {
            names.Add(NameOf($"a variable behind {word}", example));
        }
        while (Eat(","));
        Expect(".", "behind the variables", example);
        return names.ToImmutable();
    }

    /// <summary>A name; <c>_</c> is one that stands nowhere else.</summary>
    private string NameOf(string what, string example, bool isVariable = true) => Current.Kind == TokenKind.Name ? Advance().Text
        : isVariable && Eat("_") ? FreshName()
        : throw Unexpected(
            $"{char.ToUpperInvariant(what[0])}{what[1..]} is expected here",
            Current.Kind == TokenKind.Word ? $"{Current.Text} is a word of the notation. Take another name." : "Write a name of letters, digits and underscores.",
            example);

    /// <summary>The interval that is written here, or [0,*).</summary>
    private Interval OptionalInterval()
    {
        const string Example = "ONCE[0,7d] p(x)";
        var isInterval = Current.Is("[")
            || (Current.Is("(") && Next.Kind is TokenKind.Integer or TokenKind.Duration && _tokens[Math.Min(_at + 2, _tokens.Length - 1)].Is(","));
        if (!isInterval)
        {
            return Interval.Any;
        }

        var fromIsOpen = Advance().Is("(");
        var from = Distance(Example);
        Expect(",", "between the ends of an interval", Example);
        long? to = Eat("*") ? null : Distance(Example);
        if (!Current.Is("]") && !Current.Is(")"))
        {
            throw Unexpected("']' or ')' is expected behind an interval", "']' includes the upper end, ')' leaves it out.", Example);
        }

        var toIsOpen = Advance().Is(")");
        return new Interval(from, fromIsOpen, to, to is not null && toIsOpen);
    }

    private long Distance(string example)
    {
        var token = Current;
        if (token.Kind is not (TokenKind.Integer or TokenKind.Duration))
        {
            throw Unexpected("A whole number is expected in an interval", "Write a number, with d, h, m or s behind it if it is of days, hours, minutes or seconds.", example);
        }

        Advance();
        var digits = token.Kind == TokenKind.Integer ? token.Text : token.Text[..^1];
        long? unit = token.Kind == TokenKind.Integer ? 1 : token.Text[^1] switch
        {
            'd' => 24 * 60 * 60,
            'h' => 60 * 60,
            'm' => 60,
            's' => 1,
            _ => null,
        };
        if (unit is null)
        {
            throw Fault(token, $"'{token.Text[^1]}' is no unit of time.", "Units are d, h, m and s: days, hours, minutes, seconds.", example);
        }

        if (digits[0] == '-')
        {
            throw Fault(token, "A distance in time cannot be negative.", "ONCE and SINCE look back, EVENTUALLY and UNTIL look ahead; both count from 0.", example);
        }

        return digits.Length < 40 && BigInteger.Parse(digits, CultureInfo.InvariantCulture) * unit.Value is var distance && distance < long.MaxValue
            ? (long)distance
            : throw Fault(token, "This distance in time is too large.", "Write * for no upper end.", "ONCE[0,*) p(x)");
    }
}
