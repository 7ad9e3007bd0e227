using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Logic.Reference;

/// <summary>What is owed to each of several: what excuses from it may hang on to whom.</summary>
public sealed class EachTests
{
    [Theory]
    [InlineData("by Q", "borland", "Certain: Excused", "Certain: Breached")]
    [InlineData("by Q", "cedria", "Certain: Breached", "Certain: Excused")]
    [InlineData("by A", "borland", "Certain: Breached", "Certain: Breached")]
    [InlineData("by A", "aland", "Certain: Excused", "Certain: Excused")]
    public void Whoever_consents_is_not_told(string whose, string who, string borland, string cedria)
    {
        var clauses = $$"""
            clause telling {
              when exercise x by A
              A must give notification of x to each other party Q no later than 5 days before start of x
                unless there was consent {{whose}}
            }
            """;

        var findings = Findings(
            clauses,
            [Report("r1", "watch", "storm", "exercise", "2020-03-01", "\"by\":\"aland\""), Report("r2", "watch", "yes", "consent", "2020-02-01", $"\"by\":\"{who}\"")],
            "2020-06-01");

        Assert.Equal(borland, Outcome(Assert.Single(findings, f => f.Beneficiary == "borland")));
        Assert.Equal(cedria, Outcome(Assert.Single(findings, f => f.Beneficiary == "cedria")));
    }
}
