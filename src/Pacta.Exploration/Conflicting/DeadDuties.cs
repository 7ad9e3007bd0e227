using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Negotiation.Conflicts;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Conflicting;

/// <summary>Duties that conflict with nothing and are of no use: they fall due while nobody is bound, or before anybody can know of them.</summary>
internal static class DeadDuties
{
    private static readonly ImmutableArray<InventedJudgement> NothingJudged = [];

    public static (ConflictKind Kind, ImmutableArray<InventedFact> Facts)? Of(Stage stage)
    {
        var (text, clause) = (stage.Members[0].Agreement, stage.Members[0].Clause);
        var sentences = clause.Readings.Select(r => r.Content.Sentence).ToList();
        if (!sentences.TrueForAll(s => s is { Modality: Modality.Must, Act: DoAct, Timing.Cycle: null }))
        {
            return null;
        }

        if (clause.When is null)
        {
            // With no day of its own, a text may begin before any date that it names.
            var isKnown = text.EntryIntoForce is FixedTime || text.Signed is not null || stage.Reach.Dates.Count == 0;
            return isKnown && sentences.TrueForAll(s => (s.Timing.NoLater ?? (object?)s.Timing.Within) is not null) && clause.Readings.All(r => r.Content.While is null) && !sentences.Exists(HangsOnThings) && IsNeverInPlay(stage)
                ? (ConflictKind.NeverBinds, [])
                : null;
        }

        return DueBeforeKnown.Is(clause)
            && stage.Beside([], k => text.Vocabulary.IsA(k, clause.When.Noun.Name)).FirstOrDefault(f => !Conflict.IsBy(f[0], stage.Party), []) is [var trigger, ..]
            ? (ConflictKind.DueBeforeKnown, [trigger])
            : null;
    }

    /// <summary>Owed for each thing that is there: where there is none, nothing is owed.</summary>
    private static bool HangsOnThings(Sentence sentence) => ((DoAct)sentence.Act).Pattern.Roles.Any(r => r.Argument is EachArgument { Pattern.Noun: not MemberNoun });

    private static bool IsNeverInPlay(Stage stage)
    {
        var his = stage.Judge(stage.History([], NothingJudged), stage.Members).Where(j => j.Finding.Bearers.Contains(stage.Party)).ToList();
        return his.TrueForAll(j => j.Finding.State is ClauseState.Dormant or ClauseState.Lapsed);
    }
}
