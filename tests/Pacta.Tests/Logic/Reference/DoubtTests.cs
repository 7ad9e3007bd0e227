using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Logic.Reference;

/// <summary>One doubt stays one doubt, however often it is looked at.</summary>
public sealed class DoubtTests
{
    [Fact]
    public void A_rough_figure_that_stays_is_kept_throughout_or_broken_throughout()
    {
        var finding = Findings(
            "clause ceiling { each party P must keep number of tanks of P at most 100 }",
            [
                Report("r1", "watch", "depot", "tank", "2020-02-01", """ "of":"aland","fields":{"count":{"about":100}} """),
                Report("r2", "watch", "other", "tank", "2020-03-01", """ "of":"borland","fields":{"count":5} """),
                Report("r3", "watch", "third", "tank", "2020-04-01", """ "of":"borland","fields":{"count":5} """),
            ],
            "2020-06-01",
            "suspended by cedria as from 2020-05-01").Single("ceiling", "aland");

        Assert.Equal("Undetermined: Met or Breached", Outcome(finding));
        Assert.Equal("Met 2020-01-01", Course(finding));
        Assert.Equal("2020-02-01T00:00:00Z", $"{finding.DoubtfulFrom}");
    }

    [Fact]
    public void A_rough_figure_that_changes_may_have_been_too_high_for_a_time()
    {
        var finding = Findings(
            "clause ceiling { each party P must keep number of tanks of P at most 100 }",
            [
                Report("r1", "watch", "depot", "tank", "2020-02-01", """ "of":"aland","fields":{"count":{"low":90,"high":110}} """),
                Report("r2", "watch", "depot", "tank", "2020-03-01", """ "of":"aland","fields":{"count":{"low":80,"high":104}} """),
            ],
            "2020-06-01").Single("ceiling", "aland");

        Assert.Equal("Undetermined: Met or Breached or Cured", Outcome(finding));
    }

