using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>The words for readings and for what follows under them.</summary>
internal static class ReadingWords
{
    /// <summary>"the reading “above” of large_exercise, held by borland".</summary>
    public static string Of(FindingUnderReadings under) => string.Join(
        "; and ",
        under.Readings.Select(r => $"the reading “{r.Name}” of {r.Of}{(r.HeldBy.Length > 0 ? $", held by {string.Join(", ", r.HeldBy)}" : string.Empty)}"));

    public static string StateOf(FindingUnderReadings under, bool isProposal) => under.Finding is { } found ? StateWords.Of(found)
        : under.IsNotInPlay ? StateWords.Of(ClauseState.Dormant, null, isProposal)
        : isProposal ? "would bind somebody else" : "binds somebody else";

    public static string WhyNone(FindingUnderReadings under, bool isProposal) => under.IsNotInPlay
        ? $"The clause {(isProposal ? "would not be" : "is not")} in play here."
        : $"The clause {(isProposal ? "would bind" : "binds")} somebody else and {(isProposal ? "would say" : "says")} nothing here.";
}
