using System.Globalization;
using System.Numerics;

namespace Pacta.Negotiation.Packages;

/// <summary>An exact fraction, in lowest terms, with a denominator above zero.</summary>
public readonly record struct Rational : IComparable<Rational>
{
    /// <summary>More decimals than that are told as a fraction.</summary>
    private const int MostDecimals = 28;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, Denominator) = (numerator / divisor, denominator / divisor);
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>As a decimal number where that is exact, else as a fraction: <c>12.5</c>, <c>2/3</c>.</summary>
    public override string ToString()
    {
        var (rest, decimals) = (Denominator, 0);
        while (rest > 1 && decimals <= MostDecimals)
        {
            var divisor = rest % 10 == 0 ? 10 : rest % 2 == 0 ? 2 : rest % 5 == 0 ? 5 : 0;
            if (divisor == 0)
            {
                break;
            }

            rest /= divisor;
            decimals++;
        }

        if (rest > 1)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
        }

        var digits = BigInteger.Abs(Numerator * BigInteger.Pow(10, decimals) / Denominator).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var whole = digits[..^decimals];
        var fraction = digits[^decimals..].TrimEnd('0');
        return (Numerator.Sign < 0 ? "-" : string.Empty) + whole + (fraction.Length > 0 ? "." + fraction : string.Empty);
    }
}
