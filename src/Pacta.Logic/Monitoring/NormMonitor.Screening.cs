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
        var left = new List<Unit>();
        if (RunOf(0).ScreensOf(clause.Plan.Clause).IsIdle)
        {
            return left;
        }

        var stretches = (roots.Length + Stretch - 1) / Stretch;
        if (Math.Min(Processors, stretches) > 1)
        {
            var glances = new Glance[stretches];
            Share(stretches, 1, worker => at => Look(worker, at, glances[at] = new Glance()));
            foreach (var glance in glances)
            {
                Take(clause, glance, roots.Length, left);
            }

            return left;
        }

        // What was just looked at is still at hand when it is taken down.
        var only = new Glance();
        for (var at = 0; at < stretches; at++)
        {
            Look(0, at, only);
            Take(clause, only, roots.Length, left);
            only.Clear();
        }

        return left;

        void Look(int worker, int at, Glance glance)
        {
            var screens = RunOf(worker).ScreensOf(clause.Plan.Clause);
            foreach (var root in roots.AsSpan(at * Stretch, Math.Min(Stretch, roots.Length - (at * Stretch))))
            {
                switch (screens.Run(root, out var met))
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
        }
    }

    /// <param name="most">So many there may be in all stretches.</param>
    /// <param name="left">Takes what takes a closer look.</param>
    private void Take(ClauseUnits clause, Glance glance, int most, List<Unit> left)
    {
        if (glance.Met.Count > 0)
        {
            clause.Plain.EnsureCapacity(most);
            _plainActs.EnsureCapacity(most);
            var notes = RunOf(0).ScreensOf(clause.Plan.Clause).Notes;
            foreach (var (root, met) in glance.Met)
            {
                clause.Plain.Add(new PlainRoot(root, met.Bearer, met.Beneficiary, [], notes));
                _usedPlainly.Add(root);
                _usedPlainly.Add(met.Act);
                _plainActs.Add(met.Act);
            }
        }

        foreach (var (root, mayBePlain) in glance.Left)
        {
            var unit = UnitOf(clause, root.Key, isFact: true);
            unit.MayBePlain = mayBePlain;
            left.Add(unit);
        }
    }

    private PlainFindings PlainOf(ClauseUnits clause) =>
        PlainOf(clause.Plan.Clause, clause.Plain.All.Select(p => p.Opened), clause.Plain.All.Select(p => p.Notes).Distinct().SelectMany(n => n).Distinct(), clause.Plain.All.Sum(p => p.Count));

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

    /// <summary>What was seen of a stretch of events.</summary>
    private sealed class Glance
    {
        /// <summary>The events whose duty is plainly met.</summary>
        public List<(Fact Root, PlainInstance Met)> Met { get; } = [];

        /// <summary>Those that take a closer look, and whether they may be plainly met.</summary>
        public List<(Fact Root, bool MayBePlain)> Left { get; } = [];

        public void Clear()
        {
            Met.Clear();
            Left.Clear();
        }
    }
}
