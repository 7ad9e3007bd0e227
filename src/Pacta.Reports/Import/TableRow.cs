using Pacta.Model.Time;

namespace Pacta.Reports.Import;

/// <summary>The present row of a table, its cells by the names of their columns.</summary>
internal sealed class TableRow(Table table, IReadOnlyDictionary<string, int> columns)
{
    public string Cell(string column) => table.Cell(columns[column]);

    public Moment? MomentOf(string column) => table.MomentOf(columns[column]);

    public decimal? NumberOf(string column) => table.NumberOf(columns[column]);

    /// <summary>The columns whose names begin so, in the order of the table, each with the rest of its name.</summary>
    public IEnumerable<(string Option, string Cell)> Under(string prefix)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i].StartsWith(prefix, StringComparison.Ordinal) && table.Columns[i].Length > prefix.Length)
            {
                yield return (table.Columns[i][prefix.Length..], table.Cell(i));
            }
        }
    }

    /// <param name="column">Where to point; null for the row.</param>
    public void Error(string? column, string headline, string label, string help, string? example) =>
        table.Error("PACTA0606", At(column), headline, label, help, example);

    public void Warn(string code, string? column, string headline, string label, string help) => table.Warn(code, At(column), headline, label, help);

    private int At(string? column) => column is not null && columns.TryGetValue(column, out var at) ? at : int.MaxValue;
}
