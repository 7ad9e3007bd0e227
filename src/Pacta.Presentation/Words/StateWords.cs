using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>What a clause asks of its bearer. States that are in doubt have no last step that would tell.</summary>
public enum AskedFor
{
    /// <summary>To do something by a time.</summary>
    Deed,

    /// <summary>To keep something so.</summary>
    Keeping,

    /// <summary>Not to do something.</summary>
    Refraining,
}

/// <summary>
/// The words for states. Under the mandate to assess Pacta says whether the record is consistent with a clause, and never as its own word that
/// somebody broke it. Standing changes the mood: what a proposal would ask is told in the conditional.
/// </summary>
public sealed class StateWords
{
    private readonly Speech _speech;

    /// <summary>There are few, and a table asks for each of them thousands of times.</summary>
    private readonly ConcurrentDictionary<(ClauseState, DerivationCode?, Standing), string> _words = new();

    private readonly ConcurrentDictionary<Standing, string> _with = new();

    internal StateWords(Speech speech) => _speech = speech;

    /// <summary>The state or states of a finding: "consistent", "due", "consistent or not consistent".</summary>
    public string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding is { IsClaim: true, Derivation.Because: [] } ? _speech.Phrases.Say("state.claimed.unlisted")
            : finding.State is null && !finding.Causes.IsEmpty && finding.Causes.All(c => c.Kind == CauseKind.NotSeen) ? _speech.Phrases.Say("state.not_seen")
            : finding.State is { } state
            ? Of(state, finding.Derivation.Code, finding.Status.Standing)
            : Several(finding.States, finding.Status.Standing, AskedOf(finding));
    }

    /// <summary>Is it about the use of a power? Nobody owes that.</summary>
    public static bool IsOfPower(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.States.Any(s => s is ClauseState.Exercised or ClauseState.Void);
    }

    /// <summary>What is asked for, as the steps tell; null where none of them does.</summary>
    public static AskedFor? AskedOf(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Due is not null)
        {
            return AskedFor.Deed;
        }

        var under = finding.ByReading.Select(r => r.Finding).OfType<Finding>();
        return under.Prepend(finding)
            .SelectMany(f => f.Changes.Select(c => c.Derivation).Prepend(f.Derivation))
            .SelectMany(WithUndecided)
            .Select(AskedBy)
            .FirstOrDefault(a => a is not null);

        // Below what is undecided stand the states between which nothing has decided.
        static IEnumerable<Derivation> WithUndecided(Derivation step) =>
            step.Code == DerivationCode.Undecided ? step.Because.SelectMany(WithUndecided) : [step];
    }

    private static AskedFor? AskedBy(Derivation step) => step.Code switch
    {
        DerivationCode.Performed or DerivationCode.PerformedLate or DerivationCode.NotPerformed or DerivationCode.NotDueYet or DerivationCode.OverduePlanned => AskedFor.Deed,
        DerivationCode.Kept or DerivationCode.NotKept or DerivationCode.KeptAgain => AskedFor.Keeping,
        DerivationCode.Violated or DerivationCode.Unattributed or DerivationCode.NoViolation => AskedFor.Refraining,
        _ => null,
    };

    /// <summary>The step with which a duty comes to a state.</summary>
    private static DerivationCode? StepTo(ClauseState state, AskedFor? asked) => (asked, state) switch
    {
        (AskedFor.Deed, ClauseState.Met) => DerivationCode.Performed,
        (AskedFor.Deed, ClauseState.Breached) => DerivationCode.NotPerformed,
        (AskedFor.Deed, ClauseState.Cured) => DerivationCode.PerformedLate,
        (AskedFor.Keeping, ClauseState.Met) => DerivationCode.Kept,
        (AskedFor.Keeping, ClauseState.Breached) => DerivationCode.NotKept,
        (AskedFor.Keeping, ClauseState.Cured) => DerivationCode.KeptAgain,
        (AskedFor.Refraining, ClauseState.Met) => DerivationCode.NoViolation,
        (AskedFor.Refraining, ClauseState.Breached) => DerivationCode.Violated,
        _ => null,
    };

    /// <summary>As <see cref="Of(Finding)"/>, with the clause: "not consistent with 38".</summary>
    public string WithClause(Finding finding, string clause)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var words = Of(finding);
        var isAssessed = _speech.Mandate != Mandate.Observe;
        return finding.State switch
        {
            ClauseState.Met when isAssessed && finding.Derivation.Code == DerivationCode.NoViolation && finding.Status.Standing != Standing.Proposal =>
                _speech.Phrases.Say("state.consistent_with", words, clause),
            ClauseState.Met or ClauseState.Breached when isAssessed => _speech.Phrases.Say(WithOf(finding.Status.Standing), words, clause),
            _ => _speech.Phrases.Say("state.about", words, clause),
        };
    }

    /// <summary>States between which nothing has decided, or one that follows from a choice, with the clause.</summary>
    public string WithClause(ImmutableArray<ClauseState> states, Finding finding, string clause)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var asked = AskedOf(finding);
        var words = Several(states, finding.Status.Standing, asked);
        return (states, _speech.Mandate) switch
        {
            ([ClauseState.Met], not Mandate.Observe) when asked == AskedFor.Refraining && finding.Status.Standing != Standing.Proposal => words,
            ([ClauseState.Met or ClauseState.Breached], not Mandate.Observe) => _speech.Phrases.Say(WithOf(finding.Status.Standing), words, clause),
            _ => words,
        };
    }

    /// <summary>How words are joined with their clause: "in compliance with 5", "5: not adhered to".</summary>
    private string WithOf(Standing standing) => _with.GetOrAdd(standing, of => _speech.Phrases.First(
        [.. of == Standing.Proposal ? [] : Mandates().SelectMany(m => StandingsOf(of).Select(s => $"state.with.{m}{s}")), "state.with"]));

    /// <summary>States between which nothing has decided; that there is nothing to find comes last.</summary>
    /// <param name="asked">See <see cref="AskedOf"/>; null where it is not known.</param>
    public string Several(IEnumerable<ClauseState> states, Standing standing, AskedFor? asked = null) => states is ImmutableArray<ClauseState> and [var only]
        ? Of(only, StepTo(only, asked), standing)
        : string.Join(
            _speech.Phrases.Say("state.or"),
            states.OrderBy(s => s == ClauseState.Dormant).Select(s => Of(s, StepTo(s, asked), standing)).Distinct(StringComparer.Ordinal));

    /// <param name="code">The last step of the derivation, where it is known; it tells a duty to do from a duty to keep.</param>
    public string Of(ClauseState state, DerivationCode? code = null, Standing standing = Standing.Legal) =>
        _words.GetOrAdd((state, code, standing), of => Find(of.Item1, of.Item2, of.Item3));

    private string Find(ClauseState state, DerivationCode? code, Standing standing)
    {
        var plain = "state." + Names.Snake(state);
        var coded = code is { } known ? $"{plain}.{Names.Snake(known)}" : plain;
        var keys = new List<string>();
        if (standing == Standing.Proposal)
        {
            keys.AddRange(_speech.Mandate == Mandate.Observe ? [coded + ".observe.proposal", plain + ".observe.proposal"] : []);
            return _speech.Phrases.SayFirst([.. keys, coded + ".proposal", plain + ".proposal", plain]);
        }

        foreach (var by in Mandates().Select(m => "." + m).Append(string.Empty))
        {
            keys.AddRange(StandingsOf(standing).Select(of => coded + by + of));
            keys.Add(coded + by);
            keys.AddRange(StandingsOf(standing).Select(of => plain + by + of));
            keys.Add(plain + by);
        }

        return _speech.Phrases.SayFirst([.. keys]);
    }

    /// <summary>By which standing words are chosen: breach and compliance are words for law, and what is no law has those of a political commitment.</summary>
    private static IEnumerable<string> StandingsOf(Standing standing) => standing is Standing.Oral or Standing.Unilateral
        ? ["." + Names.Snake(standing), ".political"]
        : ["." + Names.Snake(standing)];

    /// <summary>Whose words to use, the first that has them: nothing is said of a body's decision here, so "determine" attributes.</summary>
    private IEnumerable<string> Mandates() => _speech.Mandate switch
    {
        Mandate.Observe => ["observe"],
        Mandate.Attribute => ["attribute"],
        Mandate.Determine => ["determine", "attribute"],
        _ => [],
    };
}

