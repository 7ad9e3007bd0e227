using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Presentation.Words;

/// <summary>
/// One sentence for each kind of step a derivation is made of. What the agreement or a report says stands in quotation marks. Below the
/// mandate to determine, no sentence calls an actor to account: it says what was asked, what is reported, and whether the two are consistent.
/// </summary>
/// <param name="isProposal">The clause only proposes: what follows from it would follow.</param>
/// <param name="cure">How a breach would have ended; null where either may be meant.</param>
/// <param name="isAuthorUnstated">No report says by whom an act was that is not attributed; otherwise reports name those of whom it was one.</param>
public sealed class StepWords(TimeWords times, bool isProposal = false, bool isAuthorUnstated = false, DerivationCode? cure = null)
{
    /// <summary>The words for the steps of one finding.</summary>
    public static StepWords For(Finding finding, TimeWords times)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new StepWords(times, finding.Status.Standing == Standing.Proposal, PartyWords.IsAuthorUnstated(finding), StateWords.HowCured(finding));
    }

    /// <summary>The sentence of a step, ended by a full stop. What it rests on is told by the steps below it.</summary>
    public string Of(Derivation step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Code <= DerivationCode.Conflict ? OfClause(step) : OfEvidence(step);
    }

    /// <summary>What follows for the clause. Of a proposal it is told in the conditional.</summary>
    private string OfClause(Derivation step) => step.Code switch
    {
        DerivationCode.Opened => Told(
            step,
            $"The clause {Mood("applies", "would apply")}: {Quote(step, 0)}.",
            $"The clause {Mood("does not apply", "would not apply")}: {Quote(step, 0)} is not so.",
            $"Whether the clause {Mood("applies", "would apply")} is not known: {Quote(step, 0)}."),
        DerivationCode.NotTriggered => $"The clause {Mood("is not in play", "would not be in play")}: {Quote(step, 0)}.",
        DerivationCode.Performed => $"{Who(step, 1)} did in time what the clause {Mood("asks", "would ask")}: {Quote(step, 0)}{To(step, 2)}.",
        DerivationCode.PerformedLate => $"{Who(step, 1)} did what the clause {Mood("asks", "would ask")}, after the time for it: {Quote(step, 0)}{To(step, 2)}.",
        DerivationCode.NotPerformed => $"No report says that {Who(step, 1)} did in time what the clause {Mood("asks", "would ask")}: {Quote(step, 0)}{To(step, 2)}.",
        DerivationCode.NotDueYet => $"There {Mood("is still", "would still be")} time for {Who(step, 1)}: {Quote(step, 0)}{To(step, 2)}.",
        DerivationCode.OverduePlanned =>
            $"The time for {Who(step, 1)} {Mood("has", "would have")} passed: {Quote(step, 0)}{To(step, 2)}. What it is about has not begun; if it begins, that {Mood("is not", "would not be")} consistent with the clause.",
        DerivationCode.ExcusedBy => Excused(step),
        DerivationCode.ExceptionNotClaimed => $"Nobody reported what the exception {At(step, 0)} {Mood("needs", "would need")}: taken not to apply.",
        DerivationCode.Kept => $"What is reported of {Who(step, 1)} {Mood("is", "would be")} consistent with {Quote(step, 0)}.",
        DerivationCode.NotKept => $"What is reported of {Who(step, 1)} {Mood("is not", "would not be")} consistent with {Quote(step, 0)}.",
        DerivationCode.KeptAgain => $"What is reported of {Who(step, 1)} {Mood("is", "would be")} consistent again with {Quote(step, 0)}.",
        DerivationCode.Violated => $"“{At(step, 2)}”, reported of {Who(step, 1)}, is an act that the clause {Mood("rules out", "would rule out")}: {Quote(step, 0)}.",
        DerivationCode.Unattributed =>
            $"“{At(step, 2)}” is an act that the clause {Mood("rules out", "would rule out")}: {Quote(step, 0)}. {Author(step)}",
        DerivationCode.NoViolation => $"No report says that {Who(step, 1)} did what the clause {Mood("rules out", "would rule out")}: {Quote(step, 0)}.",
        DerivationCode.NotInForce => $"The agreement {Mood("was not", "would not have been")} in force.",
        DerivationCode.SuspendedBy => $"The agreement {Mood("was", "would have been")} suspended by {At(step, 0)}.",
        DerivationCode.WithdrawnBy => $"{At(step, 0)} {Mood("had", "would have")} withdrawn.",
        DerivationCode.WhileEnded => At(step, 0).Length == 0
            ? $"The time for which the clause {Mood("binds", "would bind")} was over."
            : $"What the clause {Mood("depends", "would depend")} on no longer held: {Quote(step, 0)}.",
        DerivationCode.Claims => Claimed(step),
        DerivationCode.PowerUsed => $"{Who(step, 1)} {Mood("used", "would have used")} its power: {Quote(step, 0)}.",
        DerivationCode.PowerLacking => $"{Who(step, 1)} {Mood("did not have", "would not have had")} the power: {Quote(step, 0)}.",
        DerivationCode.BreachOf => $"What is reported of {Who(step, 1)} {Mood("was not", "would not have been")} consistent with {At(step, 0)}.",
        DerivationCode.Undecided => isProposal
            ? $"Not decided: {States(At(step, 0))}. That hangs on {(SaysNothing(step) ? "what decides, told below" : "what follows")}."
            : $"It could be {States(At(step, 0))}: that hangs on {(SaysNothing(step) ? "what decides, told below" : "what follows")}.",
        DerivationCode.Period => $"The period is {At(step, 0)}.",
        DerivationCode.DatesCompared => $"A clock time is missing, so the dates were compared: {Joined(step)}.",
        DerivationCode.Conflict => $"Two rules {Mood("apply at once and ask", "would apply at once and ask")} different things: {Joined(step)}.",
        _ => Unworded(step),
    };

    /// <summary>Conditions of the text, and what is reported: the same of whatever standing the text is.</summary>
    private string OfEvidence(Derivation step) => step.Code switch
    {
        DerivationCode.All => step.Arguments is [{ Length: > 0 }] ? Holds(step, $"All of {Quote(step, 0)}") : Holds(step, "And the lines that follow"),
        DerivationCode.Any => Holds(step, $"One of {Quote(step, 0)}"),
        DerivationCode.Not => Negated(step),
        DerivationCode.Compared => Holds(step, Quote(step, 0)).TrimEnd('.') + $": {At(step, 1)} compared with {At(step, 2)}.",
        DerivationCode.IsOneOf => Holds(step, Quote(step, 0)).TrimEnd('.') + $", for {At(step, 1)}.",
        DerivationCode.FieldIsTrue => Holds(step, Quote(step, 0)).TrimEnd('.') + $", for {At(step, 1)}.",
        DerivationCode.TextIs => Holds(step, Quote(step, 0)).TrimEnd('.') + $": {(step.Truth == Truth.Unknown ? "what is reported is" : "it is")} {At(step, 1)}.",
        DerivationCode.InState => Told(step, $"{At(step, 0)} is {At(step, 1)}.", $"{At(step, 0)} is not {At(step, 1)}.", $"Whether {At(step, 0)} is {At(step, 1)} is not known."),
        DerivationCode.InPlace => Told(step, $"{At(step, 0)} is in {At(step, 1)}.", $"{At(step, 0)} is not in {At(step, 1)}.", $"Whether {At(step, 0)} is in {At(step, 1)} is not known."),
        DerivationCode.ClauseIs => Holds(step, Quote(step, 0)),
        DerivationCode.Judged => Told(step, $"A report judges that {Quote(step, 0)} holds.", $"A report judges that {Quote(step, 0)} does not hold.", $"{Quote(step, 0)} is left to judgement, and no report states it."),
        DerivationCode.There => Told(step, $"It is so: {Quote(step, 0)}.", $"It is not so: {Quote(step, 0)}.", $"It is not known whether {Quote(step, 0)}."),
        DerivationCode.ThereNot => $"No report says so: {Quote(step, 0)}.",
        DerivationCode.Away => Told(step, $"{At(step, 0)} was far enough", $"{At(step, 0)} was too near", $"Whether {At(step, 0)} was far enough is not known") + $": {At(step, 1)} from {At(step, 2)}, and the limit is {At(step, 3)}.",
        DerivationCode.Fact => Fact(step),
        DerivationCode.FieldValue => $"{RoleWords.Of(At(step, 0), At(step, 1))}: {At(step, 2)}.",
        DerivationCode.FieldMissing => $"{RoleWords.Of(At(step, 0), At(step, 1))}: nobody reported it.",
        DerivationCode.AggregateValue => $"{Quote(step, 0)} is {At(step, 1)}{(At(step, 2).Length > 0 ? $" ({At(step, 2)})" : ": nothing counts")}.",
        DerivationCode.TableRow => $"{At(step, 0)}{Of(step, 1)} is {Quote(step, 2)}.",
        DerivationCode.TableNone => $"{At(step, 0)}{Of(step, 1)} has no row for this case: there is no limit.",
        DerivationCode.Defined => Told(step, $"It is a case of {At(step, 0)}: {Quote(step, 1)}.", $"It is not a case of {At(step, 0)}: {Quote(step, 1)}.", $"Whether it is a case of {At(step, 0)} is not known: {Quote(step, 1)}."),
        DerivationCode.Time => Joined(step) + ".",
        DerivationCode.Constant => $"{Quote(step, 0)} is {At(step, 1)}.",
        _ => Unworded(step),
    };

    /// <summary>The name of a kind of step in a tree.</summary>
    public string NameOf(DerivationCode code) => code switch
    {
        DerivationCode.Violated => Mood("ruled out", "would be ruled out"),
        DerivationCode.NoViolation => "nothing reported",
        DerivationCode.BreachOf => Mood("not consistent with", "would not be consistent with"),
        DerivationCode.Kept or DerivationCode.NotKept or DerivationCode.KeptAgain when isProposal => "would be " + Names.Spaced(code.ToString()),
        _ => Names.Spaced(code.ToString()),
    };

    /// <summary>What a step names, for a tree: its arguments, without those that say nothing.</summary>
    public string ArgumentsOf(Derivation step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Code switch
        {
            DerivationCode.Undecided => States(At(step, 0)),
            DerivationCode.Unattributed when isAuthorUnstated => $"{At(step, 0)} | by whom is not reported, {Bound(step)} | {At(step, 2)}",
            _ => string.Join(" | ", step.Arguments.Where(a => a.Length > 0)),
        };
    }

    /// <summary>The step below a negation that says the same with the words of the negation; null if there is none.</summary>
    public static Derivation? NegatedOf(Derivation step) =>
        step is { Code: DerivationCode.Not, Because: [var inner] } && At(inner, 0) == At(step, 0) ? inner : null;

    /// <summary>Is nothing told below a step? A conjunction without words of its own only strings its lines together.</summary>
    private static bool SaysNothing(Derivation step) => step.Because.All(b => b is { Code: DerivationCode.All, Arguments: [""] } && SaysNothing(b));

    /// <summary>The mark of a truth value in a tree.</summary>
    public static char Mark(Truth truth) => truth switch
    {
        Truth.True => 'T',
        Truth.False => 'F',
        _ => 'U',
    };

    private string Excused(Derivation step)
    {
        var name = At(step, 0) == "unless" ? "The “unless” of the clause" : $"The exception {At(step, 0)}";
        return Told(
            step,
            $"{name} {Mood("applies", "would apply")}: {Quote(step, 1)}.",
            $"{name} {Mood("does not apply", "would not apply")}: {Quote(step, 1)}.",
            $"Whether {Lower(name)} {Mood("applies", "would apply")} is not known: {Quote(step, 1)}.");
    }

    /// <summary>Who did it, where that is not known: those whom reports name, or nobody, which must not look like it.</summary>
    private string Author(Derivation step) => isAuthorUnstated
        ? $"No report says by whom ({Bound(step)})."
        : $"It is by one of {At(step, 1)}; nobody says by which.";

    private static string Bound(Derivation step) => PartyWords.Bound([.. At(step, 1).Split(", ")]);

    private static string Claimed(Derivation step)
    {
        if (step.Arguments is not [var who, var verb, var words])
        {
            return $"Whether the commitment {At(step, 0)} exists is disputed: its claims are listed, and nothing is found about it.";
        }

        return $"{who} {verb} it{(words.Length > 0 ? $": “{words}”" : string.Empty)}.";
    }

    private static string Unworded(Derivation step) => $"{step.Code}: {Joined(step)}.";

    private string Mood(string indicative, string conditional) => isProposal ? conditional : indicative;

    private string Fact(Derivation step)
    {
        var when = At(step, 2) is { Length: > 0 } time ? $", {When(time)}" : string.Empty;
        var who = ReasonWords.Sources(step.Reports);
        if (when.Length == 0 && who.Length == 0)
        {
            return Told(step, $"{At(step, 1)} counts as {At(step, 0)}.", $"{At(step, 1)} does not count as {At(step, 0)}.", $"Whether {At(step, 1)} counts as {At(step, 0)} is not known.");
        }

        var told = who.Length > 0 ? $", reported by {who}" : string.Empty;
        return Told(
            step,
            $"{At(step, 0)} “{At(step, 1)}”{when}{told}.",
            $"{At(step, 0)} “{At(step, 1)}”{when}{told}: it does not count.",
            $"{At(step, 0)} “{At(step, 1)}”{when}{told}: it may count.");
    }

    /// <summary>
    /// A reported time, or two with dots between, in the agreement's time zone. Rival times come with who reports them, which stays beside each:
    /// "2024-02-01 (mission) or 2024-02-20 (courier, staff)".
    /// </summary>
    private string When(string reported) => string.Join(" or ", reported.Split(" or ").Select(rival =>
    {
        var by = rival.IndexOf(" (", StringComparison.Ordinal);
        return by < 0 ? One(rival) : One(rival[..by]) + rival[by..];
    }));

    private string One(string reported)
    {
        var moments = reported.Split("..").Select(t => MomentText.Parse(t, out _)).ToList();
        return moments is [{ } from, ..] && moments[^1] is { } to
            ? times.Of(new InstantRange(from.In(times.Calendar.Zone).Earliest, to.In(times.Calendar.Zone).Latest))
            : reported;
    }

    /// <summary>What is negated quotes the same words; whom it is about is told here, and not a second time below.</summary>
    private static string Negated(Derivation step)
    {
        var about = NegatedOf(step) is { Code: DerivationCode.IsOneOf or DerivationCode.FieldIsTrue } inner ? $", for {At(inner, 1)}." : ".";
        return Holds(step, Quote(step, 0)).TrimEnd('.') + about;
    }

    private static string Holds(Derivation step, string what) =>
        Told(step, $"{what} holds.", $"{what} does not hold.", $"{what}: not known whether it holds.");

    private static string Told(Derivation step, string yes, string no, string unknown) => step.Truth switch
    {
        Truth.True => yes,
        Truth.False => no,
        _ => unknown,
    };

    /// <summary>"Met or Breached", as the logic names states, in our words.</summary>
    private string States(string names)
    {
        var states = names.Split(" or ").Select(n => Enum.TryParse<ClauseState>(n, out var state) ? state : (ClauseState?)null).ToList();
        return states.Contains(null) ? names : StateWords.Several(states.OfType<ClauseState>(), isProposal, cure);
    }

    private static string At(Derivation step, int index) => index < step.Arguments.Length ? step.Arguments[index] : string.Empty;

    private static string Quote(Derivation step, int index) => $"“{At(step, index)}”";

    private static string Who(Derivation step, int index) => RoleWords.Who(At(step, index));

    private static string To(Derivation step, int index) => At(step, index) is { Length: > 0 } name ? $", to {RoleWords.Who(name)}" : string.Empty;

    private static string Of(Derivation step, int index) => At(step, index) is { Length: > 0 } name ? $" of {name}" : string.Empty;

    private static string Joined(Derivation step) => string.Join(", ", step.Arguments.Where(a => a.Length > 0));

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
