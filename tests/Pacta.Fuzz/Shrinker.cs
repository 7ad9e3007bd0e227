using Pacta.Monitor.Normal;
using Pacta.Temporal.Formulas;

namespace Pacta.Fuzz;

/// <summary>Makes a case on which the evaluators differ smaller, as long as they differ.</summary>
internal static class Shrinker
{
    private const int Most = 4_000;

    public static Case Shrink(Case @case, int seed)
    {
        var tried = 0;
        while (true)
        {
            var smaller = Smaller(@case).FirstOrDefault(candidate => tried++ < Most && Comparer.Compare(candidate, seed).Outcome == Outcome.Different);
            if (smaller is null)
            {
                return @case;
            }

            @case = smaller;
        }
    }

    private static IEnumerable<Case> Smaller(Case @case)
    {
        foreach (var formula in Smaller(@case.Formula))
        {
            yield return @case with { Formula = formula };
        }

        var points = @case.Trace.Points;
        for (var i = 0; i < points.Length; i++)
        {
            yield return @case with { Trace = new Trace(points.RemoveAt(i)) };
        }

        for (var i = 0; i < points.Length; i++)
        {
            for (var j = 0; j < points[i].Events.Length; j++)
            {
                yield return @case with { Trace = new Trace(points.SetItem(i, points[i] with { Events = points[i].Events.RemoveAt(j) })) };
            }
        }
    }

    /// <summary>One part replaced by one of its own parts, or by TRUE or FALSE; the largest parts first.</summary>
    private static IEnumerable<Formula> Smaller(Formula formula)
    {
        foreach (var operand in Operands.Of(formula))
        {
            yield return operand;
        }

        if (formula is not (Truth or Atom))
        {
            yield return new Truth(true);
            yield return new Truth(false);
        }

        if (Interval(formula) is { } interval && interval != Temporal.Formulas.Interval.Any)
        {
            yield return WithInterval(formula, Temporal.Formulas.Interval.Any);
        }

        var operands = Operands.Of(formula);
        for (var i = 0; i < operands.Length; i++)
        {
            foreach (var smaller in Smaller(operands[i]))
            {
                yield return Rewriting.WithOperands(formula, operand => ReferenceEquals(operand, operands[i]) ? smaller : operand);
            }
        }
    }

    private static Interval? Interval(Formula formula) => formula switch
    {
        Previous f => f.Interval,
        Next f => f.Interval,
        Once f => f.Interval,
        Since f => f.Interval,
        _ => null,
    };

    private static Formula WithInterval(Formula formula, Interval interval) => formula switch
    {
        Previous f => f with { Interval = interval },
        Next f => f with { Interval = interval },
        Once f => f with { Interval = interval },
        Since f => f with { Interval = interval },
        _ => formula,
    };
}
