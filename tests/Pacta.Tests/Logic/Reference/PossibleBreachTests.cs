using Pacta.Model.Findings;
using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Logic.Reference;

/// <summary>What a breach opens is open to the same doubt as the breach (docs/semantics.md, 11).</summary>
public sealed class PossibleBreachTests
{
    private const string Answer = """
        clause answer {
          when visit_request r by A to B
          B must give reply to r within 48 hours after r
          otherwise B must give report to A within 5 days
        }
        clause meeting {
          when breach b of answer by B
          B must hold meeting within 3 days after b
        }
        """;

    private static readonly string Request = Report("r1", "watch", "q", "visit_request", "2020-02-01T10:00:00Z", """ "by":"aland","to":"borland" """);

    private static string Reply(string id, string source, string time) => Report(id, source, "a", "reply", time, """ "by":"borland","to":"q" """);

    [Theory]
    [InlineData("answer/otherwise")]
    [InlineData("meeting")]
    public void An_answer_in_time_for_one_and_late_for_another_leaves_open_what_a_breach_calls_for(string clause)
    {
        var finding = Findings(Answer, [Request, Reply("r2", "watch", "2020-02-02T10:00:00Z"), Reply("r3", "paper", "2020-02-09T10:00:00Z")], "2020-03-01")
            .Single(clause, "borland");

        Assert.Equal("Contested: Dormant or Breached", Outcome(finding));
        Assert.Equal(["time of a"], finding.Outcomes.SelectMany(o => o.If).Select(c => c.Subject).Distinct());
        Assert.Contains(finding.Outcomes, o => o is { If: [{ Value: "2020-02-09T10:00:00Z" }], States: [ClauseState.Breached] });
    }

    [Fact]
    public void An_answer_at_an_imprecise_time_leaves_it_undetermined()
    {
        var finding = Findings(Answer, [Request, Reply("r2", "watch", "2020-02")], "2020-03-01").Single("answer/otherwise", "borland");

        Assert.Equal("Undetermined: Dormant or Breached", Outcome(finding));
        Assert.Contains(finding.Causes, c => c is { Kind: CauseKind.Imprecise, Attribute: "time" });
    }

    [Fact]
    public void What_a_second_breach_calls_for_is_a_finding_of_its_own()
    {
        var findings = Findings(
            """
            clause absence {
              each party P must not have tanks in north
              otherwise P must give report to cedria within 2 days
            }
            """,
            [
                Report("r1", "watch", "depot", "tank", "2020-02-01", """ "of":"aland","in":"north" """),
                Report("r2", "watch", "depot", "tank", "2020-02-05", """ "of":"aland","outside":"north" """),
                Report("r3", "watch", "depot", "tank", "2020-02-20", """ "of":"aland","in":"north" """),
                Report("r4", "watch", "letter", "report", "2020-02-21", """ "by":"aland","to":"cedria" """),
            ],
            "2020-03-01");

        Assert.Equal("Open 2020-02-01; Breached 2020-02-04; Cured 2020-02-21", Course(findings.Single("absence/otherwise", "aland", "breach by aland")));
        Assert.Equal("Open 2020-02-20; Met 2020-02-21", Course(findings.Single("absence/otherwise", "aland", "breach by aland (2)")));
    }

    [Fact]
    public void What_was_done_before_a_breach_gave_the_power_is_not_its_exercise()
    {
        const string Clause = """
            clause answer {
              when visit_request r by A to B
              B must give reply to r within 48 hours after r
              otherwise A has power to give report to B
            }
            """;
        static string Letter(string id, string time) => Report(id, "watch", "letter_" + id, "report", time, """ "by":"aland","to":"borland" """);

        var findings = Findings(Clause, [Request, Letter("r2", "2020-01-15"), Letter("r3", "2020-02-09")], "2020-03-01");

        Assert.Equal("Certain: Exercised", Outcome(findings.Single("answer/otherwise", "aland")));
        Assert.Contains("letter_r3", findings.Single("answer/otherwise", "aland").Trigger);
    }
}
