using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>
/// The words for states. Under the mandate to assess Pacta says whether the record is consistent with a clause, and never as its own word that
/// somebody broke it. Standing changes the mood: what a proposal would ask is told in the conditional.
/// </summary>
public sealed class StateWords
{
    private readonly Speech _speech;

    internal StateWords(Speech speech) => _speech = speech;

    /// <summary>The state or states of a finding: "consistent", "due", "consistent or not consistent".</summary>
    public string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.State is { } state
            ? Of(state, finding.Derivation.Code, finding.Status.Standing)
            : Several(finding.States, finding.Status.Standing, HowCured(finding));
    }

    /// <summary>Is it about the use of a power? Nobody owes that.</summary>
    public static bool IsOfPower(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.States.Any(s => s is ClauseState.Exercised or ClauseState.Void);
    }

    /// <summary>How a breach would have ended: a duty with a due by being done late, one to keep by being kept again.</summary>
    public static DerivationCode HowCured(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Due is null ? DerivationCode.KeptAgain : DerivationCode.PerformedLate;
    }

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
            ClauseState.Met or ClauseState.Breached when isAssessed => _speech.Phrases.Say("state.with", words, clause),
            _ => _speech.Phrases.Say("state.about", words, clause),
        };
    }

    /// <summary>States between which nothing has decided; that there is nothing to find comes last.</summary>
    /// <param name="cure">See <see cref="HowCured"/>; null where either may be meant.</param>
    public string Several(IEnumerable<ClauseState> states, Standing standing, DerivationCode? cure = null) => string.Join(
        _speech.Phrases.Say("state.or"),
        states.OrderBy(s => s == ClauseState.Dormant).Select(s => Of(s, s == ClauseState.Cured ? cure : null, standing)));

    /// <param name="code">The last step of the derivation, where it is known; it tells a duty to do from a duty to keep.</param>
    public string Of(ClauseState state, DerivationCode? code = null, Standing standing = Standing.Legal)
    {
        var plain = "state." + Names.Snake(state.ToString());
        var coded = code is { } known ? $"{plain}.{Names.Snake(known.ToString())}" : plain;
        if (standing == Standing.Proposal)
        {
            return _speech.Phrases.SayFirst([plain + ".proposal", plain]);
        }

        var keys = new List<string>();
        foreach (var mandate in Mandates())
        {
            var by = $".{mandate}";
            var of = $".{Names.Snake(standing.ToString())}";
            keys.AddRange([coded + by + of, coded + by, plain + by + of, plain + by]);
        }

        return _speech.Phrases.SayFirst([.. keys, coded, plain]);
    }

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
        return finding.IsClaim ? string.Empty : Of(finding.Certainty);
    }

    /// <summary>As <see cref="Of(Finding)"/>, and whether more reports may still change it.</summary>
    public string WithRecord(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.IsClaim ? string.Empty : $"{Of(finding.Certainty)}, {OfRecord(finding.IsSettled)}";
    }

    public string Of(Certainty certainty) => _phrases.Say("certainty." + Names.Snake(certainty.ToString()));

    public string OfRecord(bool isSettled) => _phrases.Say(isSettled ? "record.settled" : "record.provisional");
}
