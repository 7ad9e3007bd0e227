using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Pacta.Ledger;

/// <summary>
/// The append-only record of reports, in one SQLite file. What <see cref="Append"/> has returned survives a crash of the program and of the machine; several
/// processes may read and write at once. Nothing is changed in place, except that the line of an entry can be erased, which leaves its hash and a reason.
/// </summary>
public sealed class ReportLedger : IDisposable
{
    /// <summary>How long one waits for another process that is writing, in seconds.</summary>
    private const int Patience = 30;

    /// <summary>So many lines are not worth a second thread.</summary>
    private const int Few = 200;

    private readonly SqliteConnection _connection;

    private ReportLedger(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens a ledger that is there, to read and to append.</summary>
    /// <exception cref="LedgerException">It is missing, something else, damaged, or of a later version.</exception>
    public static ReportLedger Open(string path) => Open(path, SqliteOpenMode.ReadWrite);

    /// <summary>Opens a ledger, and makes an empty one where there is none.</summary>
    /// <exception cref="LedgerException">It is something else, damaged, of a later version, or cannot be made.</exception>
    public static ReportLedger OpenOrCreate(string path) => Open(path, SqliteOpenMode.ReadWriteCreate);

    /// <summary>
    /// Records lines in their order, all or none, durably. A record that is there already, the same id and the same line, is not recorded twice.
    /// </summary>
    /// <param name="skipsConflicts">Leaves out a record whose id another record has, instead of recording none at all.</param>
    /// <param name="now">The time of the clock; each entry is later than the one before it even where the clock is not.</param>
    /// <exception cref="LedgerException">It cannot be written, or a stated time lies before that of an entry that is there.</exception>
    public ImmutableArray<Receipt> Append(IReadOnlyList<NewEntry> entries, Instant now, bool skipsConflicts = false) => Guarded(() =>
    {
        ArgumentNullException.ThrowIfNull(entries);
        var hashes = entries.Count < Few ? [.. entries.Select(e => Chain.OfLine(e.Line))] : entries.AsParallel().AsOrdered().Select(e => Chain.OfLine(e.Line)).ToArray();
        using var transaction = _connection.BeginTransaction(deferred: false);
        var last = Last(transaction);
        using var insert = new Insert(_connection, transaction);
        using var find = new Find(_connection, transaction);
        var receipts = ImmutableArray.CreateBuilder<Receipt>(entries.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, hash) = (entries[i], hashes[i]);
            var next = last.Next(entry, now, hash);
            if (!insert.Run(next, entry, hash))
            {
                receipts.Add(Refused(find.Of(entry.Id), entry, hash, skipsConflicts));
                continue;
            }

            last = next;
            receipts.Add(new Receipt(ReceiptKind.Recorded, last.Number));
        }

        transaction.Commit();
        return receipts.MoveToImmutable();
    });

    /// <summary>The id is taken: by the very same record, or by another.</summary>
    private static Receipt Refused((long Number, byte[] Sha256) known, NewEntry entry, byte[] hash, bool skipsConflicts)
    {
        var isCopy = known.Sha256.AsSpan().SequenceEqual(hash);
        return isCopy || skipsConflicts
            ? new Receipt(isCopy ? ReceiptKind.Copy : ReceiptKind.Conflict, known.Number)
            : throw new LedgerException(LedgerFault.Conflict, $"entry {known.Number} has the id “{entry.Id}” and says something else", known.Number);
    }

