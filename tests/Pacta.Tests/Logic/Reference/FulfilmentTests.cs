using Pacta.Model.Findings;
using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Logic.Reference;

/// <summary>Deadlines that count from the fulfilment of another clause.</summary>
public sealed class FulfilmentTests
{
    private const string Clauses = """
        clause leaving { each party must start withdrawal within 30 days after entry_into_force }
        clause telling { aland must give report to cedria within 10 days after fulfilment of leaving }
        """;

    private static string Left(string id, string by, string time) => Report(id, "watch", "left_" + id, "withdrawal", time, $"\"by\":\"{by}\"");

    [Fact]
    public void Before_the_fulfilment_it_is_open_without_a_due()
    {
        var finding = Findings(Clauses, [Left("r1", "aland", "2020-01-10"), Left("r2", "borland", "2020-01-11")], "2020-06-01").Single("telling", "aland");

        Assert.Equal("Certain: Open", Outcome(finding));
        Assert.Equal("2020-06-12T00:00:00Z", finding.Due!.Value.Earliest.ToString());
        Assert.Equal(9998, finding.Due.Value.Latest.InUtc().Year);
        Assert.Contains("no due is known yet: leaving has not been fulfilled", Assumed(finding));
    }

    [Fact]
    public void It_counts_from_the_last_of_those_who_had_to()
    {
        var finding = Findings(
            Clauses, [Left("r1", "aland", "2020-01-10"), Left("r2", "borland", "2020-01-11"), Left("r3", "cedria", "2020-02-20")], "2020-06-01").Single("telling", "aland");

        Assert.Equal(ClauseState.Breached, finding.State);
        Assert.Equal("2020-03-01T23:59:59Z", finding.Due!.Value.Latest.ToString());
    }

    [Fact]
    public void What_must_have_been_kept_by_some_day_is_fulfilled_by_then_though_nobody_knows_since_when()
    {
        var finding = Findings(
            """
            clause strip { each party must not have tanks in north as from 2020-02-01 }
            clause talks { aland must hold meeting no later than 30 days after fulfilment of strip }
            """,
            [
                Report("r1", "watch", "depot", "tank", "2020-01-20", """ "of":"borland" """),
                Report("r2", "watch", "depot", "tank", "2020-02-10T12:00:00Z", """ "of":"borland","outside":"north" """),
            ],
            "2020-06-01").Single("talks", "aland");

        Assert.Equal("Certain: Breached", Outcome(finding));
        Assert.Equal("2020-03-02T23:59:59Z", finding.Due!.Value.Earliest.ToString());
        Assert.Equal("2020-03-11T23:59:59Z", finding.Due.Value.Latest.ToString());
    }

    [Fact]
    public void Before_a_clause_has_begun_it_is_not_met_however_much_is_in_doubt_later()
    {
        var findings = Findings(
            """
            clause strip { each party must not have tanks in north as from 2020-02-01 }
            clause quiet { while strip is met
              aland must not hold exercise }
            """,
            [
                Report("r1", "watch", "depot", "tank", "2020-02-20", """ "of":"borland" """),
                Report("r2", "watch", "storm", "exercise", "2020-01-10T12:00:00Z", """ "by":"aland" """),
            ],
            "2020-06-01");

        Assert.DoesNotContain(findings, f => f.Trigger.Contains("storm"));
    }
}
