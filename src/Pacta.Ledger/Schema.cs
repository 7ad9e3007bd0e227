using Microsoft.Data.Sqlite;

namespace Pacta.Ledger;

/// <summary>The tables of a ledger, and the rules that the database itself enforces: entries are never changed and never taken out.</summary>
internal static class Schema
{
    /// <summary>"PACT", in the header of the file.</summary>
    public const int ApplicationId = 0x50414354;

    /// <summary>Of ledgers that may hold what was told as well; the first version had records only.</summary>
    private const int Version = 2;

    /// <summary>An entry may lose its line, and nothing else, once an erasure says why.</summary>
    private static readonly string[] Records =
    [
        """
        CREATE TABLE entry (
          number   INTEGER PRIMARY KEY,
          id       TEXT NOT NULL,
          recorded INTEGER NOT NULL,
          stated   INTEGER NOT NULL,
          line     TEXT,
          sha256   BLOB NOT NULL,
          chain    BLOB NOT NULL
        ) STRICT
        """,
        "CREATE UNIQUE INDEX entry_id ON entry (id)",
        """
        CREATE TABLE erasure (
          number INTEGER PRIMARY KEY REFERENCES entry (number),
          erased INTEGER NOT NULL,
          reason TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TRIGGER entry_is_final BEFORE UPDATE ON entry
          WHEN NOT (NEW.line IS NULL AND NEW.number = OLD.number AND NEW.id = OLD.id AND NEW.recorded = OLD.recorded AND NEW.stated = OLD.stated
            AND NEW.sha256 = OLD.sha256 AND NEW.chain = OLD.chain AND EXISTS (SELECT 1 FROM erasure WHERE number = OLD.number))
          BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END
        """,
        "CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is never taken out'); END",
        "CREATE TRIGGER erasure_is_final BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'an erasure is never changed'); END",
        "CREATE TRIGGER erasure_stays BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'an erasure is never taken back'); END",
    ];

    /// <summary>What was told on the ground of the records, each with the hash of what it says: beside them, so that telling changes no record and no chain of theirs.</summary>
    private static readonly string[] Tellings =
    [
        """
        CREATE TABLE told (
          number  INTEGER PRIMARY KEY,
          subject TEXT NOT NULL,
          content BLOB NOT NULL,
          told    INTEGER NOT NULL,
          line    TEXT NOT NULL,
          sha256  BLOB NOT NULL,
          chain   BLOB NOT NULL
        ) STRICT
        """,
        "CREATE INDEX told_subject ON told (subject, number)",
        "CREATE TRIGGER told_is_final BEFORE UPDATE ON told BEGIN SELECT RAISE(ABORT, 'what was told is never changed'); END",
        "CREATE TRIGGER told_stays BEFORE DELETE ON told BEGIN SELECT RAISE(ABORT, 'what was told is never taken out'); END",
    ];

    /// <summary>
    /// Makes the tables of a new ledger, all at once, straight into the file: from then on its first bytes say what it is. Two processes may find no ledger at
    /// once: one makes it, the other finds it made.
    /// </summary>
    public static void CreateOnce(SqliteConnection connection)
    {
        if (!IsEmpty(connection))
        {
            return;
        }

        InTransaction(connection, () =>
        {
            if (IsEmpty(connection))
            {
                Run(connection, [$"PRAGMA application_id = {ApplicationId}", $"PRAGMA user_version = {Version}", .. Records, .. Tellings]);
            }
        });
    }

    /// <summary>Gives a ledger of the first version the table that it has not; to be called within a transaction.</summary>
    public static void AddTellings(SqliteConnection connection)
    {
        if (!HasTellings(connection))
        {
            Run(connection, [.. Tellings, $"PRAGMA user_version = {Version}"]);
        }
    }

    public static bool HasTellings(SqliteConnection connection) => Number(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'told'") > 0;

    /// <summary>Whether the file is a ledger of a version that can be read.</summary>
    public static void Check(SqliteConnection connection)
    {
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw new LedgerException(LedgerFault.NotALedger, "it is a database, and no store of Pacta");
        }

        var version = Number(connection, "PRAGMA user_version");
        if (version > Version)
        {
            throw new LedgerException(LedgerFault.TooNew, $"it was written by a later version of Pacta (format {version})");
        }

        if (version < 1 || (version > 1 && !HasTellings(connection)))
        {
            throw new LedgerException(LedgerFault.Damaged, "the file is damaged: a table is missing");
        }
    }

    /// <summary>All or nothing; whoever writes meanwhile is waited for.</summary>
    public static void InTransaction(SqliteConnection connection, Action action)
    {
        Statement.Run(connection, "BEGIN IMMEDIATE");
        try
        {
            action();
            Statement.Run(connection, "COMMIT");
        }
        catch
        {
            // Some errors end a transaction by themselves.
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle!) == 0)
            {
                Statement.Run(connection, "ROLLBACK");
            }

            throw;
        }
    }

    private static bool IsEmpty(SqliteConnection connection) => Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;

    private static void Run(SqliteConnection connection, string[] statements)
    {
        foreach (var sql in statements)
        {
            Statement.Run(connection, sql);
        }
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return statement.Step() ? statement.Number(0) : 0;
    }
}
