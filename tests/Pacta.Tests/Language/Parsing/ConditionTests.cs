using Pacta.Language.Syntax;

namespace Pacta.Tests.Language.Parsing;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("at least", Comparison.AtLeast)]
    [InlineData("at most", Comparison.AtMost)]
    [InlineData("more than", Comparison.MoreThan)]
    [InlineData("less than", Comparison.LessThan)]
    public void There_are_four_comparisons(string words, Comparison comparison) =>
        Assert.Equal(comparison, Assert.IsType<CompareConditionSyntax>(Reading.Condition($"troops of x {words} about 9_000 person")).Comparison);

    [Fact]
    public void A_distance_is_kept_away_from_a_line()
    {
        var compare = Assert.IsType<CompareConditionSyntax>(
            Reading.Condition("each weapon w of P at least distance of w away from withdrawal_line of P"));

        Assert.True(Reading.Noun(Assert.IsType<PhraseTermSyntax>(compare.Left).Phrase.Head).IsEach);
        Assert.Equal("withdrawal_line", Reading.Noun(compare.AwayFrom!).Name.Text);
    }

    [Fact]
    public void Is_takes_a_list_of_names_or_texts_and_a_range()
    {
        var any = Assert.IsType<AnyOfPredicate>(Assert.IsType<IsConditionSyntax>(Reading.Condition("purpose of f is any of \"fire\", rescue")).Predicate);
        Assert.Equal([typeof(StringLiteral), typeof(Identifier)], any.Items.Select(i => i.GetType()));

        var range = Assert.IsType<TermPredicate>(Assert.IsType<IsConditionSyntax>(Reading.Condition("range of m is 500 km .. 5_500 km")).Predicate);
        Assert.Equal(5_500, Assert.IsType<QuantitySyntax>(range.High).Number.Value);
    }

    [Fact]
    public void And_joins_three_conditions_into_one_list()
    {
        var joined = Assert.IsType<JoinedConditionSyntax>(Reading.Condition("x is a1x and y is b1x\n  and there was consent by P"));

        Assert.Equal((Connective.And, 3), (joined.Connective, joined.Operands.Length));
    }

    [Theory]
    [InlineData("any", BlockQuantifier.Any)]
    [InlineData("all", BlockQuantifier.All)]
    [InlineData("none", BlockQuantifier.None)]
    public void Lists_of_conditions_nest(string word, BlockQuantifier quantifier)
    {
        var block = Assert.IsType<BlockConditionSyntax>(Reading.Condition(
            $"{word} of {{\n  x is big\n  all of {{ y is big }}\n  judged \"the security environment\"\n}}"));

        Assert.Equal(quantifier, block.Quantifier);
        Assert.Equal(
            [typeof(IsConditionSyntax), typeof(BlockConditionSyntax), typeof(JudgedConditionSyntax)], block.Lines.Select(l => l.GetType()));
    }

    [Fact]
    public void Multiplication_binds_closer_than_addition_and_rounding_takes_all_of_it()
    {
        var compare = Assert.IsType<CompareConditionSyntax>(Reading.Condition("number of tanks of P at most 2 / 3 * ceiling of P + 1 rounded up"));

        var rounded = Assert.IsType<RoundedTermSyntax>(compare.Right);
        var sum = Assert.IsType<BinaryTermSyntax>(rounded.Term);
        Assert.Equal(ArithmeticOperator.Add, sum.Operator);
        Assert.Equal(ArithmeticOperator.Multiply, Assert.IsType<BinaryTermSyntax>(sum.Left).Operator);
    }

    [Fact]
    public void Parentheses_stay_in_the_tree()
    {
        var compare = Assert.IsType<CompareConditionSyntax>(Reading.Condition("tanks of P at most (fleet of P + 1) / 3"));

        Assert.IsType<ParenthesizedTermSyntax>(Assert.IsType<BinaryTermSyntax>(compare.Right).Left);
    }

    [Fact]
    public void A_total_adds_up_a_field_of_things_at_a_date()
    {
        var compare = Assert.IsType<CompareConditionSyntax>(
            Reading.Condition("largest fleet of black_sea_powers - largest fleet of black_sea_powers on signature at least 10%"));

        var total = Assert.IsType<AggregateTermSyntax>(Assert.IsType<BinaryTermSyntax>(compare.Left).Right);
        Assert.Equal((AggregateKind.Largest, "fleet"), (total.Kind, total.Field?.Text));
        Assert.Equal("on", Assert.Single(total.Phrase.Tail).Preposition.Text);
        Assert.True(Assert.IsType<QuantitySyntax>(compare.Right).IsPercent);
    }
}
