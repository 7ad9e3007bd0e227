using NodaTime;
using Pacta.Logic.Reference;
using Pacta.Logic.Reference.Norms;
using Pacta.Logic.Reference.Screening;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>Of clauses that thousands of events may open: most of these open nothing, or are done with at a glance, before anything is made of them.</summary>
public sealed partial class NormMonitor
{
    private const int Stretch = 1_024;

    /// <summary>What opens nothing need not be remembered where the history does not change.</summary>
    private bool MayBeScreened(ClauseUnits clause) => !_isRevisable && clause.Plan.Clause.When is not null;

    /// <summary>Passes over what opens nothing and, where the clause is counted, counts what is plainly met.</summary>
    /// <param name="roots">In the order in which they became known.</param>
    /// <returns>What takes a closer look.</returns>
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

        var plain = stretches.Sum(s => s.Met.Count);
        clause.Plain.EnsureCapacity(clause.Plain.Count + plain);
        _plainActs.EnsureCapacity(_plainActs.Count + plain);
        var notes = plain == 0 ? [] : RunOf(0).ScreenNotes(clause.Plan.Clause);
        foreach (var (root, met) in stretches.SelectMany(s => s.Met))
        {
            clause.Plain.Add(new PlainRoot(root, met.Bearer, met.Beneficiary, [], notes));
            _usedPlainly.Add(root);
            _usedPlainly.Add(met.Act);
            _plainActs.Add(met.Act);
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
                var glance = new Glance(new(clause.IsCounted ? Stretch : 0), []);
                foreach (var root in roots.AsSpan(at * Stretch, Math.Min(Stretch, roots.Length - (at * Stretch))))
                {
                    switch (run.Screen(clause.Plan.Clause, root, out var met))
                    {
                        case Screened.Yes when clause.IsCounted:
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

    private PlainFindings PlainOf(ClauseUnits clause) =>
        PlainOf(clause.Plan.Clause, clause.Plain.Select(p => p.Opened), clause.Plain.Select(p => p.Notes).Distinct().SelectMany(n => n).Distinct(), clause.Plain.Sum(p => p.Count));

    /// <summary>The number of findings that are alike, with one of them as an example: of the earliest event, whatever was reported first.</summary>
    private PlainFindings PlainOf(Clause clause, IEnumerable<Fact> opened, IEnumerable<FindingNote> notes, int count)
    {
        var (first, start) = ((Fact?)null, Instant.MaxValue);
        foreach (var fact in opened)
        {
            var at = fact.ExactTime ?? fact.Time.Alternatives.Min(a => a.Value.In(_agreement.Calendar.Zone).Earliest);
            if (first is null || at < start || (at == start && string.CompareOrdinal(fact.Key, first.Key) < 0))
            {
                (first, start) = (fact, at);
            }
        }

        var found = Run.InOrder(NewRun(null).FindingsOf(clause, UnitRoot.Of(first!)).Findings).First();
        return new PlainFindings(found with { Notes = [.. found.Notes.Union(notes).Order()] }, count);
    }

    /// <param name="Met">The events whose duty is plainly met.</param>
    /// <param name="Left">Those that take a closer look, and whether they may be plainly met.</param>
    private sealed record Glance(List<(Fact Root, PlainInstance Met)> Met, List<(Fact Root, bool MayBePlain)> Left);
}
