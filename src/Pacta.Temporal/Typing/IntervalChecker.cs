using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;

namespace Pacta.Temporal.Typing;

/// <summary>Intervals are not empty, and what looks ahead looks so far and no farther: otherwise nothing would ever be decided.</summary>
internal static class IntervalChecker
{
    public static void Check(Formula formula)
    {
        var interval = formula switch
        {
            Previous f => f.Interval,
            Next f => f.Interval,
            Once f => f.Interval,
            Eventually f => f.Interval,
            Historically f => f.Interval,
            Always f => f.Interval,
            Since f => f.Interval,
            Until f => f.Interval,
            PastMatch f => f.Interval,
            FutureMatch f => f.Interval,
            _ => Interval.Any,
        };
        if (interval.From < 0 || interval.From > interval.To || (interval.From == interval.To && (interval.FromIsOpen || interval.ToIsOpen)))
        {
            // (3,4) has no whole number in it but is well written: nothing is so far away.
            throw new FormulaException(
                $"No distance in time lies in the interval of {FormulaPrinter.Print(formula)}.",
                formula,
                "Write the smaller number first. An end in a round parenthesis is not included.");
        }

        if (formula is Eventually or Always or Until or FutureMatch && !interval.IsBounded)
        {
            throw new FormulaException(
                $"{FormulaPrinter.Print(formula)} looks ahead without end, so that it is never decided.",
                formula,
                "Give an upper end, such as EVENTUALLY[0,30d].");
        }

        foreach (var operand in Operands.Of(formula))
        {
            Check(operand);
        }
    }
}
