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
        Assert.Contains("no due is known yet: leaving has not been fulfilled", finding.Assumptions);
    }

    [Fact]
    public void It_counts_from_the_last_of_those_who_had_to()
    {
        var finding = Findings(
            Clauses, [Left("r1", "aland", "2020-01-10"), Left("r2", "borland", "2020-01-11"), Left("r3", "cedria", "2020-02-20")], "2020-06-01").Single("telling", "aland");

        Assert.Equal(ClauseState.Breached, finding.State);
        Assert.Equal("2020-03-01T23:59:59Z", finding.Due!.Value.Latest.ToString());
    }
}
