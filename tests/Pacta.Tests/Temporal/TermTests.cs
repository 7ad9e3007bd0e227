using System.Numerics;
using Pacta.Temporal.Formulas;

namespace Pacta.Tests.Temporal;

public sealed class TermTests
{
    [Theory]
    [InlineData(7, 2, 3, 1)]
    [InlineData(-7, 2, -3, -1)]
    [InlineData(7, -2, -3, 1)]
    [InlineData(-7, -2, 3, -1)]
    public void Whole_numbers_are_divided_towards_zero(int dividend, int divisor, int quotient, int remainder)
    {
        Assert.Equal(Whole(quotient), TermArithmetic.Apply(BinaryOperator.Divide, Whole(dividend), Whole(divisor)));
        Assert.Equal(Whole(remainder), TermArithmetic.Apply(BinaryOperator.Modulo, Whole(dividend), Whole(divisor)));
    }

    [Fact]
    public void What_has_no_value_has_none()
    {
        Assert.Null(TermArithmetic.Apply(BinaryOperator.Divide, Whole(1), Whole(0)));
        Assert.Null(TermArithmetic.Apply(BinaryOperator.Modulo, Whole(1), Whole(0)));
        Assert.All([@"\(a", @"a\)", "[a", "[z-a]"], text => Assert.Null(TermArithmetic.Apply(UnaryOperator.TextToPattern, new TextValue(text))));
        Assert.Null(TermArithmetic.Apply(UnaryOperator.Year, new FloatValue(double.NaN)));
        Assert.Null(TermArithmetic.Apply(UnaryOperator.Year, new IntegerValue(-BigInteger.Pow(2, 64))));
    }

    /// <summary>Where the notation is from, it is so; a log may not say such a thing.</summary>
    [Fact]
    public void What_says_no_number_is_zero()
    {
        Assert.Equal(Whole(0), TermArithmetic.Apply(UnaryOperator.FloatToInteger, new FloatValue(double.NaN)));
        Assert.Equal(Whole(0), TermArithmetic.Apply(UnaryOperator.FloatToInteger, new FloatValue(double.NegativeInfinity)));
        Assert.All(["", "-", "1.5", "1 ", "x", "٣"], text =>
        {
            Assert.Equal(Whole(0), TermArithmetic.Apply(UnaryOperator.TextToInteger, new TextValue(text)));
            Assert.Null(TermArithmetic.IntegerOf(text));
        });
        Assert.All(["", "-", "--1", "1,5", "e5", "x", "∞"], text =>
        {
            Assert.Equal(new FloatValue(0), TermArithmetic.Apply(UnaryOperator.TextToFloat, new TextValue(text)));
            Assert.Null(TermArithmetic.FloatOf(text));
        });
    }

    [Fact]
    public void Dates_end_with_the_beginning_of_2100() =>
        Assert.All([4102444800L, 4102531200L, long.MaxValue], seconds => Assert.Equal(new TextValue("2100-01-01"), TermArithmetic.Apply(UnaryOperator.FormatDate, Whole(seconds))));

