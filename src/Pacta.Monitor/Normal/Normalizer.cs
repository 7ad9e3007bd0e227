using System.Collections.Immutable;
using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Normal;

/// <summary>
/// Brings a formula to the form that is planned: no IMPLIES, FORALL, ALWAYS and HISTORICALLY, and NOT only before what has no equivalent without it.
/// What is left is read from the inside out: each step is a law of the logic.
/// </summary>
internal static class Normalizer
{
    public static Formula Normalize(Formula formula) => formula switch
    {
        Not f => Negate(f.Operand),
        And f => new And(Normalize(f.Left), Normalize(f.Right)),
        Or f => new Or(Normalize(f.Left), Normalize(f.Right)),
        Implies f => new Or(Negate(f.Left), Normalize(f.Right)),
        Equivalent f => new Equivalent(Normalize(f.Left), Normalize(f.Right)),
        Exists f => Exists(f.Variables, Normalize(f.Operand)),
        ForAll f => new Not(Exists(f.Variables, Negate(f.Operand))),
        Previous f => f with { Operand = Normalize(f.Operand) },
        Next f => f with { Operand = Normalize(f.Operand) },
        Once f => f with { Operand = Normalize(f.Operand) },
        Eventually f => f with { Operand = Normalize(f.Operand) },
        Historically f => new Not(new Once(f.Interval, Negate(f.Operand))),
        Always f => new Not(new Eventually(f.Interval, Negate(f.Operand))),
        Since f => new Since(f.Interval, Normalize(f.Left), Normalize(f.Right)),
        Until f => new Until(f.Interval, Normalize(f.Left), Normalize(f.Right)),
        Aggregation f => f with { Operand = Normalize(f.Operand) },
        Let f => f with { Definition = Normalize(f.Definition), Body = Normalize(f.Body) },
        PastMatch f => f with { Expression = Normalize(f.Expression) },
        FutureMatch f => f with { Expression = Normalize(f.Expression) },
        _ => formula,
    };

    /// <summary>The normal form of NOT formula.</summary>
    public static Formula Negate(Formula formula) => formula switch
    {
        Truth f => new Truth(!f.IsTrue),
        Not f => Normalize(f.Operand),
        And f => new Or(Negate(f.Left), Negate(f.Right)),
        Or f => new And(Negate(f.Left), Negate(f.Right)),
        Implies f => new And(Normalize(f.Left), Negate(f.Right)),
        Equivalent f => new Equivalent(Normalize(f.Left), Negate(f.Right)),
        ForAll f => Exists(f.Variables, Negate(f.Operand)),
        Historically f => new Once(f.Interval, Negate(f.Operand)),
        Always f => new Eventually(f.Interval, Negate(f.Operand)),
        Let f => f with { Definition = Normalize(f.Definition), Body = Negate(f.Body) },
        _ => new Not(Normalize(formula)),
    };

    /// <summary>Some value for one side or some value for the other: each side then has only its own variables.</summary>
    private static Formula Exists(ImmutableArray<string> variables, Formula operand)
    {
        if (operand is Or or)
        {
            return new Or(Exists(variables, or.Left), Exists(variables, or.Right));
        }

        foreach (var variable in operand is And ? variables : [])
        {
            // Whatever does not speak of the variable need not be found again for each of its values.
            var conjuncts = Rewriting.Conjuncts(operand).ToLookup(conjunct => FreeVariables.Of(conjunct).Contains(variable));
            if (conjuncts[true].Any() && conjuncts[false].Any())
            {
                return Exists(variables.Remove(variable), new And(Joined(conjuncts[false]), Exists([variable], Joined(conjuncts[true]))));
            }
        }

        var free = FreeVariables.Of(operand);
        ImmutableArray<string> needed = [.. variables.Where(variable => free.Contains(variable))];
        return needed.IsEmpty ? operand : new Exists(needed, operand);
    }

    private static Formula Joined(IEnumerable<Formula> conjuncts) => conjuncts.Aggregate((left, right) => new And(left, right));

    private static TemporalExpression Normalize(TemporalExpression expression) => expression switch
    {
        Test e => new Test(Normalize(e.Operand)),
        Sequence e => new Sequence(Normalize(e.First), Normalize(e.Second)),
        Choice e => new Choice(Normalize(e.Left), Normalize(e.Right)),
        Repetition e => new Repetition(Normalize(e.Operand)),
        _ => expression,
    };
}
