using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>
/// The words for states. The mandate is to assess: Pacta says whether the record is consistent with a clause, and never as its own word that
/// somebody broke it. Standing changes the mood: what a proposal would ask is told in the conditional.
/// </summary>
public static class StateWords
{
    /// <summary>The state or states of a finding: "consistent", "due", "consistent or not consistent".</summary>
    public static string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var isProposal = finding.Status.Standing == Standing.Proposal;
        return finding.State is { } state
            ? Of(state, finding.Derivation.Code, isProposal)
            : Several(finding.States, isProposal, HowCured(finding));
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
    public static string WithClause(Finding finding, string clause)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var words = Of(finding);
        return finding.State switch
        {
            ClauseState.Met when finding.Derivation.Code == DerivationCode.NoViolation && finding.Status.Standing != Standing.Proposal => $"{words}: consistent with {clause}",
            ClauseState.Met or ClauseState.Breached => $"{words} with {clause}",
            null => $"{words} ({clause})",
            _ => $"{words} ({clause})",
        };
    }

    /// <summary>States between which nothing has decided; that there is nothing to find comes last.</summary>
    /// <param name="cure">See <see cref="HowCured"/>; null where either may be meant.</param>
    public static string Several(IEnumerable<ClauseState> states, bool isProposal, DerivationCode? cure = null) =>
        string.Join(" or ", states.OrderBy(s => s == ClauseState.Dormant).Select(s => Of(s, s == ClauseState.Cured ? cure : null, isProposal)));

    /// <param name="code">The last step of the derivation, where it is known; it tells a duty to do from a duty to keep.</param>
    public static string Of(ClauseState state, DerivationCode? code = null, bool isProposal = false) =>
        isProposal ? Conditional(state) : (state, code) switch
        {
            (ClauseState.Dormant, _) => "not in play",
            (ClauseState.Open, DerivationCode.OverduePlanned) => "overdue if it begins",
            (ClauseState.Open, _) => "due",
            (ClauseState.Met, DerivationCode.NoViolation) => "no breach reported",
            (ClauseState.Met, _) => "consistent",
            (ClauseState.Breached, _) => "not consistent",
            (ClauseState.Cured, DerivationCode.PerformedLate) => "late, then done",
            (ClauseState.Cured, DerivationCode.KeptAgain) => "not consistent for a time",
            (ClauseState.Cured, _) => "late or for a time not consistent",
            (ClauseState.Excused, _) => "excused",
            (ClauseState.Suspended, _) => "suspended",
            (ClauseState.Lapsed, _) => "lapsed",
            (ClauseState.Claimed, _) => "claims differ; no finding",
            (ClauseState.Exercised, _) => "power used",
            (ClauseState.Void, _) => "used without the power",
            _ => state.ToString(),
        };

    private static string Conditional(ClauseState state) => state switch
    {
        ClauseState.Dormant => "would not be in play",
        ClauseState.Open => "would be due",
        ClauseState.Met => "would be consistent",
        ClauseState.Breached => "would not be consistent",
        ClauseState.Cured => "would have been late or for a time not consistent",
        ClauseState.Excused => "would be excused",
        ClauseState.Suspended => "would be suspended",
        ClauseState.Lapsed => "would have lapsed",
        ClauseState.Exercised => "would be a power used",
        ClauseState.Void => "would be used without the power",
        _ => Of(state),
    };
}

/// <summary>The words for how sure a finding is, and whether more reports may still change it.</summary>
public static class CertaintyWords
{
    /// <summary>How sure a finding is; nothing where nothing is found.</summary>
    public static string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.IsClaim ? string.Empty : Of(finding.Certainty);
    }

    /// <summary>As <see cref="Of(Finding)"/>, and whether more reports may still change it.</summary>
    public static string WithRecord(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.IsClaim ? string.Empty : $"{Of(finding.Certainty)}, {OfRecord(finding.IsSettled)}";
    }

    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Certain => "certain",
        Certainty.Contested => "contested",
        _ => "undetermined",
    };

    public static string OfRecord(bool isSettled) => isSettled ? "settled" : "provisional";
}
