using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>Something about which worlds differ: a text with several readings, or a dispute with its sides.</summary>
internal sealed record Variable(CauseKind Kind, string Key, string Attribute, string Subject, ImmutableArray<Side> Sides);

/// <summary>One reading, or one side of a dispute, with who stands for it.</summary>
internal sealed record Side(string Value, ImmutableArray<ReportReference> Reports, ImmutableArray<string> HeldBy)
{
    /// <summary>Of "one of" several names, those that are believed not to be it.</summary>
    public ImmutableArray<string> Without { get; init; } = [];
}

/// <summary>A world with the sides taken (by index of the variable) and the states that are possible in it.</summary>
internal sealed record WorldOutcome(ImmutableArray<int> Sides, ImmutableSortedSet<ClauseState> States);

/// <summary>Enumerates worlds and says which choices decide (docs/semantics.md, 12 and 13).</summary>
internal static class Worlds
{
    /// <summary>Beyond this number of worlds the bound is used.</summary>
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

    public static World Of(IReadOnlyList<Variable> variables, ImmutableArray<int> sides, World from)
    {
        var readings = from.Readings.ToBuilder();
        var choices = from.Sides.ToBuilder();
        for (var i = 0; i < variables.Count; i++)
        {
            if (variables[i].Kind == CauseKind.Reading)
            {
                readings[variables[i].Key] = variables[i].Sides[sides[i]].Value;
            }
            else
            {
                choices[(variables[i].Key, variables[i].Attribute)] = sides[i];
            }
        }

        return new World(readings.ToImmutable(), choices.ToImmutable());
    }

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
            "end" => OfTimes(fact.End!),
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
    /// For each set of states, the choices that lead to it: irreducible (dropping any one of them would let another set in), found greedily
    /// and therefore not always the fewest.
    /// </summary>
    public static ImmutableArray<Outcome> Decisive(IReadOnlyList<Variable> variables, IReadOnlyList<WorldOutcome> worlds)
    {
        if (worlds.All(w => w.States.SetEquals(worlds[0].States)))
        {
            return [new Outcome([], [.. worlds[0].States])];
        }

        var outcomes = ImmutableArray.CreateBuilder<Outcome>();
        var covered = new HashSet<ImmutableArray<int>>(worlds.Count);
        foreach (var world in worlds)
        {
            if (covered.Contains(world.Sides))
            {
                continue;
            }

            var kept = Enumerable.Range(0, variables.Count).ToList();
            for (var i = variables.Count - 1; i >= 0; i--)
            {
                var without = kept.Where(k => k != i).ToList();
                if (Agreeing(worlds, world, without).All(w => w.States.SetEquals(world.States)))
                {
                    kept = without;
                }
            }

            covered.UnionWith(Agreeing(worlds, world, kept).Select(w => w.Sides));
            var choices = kept.Select(k => new Choice(
                variables[k].Kind,
                variables[k].Key,
                variables[k].Attribute,
                variables[k].Subject,
                variables[k].Sides[world.Sides[k]].Value,
                variables[k].Sides[world.Sides[k]].Reports)
            {
                Without = variables[k].Sides[world.Sides[k]].Without,
            });
            outcomes.Add(new Outcome([.. choices], [.. world.States]));
        }

        return outcomes.ToImmutable();
    }

    /// <summary>
    /// Certain: one state in all worlds. Contested: two worlds differ by a side of a dispute, or by readings that somebody holds.
    /// Undetermined otherwise.
    /// </summary>
    public static Certainty CertaintyOf(IReadOnlyList<Variable> variables, IReadOnlyList<WorldOutcome> worlds)
    {
        var first = worlds[0].States;
        if (worlds.All(w => w.States.SetEquals(first)))
        {
            return first.Count == 1 ? Certainty.Certain : Certainty.Undetermined;
        }

        for (var i = 0; i < variables.Count; i++)
        {
            var variable = variables[i];
            var others = Enumerable.Range(0, variables.Count).Where(k => k != i).ToList();
            foreach (var world in worlds)
            {
                var differing = Agreeing(worlds, world, others).Where(w => !w.States.SetEquals(world.States)).ToList();
                if (differing.Count > 0
                    && (variable.Kind != CauseKind.Reading
                        || (variable.Sides[world.Sides[i]].HeldBy.Length > 0 && differing.Exists(d => variable.Sides[d.Sides[i]].HeldBy.Length > 0))))
                {
                    return Certainty.Contested;
                }
            }
        }

        return Certainty.Undetermined;
    }

    private static IEnumerable<WorldOutcome> Agreeing(IReadOnlyList<WorldOutcome> worlds, WorldOutcome with, List<int> on) =>
        worlds.Where(w => on.TrueForAll(i => w.Sides[i] == with.Sides[i]));
}
