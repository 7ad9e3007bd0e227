using Pacta.Language.Syntax;

namespace Pacta.Tests.Language.Parsing;

public sealed class TimeTests
{
    [Fact]
    public void Forty_two_days_before_the_start_is_a_chain_of_two()
    {
        var time = Reading.Timing<NoLaterTiming>("no later than 42 days before start of x").Time;

        Assert.Equal([true], time.IsBefore);
        Assert.Equal(42, Assert.IsType<DurationInstantSyntax>(time.Instants[0]).Duration.Number.Value);
        Assert.Equal("start", Reading.Noun(Assert.IsType<PhraseInstantSyntax>(time.Instants[1]).Phrase.Head).Name.Text);
    }

    [Fact]
    public void Day_2_is_an_instant_and_days_may_be_counted_from_it()
    {
        var limit = Reading.Timing<SpanTiming>("as from 14 days after day 2 after entry_into_force").Limit;

        Assert.False(limit.IsUntil);
        Assert.Equal([false, false], limit.Time.IsBefore);
        Assert.Equal(2, Assert.IsType<DayInstantSyntax>(limit.Time.Instants[1]).Number.Value);
    }

    [Fact]
    public void An_amount_may_say_how_many_days_before()
    {
        var time = Reading.Timing<NoLaterTiming>("no later than notice_days of A before start of x").Time;

        Assert.Equal([true], time.IsBefore);
        Assert.Equal("A", Reading.Noun(Reading.Noun(Assert.IsType<PhraseInstantSyntax>(time.Instants[0]).Phrase.Head).Of!).Name.Text);
    }

    [Fact]
    public void Within_has_a_duration_and_perhaps_an_anchor()
    {
        var bare = Reading.Timing<WithinTiming>("within 48 hours");
        Assert.Null(bare.Anchor);

        var after = Reading.Timing<WithinTiming>("within 5 working days after day 1 after r");
        Assert.Equal(("working", "days"), (after.Duration.Manner?.Text, after.Duration.Unit.Text));
        Assert.Equal(2, after.Anchor?.Instants.Length);

        Assert.True(Reading.Timing<WithinTiming>("within 3 days before start of x").IsBefore);
    }

    [Fact]
    public void Every_names_a_period_or_a_length()
    {
        var yearly = Reading.Timing<YearlyTiming>("every year by 15 november");
        Assert.Equal(("year", 15m, "november"), (yearly.Cycle.Text, yearly.Day?.Value, yearly.Month?.Text));
        Assert.Equal(6, Reading.Timing<EveryTiming>("every 6 months").Duration.Number.Value);
    }

    [Fact]
    public void Several_times_follow_one_another()
    {
        var timings = Reading.Sentence(
            "ukraine must take border_control\n  no earlier than day 1 after e\n  no later than 2015-12-31\n  as from 2015-02-15 00:00 until 2016-01").Timings;

        Assert.Equal(
            [typeof(NoEarlierTiming), typeof(NoLaterTiming), typeof(SpanTiming), typeof(SpanTiming)], timings.Select(t => t.GetType()));
    }

    [Fact]
    public void From_is_a_place_and_as_from_a_time()
    {
        var sentence = Reading.Sentence("P must make exit of w from black_sea as from 2018-02-05");

        Assert.Equal("from", Assert.Single(Assert.IsType<DoAct>(sentence.Act).Pattern.Phrase.Tail).Preposition.Text);
        Assert.IsType<SpanTiming>(Assert.Single(sentence.Timings));
    }

    [Fact]
    public void During_looks_back_from_an_event()
    {
        var there = Assert.IsType<ThereConditionSyntax>(Reading.Condition("there was no coordination c by P to B during 24 hours before f"));

        Assert.True(there is { IsNo: true, IsBefore: true });
        Assert.Equal(24, there.During?.Number.Value);
        Assert.Equal(["by", "to"], there.Phrase.Tail.Select(p => p.Preposition.Text));
    }

    [Fact]
    public void There_is_takes_the_reserved_word_is() =>
        Assert.Equal("is", Assert.IsType<ThereConditionSyntax>(Reading.Condition("there is consent by P")).Verb.Text);
}
