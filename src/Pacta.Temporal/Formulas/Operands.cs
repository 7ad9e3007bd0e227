using System.Collections.Immutable;

namespace Pacta.Temporal.Formulas;

/// <summary>The formulas directly within a formula.</summary>
public static class Operands
{
    /// <summary>In the order in which they are written.</summary>
    public static ImmutableArray<Formula> Of(Formula formula) => formula switch
    {
        Not f => [f.Operand],
        And f => [f.Left, f.Right],
        Or f => [f.Left, f.Right],
        Implies f => [f.Left, f.Right],
        Equivalent f => [f.Left, f.Right],
        Exists f => [f.Operand],
        ForAll f => [f.Operand],
        Previous f => [f.Operand],
        Next f => [f.Operand],
        Once f => [f.Operand],
        Eventually f => [f.Operand],
        Historically f => [f.Operand],
        Always f => [f.Operand],
        Since f => [f.Left, f.Right],
        Until f => [f.Left, f.Right],
        Aggregation f => [f.Operand],
        Let f => [f.Definition, f.Body],
        PastMatch f => TestsOf(f.Expression),
        FutureMatch f => TestsOf(f.Expression),
        _ => [],
    };

    /// <summary>The formulas that a temporal expression tests, in the order in which they are written.</summary>
    public static ImmutableArray<Formula> TestsOf(TemporalExpression expression) => expression switch
    {
        Test test => [test.Operand],
        Sequence sequence => [.. TestsOf(sequence.First), .. TestsOf(sequence.Second)],
        Choice choice => [.. TestsOf(choice.Left), .. TestsOf(choice.Right)],
        Repetition repetition => TestsOf(repetition.Operand),
        _ => [],
    };
}
