using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Pacta.Ledger;

/// <summary>
/// A statement, made once and run many times, straight on the database: texts go in and come out as the bytes they are. The types of what comes out are
/// checked, for in a damaged file a column may hold anything.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Of statements that give no rows.</summary>
    public static void Run(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        while (statement.Step())
        {
        }
    }

    public Statement Number(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, parameter, value));
        return this;
    }

    public Statement Text(int parameter, ReadOnlySpan<byte> utf8)
    {
        Check(raw.sqlite3_bind_text(_statement, parameter, utf8));
        return this;
    }

    public Statement Text(int parameter, string value)
    {
        Check(raw.sqlite3_bind_text(_statement, parameter, value));
        return this;
    }

    public Statement Blob(int parameter, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, parameter, value));
        return this;
    }

    /// <returns>Whether there is a row.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        // What went wrong is told before anything else can happen on the connection.
        SqliteException.ThrowExceptionForRC(code, _database);
        throw new InvalidOperationException();
    }

    /// <summary>Runs it once more, with other values.</summary>
    /// <returns>How many rows were written.</returns>
    public int Execute()
    {
        try
        {
            while (Step())
            {
            }

            return raw.sqlite3_changes(_database);
        }
        finally
        {
            Reset();
        }
    }

    public void Reset() => raw.sqlite3_reset(_statement);

    public long Number(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_INTEGER ? raw.sqlite3_column_int64(_statement, column) : throw OfAnotherType();

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>The bytes of a text; they last until the next step.</summary>
    public ReadOnlySpan<byte> Utf8(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_TEXT ? raw.sqlite3_column_blob(_statement, column) : throw OfAnotherType();

    public string Text(int column) => System.Text.Encoding.UTF8.GetString(Utf8(column));

    /// <summary>A hash; it lasts until the next step.</summary>
    public ReadOnlySpan<byte> Hash(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_BLOB && raw.sqlite3_column_blob(_statement, column) is { Length: Chain.Length } hash
            ? hash
            : throw OfAnotherType();

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }

    private static LedgerException OfAnotherType() => new(LedgerFault.Damaged, "the file is damaged: an entry has a value of another type");
}
