using Pacta.Model.Agreements;
using Pacta.Model.Time;
using static Pacta.Tests.Language.Binding.Bound;

namespace Pacta.Tests.Language.Binding;

public sealed class SentenceTests
{
    private static Timing TimingOf(string timing) => Sentence($"when exercise x by A\nA must give notification of x to borland {timing}").Timing;

    [Fact]
    public void A_deadline_may_be_counted_back_from_the_start()
    {
        var offset = Is<OffsetTime>(TimingOf("no later than 42 days before start of x").NoLater);

        Assert.Equal(new Lapse(42, LapseUnit.Day), offset.Lapse);
        Assert.True(offset.Before);
        Assert.Equal("x", Is<VariableArgument>(Is<StartTime>(offset.Origin).Of).Variable);
        Assert.Equal("42 days before start of x", offset.Text);
    }

    [Fact]
    public void A_chain_of_times_is_read_from_the_right()
    {
        var last = Is<OffsetTime>(TimingOf("no later than 14 days after day 2 after entry_into_force").NoLater);

        var day = Is<DayTime>(last.Origin);
        Assert.Equal(2, day.Day);
        Assert.False(day.Before);
        Is<EntryIntoForceTime>(day.Origin);
    }

    [Fact]
    public void Within_has_a_length_and_perhaps_an_anchor()
    {
        var anchored = TimingOf("within 5 working days after x").Within!;
        var bare = TimingOf("within 48 hours").Within!;

        Assert.Equal(new Lapse(5, LapseUnit.WorkingDay), anchored.Length);
        Is<StartTime>(anchored.Anchor);
        Assert.Null(bare.Anchor);
    }

    [Fact]
    public void A_variable_alone_is_the_start_of_its_event() =>
        Assert.Equal("x", Is<VariableArgument>(Is<StartTime>(TimingOf("no later than x").NoLater).Of).Variable);

    [Fact]
    public void The_end_of_an_event_is_said_aloud() => Is<EndTime>(TimingOf("no later than end of x").NoLater);

    [Theory]
    [InlineData("every year by 15 november", 11, 15)]
    [InlineData("every year", 12, 31)]
    public void A_yearly_duty_has_a_day(string words, int month, int day)
    {
        var cycle = Is<YearlyCycle>(Sentence($"each party must give withdrawal_notice {words}").Timing.Cycle);

        Assert.Equal((month, day), (cycle.Month, cycle.Day));
    }

    [Fact]
    public void A_period_is_counted_from_a_beginning()
    {
        var timing = Sentence("each party must give withdrawal_notice every 6 months as from entry_into_force").Timing;

        Assert.Equal(new Lapse(6, LapseUnit.Month), Is<PeriodicCycle>(timing.Cycle).Length);
        Is<EntryIntoForceTime>(timing.From);
    }

    [Fact]
    public void An_amount_of_time_may_be_counted_from_something()
    {
        var agreement = Agreement("""
              amount notice_days of actor P at "13" {
                8 days   if P is northern
                15 days  otherwise
              }
              clause test {
                when exercise x by A
                A must give notification of x to borland no later than notice_days of A before start of x
              }
            """);

        var offset = Is<TableOffsetTime>(agreement.Clauses[0].Readings[0].Content.Sentence.Timing.NoLater);

        Assert.Equal("notice_days", offset.Table);
        Assert.Equal("A", Is<VariableArgument>(offset.Parameter).Variable);
        Assert.Equal(new Lapse(8, LapseUnit.Day), Is<LapseRow>(agreement.Tables["notice_days"].Readings[0].Content[0].Values[0]).Lapse);
    }

    [Fact]
    public void A_deadline_may_wait_for_another_duty()
    {
        var agreement = Agreement("""
              clause first { each party must not have tanks in area }
              clause second { aland must give withdrawal_notice no later than day 5 after fulfilment of first }
            """);

        var day = Is<DayTime>(agreement.Clauses[1].Readings[0].Content.Sentence.Timing.NoLater);

        Assert.Equal("first", Is<FulfilmentTime>(day.Origin).Clause);
    }

    [Fact]
    public void A_power_takes_effect_later()
    {
        var sentence = Sentence("each party has power to give withdrawal_notice n effective 6 months after n");

        Assert.Equal(Modality.Power, sentence.Modality);
        Is<OffsetTime>(sentence.Timing.Effective);
    }

    [Fact]
    public void Keep_all_of_has_one_line_for_each_finding()
    {
        var keep = Is<KeepAct>(Sentence("each party P must keep all of {\n number of tanks of P at most 3\n number of guns of P at most 4\n}").Act);

        Assert.Equal(["number of tanks of P at most 3", "number of guns of P at most 4"], keep.Lines.Select(l => l.Text));
    }

    [Fact]
    public void Several_bearers_may_be_bound_as_one()
    {
        var subject = Sentence("when request_for_talks r by A to B\nA, B together must give withdrawal_notice within 3 days after r").Subject;

        Assert.True(subject.Together);
        Assert.Equal(["A", "B"], subject.Names.Select(n => Is<VariableArgument>(n).Variable));
    }

    [Fact]
    public void An_otherwise_sees_the_variables_of_its_clause()
    {
        var sentence = Sentence("when exercise x by A\nA must give notification of x to borland within 2 days after x\notherwise borland may give notification of x to A");

        Assert.Equal(Modality.May, sentence.Otherwise!.Modality);
        Assert.Equal("A", Is<VariableArgument>(Role(Is<DoAct>(sentence.Otherwise.Act).Pattern, "to")).Variable);
    }

    [Theory]
    [InlineData("each party P may have tanks of P")]
    [InlineData("each party must not have tanks")]
    [InlineData("each party P must keep number of tanks of P at most 3")]
    [InlineData("each party has power to give withdrawal_notice")]
    public void Only_a_duty_to_do_needs_a_deadline(string sentence) => Assert.Equal(Timing.None, Sentence(sentence).Timing);
}