    [Theory]
    [InlineData(-42, "-42.")]
    [InlineData(0.5, "0.5")]
    [InlineData(1.1, "1.1")]
    [InlineData(9.87654321e30, "9.87654321e+30")]
    [InlineData(946684800, "946684800.")]
    [InlineData(123456789012345, "1.23456789012e+14")]
    [InlineData(0, "0.")]
    [InlineData(1e12, "1e+12")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void A_number_as_text_has_twelve_digits_and_a_point(double number, string text) =>
        Assert.Equal(new TextValue(text), TermArithmetic.Apply(UnaryOperator.FloatToText, new FloatValue(number)));

    [Fact]
    public void Numbers_and_texts_are_converted()
    {
        Assert.Equal(Whole(-2), TermArithmetic.Apply(UnaryOperator.FloatToInteger, new FloatValue(-2.9)));
        Assert.Equal(new FloatValue(3), TermArithmetic.Apply(UnaryOperator.IntegerToFloat, Whole(3)));
        Assert.Equal(new FloatValue(18446744073709551616.0), TermArithmetic.Apply(UnaryOperator.IntegerToFloat, new IntegerValue(BigInteger.Pow(2, 64))));
        Assert.Equal(new TextValue("-12"), TermArithmetic.Apply(UnaryOperator.IntegerToText, Whole(-12)));
        Assert.Equal(Whole(12), TermArithmetic.Apply(UnaryOperator.TextToInteger, new TextValue("+12")));
        Assert.Equal(new FloatValue(-1500), TermArithmetic.Apply(UnaryOperator.TextToFloat, new TextValue("-1.5e3")));
        Assert.Equal(new FloatValue(double.NegativeInfinity), TermArithmetic.Apply(UnaryOperator.TextToFloat, new TextValue("-inf")));
        Assert.Equal(new TextValue("1.5"), TermArithmetic.Apply(UnaryOperator.FloatToText, new FloatValue(1.5)));
    }

    [Theory]
    [InlineData(0, 1, 1, 1970, "1970-01-01")]
    [InlineData(951868799, 29, 2, 2000, "2000-02-29")]
    [InlineData(-1, 31, 12, 1969, "1969-12-31")]
    public void Seconds_since_1970_have_a_date_in_utc(long seconds, int day, int month, int year, string date)
    {
        foreach (Value moment in new Value[] { Whole(seconds), new FloatValue(seconds) })
        {
            Assert.Equal(Whole(day), TermArithmetic.Apply(UnaryOperator.DayOfMonth, moment));
            Assert.Equal(Whole(month), TermArithmetic.Apply(UnaryOperator.Month, moment));
            Assert.Equal(Whole(year), TermArithmetic.Apply(UnaryOperator.Year, moment));
            Assert.Equal(new TextValue(date), TermArithmetic.Apply(UnaryOperator.FormatDate, moment));
        }
    }

    [Fact]
    public void Values_of_a_type_are_in_a_total_order()
    {
        Assert.True(TermArithmetic.Compare(new FloatValue(double.NaN), new FloatValue(double.NegativeInfinity)) < 0);
        Assert.Equal(0, TermArithmetic.Compare(new FloatValue(0.0), new FloatValue(-0.0)));
        Assert.Equal(new FloatValue(0.0), new FloatValue(-0.0));
        Assert.True(TermArithmetic.Compare(new TextValue("Z"), new TextValue("a")) < 0);
        Assert.True(TermArithmetic.Compare(new TextValue("a"), new TextValue("ab")) < 0);
        Assert.True(TermArithmetic.Compare(new TextValue("\uFFFD"), new TextValue("\U0001F600")) < 0);
        Assert.True(TermArithmetic.Compare(Whole(-1), new IntegerValue(BigInteger.Pow(10, 30))) < 0);
    }

    /// <summary>The right-hand sides are what C's printf("%g") prints.</summary>
    [Theory]
    [InlineData(1.0, "1")]
    [InlineData(-0.0, "-0")]
    [InlineData(4 / 3.0, "1.33333")]
    [InlineData(100000.0, "100000")]
    [InlineData(1000000.0, "1e+06")]
    [InlineData(123456.7, "123457")]
    [InlineData(999999.5, "1e+06")]
    [InlineData(100000.5, "100000")]
    [InlineData(100001.5, "100002")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001234, "1.234e-05")]
    [InlineData(1e300, "1e+300")]
    [InlineData(5e-324, "4.94066e-324")]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void Floats_are_written_with_six_digits(double number, string text) => Assert.Equal(text, FloatText.Of(number));

    [Theory]
    [InlineData("ab", "zabz", true)]
    [InlineData("^ab$", "zab", false)]
    [InlineData("^ab$", "z\nab\nz", true)]
    [InlineData(@"a\|b", "b", true)]
    [InlineData("a|b", "b", false)]
    [InlineData("(a)", "a", false)]
    [InlineData("(a)", "(a)", true)]
    [InlineData("a{2}", "aa", false)]
    [InlineData("[]a]x", "]x", true)]
    [InlineData("[^a-c]", "abcd", true)]
    [InlineData("[^a-c]", "abc", false)]
    [InlineData(@"[\d]", "5", false)]
    [InlineData(@"a\.b", "axb", false)]
    [InlineData("a.b", "a\nb", false)]
    [InlineData(@"\bab\b", "x ab", true)]
    [InlineData(@"\bab\b", "xab", false)]
    [InlineData(@"\(a\)\1", "xaa", true)]
    [InlineData(@"\1a", "a", false)]
    [InlineData("^a*?$", "aa", true)]
    [InlineData("*a", "*a", true)]
    [InlineData(@"x\(ab\)*?$", "xabab", true)]
    public void Patterns_are_looked_for_anywhere(string pattern, string text, bool isIn)
    {
        var compiled = TextPatterns.Compile(pattern);

        Assert.NotNull(compiled);
        Assert.Equal(isIn, compiled.IsIn(text));
        Assert.Equal(isIn, compiled.Find(text) is not null);
    }

    [Fact]
    public void Groups_are_numbered_from_the_left_and_may_take_no_part()
    {
        var groups = TextPatterns.Compile(@"\(a\(b*\)\)\|\(c\)")!.Find("xabb");

        Assert.Equal(["abb", "bb", null], groups!.Value);
    }

    private static IntegerValue Whole(long number) => new(number);
}
