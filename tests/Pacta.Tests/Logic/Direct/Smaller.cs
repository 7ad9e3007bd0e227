using System.Collections.Immutable;

namespace Pacta.Tests.Logic.Direct;

/// <summary>Leaves out of a case on which the evaluators differ whatever is not needed for that.</summary>
internal static class Smaller
{
    public static InventedCase Of(InventedCase example)
    {
        var current = example;
        while (Candidates(current).FirstOrDefault(Differs) is { } smaller)
        {
            current = smaller;
        }

        return current;
    }

    private static bool Differs(InventedCase example) => Comparison.Compare(example).Difference is not null;

    private static IEnumerable<InventedCase> Candidates(InventedCase example) =>
    [
        .. Without(example.Clauses).Select(c => example with { Clauses = c }),
        .. Without(example.Header).Where(h => h.Any(l => l.StartsWith("enters", StringComparison.Ordinal))).Select(h => example with { Header = h }),
        .. Without(example.Facts).Select(f => example with { Facts = f }),
        .. example.Clauses.SelectMany((c, i) => WithoutLines(c).Select(shorter => example with { Clauses = example.Clauses.SetItem(i, shorter) })),
    ];

    private static IEnumerable<ImmutableArray<T>> Without<T>(ImmutableArray<T> all) => Enumerable.Range(0, all.Length).Select(all.RemoveAt);

    private static IEnumerable<string> WithoutLines(string clause) =>
        Without([.. clause.Split('\n')]).Where(l => l.Length > 2).Select(l => string.Join('\n', l));
}
