using System.Collections.Immutable;
using System.Numerics;
using Pacta.Model.Negotiations;

namespace Pacta.Negotiation.Packages;

/// <summary>
/// Findings without looking at every package: issue by issue, each beginning of a package is kept only if no other beginning that is alike in all that still
/// matters is better. Alike are beginnings of which the same combinations (of exclusions, red lines and bonuses) may still come about. Exact: what follows adds
/// the same to both, so that the better beginning stays better.
/// </summary>
internal sealed class MergedPackages
{
    /// <summary>So many beginnings are kept at once; beyond that nothing is decided.</summary>
    public const int MostKept = 1_000_000;

    private readonly PackageSpace _space;
    private readonly int _listed;
    private readonly int _bound;
    private int _mostKept;

    public MergedPackages(PackageSpace space, int listed, int bound = MostKept)
    {
        _space = space;
        _listed = listed;
        _bound = bound;
    }

    /// <summary>Null where more beginnings would have to be kept than the bound allows.</summary>
    public PackageFindings? Find(ImmutableArray<TalkParty> leftOut)
    {
        _mostKept = 0;
        bool[] all = [.. Enumerable.Repeat(true, _space.RedLines.Length + _space.Parties.Length)];
        var merged = Merge(all, boundsOnly: false);
        if (merged is null)
        {
            return null;
        }

        var search = new PackageSearch(SearchMethod.Merge, _bound, _mostKept, null);
        if (merged.Count == 0)
        {
            return new PackageFindings(_space, leftOut, search, null, [], 0, 0, [.. Enum.GetValues<OptimumKind>().Select(k => Optimum.No(k, NoOptimum.NothingLeft))], [], Emptiness(all));
        }

        List<EfficientPoint> efficient = [.. merged.Select(e => new EfficientPoint([.. e.Worth], e.Count, [.. First(e)], []))];
        return new PackageFindings(
            _space, leftOut, search, null, [.. efficient.Take(_listed)], efficient.Count, efficient.Count,
            [.. Optima.Of(_space, merged.ConvertAll(e => e.Worth)).Select(best => Told(best, efficient))], [], null);
    }

    /// <summary>In order, where there are not too many to be put in order.</summary>
    private IEnumerable<BigInteger> First(Beginning all) => all.Count <= MostKept ? all.Packages(_space).Order().Take(_listed) : all.Packages(_space).Take(_listed).Order();

    private Optimum Told(Optima.Best best, List<EfficientPoint> efficient) => best.Absence != NoOptimum.None
        ? Optimum.No(best.Kind, best.Absence) with { WithoutShare = best.WithoutShare }
        : new Optimum(
            best.Kind,
            NoOptimum.None,
            best.Value,
            best.Points.Aggregate(BigInteger.Zero, (sum, p) => sum + efficient[p].Count),
            [.. best.Points.SelectMany(p => efficient[p].Packages.Select(n => new OptimalPackage(n, efficient[p].Worth, null))).OrderBy(p => p.Number).Take(_listed)],
            InefficientTies: best.AtLeast is null)
        {
            WithoutShare = best.WithoutShare,
        };

    /// <summary>One set of demands that leaves nothing, from which none can be dropped.</summary>
    private Emptiness? Emptiness(bool[] all)
    {
        var demands = all.ToArray();
        if (Merge(new bool[all.Length], boundsOnly: true) is { Count: 0 })
        {
            return new Emptiness(true, [], false);
        }

        for (var i = 0; i < demands.Length; i++)
        {
            demands[i] = false;
            demands[i] = Merge(demands, boundsOnly: true) is not { Count: 0 };
        }

        return new Emptiness(false, [[.. Enumerable.Range(0, demands.Length).Where(i => demands[i]).Select(i => PackageFinder.DemandAt(_space, i))]], false);
    }

    /// <summary>The efficient points under some of the demands, in falling order; null where there were too many beginnings.</summary>
    /// <param name="boundsOnly">Only whether anything is left matters: worths count only for parties whose alternative is demanded.</param>
    private List<Beginning>? Merge(bool[] demands, bool boundsOnly)
    {
        var plan = new MergePlan(_space, demands, boundsOnly);
        var states = new Dictionary<BigInteger, List<Beginning>> { [plan.Open] = [new Beginning(new long[_space.Parties.Length], BigInteger.One, [])] };
        foreach (var issue in plan.Order)
        {
            var next = new SortedDictionary<BigInteger, Dictionary<long[], Beginning>>();
            var size = 0;
            foreach (var (open, beginnings) in states)
            {
                for (var option = 0; option < _space.Talks.Issues[issue].Options.Length; option++)
                {
                    if (plan.Next(open, issue, option) is not { } step)
                    {
                        continue;
                    }

                    if (!next.TryGetValue(step.Open, out var points))
                    {
                        next[step.Open] = points = new(PointComparer.Instance);
                    }

                    foreach (var beginning in beginnings)
                    {
                        size += Add(points, beginning, issue, option, step, plan) ? 1 : 0;
                    }

                    if (size > 8L * _bound)
                    {
                        return null;
                    }
                }
            }

            states = next.Where(n => n.Value.Count > 0).ToDictionary(n => n.Key, n => Best(n.Value));
            var kept = states.Values.Sum(s => s.Count);
            _mostKept = Math.Max(_mostKept, kept);
            if (kept > _bound)
            {
                return null;
            }
        }

        return states.Values.FirstOrDefault() ?? [];
    }

    private static bool Add(Dictionary<long[], Beginning> points, Beginning beginning, int issue, int option, MergeStep step, MergePlan plan)
    {
        var worth = new long[beginning.Worth.Length];
        for (var p = 0; p < worth.Length; p++)
        {
            worth[p] = beginning.Worth[p] + step.Adds[p];
            if (!plan.MayReach(p, issue, worth[p]))
            {
                return false;
            }
        }

        if (points.TryGetValue(worth, out var same))
        {
            points[worth] = same with { Count = same.Count + beginning.Count, Before = same.Before.Add((beginning, issue, option)) };
            return false;
        }

        points.Add(worth, new Beginning(worth, beginning.Count, [(beginning, issue, option)]));
        return true;
    }

    private static List<Beginning> Best(Dictionary<long[], Beginning> points)
    {
        List<Beginning> all = [.. points.Values];
        var worth = new long[all[0].Worth.Length][];
        for (var p = 0; p < worth.Length; p++)
        {
            worth[p] = [.. all.Select(a => a.Worth[p])];
        }

        int[] items = [.. Enumerable.Range(0, all.Count)];
        return ParetoFrontier.Of(worth, items).ConvertAll(i => all[i]);
    }

    /// <summary>The first options of packages, by what they are worth; several that are worth the same are one.</summary>
    /// <param name="Before">How it came about: a shorter beginning, and the option of the next issue.</param>
    private sealed record Beginning(long[] Worth, BigInteger Count, ImmutableList<(Beginning From, int Issue, int Option)> Before)
    {
        public IEnumerable<BigInteger> Packages(PackageSpace space) => Options(new int[space.Talks.Issues.Length]).Select(space.NumberOf);

        private IEnumerable<int[]> Options(int[] options) => Before.IsEmpty
            ? [options]
            : Before.SelectMany(step =>
            {
                var own = options.ToArray();
                own[step.Issue] = step.Option;
                return step.From.Options(own);
            });
    }
}
