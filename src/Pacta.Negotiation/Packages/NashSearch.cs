using System.Collections.Immutable;
using System.Numerics;
using Pacta.Negotiation.Solving;

namespace Pacta.Negotiation.Packages;

/// <summary>
/// The largest product of gains, by linear questions only, for any number of parties. By the inequality of the arithmetic and the geometric mean, gains with a product
/// of <c>B</c> at least meet <c>w1 g1 + ... + wn gn &gt;= n (w1 ... wn B)^(1/n)</c>, whatever the weights above zero are. A package with a smaller product breaks this for
/// weights that are as the reciprocals of its own gains. So one asks for packages that meet all these lines, and draws a new line for each that comes back
/// with less than <c>B</c>; once there is none, none reaches <c>B</c>. All lines are rounded so that they cut off too little and never too much.
/// </summary>
internal sealed class NashSearch(PackageQuestions questions, int mostTies)
{
    private const int MostLines = 400;

    private readonly List<ImmutableArray<BigInteger>> _weights = [];
    private readonly List<ImmutableArray<BigInteger>> _corners = [];

    /// <summary>The best packages, their product, whether it is proved that none has more, and whether all are there.</summary>
    public sealed record Best(ImmutableArray<FoundPackage> Packages, BigInteger Product, bool IsProved, bool AreAll);

    /// <param name="start">A package that nobody would rather leave.</param>
    public Best Find(FoundPackage start)
    {
        ImmutableArray<Condition> everybodyGains = [.. questions.Left, .. questions.Gains.Select(g => Condition.Of(new Bound(g, 1)))];
        var best = start;
        if (Product(start).IsZero)
        {
            var (kind, first) = questions.Ask(everybodyGains, new Target(1, questions.Gains));
            if (first is null)
            {
                var (all, areAll) = kind == AnswerKind.None ? questions.All(questions.Left, start, mostTies) : ([start], false);
                return new Best(all, 0, kind == AnswerKind.None, areAll);
            }

            best = first;
        }

        Draw(best.Gains, Product(best) + 1);
        for (var i = 0; i < MostLines; i++)
        {
            var (kind, next) = questions.Ask([.. everybodyGains, .. Lines(Product(best) + 1)], new Target(1, [Tangent(best)]));
            if (next is null)
            {
                return kind == AnswerKind.None ? Ties(best, everybodyGains) : new Best([best], Product(best), false, false);
            }

            best = Product(next) > Product(best) ? next : best;
            Draw(next.Gains, Product(best) + 1);
        }

        return new Best([best], Product(best), false, false);
    }

    private Best Ties(FoundPackage best, ImmutableArray<Condition> everybodyGains)
    {
        var product = Product(best);
        var ties = new List<FoundPackage> { best };

        // The lines stay right for the product itself; corners may be packages that tie.
        _corners.Clear();
        for (var i = 0; i < MostLines; i++)
        {
            var (kind, next) = questions.Ask([.. everybodyGains, .. Lines(product), .. ties.Select(questions.OtherThan)], new Target(1, [Tangent(best)]));
            if (next is null || (Product(next) == product && ties.Count == mostTies))
            {
                return new Best([.. ties.OrderBy(t => t.Number)], product, true, kind == AnswerKind.None);
            }

            if (Product(next) == product)
            {
                ties.Add(next);
            }
            else
            {
                Draw(next.Gains, product);
            }
        }

        return new Best([.. ties.OrderBy(t => t.Number)], product, true, false);
    }

    /// <summary>Cuts off the gains, whose product is below the least; by a line with small weights, if that does.</summary>
    private void Draw(ImmutableArray<BigInteger> gains, BigInteger least)
    {
        var fine = gains.Max() << 6;
        for (var i = 0; i < 4; i++, fine <<= 6)
        {
            ImmutableArray<BigInteger> weights = [.. gains.Select(g => BigInteger.Max(1, ((2 * fine) + g) / (2 * g)))];
            if (gains.Zip(weights).Aggregate(BigInteger.Zero, (sum, g) => sum + (g.First * g.Second)) < Least(weights, least))
            {
                _weights.Add(weights);
                return;
            }
        }

        _corners.Add(gains);
    }

    private IEnumerable<Condition> Lines(BigInteger least) =>
    [
        .. _weights.Select(w => Condition.Of(new Bound(LinearForm.Sum(questions.Gains.Select((g, p) => g.Times(w[p]))), Least(w, least)))),

        // Whoever has a larger product than these gains gains more for somebody.
        .. _corners.Select(c => new Condition(1, [.. questions.Gains.Select((g, p) => new Bound(g, c[p] + 1))])),
    ];

    private LinearForm Tangent(FoundPackage at)
    {
        // It only leads: the weights need not be right, and are kept short.
        var fine = at.Gains.Max() << 6;
        return LinearForm.Sum(questions.Gains.Select((g, p) => g.Times(BigInteger.Clamp(fine / at.Gains[p], 1, 1 << 16))));
    }

    private static BigInteger Least(ImmutableArray<BigInteger> weights, BigInteger product) =>
        RootUp(weights.Aggregate(BigInteger.Pow(weights.Length, weights.Length) * product, (all, w) => all * w), weights.Length);

    private static BigInteger Product(FoundPackage package) => package.Gains.Aggregate(BigInteger.One, (product, g) => product * g);

    /// <summary>The least whole number whose power is not below the number.</summary>
    internal static BigInteger RootUp(BigInteger number, int power)
    {
        var (low, high) = (BigInteger.Zero, BigInteger.One << (int)((number.GetBitLength() / power) + 1));
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = BigInteger.Pow(middle, power) >= number ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
