using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Notation;

/// <summary>How deep a formula is nested, found without recursion: a row of a thousand ANDs is a deep tree too.</summary>
internal static class FormulaDepth
{
    /// <summary>The depth; anything above the limit if it is above it.</summary>
    public static int Of(Formula formula, int limit)
    {
        var deepest = 0;
        var open = new Stack<(object Part, int Depth)>();
        open.Push((formula, 1));
        while (open.TryPop(out var next) && deepest <= limit)
        {
            deepest = Math.Max(deepest, next.Depth);
            foreach (var part in PartsOf(next.Part))
            {
                open.Push((part, next.Depth + 1));
            }
        }

        return deepest;
    }

    private static IEnumerable<object> PartsOf(object part) => part switch
    {
        Atom atom => atom.Arguments,
        Comparison comparison => [comparison.Left, comparison.Right],
        Matches matches => [matches.Text, matches.Pattern, .. (matches.Groups.IsDefault ? [] : matches.Groups).OfType<Term>()],
        PastMatch match => [match.Expression],
        FutureMatch match => [match.Expression],
        Formula formula => Operands.Of(formula),
        Unary unary => [unary.Operand],
        Binary binary => [binary.Left, binary.Right],
        Test test => [test.Operand],
        Sequence sequence => [sequence.First, sequence.Second],
        Choice choice => [choice.Left, choice.Right],
        Repetition repetition => [repetition.Operand],
        _ => [],
    };
}
