using System.Collections.Immutable;
using System.Numerics;

namespace Pacta.Negotiation.Packages;

/// <summary>
/// Which efficient points are best, in each of the senses. A largest product above zero, a largest sum and a lexicographic best are only ever reached by
/// efficient points; a largest least gain or share may be reached by others too, which is what <see cref="Best.AtLeast"/> is for.
/// </summary>
internal sealed class Optima
{
    private readonly ImmutableArray<long> _alternatives;
    private readonly IReadOnlyList<long[]> _points;

    /// <param name="points">All efficient points that nobody would rather leave; one at least.</param>
    private Optima(ImmutableArray<long> alternatives, IReadOnlyList<long[]> points)
    {
        _alternatives = alternatives;
        _points = points;
    }

    /// <param name="Points">The places of the points that are best.</param>
    /// <param name="AtLeast">What a package must be worth to each party to tie, efficient or not; null where only the points tie.</param>
    public sealed record Best(OptimumKind Kind, NoOptimum Absence, Rational? Value, ImmutableArray<int> Points, ImmutableArray<long>? AtLeast)
    {
        public ImmutableArray<int> WithoutShare { get; init; } = [];
    }

    public static IEnumerable<Best> Of(PackageSpace space, IReadOnlyList<long[]> points)
    {
        if (space.Alternatives.Any(a => a is null))
        {
            foreach (var kind in Enum.GetValues<OptimumKind>().Where(k => k != OptimumKind.Utilitarian))
            {
                yield return new Best(kind, NoOptimum.AlternativeUnknown, null, [], null);
            }
        }
        else
        {
            var optima = new Optima([.. space.Alternatives.OfType<long>()], points);
            yield return optima.Nash(space);
            yield return optima.Egalitarian(space);
            yield return optima.Refined(space, OptimumKind.EgalitarianRefined, [.. space.Parties.Select(_ => BigInteger.One)]);
            yield return optima.Shares(OptimumKind.KalaiSmorodinsky, space);
            yield return optima.Shares(OptimumKind.KalaiSmorodinskyRefined, space);
        }

        var sums = points.Select(p => p.Aggregate(BigInteger.Zero, (s, w) => s + w)).ToList();
        yield return new Best(OptimumKind.Utilitarian, NoOptimum.None, space.Declared(sums.Max()), Where(sums, sums.Max()), null);
    }

    private Best Nash(PackageSpace space)
    {
        var products = _points.Select(p => Gains(p).Aggregate(BigInteger.One, (product, g) => product * g)).ToList();
        var most = products.Max();
        return new Best(
            OptimumKind.NashProduct, NoOptimum.None, new Rational(most, BigInteger.Pow(space.Scale, _alternatives.Length)), Where(products, most), most.IsZero ? _alternatives : null);
    }

    private Best Egalitarian(PackageSpace space)
    {
        var least = _points.Select(p => Gains(p).Min()).ToList();
        var most = least.Max();
        return new Best(OptimumKind.Egalitarian, NoOptimum.None, space.Declared(most), Where(least, most), [.. _alternatives.Select(a => a + (long)most)]);
    }

    /// <summary>Gains as shares of the best gains; all are brought to one denominator.</summary>
    private Best Shares(OptimumKind kind, PackageSpace space)
    {
        BigInteger[] best = [.. _alternatives.Select((_, p) => _points.Max(point => Gains(point)[p]))];
        ImmutableArray<int> without = [.. Enumerable.Range(0, best.Length).Where(p => best[p].IsZero)];
        if (without.Length == best.Length)
        {
            return new Best(kind, NoOptimum.NobodyGains, null, [], null) { WithoutShare = without };
        }

        var common = best.Where(b => !b.IsZero).Aggregate(BigInteger.One, (product, b) => product / BigInteger.GreatestCommonDivisor(product, b) * b);
        ImmutableArray<BigInteger> weights = [.. best.Select(b => b.IsZero ? 0 : common / b)];
        if (kind == OptimumKind.KalaiSmorodinskyRefined)
        {
            var refined = Refined(space, kind, weights);
            return refined with { Value = new Rational(refined.Points.Select(p => Weighted(_points[p], weights)[0]).First(), common), WithoutShare = without };
        }

        var least = _points.Select(p => Weighted(p, weights)[0]).ToList();
        var most = least.Max();

        // The least gain whose share is not below the best one, rounded up.
        ImmutableArray<long> atLeast = [.. _alternatives.Select((a, p) => a + (weights[p].IsZero ? 0 : (long)((most + weights[p] - 1) / weights[p])))];
        return new Best(kind, NoOptimum.None, new Rational(most, common), Where(least, most), atLeast) { WithoutShare = without };
    }

    /// <summary>The largest least weighted gain, then the largest second least, and so on. A party of weight zero does not count.</summary>
    private Best Refined(PackageSpace space, OptimumKind kind, ImmutableArray<BigInteger> weights)
    {
        var rows = _points.Select(p => Weighted(p, weights)).ToList();
        var best = rows[0];
        foreach (var row in rows)
        {
            best = Compare(row, best) > 0 ? row : best;
        }

        return new Best(kind, NoOptimum.None, space.Declared(best[0]), [.. Enumerable.Range(0, rows.Count).Where(i => Compare(rows[i], best) == 0)], null);
    }

    private BigInteger[] Weighted(long[] point, ImmutableArray<BigInteger> weights) =>
        [.. Gains(point).Select((g, p) => (Gain: g * weights[p], Counts: !weights[p].IsZero)).Where(g => g.Counts).Select(g => g.Gain).Order()];

    private BigInteger[] Gains(long[] point) => [.. point.Select((w, p) => (BigInteger)w - _alternatives[p])];

    private static int Compare(BigInteger[] a, BigInteger[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                return a[i].CompareTo(b[i]);
            }
        }

        return 0;
    }

    private static ImmutableArray<int> Where(List<BigInteger> values, BigInteger value) => [.. Enumerable.Range(0, values.Count).Where(i => values[i] == value)];
}
