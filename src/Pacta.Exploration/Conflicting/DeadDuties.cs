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

        return IsAddressed(clause.When, sentences) && sentences.TrueForAll(s => IsDueBefore(s.Timing, clause.When.Variable))
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

    /// <summary>Something that comes to whoever is bound, as a request does; what others do by themselves may have been announced.</summary>
    private static bool IsAddressed(Pattern trigger, List<Sentence> sentences) =>
        trigger.Noun is KindNoun { Form: KindForm.Event }
        && trigger.Roles.FirstOrDefault(r => r.Preposition == "to")?.Argument is { } addressee
        && sentences.TrueForAll(s => s.Subject is { Together: false, Each: null, Names: [var bearer] } && bearer.Text == addressee.Text);

    private static bool IsDueBefore(Timing timing, string? trigger) => trigger is not null && (timing switch
    {
        { NoLater: OffsetTime { Before: true, Origin: StartTime { Of: VariableArgument of } } } => of.Variable == trigger,
        { Within: { Before: true, Anchor: null } } => true,
        { Within: { Before: true, Anchor: StartTime { Of: VariableArgument of } } } => of.Variable == trigger,
        _ => false,
    });
}
