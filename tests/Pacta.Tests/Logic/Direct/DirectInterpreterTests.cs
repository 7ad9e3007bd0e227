using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Pacta.Logic.Direct;
using Pacta.Model.Findings;

namespace Pacta.Tests.Logic.Direct;

/// <summary>What the direct interpreter finds in small histories that can be checked by hand.</summary>
public sealed class DirectInterpreterTests
{
    private const string Notice = """
        clause notice {
          when exercise x by A
          A must give notification of x to borland no later than 10 days before start of x
        }
        """;

    private const string Answer = """
        clause answer {
          when visit_request r by A to B
          B must give reply to r within 48 hours after r
        }
        """;

    private const string Ceiling = """
        clause ceiling {
          each party P must keep number of tanks of P at most 3
        }
        """;

    [Fact]
    public void A_notice_at_the_end_of_the_tenth_day_before_is_in_time()
    {
        var finding = Single(Notice, "2020-04-01", Exercise("2020-03-21 09:00"), Notification("2020-03-11 23:59:59.999999999"));

        Assert.Equal(ClauseState.Met, finding.State);
    }

    [Fact]
    public void A_notice_one_tick_later_is_too_late_and_cannot_be_cured()
    {
        var finding = Single(Notice, "2020-04-01", Exercise("2020-03-21 09:00"), Notification("2020-03-12 00:00"));

        Assert.Equal([new DirectChange(ClauseState.Breached, At("2020-03-21 09:00"))], finding.Changes);
    }

    [Fact]
    public void A_reply_exactly_48_hours_after_the_request_is_in_time()
    {
        var finding = Single(Answer, "2020-04-01", Request("2020-03-01 10:00"), Reply("2020-03-03 10:00"));

        Assert.Equal(
            [new DirectChange(ClauseState.Open, At("2020-03-01 10:00")), new DirectChange(ClauseState.Met, At("2020-03-03 10:00"))],
            finding.Changes);
    }

    [Fact]
    public void A_later_reply_cures_the_breach()
    {
        var finding = Single(Answer, "2020-04-01", Request("2020-03-01 10:00"), Reply("2020-03-03 10:00:00.000000001"));

        Assert.Equal([ClauseState.Open, ClauseState.Breached, ClauseState.Cured], finding.Changes.Select(c => c.State));
    }

    [Fact]
    public void A_duty_is_open_at_its_due_and_breached_after_it()
    {
        Assert.Equal(ClauseState.Open, Single(Answer, "2020-03-03 10:00", Request("2020-03-01 10:00")).State);
        Assert.Equal(ClauseState.Breached, Single(Answer, "2020-03-03 10:00:00.000000001", Request("2020-03-01 10:00")).State);
    }

    [Fact]
    public void A_planned_exercise_opens_the_duty_and_nothing_is_breached_yet() =>
        Assert.Equal(ClauseState.Open, Single(Notice, "2020-03-20", Exercise("2020-03-21 09:00")).State);

    [Fact]
    public void A_ceiling_is_breached_while_too_much_is_there()
    {
        var findings = Evaluate(
            Ceiling, "2020-04-01", Tanks("t1", "2020-02-10 00:00", 3), Tanks("t2", "2020-03-01 12:00", 1), Tanks("t1", "2020-03-05 12:00", 2));

        Assert.Equal(
            [
                new DirectChange(ClauseState.Met, At("2020-01-31 00:00")),
                new DirectChange(ClauseState.Breached, At("2020-03-01 12:00")),
                new DirectChange(ClauseState.Cured, At("2020-03-05 12:00")),
            ],
            findings.Single(f => f.Bearers is ["aland"]).Changes);
        Assert.Equal(ClauseState.Met, findings.Single(f => f.Bearers is ["borland"]).State);
    }

    [Fact]
    public void An_open_duty_is_suspended_with_the_agreement_and_does_not_revive()
    {
        var finding = Assert.Single(Evaluate(
            Answer, ["suspended by borland as from 2020-03-02 until 2020-03-02"], "2020-04-01", Request("2020-03-01 10:00")));

        Assert.Equal([ClauseState.Open, ClauseState.Suspended], finding.Changes.Select(c => c.State));
    }

    [Fact]
    public void An_approximate_number_is_refused()
    {
        var told = ToldFact.Thing("t1", "tank", At("2020-03-01 00:00")) with
        {
            Fields = [("count", new Pacta.Model.Values.NumberValue(new Pacta.Model.Values.NumberRange(3, 5), string.Empty))],
        };

        var refusal = Assert.Throws<NotSupportedException>(() => Evaluate(Ceiling, "2020-04-01", told));
        Assert.Equal("count of t1@0 is not exact", refusal.Message);
    }

    private static Instant At(string text)
    {
        var pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");
        var withSeconds = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss;FFFFFFFFF");
        var parsed = pattern.Parse(text.Length == 10 ? text + " 23:59" : text);
        return (parsed.Success ? parsed : withSeconds.Parse(text)).Value.InUtc().ToInstant();
    }

    private static ToldFact Exercise(string at) => ToldFact.Event("exercise_1", "exercise", At(at)).With("by", "aland");

    private static ToldFact Notification(string at) =>
        ToldFact.Event("notification_1", "notification", At(at)).With("by", "aland").With("of", "exercise_1").With("to", "borland");

    private static ToldFact Request(string at) => ToldFact.Event("request_1", "visit_request", At(at)).With("by", "aland").With("to", "borland");

    private static ToldFact Reply(string at) => ToldFact.Event("reply_1", "reply", At(at)).With("by", "borland").With("to", "request_1");

    private static ToldFact Tanks(string id, string at, int count) => ToldFact.Thing(id, "tank", At(at)).With("of", "aland").With("count", count, string.Empty);

    private static DirectFinding Single(string clause, string through, params ReadOnlySpan<ToldFact> facts) =>
        Assert.Single(Evaluate(clause, through, facts));

    private static ImmutableArray<DirectFinding> Evaluate(string clause, string through, params ReadOnlySpan<ToldFact> facts) =>
        Evaluate(clause, [], through, facts);

    private static ImmutableArray<DirectFinding> Evaluate(string clause, string[] header, string through, params ReadOnlySpan<ToldFact> facts)
    {
        var example = new InventedCase("UTC", ["parties aland, borland", "enters into force 2020-01-31", .. header], [clause], [.. facts], At(through));
        var (agreement, mistakes) = example.Compile();
        Assert.Empty(mistakes);
        return DirectInterpreter.Evaluate(agreement!, example.History);
    }
}
