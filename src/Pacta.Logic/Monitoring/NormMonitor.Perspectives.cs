using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>Several views of one agreement side by side: what they see alike is found once, and counted where all count it.</summary>
public sealed partial class NormMonitor
{
    /// <summary>
    /// As another monitor, which has every source, where a perspective sees other facts: of clauses with very many findings, what those facts cannot change is taken over.
    /// </summary>
    /// <param name="all">Of the same agreement, without a perspective.</param>
    /// <param name="history">As the perspective has it. It differs in facts only, and neither in when the record begins nor in who ever acts.</param>
    /// <param name="perspective">Takes no reading.</param>
    /// <param name="clauses">As in the other constructor.</param>
    /// <param name="touched">The ids of the facts that are not the same.</param>
    public NormMonitor(NormMonitor all, History history, Perspective perspective, IReadOnlySet<string>? clauses, IReadOnlySet<string> touched)
        : this(all?._agreement!, history, perspective, clauses, isRevisable: false, all?.Processors ?? 1, all?._mostListed, evaluates: false, LikeStoreOf(all, touched)) =>
        EvaluateAll(clause => TakeOver(all!, clause, touched));

    private static FactStore.LikeStore? LikeStoreOf(NormMonitor? other, IReadOnlySet<string> ids) => other is null or { _isRevisable: true } ? null : new(other._store, ids);

    /// <summary>
    /// Has several monitors of one agreement count only what is counted in all of them alike, so that whatever one finds otherwise than another is among the findings of
    /// each.
    /// </summary>
    /// <param name="monitors">The first looks at every clause that any of the others does; the others have what it finds of the clauses at which they do not look.</param>
    public static void CountAlike(IReadOnlyList<NormMonitor> monitors)
    {
        ArgumentNullException.ThrowIfNull(monitors);
        foreach (var clause in monitors[0]._clauses)
        {
            var others = monitors.Skip(1)
                .Select(m => (Monitor: m, Clause: m._clauses.FirstOrDefault(c => c.Plan.Clause.Path == clause.Plan.Clause.Path)))
                .Where(o => o.Clause is not null)
                .ToList();
            if (others.Count == 0)
            {
                continue;
            }

            var counted = new Lazy<Dictionary<string, PlainRoot>>(() => clause.Plain.All.ToDictionary(p => p.Root, StringComparer.Ordinal));
            var differing = others.SelectMany(o => Differing(clause, counted, o.Clause!)).ToHashSet(StringComparer.Ordinal);
            foreach (var (monitor, its) in others.Prepend((monitors[0], clause)).Where(_ => differing.Count > 0))
            {
                monitor.List(its!, differing);
            }
        }
    }

    /// <summary>The keys of what is not counted in both of two alike: what one took over from the other is.</summary>
    private static List<string> Differing(ClauseUnits clause, Lazy<Dictionary<string, PlainRoot>> counted, ClauseUnits other) =>
        other.TakenOver is { } taken && ReferenceEquals(taken.From, clause) && taken.Of == clause.Plain.Count
            ? Differing(taken.Left.ToDictionary(p => p.Root, StringComparer.Ordinal), other.Plain.Own)
            : Differing(counted.Value, other.Plain.All);

    private static List<string> Differing(Dictionary<string, PlainRoot> a, IEnumerable<PlainRoot> b)
    {
        var (differing, alike) = (new List<string>(), 0);
        foreach (var root in b)
        {
            if (a.TryGetValue(root.Root, out var other) && root.IsAlike(other))
            {
                alike++;
            }
            else
            {
                differing.Add(root.Root);
            }
        }

        if (alike < a.Count)
        {
            var there = b.Select(r => r.Root).ToHashSet(StringComparer.Ordinal);
            differing.AddRange(a.Keys.Where(r => !there.Contains(r)));
        }

        return differing;
    }

    /// <summary>Finds what was only counted of some events.</summary>
    private void List(ClauseUnits clause, HashSet<string> roots)
    {
        clause.TakenOver = null;
        var units = clause.Plain.Remove(roots).ConvertAll(p => UnitOf(clause, p.Root, isFact: true));
        units.ForEach(u => u.MayBePlain = false);
        Evaluate(units);
    }

    /// <returns>What is to be evaluated of a clause; null: nothing was taken over, and all is.</returns>
    private List<Unit>? TakeOver(NormMonitor all, ClauseUnits clause, IReadOnlySet<string> touched)
    {
        if (_mostListed is null || clause.Plan.IsOfAllEvents
            || all._clauses.FirstOrDefault(c => c.Plan.Clause.Path == clause.Plan.Clause.Path) is not { IsCounted: true } theirs
            || UnitDependence.Of(_agreement, clause.Plan.Clause)?.Affected(clause.Plan.Kinds, touched, all._store, _store) is not { } affected)
        {
            return null;
        }

        clause.IsCounted = true;
        clause.TakenOver = new TakenOver(theirs, theirs.Plain.Count, clause.Plain.TakeOver(theirs.Plain, affected));
        foreach (var unit in theirs.ByRoot.Values.Where(u => !affected.Contains(u.Root)))
        {
            var its = UnitOf(clause, unit.Root, isFact: true);
            its.Findings = unit.Findings;
        }

        return Screening(clause, Ordered.AsKnown([.. affected.Select(_store.Fact).OfType<Fact>().Where(f => clause.Plan.IsRoot(f, _store))]));
    }
}
