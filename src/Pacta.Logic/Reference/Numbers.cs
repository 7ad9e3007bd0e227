using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>Arithmetic and comparison of closed ranges with exact ends; null ends are unbounded.</summary>
internal static class Numbers
{
    public static Truth Compare(NumberRange left, Relation relation, NumberRange right) => relation switch
    {
        Relation.AtLeast => AtMost(right, left),
        Relation.AtMost => AtMost(left, right),
        Relation.MoreThan => AtMost(left, right).Not(),
        Relation.LessThan => AtMost(right, left).Not(),
        _ => AtMost(left, right).And(AtMost(right, left)) is Truth.True && left.IsExact && right.IsExact ? Truth.True
            : Overlaps(left, right) ? Truth.Unknown
            : Truth.False,
    };

    public static NumberRange Add(NumberRange a, NumberRange b) => Bounded(() => new(Exact(a.Low + b.Low), Exact(a.High + b.High)));

    public static NumberRange Negate(NumberRange a) => new(-a.High, -a.Low);

    public static NumberRange Multiply(NumberRange a, NumberRange b) => Bounded(() => Product(a, b));

    /// <summary>Unbounded where the divisor may be zero.</summary>
    public static NumberRange Divide(NumberRange a, NumberRange b) => Bounded(() => Quotient(a, b));

    /// <summary>A number too large to be written down is not known: 29 digits are more than any agreement counts.</summary>
    private static NumberRange Bounded(Func<NumberRange> compute)
    {
        try
        {
            return compute();
        }
        catch (OverflowException)
        {
            return NumberRange.Anything;
        }
    }

    private static NumberRange Product(NumberRange a, NumberRange b)
    {
        if (a.Low is not { } al || a.High is not { } ah || b.Low is not { } bl || b.High is not { } bh)
        {
            // One exact zero decides; otherwise unbounded on the side that stays unbounded for non-negative ranges.
            return a.Low >= 0 && b.Low >= 0 ? new NumberRange(a.Low * b.Low, null) : NumberRange.Anything;
        }

        decimal[] products = [al * bl, al * bh, ah * bl, ah * bh];
        return new NumberRange(Exact(products.Min()), Exact(products.Max()));
    }

    private static NumberRange Quotient(NumberRange a, NumberRange b)
    {
        if (b.Low is not { } low || b.High is not { } high || (low <= 0 && high >= 0))
        {
            return NumberRange.Anything;
        }

        if (a.Low is { } al && a.High is { } ah)
        {
            decimal[] quotients = [al / low, al / high, ah / low, ah / high];
            return new NumberRange(Exact(quotients.Min()), Exact(quotients.Max()));
        }

        return low > 0
            ? new NumberRange(a.Low is { } l ? Math.Min(l / low, l / high) : null, a.High is { } h ? Math.Max(h / low, h / high) : null)
            : NumberRange.Anything;
    }

    public static NumberRange Round(NumberRange a, bool up) => up
        ? new NumberRange(a.Low is { } l ? Math.Ceiling(l) : null, a.High is { } h ? Math.Ceiling(h) : null)
        : new NumberRange(a.Low is { } low ? Math.Floor(low) : null, a.High is { } high ? Math.Floor(high) : null);

    /// <summary>
    /// A quotient such as 1 / 3 is cut after 28 digits; what is made of it must not miss a round number by the last of them, and stays as it is
    /// where it is near none.
    /// </summary>
    private static decimal? Exact(decimal? value) => value is { } v && Math.Abs(v - Math.Round(v, 12)) <= Math.Max(Least, Math.Abs(v) / Digits) ? Math.Round(v, 12) : value;

    /// <summary>What the last digits of a number may be wrong by: of small ones so much,</summary>
    private const decimal Least = 0.000_000_000_000_000_001m;

    /// <summary>and of large ones this part.</summary>
    private const decimal Digits = 100_000_000_000_000_000_000_000_000m;

    private static Truth AtMost(NumberRange left, NumberRange right)
    {
        if (left.High is { } lh && right.Low is { } rl && lh <= rl)
        {
            return Truth.True;
        }

        return left.Low is { } ll && right.High is { } rh && ll > rh ? Truth.False : Truth.Unknown;
    }

    private static bool Overlaps(NumberRange a, NumberRange b) =>
        !(a.High < b.Low) && !(b.High < a.Low);
}
