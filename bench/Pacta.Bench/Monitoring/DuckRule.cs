using System.Diagnostics;
using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Pacta.Bench.Workloads;

namespace Pacta.Bench.Monitoring;

/// <summary>The same rule in SQL by DuckDB over the same events, with one thread: tables loaded from CSV, then one query whose result is kept as a table.</summary>
internal static class DuckRule
{
    /// <summary>Prints the medians of the seconds of loading and of querying, the number of rows and their sum.</summary>
    public static void Run(Workload workload, string folder, int runs)
    {
        var files = new WorkloadFiles(folder, 0, 0);
        var (loads, queries, rows) = (new double[runs], new double[runs], default(Rows));
        for (var i = 0; i < runs; i++)
        {
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            Execute(connection, "SET threads = 1");
            var clock = Stopwatch.StartNew();
            foreach (var kind in workload.Kinds)
            {
                var columns = string.Concat(kind.Columns.Select(column => $", '{column.Name}': '{(column.Kind == ColumnKind.Party ? "VARCHAR" : "BIGINT")}'"));
                Execute(connection, $"CREATE TABLE {kind.Name} AS SELECT * FROM read_csv('{files.Table(kind)}', header = true, columns = {{'tp': 'BIGINT', 'ts': 'BIGINT'{columns}}})");
            }

            loads[i] = clock.Elapsed.TotalSeconds;
            clock.Restart();
            Execute(connection, $"CREATE TABLE result AS {workload.Sql}");
            queries[i] = clock.Elapsed.TotalSeconds;
            if (i == 0)
            {
                rows = Read(connection);
            }
        }

        Array.Sort(loads);
        Array.Sort(queries);
        Console.WriteLine(FormattableString.Invariant($"{loads[runs / 2]:R} {queries[runs / 2]:R} {rows.Count} {rows.Sum}"));
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Rows Read(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM result";
        using var reader = command.ExecuteReader();
        var rows = new Rows(0, 0);
        var values = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(values);
            rows.Add(Encoding.UTF8.GetBytes(string.Join(',', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))));
        }

        return rows;
    }
}
