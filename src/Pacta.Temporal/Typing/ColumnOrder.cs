using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Typing;

/// <summary>
/// The order of columns: variables come in the order in which they occur, but those of the right side of SINCE and UNTIL come before those
/// of the left one, since it is the right side that gives values. MonPoly prints them so.
/// </summary>
internal static class ColumnOrder
{
    public static IEnumerable<string> Of(Formula formula) => Collect(formula).Distinct();

    private static IEnumerable<string> Collect(Formula formula) => formula switch
    {
        Since f => Collect(f.Right).Concat(Collect(f.Left)),
        Until f => Collect(f.Right).Concat(Collect(f.Left)),
        Exists f => Collect(f.Operand).Except(f.Variables),
        ForAll f => Collect(f.Operand).Except(f.Variables),
        Let f => Collect(f.Body),
        Aggregation f => f.GroupBy.Prepend(f.Result),
        _ => Operands.Of(formula) is { IsEmpty: false } operands ? operands.SelectMany(Collect) : FreeVariables.Of(formula),
    };
}
