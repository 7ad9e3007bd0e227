using System.Collections.Immutable;
using Pacta.Negotiation.Redlining;

namespace Pacta.Presentation.Comparing;

/// <summary>A comparison in words, for a screen and for a page alike.</summary>
internal sealed record ComparisonDocument(string Title, ImmutableArray<ComparisonSection> Sections);

/// <summary>A part of a comparison: sentences, a table, entries one below the other, and remarks.</summary>
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

    /// <summary>Sentences before the table; one that must not be overlooked begins with "! ".</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>How marks are to be read, on a screen and on a page; empty: there are none.</summary>
    public (string OfScreen, string OfPage) Legend { get; init; } = (string.Empty, string.Empty);

    /// <summary>The table of a page, where there is more room than on a screen; empty: as on a screen.</summary>
    public ImmutableArray<ImmutableArray<string>> RowsOfPage { get; init; } = [];
}

/// <summary>Clauses side by side, or one alone.</summary>
/// <param name="Alarm">What must not be overlooked, such as that others are bound; empty where there is nothing of the kind.</param>
/// <param name="Texts">What each draft says, behind its letter; those that are told as a redline are not among them.</param>
/// <param name="Differences">In what they differ, a sentence each.</param>
internal sealed record ComparisonEntry(
    string Title,
    string Alarm,
    ImmutableArray<(string Draft, ImmutableArray<string> Lines)> Texts,
    ImmutableArray<string> Differences)
{
    /// <summary>Both word by word: as they are encoded, and the texts of the article.</summary>
    public ImmutableArray<RedlineOfEntry> Redlines { get; init; } = [];
}

/// <param name="Label">What it is a redline of.</param>
internal sealed record RedlineOfEntry(string Label, ImmutableArray<RedlineRun> Runs);
