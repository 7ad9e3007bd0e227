using System.Collections.Immutable;
using Pacta.Logic.Reference;
using Pacta.Logic.Reference.Norms;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>
/// Where the history may change, most of what is found is plainly met, and stays so. Of that it is kept what it hangs on, and not the findings: they are found again
/// where somebody asks for them, or before the history changes what they hang on.
/// </summary>
public sealed partial class NormMonitor
{
    /// <summary>What is noted of what is plainly met, one list for all that have the same.</summary>
    private readonly Dictionary<FindingNote, ImmutableArray<FindingNote>> _onlyNotes = [];

    /// <summary>What is only counted, where the history may change: see <see cref="FindingsOf"/>.</summary>
    /// <param name="mostListed">Of a clause that more events may open than this; null: nothing is.</param>
    public ImmutableArray<PlainFindings> PlainOver(int? mostListed) => [.. _clauses.Where(c => IsCounted(c, mostListed)).Select(LeanOf).OfType<PlainFindings>()];

    /// <summary>The ids of the acts by which that is met.</summary>
    public ImmutableHashSet<string> PlainActsOver(int? mostListed) => [.. LeanOver(mostListed).SelectMany(u => u.Lean!.Acts).Select(f => f.Id)];

    /// <summary>As <see cref="NotUsed(ImmutableArray{Finding})"/>, beside what is only counted.</summary>
    public ImmutableArray<UnusedFact> NotUsed(ImmutableArray<Finding> findings, int? mostListed)
    {
        var used = new FactMarks();
        foreach (var unit in LeanOver(mostListed))
        {
            used.Add(_store.Fact(unit.Root)!);
            foreach (var act in unit.Lean!.Acts)
            {
                used.Add(act);
            }
        }

        return NotUsed(findings, used);
    }

    /// <summary>That statements of completeness cover what decided is told of each finding by itself, and changes as they come.</summary>
    private bool KeepsLean(Clause clause) => _isRevisable && _store.History.Completeness.IsEmpty && NormEvaluation.MayBePlain(clause);

    private static bool IsCounted(ClauseUnits clause, int? mostListed) => clause.KeepsLean && mostListed is { } most && clause.ByRoot.Count > most;

    private IEnumerable<Unit> LeanOver(int? mostListed) => _clauses.Where(c => IsCounted(c, mostListed)).SelectMany(c => c.All).Where(u => u.IsLean);

    /// <summary>Is all that an event opens plainly met? With what that hangs on.</summary>
    /// <returns>Null: it takes a closer look.</returns>
    private Found? LeanOf(Run run, Clause clause, Fact root, Reads reads)
    {
        var notes = new HashSet<FindingNote>();
        var (met, taken) = reads.During(() => run.PlainlyMet(clause, root, notes), isShared: false);
        return met is null ? null
            : new Found([], [], taken) { Lean = met.Keys.IsEmpty ? null : new LeanFindings(met.Keys.Length, [.. met.Acts.Distinct()], Shared(notes)) };
    }

    private ImmutableArray<FindingNote> Shared(HashSet<FindingNote> notes)
    {
        if (notes.Count != 1)
        {
            return [.. notes.Order()];
        }

        var only = notes.First();
        lock (_onlyNotes)
        {
            if (!_onlyNotes.TryGetValue(only, out var known))
            {
                known = [only];
                _onlyNotes.Add(only, known);
            }

            return known;
        }
    }

    /// <summary>One of the counted findings of a clause as an example, and their number; null where there is none.</summary>
    private PlainFindings? LeanOf(ClauseUnits clause)
    {
        var lean = clause.ByRoot.Values.Where(u => u.IsLean).ToList();
        if (lean.Count == 0)
        {
            return null;
        }

        return PlainOf(clause.Plan.Clause, lean.Select(u => _store.Fact(u.Root)!), lean.SelectMany(u => u.Lean!.Notes).Distinct(), lean.Sum(u => u.Lean!.Count));
    }

    /// <summary>What was found of units, also of those of which it is not kept.</summary>
    private IEnumerable<Finding> FoundIn(IEnumerable<Unit> units)
    {
        var all = units as IReadOnlyCollection<Unit> ?? [.. units];
        var found = Recall(all);
        return all.SelectMany(u => found.TryGetValue(u, out var recalled) ? recalled : u.Findings);
    }

    /// <summary>Finds again what is not kept, of the history as the store has it.</summary>
    private Dictionary<Unit, ImmutableArray<Finding>> Recall(IEnumerable<Unit> units)
    {
        Unit[] lean = [.. units.Where(u => u.IsLean).Distinct()];
        var found = new ImmutableArray<Finding>[lean.Length];
        Share(lean.Length, UnitStretch, _ =>
        {
            var run = NewRun(null);
            return i => found[i] = [.. run.FindingsOf(lean[i].Of.Plan.Clause, UnitRoot.Of(_store.Fact(lean[i].Root)!)).Findings];
        });
        return lean.Select((u, i) => (u, found[i])).ToDictionary(f => f.u, f => f.Item2);
    }
}
