using System.Collections.Immutable;
using Pacta.Logic.Reference.Norms;
using Pacta.Logic.Reference.Readings;
using Pacta.Logic.Reference.Resolving;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference;

/// <summary>One evaluation: the instances of each clause in every world, and the finding that they make together.</summary>
internal sealed class Run(Agreement agreement, HistoryIndex index, Perspective? perspective)
{
    /// <summary>Tried were the first reading of each text and every change of a single one, so nothing is certain.</summary>
    private static readonly FindingNote TooManyReadings = new(NoteCode.TooManyReadings, $"{Worlds.Most}");

    private readonly Dictionary<string, NormEvaluation> _byReadings = [];

    /// <summary>When the agreement is in force may depend on a reading, and every clause with it.</summary>
    private readonly Lazy<Mentions> _header = new(() =>
    {
        var header = new Mentions(agreement);
        header.AddHeader();
        return header;
    });

    public IEnumerable<Finding> FindingsOf(Clause clause)
    {
        if (clause.Status.Disputed)
        {
            return [FindingMaker.Claimed(agreement, clause, perspective)];
        }

        var mentions = new Mentions(agreement);
        mentions.Add(clause);
        var readings = ReadingVariables(mentions);
        var ways = new Ways(readings, TakenReadings());
        var instances = new Dictionary<InstanceKey, List<(ImmutableArray<int> Sides, InstanceResult Result)>>();
        foreach (var sides in Worlds.IsTooMany(readings) ? Worlds.Single(readings) : Worlds.All(readings))
        {
            foreach (var result in NormsIn(Worlds.Of(readings, sides, TakenReadings())).Evaluate(clause).Where(r => r.IsListed))
            {
                if (!instances.TryGetValue(result.Key, out var list))
                {
                    list = [];
                    instances.Add(result.Key, list);
                }

                list.Add((sides, result));
            }
        }

        return instances.Values
            .Select(found => Resolve(clause, mentions, readings, ways, found, TakenReadings(), FindingMaker.IdOf(agreement, found[0].Result.Key), TreesOf(clause, found[0].Result.Key, ways)))
            .OfType<Finding>()
            .OrderBy(f => f.ClausePath, StringComparer.Ordinal)
            .ThenBy(f => f.Opened?.Earliest)
            .ThenBy(f => string.Join(',', f.Bearers), StringComparer.Ordinal)
            .ThenBy(f => f.Beneficiary, StringComparer.Ordinal)
            .ThenBy(f => f.Line, StringComparer.Ordinal)
            .ThenBy(f => string.Join(',', f.Trigger), StringComparer.Ordinal);
    }

    private DisputeTrees TreesOf(Clause clause, InstanceKey key, Ways ways) =>
        new(index, world => NormsIn(world).Evaluate(clause, new Focus(key)), ways.Count);

    /// <summary>Certainty over all worlds; null where the instance is certainly not in play.</summary>
    /// <param name="readings">The texts whose reading is open.</param>
    /// <param name="taken">The readings that are taken of the others.</param>
    private Finding? Resolve(
        Clause clause,
        Mentions mentions,
        List<Variable> readings,
        Ways? ways,
        List<(ImmutableArray<int> Sides, InstanceResult Result)> found,
        World taken,
        string id,
        DisputeTrees trees)
    {
        var key = found[0].Result.Key;
        var tooManyReadings = Worlds.IsTooMany(readings);
        var resolved = new Resolved(readings);
        foreach (var sides in tooManyReadings ? Worlds.Single(readings) : Worlds.All(readings))
        {
            if (key.Trigger.Length == 0 && BindsOthers(clause, key, readings, sides, found, taken))
            {
                resolved.Skip(sides);
                continue;
            }

            var (world, root) = (Worlds.Of(readings, sides, taken), ResultIn(found, sides));
            resolved.Add(sides, tooManyReadings ? DisputeTrees.Unknown(root) : trees.Of(world, root), readings.Count == 0 ? () => trees.Bound(world, root) : null);
        }

        if (resolved.States is [ClauseState.Dormant])
        {
            return null;
        }

        var certainty = resolved.Certainty(tooManyReadings);
        var shown = certainty == Certainty.Certain ? resolved.Last ?? found[0].Result : found[0].Result;
        var decisive = resolved.Outcomes();
        var differs = ways?.Differ(found) == true;
        var finding = FindingMaker.Make(
            id, agreement, clause, mentions, shown, found.Select(f => f.Result), resolved.States, certainty, resolved.ResolutionOf(tooManyReadings),
            WithOnlyReading(readings, found, decisive),
            ReadingCauses(readings, decisive).Concat(resolved.Met), OnlyUnder(readings, found).Concat(UnmetDenials(shown)).Concat(tooManyReadings ? [TooManyReadings] : Array.Empty<FindingNote>()), perspective, index.History,
            mayBeSettled: !differs);
        return differs ? UnderEach(finding, clause, mentions, ways!, found, id, trees) : finding;
    }

    /// <summary>Tells a finding that depends on how the text is read under each reading, and all of them together.</summary>
    private Finding UnderEach(
        Finding finding, Clause clause, Mentions mentions, Ways ways, List<(ImmutableArray<int> Sides, InstanceResult Result)> found, string id, DisputeTrees trees)
    {
        var under = new List<FindingUnderReadings>(ways.InOrder.Length);
        foreach (var way in ways.InOrder)
        {
            var here = ResultIn(found, way.Sides);
            under.Add(ways.Under(finding, way, here is null ? null : Resolve(clause, mentions, [], null, [([], here)], way.World, id, trees)));
        }

        return Together.Tell(finding, Ways.WithoutIdle(under));
    }

