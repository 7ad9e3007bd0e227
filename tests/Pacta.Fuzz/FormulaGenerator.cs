using System.Collections.Immutable;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Fuzz;

/// <summary>
/// Formulas with given free variables of given types, by the rules of types and, mostly, of what can be monitored: what is generated to bind variables does so, and
/// what only chooses stands beside it.
/// </summary>
internal sealed class FormulaGenerator(Random random, Signature signature)
{
    private readonly List<EventKind> _defined = [];
    private int _names;

    /// <summary>A formula with up to three free variables.</summary>
    public Formula Root(int size)
    {
        var variables = Enumerable.Range(0, random.Next(0, 3)).Select(_ => Fresh(AnyType())).ToImmutableArray();
        return random.Next(8) == 0 ? Defined(variables, size) : Binding(variables, size);
    }

    /// <summary>A formula whose free variables are exactly these, and which gives them their values.</summary>
    private Formula Binding(ImmutableArray<TypedVariable> variables, int size)
    {
        if (size <= 1)
        {
            return Atoms(variables);
        }

        switch (random.Next(30))
        {
            case 0 or 1:
                return Atoms(variables);
            case 2 or 3 or 4:
                return new And(Binding(Some(variables), size / 2), Binding(variables, size / 2));
            case 5 or 6 or 7:
                return new And(Binding(variables, size / 2), Choosing(variables, size / 2));
            case 8:
                return new And(Choosing(variables, size / 2), Binding(variables, size / 2));
            case 9 or 10:
                return new Or(Binding(variables, size / 2), Binding(variables, size / 2));
            case 11 or 12:
                var inner = Fresh(AnyType());
                return new Exists([inner.Name], Binding(Shuffled(variables.Add(inner)), size - 1));
            case 13:
                return new Previous(Interval(false), Binding(variables, size - 1));
            case 14:
                return new Next(Interval(false), Binding(variables, size - 1));
            case 15 or 16:
                return new Once(Interval(false), Binding(variables, size - 1));
            case 17 or 18:
                return new Eventually(Interval(true), Binding(variables, size - 1));
            case 19 or 20 or 21:
                return new Since(Interval(false), Side(variables, size / 2), Binding(variables, size / 2));
            case 22 or 23 or 24:
                return new Until(Interval(true), Side(variables, size / 2), Binding(variables, size / 2));
            case 25 or 26 when !variables.IsEmpty:
                return Aggregate(variables, size - 1);
            case 27 when !variables.IsEmpty:
                return Assigned(variables, size - 1);
            case 28:
                return Expression(variables, size - 1);
            default:
                return variables.IsEmpty ? Closed(size - 1) : Atoms(variables);
        }
    }

    /// <summary>A left side of SINCE or UNTIL: something about some of the variables, which need not give them values.</summary>
    private Formula Side(ImmutableArray<TypedVariable> variables, int size) => random.Next(6) switch
    {
        0 => new Truth(true),
        1 or 2 => new Not(Binding(Some(variables), size)),
        3 => new And(Binding(Some(variables), size / 2), new Not(Binding(Some(variables), size / 2))),
        4 => Binding(Some(variables), size),
        _ => Choosing(variables, size),
    };

    /// <summary>Something that can be asked once the variables have values.</summary>
    private Formula Choosing(ImmutableArray<TypedVariable> variables, int size)
    {
        switch (random.Next(11))
        {
            case 0 or 1 or 2:
                return new Not(Binding(Some(variables), size));
            case 3 or 4 when !variables.IsEmpty:
                var left = Pick(variables);
                var right = variables.FirstOrDefault(other => other.Type == left.Type && other.Name != left.Name && random.Next(2) == 0);
                var comparison = new Comparison(Pick([ComparisonOperator.Equal, ComparisonOperator.Less, ComparisonOperator.LessOrEqual]), Term(left, variables), right is null ? Constant(left.Type) : new Variable(right.Name));
                return random.Next(2) == 0 ? comparison : new Not(comparison);
            case 5:
                return new Historically(Interval(false), new Implies(Binding(Some(variables), size / 2), Binding(Some(variables), size / 2)));
            case 6:
                return new Always(Interval(true), new Implies(Binding(Some(variables), size / 2), Binding(Some(variables), size / 2)));
            case 7:
                var inner = Fresh(AnyType());
                return new ForAll([inner.Name], new Implies(Binding(Some(variables).Add(inner), size / 2), Binding(Some(variables).Add(inner), size / 2)));
            case 8:
                return new Equivalent(Binding(Some(variables), size / 2), Binding(Some(variables), size / 2));
            case 9 when variables.Any(variable => variable.Type == ValueType.Text):
                var text = variables.First(variable => variable.Type == ValueType.Text);
                return random.Next(2) == 0
                    ? new Comparison(ComparisonOperator.Substring, new Constant(new TextValue("a")), new Variable(text.Name))
                    : new Matches(new Variable(text.Name), new Constant(new PatternValue(Pick(["a", "^b", "\\(a\\|b\\)", "c*b"]))), default);
            default:
                return Binding(Some(variables), size);
        }
    }

