using Pacta.Language.Compilation;
using Pacta.Model.Negotiations;
using Pacta.Model.Text;
using Pacta.Negotiation.Stability;

namespace Pacta.Tests.Negotiation.Stability;

/// <summary>
/// Disputes of the literature with what was published about them: prisoners' dilemma, chicken, and Elmira (Hipel, Fang, Kilgour and Haight 1993; Kilgour, Hipel,
/// Fang and Peng 2001). What was not published is held against the definitions written out plainly.
/// </summary>
public sealed class PublishedDisputesTests
{
    private static readonly Concept[] Concepts = Enum.GetValues<Concept>();

    [Fact]
    public void Two_prisoners_confess_and_silence_lasts_only_where_each_expects_an_answer()
    {
        var found = Shipped("games.pacta", "prisoners_dilemma");
        var (silent, confess) = (State(found, "both_silent"), State(found, "both_confess"));

        Assert.Equal([confess], Lasting(found, Concept.Nash));
        Assert.Equal([silent, confess], Lasting(found, Concept.Sequential));
        Assert.Equal([silent, confess], Lasting(found, Concept.SymmetricMetarational));

        // The first would confess; the second would then confess too, which it prefers; and both confessing is worse for the first than silence.
        var reason = found.ReasonOfParty(0, silent, Concept.Sequential);
        var move = Assert.Single(reason.Moves);
        Assert.Equal(State(found, "first_confesses"), move.To);
        Assert.Equal([1], Assert.Single(move.Answer!.Steps).Movers);
        Assert.Equal(confess, move.Answer.End);
        Assert.True(found.Model.Prefers(0, silent, confess));

        // Together they would leave what neither leaves alone.
        Assert.Equal(Verdict.Unstable, found.OfCoalition(0b11, confess, Concept.Nash));
        Assert.Equal(silent, Assert.Single(found.ReasonOfCoalition(0b11, confess, Concept.Nash).Moves).To);
    }

    [Fact]
    public void Of_two_drivers_one_yields_and_both_yielding_lasts_only_for_fear_of_a_collision()
    {
        var found = Shipped("games.pacta", "chicken");
        var (both, first, second) = (State(found, "both_yield"), State(found, "first_yields"), State(found, "second_yields"));

        Assert.Equal(new[] { first, second }.Order(), Lasting(found, Concept.Nash));
        Assert.Equal(new[] { first, second }.Order(), Lasting(found, Concept.Sequential));
        Assert.Equal(new[] { first, second, both }.Order(), Lasting(found, Concept.SymmetricMetarational));

        // The second could answer with a collision, which it would not prefer: so this holds back the careful only.
        var answer = Assert.Single(found.ReasonOfParty(0, both, Concept.GeneralMetarational).Moves).Answer!;
        Assert.Equal(State(found, "collision"), answer.End);
        Assert.Null(Assert.Single(found.ReasonOfParty(0, both, Concept.Sequential).Moves).Answer);
    }

    [Fact]
    public void In_Elmira_the_states_5_8_and_9_last_and_two_parties_can_jump_from_5_to_8()
    {
        var found = Shipped("elmira.pacta", "elmira");

        Assert.Equal(9, found.Model.States.Length);
        Assert.All(Enumerable.Range(1, 9), n => Assert.Equal(n - 1, State(found, $"s{n}")));
        foreach (var concept in new[] { Concept.Nash, Concept.Sequential })
        {
            Assert.Equal([4, 7, 8], Lasting(found, concept));
        }

        Assert.Equal([0, 3, 4, 7, 8], Lasting(found, Concept.GeneralMetarational));
        Assert.Equal([0, 3, 4, 7, 8], Lasting(found, Concept.SymmetricMetarational));

        const int MinistryAndCompany = 0b011;
        Assert.Equal([MinistryAndCompany], found.Coalitions.Where(c => found.OfCoalition(c, 4, Concept.Nash) == Verdict.Unstable));
        Assert.Equal(7, Assert.Single(found.ReasonOfCoalition(MinistryAndCompany, 4, Concept.Nash).Moves).To);
        Assert.All(Concepts, c => Assert.Equal(Verdict.Unstable, found.OfCoalition(MinistryAndCompany, 4, c)));
        Assert.All(Concepts, c => Assert.Equal(Verdict.Stable, found.OfCoalitions(7, c)));
    }

