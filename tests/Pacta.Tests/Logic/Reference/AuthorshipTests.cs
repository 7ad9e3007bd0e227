using Pacta.Model.Findings;
using static Pacta.Tests.Logic.Reference.Example;

namespace Pacta.Tests.Logic.Reference;

/// <summary>Who is bound, and who may have done it.</summary>
public sealed class AuthorshipTests
{
    private static string Fire(string by) => Report("r1", "watch", "shots", "fire", "2020-02-10", by.Length > 0 ? "\"by\":" + by : string.Empty);

    [Fact]
    public void One_of_two_of_whom_only_one_is_bound_has_broken_nothing_for_certain()
    {
        const string Clause = "clause calm { aland must not open fire }";

        var finding = Findings(Clause, [Fire("""{"one_of":["aland","dorland"]}""")], "2020-03-01").Single("calm", "dorland");

        Assert.Equal(["aland", "dorland"], finding.Bearers);
        Assert.True(finding.IsUnattributed);
        Assert.Equal("Undetermined", finding.Certainty.ToString());
        Assert.Contains(ClauseState.Breached, finding.States);
    }

    [Fact]
    public void One_of_two_who_are_both_bound_has_broken_it_whoever_it_was()
    {
        const string Clause = "clause calm { each party must not open fire }";

        var finding = Findings(Clause, [Fire("""{"one_of":["aland","borland"]}""")], "2020-03-01").Single("calm", "aland", "shots");

        Assert.True(finding.IsUnattributed);
        Assert.Equal("Certain: Breached", Outcome(finding));
    }

    [Fact]
    public void What_one_of_them_did_has_broken_what_is_forbidden_to_them_together()
    {
        const string Clause = "clause calm { aland, borland together must not open fire }";

        var findings = Findings(Clause, [Fire("\"aland\"")], "2020-03-01");

        var finding = Assert.Single(findings);
        Assert.Equal("Certain: Breached", Outcome(finding));
        Assert.Equal(["aland", "borland"], finding.Bearers);
    }
}
