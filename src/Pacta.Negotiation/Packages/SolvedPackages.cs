using System.Collections.Immutable;
using System.Numerics;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.Solving;

namespace Pacta.Negotiation.Packages;

/// <summary>Findings by asking for the best packages one after the other, and for efficient ones up to a bound.</summary>
internal sealed class SolvedPackages
{
    private readonly PackageSpace _space;
    private readonly int _most;
    private readonly bool _isOwn;
    private readonly PackageQuestions _questions;

    /// <summary>The best gain of each party, once it is known.</summary>
    private ImmutableArray<BigInteger> _wholes;

    /// <summary>By their worths: efficient packages that were found.</summary>
    private readonly Dictionary<long[], FoundPackage> _efficient = new(PointComparer.Instance);

    /// <param name="most">So many efficient points are asked for, and so many ties of what is best.</param>
    public SolvedPackages(PackageSpace space, ISolver solver, int most)
    {
        _space = space;
        _most = most;
        _isOwn = solver is OwnSearch;
        _questions = new PackageQuestions(space, solver);
    }

    /// <exception cref="SolverFailure">The solver cannot be used, and nothing that it said is to be told.</exception>
    public PackageFindings Find(ImmutableArray<TalkParty> leftOut)
    {
        var (kind, first) = _questions.Ask(_questions.Left, new Target(1, [_questions.Sum]));
        if (first is null)
        {
            var why = kind == AnswerKind.None ? NoOptimum.NothingLeft : NoOptimum.NotDecided;
            var emptiness = kind == AnswerKind.None ? Emptiness() : null;
            return new PackageFindings(_space, leftOut, Search(), null, [], 0, 0, [.. Enum.GetValues<OptimumKind>().Select(k => Optimum.No(k, why))], [], emptiness)
            {
                Completeness = kind == AnswerKind.None ? Completeness.All : Completeness.Undecided,
            };
        }

        ImmutableArray<Optimum> optima = [.. ByGains(first), Utilitarian(first, kind == AnswerKind.Best)];
        var completeness = Frontier();
        optima = [.. optima.Select(o => o is { Absence: NoOptimum.None, Proof: Proof.BestFound } ? BestOfAll(o) : o)];
        return new PackageFindings(
            _space,
            leftOut,
            Search(),
            null,
            [.. _efficient.Values.Select(f => new EfficientPoint(f.Worth, 1, [f.Number], []) { IsCounted = false }).OrderByDescending(p => p.Worth, FallingWorths.Instance)],
            _efficient.Count,
            _efficient.Count,
            optima,
            [],
            null)
        {
            Completeness = completeness,
        };
    }

    private PackageSearch Search() => new(_isOwn ? SearchMethod.OwnSearch : SearchMethod.Solver, _most, _questions.Asked, _isOwn ? null : _questions.Solver)
    {
        Allowance = _questions.Allowance,
    };

    private IEnumerable<Optimum> ByGains(FoundPackage first)
    {
        if (_space.Alternatives.Any(a => a is null))
        {
            return Enum.GetValues<OptimumKind>().Where(k => k != OptimumKind.Utilitarian).Select(k => Optimum.No(k, NoOptimum.AlternativeUnknown));
        }

        return
        [
            Nash(first),
            .. Least(OptimumKind.Egalitarian, OptimumKind.EgalitarianRefined, [.. _space.Parties.Select(_ => BigInteger.One)], l => _space.Declared(l.Numerator)),
            .. Shares(),
        ];
    }

    private Optimum Utilitarian(FoundPackage first, bool isProved)
    {
        var sum = Sum(first);
        var (ties, areAll) = isProved ? _questions.All([.. _questions.Left, Condition.Of(new Bound(_questions.Sum, sum))], first, _most) : ([first], false);
        return Told(OptimumKind.Utilitarian, _space.Declared(sum), ties, isProved, areAll, areEfficient: isProved);
    }

