using Pacta.Exploration;
using Pacta.Exploration.Separating;
using Pacta.Negotiation;
using Pacta.Negotiation.Histories;

namespace Pacta.Tests.Exploration;

/// <summary>Differences that show only with what a draft asks for besides, on dates, between values, after somebody left, or for each thing that is there.</summary>
public sealed class WholeDraftTests
{
    private const string Notice = "clause notice { when exercise x by A\n A must give notification of x to each other party no later than 7 days before start of x }\n";

    [Theory]
    [InlineData("dates", "each party must not hold exercise until 2030-12-31", "each party must not hold exercise until 2031-12-31", Strictness.Stricter)]
    [InlineData("dates of a duty", "each party must give report no later than 2026-06-30", "each party must give report no later than 2026-07-31", Strictness.Looser)]
    [InlineData("each thing", "each party P must make removal of each tank of P no later than 14 days after entry_into_force", "each party P must make removal of each tank of P no later than 21 days after entry_into_force", Strictness.Looser)]
    [InlineData("between two values", "each party must not have vessel v in north where tonnage of v more than 8_999 t", "each party must not have vessel v in north where tonnage of v at least 9_000 t", Strictness.Looser)]
    [InlineData("a month and its days", "when emergency e by A\n A must give report within 1 month after e", "when emergency e by A\n A must give report within 30 days after e", Strictness.Incomparable)]
    [InlineData("days of a leap year", "when emergency e by A\n A must give report within 1 year after e", "when emergency e by A\n A must give report within 365 days after e", Strictness.Stricter)]
    [InlineData("a share", "each party P must keep number of tanks of P in north at most number of tanks of P * 10%", "each party P must keep number of tanks of P in north at most number of tanks of P * 12%", Strictness.Looser)]
    [InlineData("a role left open", "when notification n by A to B\n B must give reply to n within 5 days after n", "when notification n by A to B\n B must give reply to n within 8 days after n", Strictness.Looser)]
    [InlineData("what leaves in time", "each party must not have tanks in north as from 14 days after entry_into_force", "each party must not have tanks in north as from 21 days after entry_into_force", Strictness.Looser)]
    [InlineData("a number of the first day", "each party P must keep number of tanks of P at most number of tanks of P on entry_into_force", "each party P must keep number of tanks of P at most number of tanks of P on entry_into_force + 5", Strictness.Looser)]
    [InlineData("a floor", "each party P must keep number of tanks of P in north at least 5", "each party P must keep number of tanks of P in north at least 7", Strictness.Stricter)]
    [InlineData("a kind among others", "each party must not have force f in north where f is any of tank, force", "each party must not have tanks in north", Strictness.Looser)]
    [InlineData("days of a week", "each party P must keep all of {\n number of reports by P per calendar week at most 2\n number of reports by P per calendar day at most 1\n }", "each party P must keep all of {\n number of reports by P per calendar week at most 3\n number of reports by P per calendar day at most 1\n }", Strictness.Looser)]
    public void One_clause(string what, string first, string second, Strictness expected) => Finds(what, $"clause it {{ {first} }}", $"clause it {{ {second} }}", expected);

    [Theory]
    [InlineData("a ban beside a notice", Notice + "clause ban { each party must not hold exercise x where troops of x more than 9_000 person }", Notice + "clause ban { each party must not hold exercise x where troops of x more than 13_000 person }", Strictness.Looser)]
    [InlineData("a quota beside a notice", Notice + "clause quota { each party P must keep number of exercises by P per calendar year at most 1 }", Notice + "clause quota { each party P must keep number of exercises by P per calendar year at most 2 }", Strictness.Looser)]
    [InlineData("how long a notice of leaving takes", "clause calm { each party must not open fire }\n clause leave { each party has power to give withdrawal_notice n effective 6 months after n }", "clause calm { each party must not open fire }\n clause leave { each party has power to give withdrawal_notice n effective 3 months after n }", Strictness.Looser)]
    [InlineData("who must act after a breach", "clause calm { each party must not open fire }\n clause sequel { when breach b of calm by A\n cedria must give report within 2 days after b }", "clause calm { each party must not open fire }\n clause sequel { when breach b of calm by A\n A must give report within 2 days after b }", Strictness.Stricter)]
    public void Several_clauses(string what, string first, string second, Strictness expected) => Finds(what, first, second, expected);

    [Fact]
    public void What_a_draft_asks_for_besides_is_done_in_the_history_that_is_shown()
    {
        var found = Explore(
            Notice + "clause ban { each party must not hold exercise x where troops of x more than 9_000 person }",
            Notice + "clause ban { each party must not hold exercise x where troops of x more than 13_000 person }");

        var shown = Assert.IsType<Separation>(Assert.Single(found.Clauses).FirstForbids.Found);
        Assert.Equal(["notification", "exercise"], shown.History.Facts.Select(f => f.Kind));
        Assert.Empty(shown.KeptInNeither);
    }

