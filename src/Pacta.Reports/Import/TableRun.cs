using Pacta.Model.Reports;

namespace Pacta.Reports.Import;

/// <summary>One run through a table, from its first row to its last.</summary>
internal static class TableRun
{
    private const int RowsBetweenProgress = 1000;

    /// <param name="row">The reports of the present row; none if it is left out on purpose, null if it has an error.</param>
    /// <param name="progress">Called with the number of rows, every 1,000 rows and at the end.</param>
    public static ImportResult Run(Table table, TextWriter output, Func<IReadOnlyList<Report>?> row, Action<int>? progress)
    {
        var (rows, written, skipped, leftOut) = (0, 0, 0, 0);
        while (table.Read(ref rows, ref skipped))
        {
            if (row() is not { } reports || table.RowHasErrors)
            {
                skipped++;
            }
            else if (reports.Count == 0)
            {
                leftOut++;
            }
            else
            {
                ReportWriter.Write(output, reports);
                written += reports.Count;
            }

            if (rows % RowsBetweenProgress == 0)
            {
                progress?.Invoke(rows);
            }
        }

        progress?.Invoke(rows);
        return new ImportResult(rows, written, skipped, leftOut);
    }
}
