using System.Collections.Immutable;
using NodaTime;
using Pacta.Logic.Reference;
using Pacta.Logic.Reference.Norms;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>
/// What is found of an agreement, kept up to date with a history. Each clause comes apart into units (<see cref="ClausePlan"/>) that are evaluated by the
/// rules of docs/semantics.md one by one, on as many processors as wanted; a changed fact makes those units be evaluated anew that asked a question whose
/// answer it may change. What is found is what the reference evaluator finds of the whole history.
/// </summary>
/// <remarks>Not for use by several threads at once.</remarks>
public sealed partial class NormMonitor
{
    /// <summary>Beyond so many changes at once a store is cheaper made anew than changed.</summary>
    private const int MostChanges = 2_000;

    private readonly Agreement _agreement;
    private readonly Perspective? _perspective;
    private readonly bool _isRevisable;
    private readonly int? _mostListed;
    private readonly HashSet<string> _usedPlainly = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ClauseUnits> _clauses;
    private readonly Readers _readers = new();
    private readonly PriorityQueue<Unit, Instant> _awaiting = new();
    private readonly HashSet<Unit> _atEnd = [];
    private SharedReads _readsOfAll = new();
    private FactStore _store;

    /// <param name="history">May be empty.</param>
    /// <param name="perspective">Takes its readings; null takes none.</param>
    /// <param name="clauses">Only clauses with such a name, or with an exception of such a name; null: all.</param>
    /// <param name="isRevisable">Whether the history may change: then it is remembered what hangs on what.</param>
    /// <param name="processors">On how many units are evaluated, at least one.</param>
    /// <param name="mostListed">
    /// Of a clause that more events may open than this, what is plainly met is counted (<see cref="Plain"/>) and not among the findings; null: all is. Nothing is
    /// counted where the history may change.
    /// </param>
    public NormMonitor(
        Agreement agreement, History history, Perspective? perspective = null, IReadOnlySet<string>? clauses = null, bool isRevisable = false, int processors = 1, int? mostListed = null)
        : this(agreement, history, perspective, clauses, isRevisable, processors, mostListed, evaluates: true)
    {
    }

    private NormMonitor(
        Agreement agreement, History history, Perspective? perspective, IReadOnlySet<string>? clauses, bool isRevisable, int processors, int? mostListed, bool evaluates)
    {
        // That statements of completeness cover what decided is told of each finding by itself.
        _mostListed = isRevisable || history.Completeness.Length > 0 ? null : mostListed;
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(history);
        (_agreement, _perspective, _isRevisable, Processors) = (agreement, perspective, isRevisable, Math.Max(processors, 1));
        _store = StoreOf(history);
        var run = NewRun(null);
        _clauses = [.. agreement.Clauses
            .Where(c => clauses is null || ReferenceEvaluator.IsNamed(c, clauses))
            .Select(c => new ClauseUnits(ClausePlan.Of(agreement, c, !c.Status.Disputed && run.WaysToRead(c).Count() == 1)))];
        if (evaluates)
        {
            EvaluateAll();
        }

        if (isRevisable)
        {
            _store.Prepare();
        }
    }

    /// <summary>On how many processors units are evaluated.</summary>
    public int Processors { get; }

    /// <summary>All findings, in the order of the clauses, then as the reference evaluator has them.</summary>
    public ImmutableArray<Finding> Findings => FindingsOf(null);

    /// <summary>As <see cref="Findings"/>, of some clauses only.</summary>
    /// <param name="clauses">Only clauses with such a name, or with an exception of such a name; null: all.</param>
    public ImmutableArray<Finding> FindingsOf(IReadOnlySet<string>? clauses) =>
    [
        .. _clauses.Where(c => clauses is null || ReferenceEvaluator.IsNamed(c.Plan.Clause, clauses)).SelectMany(c => Run.InOrder(c.All.SelectMany(u => u.Findings))),
    ];

    /// <summary>What is only counted.</summary>
    public ImmutableArray<PlainFindings> Plain => [.. _clauses.Where(c => c.Plain.Count > 0).Select(PlainOf)];

    /// <summary>What was reported and stands in none of the findings about all clauses, ordered by key.</summary>
    public ImmutableArray<UnusedFact> NotUsed(ImmutableArray<Finding> findings)
    {
        var index = new HistoryIndex(_store, null);
        var world = _perspective is null ? World.Open : World.Open with { Readings = _perspective.Readings };
        return [.. Unused.Find(_agreement, index, new NormEvaluation(_agreement, index, world), findings, _usedPlainly)];
    }

