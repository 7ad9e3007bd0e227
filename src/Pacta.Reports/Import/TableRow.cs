namespace Pacta.Reports.Import;

/// <summary>The present row of a table, its cells by the names of their columns.</summary>
internal sealed class TableRow(CsvTable table, IReadOnlyDictionary<string, int> columns)
{
    public string Cell(string column) => table.Cell(columns[column]);

    /// <param name="column">Where to point; null for the row.</param>
    public void Error(string? column, string headline, string label, string help, string? example) =>
        table.Error("PACTA0606", column is null ? int.MaxValue : columns[column], headline, label, help, example);
}
