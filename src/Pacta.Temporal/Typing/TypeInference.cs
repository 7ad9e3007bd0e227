using System.Collections.Immutable;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Temporal.Typing;

/// <summary>Finds the type of every variable from where it stands. Each variable and each parameter has one type.</summary>
internal sealed class TypeInference(Signature signature)
{
    private readonly Dictionary<string, TypeVariable> _variables = new(StringComparer.Ordinal);

    /// <param name="formula">Each name is bound at most once in it.</param>
    public ImmutableDictionary<string, ValueType> Infer(Formula formula)
    {
        Visit(formula, ImmutableDictionary<string, ImmutableArray<string>>.Empty);
        foreach (var (name, variable) in _variables.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (variable.Known is null)
            {
                throw new FormulaException(
                    $"Nothing says of which type '{Renaming.Original(name)}' is.", formula, "Let it occur in an event, or compare it with something of a known type.");
            }
        }

        return _variables.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Known!.Value, StringComparer.Ordinal);
    }

    private TypeVariable Of(string name) =>
        _variables.TryGetValue(name, out var variable) ? variable : _variables[name] = new TypeVariable();

    /// <param name="defined">The parameters of what LET defines around here.</param>
    private void Visit(Formula formula, ImmutableDictionary<string, ImmutableArray<string>> defined)
    {
        switch (formula)
        {
            case Atom atom:
                Visit(atom, defined);
                return;
            case Comparison { Operator: ComparisonOperator.Substring } comparison:
                Require(comparison.Left, ValueType.Text, formula);
                Require(comparison.Right, ValueType.Text, formula);
                return;
            case Comparison comparison:
                Join(TypeOf(comparison.Left, formula), TypeOf(comparison.Right, formula), comparison.Right, formula);
                return;
            case Matches matches:
                Require(matches.Text, ValueType.Text, formula);
                Require(matches.Pattern, ValueType.Pattern, formula);
                foreach (var group in (matches.Groups.IsDefault ? [] : matches.Groups).OfType<Term>())
                {
                    Require(group, ValueType.Text, formula);
                }

                return;
            case Let let:
                var inner = defined.SetItem(let.Name, let.Parameters);
                Visit(let.Definition, let.IsRecursive ? inner : defined);
                Visit(let.Body, inner);
                return;
            case Aggregation aggregation:
                Visit(aggregation.Operand, defined);
                Visit(aggregation);
                return;
            default:
                foreach (var operand in Operands.Of(formula))
                {
                    Visit(operand, defined);
                }

                return;
        }
    }

    private void Visit(Atom atom, ImmutableDictionary<string, ImmutableArray<string>> defined)
    {
        if (defined.TryGetValue(atom.Name, out var parameters))
        {
            RequireArity(atom, parameters.Length);
            for (var i = 0; i < parameters.Length; i++)
            {
                Join(Of(parameters[i]), TypeOf(atom.Arguments[i], atom), atom.Arguments[i], atom);
            }

            return;
        }

        ImmutableArray<ValueType> types = signature.Find(atom.Name) is { } kind ? kind.Arguments
            : BuiltIns.ArityOf(atom.Name) is { } arity ? [.. Enumerable.Repeat(ValueType.Integer, arity)]
            : throw Unknown(atom, defined);
        RequireArity(atom, types.Length);
        for (var i = 0; i < types.Length; i++)
        {
            Require(atom.Arguments[i], types[i], atom);
        }
    }

    private void Visit(Aggregation aggregation)
    {
        var over = Of(aggregation.Over);
        var result = Of(aggregation.Result);
        var overTerm = new Variable(aggregation.Over);
        var resultTerm = new Variable(aggregation.Result);
        if (aggregation.Operator is AggregationOperator.Sum or AggregationOperator.Average or AggregationOperator.Median)
        {
            Join(TypeVariable.Number(), over, overTerm, aggregation);
        }

        switch (aggregation.Operator)
        {
            case AggregationOperator.Count:
                Join(TypeVariable.Of(ValueType.Integer), result, resultTerm, aggregation);
                break;
            case AggregationOperator.Average or AggregationOperator.Median:
                Join(TypeVariable.Of(ValueType.Float), result, resultTerm, aggregation);
                break;
            default:
                Join(over, result, resultTerm, aggregation);
                break;
        }
    }

    private static void RequireArity(Atom atom, int arity)
    {
        if (atom.Arguments.Length != arity)
        {
            throw new FormulaException(
                $"'{atom.Name}' has {arity} {(arity == 1 ? "argument" : "arguments")}, but here {atom.Arguments.Length}.",
                atom,
                "Write '_' for an argument whose value does not matter.");
        }
    }

    private FormulaException Unknown(Atom atom, ImmutableDictionary<string, ImmutableArray<string>> defined)
    {
        var names = signature.Kinds.Select(kind => kind.Name).Concat(defined.Keys).Concat([BuiltIns.TimePoint, BuiltIns.TimeStamp, BuiltIns.Both]);
        var similar = SimilarNames.NearestTo(atom.Name, names);
        return new FormulaException(
            $"There is no kind of event named '{atom.Name}'.",
            atom,
            similar is null ? "Declare it in the signature, or define it with LET." : $"Perhaps you mean '{similar}'. Otherwise declare it in the signature, or define it with LET.");
    }

    private void Require(Term term, ValueType type, Formula where) => Join(TypeVariable.Of(type), TypeOf(term, where), term, where);

    /// <summary>The type of the term, which may yet be open.</summary>
    private TypeVariable TypeOf(Term term, Formula where)
    {
        switch (term)
        {
            case Variable variable:
                return Of(variable.Name);
            case Constant constant:
                return TypeVariable.Of(constant.Value.Type);
            case Unary unary:
                var (argument, result) = TypesOf(unary.Operator);
                if (result is null)
                {
                    var number = TypeVariable.Number();
                    Join(number, TypeOf(unary.Operand, where), unary.Operand, where);
                    return number;
                }

                Join(argument is { } known ? TypeVariable.Of(known) : TypeVariable.Number(), TypeOf(unary.Operand, where), unary.Operand, where);
                return TypeVariable.Of(result.Value);
            case Binary binary:
                var both = binary.Operator == BinaryOperator.Modulo ? TypeVariable.Of(ValueType.Integer) : TypeVariable.Number();
                Join(both, TypeOf(binary.Left, where), binary.Left, where);
                Join(both, TypeOf(binary.Right, where), binary.Right, where);
                return both;
            default:
                throw new NotSupportedException(term.GetType().Name);
        }
    }

    /// <summary>The argument is any number where it is null; the result is of the argument's type where it is null.</summary>
    private static (ValueType? Argument, ValueType? Result) TypesOf(UnaryOperator operation) => operation switch
    {
        UnaryOperator.Negate => (null, null),
        UnaryOperator.FloatToInteger => (ValueType.Float, ValueType.Integer),
        UnaryOperator.IntegerToFloat => (ValueType.Integer, ValueType.Float),
        UnaryOperator.IntegerToText => (ValueType.Integer, ValueType.Text),
        UnaryOperator.TextToInteger => (ValueType.Text, ValueType.Integer),
        UnaryOperator.FloatToText => (ValueType.Float, ValueType.Text),
        UnaryOperator.TextToFloat => (ValueType.Text, ValueType.Float),
        UnaryOperator.PatternToText => (ValueType.Pattern, ValueType.Text),
        UnaryOperator.TextToPattern => (ValueType.Text, ValueType.Pattern),
        UnaryOperator.FormatDate => (null, ValueType.Text),
        _ => (null, ValueType.Integer),
    };

    private static void Join(TypeVariable expected, TypeVariable found, Term term, Formula where)
    {
        var (first, second) = (expected.Shown, found.Shown);
        if (!expected.Unify(found))
        {
            throw new FormulaException(
                $"In {Renaming.Shown(FormulaPrinter.Print(where))}, {Renaming.Shown(FormulaPrinter.Print(term))} is of type {second}, but {first} is expected.",
                where,
                (first, second) is ("float", "int") or ("int", "float")
                    ? "Whole numbers are not converted by themselves: write 1.0 instead of 1, or use i2f or f2i."
                    : "Use values of one type, or convert one with a function such as i2s or s2i.");
        }
    }
}
