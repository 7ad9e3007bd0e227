using Microsoft.Data.Sqlite;

namespace Pacta.Tests.Ledger;

/// <summary>The file of a ledger in a folder of its own, and a way round the ledger to it.</summary>
internal sealed class LedgerFile : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("pacta-ledger-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "reports.db");

    public void Run(string sql) => Run(Path, sql);

    public static void Run(string path, string sql)
    {
        using var connection = Connect(path);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