    /// <summary>How many units were evaluated so far.</summary>
    public long Evaluations { get; private set; }

    /// <summary>Takes a history that has changed.</summary>
    /// <param name="changes">Every fact and count that is not what it was.</param>
    /// <param name="haveOthersChanged">Whether anything but facts, counts and its end is not what it was.</param>
    /// <returns>The findings that are not what they were: as they were, and as they are.</returns>
    public ImmutableArray<FindingChange> Revise(History history, IReadOnlyCollection<(Fact? Before, Fact? After)> changes, bool haveOthersChanged)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(changes);
        if (!_isRevisable)
        {
            throw new InvalidOperationException("Made for a history that does not change.");
        }

        var before = _store.History;
        // An end that goes back is met by no unit that waits for it.
        var isAll = haveOthersChanged || history.Through < before.Through || before.Counts.IsEmpty != history.Counts.IsEmpty || changes.Count > MostChanges;
        var dirty = new HashSet<Unit>();
        var touched = isAll ? [] : Touch(changes.Select(c => c.Before), dirty);
        var standing = isAll ? null : Standing.Of(_store, changes);
        if (changes.Count > MostChanges)
        {
            _store = StoreOf(history);
            _store.Prepare();
        }
        else
        {
            _store.Apply(history, changes.Select(c => new FactChange(c.Before, c.After)));
        }

        if (!isAll)
        {
            // A thing of which one observation is gone may be somebody else's by those that are left.
            touched.UnionWith(Touch(changes.Select(c => c.After ?? (c.Before!.Form == FactForm.Thing ? c.Before : null)), dirty));
            foreach (var key in standing!.ChangedIn(_store))
            {
                touched.Add(key);
                dirty.UnionWith(_readers.Of(key));
            }

            isAll = HangsAllOn(touched, before.Through, history.Through) || changes.Any(c => (c.Before ?? c.After)!.Form == FactForm.State);
        }

