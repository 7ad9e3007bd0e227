using System.Collections.Immutable;
using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Typing;

/// <summary>
/// The order in which verdicts give the values of free variables: that in which the relations they are joined from have them, as the other monitors of this notation
/// print them. (What those call the sequence of free variables is alphabetical.)
/// </summary>
internal static class ColumnOrder
{
    public static ImmutableArray<string> Of(Formula formula) => [.. Order(formula).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Order(Formula formula) => formula switch
    {
        // What only chooses comes after what it chooses from.
        And f when OnlyChooses(f.Left) && !OnlyChooses(f.Right) => Order(f.Right).Concat(Order(f.Left)),
        Exists f => Order(f.Operand).Where(name => !f.Variables.Contains(name)),
        ForAll f => Order(f.Operand).Where(name => !f.Variables.Contains(name)),
        Since f => Order(f.Right).Concat(Order(f.Left)),
        Until f => Order(f.Right).Concat(Order(f.Left)),
        Aggregation f => f.GroupBy.Insert(0, f.Result),
        Let f => Order(f.Body),
        Atom or Comparison or Matches or PastMatch or FutureMatch => FreeVariables.Of(formula),
        _ => Operands.Of(formula).SelectMany(Order),
    };

    private static bool OnlyChooses(Formula formula) => formula is Not or Matches or Comparison { Operator: not ComparisonOperator.Equal };
}
