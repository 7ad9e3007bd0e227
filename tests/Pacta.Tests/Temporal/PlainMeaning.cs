using System.Collections.Immutable;
using Pacta.Temporal.Formulas;

namespace Pacta.Tests.Temporal;

/// <summary>
/// Whether a formula holds at a time point of a trace under an assignment, by definition. Quantified variables go through a few whole
/// numbers: some more than the trace and the formula have suffice, since formulas here compare but do not compute.
/// </summary>
internal sealed class PlainMeaning(Trace trace, ImmutableArray<int> domain)
{
    private readonly ImmutableArray<Value> _domain = [.. domain.Select(number => new IntegerValue(number))];

    private sealed record Definition(Let Let, ImmutableDictionary<string, Definition> Defined, int Before);

    /// <summary>All values of the columns out of the domain under which the formula holds, in order.</summary>
    public IEnumerable<ImmutableArray<Value>> Rows(Formula formula, int i, ImmutableArray<string> columns) =>
        Assignments(columns, ImmutableDictionary<string, Value>.Empty)
            .Where(values => Holds(formula, i, values, ImmutableDictionary<string, Definition>.Empty))
            .Select(values => columns.Select(column => values[column]).ToImmutableArray());

    private IEnumerable<ImmutableDictionary<string, Value>> Assignments(IEnumerable<string> names, ImmutableDictionary<string, Value> values) =>
        names.Aggregate((IEnumerable<ImmutableDictionary<string, Value>>)[values], (all, name) => all.SelectMany(one => _domain.Select(value => one.SetItem(name, value))));

    private bool Holds(Formula formula, int i, ImmutableDictionary<string, Value> values, ImmutableDictionary<string, Definition> defined)
    {
        bool At(int j, Formula f) => Holds(f, j, values, defined);
        return formula switch
        {
            Truth f => f.IsTrue,
            Atom f => Reported(f, i, [.. f.Arguments.Select(argument => ValueOf(argument, values))], defined),
            Comparison f => Compare(f.Operator, TermArithmetic.Compare(ValueOf(f.Left, values), ValueOf(f.Right, values))),
            Not f => !At(i, f.Operand),
            And f => At(i, f.Left) && At(i, f.Right),
            Or f => At(i, f.Left) || At(i, f.Right),
            Implies f => !At(i, f.Left) || At(i, f.Right),
            Equivalent f => At(i, f.Left) == At(i, f.Right),
            Exists f => Assignments(f.Variables, values).Any(one => Holds(f.Operand, i, one, defined)),
            ForAll f => Assignments(f.Variables, values).All(one => Holds(f.Operand, i, one, defined)),
            Previous f => i > 0 && IsIn(f.Interval, i - 1, i) && At(i - 1, f.Operand),
            Next f => i + 1 < trace.Points.Length && IsIn(f.Interval, i, i + 1) && At(i + 1, f.Operand),
            Once f => Past(i).Any(j => IsIn(f.Interval, j, i) && At(j, f.Operand)),
            Historically f => Past(i).All(j => !IsIn(f.Interval, j, i) || At(j, f.Operand)),
            Eventually f => Future(i).Any(j => IsIn(f.Interval, i, j) && At(j, f.Operand)),
            Always f => Future(i).All(j => !IsIn(f.Interval, i, j) || At(j, f.Operand)),
            Since f => Past(i).Any(j => IsIn(f.Interval, j, i) && At(j, f.Right) && Past(i).All(k => k <= j || At(k, f.Left))),
            Until f => Future(i).Any(j => IsIn(f.Interval, i, j) && At(j, f.Right) && Future(i).All(k => k >= j || At(k, f.Left))),
            PastMatch f => Past(i).Any(j => IsIn(f.Interval, j, i) && Leads(f.Expression, j, i, At)),
            FutureMatch f => Future(i).Any(j => IsIn(f.Interval, i, j) && Leads(f.Expression, i, j, At)),
            Aggregation f => Aggregated(f, i, values, defined),
            Let f => Holds(f.Body, i, values, defined.SetItem(Key(f.Name, f.Parameters.Length), new Definition(f, defined, int.MaxValue))),
            _ => throw new NotSupportedException(formula.GetType().Name),
        };
    }

    private bool Reported(Atom atom, int i, ImmutableArray<Value> arguments, ImmutableDictionary<string, Definition> defined)
    {
        if (!defined.TryGetValue(Key(atom.Name, arguments.Length), out var definition))
        {
            return atom.Name == "tp" ? arguments[0] is IntegerValue number && number.Number == i
                : trace.Points[i].Events.Any(e => e.Name == atom.Name && e.Arguments.SequenceEqual(arguments));
        }

        var let = definition.Let;
        var parameters = let.Parameters.Zip(arguments, KeyValuePair.Create).ToImmutableDictionary();
        var inside = let.IsRecursive ? definition.Defined.SetItem(Key(let.Name, let.Parameters.Length), definition with { Before = i }) : definition.Defined;
        return i < definition.Before && Holds(let.Definition, i, parameters, inside);
    }

    /// <summary>What is defined is told by its name and how many arguments it has.</summary>
    private static string Key(string name, int arguments) => $"{name}/{arguments}";

    private bool Aggregated(Aggregation f, int i, ImmutableDictionary<string, Value> values, ImmutableDictionary<string, Definition> defined)
    {
        var inner = FreeVariables.Of(f.Operand).Except(f.GroupBy);
        var found = Assignments(inner, values).Where(one => Holds(f.Operand, i, one, defined)).Select(one => ((IntegerValue)one[f.Over]).Number).ToList();
        return (found.Count > 0 || f.GroupBy.IsEmpty) && values[f.Result].Equals(new IntegerValue(f.Operator switch
        {
            AggregationOperator.Count => found.Count,
            _ when found.Count == 0 => 0,
            AggregationOperator.Minimum => found.Min(),
            AggregationOperator.Maximum => found.Max(),
            _ => throw new NotSupportedException(f.Operator.ToString()),
        }));
    }

    private static bool Leads(TemporalExpression expression, int from, int to, Func<int, Formula, bool> at) => expression switch
    {
        AnyStep => to == from + 1,
        Test e => from == to && at(from, e.Operand),
        Choice e => Leads(e.Left, from, to, at) || Leads(e.Right, from, to, at),
        Sequence e => Enumerable.Range(from, to - from + 1).Any(k => Leads(e.First, from, k, at) && Leads(e.Second, k, to, at)),
        Repetition e => from == to || Enumerable.Range(from + 1, to - from).Any(k => Leads(e.Operand, from, k, at) && Leads(e, k, to, at)),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private static bool Compare(ComparisonOperator comparison, int order) => comparison switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        _ => throw new NotSupportedException(comparison.ToString()),
    };

    private static Value ValueOf(Term term, ImmutableDictionary<string, Value> values) => term is Variable variable ? values[variable.Name] : ((Constant)term).Value;

    private bool IsIn(Interval interval, int earlier, int later) => interval.Contains(trace.Points[later].Stamp - trace.Points[earlier].Stamp);

    private static IEnumerable<int> Past(int i) => Enumerable.Range(0, i + 1);

    private IEnumerable<int> Future(int i) => Enumerable.Range(i, trace.Points.Length - i);
}
