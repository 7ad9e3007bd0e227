using Pacta.Language.Syntax;

namespace Pacta.Tests.Language.Parsing;

public sealed class PhraseTests
{
    private static PatternSyntax When(string text)
    {
        var when = Reading.Clause($"when {text}\nA must give reply").When;
        Assert.NotNull(when);
        return when;
    }

    [Fact]
    public void Of_belongs_to_the_noun_before_it_and_other_prepositions_to_the_first_noun()
    {
        var phrase = When("explanation_request r of activity x by A to B").Phrase;

        var head = Reading.Noun(phrase.Head);
        Assert.Equal("explanation_request", head.Name.Text);
        Assert.Equal("r", head.Label?.Text);
        var of = Reading.Noun(head.Of!);
        Assert.Equal("activity", of.Name.Text);
        Assert.Equal("x", of.Label?.Text);
        Assert.Equal(["by", "to"], phrase.Tail.Select(p => p.Preposition.Text));
    }

    [Fact]
    public void A_name_after_a_noun_is_the_name_of_one_instance()
    {
        var fact = Reading.ScenarioLine<FactSyntax>("2021-09-10 exercise north_wind by aland in zone_of_application");

        var head = Reading.Noun(fact.Phrase.Head);
        Assert.Equal(("exercise", "north_wind"), (head.Name.Text, head.Label?.Text));
    }

    [Fact]
    public void Each_other_party_Q_is_each_and_other_with_a_variable()
    {
        var act = Assert.IsType<DoAct>(Reading.Sentence("A must give notification of x to each other party Q").Act);

        var party = Reading.Noun(Assert.Single(act.Pattern.Phrase.Tail).Argument);
        Assert.True(party is { IsEach: true, IsOther: true });
        Assert.Equal(("party", "Q"), (party.Name.Text, party.Label?.Text));
    }

    [Fact]
    public void Territory_of_a_party_is_a_noun_with_of()
    {
        var condition = Assert.IsType<IsConditionSyntax>(Reading.Condition("base of w is not in territory of turkey"));

        Assert.True(condition.IsNot);
        var place = Assert.IsType<PlacePredicate>(condition.Predicate);
        Assert.Equal("in", place.Preposition.Text);
        Assert.Equal("turkey", Reading.Noun(Reading.Noun(place.Place).Of!).Name.Text);
    }

    [Fact]
    public void A_phrase_may_end_with_on_and_a_date()
    {
        var condition = Assert.IsType<IsConditionSyntax>(Reading.Condition("P is member of nato on 1997-05-27"));

        var phrase = Assert.IsType<PhraseTermSyntax>(Assert.IsType<TermPredicate>(condition.Predicate).Low).Phrase;
        var on = Assert.Single(phrase.Tail);
        Assert.Equal("on", on.Preposition.Text);
        Assert.Equal(27, Assert.IsType<MomentArgumentSyntax>(on.Argument).Moment.Day);
    }

    [Fact]
    public void Where_adds_a_condition_to_a_phrase()
    {
        var when = When("entry e of warship w by P into black_sea where P is non_black_sea_power");

        Assert.IsType<IsConditionSyntax>(when.Where);
        Assert.Equal(["by", "into"], when.Phrase.Tail.Select(p => p.Preposition.Text));
    }

    [Fact]
    public void In_any_begins_a_window_and_no_place()
    {
        var compare = Assert.IsType<CompareConditionSyntax>(
            Reading.Condition("number of exercises_over_40_000 by P in zone_of_application in any 3 calendar years at most 1"));

        var count = Assert.IsType<AggregateTermSyntax>(compare.Left);
        Assert.Equal(["by", "in"], count.Phrase.Tail.Select(p => p.Preposition.Text));
        Assert.Equal(WindowKind.InAny, count.Window?.Kind);
        Assert.Equal((3m, "calendar", "years"), (count.Window!.Duration!.Number.Value, count.Window.Duration.Manner?.Text, count.Window.Duration.Unit.Text));
    }

    [Theory]
    [InlineData("per calendar year", WindowKind.PerCalendar)]
    [InlineData("in any 12 months", WindowKind.InAny)]
    [InlineData("at once", WindowKind.AtOnce)]
    public void The_three_windows_stand_before_the_comparison(string window, WindowKind kind)
    {
        var compare = Assert.IsType<CompareConditionSyntax>(Reading.Condition($"number of inspections to P {window} at least 3"));

        Assert.Equal(kind, Assert.IsType<AggregateTermSyntax>(compare.Left).Window?.Kind);
        Assert.Equal(Comparison.AtLeast, compare.Comparison);
    }
}
