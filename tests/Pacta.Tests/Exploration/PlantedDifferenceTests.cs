using Pacta.Exploration;
using Pacta.Exploration.Separating;
using Pacta.Model.Findings;
using Pacta.Negotiation;
using Pacta.Negotiation.Histories;
using static Pacta.Tests.Negotiation.ComparisonTests;

namespace Pacta.Tests.Exploration;

/// <summary>Drafts that differ in one planted thing, and near misses that do not: what is found, and the history that shows it.</summary>
public sealed class PlantedDifferenceTests
{
    private const string Notice = "clause notice { when exercise x by A where troops of x at least 9_000; A must give notification of x to each other party no later than 42 days before start of x; }";
    private const string Answer = "clause answer { when visit_request r by A to B; B must give reply to r within 48 hours after r; }";

    /// <summary>Each row: the two texts, how the second is for Aland, and the fact in which the history that shows it differs from an allowed one.</summary>
    public static TheoryData<string, string, Strictness, string> Planted => new()
    {
        { Notice, Notice.Replace("at least", "more than"), Strictness.Looser, "exercise troops 9,000 person" },
        { Notice, Notice.Replace("9_000", "13_000"), Strictness.Looser, "exercise troops 9,000 person" },
        { Notice, Notice.Replace("42", "43"), Strictness.Stricter, "notification; exercise troops 9,000 person" },
        { Notice, Notice.Replace("exercise x by A where", "exercise x by A in north where"), Strictness.Looser, "exercise outside north troops 9,000 person" },
        { Notice, Notice.Replace("troops of x at least 9_000", "troops of x at least 9_000 and x is not alert"), Strictness.Looser, "exercise alert yes, troops 9,000 person" },
        { Answer, Answer.Replace("48 hours", "72 hours"), Strictness.Looser, "visit_request; reply" },
        { Answer, Answer.Replace("within 48 hours after r", "within 2 days after r"), Strictness.Looser, "visit_request; reply" },
        { Answer, "clause answer { when visit_request r by A to B; B must give reply to r no earlier than 24 hours after r no later than 48 hours after r; }", Strictness.Stricter, "visit_request; reply" },
        { "clause calm { each party must not open fire in north }", "clause calm { each party must not open fire in south }", Strictness.Incomparable, "fire outside north in south" },
        { "clause calm { each party must not open fire }", "clause calm { each party must not open fire unless there was consent by cedria }", Strictness.Looser, "consent; fire" },
        { "clause ceiling { each party P must keep number of tanks of P in north at most 50 }", "clause ceiling { each party P must keep number of tanks of P in north at most 49 }", Strictness.Stricter, "tank count 50 in north" },
        { "clause quota { each party P must keep number of exercises by P per calendar year at most 3 }", "clause quota { each party P must keep number of exercises by P per calendar year at most 2 }", Strictness.Stricter, "exercise; exercise; exercise" },
        { "clause far { each party P must keep each gun g of P at least 10 km away from border }", "clause far { each party P must keep each gun g of P at least 12 km away from border }", Strictness.Stricter, "gun distance from border 10,000 m" },
        { "clause empty { each party must not have guns in north }", "clause empty { each party must not have tanks in north }", Strictness.Incomparable, "tank in north" },
        { "clause yearly { aland must give report to borland every year by 15 november }", "clause yearly { aland must give report to borland every year by 30 november }", Strictness.Looser, "report" },
        { "clause calm { aland must not open fire }", "clause calm { aland must not open fire }; clause also { aland must not make visit to borland }", Strictness.Stricter, "visit" },
        { "clause sequel { when exercise x by A; A must not open fire until 10 days after x; }", "clause sequel { when exercise x by A; A must not open fire until 5 days after x; }", Strictness.Looser, "exercise; fire" },
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_planted_difference_is_found_with_a_history_that_shows_it(string first, string second, Strictness expected, string facts)
    {
        var found = Explore(first, second);
        var aland = found.Clauses.Where(c => c.Party == "aland" || c.Alike.Contains("aland")).ToList();
        Assert.Equal(expected, Assert.Single(found.Parties, p => p.Party == "aland" || p.Alike.Contains("aland")).Strictness);
        var results = aland.SelectMany(c => new[] { c.SecondForbids, c.FirstForbids }).Select(r => r.Found).OfType<Separation>().ToList();
        Assert.Contains(facts, results.Select(r => string.Join("; ", r.History.Facts.Select(Words))));
        Assert.All(results, r => Assert.False(r.IsAmongFew));
        Assert.All(results, r => Assert.All(r.Broken, f => Assert.Equal(Certainty.Certain, f.Certainty)));
    }

    public static TheoryData<string, string> NearMisses => new()
    {
        { Notice, Notice.Replace("exercise x", "exercise y").Replace("of x", "of y") },
        { Notice, Notice.Replace("42 days", "6 weeks") },
        { Notice, Notice.Replace("at least 9_000", "more than 8_999") },
        { Notice.Replace("troops of x at least 9_000", "troops of x at least 9_000 and tanks of x at least 10"), Notice.Replace("troops of x at least 9_000", "tanks of x at least 10 and troops of x at least 9_000") },
        { "clause calm { each party must not open fire in north }", "clause quiet { each party must not open fire in north }" },
        { "clause far { each party P must keep each gun g of P at least 10 km away from border }", "clause far { each party P must keep each gun g of P at least 10_000 m away from border }" },
        { "clause ceiling { each party P must keep number of tanks of P in north at most 50 }", "clause ceiling { each party P must keep number of tanks of P in north less than 51 }" },
        { "clause calm { each party must not open fire }", "clause calm { each party must not open fire }; clause north_too { each party must not open fire in north }" },
    };

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void A_near_miss_is_no_difference(string first, string second)
    {
        var found = Explore(first, second);
        Assert.All(found.Parties, p => Assert.Equal(Strictness.NoDifferenceFound, p.Strictness));
        Assert.All(found.Clauses, c => Assert.True(c.FirstForbids.Found is null || c.FirstForbids.IsCaught));
    }

    [Fact]
    public void What_another_clause_catches_is_a_difference_of_clauses_and_not_of_texts()
    {
        const string Wide = "clause wide { each party must not open fire }";
        var found = Explore($"clause calm {{ each party must not open fire in north }}; {Wide}", $"clause calm {{ each party must not open fire in south }}; {Wide}");
        var calm = Assert.Single(found.Clauses, c => c.Pair.First?.Name == "calm");
        Assert.Equal(Strictness.Incomparable, calm.OfClauses);
        Assert.Equal(Strictness.NoDifferenceFound, calm.OfTexts);
        Assert.Equal(["wide"], calm.SecondForbids.By);
    }

    [Fact]
    public void Of_many_parties_two_stand_for_all_and_what_is_shown_holds_among_all()
    {
        const string Parties = "aland, borland, cedria, dorland";
        var (first, second) = (Draft("first", Notice, parties: Parties), Draft("second", Notice.Replace("42", "21"), parties: Parties));
        var found = DraftExploration.Of(DraftComparison.Of(first, second), SearchLimits.Default);
        var notice = Assert.Single(found.Clauses);
        Assert.Equal(["borland", "cedria", "dorland"], notice.Alike.Order(StringComparer.Ordinal));
        var shown = Assert.IsType<Separation>(notice.FirstForbids.Found);
        Assert.False(shown.IsAmongFew);
        Assert.Equal(3, shown.History.Facts.Count(f => f.Kind == "notification"));
    }

    private static DraftStrictness Explore(string first, string second) =>
        DraftExploration.Of(DraftComparison.Of(Draft("first", first), Draft("second", second)), SearchLimits.Default);

    /// <summary>The kinds, places and values of the facts, without their names and who does them.</summary>
    private static string Words(InventedFact fact) => string.Join(
        ' ',
        ((string[])
        [
            fact.Kind,
            .. fact.Fields.Where(f => f.Key == "count").Select(f => $"count {f.Value}"),
            .. fact.Roles.Where(r => r.Key is "outside" or "in").OrderByDescending(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {string.Join('+', r.Value)}"),
            string.Join(", ", fact.Fields.Where(f => f.Key != "count").Select(f => $"{f.Key} {f.Value}")),
        ]).Where(w => w.Length > 0));
}
