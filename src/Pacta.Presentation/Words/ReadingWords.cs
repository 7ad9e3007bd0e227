using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>The words for readings and for what follows under them.</summary>
internal static class ReadingWords
{
    /// <summary>"the reading “above” of large_exercise, held by borland".</summary>
    public static string Of(FindingUnderReadings under) => string.Join(
        "; and ",
        under.Readings.Select(r => $"the reading “{r.Name}” of {r.Of}{(r.HeldBy.Length > 0 ? $", held by {string.Join(", ", r.HeldBy)}" : string.Empty)}"));

    /// <summary>How the remark begins that says under which readings there is such a finding; it comes with the assumptions.</summary>
    private const string Only = "only under the reading of ";

    /// <summary>"only under the reading of ceasefire: continues", where other readings lead to no such finding.</summary>
    public static IEnumerable<string> OnlyUnder(Finding finding) => finding.Assumptions.Where(a => a.StartsWith(Only, StringComparison.Ordinal));

    /// <summary>What is assumed, and nothing about readings, which are chosen and not assumed.</summary>
    public static IEnumerable<string> Assumed(Finding finding) => finding.Assumptions
        .Where(a => !a.StartsWith(Only, StringComparison.Ordinal))
        .Select(a => finding.Bearers.Aggregate(a, (words, name) => words.Replace($" by {name} are taken", $" by {RoleWords.Who(name)} are taken", StringComparison.Ordinal)));

    public static string StateOf(FindingUnderReadings under, bool isProposal) => under.Finding is { } found ? StateWords.Of(found)
        : under.IsNotInPlay ? StateWords.Of(ClauseState.Dormant, null, isProposal)
        : isProposal ? "would bind somebody else" : "binds somebody else";

    public static string WhyNone(FindingUnderReadings under, bool isProposal) => under.IsNotInPlay
        ? $"The clause {(isProposal ? "would not be" : "is not")} in play here."
        : $"The clause {(isProposal ? "would bind" : "binds")} somebody else and {(isProposal ? "would say" : "says")} nothing here.";
}
