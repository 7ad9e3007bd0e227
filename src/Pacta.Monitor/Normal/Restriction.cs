using System.Collections.Immutable;
using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Normal;

/// <summary>
/// Where two formulas hold together, one of them may be asked of the values of the other only; and what it says of another moment, only of values that the other has
/// within reach of that moment. So an end of values that are to be found there is given to what has none.
/// </summary>
internal static class Restriction
{
    /// <summary>A formula that holds together with another just where the given one does.</summary>
    /// <param name="range">The other one, with which it is joined.</param>
    public static Formula Of(Formula formula, Formula range) => formula switch
    {
        Not f => new Not(Of(f.Operand, range)),
        And f => new And(Of(f.Left, range), Of(f.Right, range)),
        Or f => new Or(Of(f.Left, range), Of(f.Right, range)),
        Exists f => f with { Operand = Of(f.Operand, range) }, // bound variables have names of their own
        Previous f => f with { Operand = new And(f.Operand, new Next(f.Interval, Within(range, f.Operand))) },
        Next f => f with { Operand = new And(f.Operand, new Previous(f.Interval, Within(range, f.Operand))) },
        // Whoever looks back from here at a moment stands before that moment's eyes, and the other way round.
        Once { Interval.IsBounded: true } f => f with { Operand = new And(f.Operand, new Eventually(f.Interval, Within(range, f.Operand))) },
        Eventually f => f with { Operand = new And(f.Operand, new Once(f.Interval, Within(range, f.Operand))) },
        Since { Interval.IsBounded: true } f => f with { Right = new And(f.Right, new Eventually(f.Interval, Within(range, f.Right))) },
        Until f => f with { Right = new And(f.Right, new Once(f.Interval, Within(range, f.Right))) },
        _ => formula,
    };

    /// <summary>The range of the variables of a formula.</summary>
    private static Formula Within(Formula range, Formula formula)
    {
        var free = FreeVariables.Of(formula);
        ImmutableArray<string> others = [.. FreeVariables.Of(range).Where(variable => !free.Contains(variable))];
        return others.IsEmpty ? range : new Exists(others, range);
    }
}