    private Optimum Nash(FoundPackage first)
    {
        var best = new NashSearch(_questions, _most).Find(first);
        return Told(
            OptimumKind.NashProduct,
            new Rational(best.Product, BigInteger.Pow(_space.Scale, _space.Parties.Length)),
            best.Packages,
            best.IsProved,
            best.AreAll,
            areEfficient: best.IsProved && !best.Product.IsZero);
    }

    private IEnumerable<Optimum> Shares()
    {
        var wholes = ImmutableArray.CreateBuilder<BigInteger>();
        foreach (var gain in _questions.Gains)
        {
            var (kind, best) = _questions.Ask(_questions.Left, new Target(1, [gain]));
            if (kind != AnswerKind.Best || best is null)
            {
                return [Optimum.No(OptimumKind.KalaiSmorodinsky, NoOptimum.NotDecided), Optimum.No(OptimumKind.KalaiSmorodinskyRefined, NoOptimum.NotDecided)];
            }

            wholes.Add(best.Gains[wholes.Count]);
        }

        _wholes = wholes.ToImmutable();
        ImmutableArray<int> without = [.. Enumerable.Range(0, wholes.Count).Where(p => wholes[p].IsZero)];
        return without.Length == wholes.Count
            ? new[] { OptimumKind.KalaiSmorodinsky, OptimumKind.KalaiSmorodinskyRefined }.Select(k => Optimum.No(k, NoOptimum.NobodyGains) with { WithoutShare = without })
            : Least(OptimumKind.KalaiSmorodinsky, OptimumKind.KalaiSmorodinskyRefined, _wholes, s => s).Select(o => o with { WithoutShare = without });
    }

    private Optimum[] Least(OptimumKind plainKind, OptimumKind refinedKind, ImmutableArray<BigInteger> wholes, Func<Rational, Rational> value)
    {
        var (plain, refined) = new LeastFirst(_questions, wholes).Find();

        // A party without a share gains the same, nothing, in every package: the refined best ones are efficient all the same.
        return [Of(plainKind, plain, false), Of(refinedKind, refined, true)];

        Optimum Of(OptimumKind kind, LeastFirst.Level level, bool areEfficient)
        {
            var (ties, areAll) = level.IsProved ? _questions.All(level.Conditions, level.Package, _most) : ([level.Package], false);
            return Told(kind, value(level.Value), ties, level.IsProved, areAll, areEfficient && level.IsProved);
        }
    }

    /// <summary>What was found for another reason may be better than what was found for this one.</summary>
    private Optimum BestOfAll(Optimum optimum)
    {
        var (best, most) = (optimum.Packages[0].Number, Measured(_questions.Known.First(k => k.Number == optimum.Packages[0].Number)));
        foreach (var known in _questions.Known)
        {
            var measured = Measured(known);
            var difference = measured.Zip(most).Select(m => m.First.CompareTo(m.Second)).FirstOrDefault(c => c != 0);
            (best, most) = difference > 0 ? (known.Number, measured) : (best, most);
        }

        return best == optimum.Packages[0].Number ? optimum
            : Told(optimum.Kind, most[0], [_questions.Known.First(k => k.Number == best)], isProved: false, areAll: false, areEfficient: false) with { WithoutShare = optimum.WithoutShare };

        Rational[] Measured(FoundPackage package)
        {
            Rational[] gains = [.. package.Gains.Select(_space.Declared).Order()];
            Rational[] shares = _wholes.IsDefault ? [] : [.. package.Gains.Zip(_wholes).Where(g => !g.Second.IsZero).Select(g => new Rational(g.First, g.Second)).Order()];
            return optimum.Kind switch
            {
                OptimumKind.NashProduct => [new Rational(package.Gains.Aggregate(BigInteger.One, (a, g) => a * g), BigInteger.Pow(_space.Scale, package.Gains.Length))],
                OptimumKind.Egalitarian => gains[..1],
                OptimumKind.EgalitarianRefined => gains,
                OptimumKind.KalaiSmorodinsky => shares[..1],
                OptimumKind.KalaiSmorodinskyRefined => shares,
                _ => [_space.Declared(Sum(package))],
            };
        }
    }

