using System.Globalization;
using System.Numerics;

namespace Pacta.Temporal.Formulas;

/// <summary>
/// What operators yield. Null means that the term has no value; then a comparison or an event with it is false, so that nothing depends on
/// the order in which parts are evaluated.
/// </summary>
public static class TermArithmetic
{
    /// <summary>
    /// Null for a text that no pattern has and a moment out of the calendar. A text that is no number, and an infinite one as a whole number, are 0: so it is where this
    /// notation is from.
    /// </summary>
    public static Value? Apply(UnaryOperator operation, Value operand) => (operation, operand) switch
    {
        (UnaryOperator.Negate, IntegerValue i) => new IntegerValue(-i.Number),
        (UnaryOperator.Negate, FloatValue f) => new FloatValue(-f.Number),
        (UnaryOperator.FloatToInteger, FloatValue f) => new IntegerValue(double.IsFinite(f.Number) ? new BigInteger(f.Number) : 0),
        (UnaryOperator.IntegerToFloat, IntegerValue i) => new FloatValue(ToFloat(i.Number)),
        (UnaryOperator.IntegerToText, IntegerValue i) => new TextValue(i.Number.ToString(CultureInfo.InvariantCulture)),
        (UnaryOperator.TextToInteger, TextValue t) => IntegerOf(t.Text) ?? new IntegerValue(0),
        (UnaryOperator.FloatToText, FloatValue f) => new TextValue(FloatText.AsWritten(f.Number)),
        (UnaryOperator.TextToFloat, TextValue t) => FloatOf(t.Text) ?? new FloatValue(0),
        (UnaryOperator.PatternToText, PatternValue p) => new TextValue(p.Pattern),
        (UnaryOperator.TextToPattern, TextValue t) => TextPatterns.Compile(t.Text) is not null ? new PatternValue(t.Text) : null,
        (UnaryOperator.DayOfMonth, _) => DateOf(operand) is { } date ? new IntegerValue(date.Day) : null,
        (UnaryOperator.Month, _) => DateOf(operand) is { } date ? new IntegerValue(date.Month) : null,
        (UnaryOperator.Year, _) => DateOf(operand) is { } date ? new IntegerValue(date.Year) : null,
        (UnaryOperator.FormatDate, _) => DateOf(operand) is { } date ? new TextValue(date.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture)) : null,
        _ => throw new ArgumentException($"{operation} is not for values of type {operand.Type}.", nameof(operand)),
    };

    /// <summary>Null for a whole number divided by 0. Whole numbers are divided towards 0, and the remainder has the sign of the dividend.</summary>
    public static Value? Apply(BinaryOperator operation, Value left, Value right) => (operation, left, right) switch
    {
        (BinaryOperator.Add, IntegerValue a, IntegerValue b) => new IntegerValue(a.Number + b.Number),
        (BinaryOperator.Subtract, IntegerValue a, IntegerValue b) => new IntegerValue(a.Number - b.Number),
        (BinaryOperator.Multiply, IntegerValue a, IntegerValue b) => new IntegerValue(a.Number * b.Number),
        (BinaryOperator.Divide, IntegerValue a, IntegerValue b) => b.Number.IsZero ? null : new IntegerValue(BigInteger.Divide(a.Number, b.Number)),
        (BinaryOperator.Modulo, IntegerValue a, IntegerValue b) => b.Number.IsZero ? null : new IntegerValue(BigInteger.Remainder(a.Number, b.Number)),
        (BinaryOperator.Add, FloatValue a, FloatValue b) => new FloatValue(a.Number + b.Number),
        (BinaryOperator.Subtract, FloatValue a, FloatValue b) => new FloatValue(a.Number - b.Number),
        (BinaryOperator.Multiply, FloatValue a, FloatValue b) => new FloatValue(a.Number * b.Number),
        (BinaryOperator.Divide, FloatValue a, FloatValue b) => new FloatValue(a.Number / b.Number),
        _ => throw new ArgumentException($"{operation} is not for values of types {left.Type} and {right.Type}.", nameof(left)),
    };

    /// <summary>A total order of the values of a type: not-a-number is below all numbers, texts compare by code points.</summary>
    public static int Compare(Value left, Value right) => (left, right) switch
    {
        (IntegerValue a, IntegerValue b) => a.Number.CompareTo(b.Number),
        (FloatValue a, FloatValue b) => a.Number.CompareTo(b.Number),
        (TextValue a, TextValue b) => CompareTexts(a.Text, b.Text),
        (PatternValue a, PatternValue b) => CompareTexts(a.Pattern, b.Pattern),
        (BooleanValue a, BooleanValue b) => a.IsTrue.CompareTo(b.IsTrue),
        _ => throw new ArgumentException($"A value of type {left.Type} is not compared with one of type {right.Type}.", nameof(left)),
    };

    /// <summary>The nearest floating-point number.</summary>
    public static double ToFloat(BigInteger number) => number >= long.MinValue && number <= long.MaxValue
        ? (long)number
        : double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>UTF-16 orders surrogates before the last characters of the first plane; by code point they come after.</summary>
    private static int CompareTexts(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var at = 0; at < length; at++)
        {
            if (left[at] != right[at])
            {
                return char.IsSurrogate(left[at]) == char.IsSurrogate(right[at])
                    ? left[at].CompareTo(right[at])
                    : char.IsSurrogate(left[at]) ? 1 : -1;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    /// <summary>The whole number that a text says; null: it says none.</summary>
    public static IntegerValue? IntegerOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = text.AsSpan(text.StartsWith('-') || text.StartsWith('+') ? 1 : 0);
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9')
            ? new IntegerValue(BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>The number that a text says; null: it says none.</summary>
    public static FloatValue? FloatOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var unsigned = text.TrimStart('-', '+');
        double? found = unsigned switch
        {
            _ when text.Length - unsigned.Length > 1 => null,
            "nan" => double.NaN,
            "inf" or "infinity" => text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
            _ when unsigned.Length == 0 || !(char.IsAsciiDigit(unsigned[0]) || unsigned[0] == '.') => null,
            _ => double.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number) ? number : null,
        };
        return found is { } one ? new FloatValue(one) : null;
    }

    /// <summary>In UTC; null before year 1. After the beginning of 2100 it is that beginning: so it is where this notation is from.</summary>
    private static DateTime? DateOf(Value secondsSince1970)
    {
        var seconds = secondsSince1970 switch
        {
            IntegerValue i => ToFloat(i.Number),
            FloatValue f => Math.Floor(f.Number),
            _ => throw new ArgumentException($"A value of type {secondsSince1970.Type} is no moment.", nameof(secondsSince1970)),
        };
        return seconds >= -62135596800.0 ? DateTime.UnixEpoch.AddSeconds(Math.Min(seconds, 4102444800.0)) : null;
    }
}