    [Fact]
    public void A_duty_after_a_breach_comes_on_top_of_what_neither_draft_lets_pass()
    {
        var found = Explore(
            "clause calm { each party must not open fire }",
            "clause calm { each party must not open fire }\n clause sequel { when breach b of calm by A\n A must give report within 2 days after b }");

        var shown = Assert.IsType<Separation>(Assert.Single(found.Clauses).SecondForbids.Found);
        Assert.Equal(["calm"], shown.KeptInNeither);
    }

    [Fact]
    public void A_clause_that_says_once_more_what_another_says_makes_no_difference()
    {
        var found = Explore("clause calm { each party must not open fire }", "clause calm { each party must not open fire }\n clause north_too { each party must not open fire in north }");

        Assert.All(found.Parties, p => Assert.Equal(Strictness.NoDifferenceFound, p.Strictness));
    }

    [Fact]
    public void What_one_draft_asks_for_and_the_other_rules_out_in_any_case_is_no_difference_of_the_drafts()
    {
        const string Monthly = "clause monthly { each party P must keep number of reports by P per calendar month at most 1 }";
        var found = Explore("clause yearly { each party P must keep number of reports by P per calendar year at most 12 }\n" + Monthly, Monthly);

        Assert.All(found.Parties, p => Assert.Equal(Strictness.NoDifferenceFound, p.Strictness));
    }

    [Fact]
    public void What_is_asked_for_whatever_happens_is_said_to_be_taken_as_done()
    {
        const string Floor = "\n clause floor { each party P must keep number of vessels of P in north at least 3 }";
        var found = Explore("clause few { each party P must keep number of tanks of P in north at most 5 }" + Floor, "clause few { each party P must keep number of tanks of P in north at most 7 }" + Floor);

        Assert.Equal(["floor"], Assert.IsType<Separation>(Assert.Single(found.Clauses).FirstForbids.Found).TakenAsDone);
    }

    [Fact]
    public void A_power_to_leave_is_not_told_by_what_other_clauses_differ_in()
    {
        const string Leave = "clause leave { each party has power to give withdrawal_notice n effective 6 months after n }";
        var found = Explore("clause calm { each party must not open fire in north }\n" + Leave, "clause calm { each party must not open fire in south }\n" + Leave.Replace("6 months", "7 months", StringComparison.Ordinal));

        Assert.All(found.Clauses.Where(c => c.Pair.First?.Name == "leave"), c => Assert.Equal(Strictness.NoDifferenceFound, c.OfTexts));
    }

    [Fact]
    public void Every_party_has_its_row_whoever_is_like_it_in_one_clause_or_another()
    {
        var found = Explore(
            "clause one { aland must not hold exercise in north }\n clause wide { each party must not open fire in north }",
            "clause one { aland must not hold exercise in south }\n clause wide { each party must not open fire }");

        Assert.Equal(Strictness.Incomparable, Assert.Single(found.Parties, p => p.Party == "aland").Strictness);
        Assert.Equal(Strictness.Stricter, Assert.Single(found.Parties, p => p.Party == "borland").Strictness);
    }

    [Fact]
    public void A_length_is_only_called_searched_if_all_histories_of_it_were_tried()
    {
        var (first, second) = (
            Drafts.Draft("clause quota { each party P must keep number of reports by P per calendar year at most 5 }"),
            Drafts.Draft("clause quota { each party P must keep number of reports by P in any 1 month at most 5 }"));
        var setting = Setting.Of(second, first);
        var clause = setting.Second.Agreement.Clauses[0];

        var (found, few) = setting.Search(clause, only: null, "aland").Run(new SearchLimits(2, 10));
        Assert.Null(found);
        Assert.True(few.IsCutShort);
        Assert.True(few.Steps < 2);

        // With more tries the same length turns out to hold one.
        Assert.NotNull(setting.Search(clause, only: null, "aland").Run(new SearchLimits(2, 20_000)).Found);
    }

    private static void Finds(string what, string first, string second, Strictness expected)
    {
        var found = Explore(first, second);

        Assert.True(expected == found.Parties.Single(p => p.Party == "aland" || p.Alike.Contains("aland")).Strictness, $"{what}: {string.Join(", ", found.Parties.Select(p => $"{p.Party} {p.Strictness}"))}");
        Assert.All(found.Clauses.SelectMany(c => new[] { c.FirstForbids.Found, c.SecondForbids.Found }).OfType<Separation>(), s => Assert.NotEmpty(s.Broken));
    }

    private static DraftStrictness Explore(string first, string second) =>
        DraftExploration.Of(DraftComparison.Of(Drafts.Draft(first, "first_draft", "status proposal\n  enters into force 2026-01-01"), Drafts.Draft(second, "second_draft", "status proposal\n  enters into force 2026-01-01")), SearchLimits.Default);
}
