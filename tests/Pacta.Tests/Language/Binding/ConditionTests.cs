using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using static Pacta.Tests.Language.Binding.Bound;

namespace Pacta.Tests.Language.Binding;

public sealed class ConditionTests
{
    private static Condition OfTransit(string condition) => Where("transit x of warship w by A", condition);

    [Fact]
    public void A_yes_or_no_field_is_said_with_is()
    {
        var condition = Is<FieldIsTrueCondition>(Where("exercise x by A", "x is alert"));

        Assert.Equal("alert", condition.Field.Name);
        Assert.Equal("x", Is<VariableArgument>(condition.Of).Variable);
    }

    [Fact]
    public void Is_not_negates() =>
        Is<FieldIsTrueCondition>(Is<NotCondition>(Where("exercise x by A", "x is not alert")).Operand);

    [Fact]
    public void A_thing_may_be_one_of_several_kinds()
    {
        var condition = Is<IsOneOfCondition>(Where("elimination e of weapon w by A", "w is any of rocket, gun"));

        Assert.Equal([new KindNoun("rocket", KindForm.Thing), new KindNoun("gun", KindForm.Thing)], condition.Nouns);
        Assert.Empty(condition.Actors);
    }

    [Fact]
    public void An_actor_may_be_one_of_actors_and_groups()
    {
        var condition = Is<IsOneOfCondition>(OfTransit("A is any of cedria, northern"));

        Assert.Equal([new MemberNoun("northern", "northern")], condition.Nouns);
        Assert.Equal([new ActorArgument("cedria", "cedria", false)], condition.Actors);
    }

    [Fact]
    public void A_state_may_be_asked_of_another_date()
    {
        var condition = Is<StateCondition>(OfTransit("A is member of league on 1997-05-27"));

        Assert.Equal("member", condition.State);
        Assert.Equal(new ActorArgument("league", "league", false), Assert.Single(condition.Roles).Argument);
        Assert.Equal("1997-05-27", Is<FixedTime>(condition.On).Moment.ToString());
    }

    [Fact]
    public void An_actor_by_name_may_not_be_in_a_state()
    {
        var condition = Is<StateCondition>(Is<NotCondition>(OfTransit("cedria is not belligerent")).Operand);

        Assert.Equal(new ActorArgument("cedria", "cedria", false), condition.Subject);
    }

    [Fact]
    public void An_actor_or_a_place_field_may_be_in_a_place()
    {
        var actor = Is<InPlaceCondition>(OfTransit("A is in area"));
        var field = Is<InPlaceCondition>(OfTransit("base of w is outside territory of cedria"));

        Is<VariableArgument>(actor.Subject);
        Assert.False(actor.Outside);
        Assert.Equal("base", Is<FieldTerm>(field.PlaceField).Field.Name);
        Assert.True(field.Outside);
    }

    [Fact]
    public void Texts_are_compared_with_is()
    {
        Assert.Equal(["fire", "rescue"], Is<TextIsCondition>(OfTransit("purpose of x is any of \"fire\", \"rescue\"")).Texts);
        Assert.Equal(["rescue"], Is<TextIsCondition>(OfTransit("purpose of x is \"rescue\"")).Texts);
    }

    [Fact]
    public void And_or_any_all_and_none_nest()
    {
        var condition = Is<AnyCondition>(OfTransit("any of {\n x is in area and tonnage of w at least 5 t\n none of {\n A is cedria\n A is aland\n }\n }"));

        Assert.Equal(2, Is<AllCondition>(condition.Operands[0]).Operands.Length);
        Assert.Equal(2, Is<AnyCondition>(Is<NotCondition>(condition.Operands[1]).Operand).Operands.Length);
    }

    [Fact]
    public void There_was_looks_back_and_introduces_variables_for_the_lines_after_it()
    {
        var unless = Is<AllCondition>(Sentence("""
            each party P must not make flight f over area
              unless all of {
                there was notification c of f by P to B during 24 hours before f
                there was no request_for_talks by B to P
              }
            """).Unless);

        var look = Is<ThereCondition>(unless.Operands[0]).Look!;
        Assert.Equal(new Lapse(24, LapseUnit.Hour), look.Length);
        Assert.True(look.Before);
        Assert.Equal("f", Is<VariableArgument>(Is<StartTime>(look.Anchor).Of).Variable);
        Assert.Null(Is<ThereCondition>(Is<NotCondition>(unless.Operands[1]).Operand).Look);
    }

    [Fact]
    public void Keeping_away_is_about_each_thing()
    {
        var away = Is<AwayCondition>(Kept("each weapon w of P at least 15 km away from front"));

        var thing = Is<EachArgument>(away.Thing);
        Assert.False(thing.Other);
        Assert.Equal("w", thing.Pattern.Variable);
        Assert.Equal(Relation.AtLeast, away.Relation);
        Assert.Equal("front", Is<TablePlace>(away.From).Table);
    }

    [Fact]
    public void The_state_of_another_clause_is_a_condition()
    {
        var agreement = Agreement("""
              clause reform { aland must give withdrawal_notice no later than 2022-01-01 }
              clause border { while reform is met
                borland must not have tanks in area }
            """);

        var condition = Is<ClauseStateCondition>(agreement.Clauses[1].Readings[0].Content.While);

        Assert.Equal("reform", condition.Clause);
        Assert.Equal(ClauseState.Met, condition.State);
    }

    [Fact]
    public void What_is_left_to_judgement_keeps_its_words() =>
        Assert.Equal("the security environment", Is<JudgedCondition>(Clause("while judged \"the security environment\"\naland must not have tanks").Readings[0].Content.While).Matter);
}