    private static InstanceResult? ResultIn(List<(ImmutableArray<int> Sides, InstanceResult Result)> found, ImmutableArray<int> sides)
    {
        foreach (var (its, result) in found)
        {
            if (its.AsSpan().SequenceEqual(sides.AsSpan()))
            {
                return result;
            }
        }

        return null;
    }

    /// <summary>
    /// A lasting duty that a reading does not have, though it has others, is not dormant under that reading: it binds somebody else,
    /// and says nothing about this one.
    /// </summary>
    private bool BindsOthers(
        Clause clause,
        InstanceKey key,
        List<Variable> readings,
        ImmutableArray<int> sides,
        List<(ImmutableArray<int> Sides, InstanceResult Result)> found,
        World taken) =>
        ResultIn(found, sides) is null
        && NormsIn(Worlds.Of(readings, sides, taken)).Evaluate(clause).Where(r => r.Key.Path == key.Path).ToList() is { Count: > 0 } others
        && others.TrueForAll(r => r.Key.Bearer != key.Bearer);

    /// <summary>Where only one reading of a text has the instance, every outcome rests on that reading.</summary>
    private static ImmutableArray<Outcome> WithOnlyReading(
        List<Variable> readings, List<(ImmutableArray<int> Sides, InstanceResult Result)> found, ImmutableArray<Outcome> outcomes)
    {
        for (var i = 0; i < readings.Count; i++)
        {
            var variable = readings[i];
            if (found.Select(f => f.Sides[i]).Distinct().ToList() is [var only]
                && found[0].Result.Key.Trigger.Length == 0
                && !outcomes.Any(o => o.If.Any(c => c.Kind == CauseKind.Reading && c.Subject == variable.Subject)))
            {
                var choice = new Choice(CauseKind.Reading, variable.Key, variable.Attribute, variable.Subject, variable.Sides[only].Value, []);
                outcomes = [.. outcomes.Select(o => o with { If = o.If.Insert(0, choice) })];
            }
        }

        return outcomes;
    }

    /// <summary>Names the readings of the clause under which there is such an instance, where others have none.</summary>
    private static IEnumerable<FindingNote> OnlyUnder(IReadOnlyList<Variable> readings, List<(ImmutableArray<int> Sides, InstanceResult Result)> found)
    {
        for (var i = 0; i < readings.Count; i++)
        {
            var sides = found.Select(f => f.Sides[i]).Distinct().ToList();
            if (sides.Count < readings[i].Sides.Length)
            {
                yield return new FindingNote(NoteCode.OnlyUnderReading, readings[i].Key, string.Join(", ", sides.Select(s => readings[i].Sides[s].Value).Order(StringComparer.Ordinal)));
            }
        }
    }

    /// <summary>What is denied of the events that opened it, though no report that stands says so: it decides nothing, and is told.</summary>
    private IEnumerable<FindingNote> UnmetDenials(InstanceResult shown) => shown.Trigger
        .Select(id => index.Event(id))
        .OfType<Model.Histories.Fact>()
        .SelectMany(f => f.UnmetDenials.GroupBy(d => (d.Attribute, d.Value), d => d.By), (f, denied) => Unsaid(f.Id, denied.Key, [.. denied]));

    private static FindingNote Unsaid(string id, (string Attribute, string Value) denied, ImmutableArray<Model.Histories.ReportReference> by) =>
        new(NoteCode.DeniesUnsaid, denied.Attribute, id, denied.Value, Causes.Names(by))
        {
            Reports = by,
        };

    private static IEnumerable<Cause> ReadingCauses(List<Variable> readings, ImmutableArray<Outcome> decisive) =>
        decisive
            .SelectMany(o => o.If)
            .Where(c => c.Kind == CauseKind.Reading)
            .Select(c => c.Subject)
            .Distinct(StringComparer.Ordinal)
            .Select(s => readings.Find(v => v.Subject == s)!)
            .Select(v => Causes.Readings(v.Key, v.Sides));

    private List<Variable> ReadingVariables(Mentions mentions) => [.. mentions.Readings
        .Concat(_header.Value.Readings)
        .DistinctBy(r => r.Key)
        .OrderBy(r => r.Key, StringComparer.Ordinal)
        .Where(r => perspective is null || !perspective.Readings.ContainsKey(r.Key))
        .Select(r => new Variable(CauseKind.Reading, r.Key, "reading", $"reading of {r.Key}", SidesOf(r.Key)))];

    private ImmutableArray<Side> SidesOf(string name) =>
        agreement.Definitions.TryGetValue(name, out var definition) ? Sides(definition.Readings)
        : agreement.Tables.TryGetValue(name, out var table) ? Sides(table.Readings)
        : Sides(agreement.Clauses.First(c => c.Name == name).Readings);

    private static ImmutableArray<Side> Sides<T>(ImmutableArray<Reading<T>> readings) =>
        [.. readings.OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => new Side(r.Name ?? string.Empty, [], r.HeldBy))];

    private World TakenReadings() => perspective is null ? World.Open : World.Open with { Readings = perspective.Readings };

    private NormEvaluation NormsIn(World world)
    {
        if (world.Sides.Count > 0)
        {
            return new NormEvaluation(agreement, index, world);
        }

        var name = string.Join(';', world.Readings.Select(r => $"{r.Key}={r.Value}"));
        if (!_byReadings.TryGetValue(name, out var norms))
        {
            norms = new NormEvaluation(agreement, index, world);
            _byReadings.Add(name, norms);
        }

        return norms;
    }
}
