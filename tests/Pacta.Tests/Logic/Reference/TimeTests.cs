using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Logic.Reference;

/// <summary>Times that are disputed, and times that the sentence takes from its trigger.</summary>
public sealed class TimeTests
{
    private static string Fire(string id, string source, string time, string by = "aland", string @event = "shots") =>
        Report(id, source, @event, "fire", time, $"\"by\":\"{by}\",\"in\":\"north\"");

    [Fact]
    public void Rival_times_on_both_sides_of_an_until_are_contested_and_named()
    {
        var finding = Findings("clause quiet { each party must not open fire until 2020-02-10 }", [Fire("r1", "watch", "2020-02-09"), Fire("r2", "paper", "2020-02-11")], "2020-03-01")
            .Single("quiet", "aland");

        Assert.Equal("Contested: Dormant or Breached", Outcome(finding));
        Assert.Equal(["time of shots"], finding.Outcomes.SelectMany(o => o.If).Select(c => c.Subject).Distinct());
    }

    [Fact]
    public void Until_the_end_of_the_event_that_opened_it()
    {
        const string Clause = """
            clause quiet {
              when exercise x by A
              A must not open fire until end of x
            }
            """;
        string[] lines =
        [
            Report("r1", "watch", "storm", "exercise", "2020-02-01", """ "end":"2020-02-10","by":"aland" """),
            Fire("r2", "watch", "2020-02-05", @event: "early"),
            Fire("r3", "watch", "2020-02-20", @event: "late"),
        ];

        var findings = Findings(Clause, lines, "2020-03-01");

        Assert.Equal("Certain: Breached", Outcome(findings.Single("quiet", "aland", "early")));
        Assert.DoesNotContain(findings, f => f.Trigger.Contains("late"));
    }

    [Fact]
    public void A_reading_that_binds_somebody_else_says_nothing_about_the_others()
    {
        const string Clause = """
            clause quiet {
              reading host by aland { borland must not open fire }
              reading guest by borland { cedria must not open fire }
            }
            """;

        var findings = Findings(Clause, [Fire("r1", "watch", "2020-02-05", "borland")], "2020-03-01");

        Assert.Equal("Certain: Met", Outcome(findings.Single("quiet", "cedria")));
        Assert.Equal("Contested: Dormant or Breached", Outcome(findings.Single("quiet", "borland")));
    }

    [Fact]
    public void An_act_is_not_its_own_excuse()
    {
        var finding = Findings(
            "clause calm { each party P must not open fire f unless there was fire during 30 minutes before f }",
            [Fire("r1", "watch", "2020-02-05")],
            "2020-03-01").Single("calm", "aland");

        Assert.Equal("Certain: Breached", Outcome(finding));
        Assert.Contains(Assumed(finding), a => a.StartsWith("nobody reported that “there was fire during 30 minutes before f”", StringComparison.Ordinal));
    }

    [Fact]
    public void A_due_that_is_not_known_makes_nothing_lapse()
    {
        var finding = Findings(
            """
            clause talk {
              when exercise x by A
              A must hold meeting within 3 days after end of x
            }
            """,
            [Report("r1", "watch", "storm", "exercise", "2020-02-03", """ "by":"aland" """)],
            "2020-06-01").Single("talk", "aland");

        Assert.Equal("Undetermined: Open or Breached", Outcome(finding));
    }

    [Fact]
    public void An_act_that_came_too_early_is_named()
    {
        var finding = Findings(
            """
            clause answer {
              when visit_request r by A to B
              B must give reply to r no earlier than 1 day after r no later than 9 days after r
            }
            """,
            [
                Report("r1", "watch", "q", "visit_request", "2020-02-03", """ "by":"aland","to":"borland" """),
                Report("r2", "beta", "hasty", "reply", "2020-02-03", """ "by":"borland","to":"q" """),
            ],
            "2020-06-01").Single("answer", "borland");

        Assert.Equal("Certain: Breached", Outcome(finding));
        Assert.Contains("hasty, as beta reported it, came before the time in which it counts", Pacta.Presentation.Words.Speech.Default.Notes.NotCounted([finding]));
    }

    private const string Answer = """
        clause answer {
          when visit_request r by A to B
          B must give reply to r within 3 days after r
        }
        """;

    [Fact]
    public void A_reply_of_the_same_day_came_after_the_request_though_nobody_noted_the_hour()
    {
        var finding = Findings(
            Answer,
            [
                Report("r1", "watch", "q", "visit_request", "2020-02-03T15:00:00Z", """ "by":"aland","to":"borland" """),
                Report("r2", "beta", "same_day", "reply", "2020-02-03", """ "by":"borland","to":"q" """),
            ],
            "2020-06-01").Single("answer", "borland");

        Assert.Equal("Certain: Met", Outcome(finding));
    }

