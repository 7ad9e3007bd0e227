using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pacta.Logic.Reference.Norms;
using Pacta.Logic.Reference.Readings;
using Pacta.Logic.Reference.Resolving;
using Pacta.Logic.Reference.Screening;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference;

/// <summary>One evaluation: the instances of each clause in every world, and the finding that they make together.</summary>
internal sealed class Run(Agreement agreement, HistoryIndex index, Perspective? perspective)
{
    /// <summary>Tried were the first reading of each text and every change of a single one, so nothing is certain.</summary>
    private static readonly ImmutableArray<FindingNote> TooManyReadings = [new(NoteCode.TooManyReadings, $"{Worlds.Most}")];

    /// <summary>The names of readings that are taken together, as long as somebody takes them.</summary>
    private static readonly ConditionalWeakTable<ImmutableSortedDictionary<string, string>, string> Names = [];

    private readonly Dictionary<string, NormEvaluation> _byReadings = [];

    /// <summary>The same for worlds that were met, as long as somebody has them.</summary>
    private readonly ConditionalWeakTable<World, NormEvaluation> _byWorld = [];

    private readonly SharedOpenings _openings = new(agreement);

    private readonly FindingMaker _maker = new(agreement, perspective, index);

    /// <summary>The readings that the perspective takes.</summary>
    private readonly World _taken = perspective is null ? World.Open : World.Open with { Readings = perspective.Readings };

    /// <summary>When the agreement is in force, and who is suspended or has left, may depend on a reading, and every clause with it.</summary>
    private readonly Lazy<Mentions> _header = new(() => HeaderOf(agreement, () => HasNotices(index)));

    private readonly Dictionary<string, ClauseTexts> _texts = new(StringComparer.Ordinal);

    /// <summary>All findings about a clause, in their order.</summary>
    public IEnumerable<Finding> FindingsOf(Clause clause) => InOrder(FindingsOf(clause, null).Findings);