/// <summary>The words for how sure a finding is, and whether more reports may still change it.</summary>
public sealed class CertaintyWords
{
    private readonly Phrases.Phrasebook _phrases;

    internal CertaintyWords(Phrases.Phrasebook phrases) => _phrases = phrases;

    /// <summary>How sure a finding is; nothing where nothing is found.</summary>
    public string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.IsClaim ? string.Empty
            : finding.Certainty == Certainty.Certain && OnlyUnder(finding) is { Length: > 0 } readings ? _phrases.Say("certainty.certain_under", readings)
            : Of(finding.Certainty);
    }

    /// <summary>How readings of the text bear on a finding that is told under each.</summary>
    public string OverReadings(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return _phrases.Say(
            finding.Certainty != Certainty.Certain ? "page.depends_on_reading"
            : OnlyUnder(finding).Length > 0 ? "page.same_where_it_is"
            : "page.same_under_each");
    }

    /// <summary>The readings that have the finding, where others say nothing of it: it is no more certain than they are right.</summary>
    private static string OnlyUnder(Finding finding) =>
        finding.Notes.IsEmpty ? string.Empty : string.Join(", ", finding.Notes.Where(n => n.Code == NoteCode.OnlyUnderReading).Select(n => n.Arguments[1]));

    /// <summary>As <see cref="Of(Finding)"/>, and whether more reports may still change it.</summary>
    public string WithRecord(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.IsClaim ? string.Empty : $"{Of(finding)}, {OfRecord(finding.IsSettled)}";
    }

    public string Of(Certainty certainty) => _phrases.Say("certainty." + Names.Snake(certainty));

    public string OfRecord(bool isSettled) => _phrases.Say(isSettled ? "record.settled" : "record.provisional");
}
