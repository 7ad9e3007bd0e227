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
        Assert.Contains(finding.Assumptions, a => a.StartsWith("more than 1024 combinations of readings", StringComparison.Ordinal));
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
}
