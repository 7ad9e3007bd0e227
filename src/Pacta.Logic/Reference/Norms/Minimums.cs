using Pacta.Model.Agreements;

namespace Pacta.Logic.Reference.Norms;

/// <summary>
/// Minimums in sliding windows, such as <c>at least 1 in any 12 months</c> (docs/semantics.md, 8): alone, or joined by <c>and</c> and
/// <c>or</c> with other conditions. Below a negation it is a ceiling.
/// </summary>
internal static class Minimums
{
    /// <summary>Nothing to keep.</summary>
    private static readonly AllCondition Kept = new(string.Empty, []);

    /// <summary>The windows, once they are closed.</summary>
    public static IEnumerable<SlidingWindow> In(Condition? condition) => condition switch
    {
        AllCondition all => all.Operands.SelectMany(In),
        AnyCondition any => any.Operands.SelectMany(In),
        CompareCondition { Left: AggregateTerm { Window: SlidingWindow { IsClosed: true } window } } => [window],
        _ => [],
    };

    /// <summary>A minimum is counted in a closed window.</summary>
    public static Condition WithClosedWindows(Condition condition) => condition switch
    {
        AllCondition all => all with { Operands = [.. all.Operands.Select(WithClosedWindows)] },
        AnyCondition any => any with { Operands = [.. any.Operands.Select(WithClosedWindows)] },
        CompareCondition { Relation: Relation.AtLeast or Relation.MoreThan, Left: AggregateTerm { Window: SlidingWindow window } counted } compare =>
            compare with { Left = counted with { Window = window with { IsClosed = true } } },
        _ => condition,
    };

    /// <summary>Without those that are not judged yet: they are kept.</summary>
    public static Condition Without(Condition condition, Func<SlidingWindow, bool> isNotJudged) => condition switch
    {
        AllCondition all => all with { Operands = [.. all.Operands.Select(o => Without(o, isNotJudged))] },
        AnyCondition any => any with { Operands = [.. any.Operands.Select(o => Without(o, isNotJudged))] },
        CompareCondition { Left: AggregateTerm { Window: SlidingWindow { IsClosed: true } window } } when isNotJudged(window) => Kept,
        _ => condition,
    };
}
