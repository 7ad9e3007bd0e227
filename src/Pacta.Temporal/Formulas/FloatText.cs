using System.Globalization;

namespace Pacta.Temporal.Formulas;

/// <summary>Floating-point numbers as C's <c>%g</c> prints them: six significant digits, and no zeros at the end.</summary>
public static class FloatText
{
    private const int Shown = 6;

    private const int Written = 12;

    public static string Of(double number) => Of(number, Shown);

    /// <summary>As a program in OCaml writes it: with twelve digits, and a point where nothing else tells it from a whole number.</summary>
    public static string AsWritten(double number)
    {
        var text = Of(number, Written);
        return text.AsSpan().ContainsAnyExcept("0123456789-") ? text : text + ".";
    }

    private static string Of(double number, int significant)
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

        var (digits, exponent) = Rounded(Math.Abs(number), significant);
        digits = digits.TrimEnd('0');
        if (exponent < -4 || exponent >= significant)
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

    /// <summary>The digits and the power of ten of the first. What lies exactly between two goes to the even one, as in C.</summary>
    private static (string Digits, int Exponent) Rounded(double number, int significant)
    {
        var exact = number.ToString("E25", CultureInfo.InvariantCulture);
        var at = exact.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(exact.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var all = string.Concat(exact.AsSpan(0, 1), exact.AsSpan(2, at - 2));
        var kept = long.Parse(all.AsSpan(0, significant), CultureInfo.InvariantCulture);
        var rest = string.CompareOrdinal(all[significant..].TrimEnd('0'), "5");
        if (rest > 0 || (rest == 0 && kept % 2 == 1))
        {
            kept++;
        }

        var digits = kept.ToString(CultureInfo.InvariantCulture);
        return digits.Length > significant ? (digits[..significant], exponent + 1) : (digits, exponent);
    }
}