    /// <summary>All entries in order. Each is checked against its hash and the chain as it is read.</summary>
    /// <exception cref="LedgerException">An entry is not what was recorded, or the file is damaged.</exception>
    public (ImmutableArray<LedgerEntry> Entries, LedgerHead Head) Read() => Guarded(() =>
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT number, id, recorded, stated, line, sha256, chain, EXISTS (SELECT 1 FROM erasure e WHERE e.number = entry.number) FROM entry ORDER BY number";
        using var reader = command.ExecuteReader();
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        var chain = Chain.Start;
        while (reader.Read())
        {
            var entry = EntryOf(reader);
            if (entry.Number != entries.Count + 1)
            {
                throw Altered(entries.Count + 1, "is missing");
            }

            if (entry.Line is { } line ? !Chain.OfLine(line).AsSpan().SequenceEqual(entry.Sha256.AsSpan()) : !reader.GetBoolean(7))
            {
                throw Altered(entry.Number, "is not what was recorded");
            }

            chain = Chain.Next(chain, entry.Number, entry.Recorded.ToUnixTimeTicks(), entry.IsStated, entry.Id, entry.Sha256.AsSpan());
            if (!chain.AsSpan().SequenceEqual(reader.GetFieldValue<byte[]>(6)))
            {
                throw Altered(entry.Number, "does not fit to those before it");
            }

            entries.Add(entry);
        }

        return (entries.ToImmutable(), new LedgerHead(entries.Count, Convert.ToHexStringLower(chain)));
    });

    /// <summary>Erases the line of an entry. Its hash, number and time stay, and the reason stands beside them.</summary>
    /// <returns>False if it had been erased before.</returns>
    /// <exception cref="LedgerException">There is none of that id.</exception>
    public bool Erase(string id, string reason, Instant now) => Guarded(() =>
    {
        // What is taken out is overwritten in the file, and the log that still has it is emptied.
        Schema.Run(_connection, "PRAGMA secure_delete = ON");
        int erased;
        using (var transaction = _connection.BeginTransaction(deferred: false))
        {
            if (Count(transaction, "SELECT count(*) FROM entry WHERE id = $id", id) == 0)
            {
                throw new LedgerException(LedgerFault.Unknown, $"there is no record “{id}” in it");
            }

            using var erasure = Command(
                transaction, "INSERT INTO erasure (number, erased, reason) SELECT number, $at, $reason FROM entry WHERE id = $id AND line IS NOT NULL");
            erasure.Parameters.AddWithValue("$at", now.ToUnixTimeTicks());
            erasure.Parameters.AddWithValue("$reason", reason);
            erasure.Parameters.AddWithValue("$id", id);
            erased = erasure.ExecuteNonQuery();
            using var blank = Command(transaction, "UPDATE entry SET line = NULL WHERE id = $id AND line IS NOT NULL");
            blank.Parameters.AddWithValue("$id", id);
            blank.ExecuteNonQuery();
            transaction.Commit();
        }

        Schema.Run(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        return erased > 0;
    });

    public void Dispose() => _connection.Dispose();

    private static ReportLedger Open(string path, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = Patience };
        var connection = new SqliteConnection(settings.ToString());
        var ledger = new ReportLedger(connection);
        try
        {
            return ledger.Guarded(() =>
            {
                connection.Open();
                // Every commit is on the disk before it returns, and readers never wait for a writer.
                Schema.Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
                if (mode == SqliteOpenMode.ReadWriteCreate && Schema.IsEmpty(connection))
                {
                    CreateOnce(connection);
                }

                Schema.Check(connection);
                return ledger;
            });
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Two processes may find no ledger at once: one makes it, the other finds it made.</summary>
    private static void CreateOnce(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        if (Schema.IsEmpty(connection))
        {
            Schema.Create(connection);
        }

        transaction.Commit();
    }

    private Tail Last(SqliteTransaction transaction)
    {
        using var command = Command(transaction, "SELECT number, recorded, chain FROM entry ORDER BY number DESC LIMIT 1");
        using var reader = command.ExecuteReader();
        return reader.Read() ? new Tail(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)) : Tail.OfNothing;
    }

    private static LedgerEntry EntryOf(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        Instant.FromUnixTimeTicks(reader.GetInt64(2)),
        reader.GetBoolean(3),
        reader.IsDBNull(4) ? null : reader.GetString(4),
        [.. reader.GetFieldValue<byte[]>(5)]);

    private long Count(SqliteTransaction transaction, string sql, string id)
    {
        using var command = Command(transaction, sql);
        command.Parameters.AddWithValue("$id", id);
        return (long)command.ExecuteScalar()!;
    }

    private SqliteCommand Command(SqliteTransaction transaction, string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Nothing of the user is in it.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        return command;
    }

    private static LedgerException Altered(long number, string what) => new(LedgerFault.Altered, $"entry {number} {what}", number);

    /// <summary>What the database says, in terms of a ledger.</summary>
    private T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException e)
        {
            throw e.SqliteErrorCode switch
            {
                SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new LedgerException(LedgerFault.Busy, "another process has been writing to it for too long", null, e),
                SQLitePCL.raw.SQLITE_NOTADB => new LedgerException(LedgerFault.NotALedger, "it is no database", null, e),
                SQLitePCL.raw.SQLITE_CORRUPT => new LedgerException(LedgerFault.Damaged, "the file is damaged", null, e),
                _ => new LedgerException(LedgerFault.Unusable, e.Message, null, e),
            };
        }
        catch (Exception e) when (e is InvalidCastException or ArgumentOutOfRangeException or InvalidOperationException)
        {
            throw new LedgerException(LedgerFault.Damaged, "the file is damaged: an entry has a value of another type", null, e);
        }
    }
}
