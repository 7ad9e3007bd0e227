using System.Collections.Immutable;
using Pacta.Exploration.Conflicting;
using Pacta.Model.Histories;
using Pacta.Negotiation.Conflicts;
using Pacta.Negotiation.Histories;

namespace Pacta.Tests.Exploration;

/// <summary>
/// Within its bound the search finds a conflict exactly where there is one: by the definition, read off word for word, with every situation and every way to go on.
/// </summary>
public sealed class ExhaustiveConflictTests
{
    private const int Acts = 2;

    private static readonly string[] Duties =
    [
        "when question r by A to B\n B must give reply to r within 48 hours",
        "when question r by A to B\n B must give report within 3 days",
        "when question r by A to B\n B must give report no earlier than 2 days after r no later than 4 days after r",
        "when emergency e by A\n A must give report no later than 1 day after e unless there was consent by A",
        "aland must keep number of tanks of aland at least 3",
        "aland must keep number of tanks of aland in south at least 2",
        "aland must keep total size of tanks of aland at least 3",
    ];

    private static readonly string[] Limits =
    [
        "each party must not give reply",
        "each party must not give report",
        "when question r by A to B\n B must not give report until 2 days after r",
        "each party must not give report unless there was consent",
        "each party must not give report unless there was consent by borland",
        "aland must keep largest size of tanks of aland at most 2",
        "aland must keep number of tanks of aland at most 2",
        "aland must not have tanks in south",
        "aland must not have tanks outside south",
        "while judged \"a crisis\"\n each party must not give report",
    ];

    /// <summary>Every other one; with PACTA_CASES all.</summary>
    public static TheoryData<int, int> Pairs()
    {
        var isAll = Environment.GetEnvironmentVariable("PACTA_CASES") is not null;
        var pairs = new TheoryData<int, int>();
        for (var d = 0; d < Duties.Length; d++)
        {
            for (var l = isAll ? 0 : d % 2; l < Limits.Length; l += isAll ? 1 : 2)
            {
                pairs.Add(d, l);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_search_finds_a_conflict_exactly_where_trying_everything_does(int duty, int limit)
    {
        var draft = Drafts.Draft($"clause duty {{ {Duties[duty]} }}\n clause limit {{ {Limits[limit]} }}");
        var members = Member.Of([draft]);
        foreach (var party in new[] { "aland", "borland" })
        {
            var search = new SituationSearch(Stage.Of(members, party), new ConflictLimits(1, Acts, 1_000_000, 1_000_000));
            var found = search.Run();
            Assert.False(search.IsCut);
            Assert.Equal(ByDefinition(Stage.Of(members, party), members), found is not null);
        }
    }

    private static bool ByDefinition(Stage stage, ImmutableArray<Member> members) => stage.Judgements().Any(judged => Situations(stage).Any(s =>
        !CanKeep(stage, s, judged, members) && members.All(m => CanKeep(stage, s, judged, members.Remove(m)))));

    /// <summary>Nothing, and each single fact, but no things of the party's own.</summary>
    private static IEnumerable<ImmutableArray<InventedFact>> Situations(Stage stage) =>
        stage.Beside([], _ => true).Where(c => !c.Any(f => f.Form == FactForm.Thing && Conflict.IsBy(f, stage.Party))).Prepend([]);

    private static bool CanKeep(Stage stage, ImmutableArray<InventedFact> situation, ImmutableArray<InventedJudgement> judged, ImmutableArray<Member> members) =>
        Ways(stage, situation, Acts).Any(w => stage.Broken(stage.History(w, judged), members).IsEmpty);

    /// <summary>The situation, and it with everything that the party may add, one after the other.</summary>
    private static IEnumerable<ImmutableArray<InventedFact>> Ways(Stage stage, ImmutableArray<InventedFact> facts, int acts) => acts == 0
        ? [facts]
        : stage.Beside(facts, _ => true).Where(c => c.All(f => Conflict.IsBy(f, stage.Party))).SelectMany(c => Ways(stage, facts.AddRange(c), acts - 1)).Prepend(facts);
}