    [Fact]
    public void Readings_without_end_are_tried_one_by_one_and_nothing_is_called_certain()
    {
        var nouns = string.Join('\n', Enumerable.Range(10, 16).Select(n => $$"""
            define big_{{n}} {
              reading low { means exercise x where troops of x at least {{n}} }
              reading high { means exercise x where troops of x at least {{n + 1}} }
            }
            """));
        var either = string.Join('\n', Enumerable.Range(10, 16).Select(n => $"x is big_{n}"));
        var finding = Findings(
            $$"""
            {{nouns}}
            clause quiet { each party must not hold exercise x where any of { {{either}} } }
            """,
            [Report("r1", "watch", "storm", "exercise", "2020-02-03", """ "by":"aland","fields":{"troops":500} """)],
            "2020-03-01").Single("quiet", "aland");

        Assert.Equal("Undetermined: Breached", Outcome(finding));
        Assert.Contains(Assumed(finding), a => a.StartsWith("more than 1024 combinations of readings", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reply_is_owed_to_who_asked_and_to_nobody_who_has_left()
    {
        const string Answer = """
            clause answer {
              when visit_request r by A to B
              B must give reply to r within 48 hours after r
            }
            """;
        string[] lines = [Report("r1", "watch", "q", "visit_request", "2020-02-01T10:00:00Z", """ "by":"aland","to":"borland" """)];

        Assert.Equal("aland", Findings(Answer, lines, "2020-03-01").Single("answer", "borland").Beneficiary);
        Assert.Equal("Open 2020-02-01; Lapsed 2020-02-02", Course(Findings(Answer, lines, "2020-03-01", "withdrawn by aland as from 2020-02-02").Single("answer", "borland")));
    }

    private const string Reply = """
        clause answer {
          when visit_request r by A to B
          while B is not belligerent
          B must give reply to r within 90 days after r
        }
        """;

    [Fact]
    public void A_disputed_end_of_while_leaves_open_whether_the_duty_lapsed()
    {
        var finding = Findings(
            Reply,
            [
                Report("r1", "watch", "q", "visit_request", "2020-02-01", """ "by":"aland","to":"borland" """),
                Report("r2", "watch", "storm", "war", "2020-03-01", """ "by":"borland" """),
                Report("r3", "watch", "calm", "peace", "2020-04-01", """ "by":"borland" """),
                Denial("r4", "beta", "storm", "war"),
            ],
            "2020-12-01").Single("answer", "borland");

        Assert.Equal("Contested: Breached or Lapsed", Outcome(finding));
    }

    [Fact]
    public void A_thing_that_comes_later_excuses_nothing_before()
    {
        var finding = Findings(
            """
            clause answer {
              when visit_request r by A to B
              B must give reply to r within 2 days after r
              unless there is tank of B in north
            }
            """,
            [
                Report("r1", "watch", "q", "visit_request", "2020-02-01", """ "by":"aland","to":"borland" """),
                Report("r2", "watch", "depot", "tank", "2020-06-01", """ "of":"borland","in":"north" """),
            ],
            "2020-12-01").Single("answer", "borland");

        Assert.Equal("Certain: Breached", Outcome(finding));
    }

    private const string Exit = """
        clause exit { each party has power to give withdrawal_notice n effective 2 months after n }
        """;

    private static readonly string Notice = Report("r1", "alpha", "n", "withdrawal_notice", "2020-03-15", """ "by":"aland" """);

    [Fact]
    public void A_disputed_withdrawal_leaves_open_whether_a_prohibition_has_lapsed()
    {
        var finding = Findings(
            Exit + "\nclause quiet { each party must not open fire }", [Notice, Denial("r2", "beta", "n", "withdrawal_notice")], "2020-12-01").Single("quiet", "aland");

        Assert.Equal("Contested: Met or Lapsed", Outcome(finding));
    }

    [Fact]
    public void A_disputed_withdrawal_takes_no_minimum_away()
    {
        var findings = Findings(
            Exit + "\nclause visits { each party P must keep number of visits by P per calendar month at least 1 }",
            [Notice, Denial("r2", "beta", "n", "withdrawal_notice")],
            "2020-07-15");

        Assert.Equal("Contested: Dormant or Breached", Outcome(findings.Single("visits", "aland", "2020-06")));
    }

    [Fact]
    public void A_withdrawal_in_an_imprecise_month_is_over_in_the_end()
    {
        var finding = Findings(
            Exit + "\nclause quiet { each party must not open fire }", [Report("r1", "alpha", "n", "withdrawal_notice", "2020-03", """ "by":"aland" """)], "2020-12-01");

        Assert.Equal("Certain: Exercised", Outcome(finding.Single("exit", "aland")));
        Assert.Equal("Certain: Lapsed", Outcome(finding.Single("quiet", "aland")));
    }

    [Fact]
    public void A_void_withdrawal_ends_nothing()
    {
        var findings = Findings(
            "clause exit { while cedria is belligerent\n each party has power to give withdrawal_notice n effective 2 months after n }\nclause quiet { each party must not open fire }",
            [Notice],
            "2020-12-01");

        Assert.Equal("Certain: Void", Outcome(findings.Single("exit", "aland")));
        Assert.Equal("Certain: Met", Outcome(findings.Single("quiet", "aland")));
    }

    [Fact]
    public void An_act_without_an_author_breaks_nobodys_duty_for_certain()
    {
        var finding = Findings(
            """
            clause notice {
              when exercise x by A
              A must give report to cedria within 5 days after x
            }
            """,
            [Report("r1", "watch", "storm", "exercise", "2020-03-01")],
            "2020-12-01").Single();

        Assert.Equal("Undetermined: Dormant or Breached", Outcome(finding));
    }

    [Fact]
    public void An_imprecise_trigger_may_have_been_due_before_the_suspension()
    {
        var finding = Findings(
            """
            clause answer {
              when visit_request r by A to B
              B must give reply to r within 2 days after r
            }
            """,
            ["""{"id":"r1","source":"watch","recorded":"2020-12-31T00:00:00Z","event":"q","kind":"visit_request","time":{"from":"2020-03-10","to":"2020-03-21"},"by":"aland","to":"borland"}"""],
            "2020-05-01",
            "suspended by borland as from 2020-03-22 until 2020-06-30").Single("answer", "borland");

        Assert.Equal("Undetermined: Breached or Suspended", Outcome(finding));
    }

    [Theory]
    [InlineData("suspended by aland as from 2020-06-01 until 2020-08-31")]
    [InlineData("expires 2020-07-01")]
    public void What_was_not_kept_for_a_time_stays_so_when_the_duty_rests(string header)
    {
        var finding = Findings(
            "clause cap { each party P must keep number of guns of P at most 10 }",
            [
                Report("r1", "watch", "park", "gun", "2020-03-01", """ "of":"aland","fields":{"count":12} """),
                Report("r2", "watch", "park", "gun", "2020-04-01", """ "of":"aland","fields":{"count":8} """),
            ],
            "2020-12-31",
            header).Single("cap", "aland");

        Assert.Equal("Certain: Cured", Outcome(finding));
    }

    [Fact]
    public void That_it_may_not_have_been_kept_for_a_time_is_not_forgotten_when_the_duty_ends()
    {
        var finding = Findings(
            "clause cap { each party P must keep number of guns of P at most 10 }",
            [
                Report("r1", "watch", "park", "gun", "2020-03-01", """ "of":"aland","fields":{"count":{"low":9,"high":12}} """),
                Report("r2", "watch", "park", "gun", "2020-04-01", """ "of":"aland","fields":{"count":8} """),
            ],
            "2020-12-31",
            "expires 2020-07-01").Single("cap", "aland");

        Assert.Equal("Undetermined: Cured or Lapsed", Outcome(finding));
    }

    [Theory]
    [InlineData("each party must not open fire")]
    [InlineData("each party P must keep number of guns of P at most 10")]
    public void A_lasting_duty_is_not_settled_by_what_was_said_of_january(string sentence)
    {
        var findings = Findings(
            $"clause calm {{ {sentence} }}",
            ["""{"type":"complete","id":"k1","source":"watch","recorded":"2020-12-31","kinds":"all","through":"2020-01-31"}"""],
            "2020-12-31");

        Assert.All(findings, f => Assert.False(f.IsSettled));
        Assert.All(findings, f => Assert.DoesNotContain(Assumed(f), a => a.StartsWith("nothing is missing", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_act_in_time_that_may_not_count_is_not_late()
    {
        var finding = Findings(
            """
            clause answer {
              when visit_request q by A to B
              B must hold full_meeting m no later than 10 days after q
            }
            """,
            [
                Report("r1", "watch", "ask", "visit_request", "2020-05-01", """ "by":"aland","to":"borland" """),
                Report("r2", "watch", "met", "summit", "2020-05-02", """ "by":"borland" """),
            ],
            "2020-12-31",
            """
            event hold summit (summits) by actor with full truth
            define full_meeting { means summit s where s is full }
            """).Single("answer", "borland");

        Assert.Equal("Undetermined: Met or Breached", Outcome(finding));
    }

    [Theory]
    [InlineData("unless there was consent by aland during 30 days before n", "")]
    [InlineData("", "exception waived to leave { if there was consent by aland }")]
    public void A_power_is_not_there_while_its_exception_applies(string unless, string exception)
    {
        var findings = Findings(
            $$"""
            clause leave {
              each party has power to give withdrawal_notice n effective 3 months after n {{unless}}
            }
            {{exception}}
            clause cap { each party P must keep number of guns of P at most 10 }
            """,
            [
                Report("r1", "watch", "yes", "consent", "2020-07-01", """ "by":"aland" """),
                Report("r2", "watch", "note", "withdrawal_notice", "2020-07-15", """ "by":"aland" """),
                Report("r3", "watch", "park", "gun", "2020-02-01", """ "of":"aland","fields":{"count":8} """),
            ],
            "2020-12-31");

        Assert.Equal("Certain: Void", Outcome(findings.Single("leave", "aland")));
        Assert.Equal("Certain: Met", Outcome(findings.Single("cap", "aland")));
    }

    [Fact]
    public void A_doubt_that_leaves_it_as_it_was_is_no_second_breach()
    {
        var finding = Findings(
            """
            clause ceiling { each party P must keep number of tanks of P at most 5 }
            exception war to ceiling { if P is belligerent }
            """,
            [
                Report("r1", "watch", "depot", "tank", "2020-02-01", """ "of":"aland","fields":{"count":8} """),
                Report("r2", "paper", "fray", "war", "2020-03-01", """ "by":"aland" """),
                Denial("r3", "alpha", "fray", "war"),
                Report("r4", "watch", "calm", "peace", "2020-04-01", """ "by":"aland" """),
            ],
            "2020-06-01").Single("ceiling", "aland");

        Assert.Equal("Certain: Breached", Outcome(finding));
        Assert.Equal("Met 2020-01-01; Breached 2020-02-01", Course(finding));
    }
}