    private Formula Closed(int size) => random.Next(4) switch
    {
        0 => new Truth(random.Next(2) == 0),
        1 => new Not(Binding([], size)),
        2 => new Since(Interval(false), new Not(Binding([], size / 2)), Binding([], size / 2)),
        _ => new Historically(Interval(false), Binding([], size)),
    };

    /// <summary>Events that have the variables among their arguments, joined until all have a value.</summary>
    private Formula Atoms(ImmutableArray<TypedVariable> variables)
    {
        Formula? result = null;
        var left = variables.ToList();
        do
        {
            var kinds = signature.Kinds.Concat(_defined).ToList();
            var fitting = kinds.Where(kind => left.Count == 0 || kind.Arguments.Contains(left[0].Type)).ToList();
            Formula next;
            if (fitting.Count == 0 || (left.Count > 0 && random.Next(12) == 0))
            {
                next = left.Count == 0
                    ? new Truth(random.Next(4) != 0)
                    : left[0].Type == ValueType.Integer && random.Next(2) == 0
                        ? new Atom(Pick([BuiltIns.TimePoint, BuiltIns.TimeStamp]), [new Variable(left[0].Name)])
                        : new Comparison(ComparisonOperator.Equal, new Variable(left[0].Name), Constant(left[0].Type));
                left.RemoveRange(0, Math.Min(1, left.Count));
            }
            else
            {
                next = Event(Pick(fitting), variables, left);
            }

            result = result is null ? next : new And(result, next);
        }
        while (left.Count > 0);
        return result;
    }

    private Formula Event(EventKind kind, ImmutableArray<TypedVariable> variables, List<TypedVariable> left)
    {
        var unused = new List<string>();
        var arguments = new Term?[kind.Arguments.Length];
        foreach (var i in Enumerable.Range(0, arguments.Length).OrderBy(_ => random.Next()))
        {
            var type = kind.Arguments[i];
            var wanted = left.Find(variable => variable.Type == type);
            if (wanted is not null)
            {
                left.Remove(wanted);
                arguments[i] = new Variable(wanted.Name);
                continue;
            }

            var known = variables.Where(variable => variable.Type == type).ToList();
            switch (random.Next(4))
            {
                case 0 when known.Count > 0:
                    arguments[i] = new Variable(Pick(known).Name);
                    break;
                case 1:
                    arguments[i] = Constant(type);
                    break;
                default:
                    var other = Fresh(type);
                    unused.Add(other.Name);
                    arguments[i] = new Variable(other.Name);
                    break;
            }
        }

        var atom = new Atom(kind.Name, [.. arguments.Select(argument => argument!)]);
        return unused.Count == 0 ? atom : new Exists([.. unused], atom);
    }

    private Formula Assigned(ImmutableArray<TypedVariable> variables, int size)
    {
        var target = Pick(variables);
        var others = variables.Remove(target);
        var sources = others.Where(other => other.Type == target.Type).ToList();
        Term term = sources.Count == 0 ? Constant(target.Type) : Term(Pick(sources), others);
        var assign = new Comparison(ComparisonOperator.Equal, new Variable(target.Name), term);
        return random.Next(2) == 0 ? new And(Binding(others, size), assign) : new And(assign, Binding(others, size));
    }

    private Formula Aggregate(ImmutableArray<TypedVariable> variables, int size)
    {
        var results = variables.Where(variable => variable.Type is ValueType.Integer or ValueType.Float).ToList();
        if (results.Count == 0)
        {
            return Atoms(variables);
        }

        var result = Pick(results);
        var groups = variables.Remove(result);
        var op = result.Type == ValueType.Float && random.Next(2) == 0
            ? Pick([AggregationOperator.Average, AggregationOperator.Median])
            : Pick([AggregationOperator.Sum, AggregationOperator.Minimum, AggregationOperator.Maximum, AggregationOperator.Count]);
        if (op == AggregationOperator.Count && result.Type == ValueType.Float)
        {
            op = AggregationOperator.Sum;
        }

        var over = Fresh(op switch
        {
            AggregationOperator.Count => AnyType(),
            AggregationOperator.Average or AggregationOperator.Median => ValueType.Integer,
            _ => result.Type,
        });
        var inner = groups.Add(over);
        if (random.Next(3) == 0)
        {
            inner = inner.Add(Fresh(AnyType()));
        }

        var operand = random.Next(2) == 0 ? new Once(Interval(false), Binding(Shuffled(inner), size - 1)) : Binding(Shuffled(inner), size);
        return new Aggregation(result.Name, op, over.Name, [.. groups.Select(group => group.Name)], operand);
    }

