using Pacta.Logic.Reference.Screening;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>Of clauses that thousands of events may open: most of these are done with at a glance, before anything is made of them.</summary>
public sealed partial class NormMonitor
{
    private const int Stretch = 1_024;

    /// <summary>Counts what is plainly met.</summary>
    /// <returns>What takes a closer look, in the order of the events.</returns>
    private List<Unit> Screening(ClauseUnits clause, Fact[] roots)
    {
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

        var (count, notes, example) = clause.Plain;
        foreach (var stretch in stretches)
        {
            count += stretch.Met.Count;
            foreach (var (root, act) in stretch.Met)
            {
                example ??= root.Key;
                _usedPlainly.Add(root.Key);
                _usedPlainly.Add(act.Key);
            }
        }

        clause.Plain = (count, notes, example);
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
            var run = NewRun(null);
            for (int at; (at = Interlocked.Increment(ref next)) < stretches.Length;)
            {
                var glance = new Glance([], []);
                foreach (var root in roots.AsSpan(at * Stretch, Math.Min(Stretch, roots.Length - (at * Stretch))))
                {
                    switch (run.Screen(clause.Plan.Clause, root, out var met))
                    {
                        case Screened.Yes:
                            glance.Met.Add((root, met.Act));
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

    /// <param name="Met">The events whose duty is plainly met, each with the act by which it is.</param>
    /// <param name="Left">Those that take a closer look, and whether they may be plainly met.</param>
    private sealed record Glance(List<(Fact Root, Fact Act)> Met, List<(Fact Root, bool MayBePlain)> Left);
}
