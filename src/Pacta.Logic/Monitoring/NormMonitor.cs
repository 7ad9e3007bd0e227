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
    private const int UnitStretch = 64;

    private readonly Agreement _agreement;
    private readonly Perspective? _perspective;
    private readonly bool _isRevisable;
    private readonly int? _mostListed;
    private readonly FactMarks _usedPlainly = new();
    private readonly List<Fact> _plainActs = [];
    private readonly List<Run> _runs = [];
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
    /// Of a clause that more events may open than this, what is plainly met is counted (<see cref="Plain"/>) and not among the findings; null: all is. Where the history
    /// may change, it is said each time findings are asked for.
    /// </param>
    public NormMonitor(
        Agreement agreement, History history, Perspective? perspective = null, IReadOnlySet<string>? clauses = null, bool isRevisable = false, int processors = 1, int? mostListed = null)
        : this(agreement, history, perspective, clauses, isRevisable, processors, mostListed, evaluates: true)
    {
    }

    private NormMonitor(
        Agreement agreement, History history, Perspective? perspective, IReadOnlySet<string>? clauses, bool isRevisable, int processors, int? mostListed, bool evaluates,
        FactStore.LikeStore? like = null)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(history);

        // That statements of completeness cover what decided is told of each finding by itself.
        _mostListed = isRevisable || history.Completeness.Length > 0 ? null : mostListed;
        (_agreement, _perspective, _isRevisable, Processors) = (agreement, perspective, isRevisable, Math.Max(processors, 1));
        _store = StoreOf(history, like);
        var run = NewRun(null);
        _clauses = [.. agreement.Clauses
            .Where(c => clauses is null || ReferenceEvaluator.IsNamed(c, clauses))
            .Select(c => new ClauseUnits(ClausePlan.Of(agreement, c, !c.Status.Disputed && run.IsReadInOneWay(c))))];
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
    /// <param name="mostListed">Where the history may change: what is counted by <see cref="PlainOver"/> for the same number is left out; null: nothing is.</param>
    public ImmutableArray<Finding> FindingsOf(IReadOnlySet<string>? clauses, int? mostListed = null) =>
    [
        .. _clauses.Where(c => clauses is null || ReferenceEvaluator.IsNamed(c.Plan.Clause, clauses))
            .SelectMany(c => Run.InOrder(FoundIn(c.All.Where(u => !u.IsLean || !IsCounted(c, mostListed))))),
    ];

    /// <summary>What is only counted.</summary>
    public ImmutableArray<PlainFindings> Plain => [.. _clauses.Where(c => c.Plain.Count > 0).Select(PlainOf)];

    /// <summary>The ids of the acts by which what is only counted is met.</summary>
    public ImmutableHashSet<string> PlainActs => [.. _plainActs.Select(f => f.Id)];

    /// <summary>What was reported and stands in none of the findings about all clauses, in no order.</summary>
    public ImmutableArray<UnusedFact> NotUsed(ImmutableArray<Finding> findings) => NotUsed(findings, _usedPlainly);

    private ImmutableArray<UnusedFact> NotUsed(ImmutableArray<Finding> findings, FactMarks usedPlainly)
    {
        var index = new HistoryIndex(_store, null);
        var world = _perspective is null ? World.Open : World.Open with { Readings = _perspective.Readings };
        return Unused.Find(_agreement, index, new NormEvaluation(_agreement, index, world), findings, usedPlainly);
    }

    /// <summary>How many units were evaluated so far.</summary>
    public long Evaluations { get; private set; }

    /// <param name="takeOver">What is to be evaluated of a clause of which some is known; null: all.</param>
    private void EvaluateAll(Func<ClauseUnits, IReadOnlyCollection<Unit>?>? takeOver = null)
    {
        _readsOfAll = new();
        var units = new List<Unit>();
        foreach (var clause in _clauses)
        {
            foreach (var unit in clause.All.ToList())
            {
                Forget(clause, unit);
            }

            clause.KeepsLean = KeepsLean(clause.Plan.Clause);
            if (takeOver?.Invoke(clause) is { } left)
            {
                units.AddRange(left);
                continue;
            }

            var roots = MayBeScreened(clause) ? clause.Plan.RootsAsKnown(_store) : [.. clause.Plan.Roots(_store)];
            clause.IsCounted = _mostListed is { } most && roots.Length > most && NormEvaluation.MayBePlain(clause.Plan.Clause);
            units.AddRange(MayBeScreened(clause) ? Screening(clause, roots) : roots.Select(f => UnitOf(clause, f.Key, isFact: true)));
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

        _runs.Clear(); // who acted against what is known by now
        var before = rests.Select(r => (r, r.Findings)).ToList(); // they are never lean
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

        var opened = _store.Fact(unit.Root)!;
        unit.Of.Plain.Add(new PlainRoot(opened, met.Keys[0].Bearer, met.Keys[0].Beneficiary, met.Keys[1..], notes));
        _usedPlainly.Add(opened);
        foreach (var act in met.Acts)
        {
            _usedPlainly.Add(act);
        }

        _plainActs.AddRange(met.Acts);
    }

    private void Take(Unit unit, Found found)
    {
        Evaluations++;
        (unit.Findings, unit.Broken, unit.Lean) = (found.Findings, found.Broken, found.Lean);
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

    /// <summary>Each processor keeps what it finds of the agreement as a whole.</summary>
    private IEnumerable<(Unit Unit, Found Found)> EvaluateEach(Unit[] units)
    {
        var found = new Found[units.Length];
        var reads = new Reads?[Workers(units.Length, UnitStretch)];
        Share(units.Length, UnitStretch, worker =>
        {
            reads[worker] = _isRevisable ? new Reads() : null;
            var run = reads[worker] is { } its ? NewRun(its) : RunOf(worker);
            return i => found[i] = Evaluate(run, units[i], reads[worker]);
        });

        foreach (var one in reads.OfType<Reads>())
        {
            _readsOfAll.Add(one.ForAll);
        }

        return units.Select((u, i) => (u, found[i]));
    }

    /// <summary>Each processor takes a stretch of what is to be done at a time.</summary>
    /// <param name="begin">Makes what a processor does with each number below <paramref name="count"/>.</param>
    private void Share(int count, int stretch, Func<int, Action<int>> begin)
    {
        var next = 0;
        var workers = Workers(count, stretch);
        if (workers == 1)
        {
            Work(0);
        }
        else
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, Work);
        }

        void Work(int worker)
        {
            var act = begin(worker);
            for (int from; (from = Interlocked.Add(ref next, stretch) - stretch) < count;)
            {
                for (var i = from; i < Math.Min(from + stretch, count); i++)
                {
                    act(i);
                }
            }
        }
    }

    private int Workers(int count, int stretch) => Math.Min(Processors, (count / stretch) + 1);

    private Found Evaluate(Run run, Unit unit, Reads? reads)
    {
        var clause = unit.Of.Plan.Clause;
        var root = unit.IsFact ? UnitRoot.Of(_store.Fact(unit.Root)!)
            : unit.Root.Length > 0 ? UnitRoot.Of(unit.Root)
            : unit.Of.Plan.Kinds.Length > 0 ? UnitRoot.Rest(unit.Of.BrokenIn)
            : null;
        if (unit.IsFact && unit.Of.IsCounted && unit.MayBePlain)
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

        if (unit.IsFact && unit.Of.KeepsLean && LeanOf(run, clause, root!.Fact!, reads) is { } lean)
        {
            return lean;
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

    private FactStore StoreOf(History history, FactStore.LikeStore? like = null) => new(history, _agreement.Vocabulary, _agreement.Calendar.Zone, _isRevisable, like);

    /// <summary>What a worker keeps of an evaluation serves it again, where nothing is taken down of what is read.</summary>
    private Run RunOf(int worker)
    {
        lock (_runs)
        {
            while (_runs.Count <= worker)
            {
                _runs.Add(NewRun(null));
            }

            return _runs[worker];
        }
    }

    private Run NewRun(Reads? reads) => new(_agreement, new HistoryIndex(_store, reads, glances: true), _perspective);

    private readonly record struct Found(ImmutableArray<Finding> Findings, ImmutableArray<BrokenBy> Broken, ReadsTaken Reads)
    {
        public (PlainlyMet Met, HashSet<FindingNote> Notes)? Plain { get; init; }

        /// <summary>Instead of findings.</summary>
        public LeanFindings? Lean { get; init; }
    }
}
