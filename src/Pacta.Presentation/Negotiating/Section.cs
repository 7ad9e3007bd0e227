using System.Collections.Immutable;

namespace Pacta.Presentation.Negotiating;

/// <summary>A part of what is told about a negotiation, for a screen and for a page alike: sentences, a table, items, and remarks.</summary>
/// <param name="Name">By which links find it.</param>
/// <param name="Lead">Paragraphs.</param>
/// <param name="Rows">The first row is of headings; empty: no table.</param>
/// <param name="Items">One below the other, behind the table.</param>
/// <param name="Remarks">What must be known to read it.</param>
internal sealed record Section(
    string Name,
    string Title,
    ImmutableArray<string> Lead,
    ImmutableArray<ImmutableArray<string>> Rows,
    ImmutableArray<string> Items,
    ImmutableArray<string> Remarks)
{
    /// <summary>The first cell of a row says what the row is about; otherwise all are alike.</summary>
    public bool HasRowHeaders { get; init; } = true;
}

/// <summary>All that is told, in order.</summary>
internal sealed record Told(string Title, ImmutableArray<Section> Sections);
