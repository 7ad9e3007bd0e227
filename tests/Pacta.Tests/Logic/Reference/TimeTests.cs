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
        Assert.Contains(finding.Assumptions, a => a.StartsWith("nobody reported that “there was fire during 30 minutes before f”", StringComparison.Ordinal));
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
        Assert.Contains("hasty, as beta reported it, came before the time in which it counts", finding.Assumptions);
    }
}
