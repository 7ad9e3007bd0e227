using System.Collections.Immutable;
using Pacta.Logic.Reference.Norms;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>Something about which worlds differ: a text with several readings, or a dispute with its sides.</summary>
internal sealed class Variable(CauseKind kind, string key, string attribute, string subject, ImmutableArray<Side> sides)
{
    private ImmutableArray<int> _order;

    public CauseKind Kind => kind;

    public string Key => key;

    public string Attribute => attribute;

    public string Subject => subject;

    public ImmutableArray<Side> Sides => sides;

    /// <summary>
    /// The sides in the order in which they are tried, by the first report that each rests on: how far a search comes, where there is too much to try, hangs on the name of
    /// no party.
    /// </summary>
    public ImmutableArray<int> Order => _order.IsDefault ? _order = FindOrder() : _order;

    private ImmutableArray<int> FindOrder()
    {
        var natural = Enumerable.Range(0, Sides.Length);
        return Kind != CauseKind.Rival ? [.. natural]
            : [.. natural.OrderBy(i => Sides[i].Reports.Select(r => r.Id).Order(StringComparer.Ordinal).FirstOrDefault(string.Empty), StringComparer.Ordinal)];
    }
}

/// <summary>One reading, or one side of a dispute, with who stands for it.</summary>
internal sealed record Side(string Value, ImmutableArray<ReportReference> Reports, ImmutableArray<string> HeldBy)
{
    /// <summary>Of "one of" several names, those that are believed not to be it.</summary>
    public ImmutableArray<string> Without { get; init; } = [];
}

/// <summary>What worlds differ by, and the ways to read the text (docs/semantics.md, 12 and 13).</summary>
internal static class Worlds
{
    /// <summary>Beyond this number of ways to read the text only some of them are tried.</summary>
    public const int Most = 1024;

    public static IEnumerable<ImmutableArray<int>> All(IReadOnlyList<Variable> variables)
    {
        IEnumerable<ImmutableArray<int>> rows = [[]];
        foreach (var variable in variables)
        {
            rows = rows.SelectMany(r => Enumerable.Range(0, variable.Sides.Length).Select(r.Add));
        }

        return rows;
    }

    public static bool IsTooMany(IEnumerable<Variable> variables) =>
        variables.Aggregate(1L, (n, v) => Math.Min(n * v.Sides.Length, int.MaxValue)) > Most;

    /// <summary>Too many combinations to try: the first side of each, and every change of one.</summary>
    public static IEnumerable<ImmutableArray<int>> Single(IReadOnlyList<Variable> variables)
    {
        ImmutableArray<int> first = [.. variables.Select(_ => 0)];
        return variables.SelectMany((v, i) => Enumerable.Range(1, v.Sides.Length - 1).Select(side => first.SetItem(i, side))).Prepend(first);
    }

    /// <summary>The world that takes these readings, and of all other texts those that are taken.</summary>
    public static World Of(IReadOnlyList<Variable> readings, ImmutableArray<int> sides, World others) =>
        others with { Readings = others.Readings.SetItems(readings.Select((r, i) => KeyValuePair.Create(r.Key, r.Sides[sides[i]].Value))) };

    /// <summary>The world in which sides are taken besides.</summary>
    public static World With(World world, IEnumerable<Resolving.Taken> taken) =>
        world with { Sides = world.Sides.SetItems(taken.Select(t => KeyValuePair.Create((t.Dispute.Key, t.Dispute.Attribute), t.Side))) };

    /// <summary>The variable for a dispute that an evaluation met.</summary>
    public static Variable Of(Cause cause, HistoryIndex index)
    {
        if (cause.Attribute == Causes.JudgedAttribute)
        {
            var all = index.JudgementsOf(cause.Key).Where(j => cause.Reports.Contains(j.By)).ToLookup(j => j.Holds, j => j.By);
            return new Variable(CauseKind.Rival, cause.Key, cause.Attribute, $"“{cause.Key}”", [new Side(Choice.So, [.. all[true]], []), new Side(Choice.NotSo, [.. all[false]], [])]);
        }

        var fact = index.Fact(cause.Key);
        var name = $"{fact.Kind} {fact.Id}";
        if (cause.Attribute == "occurrence")
        {
            return new Variable(CauseKind.Denied, cause.Key, cause.Attribute, name, [new Side(Choice.Happened, fact.AssertedBy, []), new Side(Choice.DidNotHappen, fact.DeniedBy, [])]);
        }

        var subject = $"{cause.Attribute} of {fact.Id}";
        return cause.Attribute switch
        {
            "time" => OfTimes(fact.Time),
            "end" => OfTimes(fact.End!.Value),
            _ => new Variable(
                CauseKind.Rival, cause.Key, cause.Attribute, subject,
                [.. AttributeSides.Of(fact.Fields.TryGetValue(cause.Attribute, out var field) ? field : fact.Roles[cause.Attribute]).Select(SideOf)]),
        };

        Variable OfTimes(Attribute<Model.Time.When> times) => new(
            CauseKind.Rival, cause.Key, cause.Attribute, subject, [.. times.Alternatives.Select(a => new Side($"{a.Value}", a.AssertedBy, []))]);
    }

    private static Side SideOf(AttributeSide side) => new(
        side.Without.Length > 0 ? Choice.Not(side.Without) : side.Value is { } value ? Composed.Of(value) : Choice.NotSo, side.By, [])
    {
        Without = side.Without,
    };

    /// <summary>
    /// Do two ways to read the text differ in one reading, held by somebody in both, and lead to different states?
    /// </summary>
    public static bool IsContestedByReadings(IReadOnlyList<Variable> readings, IReadOnlyList<(ImmutableArray<int> Sides, StateSet States)> ways)
    {
        for (var i = 0; i < readings.Count; i++)
        {
            var held = readings[i].Sides.Select(s => s.HeldBy.Length > 0).ToList();
            foreach (var alike in ways.Where(w => held[w.Sides[i]]).GroupBy(w => string.Join(',', w.Sides.RemoveAt(i))))
            {
                var first = alike.First().States;
                if (alike.Any(w => w.States != first))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
