using System.Collections.Immutable;
using Pacta.Model.Time;
using Pacta.Presentation.Pictures;

namespace Pacta.Presentation.Periods;

/// <summary>
/// A report about periods in words, before it is laid out: what it says is the same in every form, whether for paper or for a table.
/// </summary>
/// <param name="Language">The code of its language (ISO 639-1).</param>
/// <param name="Run">What it was made of.</param>
internal sealed record PeriodDocument(
    string Title, string Language, ImmutableArray<DocumentFact> Facts, ImmutableArray<DocumentPart> Parts, DocumentSection Run);

/// <summary>A line of a head: a name and a value.</summary>
internal sealed record DocumentFact(string Name, string Value);

/// <summary>One agreement and one period.</summary>
/// <param name="Agreement">Its name, for tables.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Lead">What comes first: how much there is of what, or that there is nothing, and what that means.</param>
internal sealed record DocumentPart(
    string Anchor,
    string Title,
    string Agreement,
    NodaTime.LocalDate From,
    NodaTime.LocalDate To,
    ImmutableArray<DocumentFact> Facts,
    ImmutableArray<string> Lead,
    ImmutableArray<DocumentSection> Sections)
{
    /// <summary>
    /// The sections as they stand on paper: those in which there is nothing are told together, one sentence each, and none is left out.
    /// </summary>
    public required ImmutableArray<DocumentSection> OnPaper { get; init; }

    /// <summary>Where what was observed lies; null where nothing that was observed has a position, or nothing is drawn. Only pages show it.</summary>
    public PictureContent? Picture { get; init; }
}

/// <summary>A heading with sentences and a table.</summary>
/// <param name="Name">For machines, and for links.</param>
/// <param name="Lead">Sentences before the table; where there is no row, that there is nothing.</param>
/// <param name="Rows">For paper: alike rows are told together.</param>
/// <param name="Remarks">Sentences after it.</param>
internal sealed record DocumentSection(
    string Name,
    string Title,
    ImmutableArray<string> Lead,
    ImmutableArray<PeriodColumn> Columns,
    ImmutableArray<DocumentRow> Rows,
    ImmutableArray<string> Remarks)
{
    /// <summary>For sheets: each by itself.</summary>
    public ImmutableArray<DocumentRow> Each { get; init; } = Rows;

    /// <summary>Only for sheets: on paper another section says it.</summary>
    public bool IsForSheets { get; init; }

    /// <summary>The columns in which a row for paper has something; what stands in remarks has no column of its own there.</summary>
    public ImmutableArray<PeriodColumn> PaperColumns =>
        [.. Columns.Where(c => !PeriodColumns.IsForSheets(c) && Rows.Any(r => r.Cells.TryGetValue(c, out var cell) && cell.Text.Length > 0))];
}

/// <param name="Remarks">Sentences that belong to the row: below it on paper, a column of its own in a sheet.</param>
internal sealed record DocumentRow(ImmutableDictionary<PeriodColumn, DocumentCell> Cells, ImmutableArray<string> Remarks)
{
    public string this[PeriodColumn column] => Cells.TryGetValue(column, out var cell) ? cell.Text : string.Empty;

    public static DocumentRow Of(IEnumerable<(PeriodColumn Column, DocumentCell Cell)> cells, params ImmutableArray<string> remarks) =>
        new(cells.Where(c => c.Cell.Text.Length > 0).ToImmutableDictionary(c => c.Column, c => c.Cell), [.. remarks.Where(r => r.Length > 0)]);
}

/// <summary>What stands in a cell: its words, and what a sheet can count with.</summary>
internal sealed record DocumentCell(string Text)
{
    public InstantRange? Time { get; init; }

    public decimal? Number { get; init; }

    public static implicit operator DocumentCell(string text) => new(text);
}
