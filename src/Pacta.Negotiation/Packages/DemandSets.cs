using System.Collections.Immutable;
using System.Numerics;

namespace Pacta.Negotiation.Packages;

/// <summary>
/// Why nothing is left: sets of demands of which every package fails one. Each package stands for the set of demands that it does not meet, written as the
/// bits of a number.
/// </summary>
internal static class DemandSets
{
    /// <summary>Sets up to this size are all tried, as long as that takes no more steps than <see cref="MostSteps"/>.</summary>
    private const int LargestTried = 4;

    private const long MostSteps = 20_000_000;

    /// <summary>All smallest sets, or one from which nothing can be dropped where trying takes too long.</summary>
    /// <param name="unmet">Of each package what it does not meet; none is zero.</param>
    public static (ImmutableArray<ImmutableArray<int>> Sets, bool AreSmallest) Of(IEnumerable<BigInteger> unmet, int demands)
    {
        var least = Least(unmet);
        var steps = 1L;
        for (var size = 1; size <= Math.Min(LargestTried, demands); size++)
        {
            steps = steps * (demands - size + 1) / size;
            if (steps * least.Count > MostSteps)
            {
                break;
            }

            ImmutableArray<ImmutableArray<int>> sets = [.. Subsets(0, size, demands).Where(s => HitsAll(s, least)).Select(s => s.ToImmutableArray())];
            if (sets.Length > 0)
            {
                return (sets, true);
            }
        }

        List<int> all = [.. Enumerable.Range(0, demands)];
        foreach (var demand in Enumerable.Range(0, demands))
        {
            List<int> without = [.. all.Where(d => d != demand)];
            all = HitsAll(without, least) ? without : all;
        }

        return ([[.. all]], false);
    }

    /// <summary>A set that meets the smallest of the numbers, bit by bit, meets the others too.</summary>
    private static List<BigInteger> Least(IEnumerable<BigInteger> unmet)
    {
        var least = new List<BigInteger>();
        foreach (var one in unmet.Distinct().OrderBy(Bits).ThenBy(u => u))
        {
            if (!least.Exists(l => (l & one) == l))
            {
                least.Add(one);
            }
        }

        return least;
    }

    private static int Bits(BigInteger number) => number.ToByteArray().Sum(b => BitOperations.PopCount(b));

    private static bool HitsAll(IEnumerable<int> set, List<BigInteger> unmet)
    {
        var bits = set.Aggregate(BigInteger.Zero, (b, d) => b | (BigInteger.One << d));
        return unmet.TrueForAll(u => !(u & bits).IsZero);
    }

    private static IEnumerable<IEnumerable<int>> Subsets(int from, int size, int count) => size == 0
        ? [[]]
        : Enumerable.Range(from, Math.Max(0, count - from)).SelectMany(first => Subsets(first + 1, size - 1, count).Select(rest => rest.Prepend(first)));
}
