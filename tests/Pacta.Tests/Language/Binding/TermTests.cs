using Pacta.Model.Agreements;
using Pacta.Model.Time;
using Pacta.Model.Values;
using static Pacta.Tests.Language.Binding.Bound;

namespace Pacta.Tests.Language.Binding;

public sealed class TermTests
{
    private static CompareCondition Compared(string condition) => Is<CompareCondition>(Kept(condition));

    private static NumberTerm Limit(string condition) => Is<NumberTerm>(Is<CompareCondition>(Where("transit x of warship w by P", condition)).Right);

    private static CompareCondition OfExercise(string condition) => Is<CompareCondition>(Where("exercise x by A", condition));

    [Theory]
    [InlineData("500 km", 500_000)]
    [InlineData("203 mm", 0.203)]
    [InlineData("3 m", 3)]
    public void Quantities_are_in_root_units(string written, double metres)
    {
        var range = Is<RangeCondition>(Where("elimination e of weapon w by A", $"range of w is {written} .. 9_000 km"));

        Assert.Equal(NumberRange.Exactly((decimal)metres), Is<NumberTerm>(range.Low).Range);
        Assert.Equal("m", Is<NumberTerm>(range.Low).Dimension);
    }

    [Fact]
    public void A_bare_number_takes_the_unit_of_what_is_counted() =>
        Assert.Equal("person", Is<NumberTerm>(OfExercise("troops of x at least 9_000").Right).Dimension);

    [Fact]
    public void About_is_ten_percent_either_way() =>
        Assert.Equal(new NumberRange(8_100, 9_900), Is<NumberTerm>(OfExercise("troops of x at least about 9_000").Right).Range);

    [Fact]
    public void A_vocabulary_may_set_what_about_means()
    {
        var text = Text("clause test { each party P must keep number of tanks of P at most about 100 }").Replace("unit person", "unit person\n  about is 20%", StringComparison.Ordinal);

        var compare = Is<CompareCondition>(Is<KeepAct>(Compile(text).Agreements[0].Clauses[0].Readings[0].Content.Sentence.Act).Lines[0]);

        Assert.Equal(new NumberRange(80, 120), Is<NumberTerm>(compare.Right).Range);
    }

    [Fact]
    public void A_percentage_is_a_hundredth() =>
        Assert.Equal(NumberRange.Exactly(0.1m), Is<NumberTerm>(OfExercise("tanks of x at least 10%").Right).Range);

    [Fact]
    public void A_duration_is_compared_in_seconds()
    {
        var compare = OfExercise("duration of x at most 72 hours");

        Assert.Equal("x", Is<VariableArgument>(Is<DurationTerm>(compare.Left).Of).Variable);
        Assert.Equal(NumberRange.Exactly(259_200), Is<NumberTerm>(compare.Right).Range);
        Assert.Equal("time", Is<NumberTerm>(compare.Right).Dimension);
    }

    [Fact]
    public void A_field_is_preferred_to_a_kind_of_the_same_name() =>
        Assert.Equal(new Field("tanks", FieldType.Count, ""), Is<FieldTerm>(OfExercise("tanks of x at least 250").Left).Field);

    [Fact]
    public void Things_are_counted_where_and_whose_they_are()
    {
        var aggregate = Is<AggregateTerm>(Compared("number of tanks of P in area at most 75").Left);

        Assert.Equal(AggregateForm.Number, aggregate.Form);
        Assert.Null(aggregate.Window);
        Assert.Equal(["of", "in"], aggregate.Pattern.Roles.Select(r => r.Preposition));
    }

    [Fact]
    public void A_total_names_its_field()
    {
        var compare = Compared("total tonnage of warships of P at most 15_000 t");

        Assert.Equal(new Field("tonnage", FieldType.Quantity, "t"), Is<AggregateTerm>(compare.Left).Field);
    }

    [Fact]
    public void Events_are_counted_per_calendar_year_in_a_sliding_window_or_at_once()
    {
        Window? WindowOf(string window) => Is<AggregateTerm>(Compared($"number of exercises by P {window} at most 3").Left).Window;

        Assert.Equal(new CalendarWindow(LapseUnit.Year), WindowOf("per calendar year"));
        Assert.Equal(new SlidingWindow(new Lapse(12, LapseUnit.Month), false), WindowOf("in any 12 months"));
        Assert.Equal(new SlidingWindow(new Lapse(3, LapseUnit.Year), true), WindowOf("in any 3 calendar years"));
        Assert.Equal(new AtOnceWindow(), WindowOf("at once"));
    }

    [Fact]
    public void A_count_may_be_taken_at_another_time()
    {
        var compare = Compared("number of tanks of P at most number of tanks of P on 1997-05-27");

        var then = Is<AtTimeTerm>(compare.Right);

        Assert.Equal("1997-05-27", Is<FixedTime>(then.Time).Moment.ToString());
        Is<AggregateTerm>(then.Term);
    }

    [Fact]
    public void Arithmetic_keeps_its_order_and_rounding_is_last()
    {
        var rounded = Is<RoundedTerm>(Compared("number of tanks of P at most 2 / 3 * number of rockets of P rounded up").Right);

        Assert.True(rounded.Up);
        var product = Is<ArithmeticTerm>(rounded.Term);
        Assert.Equal(Arithmetic.Multiply, product.Operator);
        Assert.Equal(Arithmetic.Divide, Is<ArithmeticTerm>(product.Left).Operator);
    }

    [Fact]
    public void A_limit_without_unit_takes_tonnes_from_the_field() =>
        Assert.Equal("t", Limit("tonnage of w more than 15_000").Dimension);

    [Fact]
    public void The_largest_of_an_amount_ranges_over_a_group()
    {
        var agreement = Agreement("""
              amount fleet of northern P at "2" { total tonnage of warships of P }
              amount growth at "3" { largest fleet of northerners - largest fleet of northerners on signature }
            """);

        var difference = Is<ArithmeticTerm>(Is<TermRow>(agreement.Tables["growth"].Readings[0].Content[0].Values[0]).Term);

        var largest = Is<AggregateTerm>(difference.Left);
        Assert.Equal("fleet", largest.Amount);
        Assert.Equal(new MemberNoun("northern", "northern"), largest.Pattern.Noun);
        Is<SignatureTime>(Is<AtTimeTerm>(difference.Right).Time);
        Assert.Equal("t", agreement.Tables["growth"].Dimension);
    }
}
