using System.Collections.Immutable;

namespace Pacta.Presentation.Comparing;

/// <summary>A part of a comparison in words, for a screen and for a page alike: a table, entries one below the other, and remarks.</summary>
/// <param name="Name">By which links find it.</param>
/// <param name="Rows">The first row is of headings; empty: no table.</param>
internal sealed record ComparisonSection(
    string Name,
    string Title,
    ImmutableArray<ImmutableArray<string>> Rows,
    ImmutableArray<ComparisonEntry> Entries,
    ImmutableArray<string> Remarks)
{
    /// <summary>The first cell of a row says what the row is about; otherwise all are alike.</summary>
    public bool HasRowHeaders { get; init; }
}

/// <summary>Two clauses side by side, or one alone.</summary>
/// <param name="Alarm">What must not be overlooked, such as that others are bound; empty where there is nothing of the kind.</param>
/// <param name="Texts">What each draft says, behind its letter.</param>
/// <param name="Differences">In what they differ, a sentence each.</param>
internal sealed record ComparisonEntry(
    string Title,
    string Alarm,
    ImmutableArray<(string Draft, ImmutableArray<string> Lines)> Texts,
    ImmutableArray<string> Differences);
