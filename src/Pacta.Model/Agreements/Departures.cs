namespace Pacta.Model.Agreements;

/// <summary>The notices by which somebody who has the power leaves an agreement, or suspends it (docs/semantics.md, 10).</summary>
public static class Departures
{
    /// <summary>Both kinds; whatever is below one of them is one too.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["withdrawal_notice", "suspension_notice"];

    public static bool IsWithdrawal(string kind, Vocabulary vocabulary) => vocabulary.IsA(kind, Kinds[0]);

    public static bool IsSuspension(string kind, Vocabulary vocabulary) => vocabulary.IsA(kind, Kinds[1]);

    public static bool Is(string kind, Vocabulary vocabulary) => Kinds.Any(k => vocabulary.IsA(kind, k));

    /// <summary>Is a clause, under any of its readings, a power that somebody may leave or suspend by using?</summary>
    public static bool IsPower(Clause clause, Agreement agreement) =>
        clause.Readings.Any(r => r.Content.Sentence is { Modality: Modality.Power, Act: DoAct act } && MayBe(act.Pattern.Noun, agreement));

    private static bool MayBe(Noun noun, Agreement agreement) => noun switch
    {
        KindNoun { Form: KindForm.Event, Name: "activity" or "request" } => true,
        KindNoun { Form: KindForm.Event } kind => Is(kind.Name, agreement.Vocabulary) || Kinds.Any(k => agreement.Vocabulary.IsA(k, kind.Name)),
        DefinedNoun defined => agreement.Definitions[defined.Name].Readings.Any(r => MayBe(r.Content.Noun, agreement)),
        _ => false,
    };
}