    /// <summary>The order of the findings about a clause: it does not depend on the order in which they were found.</summary>
    public static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings) => findings
        .OrderBy(f => f.ClausePath, StringComparer.Ordinal)
        .ThenBy(f => f.Opened?.Earliest)
        .ThenBy(f => string.Join(',', f.Bearers), StringComparer.Ordinal)
        .ThenBy(f => f.Beneficiary, StringComparer.Ordinal)
        .ThenBy(f => f.Line, StringComparer.Ordinal)
        .ThenBy(f => string.Join(',', f.Trigger), StringComparer.Ordinal);

    /// <summary>The ways to read a clause's texts that are tried, by the readings of their worlds.</summary>
    public IEnumerable<World> WaysToRead(Clause clause) => TextsOf(clause).Tried.Select(t => t.World);

    /// <summary>Is there only one way to read a clause, whatever may yet be reported?</summary>
    public bool IsReadInOneWay(Clause clause) => TextsOf(clause).Tried.Length == 1 && HeaderOf(agreement, () => true).Readings.Keys.All(IsTaken);

    /// <summary>The findings about a part of a clause, in no order; and by the ways to read it the instances of its own sentence.</summary>
    /// <param name="root">Null: all of it.</param>
    public (List<Finding> Findings, List<(World World, InstanceResult Result)> Own) FindingsOf(Clause clause, UnitRoot? root)
    {
        if (clause.Status.Disputed)
        {
            return ([FindingMaker.Claimed(agreement, clause, perspective)], []);
        }

        var texts = TextsOf(clause);
        var own = new List<(World World, InstanceResult Result)>();
        var instances = new Dictionary<InstanceKey, List<(ImmutableArray<int> Sides, InstanceResult Result)>>();
        var alike = root?.Fact is not null && index.Watch is null ? texts.Alike : null;
        var worlds = alike is null ? null : new AlikeWorlds<IReadOnlyList<InstanceResult>>(alike);
        foreach (var (sides, world) in texts.Tried)
        {
            var norms = NormsIn(world);
            foreach (var result in worlds is null ? norms.Evaluate(clause, root) : worlds.Of(sides, norms, consulted => norms.Evaluate(clause, root, consulted)))
            {
                if (result.Key.Path == clause.Path)
                {
                    own.Add((world, result));
                }

                if (!result.IsListed)
                {
                    continue;
                }

                if (!instances.TryGetValue(result.Key, out var list))
                {
                    list = [];
                    instances.Add(result.Key, list);
                }

                list.Add((sides, result));
            }
        }

        var findings = new List<Finding>(instances.Count);
        foreach (var (key, found) in instances)
        {
            if (Resolve(clause, root, texts, texts.Readings, texts.Ways, found, _taken, FindingMaker.IdOf(agreement, key), TreesOf(clause, root, key, texts.Ways)) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return (findings, own);
    }

    /// <summary>Is all that an event opens plainly met, however the text is read?</summary>
    /// <returns>How many instances there are, and the facts by which they are met; null: it takes a closer look.</returns>
    public PlainlyMet? PlainlyMet(Clause clause, Fact fact, HashSet<FindingNote> notes)
    {
        var texts = TextsOf(clause);
        if (Worlds.IsTooMany(texts.Readings))
        {
            return null;
        }

        PlainlyMet? first = null;
        var worlds = texts.Alike is { } alike ? new AlikeWorlds<PlainlyMet?>(alike) : null;
        foreach (var (sides, world) in texts.Tried)
        {
            var norms = NormsIn(world);
            var found = worlds is null ? norms.PlainlyMet(clause, fact, notes, null) : worlds.Of(sides, norms, consulted => norms.PlainlyMet(clause, fact, notes, consulted));
            if (found is not { } here || (first is not null && !ReferenceEquals(here, first) && !here.Keys.AsSpan().SequenceEqual(first.Keys.AsSpan())))
            {
                return null;
            }

            first ??= here;
        }

        return first;
    }

    /// <summary>As <see cref="PlainlyMet"/>, at a glance.</summary>
    public ClauseScreens ScreensOf(Clause clause) =>
        TextsOf(clause).Screens ??= ClauseScreens.Of(
            agreement, clause, _header.Value, (Worlds.IsTooMany(TextsOf(clause).Readings) ? [] : WaysToRead(clause)).Select(w => new WayScreen(w, NormsIn(w), NormsIn(w).ScreenOf(clause))));

    /// <summary>What does not change from one finding about a clause to the next.</summary>
    private ClauseTexts TextsOf(Clause clause)
    {
        if (!_texts.TryGetValue(clause.Name, out var texts))
        {
            var mentions = new Mentions(agreement);
            mentions.Add(clause);
            var readings = ReadingVariables(mentions);
            texts = new ClauseTexts(mentions, readings, new Ways(readings, _taken), [.. TriedOf(readings, _taken)])
            {
                Alike = AlikeReadings.Of(agreement, clause, readings, _header.Value),
            };
            _texts.Add(clause.Name, texts);
        }

        return texts;
    }

    private DisputeTrees TreesOf(Clause clause, UnitRoot? root, InstanceKey key, Ways ways) =>
        new(index, (world, explains) => NormsIn(world).Evaluate(clause, root, new Focus(key, explains)), ways.Count);

    /// <summary>Certainty over all worlds; null where the instance is certainly not in play.</summary>
    /// <param name="readings">The texts whose reading is open.</param>
    /// <param name="taken">The readings that are taken of the others.</param>
    private Finding? Resolve(
        Clause clause,
        UnitRoot? root,
        ClauseTexts texts,
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
        var at = 0;
        foreach (var (sides, world) in ReferenceEquals(readings, texts.Readings) && ReferenceEquals(taken, _taken) ? texts.Tried : TriedOf(readings, taken))
        {
            if (key.Trigger.Length == 0 && !IsToBeDone(clause) && BindsOthers(clause, root, key, world, sides, found))
            {
                resolved.Skip(sides);
                continue;
            }

            // They were found in this order.
            var open = at < found.Count && found[at].Sides.AsSpan().SequenceEqual(sides.AsSpan()) ? found[at++].Result : null;
            var tree = tooManyReadings ? DisputeTrees.Unknown(open) : trees.Of(world, open);
            resolved.Add(sides, world, tree);
            if (!tree.IsComplete && readings.Count == 0)
            {
                resolved.Bind(trees.Bound(world, open));
            }
        }

        if (resolved.States is [ClauseState.Dormant])
        {
            return null;
        }

        var certainty = resolved.Certainty(tooManyReadings);
        var shown = (certainty == Certainty.Certain ? Account(resolved, trees) : null) ?? found[0].Result;
        var decisive = resolved.Outcomes(trees);
        var differs = ways?.Differ(found) == true;
        if (found.Exists(f => f.Result.LookedAtThrough is not null || (f.Result.Changes is [.., { State: ClauseState.Open }])))
        {
            AwaitCompleteness();
        }

        var finding = _maker.Make(
            id, clause, texts, shown, found, resolved.States.List, certainty, resolved.ResolutionOf(tooManyReadings),
            OnlyReading.With(readings, found, decisive),
            certainty == Certainty.Certain || readings.Count == 0 ? resolved.Met : OnlyReading.CausesOf(readings, decisive).Concat(resolved.Met),
            [.. OnlyReading.NotesOf(readings, ways, found), .. UnmetDenials(shown), .. tooManyReadings ? TooManyReadings : []],
            mayBeSettled: !differs);
        return differs ? UnderEach(finding, clause, root, texts, ways!, found, id, trees) : finding;
    }

    /// <summary>What there is to tell of what is the same in all worlds; null: none has it.</summary>
    private static InstanceResult? Account(Resolved resolved, DisputeTrees trees)
    {
        if (resolved.Slowest is not var (world, leaf) || trees.Told(world, leaf) is not { } told)
        {
            return null;
        }

        var changes = resolved.Covering(told.Changes);
        return changes == told.Changes ? told : told with { Changes = changes };
    }

    /// <summary>What decided goes through the end of the history: whether statements of completeness cover that changes when it passes one of them.</summary>
    private void AwaitCompleteness()
    {
        foreach (var through in index.History.Completeness.Select(c => c.Through.In(agreement.Calendar.Zone).Latest).Where(t => t >= index.History.Through && t < NodaTime.Instant.MaxValue))
        {
            index.Reads?.AddNext(through + Model.Time.InstantRange.Tick);
        }
    }

    /// <summary>Tells a finding that depends on how the text is read under each reading, and all of them together.</summary>
    private Finding UnderEach(
        Finding finding, Clause clause, UnitRoot? root, ClauseTexts texts, Ways ways, List<(ImmutableArray<int> Sides, InstanceResult Result)> found, string id, DisputeTrees trees)
    {
        var under = new List<FindingUnderReadings>(ways.InOrder.Length);
        var made = new List<(InstanceResult Of, Finding? Finding)>();
        var inEach = ways.InEach(found);
        for (var i = 0; i < ways.InOrder.Length; i++)
        {
            var way = ways.InOrder[i];
            Finding? told = null;
            if (inEach[i] is { } here && !IsMade(here, out told))
            {
                told = Resolve(clause, root, texts, [], null, [([], here)], way.World, id, trees);
                if (!here.Possible.HangsOnDisputes)
                {
                    made.Add((here, told)); // what is disputed may hang on the way to read it where that is resolved
                }
            }

            under.Add(ways.Under(finding, way, told));
        }

        return Together.Tell(finding, ways.WithoutIdle(under));

        bool IsMade(InstanceResult of, out Finding? finding)
        {
            foreach (var (its, known) in made)
            {
                if (ReferenceEquals(its, of))
                {
                    finding = known;
                    return true;
                }
            }

            finding = null;
            return false;
        }
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

    /// <summary>Whoever is to do something by a day under one reading only, may not have to: that is no lasting state of things that belongs to a reading.</summary>
    private static bool IsToBeDone(Clause clause) => clause.Readings.All(r => r.Content.Sentence is { Modality: Modality.Must, Act: DoAct });

    /// <summary>
    /// A lasting duty that a reading does not have, though it has others, is not dormant under that reading: it binds somebody else,
    /// and says nothing about this one.
    /// </summary>
    private bool BindsOthers(
        Clause clause,
        UnitRoot? root,
        InstanceKey key,
        World world,
        ImmutableArray<int> sides,
        List<(ImmutableArray<int> Sides, InstanceResult Result)> found) =>
        ResultIn(found, sides) is null
        && NormsIn(world).Evaluate(clause, root).Where(r => r.Key.Path == key.Path).ToList() is { Count: > 0 } others
        && others.TrueForAll(r => r.Key.Bearer != key.Bearer);

    /// <summary>What is denied of the events that opened it, though no report that stands says so: it decides nothing, and is told.</summary>
    private ImmutableArray<FindingNote> UnmetDenials(InstanceResult shown)
    {
        ImmutableArray<FindingNote> notes = [];
        foreach (var id in shown.Trigger)
        {
            if (index.Event(id) is { UnmetDenials: { IsEmpty: false } denials } fact)
            {
                notes = notes.AddRange(denials.GroupBy(d => (d.Attribute, d.Value), d => d.By).Select(denied => Unsaid(fact.Id, denied.Key, [.. denied])));
            }
        }

        return notes;
    }

    private static FindingNote Unsaid(string id, (string Attribute, string Value) denied, ImmutableArray<Model.Histories.ReportReference> by) =>
        new(NoteCode.DeniesUnsaid, denied.Attribute, id, denied.Value, Causes.Names(by))
        {
            Reports = by,
        };

    private List<Variable> ReadingVariables(Mentions mentions) => [.. mentions.Readings
        .Concat(_header.Value.Readings)
        .DistinctBy(r => r.Key)
        .OrderBy(r => r.Key, StringComparer.Ordinal)
        .Where(r => !IsTaken(r.Key))
        .Select(r => new Variable(CauseKind.Reading, r.Key, "reading", $"reading of {r.Key}", SidesOf(r.Key)))];

    private bool IsTaken(string text) => perspective?.Readings.ContainsKey(text) == true;

    /// <param name="hasNotices">May somebody have left or suspended by a notice? Asked where somebody may have the power.</param>
    private static Mentions HeaderOf(Agreement agreement, Func<bool> hasNotices)
    {
        var header = new Mentions(agreement);
        header.AddHeader();
        var powers = agreement.Clauses.Where(c => Departures.IsPower(c, agreement)).ToList();
        if (powers.Count > 0 && hasNotices())
        {
            powers.ForEach(header.Add);
        }

        return header;
    }

    private static bool HasNotices(HistoryIndex index)
    {
        if (index.Reads is not { } reads)
        {
            return AreThere();
        }

        // Everything that is found hangs on it.
        var (areThere, taken) = reads.During(AreThere, isShared: false);
        reads.ForAll.Add(taken);
        return areThere;

        bool AreThere() => Departures.Kinds.Any(k => index.Events(k).Count > 0);
    }

    private ImmutableArray<Side> SidesOf(string name) =>
        agreement.Definitions.TryGetValue(name, out var definition) ? Sides(definition.Readings)
        : agreement.Tables.TryGetValue(name, out var table) ? Sides(table.Readings)
        : Sides(agreement.Clauses.First(c => c.Name == name).Readings);

    private static ImmutableArray<Side> Sides<T>(ImmutableArray<Reading<T>> readings) =>
        [.. readings.OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => new Side(r.Name ?? string.Empty, [], r.HeldBy))];

    /// <summary>The combinations of readings that are evaluated, each with its world.</summary>
    /// <param name="taken">The readings that are taken of all other texts.</param>
    private static ImmutableArray<(ImmutableArray<int> Sides, World World)> TriedOf(List<Variable> readings, World taken) => readings.Count == 0
        ? [([], taken)]
        : [.. (Worlds.IsTooMany(readings) ? Worlds.Single(readings) : Worlds.All(readings)).Select(sides => (sides, Worlds.Of(readings, sides, taken)))];

    /// <summary>The readings that a world takes, in one text.</summary>
    public static string NameOf(World world) => world.Readings.IsEmpty ? string.Empty
        : Names.GetValue(world.Readings, static readings => string.Join(';', readings.Select(r => $"{r.Key}={r.Value}")));

    private NormEvaluation NormsIn(World world)
    {
        if (world.Sides.Count > 0)
        {
            return new NormEvaluation(agreement, index, world, _openings, _byReadings.GetValueOrDefault(NameOf(world)));
        }

        if (_byWorld.TryGetValue(world, out var norms))
        {
            return norms;
        }

        var name = NameOf(world);
        if (!_byReadings.TryGetValue(name, out norms))
        {
            norms = new NormEvaluation(agreement, index, world, _openings);
            _byReadings.Add(name, norms);
        }

        _byWorld.AddOrUpdate(world, norms);
        return norms;
    }
}
