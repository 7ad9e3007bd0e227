using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Conflicts;

/// <summary>A duty that is over when what tells of it comes: a reply that is due two days before the request.</summary>
public static class DueBeforeKnown
{
    /// <summary>Is it so in every reading, as far as the text alone can tell?</summary>
    public static bool Is(Clause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return clause.When is { } trigger && clause.Readings.All(r => r.Content.Sentence is { Modality: Modality.Must, Act: DoAct } sentence
            && IsAddressed(trigger, sentence) && IsDueBefore(sentence.Timing, trigger.Variable));
    }

    /// <summary>Something that comes to whoever is bound, as a request does; what others do by themselves may have been announced.</summary>
    private static bool IsAddressed(Pattern trigger, Sentence sentence) =>
        trigger.Noun is KindNoun { Form: KindForm.Event }
        && trigger.Roles.FirstOrDefault(r => r.Preposition == "to")?.Argument is { } addressee
        && sentence.Subject is { Together: false, Each: null, Names: [var bearer] } && bearer.Text == addressee.Text;

    private static bool IsDueBefore(Timing timing, string? trigger) => trigger is not null && (timing switch
    {
        { Cycle: not null } => false,
        { NoLater: OffsetTime { Before: true, Origin: StartTime { Of: VariableArgument of } } } => of.Variable == trigger,
        { Within: { Before: true, Anchor: null } } => true,
        { Within: { Before: true, Anchor: StartTime { Of: VariableArgument of } } } => of.Variable == trigger,
        _ => false,
    });
}
