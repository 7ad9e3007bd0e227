using Pacta.Logic.Reference;
using Pacta.Logic.Reference.Norms;
using Pacta.Logic.Reference.Screening;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>Of clauses that thousands of events may open: most of these are done with at a glance, before anything is made of them.</summary>
public sealed partial class NormMonitor
{
    private const int Stretch = 1_024;

    /// <summary>Counts what is plainly met.</summary>
    /// <returns>What takes a closer look.</returns>
    private List<Unit> Screening(ClauseUnits clause, Fact[] roots)
    {
        roots = Ordered.AsKnown(roots);
        var stretches = new Glance[(roots.Length + Stretch - 1) / Stretch];
        var workers = Math.Min(Processors, stretches.Length);
        var next = -1;
        if (workers <= 1)
        {
            Work(0);
        }
        else
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, Work);
        }

        var plain = stretches.Sum(s => s.Met.Count);
        clause.Plain.EnsureCapacity(clause.Plain.Count + plain);
        _usedPlainly.EnsureCapacity(_usedPlainly.Count + (2 * plain));
        foreach (var (root, met) in stretches.SelectMany(s => s.Met))
        {
            clause.Plain.Add(new PlainRoot(root.Key, met.Bearer, met.Beneficiary, [], []));
            _usedPlainly.Add(root);
            _usedPlainly.Add(met.Act);
        }

        var left = new List<Unit>();
        foreach (var (root, mayBePlain) in stretches.SelectMany(s => s.Left))
        {
            var unit = UnitOf(clause, root.Key, isFact: true);
            unit.MayBePlain = mayBePlain;
            left.Add(unit);
        }

        return left;

        void Work(int worker)
        {
            var run = RunOf(worker);
            for (int at; (at = Interlocked.Increment(ref next)) < stretches.Length;)
            {
                var glance = new Glance(new(Stretch), []);
                foreach (var root in roots.AsSpan(at * Stretch, Math.Min(Stretch, roots.Length - (at * Stretch))))
                {
                    switch (run.Screen(clause.Plan.Clause, root, out var met))
                    {
                        case Screened.Yes:
                            glance.Met.Add((root, met));
                            break;
                        case Screened.No:
                            break;
                        case var other:
                            glance.Left.Add((root, other == Screened.Unsure));
                            break;
                    }
                }

                stretches[at] = glance;
            }
        }
    }

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
            List<(NormMonitor Monitor, ClauseUnits Clause)> views = [(monitors[0], clause)];
            foreach (var monitor in monitors.Skip(1))
            {
                views.AddRange(monitor._clauses.Where(c => c.Plan.Clause.Path == clause.Plan.Clause.Path).Select(c => (monitor, c)));
            }

            if (views.Count == 1)
            {
                continue;
            }

            views.ForEach(v => v.Clause.Plain.Sort((a, b) => string.CompareOrdinal(a.Root, b.Root)));
            var differing = views.Skip(1).SelectMany(v => Differing(clause.Plain, v.Clause.Plain)).ToHashSet(StringComparer.Ordinal);
            foreach (var (monitor, its) in views.Where(_ => differing.Count > 0))
            {
                monitor.List(its, differing);
            }
        }
    }

    /// <summary>The keys of what is not counted in both of two alike.</summary>
    /// <param name="a">Ordered by key.</param>
    /// <param name="b">Ordered by key.</param>
    private static IEnumerable<string> Differing(List<PlainRoot> a, List<PlainRoot> b)
    {
        var (i, j) = (0, 0);
        while (i < a.Count || j < b.Count)
        {
            var order = i == a.Count ? 1 : j == b.Count ? -1 : string.CompareOrdinal(a[i].Root, b[j].Root);
            if (order != 0 || !a[i].IsAlike(b[j]))
            {
                yield return order > 0 ? b[j].Root : a[i].Root;
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    /// <summary>Finds what was only counted of some events.</summary>
    private void List(ClauseUnits clause, HashSet<string> roots)
    {
        var units = clause.Plain.Where(p => roots.Contains(p.Root)).Select(p => UnitOf(clause, p.Root, isFact: true)).ToList();
        units.ForEach(u => u.MayBePlain = false);
        clause.Plain.RemoveAll(p => roots.Contains(p.Root));
        Evaluate(units);
    }

    private PlainFindings PlainOf(ClauseUnits clause)
    {
        var found = Run.InOrder(NewRun(null).FindingsOf(clause.Plan.Clause, UnitRoot.Of(_store.Fact(clause.Plain[0].Root)!)).Findings).First();
        var notes = clause.Plain.SelectMany(p => p.Notes).Distinct();
        return new PlainFindings(found with { Notes = [.. found.Notes.Union(notes).Order()] }, clause.Plain.Sum(p => p.Count));
    }

    /// <param name="Met">The events whose duty is plainly met.</param>
    /// <param name="Left">Those that take a closer look, and whether they may be plainly met.</param>
    private sealed record Glance(List<(Fact Root, PlainInstance Met)> Met, List<(Fact Root, bool MayBePlain)> Left);
}
