using System.Collections.Immutable;
using Pacta.Exploration.Domain;
using Pacta.Exploration.Texts;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Conflicting;

/// <summary>A situation in which clauses do not go together.</summary>
/// <param name="Attempts">What the party may add, and what it does not keep then.</param>
internal sealed record FoundSituation(
    ImmutableArray<InventedFact> Facts, ImmutableArray<InventedJudgement> Judged, string? Holding, ImmutableArray<(ImmutableArray<InventedFact> Facts, ImmutableArray<Member> NotKept)> Attempts);

/// <summary>
/// Looks for a shortest situation in which a party cannot keep some clauses, while it can keep all of them but one, whichever that is. Situations grow fact by fact,
/// of the kinds that set the clauses going or that they ask about.
/// </summary>
internal sealed class SituationSearch(Stage stage, ConflictLimits limits)
{
    private bool _isCut;

    /// <summary>Whether everything within the bound was looked at.</summary>
    public bool IsCut => _isCut;

    public FoundSituation? Run()
    {
        foreach (var judged in stage.Judgements())
        {
            foreach (var (facts, holding) in Situations(judged))
            {
                if (Look(facts, holding, judged) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Of one clause: the first situation in which it is not kept by doing nothing, if it can be kept in none of those that are as short, nor in those of a single fact.
    /// </summary>
    public FoundSituation? RunAlone()
    {
        FoundSituation? first = null;
        var members = stage.Members;
        foreach (var judged in stage.Judgements())
        {
            foreach (var (facts, holding) in Situations(judged).Where(s => s.Holding is null).TakeWhile(s => first is null || s.Facts.Length <= Math.Max(1, first.Facts.Length)))
            {
                if (stage.Broken(stage.History(facts, judged), members).IsEmpty)
                {
                    continue;
                }

                var (outcome, _) = new Completions(stage, judged, limits.Acts, limits.Completions).Find(facts, holding, members);
                if (outcome != Outcome.NotKept)
                {
                    _isCut |= outcome == Outcome.Cut;
                    return null;
                }

                first ??= new FoundSituation(facts, judged, holding, [([], members)]);
            }
        }

        return _isCut ? null : first;
    }

    private FoundSituation? Look(ImmutableArray<InventedFact> facts, string? holding, ImmutableArray<InventedJudgement> judged)
    {
        var members = stage.Members;
        var silent = stage.Broken(stage.History(facts, judged), members);
        if (silent.IsEmpty && holding is null)
        {
            return null;
        }

        var completions = new Completions(stage, judged, limits.Acts, limits.Completions);
        var (outcome, _) = completions.Find(facts, holding, members);
        if (outcome != Outcome.NotKept)
        {
            _isCut |= outcome == Outcome.Cut;
            return null;
        }

        var attempts = ImmutableArray.CreateBuilder<(ImmutableArray<InventedFact>, ImmutableArray<Member>)>();
        if (holding is null)
        {
            attempts.Add(([], [.. silent.Select(b => b.Member).Distinct()]));
        }

        foreach (var without in members)
        {
            var (others, kept) = completions.Find(facts, holding, members.Remove(without));
            if (others != Outcome.Kept)
            {
                _isCut |= others == Outcome.Cut;
                return null;
            }

            ImmutableArray<InventedFact> added = [.. kept.Where(f => !facts.Contains(f))];
            if (!added.IsEmpty)
            {
                attempts.Add((added, [without]));
            }
        }

        return new FoundSituation(facts, judged, holding, attempts.ToImmutable());
    }

    /// <summary>From none to as many facts as the bound allows; beside each, that the party has a thing of a kind that the clauses are about.</summary>
    private IEnumerable<(ImmutableArray<InventedFact> Facts, string? Holding)> Situations(ImmutableArray<InventedJudgement> judged)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<ImmutableArray<InventedFact>> level = [];
        var holdings = Holdings();
        var most = stage.Asked + limits.Tries;
        for (var steps = 0; steps <= limits.Facts; steps++)
        {
            var next = new List<ImmutableArray<InventedFact>>();
            foreach (var facts in steps == 0 ? [[]] : level.SelectMany(l => stage.Beside(l, IsWanted).Where(IsCircumstance).Select(c => l.AddRange(c)).Where(f => seen.Add(Candidates.KeyOf(f)))))
            {
                if (stage.Asked >= most)
                {
                    _isCut = true;
                    yield break;
                }

                yield return (facts, null);
                foreach (var holding in steps < 2 ? holdings : [])
                {
                    yield return (facts, holding);
                }

                if (steps < limits.Facts)
                {
                    next.Add(facts);
                }
            }

            level = next;
        }
    }

    private bool IsWanted(string kind)
    {
        var part = stage.Reach.Kinds.GetValueOrDefault(kind);
        return (part & (Part.Trigger | Part.Condition | Part.Instead)) != Part.None || IsSummed(kind);
    }

    private bool IsSummed(string kind) => stage.Members.Any(m => m.Reach.Summed.Any(s => m.Agreement.Vocabulary.IsA(kind, s.Kind)));

    /// <summary>What the party does or has is its to choose, unless that sets a clause going or a clause asks about it.</summary>
    private bool IsCircumstance(ImmutableArray<InventedFact> added) =>
        !added.Any(f => Negotiation.Conflicts.Conflict.IsBy(f, stage.Party) && (PartOf(f.Kind) & (f.Form == FactForm.Thing ? Part.Trigger : Part.Trigger | Part.Condition)) == Part.None);

    private Part PartOf(string kind) => stage.Members.SelectMany(m => m.Reach.Kinds.Where(k => m.Agreement.Vocabulary.IsA(kind, k.Key))).Aggregate(Part.None, (sum, k) => sum | k.Value);

    /// <summary>Kinds of things that all of the clauses are about, if one of them says how such things are to be kept.</summary>
    private ImmutableArray<string> Holdings() =>
        !stage.Members.Any(m => m.Demands && m.IsLasting)
            ? []
            :
            [
                .. stage.Members.SelectMany(m => m.Acts).Distinct(StringComparer.Ordinal)
                    .Where(k => stage.Members.All(m => m.Agreement.Vocabulary.Kinds.TryGetValue(k, out var kind) && kind.Form == KindForm.Thing && m.Acts.Any(a => m.Agreement.Vocabulary.IsA(k, a)))),
            ];
}
