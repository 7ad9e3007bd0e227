using System.Collections.Immutable;
using System.Numerics;
using Pacta.Model.Negotiations;

namespace Pacta.Negotiation.Packages;

/// <summary>Findings from looking at every package.</summary>
internal sealed class EnumeratedPackages
{
    private readonly PackageSpace _space;
    private readonly int _listed;
    private readonly Enumeration _all;

    /// <summary>By the worths of an efficient point: its place in the frontier.</summary>
    private readonly Dictionary<long[], int> _places = new(PointComparer.Instance);

    public EnumeratedPackages(PackageSpace space, int listed)
    {
        _space = space;
        _listed = listed;
        _all = Enumeration.Of(space);
    }

    public PackageFindings Find(ImmutableArray<TalkParty> leftOut, long bound)
    {
        var frontier = Frontier();
        var points = frontier.ConvertAll(PointOf);
        for (var i = 0; i < points.Count; i++)
        {
            _places.Add(points[i], i);
        }

        var having = Having(points.Count);
        List<int> left = [.. Enumerable.Range(0, points.Count).Where(i => PackageFinder.WorseFor(_space, points[i]).IsEmpty)];
        var counts = new PackageCounts(
            _all.Bars.Count(b => b != Bars.Impossible),
            _all.Bars.Count(b => (b & Bars.RedLine) != Bars.None),
            _all.Bars.Count(b => b == Bars.None),
            [.. _all.ByRedLine],
            [.. _all.ByAlternative.Select((n, p) => _space.Alternatives[p] is null ? (long?)null : n)]);
        return new PackageFindings(
            _space,
            leftOut,
            new PackageSearch(SearchMethod.Enumeration, bound, _space.Count, null),
            counts,
            [.. left.Concat(Enumerable.Range(0, points.Count).Except(left)).Take(_listed)
                .Select(i => new EfficientPoint([.. points[i]], having[i].Count, Numbers(having[i]), PackageFinder.WorseFor(_space, points[i])))],
            points.Count,
            left.Count,
            left.Count == 0
                ? [.. Enum.GetValues<OptimumKind>().Select(k => Optimum.No(k, NoOptimum.NothingLeft))]
                : [.. Optima.Of(_space, left.ConvertAll(i => points[i])).Select(best => Told(best, left, points, having))],
            Excluded(),
            counts.Left > 0 ? null : Emptiness(counts));
    }

    /// <summary>First of each chunk, then of what is left of all.</summary>
    private List<int> Frontier()
    {
        var count = _all.Bars.Length;
        var ofChunk = new List<int>[Enumeration.Chunks(count)];
        Parallel.For(0, ofChunk.Length, chunk =>
        {
            var items = new int[Enumeration.Chunk];
            var size = 0;
            for (var i = chunk * Enumeration.Chunk; i < Math.Min(count, (chunk + 1) * Enumeration.Chunk); i++)
            {
                if ((_all.Bars[i] & (Bars.Impossible | Bars.RedLine)) == Bars.None)
                {
                    items[size++] = i;
                }
            }

            ofChunk[chunk] = ParetoFrontier.Of(_all.Worth, items.AsSpan(0, size));
        });
        int[] rest = [.. ofChunk.SelectMany(c => c)];
        return ParetoFrontier.Of(_all.Worth, rest);
    }

    /// <summary>For each point the packages that have it.</summary>
    private List<int>[] Having(int points)
    {
        var count = _all.Bars.Length;
        var ofChunk = new List<(int Point, int Package)>[Enumeration.Chunks(count)];
        Parallel.For(0, ofChunk.Length, chunk =>
        {
            var found = new List<(int Point, int Package)>();
            var worth = new long[_all.Worth.Length];
            for (var i = chunk * Enumeration.Chunk; i < Math.Min(count, (chunk + 1) * Enumeration.Chunk); i++)
            {
                if ((_all.Bars[i] & (Bars.Impossible | Bars.RedLine)) == Bars.None)
                {
                    Read(i, worth);
                    if (_places.TryGetValue(worth, out var place))
                    {
                        found.Add((place, i));
                    }
                }
            }

            ofChunk[chunk] = found;
        });
        var having = new List<int>[points];
        for (var i = 0; i < points; i++)
        {
            having[i] = [];
        }

        foreach (var (point, package) in ofChunk.SelectMany(c => c))
        {
            having[point].Add(package);
        }

        return having;
    }

