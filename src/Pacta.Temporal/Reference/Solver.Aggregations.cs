using System.Collections.Immutable;
using System.Numerics;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Temporal.Reference;

/// <summary>Aggregations, over the distinct assignments to all free variables of what is aggregated.</summary>
internal sealed partial class Solver
{
    private IEnumerable<Assignment> Aggregated(Aggregation aggregation, int i, Assignment given)
    {
        var groups = aggregation.GroupBy.ToImmutableHashSet();
        var found = Solve(aggregation.Operand, i, given.Only(groups));
        if (found.Count == 0)
        {
            return groups.IsEmpty ? Resulting(aggregation, Assignment.Empty, Nothing(aggregation.Operator, formula.Types[aggregation.Result]), given) : [];
        }

        return found
            .GroupBy(one => one.Only(groups))
            .SelectMany(group => Resulting(aggregation, group.Key, Aggregate(aggregation.Operator, [.. group.Select(one => one[aggregation.Over]!)]), given));
    }

    private static IEnumerable<Assignment> Resulting(Aggregation aggregation, Assignment group, Value result, Assignment given) =>
        given[aggregation.Result] is { } known && TermArithmetic.Compare(known, result) != 0
            ? []
            : [given.With(group).With(aggregation.Result, result)];

    /// <summary>Over nothing: the least of no numbers is above all of them.</summary>
    private static Value Nothing(AggregationOperator operation, ValueType type) => type switch
    {
        ValueType.Float when operation == AggregationOperator.Minimum => new FloatValue(double.PositiveInfinity),
        ValueType.Float when operation == AggregationOperator.Maximum => new FloatValue(double.NegativeInfinity),
        ValueType.Integer => new IntegerValue(0),
        ValueType.Float => new FloatValue(0),
        ValueType.Text => new TextValue(string.Empty),
        ValueType.Pattern => new PatternValue(string.Empty),
        _ => new BooleanValue(false),
    };

    /// <param name="values">Not empty. Each as often as there are assignments with it.</param>
    private static Value Aggregate(AggregationOperator operation, List<Value> values)
    {
        // Sorted, so that sums of floating-point numbers do not depend on an order that means nothing.
        values.Sort(TermArithmetic.Compare);
        return operation switch
        {
            AggregationOperator.Count => new IntegerValue(values.Count),
            AggregationOperator.Minimum => values[0],
            AggregationOperator.Maximum => values[^1],
            AggregationOperator.Sum => Sum(values),
            AggregationOperator.Average => new FloatValue(ToFloat(Sum(values)) / values.Count),
            _ => new FloatValue(values.Count % 2 == 1
                ? ToFloat(values[values.Count / 2])
                : (ToFloat(values[(values.Count / 2) - 1]) + ToFloat(values[values.Count / 2])) / 2),
        };
    }

    private static Value Sum(List<Value> values) => values[0] is IntegerValue
        ? new IntegerValue(values.Aggregate(BigInteger.Zero, (sum, value) => sum + ((IntegerValue)value).Number))
        : new FloatValue(values.Sum(value => ((FloatValue)value).Number));

    private static double ToFloat(Value value) => value is IntegerValue whole ? TermArithmetic.ToFloat(whole.Number) : ((FloatValue)value).Number;
}