        return isAll ? ReviseAll() : Revise(dirty, changes, before.Through);
    }

    /// <summary>Marks the units that asked a question which a fact may answer otherwise.</summary>
    private HashSet<ReadKey> Touch(IEnumerable<Fact?> facts, HashSet<Unit> dirty)
    {
        var touched = new HashSet<ReadKey>();
        foreach (var fact in facts.OfType<Fact>())
        {
            touched.UnionWith(Touched.By(fact, _store, _readers));
        }

        foreach (var key in touched)
        {
            dirty.UnionWith(_readers.Of(key));
        }

        return touched;
    }

    private bool HangsAllOn(HashSet<ReadKey> touched, Instant before, Instant now) =>
        (_readsOfAll.DependsOnEnd && before != now)
        || _readsOfAll.Next.Any(n => n > before && n <= now)
        || touched.Any(_readsOfAll.Keys.Contains);

    private ImmutableArray<FindingChange> ReviseAll()
    {
        var before = _clauses.SelectMany(c => c.All).SelectMany(u => u.Findings).ToList();
        EvaluateAll();
        return Differences(before, [.. _clauses.SelectMany(c => c.All).SelectMany(u => u.Findings)]);
    }

    private ImmutableArray<FindingChange> Revise(HashSet<Unit> dirty, IReadOnlyCollection<(Fact? Before, Fact? After)> changes, Instant throughBefore)
    {
        var (before, changed) = (new List<Finding>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var clause in _clauses.Where(c => c.Plan.Kinds.Length > 0))
        {
            foreach (var (old, now) in changes)
            {
                if (now is not null && clause.Plan.IsRoot(now, _store))
                {
                    dirty.Add(UnitOf(clause, now.Key, isFact: true));
                }
                else if (old is not null && clause.ByRoot.TryGetValue(old.Key, out var gone))
                {
                    before.AddRange(gone.Findings);
                    Forget(clause, gone);
                    changed.Add(clause.Plan.Clause.Name);
                    dirty.Remove(gone);
                    if (clause.Rest is { } clean && gone.Broken.Length > 0)
                    {
                        dirty.Add(clean);
                    }
                }
            }
        }

        if (throughBefore != _store.History.Through)
        {
            dirty.UnionWith(_atEnd);
            while (_awaiting.TryPeek(out var unit, out var at) && at <= _store.History.Through)
            {
                _awaiting.Dequeue();
                if (unit.Next == at && IsThere(unit))
                {
                    dirty.Add(unit);
                }
            }
        }

        AddWhoAskAbout(changed, dirty);
        before.AddRange(dirty.SelectMany(u => u.Findings));
        var rest = Evaluate(dirty);
        before.AddRange(rest.Where(r => !dirty.Contains(r.Unit)).SelectMany(r => r.Before));
        return Differences(before, [.. dirty.Concat(rest.Select(r => r.Unit)).Distinct().SelectMany(u => u.Findings)]);
    }

    /// <summary>What clauses ask about each other: if anything of a clause is evaluated anew, so is what asked about it.</summary>
    /// <param name="changed">The clauses of which something is gone.</param>
    private void AddWhoAskAbout(HashSet<string> changed, HashSet<Unit> dirty)
    {
        var (seen, next) = (new HashSet<string>(StringComparer.Ordinal), dirty.Select(u => u.Of.Plan.Clause.Name).Concat(changed).ToList());
        while (next.Count > 0)
        {
            var clauses = next.Where(seen.Add).ToList();
            next = [.. clauses.SelectMany(c => _readers.Of(new ReadKey(ReadOf.Clause, c))).Where(dirty.Add).Select(u => u.Of.Plan.Clause.Name)];
        }
    }

    private bool IsThere(Unit unit) => ReferenceEquals(unit.Of.Rest, unit) || (unit.Of.ByRoot.TryGetValue(unit.Root, out var known) && ReferenceEquals(known, unit));

    private void EvaluateAll()
    {
        _readsOfAll = new();
        var units = new List<Unit>();
        foreach (var clause in _clauses)
        {
            foreach (var unit in clause.All.ToList())
            {
                Forget(clause, unit);
            }

            units.AddRange(clause.Plan.Roots(_store).Select(f => UnitOf(clause, f.Key, isFact: true)));
            units.AddRange(clause.Plan.Bearers.Select(b => UnitOf(clause, b, isFact: false)));
            if (clause.Plan.HasRest)
            {
                clause.Rest = new Unit(clause, string.Empty, false);
                units.Add(clause.Rest);
            }
        }

        Evaluate(units);
    }

    private static Unit UnitOf(ClauseUnits clause, string root, bool isFact)
    {
        if (!clause.ByRoot.TryGetValue(root, out var unit))
        {
            clause.ByRoot.Add(root, unit = new Unit(clause, root, isFact));
        }

        return unit;
    }

    private void Forget(ClauseUnits clause, Unit unit)
    {
        _readers.Remove(unit);
        _atEnd.Remove(unit);
        clause.Replace(unit.Broken, []);
        if (ReferenceEquals(clause.Rest, unit))
        {
            clause.Rest = null;
        }
        else
        {
            clause.ByRoot.Remove(unit.Root);
        }
    }

    /// <summary>Evaluates units: first those of events and bearers, then the rests, which ask who is found to have acted against a clause.</summary>
    /// <returns>The rests, with what was found of them before.</returns>
    private List<(Unit Unit, ImmutableArray<Finding> Before)> Evaluate(IReadOnlyCollection<Unit> units)
    {
        var rests = units.Where(u => ReferenceEquals(u.Of.Rest, u)).ToHashSet();
        foreach (var (unit, found) in EvaluateEach([.. units.Where(u => !rests.Contains(u))]))
        {
            if (unit.Of.Replace(unit.Broken, found.Broken) && unit.Of.Rest is { } rest)
            {
                rests.Add(rest);
            }

            Take(unit, found);
            TakePlain(unit, found.Plain);
        }

        var before = rests.Select(r => (r, r.Findings)).ToList();
        foreach (var (unit, found) in EvaluateEach([.. rests]))
        {
            Take(unit, found);
        }

        return before;
    }

    private void TakePlain(Unit unit, (PlainlyMet Met, HashSet<FindingNote> Notes)? plain)
    {
        if (plain is not var (met, notes) || met.Keys.IsEmpty)
        {
            return;
        }

        var (count, all, example) = unit.Of.Plain;
        all.UnionWith(notes);
        unit.Of.Plain = (count + met.Keys.Length, all, example ?? unit);
        _usedPlainly.Add(unit.Root);
        foreach (var act in met.Acts)
        {
            _usedPlainly.Add(act.Key);
        }
    }

    private PlainFindings PlainOf(ClauseUnits clause)
    {
        var (count, notes, example) = clause.Plain;
        var found = Run.InOrder(NewRun(null).FindingsOf(clause.Plan.Clause, UnitRoot.Of(_store.Fact(example!.Root)!)).Findings).First();
        return new PlainFindings(found with { Notes = [.. found.Notes.Union(notes).Order()] }, count);
    }

    private void Take(Unit unit, Found found)
    {
        Evaluations++;
        (unit.Findings, unit.Broken) = (found.Findings, found.Broken);
        if (!_isRevisable)
        {
            return;
        }

        _readers.Remove(unit);
        (unit.Reads, unit.Next, unit.DependsOnEnd) = (found.Reads.Keys, found.Reads.Next, found.Reads.DependsOnEnd);
        _readers.Add(unit);
        if (unit.Next is { } next)
        {
            _awaiting.Enqueue(unit, next);
        }

        if (unit.DependsOnEnd)
        {
            _atEnd.Add(unit);
        }
        else
        {
            _atEnd.Remove(unit);
        }
    }

    /// <summary>Each processor takes a stretch of the units at a time, and keeps what it finds of the agreement as a whole.</summary>
    private IEnumerable<(Unit Unit, Found Found)> EvaluateEach(Unit[] units)
    {
        const int Stretch = 64;
        var found = new Found[units.Length];
        var next = 0;
        var workers = Math.Min(Processors, (units.Length / Stretch) + 1);
        var reads = new Reads?[workers];
        if (workers == 1)
        {
            Work(0);
        }
        else
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, Work);
        }

        foreach (var one in reads.OfType<Reads>())
        {
            _readsOfAll.Add(one.ForAll);
        }

        return units.Select((u, i) => (u, found[i]));

        void Work(int worker)
        {
            reads[worker] = _isRevisable ? new Reads() : null;
            var run = NewRun(reads[worker]);
            for (int from; (from = Interlocked.Add(ref next, Stretch) - Stretch) < units.Length;)
            {
                for (var i = from; i < Math.Min(from + Stretch, units.Length); i++)
                {
                    found[i] = Evaluate(run, units[i], reads[worker]);
                }
            }
        }
    }

    private Found Evaluate(Run run, Unit unit, Reads? reads)
    {
        var clause = unit.Of.Plan.Clause;
        var root = unit.IsFact ? UnitRoot.Of(_store.Fact(unit.Root)!)
            : unit.Root.Length > 0 ? UnitRoot.Of(unit.Root)
            : unit.Of.Plan.Kinds.Length > 0 ? UnitRoot.Rest(unit.Of.BrokenIn)
            : null;
        if (unit.IsFact && _mostListed is { } most && unit.Of.ByRoot.Count > most && NormEvaluation.MayBePlain(clause))
        {
            var notes = new HashSet<FindingNote>();
            if (run.PlainlyMet(clause, root!.Fact!, notes) is { } met)
            {
                return new Found([], [], ReadsTaken.None) { Plain = (met, notes) };
            }
        }

        if (reads is null)
        {
            return Of(run.FindingsOf(clause, root), ReadsTaken.None);
        }

        var (result, taken) = reads.During(() => run.FindingsOf(clause, root), isShared: false);
        return Of(result, taken);

        Found Of((List<Finding> Findings, List<(World World, InstanceResult Result)> Own) result, ReadsTaken taken) => new(
            [.. result.Findings],
            unit.IsFact && unit.Of.Plan.HasRest
                ? [.. result.Own.SelectMany(o => o.Result.Bearers.Select(b => new BrokenBy(Run.NameOf(o.World), b, !o.Result.IsUnattributed))).Distinct()]
                : [],
            taken);
    }

    private FactStore StoreOf(History history) => new(history, _agreement.Vocabulary, _agreement.Calendar.Zone);

    private Run NewRun(Reads? reads) => new(_agreement, new HistoryIndex(_store, reads), _perspective);

    private static ImmutableArray<FindingChange> Differences(List<Finding> before, List<Finding> after)
    {
        var old = before.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<FindingChange>();
        foreach (var now in after)
        {
            if (!old.Remove(now.Id, out var was))
            {
                changes.Add(new FindingChange(null, now));
            }
            else if (!FindingEquality.Same(was, now))
            {
                changes.Add(new FindingChange(was, now));
            }
        }

        changes.AddRange(old.Values.Select(f => new FindingChange(f, null)));
        return changes.ToImmutable();
    }

    private readonly record struct Found(ImmutableArray<Finding> Findings, ImmutableArray<BrokenBy> Broken, ReadsTaken Reads)
    {
        public (PlainlyMet Met, HashSet<FindingNote> Notes)? Plain { get; init; }
    }
}

/// <summary>A finding as it was and as it is; null where there was none, or is none any more.</summary>
public readonly record struct FindingChange(Finding? Before, Finding? After);
