using System.Collections.Immutable;
using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Normal;

/// <summary>Formulas made from formulas by changing their parts.</summary>
internal static class Rewriting
{
    /// <summary>What AND joins, from left to right.</summary>
    public static IEnumerable<Formula> Conjuncts(Formula formula) => formula is And and ? Conjuncts(and.Left).Concat(Conjuncts(and.Right)) : [formula];

    /// <summary>The same formula with other operands.</summary>
    public static Formula WithOperands(Formula formula, Func<Formula, Formula> change) => formula switch
    {
        Not f => new Not(change(f.Operand)),
        And f => new And(change(f.Left), change(f.Right)),
        Or f => new Or(change(f.Left), change(f.Right)),
        Implies f => new Implies(change(f.Left), change(f.Right)),
        Equivalent f => new Equivalent(change(f.Left), change(f.Right)),
        Exists f => f with { Operand = change(f.Operand) },
        ForAll f => f with { Operand = change(f.Operand) },
        Previous f => f with { Operand = change(f.Operand) },
        Next f => f with { Operand = change(f.Operand) },
        Once f => f with { Operand = change(f.Operand) },
        Eventually f => f with { Operand = change(f.Operand) },
        Historically f => f with { Operand = change(f.Operand) },
        Always f => f with { Operand = change(f.Operand) },
        Since f => new Since(f.Interval, change(f.Left), change(f.Right)),
        Until f => new Until(f.Interval, change(f.Left), change(f.Right)),
        Aggregation f => f with { Operand = change(f.Operand) },
        Let f => f with { Definition = change(f.Definition), Body = change(f.Body) },
        PastMatch f => f with { Expression = WithTests(f.Expression, change) },
        FutureMatch f => f with { Expression = WithTests(f.Expression, change) },
        _ => formula,
    };

    /// <summary>The same formula with another name for each variable, bound or not.</summary>
    public static Formula Rename(Formula formula, Func<string, string> rename)
    {
        Formula Within(Formula operand) => Rename(operand, rename);
        return formula switch
        {
            Atom f => f with { Arguments = [.. f.Arguments.Select(argument => Rename(argument, rename))] },
            Comparison f => f with { Left = Rename(f.Left, rename), Right = Rename(f.Right, rename) },
            Matches f => f with
            {
                Text = Rename(f.Text, rename),
                Pattern = Rename(f.Pattern, rename),
                Groups = f.Groups.IsDefault ? f.Groups : [.. f.Groups.Select(group => group is null ? null : Rename(group, rename))],
            },
            Exists f => new Exists(Rename(f.Variables, rename), Within(f.Operand)),
            ForAll f => new ForAll(Rename(f.Variables, rename), Within(f.Operand)),
            Aggregation f => new Aggregation(rename(f.Result), f.Operator, rename(f.Over), Rename(f.GroupBy, rename), Within(f.Operand)),
            Let f => f with { Parameters = Rename(f.Parameters, rename), Definition = Within(f.Definition), Body = Within(f.Body) },
            _ => WithOperands(formula, Within),
        };
    }

    private static ImmutableArray<string> Rename(ImmutableArray<string> names, Func<string, string> rename) => [.. names.Select(rename)];

    private static Term Rename(Term term, Func<string, string> rename) => term switch
    {
        Variable t => new Variable(rename(t.Name)),
        Unary t => t with { Operand = Rename(t.Operand, rename) },
        Binary t => t with { Left = Rename(t.Left, rename), Right = Rename(t.Right, rename) },
        _ => term,
    };

    private static TemporalExpression WithTests(TemporalExpression expression, Func<Formula, Formula> change) => expression switch
    {
        Test e => new Test(change(e.Operand)),
        Sequence e => new Sequence(WithTests(e.First, change), WithTests(e.Second, change)),
        Choice e => new Choice(WithTests(e.Left, change), WithTests(e.Right, change)),
        Repetition e => new Repetition(WithTests(e.Operand, change)),
        _ => expression,
    };
}
