using Pacta.Language.Syntax;

namespace Pacta.Tests.Language.Parsing;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("A must give reply to r", Modal.Must)]
    [InlineData("A must not open fire", Modal.MustNot)]
    [InlineData("A may give refusal to r", Modal.May)]
    [InlineData("A has power to give withdrawal_notice n", Modal.HasPowerTo)]
    [InlineData("A, B together have power to give invitation to actor S", Modal.HasPowerTo)]
    public void There_are_four_modals(string text, Modal modal) => Assert.Equal(modal, Reading.Sentence(text).Modal);

    [Fact]
    public void The_bearer_is_each_party_or_a_list_that_may_act_together()
    {
        var each = Reading.Sentence("each party P must not have weapons").Subject;
        Assert.Equal(("party", "P"), (each.Each?.Text, each.Variable?.Text));

        var both = Reading.Sentence("ukraine, cadlr together must make disengagement in a").Subject;
        Assert.True(both.Together);
        Assert.Equal(["ukraine", "cadlr"], both.Names.Select(n => n.Text));
    }

    [Fact]
    public void Keep_takes_a_condition_and_have_a_pattern()
    {
        Assert.IsType<KeepAct>(Reading.Sentence("each party P must keep number of tanks of P at most 75").Act);
        var have = Assert.IsType<HaveAct>(Reading.Sentence("each party P must not have warship w of P in straits where tonnage of w more than 15_000 t").Act);
        Assert.NotNull(have.Pattern.Where);
    }

    [Fact]
    public void A_must_without_a_time_is_read_because_its_meaning_is_not_asked_here() =>
        Assert.Empty(Reading.Sentence("A must give reply to r").Timings);

    [Fact]
    public void Otherwise_begins_a_sentence_of_its_own_after_unless()
    {
        var sentence = Reading.Sentence("B must give reply to r\n  within 48 hours after r\n  unless r is void\n  otherwise A has power to send meeting_request to B");

        Assert.IsType<IsConditionSyntax>(sentence.Unless);
        Assert.Equal(Modal.HasPowerTo, sentence.Otherwise?.Modal);
    }

    [Fact]
    public void Unless_may_hold_a_list_of_conditions_and_a_time_may_follow_a_list()
    {
        var unless = Reading.Sentence("each party P must not open fire\n  unless all of {\n    there was consent by B\n    P is ready\n  }").Unless;
        Assert.Equal(2, Assert.IsType<BlockConditionSyntax>(unless).Lines.Length);

        var keep = Reading.Sentence("each party P must keep all of {\n  number of tanks of P at most 5\n}\n  as from 40 months after entry_into_force");
        Assert.IsType<SpanTiming>(Assert.Single(keep.Timings));
    }

    [Fact]
    public void A_clause_may_have_readings_with_holders_each_with_its_while()
    {
        var clause = Reading.Clause(
            "note \"n\"\nstatus political\nclaimed by gorbachev \"interview\"\ndenied by nato\nwhen local_elections e by ukraine\n"
            + "reading after_reform by usni, text {\n  while reform is met\n  ukraine must take border_control\n}\n"
            + "reading at_elections {\n  ukraine must take border_control\n}");

        Assert.Equal("political", clause.Status?.Text);
        Assert.Equal([false, true], clause.Claims.Select(c => c.IsDenied));
        Assert.NotNull(clause.When);
        Assert.Equal(["after_reform", "at_elections"], clause.Readings.Select(r => r.Name!.Text));
        Assert.Equal(["usni", "text"], clause.Readings[0].HeldBy.Select(n => n.Text));
        Assert.NotNull(clause.Readings[0].Content.While);
        Assert.Null(clause.Readings[1].Content.While);
    }

    [Fact]
    public void An_exception_names_its_clauses_and_may_have_a_sentence()
    {
        var agreement = Reading.Declaration<AgreementSyntax>(
            "agreement \"A\" as aa {\n  exception e1x to one, two at \"41\" {\n    if x is alert\n      or x is small\n    A must give reply no later than start of x\n  }\n}");

        var exception = Assert.IsType<ExceptionSyntax>(Assert.Single(agreement.Items));
        Assert.Equal(["one", "two"], exception.To.Select(n => n.Text));
        Assert.Equal(Connective.Or, Assert.IsType<JoinedConditionSyntax>(exception.If).Connective);
        Assert.IsType<NoLaterTiming>(Assert.Single(exception.Sentence!.Timings));
    }
}
