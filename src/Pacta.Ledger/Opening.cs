using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace Pacta.Ledger;

/// <summary>
/// Opens the file of a ledger. Whatever is no ledger is told by its first bytes and left as it is: a database would change the file of another program by
/// opening it.
/// </summary>
internal static class Opening
{
    private const int HeaderLength = 100;

    /// <summary>Where a SQLite file has the mark of the program that it belongs to.</summary>
    private const int ApplicationIdAt = 68;

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <summary>To read only. Nothing is written into the file itself, not even what its log holds.</summary>
    public static SqliteConnection ForReading(string path, TimeSpan patience)
    {
        CheckFile(path, isToBeMade: false);
        try
        {
            return Connect(path, SqliteOpenMode.ReadOnly, patience);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY && !HasLog(path))
        {
            // In a folder that must not be written into, nobody else can be writing either.
            return Connect($"file:{Uri.EscapeDataString(Path.GetFullPath(path))}?immutable=1", SqliteOpenMode.ReadOnly, patience);
        }
    }

    /// <summary>To read and write.</summary>
    /// <param name="isToBeMade">Makes one where there is none.</param>
    public static SqliteConnection ForWriting(string path, bool isToBeMade, TimeSpan patience)
    {
        CheckFile(path, isToBeMade);
        var connection = Connect(path, isToBeMade ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, patience);
        try
        {
            if (isToBeMade)
            {
                Schema.CreateOnce(connection);
            }

            Schema.Check(connection);

            // Every commit is on the disk before it returns, and readers never wait for a writer. What is taken out is overwritten. The pages that a
            // long transaction changes again and again stay in memory.
            KeepLog(connection, patience);
            Statement.Run(connection, "PRAGMA synchronous = FULL");
            Statement.Run(connection, "PRAGMA foreign_keys = ON");
            Statement.Run(connection, "PRAGMA secure_delete = ON");
            Statement.Run(connection, "PRAGMA cache_size = -65536");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnection Connect(string source, SqliteOpenMode mode, TimeSpan patience)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle!, (int)patience.TotalMilliseconds);
            if (mode == SqliteOpenMode.ReadOnly)
            {
                Schema.Check(connection);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What the file is, before a database sees it.</summary>
    private static void CheckFile(string path, bool isToBeMade)
    {
        if (Directory.Exists(path))
        {
            throw new LedgerException(LedgerFault.Unusable, "it is a folder");
        }

        if (!File.Exists(path))
        {
            // A log without its file belongs to something that is gone; a new file would make it unreadable for good.
            if (isToBeMade && HasLog(path))
            {
                throw new LedgerException(LedgerFault.Damaged, "the file is gone, and its log is still there");
            }

            return;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            CheckHeader(path, file, isToBeMade);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new LedgerException(LedgerFault.Unusable, e is UnauthorizedAccessException ? "it is not allowed to read it" : "it cannot be read", null, e);
        }
    }

    private static void CheckHeader(string path, FileStream file, bool isToBeMade)
    {
        var header = new byte[HeaderLength];
        var length = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (length == 0)
        {
            if (HasLog(path))
            {
                throw new LedgerException(LedgerFault.Damaged, "the file is empty, and its log is not");
            }

            if (!isToBeMade)
            {
                throw new LedgerException(LedgerFault.NotALedger, "it is empty");
            }
        }
        else if (!header.AsSpan(0, Math.Min(length, Magic.Length)).SequenceEqual(Magic[..Math.Min(length, Magic.Length)]))
        {
            throw new LedgerException(LedgerFault.NotALedger, "it is no database");
        }
        else if (length < HeaderLength)
        {
            throw new LedgerException(LedgerFault.Damaged, "the file is damaged: it breaks off in its first line");
        }
        else if (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(ApplicationIdAt)) is var mark && mark != Schema.ApplicationId && (mark != 0 || !HasLog(path)))
        {
            throw new LedgerException(LedgerFault.NotALedger, "it is a database, and no store of Pacta");
        }
    }

    private static bool HasLog(string path) => new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };

    private static void KeepLog(SqliteConnection connection, TimeSpan patience)
    {
        SqliteException? busy = null;
        if (!Waiting.Until(patience, IsDone))
        {
            throw busy!;
        }

        bool IsDone()
        {
            try
            {
                Statement.Run(connection, "PRAGMA journal_mode = WAL");
                return true;
            }
            catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY)
            {
                busy = e;
                return false;
            }
        }
    }
}