    [Fact]
    public void Of_two_imprecise_deadlines_the_due_may_be_either()
    {
        var finding = Findings(
            """
            clause tell {
              when exercise x by A
              A must give notification of x to borland within 10 days after x no later than 5 days after end of x
            }
            """,
            ["""{"id":"r1","source":"watch","recorded":"2020-12-31","event":"storm","kind":"exercise","time":{"from":"2020-02-01","to":"2020-02-20"},"end":"2020-02-22","by":"aland"}"""],
            "2020-06-01").Single("tell", "aland");

        Assert.Equal("2020-02-11T23:59:59Z .. 2020-02-27T23:59:59Z", $"{finding.Due!.Value.Earliest} .. {finding.Due.Value.Latest}");
    }

    [Theory]
    [InlineData("2020-02-06", true)] // ends with the instant at which the breach begins
    [InlineData("2020-02-05", false)]
    public void It_is_settled_if_nothing_is_missing_up_to_the_instant_that_decided(string through, bool isSettled)
    {
        var finding = Findings(
            Answer,
            [
                Report("r1", "watch", "q", "visit_request", "2020-02-03", """ "by":"aland","to":"borland" """),
                $$"""{"type":"complete","id":"k1","source":"watch","recorded":"2020-12-31","kinds":["reply","visit_request"],"through":"{{through}}"}""",
            ],
            "2020-06-01").Single("answer", "borland");

        Assert.Equal("Certain: Breached", Outcome(finding));
        Assert.Equal(isSettled, finding.IsSettled);
    }

    [Fact]
    public void A_daily_duty_of_a_thousand_years_begins_with_the_record()
    {
        var findings = Findings(
            "clause daily { aland must give report to borland every 1 day as from 1000-01-01 }",
            [Report("r1", "watch", "first", "report", "2020-02-03", """ "by":"aland","to":"borland" """)],
            "2020-02-05");

        Assert.Equal(["Certain: Met", "Certain: Breached", "Certain: Open"], findings.Select(Outcome));
        Assert.Equal(["2020-02-03", "2020-02-04", "2020-02-05"], findings.SelectMany(f => f.Trigger));
    }

    [Fact]
    public void What_was_due_in_a_gap_before_the_entry_into_force_binds_nobody()
    {
        var findings = Findings(
            """
            clause tell {
              when exercise x by A
              A must give notification of x to borland no later than 2 days before x
            }
            """,
            [Report("r1", "watch", "storm", "exercise", "2020-01-02", """ "by":"aland" """)],
            "2020-06-01",
            "provisional as from 2019-06-01 until 2019-12-30");

        Assert.Empty(findings);
    }

    [Fact]
    public void Readings_of_what_brings_the_agreement_into_force_are_readings_of_every_clause()
    {
        const string Clauses = """
            clause calm { each party must not open fire }
            """;
        var finding = Findings(
            Clauses,
            [Fire("r1", "watch", "2019-12-01")],
            "2020-06-01",
            """
            provisional as from waiting before 2020-01-01 until 2019-12-31
            amount waiting {
              reading long by aland { 60 days }
              reading short by borland { 10 days }
            }
            """).Single("calm", "aland", "shots");

        Assert.Equal(["long", "short"], finding.ByReading.Select(r => r.Readings[0].Name));
    }

    [Theory]
    [InlineData("2019-12-31", "Certain: Void")]
    [InlineData("2020-02-01", "Certain: Exercised")]
    [InlineData("2020-07-01", "Certain: Void")]
    public void A_power_is_one_from_the_day_that_it_names_until_the_day_that_it_names(string time, string outcome)
    {
        var findings = Findings("clause may_drill { each party has power to hold exercise as from 2020-01-01 until 2020-06-30 }", [Report("r1", "watch", "storm", "exercise", time, "\"by\":\"aland\"")], "2020-12-31");

        Assert.Equal(outcome, Outcome(findings.Single("may_drill", "aland", "storm")));
    }

    [Theory]
    [InlineData("aland", "Certain: Lapsed")]
    [InlineData("borland", "Certain: Breached")]
    public void Only_whoever_has_the_power_leaves_by_a_notice(string author, string outcome)
    {
        var findings = Findings(
            "clause leave { aland has power to give withdrawal_notice n effective 1 month after n }\n clause quiet { each party must not open fire }",
            [Report("r1", "watch", "paper", "withdrawal_notice", "2020-02-01", $"\"by\":\"{author}\""), Fire("r2", "watch", "2020-06-01", by: author)],
            "2020-12-31");

        Assert.Contains(outcome, findings.Where(f => f.ClauseName == "quiet" && f.Bearers.Contains(author)).Select(Outcome));
    }
}