    private Optimum Told(OptimumKind kind, Rational value, ImmutableArray<FoundPackage> packages, bool isProved, bool areAll, bool areEfficient)
    {
        foreach (var package in packages.Where(_ => areEfficient))
        {
            _efficient.TryAdd([.. package.Worth], package);
        }

        return new Optimum(kind, NoOptimum.None, value, packages.Length, [.. packages.Select(Looked)], InefficientTies: true)
        {
            Proof = !isProved ? Proof.BestFound : _isOwn ? Proof.Calculated : Proof.Claimed,
            IsCounted = areAll,
        };
    }

    /// <summary>Is another package better for somebody and worse for nobody?</summary>
    private OptimalPackage Looked(FoundPackage package)
    {
        if (_efficient.ContainsKey([.. package.Worth]))
        {
            return new OptimalPackage(package.Number, package.Worth, null);
        }

        var known = _efficient.Values.FirstOrDefault(e => e.Worth.Zip(package.Worth).All(w => w.First >= w.Second));
        if (known is not null)
        {
            return new OptimalPackage(package.Number, package.Worth, known.Number);
        }

        var (kind, best) = _questions.Ask(
            [.. _questions.Left, .. _questions.Worth.Select((w, p) => Condition.Of(new Bound(w, package.Worth[p])))], new Target(1, [_questions.Sum]));
        if (kind == AnswerKind.Best && best is not null)
        {
            _efficient.TryAdd([.. best.Worth], best);
        }

        return best is not null && Sum(best) > Sum(package)
            ? new OptimalPackage(package.Number, package.Worth, best.Number)
            : new OptimalPackage(package.Number, package.Worth, null) { IsDecided = kind == AnswerKind.Best };
    }

    /// <summary>
    /// One efficient point after the other, in falling order of the sum of worths: always the largest sum among the packages that are better for somebody than each
    /// point that was found. Whatever dominates such a package would be among them too and have a larger sum.
    /// </summary>
    private Completeness Frontier()
    {
        while (true)
        {
            var beyond = _efficient.Values.Select(e => new Condition(1, [.. _questions.Worth.Select((w, p) => new Bound(w, (BigInteger)e.Worth[p] + 1))]));
            var isFull = _efficient.Count >= _most;
            var (kind, next) = _questions.Ask([.. _questions.Left, .. beyond], isFull ? null : new Target(1, [_questions.Sum]));
            if (kind == AnswerKind.None)
            {
                return Completeness.All;
            }

            if (isFull || kind != AnswerKind.Best || next is null)
            {
                return isFull ? Completeness.UpToBound : Completeness.Undecided;
            }

            _efficient.Add([.. next.Worth], next);
        }
    }

    /// <summary>One set of demands that leaves nothing, from which none can be dropped; no set where that was not decided.</summary>
    private Emptiness Emptiness()
    {
        var demands = Enumerable.Repeat(true, _space.RedLines.Length + _space.Parties.Length).ToArray();
        var (possible, _) = _questions.Ask(_questions.Meeting(new bool[demands.Length]));
        if (possible == AnswerKind.None)
        {
            return new Emptiness(true, [], false);
        }

        var isDecided = possible != AnswerKind.Undecided;
        for (var i = 0; i < demands.Length && isDecided; i++)
        {
            demands[i] = false;
            var (kind, _) = _questions.Ask(_questions.Meeting(demands));
            isDecided = kind != AnswerKind.Undecided;
            demands[i] = kind != AnswerKind.None;
        }

        return new Emptiness(false, isDecided ? [[.. Enumerable.Range(0, demands.Length).Where(i => demands[i]).Select(i => PackageFinder.DemandAt(_space, i))]] : [], false);
    }

    private static BigInteger Sum(FoundPackage package) => package.Worth.Aggregate(BigInteger.Zero, (sum, w) => sum + w);

    private sealed class FallingWorths : IComparer<ImmutableArray<long>>
    {
        public static readonly FallingWorths Instance = new();

        public int Compare(ImmutableArray<long> x, ImmutableArray<long> y) => x.AsSpan().SequenceCompareTo(y.AsSpan());
    }
}