    [Fact]
    public void In_Elmira_the_town_would_insist_at_once_were_it_not_that_the_company_could_leave_or_the_ministry_yield()
    {
        var found = Shipped("elmira.pacta", "elmira");
        const int Town = 2;

        var move = Assert.Single(found.ReasonOfParty(Town, 3, Concept.GeneralMetarational).Moves);

        Assert.Equal(7, move.To);
        Assert.Equal(8, move.Answer!.End);
        Assert.Equal([1], Assert.Single(move.Answer.Steps).Movers);
        Assert.Equal(Verdict.Unstable, found.OfParty(Town, 3, Concept.Sequential));
        Assert.Equal(7, Assert.Single(found.ReasonOfParty(Town, 3, Concept.Sequential).Moves).To);
    }

    /// <summary>The tail of the company's ranking is printed in two ways; it changes no verdict.</summary>
    [Fact]
    public void In_Elmira_the_order_of_what_the_company_likes_least_changes_nothing()
    {
        var text = File.ReadAllText(PathOf("elmira.pacta"));
        var other = text.Replace("    s3\n    s7\n    s2\n    s6\n", "    s2\n    s3\n    s7\n    s6\n", StringComparison.Ordinal);
        Assert.NotEqual(text, other);
        var (first, second) = (Analysis(text, "elmira"), Analysis(other, "elmira"));

        foreach (var concept in Concepts)
        {
            Assert.Equal(Lasting(first, concept), Lasting(second, concept));
        }
    }

    [Theory]
    [InlineData("elmira.pacta", "elmira")]
    [InlineData("games.pacta", "chicken")]
    [InlineData("games.pacta", "prisoners_dilemma")]
    public void Every_verdict_is_that_of_the_definitions(string file, string name)
    {
        var found = Shipped(file, name);
        var model = found.Model;
        var (_, moves) = Plain.Graph(model.Dispute);
        var plain = new Plain(moves, [.. model.Dispute.Parties.Select(p => Values(model, (RankedPreference)p.Preference!))]);
        foreach (var concept in Concepts)
        {
            for (var state = 0; state < model.States.Length; state++)
            {
                for (var party = 0; party < model.Parties; party++)
                {
                    Assert.Equal(plain.IsStable(party, state, concept) ? Verdict.Stable : Verdict.Unstable, found.OfParty(party, state, concept));
                }

                foreach (var coalition in found.Coalitions)
                {
                    Assert.Equal(plain.IsStable([.. StabilityAnalysis.Members(coalition)], state, concept) ? Verdict.Stable : Verdict.Unstable, found.OfCoalition(coalition, state, concept));
                }
            }
        }
    }

    private static long[] Values(GraphModel model, RankedPreference ranking)
    {
        var values = new long[model.States.Length];
        for (var rank = 0; rank < ranking.Ranks.Length; rank++)
        {
            foreach (var named in ranking.Ranks[rank])
            {
                values[model.Find(model.Dispute.States[named].Combination)!.Value] = -rank;
            }
        }

        return values;
    }

    private static int[] Lasting(StabilityAnalysis found, Concept concept) =>
        [.. Enumerable.Range(0, found.Model.States.Length).Where(s => found.OfState(s, concept) == Verdict.Stable)];

    private static int State(StabilityAnalysis found, string name) => found.Model.Find(found.Model.Dispute.States.Single(s => s.Name == name).Combination)!.Value;

    private static StabilityAnalysis Shipped(string file, string name) => Analysis(File.ReadAllText(PathOf(file)), name);

    private static StabilityAnalysis Analysis(string text, string name)
    {
        var result = Compiler.Compile([new SourceText("dispute.pacta", text)]);
        Assert.Empty(result.Diagnostics);
        return StabilityAnalysis.Of(GraphModel.Of(result.Disputes.Single(d => d.Name == name), out _)!);
    }

    private static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "agreements", "disputes")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "agreements", "disputes", file);
    }
}
