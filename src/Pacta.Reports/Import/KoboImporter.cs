using Pacta.Model.Diagnostics;
using Pacta.Reports.Import.Sheets;

namespace Pacta.Reports.Import;

/// <summary>An export of KoboToolbox, as CSV or as a workbook, through a mapping that need not say what the export says by itself.</summary>
public static class KoboImporter
{
    /// <summary>KoboToolbox parts cells with semicolons unless it is told otherwise.</summary>
    private const char Delimiter = ';';

    /// <summary>
    /// Writes the submissions as report lines. A row with an error is located in <paramref name="diagnostics"/> and skipped. No input makes it
    /// throw.
    /// </summary>
    /// <param name="path">As the user named it.</param>
    /// <param name="input">The export; it must be seekable.</param>
    /// <param name="sheet">Of a workbook, the name of the sheet; null for the first.</param>
    /// <param name="mapping">Read by <see cref="CsvMapping.ReadForKobo"/>.</param>
    /// <param name="progress">Called with the number of rows, every 1,000 rows and at the end.</param>
    public static ImportResult Import(
        string path, Stream input, string? sheet, TextWriter output, CsvMapping mapping, DiagnosticBag diagnostics, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        using var table = IsWorkbook(input) ? SheetTable.Open(path, input, sheet, diagnostics) : (Table?)CsvTable.Open(path, input, mapping.Delimiter, diagnostics, Delimiter);
        return table is null || KoboColumns.Fill(mapping, table) is not { } filled ? ImportResult.Nothing : MappedTable.Import(table, output, filled, progress);
    }

    /// <summary>Workbooks are ZIP archives.</summary>
    private static bool IsWorkbook(Stream input)
    {
        Span<byte> start = stackalloc byte[2];
        var count = input.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        input.Position = 0;
        return count == 2 && start.SequenceEqual("PK"u8);
    }
}
