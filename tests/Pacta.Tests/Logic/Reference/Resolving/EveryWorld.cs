using System.Collections.Immutable;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Tests.Logic.Reference.Resolving;

/// <summary>Something to choose in a history or a text, in the words that choices have for it.</summary>
/// <param name="In">The history and the readings with one side taken.</param>
internal sealed record Question(CauseKind Kind, string Key, string Attribute, ImmutableArray<string> Sides, ImmutableArray<bool> AreHeld, Func<HistoryRead, int, HistoryRead> In)
{
    public bool IsAsked(Choice choice) => choice.Kind == Kind && choice.Key == Key && choice.Attribute == Attribute;
}

internal sealed record HistoryRead(History History, ImmutableSortedDictionary<string, string> Readings);

/// <summary>
/// Every way to resolve everything that is disputed in a history and to read a text, by writing each as a history in which nothing is disputed:
/// whatever the evaluator does about disputes has no part in it.
/// </summary>
internal sealed class EveryWorld
{
    private readonly List<(ImmutableArray<int> Sides, Dictionary<string, ImmutableArray<ClauseState>> States)> _worlds = [];

    private EveryWorld(ImmutableArray<Question> questions) => Questions = questions;

    public ImmutableArray<Question> Questions { get; }

    public int Count => _worlds.Count;

    public static long CountOf(ImmutableArray<Question> questions) => questions.Aggregate(1L, (n, q) => n * q.Sides.Length);

    public static EveryWorld Of(Agreement agreement, History history, ImmutableArray<Question> questions, IReadOnlySet<string> clauses)
    {
        var all = new EveryWorld(questions);
        IEnumerable<ImmutableArray<int>> rows = [[]];
        foreach (var question in questions)
        {
            rows = rows.SelectMany(r => Enumerable.Range(0, question.Sides.Length).Select(r.Add));
        }

        foreach (var sides in rows)
        {
            var world = new HistoryRead(history, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));
            for (var i = 0; i < sides.Length; i++)
            {
                world = questions[i].In(world, sides[i]);
            }

            var found = ReferenceEvaluator.Evaluate(agreement, world.History, new Perspective("world", [], null, world.Readings), clauses);
            all._worlds.Add((sides, found.ToDictionary(f => f.Id, f => f.States)));
        }

        return all;
    }

    /// <summary>The states of a finding in each world. Where it is not listed, a limit is kept, since nothing counts; anything else is not in play.</summary>
    public List<(ImmutableArray<int> Sides, string States)> Of(Finding finding)
    {
        var isLimit = finding.ClauseName is "quota" or "sliding" or "ceiling";
        return [.. _worlds.Select(w => (w.Sides, Show(w.States.TryGetValue(finding.Id, out var states) ? states : [isLimit ? ClauseState.Met : ClauseState.Dormant])))];
    }

    public static string Show(ImmutableArray<ClauseState> states) => string.Join(" or ", states);

    // ---- what there is to choose

    public static ImmutableArray<Question> In(Agreement agreement, History history) =>
    [
        .. history.Facts.SelectMany(Of),
        .. history.Judgements.GroupBy(j => j.Matter).Where(g => g.Select(j => j.Holds).Distinct().Count() > 1).Select(g => Judged(g.Key)),
        .. agreement.Definitions.Values.Where(d => d.Readings.Length > 1).Select(d => Reading(d.Name, [.. d.Readings.Select(r => (r.Name!, r.HeldBy.Length > 0))])),
        .. agreement.Clauses.Where(c => c.Readings.Length > 1).Select(c => Reading(c.Name, [.. c.Readings.Select(r => (r.Name!, r.HeldBy.Length > 0))])),
    ];

    private static IEnumerable<Question> Of(Fact fact)
    {
        if (fact.IsDenied)
        {
            yield return Disputed(CauseKind.Denied, fact, "occurrence", [Choice.Happened, Choice.DidNotHappen], (f, side) => side == 0 ? f with { DeniedBy = [] } : null);
        }

        if (fact.Time.IsDisputed)
        {
            yield return Disputed(CauseKind.Rival, fact, "time", [.. fact.Time.Alternatives.Select(a => $"{a.Value}")], (f, side) => f with { Time = Only(fact.Time, side) });
        }

        foreach (var (name, values) in fact.Fields.Where(f => f.Value.IsDisputed))
        {
            yield return Disputed(CauseKind.Rival, fact, name, Values(values), (f, side) => f with { Fields = f.Fields.SetItem(name, Only(values, side)) });
        }

        foreach (var (name, values) in fact.Roles.Where(f => f.Value.IsDisputed))
        {
            yield return Disputed(CauseKind.Rival, fact, name, Values(values), (f, side) => f with { Roles = f.Roles.SetItem(name, Only(values, side)) });
        }
    }

    private static Question Disputed(CauseKind kind, Fact fact, string attribute, ImmutableArray<string> sides, Func<Fact, int, Fact?> take) => new(
        kind, fact.Key, attribute, sides, [.. sides.Select(_ => true)],
        (world, side) => world with
        {
            History = world.History with { Facts = [.. world.History.Facts.Select(f => f.Key == fact.Key ? take(f, side) : f).OfType<Fact>()] },
        });

    private static Question Judged(string matter) => new(
        CauseKind.Rival, matter, "judged", [Choice.So, Choice.NotSo], [true, true],
        (world, side) => world with { History = world.History with { Judgements = [.. world.History.Judgements.Where(j => j.Matter != matter || j.Holds == (side == 0))] } });

    private static Question Reading(string name, ImmutableArray<(string Name, bool IsHeld)> readings) => new(
        CauseKind.Reading, name, "reading", [.. readings.Select(r => r.Name)], [.. readings.Select(r => r.IsHeld)],
        (world, side) => world with { Readings = world.Readings.SetItem(name, readings[side].Name) });

    private static ImmutableArray<string> Values(Attribute<Value> values) => [.. values.Alternatives.Select(a => Composed.Of(a.Value))];

    private static Attribute<T> Only<T>(Attribute<T> values, int side)
        where T : class => new([values.Alternatives[side] with { DeniedBy = [] }]);
}
