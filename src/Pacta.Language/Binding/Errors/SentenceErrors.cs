using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;

namespace Pacta.Language.Binding.Errors;

/// <summary>Mistakes about bearers, acts and modal verbs: PACTA0280 to PACTA0294.</summary>
internal static class SentenceErrors
{
    public static Mistake BearerIsNoActor(string noun, Entity entity) => new(
        "PACTA0280", $"Only actors can be bound, and '{noun}' is {entity.Sort}.", "here should stand who must or may",
        "Name the State or the group that is bound.", "each party P must keep number of tanks of P at most 75");

    public static Mistake EachOrTogether(string name, string singular) => new(
        "PACTA0281", $"'{name}' may be several: is each of them bound, or all of them together?", "not clear who is bound",
        $"Write 'each {singular}' where every one is bound for itself, or '{name} together' where they are bound as one.",
        $"each {singular} must ...\n{name} together must ...");

    public static Mistake KeepNeedsMust() => new(
        "PACTA0282", "'keep' goes with 'must' only.", "'must keep' is needed",
        "Say what must hold, with 'must keep'. What need not hold needs no clause.", "each party P must keep number of tanks of P at most 75");

    public static Mistake HaveWhat(string noun, Entity entity, string? act) => new(
        "PACTA0283", $"One has things, and '{noun}' is {entity.Sort}.", "not a thing",
        act is null ? "'have' takes a kind of thing." : $"Events are done: write '{act}'.",
        act is null ? "must not have weapons in settlements" : $"must not {act}");

    public static Mistake DoWhat(string verb, string noun, Entity entity) => new(
        "PACTA0284", $"'{verb}' needs an event, and '{noun}' is {entity.Sort}.", "not an event",
        "One does events; one has or keeps things.", "must give notification of x to each other party no later than start of x");

    /// <summary>"notify each other party of x": whoever is told stands where the event should.</summary>
    /// <param name="told">"each other party".</param>
    /// <param name="of">What they are told of, if it is said.</param>
    public static Mistake TellsWhom(string verb, string told, string? of)
    {
        var whom = of is null ? told : told.Replace($" of {of}", string.Empty, StringComparison.Ordinal);
        return new(
            "PACTA0284", $"Behind '{verb}' stands the event that is done, not whom it is for.", "not an event",
            $"Write the verb and the noun of an event, then 'to' and whom it is for: 'give notification{(of is null ? string.Empty : $" of {of}")} to {whom}'.",
            $"A must give notification of {of ?? "x"} to {whom} no later than start of x");
    }

    public static Mistake WrongVerb(string verb, string declared, string noun) => new(
        "PACTA0285", $"It is \"{declared} {noun}\", not \"{verb} {noun}\".", $"say '{declared}'",
        $"Every event has one verb, said where it is declared. Write '{declared}'.", $"must {declared} {noun}")
    {
        Written = verb,
        Instead = declared,
    };

    public static Mistake NobodyDoes(string noun) => new(
        "PACTA0286", $"Nobody does '{noun}': it is declared without 'by'.", "who does it?",
        $"Add 'by actor' where '{noun}' is declared.", $"event hold {noun} by actor");

    public static Mistake ByInAct(string text) => new(
        "PACTA0287", "Who acts is said before the verb, not after it.", $"'{text}' says it a second time",
        "Delete this, or make it the bearer.", "A must give notification of x to each other party no later than start of x");

    /// <summary>A duty to do something that could wait for ever.</summary>
    public static Mistake NoDeadline(string act, bool hasOtherTime) => new(
        "PACTA0288", "This duty has no deadline, so it could never be breached.",
        hasOtherTime ? $"by when must one {act}? what is said about time does not tell" : $"by when must one {act}?",
        "Say by when: 'no later than', 'within' or 'every'. If something must hold all the time, say 'must keep'.",
        $"A must {act} no later than 42 days before start of x\nA must keep number of tanks of A in zone_a at most 75");

    public static Mistake EffectiveNeedsPower() => new(
        "PACTA0289", "'effective' says when a power takes effect, and this sentence gives none.", "only with 'has power to'",
        "For a duty write 'as from', 'no later than' or 'within'.", "each party has power to give withdrawal_notice n to each other party effective 6 months after n");

    public static Mistake TriggerIsNoEvent(string text, Entity entity) => new(
        "PACTA0290", $"After 'when' stands what happens, and '{text}' is {entity.Sort}.", "not an event",
        "Name an event. What must hold all the time is said with 'keep' or 'while'.", "when exercise x by A in zone_of_application");

    public static Mistake LastsAndHasADeadline(string timing) => new(
        "PACTA0291", $"'{timing}' says by when something is to be done, and what this sentence asks lasts.", "only for 'must' with a verb",
        "Say from when on it holds, and how long, with 'as from' and 'until'; or with 'while'.", "B must not hold exercise in zone_a until 3 days after r");
}
