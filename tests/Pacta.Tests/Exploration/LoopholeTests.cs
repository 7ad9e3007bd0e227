using Pacta.Exploration.Loopholes;
using Pacta.Exploration.Separating;
using Pacta.Model.Findings;
using Pacta.Negotiation.Loopholes;
using static Pacta.Tests.Negotiation.ComparisonTests;

namespace Pacta.Tests.Exploration;

/// <summary>How an interest can be hurt while every clause is kept, and by which detail the act slips past.</summary>
public sealed class LoopholeTests
{
    private const string Notice = "clause notice { when exercise x by A where troops of x at least 9_000; A must give notification of x to each other party no later than 42 days before start of x; }";

    [Fact]
    public void An_act_below_a_threshold_in_two_parts()
    {
        var loophole = Only(Notice, "clause sum { each party P must keep total troops of exercises by P in any 30 days at most 9_000 person }");
        Assert.Equal(2, loophole.History.Length);
        Assert.All(loophole.Hurt, f => Assert.Equal("sum", f.ClauseName));
        var parts = Assert.Single(loophole.Escapes, e => e.Form == EscapeForm.Parts);
        Assert.Equal(("troops", "9,001 person", "notice"), (parts.Attribute, $"{parts.Instead.Fields["troops"]}", parts.Clause.Name));
    }

    [Fact]
    public void A_number_of_things()
    {
        var loophole = Only("clause cap { each party P must keep number of tanks of P in north at most 60 }", "clause fewer { each party P must keep number of tanks of P in north at most 50 }");
        var escape = Assert.Single(loophole.Escapes, e => e.Form == EscapeForm.Number);
        Assert.Equal(("count", "51", "61", "cap"), (escape.Attribute, $"{escape.Fact.Fields["count"]}", $"{escape.Instead.Fields["count"]}", escape.Clause.Name));
    }

    [Fact]
    public void One_after_the_other_where_only_one_at_once_is_allowed()
    {
        var loophole = Only(
            "clause once { each party P must keep number of exercises by P at once at most 1 }; clause cap { each party must not hold exercise x where troops of x more than 5_000 person }",
            "clause surge { each party P must keep total troops of exercises by P in any 10 days at most 9_000 person }");
        Assert.Equal(2, loophole.History.Length);
        Assert.NotNull(loophole.History.Facts[0].End);
    }

    [Fact]
    public void Over_the_turn_of_a_year()
    {
        var loophole = Only("clause quota { each party P must keep number of exercises by P per calendar year at most 2 }", "clause pace { each party P must keep number of exercises by P in any 60 days at most 2 }");
        Assert.Equal(3, loophole.History.Length);
        Assert.NotEqual(loophole.History.Facts[0].At.ToDateTimeUtc().Year, loophole.History.Facts[2].At.ToDateTimeUtc().Year);
    }

    [Fact]
    public void A_number_just_outside_of_what_is_forbidden()
    {
        var loophole = Only("clause reach { each party must not have gun g where size of g more than 100 }", "clause none_strong { aland must not have gun g where size of g at least 100 }");
        var escape = Assert.Single(loophole.Escapes, e => e.Form == EscapeForm.Number);
        Assert.Equal(("size", "100 person", "101 person", "reach"), (escape.Attribute, $"{escape.Fact.Fields["size"]}", $"{escape.Instead.Fields["size"]}", escape.Clause.Name));
    }

    [Fact]
    public void A_place_beyond_the_edge_of_the_zone()
    {
        var loophole = Only("clause calm { each party must not open fire in north }", "clause quiet { each party must not open fire }");
        Assert.Equal(["north"], Assert.Single(loophole.History.Facts).Role("outside"));
        Assert.Equal("calm", Assert.Single(loophole.Escapes, e => e.Form == EscapeForm.Place).Clause.Name);
    }

    [Fact]
    public void Another_name_for_the_thing()
    {
        var loophole = Only("clause tanks { each party must not have tanks in north }", "clause forces_away { each party must not have forces in north }");
        Assert.Contains(loophole.Escapes, e => e.Form == EscapeForm.Name && e.Instead.Kind == "tank" && e.Clause.Name == "tanks");
    }

    [Fact]
    public void An_act_after_the_time_is_over()
    {
        var loophole = Only("clause sequel { when exercise x by A; A must not open fire until 5 days after x; }", "clause sequel_longer { when exercise x by A; A must not open fire until 10 days after x; }");
        Assert.Equal(["exercise", "fire"], loophole.History.Facts.Select(f => f.Kind));
        Assert.Contains(loophole.Escapes, e => e.Form == EscapeForm.Time && e.Clause.Name == "sequel");
    }

    [Fact]
    public void An_exception()
    {
        var loophole = Only(
            "clause notice { when exercise x by A; A must give notification of x to each other party no later than 42 days before start of x; }; exception alert to notice { if x is alert; }",
            "clause knows { when exercise x by A; A must give notification of x to each other party no later than 42 days before start of x; }");
        Assert.Equal(ClauseState.Excused, Assert.Single(Assert.Single(loophole.Draft, s => s.Clause.Name == "notice").Findings).State);
        Assert.Contains(loophole.Escapes, e => e is { Form: EscapeForm.Property, Attribute: "alert" });
    }

    [Fact]
    public void A_draft_that_says_nothing_of_it() =>
        Assert.Empty(Only("clause calm { each party must not open fire }", "clause no_visits { aland must not make visit to borland }").Draft);

    [Fact]
    public void An_interest_that_the_draft_protects_is_not_said_to_be_safe_beyond_the_bound()
    {
        var found = Find("clause calm { each party must not open fire }", "clause quiet { each party must not open fire in north }");
        Assert.Empty(found.Found);
        Assert.Equal((3, false), (found.Bound.Steps, found.Bound.IsCutShort));
        Assert.True(found.Bound.Tried > 1);
    }

    private static Loophole Only(string draft, string interest) => Find(draft, interest).Found[0];

    private static InterestLoopholes Find(string draft, string interest) =>
        Assert.Single(LoopholeFinder.Of(Draft("draft", draft), [Draft("interests", interest)], SearchLimits.Default));
}