    /// <summary>A LET, also a recursive one, and a formula that may use it.</summary>
    private Formula Defined(ImmutableArray<TypedVariable> variables, int size)
    {
        var parameters = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Fresh(AnyType())).ToImmutableArray();
        var name = $"L{_names++}";
        var kind = new EventKind(name, [.. parameters.Select(parameter => parameter.Type)], [.. parameters.Select(_ => (string?)null)]);
        var definition = Binding(parameters, size / 2);
        var isRecursive = random.Next(2) == 0;
        if (isRecursive)
        {
            var self = new Atom(name, [.. parameters.Select(parameter => (Term)new Variable(parameter.Name))]);
            Formula before = random.Next(2) == 0 ? new Previous(Interval(false), self) : new Once(new Interval(random.Next(1, 3), false, random.Next(3) == 0 ? null : random.Next(3, 6), false), self);
            definition = new Or(definition, random.Next(2) == 0 ? before : new And(before, new Not(Binding(Some(parameters), size / 4))));
        }

        _defined.Add(kind);
        var body = Binding(variables, size / 2);
        _defined.Remove(kind);
        return new Let(name, [.. parameters.Select(parameter => parameter.Name)], definition, body, isRecursive);
    }

    /// <summary>A regular expression in which variables get their values where time begins, or, looking ahead, also where it ends.</summary>
    private Formula Expression(ImmutableArray<TypedVariable> variables, int size)
    {
        TemporalExpression binding = new Test(Binding(variables, size / 2));
        var rest = Course(variables, size / 2, 2);
        if (random.Next(2) == 0)
        {
            return new PastMatch(Interval(false), new Sequence(binding, rest));
        }

        return new FutureMatch(Interval(true), random.Next(2) == 0 ? new Sequence(binding, rest) : new Sequence(rest, binding));
    }

    private TemporalExpression Course(ImmutableArray<TypedVariable> variables, int size, int depth) => (depth == 0 ? random.Next(3) : random.Next(7)) switch
    {
        0 => new AnyStep(),
        1 => new Test(Binding(Some(variables), size / 2)),
        2 => new Test(new Not(Binding(Some(variables), size / 2))),
        3 => new Repetition(Course(variables, size / 2, depth - 1)),
        4 => new Choice(Course(variables, size / 2, depth - 1), Course(variables, size / 2, depth - 1)),
        _ => new Sequence(Course(variables, size / 2, depth - 1), Course(variables, size / 2, depth - 1)),
    };

    private Term Term(TypedVariable variable, ImmutableArray<TypedVariable> variables)
    {
        Term term = new Variable(variable.Name);
        if (variable.Type is not (ValueType.Integer or ValueType.Float) || random.Next(2) == 0)
        {
            return term;
        }

        var others = variables.Where(other => other.Type == variable.Type).ToList();
        var second = others.Count > 0 && random.Next(2) == 0 ? new Variable(Pick(others).Name) : (Term)Constant(variable.Type);
        return random.Next(7) switch
        {
            0 => new Unary(UnaryOperator.Negate, term),
            1 => new Binary(BinaryOperator.Subtract, term, second),
            2 => new Binary(BinaryOperator.Multiply, term, second),
            3 => new Binary(BinaryOperator.Divide, term, second),
            4 when variable.Type == ValueType.Integer => new Binary(BinaryOperator.Modulo, term, second),
            _ => new Binary(BinaryOperator.Add, term, second),
        };
    }

    private Interval Interval(bool mustEnd)
    {
        var from = random.Next(3) == 0 ? random.Next(1, 4) : 0;
        long? to = !mustEnd && random.Next(3) == 0 ? null : from + random.Next(0, 6);
        return new Interval(from, random.Next(6) == 0, to, random.Next(6) == 0);
    }

    private Constant Constant(ValueType type) => new(Values.Any(random, type));

    private ImmutableArray<TypedVariable> Some(ImmutableArray<TypedVariable> variables) => [.. variables.Where(_ => random.Next(3) != 0)];

    private ImmutableArray<TypedVariable> Shuffled(ImmutableArray<TypedVariable> variables) => [.. variables.OrderBy(_ => random.Next())];

    private ValueType AnyType() => random.Next(6) switch
    {
        0 => ValueType.Text,
        1 => ValueType.Float,
        _ => ValueType.Integer,
    };

    private TypedVariable Fresh(ValueType type) => new($"x{_names++}", type);

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private sealed record TypedVariable(string Name, ValueType Type);
}
