using Pacta.Temporal.Formulas;

namespace Pacta.Tests.Translation;

/// <summary>
/// What a formula must look like for MonPoly and VeriMon to take it as it stands, without any rewriting: stricter than what Pacta's monitor takes.
/// </summary>
internal static class PlainlyMonitorable
{
    /// <summary>Null for one that is taken; otherwise the part that is not.</summary>
    public static string? WhyNot(Formula formula) => formula switch
    {
        Atom or Truth => null,
        Comparison { Operator: ComparisonOperator.Equal, Left: Variable, Right: Constant } or Comparison { Operator: ComparisonOperator.Equal, Left: Constant, Right: Variable } => null,
        Comparison => "comparison",
        Not not => FreeVariables.Of(not.Operand).IsEmpty ? WhyNot(not.Operand) : "NOT",
        And and => WhyNot(and.Left) ?? Beside(and.Right, FreeVariables.Of(and.Left)),
        Or or => Same(or.Left, or.Right) ? WhyNot(or.Left) ?? WhyNot(or.Right) : "OR",
        Exists exists => WhyNot(exists.Operand),
        Previous previous => WhyNot(previous.Operand),
        Once once => WhyNot(once.Operand),
        Eventually eventually => eventually.Interval.IsBounded ? WhyNot(eventually.Operand) : "EVENTUALLY",
        Since { Left: Not not } since => Within(not.Operand, since.Right) ? WhyNot(not.Operand) ?? WhyNot(since.Right) : "SINCE",
        Aggregation aggregation => WhyNot(aggregation.Operand),
        Let let => WhyNot(let.Definition) ?? WhyNot(let.Body),
        _ => formula.GetType().Name,
    };

    /// <summary>What stands beside something that binds these variables.</summary>
    private static string? Beside(Formula formula, IReadOnlyCollection<string> bound) => formula switch
    {
        Comparison comparison => FreeVariables.Of(comparison).All(bound.Contains) ? null : WhyNot(comparison),
        Not { Operand: Comparison comparison } => FreeVariables.Of(comparison).All(bound.Contains) ? null : "NOT",
        Not not => FreeVariables.Of(not.Operand).All(bound.Contains) ? WhyNot(not.Operand) : "NOT",
        _ => WhyNot(formula),
    };

    private static bool Same(Formula a, Formula b) => FreeVariables.Of(a).ToHashSet(StringComparer.Ordinal).SetEquals(FreeVariables.Of(b));

    private static bool Within(Formula a, Formula b) => FreeVariables.Of(a).All(FreeVariables.Of(b).Contains);
}
