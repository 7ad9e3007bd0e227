using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Normal;

/// <summary>
/// Whether time points at which nothing happens that a formula speaks of can be passed over: it does not hold at them, and what it says at others does not hang on
/// them. Then a formula costs nothing where others are spoken of, however many there are.
/// </summary>
internal sealed class Quiet(Func<string, bool> isEvent)
{
    public bool MayBeSkipped(Formula formula) => Happens(formula) && Skips(formula);

    /// <summary>Holds only where an event happens.</summary>
    private bool Happens(Formula formula) => formula switch
    {
        Truth f => !f.IsTrue,
        Atom f => isEvent(f.Name),
        And f => Happens(f.Left) || Happens(f.Right),
        Or f => Happens(f.Left) && Happens(f.Right),
        Exists f => Happens(f.Operand),
        Aggregation f => !f.GroupBy.IsEmpty && Happens(f.Operand),
        _ => false,
    };

    /// <summary>Says the same at a time point, whether there were quiet ones before or after it or not.</summary>
    private bool Skips(Formula formula) => formula switch
    {
        Truth or Comparison or Matches => true,
        Atom f => isEvent(f.Name) || BuiltIns.ArityOf(f.Name) is not null,
        Not or And or Or or Equivalent or Exists or Aggregation => Operands.Of(formula).All(Skips),
        Previous f => f.Interval == Interval.Any && StaysAndBeginsFalse(f.Operand) && Skips(f.Operand),
        Once f => Happens(f.Operand) && Skips(f.Operand),
        Eventually f => Happens(f.Operand) && Skips(f.Operand),
        Since f => Happens(f.Right) && Skips(f.Right) && SideSkips(f.Left),
        Until f => Happens(f.Right) && Skips(f.Right) && SideSkips(f.Left),
        _ => false,
    };

    /// <summary>A left side of SINCE or UNTIL that holds at quiet time points, or hangs on values alone.</summary>
    private bool SideSkips(Formula formula) => formula switch
    {
        And f => SideSkips(f.Left) && SideSkips(f.Right),
        Not f => Happens(f.Operand) && Skips(f.Operand),
        Truth f => f.IsTrue,
        Comparison or Matches => true,
        _ => false,
    };

    /// <summary>At a quiet time point it is what it was before, and it is false before anything has happened.</summary>
    private bool StaysAndBeginsFalse(Formula formula) => formula switch
    {
        Once f => f.Interval == Interval.Any,
        Since f => f.Interval == Interval.Any,
        And f => StaysAndBeginsFalse(f.Left) && StaysAndBeginsFalse(f.Right),
        Or f => StaysAndBeginsFalse(f.Left) && StaysAndBeginsFalse(f.Right),
        Exists f => StaysAndBeginsFalse(f.Operand),
        _ => false,
    };
}
