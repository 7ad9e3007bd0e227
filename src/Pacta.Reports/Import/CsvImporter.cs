using Pacta.Model.Diagnostics;

namespace Pacta.Reports.Import;

/// <summary>Any table with a header row, through a mapping file.</summary>
public static class CsvImporter
{
    /// <summary>
    /// Writes the rows of <paramref name="input"/> (UTF-8 or Windows-1252) as report lines. A row with an error is located in
    /// <paramref name="diagnostics"/> and skipped. No input makes it throw.
    /// </summary>
    /// <param name="path">As the user named it.</param>
    /// <param name="progress">Called with the number of rows, every 1,000 rows and at the end.</param>
    public static ImportResult Import(
        string path, Stream input, TextWriter output, CsvMapping mapping, DiagnosticBag diagnostics, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        using var table = CsvTable.Open(path, input, mapping.Delimiter, diagnostics);
        return table is null ? ImportResult.Nothing : MappedTable.Import(table, output, mapping, progress);
    }
}
