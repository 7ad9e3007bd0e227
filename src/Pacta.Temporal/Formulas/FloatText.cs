using System.Globalization;

namespace Pacta.Temporal.Formulas;

/// <summary>Floating-point numbers as C's <c>%g</c> prints them: six significant digits, and no zeros at the end.</summary>
public static class FloatText
{
    private const int Significant = 6;

    public static string Of(double number)
    {
        if (double.IsNaN(number))
        {
            return "nan";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "inf" : "-inf";
        }

        var sign = double.IsNegative(number) ? "-" : string.Empty;
        if (number == 0)
        {
            return sign + "0";
        }

        var (digits, exponent) = Rounded(Math.Abs(number));
        digits = digits.TrimEnd('0');
        if (exponent is < -4 or >= Significant)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : string.Empty;
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }

        if (exponent < 0)
        {
            return sign + "0." + new string('0', -exponent - 1) + digits;
        }

        return digits.Length <= exponent + 1
            ? sign + digits.PadRight(exponent + 1, '0')
            : sign + digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    /// <summary>Six digits and the power of ten of the first. What lies exactly between two goes to the even one, as in C.</summary>
    private static (string Digits, int Exponent) Rounded(double number)
    {
        var exact = number.ToString("E25", CultureInfo.InvariantCulture);
        var at = exact.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(exact.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var all = string.Concat(exact.AsSpan(0, 1), exact.AsSpan(2, at - 2));
        var kept = int.Parse(all.AsSpan(0, Significant), CultureInfo.InvariantCulture);
        var rest = string.CompareOrdinal(all[Significant..].TrimEnd('0'), "5");
        if (rest > 0 || (rest == 0 && kept % 2 == 1))
        {
            kept++;
        }

        var digits = kept.ToString(CultureInfo.InvariantCulture);
        return digits.Length > Significant ? (digits[..Significant], exponent + 1) : (digits, exponent);
    }
}
