using Microsoft.Data.Sqlite;

namespace Pacta.Ledger;

/// <summary>The tables of a ledger, and the rules that the database itself enforces: entries are never changed and never taken out.</summary>
internal static class Schema
{
    /// <summary>"PACT", in the header of the file.</summary>
    private const int ApplicationId = 0x50414354;

    private const int Version = 1;

    /// <summary>An entry may lose its line, and nothing else, once an erasure says why.</summary>
    private const string Tables =
        """
        CREATE TABLE entry (
          number   INTEGER PRIMARY KEY,
          id       TEXT NOT NULL,
          recorded INTEGER NOT NULL,
          stated   INTEGER NOT NULL,
          line     TEXT,
          sha256   BLOB NOT NULL,
          chain    BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX entry_id ON entry (id);
        CREATE TABLE erasure (
          number INTEGER PRIMARY KEY REFERENCES entry (number),
          erased INTEGER NOT NULL,
          reason TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER entry_is_final BEFORE UPDATE ON entry
          WHEN NOT (NEW.line IS NULL AND NEW.number = OLD.number AND NEW.id = OLD.id AND NEW.recorded = OLD.recorded AND NEW.stated = OLD.stated
            AND NEW.sha256 = OLD.sha256 AND NEW.chain = OLD.chain AND EXISTS (SELECT 1 FROM erasure WHERE number = OLD.number))
          BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
        CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is never taken out'); END;
        CREATE TRIGGER erasure_is_final BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'an erasure is never changed'); END;
        CREATE TRIGGER erasure_stays BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'an erasure is never taken back'); END;
        """;

    public static void Create(SqliteConnection connection) => Run(
        connection,
        $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};\n{Tables}");

    /// <summary>Whether the file is a ledger of a version that can be read.</summary>
    public static void Check(SqliteConnection connection)
    {
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw new LedgerException(LedgerFault.NotALedger, "it is a database, and no ledger of Pacta");
        }

        if (Number(connection, "PRAGMA user_version") is > Version and var version)
        {
            throw new LedgerException(LedgerFault.TooNew, $"it was written by a later version of Pacta (format {version})");
        }
    }

    public static bool IsEmpty(SqliteConnection connection) => Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Nothing of the user is in it.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Nothing of the user is in it.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
