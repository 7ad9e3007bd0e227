using Pacta.Model.Findings;
using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Logic.Reference;

/// <summary>Sources that contradict each other: about a judgement, and about who did it.</summary>
public sealed class DisputeTests
{
    private const string Silence = "clause silence { each party must not open fire in north }";

    private static string Fire(string id, string by = "aland") => Report(id, "watch", "shots", "fire", "2020-02-01", $"\"by\":\"{by}\",\"in\":\"north\"");

    private static string NotBy(string id, string source, string by) => Denial(id, source, "shots", "fire", $"\"claim\":\"attribution\",\"by\":\"{by}\"");

    private static string Judge(string id, string source, bool holds, string time = "2020-02-02") =>
        $$"""{"type":"judgement","id":"{{id}}","source":"{{source}}","recorded":"2020-12-31T00:00:00Z","matter":"the exercise is a threat","holds":{{(holds ? "true" : "false")}},"time":"{{time}}"}""";

    [Fact]
    public void Judgements_that_contradict_each_other_are_contested_and_both_named()
    {
        var finding = Findings(
            """
            clause threat { each party must not hold exercise x where judged "the exercise is a threat" }
            """,
            [Report("r1", "watch", "storm", "exercise", "2020-02-03", """ "by":"aland" """), Judge("r2", "beta", true), Judge("r3", "alpha", false)],
            "2020-03-01").Single("threat", "aland");

        Assert.Equal("Contested: Dormant or Breached", Outcome(finding));
        Assert.Equal(["alpha", "beta"], finding.Outcomes.SelectMany(o => o.If).SelectMany(c => c.Sources).Select(r => r.Source).Order());
    }

    [Fact]
    public void A_source_that_judges_anew_has_changed_its_mind()
    {
        var finding = Findings(
            """
            clause threat { each party must not hold exercise x where judged "the exercise is a threat" }
            """,
            [Report("r1", "watch", "storm", "exercise", "2020-02-09", """ "by":"aland" """), Judge("r2", "beta", true), Judge("r3", "beta", false, "2020-02-05")],
            "2020-03-01").Single("threat", "aland");

        Assert.Equal("Certain: Met", Outcome(finding));
    }

    [Fact]
    public void An_author_who_denies_it_leaves_contested_who_did_it_and_accuses_nobody_else()
    {
        var findings = Findings(Silence, [Fire("r1"), NotBy("r2", "alpha", "aland")], "2020-03-01");

        Assert.Equal("Contested: Dormant or Breached", Outcome(findings.Single(f => f.Bearers is ["aland"])));
        Assert.DoesNotContain(findings, f => f.Bearers is ["borland"] or ["cedria"]);
        var open = findings.Single(f => f.IsUnattributed);
        Assert.Equal(["aland", "borland", "cedria"], open.Bearers);
        Assert.Equal(Certainty.Contested, open.Certainty);
    }

    [Fact]
    public void In_a_count_whoever_believes_the_denial_counts_it_not()
    {
        var finding = Findings(
            "clause quota { each party P must keep number of exercises by P per calendar year at most 0 }",
            [Report("r1", "watch", "storm", "exercise", "2020-02-03", """ "by":"aland" """), Denial("r2", "alpha", "storm", "exercise", """ "claim":"attribution","by":"aland" """)],
            "2020-03-01").Single("quota", "aland");

        Assert.Equal("Contested: Met or Breached", Outcome(finding));
        Assert.Contains(finding.Outcomes, o => o is { If: [{ Value: "not so" }], States: [ClauseState.Met] });
        Assert.Contains(finding.Reports, r => r.Source == "alpha");
    }

    [Fact]
    public void An_accusation_does_not_take_away_that_another_source_left_it_open()
    {
        var findings = Findings(
            Silence,
            [
                Report("r1", "watch", "shots", "fire", "2020-02-01", """ "by":{"one_of":["aland","borland","cedria"]},"in":"north" """),
                Report("r2", "alpha", "shots", "fire", "2020-02-01", """ "claim":"attribution","by":"borland" """),
            ],
            "2020-03-01");

        Assert.Equal("Contested: Dormant or Breached", Outcome(findings.Single(f => f.Bearers is ["borland"])));
        var open = findings.Single(f => f.IsUnattributed);
        Assert.Equal(["aland", "borland", "cedria"], open.Bearers);
        Assert.Contains(open.Outcomes, o => o.States is [ClauseState.Breached] && o.If.Any(c => c.Sources.Any(r => r.Source == "watch")));
    }

    [Theory]
    [InlineData("x is alert", "\"fields\":{\"alert\":true}", "field")]
    [InlineData("", "\"in\":\"north\"", "field")]
    public void Whoever_denies_a_value_is_not_made_to_leave_it_open(string where, string value, string claim)
    {
        var clause = where.Length > 0 ? $"must not hold exercise x where {where}" : "must not hold exercise x in north";
        var finding = Findings(
            $"clause drill {{ each party {clause} }}",
            [
                Report("r1", "watch", "storm", "exercise", "2020-02-03", $"\"by\":\"aland\",{value}"),
                Denial("r2", "alpha", "storm", "exercise", $"\"claim\":\"{claim}\",{value}"),
            ],
            "2020-03-01").Single("drill", "aland");

        Assert.Contains(finding.Outcomes, o => o is { If: [{ Value: "not so" }], States: [ClauseState.Dormant] });
    }
}
