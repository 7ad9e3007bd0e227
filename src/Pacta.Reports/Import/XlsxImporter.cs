using Pacta.Model.Diagnostics;
using Pacta.Reports.Import.Sheets;

namespace Pacta.Reports.Import;

/// <summary>A sheet of a workbook (.xlsx), through the same mapping file as a CSV table.</summary>
public static class XlsxImporter
{
    /// <summary>
    /// Writes the rows of a sheet as report lines. A row with an error is located in <paramref name="diagnostics"/>, with the address of its
    /// cell, and skipped. No input makes it throw.
    /// </summary>
    /// <param name="path">As the user named it.</param>
    /// <param name="input">The workbook; it must be seekable.</param>
    /// <param name="sheet">The name of the sheet; null for the first that is not hidden.</param>
    /// <param name="progress">Called with the number of rows, every 1,000 rows and at the end.</param>
    public static ImportResult Import(
        string path, Stream input, string? sheet, TextWriter output, CsvMapping mapping, DiagnosticBag diagnostics, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        using var table = SheetTable.Open(path, input, sheet, diagnostics);
        return table is null ? ImportResult.Nothing : MappedTable.Import(table, output, mapping, progress);
    }
}
