using Pacta.Model.Agreements;
using static Pacta.Tests.Language.Binding.Bound;

namespace Pacta.Tests.Language.Binding;

public sealed class PatternTests
{
    [Fact]
    public void A_trigger_knows_its_noun_its_variable_and_its_roles()
    {
        var when = Clause("when exercise x by A in area\nA must give notification of x to borland no later than start of x").When;

        Assert.NotNull(when);
        Assert.Equal(new KindNoun("exercise", KindForm.Event), when.Noun);
        Assert.Equal("x", when.Variable);
        Assert.Equal("A", Is<VariableArgument>(Role(when, "by")).Variable);
        Assert.Equal("area", Is<TablePlace>(Is<PlaceArgument>(Role(when, "in")).Place).Table);
        Assert.Equal("exercise x by A in area", when.Text);
    }

    [Fact]
    public void A_noun_in_a_role_is_a_pattern_of_its_own()
    {
        var when = Clause("when transit x of warship w by A through area\nA must give notification of x to borland no later than start of x").When;

        var ship = Is<PatternArgument>(Role(when!, "of")).Pattern;

        Assert.Equal(new KindNoun("warship", KindForm.Thing), ship.Noun);
        Assert.Equal("w", ship.Variable);
    }

    [Fact]
    public void Plural_names_mean_the_same_noun() =>
        Assert.Equal(new KindNoun("tank", KindForm.Thing), Forbidden("have tanks").Noun);

    [Fact]
    public void Each_other_party_is_each_member_of_the_parties_but_the_bearer()
    {
        var act = Is<DoAct>(Sentence("when exercise x by A\nA must give notification of x to each other party Q no later than start of x").Act);

        var to = Is<EachArgument>(Role(act.Pattern, "to"));

        Assert.True(to.Other);
        Assert.Equal(new MemberNoun("party", MemberNoun.Parties), to.Pattern.Noun);
        Assert.Equal("Q", to.Pattern.Variable);
    }

    [Fact]
    public void A_group_noun_ranges_over_its_members()
    {
        var subject = Sentence("each northern P must not have tanks of P").Subject;

        Assert.Equal(new MemberNoun("northern", "northern"), subject.Each!.Noun);
        Assert.Equal("P", subject.Each.Variable);
    }

    [Fact]
    public void A_group_without_a_variable_is_the_group_itself() =>
        Assert.Equal(new ActorArgument("northerners", "northern", true), Role(Forbidden("have tanks of northerners"), "of"));

    [Fact]
    public void The_noun_of_a_state_stands_for_what_fills_its_first_role()
    {
        var sentence = Sentence("each belligerent B must not have tanks of B");

        Assert.Equal(new KindNoun("belligerent", KindForm.State), sentence.Subject.Each!.Noun);
        Assert.Equal("B", Is<VariableArgument>(Role(Is<HaveAct>(sentence.Act).Pattern, "of")).Variable);
    }

    [Fact]
    public void A_place_noun_introduces_a_place_and_a_letter_stands_for_it_later()
    {
        var clause = Clause("when exercise x by A in place a\nA must not make flight over a");

        Assert.Equal("a", Is<PatternArgument>(Role(clause.When!, "in")).Pattern.Variable);
        Assert.Equal("a", Is<VariablePlace>(Is<PlaceArgument>(Role(Is<DoAct>(clause.Readings[0].Content.Sentence.Act).Pattern, "over")).Place).Variable);
    }

    [Fact]
    public void A_territory_may_introduce_whose_it_is()
    {
        var clause = Clause("when flight f by A over territory of B\nA must give notification of f to B no later than start of f");

        var over = Is<TerritoryPlace>(Is<PlaceArgument>(Role(clause.When!, "over")).Place);

        Assert.Equal("B", Is<VariableArgument>(over.Of).Variable);
    }

    [Fact]
    public void Everything_may_be_outside_a_place()
    {
        var pattern = Forbidden("have tanks outside territory of P");

        Assert.Equal("P", Is<VariableArgument>(Is<TerritoryPlace>(Is<PlaceArgument>(Role(pattern, "outside")).Place).Of).Variable);
    }

    [Fact]
    public void A_defined_noun_has_the_roles_of_what_it_is_made_from()
    {
        var agreement = Agreement("""
              define large_exercise (large_exercises) at "2" { means exercise y where troops of y at least 9_000 }
              clause test { each party must not hold large_exercise x in area }
            """);

        var act = Is<DoAct>(agreement.Clauses[0].Readings[0].Content.Sentence.Act);

        Assert.Equal(new DefinedNoun("large_exercise"), act.Pattern.Noun);
        Assert.Equal("area", Is<TablePlace>(Is<PlaceArgument>(Role(act.Pattern, "in")).Place).Table);
        Assert.Equal("large_exercises", agreement.Definitions["large_exercise"].Plural);
    }

    [Fact]
    public void A_defined_noun_for_actors_can_be_bound_together()
    {
        var agreement = Agreement("""
              define outsider (outsiders) at "2" { means actor P where P is not northern }
              clause test { outsiders together must keep number of tanks of outsiders at most 3 }
            """);

        var sentence = agreement.Clauses[0].Readings[0].Content.Sentence;

        Assert.True(sentence.Subject.Together);
        Assert.Equal(new DefinedNoun("outsider"), sentence.Subject.Each!.Noun);
        var where = Is<NotCondition>(agreement.Definitions["outsider"].Readings[0].Content.Where);
        Assert.Equal(new MemberNoun("northern", "northern"), Assert.Single(Is<IsOneOfCondition>(where.Operand).Nouns));
    }

    [Fact]
    public void A_breach_of_another_clause_is_an_event()
    {
        var agreement = Agreement("""
              clause meeting { when breach b of silence by A
                A must give withdrawal_notice within 24 hours after b }
              clause silence { each party must not make flight over area }
            """);

        var when = agreement.Clauses[0].When!;

        Assert.Equal(new BreachNoun("breach", "silence"), when.Noun);
        Assert.Equal("A", Is<VariableArgument>(Role(when, "by")).Variable);
    }
}