    private Optimum Told(Optima.Best best, List<int> left, List<long[]> points, List<int>[] having)
    {
        if (best.Absence != NoOptimum.None)
        {
            return Optimum.No(best.Kind, best.Absence) with { WithoutShare = best.WithoutShare };
        }

        List<int> packages = best.AtLeast is { } least
            ? [.. Enumerable.Range(0, _all.Bars.Length).Where(i => _all.Bars[i] == Bars.None && Reaches(i, least))]
            : [.. best.Points.SelectMany(p => having[left[p]]).Order()];
        return new Optimum(
            best.Kind,
            NoOptimum.None,
            best.Value,
            packages.Count,
            [.. packages.Take(_listed).Select(p => new OptimalPackage(p + 1, [.. PointOf(p)], BetteredBy(p, points, having)))],
            InefficientTies: true)
        {
            WithoutShare = best.WithoutShare,
        };
    }

    private bool Reaches(int package, ImmutableArray<long> least)
    {
        for (var p = 0; p < least.Length; p++)
        {
            if (_all.Worth[p][package] < least[p])
            {
                return false;
            }
        }

        return true;
    }

    private BigInteger? BetteredBy(int package, List<long[]> points, List<int>[] having)
    {
        var worth = PointOf(package);
        if (_places.ContainsKey(worth))
        {
            return null;
        }

        var better = points.FindIndex(p => p.Zip(worth).All(w => w.First >= w.Second));
        return having[better][0] + 1;
    }

    private ImmutableArray<ExcludedPackage> Excluded()
    {
        var excluded = ImmutableArray.CreateBuilder<ExcludedPackage>();
        for (var i = 0; i < _all.Bars.Length && excluded.Count < _listed; i++)
        {
            if ((_all.Bars[i] & (Bars.RedLine | Bars.Alternative)) == Bars.None)
            {
                continue;
            }

            var options = _space.OptionsOf(i + 1);
            var worth = PointOf(i);
            excluded.Add(new ExcludedPackage(
                new Package(i + 1, [.. worth]),
                [.. Enumerable.Range(0, _space.RedLines.Length).Where(r => PackageSpace.Holds(_space.RedLines[r].Combination, options))],
                PackageFinder.WorseFor(_space, worth)));
        }

        return excluded.ToImmutable();
    }

    private Emptiness Emptiness(PackageCounts counts)
    {
        if (counts.Possible == 0)
        {
            return new Emptiness(true, [], false);
        }

        var unmet = Enumerable.Range(0, _all.Bars.Length).Where(i => _all.Bars[i] != Bars.Impossible).Select(_all.Unmet);
        var (sets, areSmallest) = DemandSets.Of(unmet, _space.RedLines.Length + _space.Parties.Length);
        return new Emptiness(false, [.. sets.Select(s => s.Select(d => PackageFinder.DemandAt(_space, d)).ToImmutableArray())], areSmallest);
    }

    private ImmutableArray<BigInteger> Numbers(List<int> packages) => [.. packages.Take(_listed).Select(p => (BigInteger)p + 1)];

    private long[] PointOf(int package)
    {
        var worth = new long[_all.Worth.Length];
        Read(package, worth);
        return worth;
    }

    private void Read(int package, long[] worth)
    {
        for (var p = 0; p < worth.Length; p++)
        {
            worth[p] = _all.Worth[p][package];
        }
    }
}

/// <summary>Points are equal that are worth the same to everybody.</summary>
internal sealed class PointComparer : IEqualityComparer<long[]>
{
    public static readonly PointComparer Instance = new();

    public bool Equals(long[]? x, long[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(long[] obj)
    {
        var hash = 17UL;
        foreach (var one in obj)
        {
            hash = (hash ^ (ulong)one) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
        }

        return (int)hash;
    }
}
