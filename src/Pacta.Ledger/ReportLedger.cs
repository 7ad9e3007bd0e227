using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Pacta.Ledger;

/// <summary>
/// The append-only record of reports, in one SQLite file. What <see cref="Append"/> has returned survives a crash of the program and of the machine; several
/// processes may read and write at once. Nothing is changed in place, except that the line of an entry can be erased, which leaves its hash and a reason.
/// Beside the records it keeps what was told on their ground, in the same way and chained by itself.
/// </summary>
public sealed partial class ReportLedger : IDisposable
{
    /// <summary>How long one waits for another process that is writing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SqliteConnection _connection;
    private readonly TimeSpan _patience;

    // Made once: who appends line by line needs them for each.
    private Statement? _insert;
    private Statement? _find;
    private Statement? _last;

    /// <summary>The end as it was after the last append here.</summary>
    private Tail? _known;

    private ReportLedger(SqliteConnection connection, TimeSpan patience) => (_connection, _patience) = (connection, patience);

    /// <summary>Opens a ledger that is there, to read it only: whatever is wrong with it, it stays as it is.</summary>
    /// <exception cref="LedgerException">It is missing, something else, damaged, or of a later version.</exception>
    public static ReportLedger OpenToRead(string path, TimeSpan? patience = null) => Open(path, p => Opening.ForReading(path, p), patience);

    /// <summary>Opens a ledger that is there, to read and to append.</summary>
    /// <exception cref="LedgerException">It is missing, something else, damaged, or of a later version.</exception>
    public static ReportLedger Open(string path, TimeSpan? patience = null) => Open(path, p => Opening.ForWriting(path, isToBeMade: false, p), patience);

    /// <summary>Opens a ledger, and makes an empty one where there is none.</summary>
    /// <exception cref="LedgerException">It is something else, damaged, of a later version, or cannot be made.</exception>
    public static ReportLedger OpenOrCreate(string path, TimeSpan? patience = null) => Open(path, p => Opening.ForWriting(path, isToBeMade: true, p), patience);

    /// <summary>
    /// Records lines in their order, all or none, durably. A record that is there already, the same id and the same line, is not recorded twice.
    /// </summary>
    /// <param name="skipsConflicts">Leaves out a record whose id another record has, instead of recording none at all.</param>
    /// <param name="now">The time of the clock; each entry is later than the one before it even where the clock is not.</param>
    /// <exception cref="LedgerException">It cannot be written, its last entries are not whole, or a stated time lies before that of an entry that is there.</exception>
    public ImmutableArray<Receipt> Append(IReadOnlyList<NewEntry> entries, Instant now, bool skipsConflicts = false) => Guarded(() =>
    {
        ArgumentNullException.ThrowIfNull(entries);
        var receipts = ImmutableArray.CreateBuilder<Receipt>(entries.Count);
        var last = Tail.OfNothing;
        Schema.InTransaction(_connection, () =>
        {
            last = Last();
            var insert = _insert ??= new Statement(
                _connection, "INSERT INTO entry (number, id, recorded, stated, line, sha256, chain) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO NOTHING");
            var find = _find ??= new Statement(_connection, "SELECT number, sha256 FROM entry WHERE id = ?1");
            foreach (var entry in entries)
            {
                var next = last.Next(entry, now);
                insert.Number(1, next.Number).Text(2, entry.Id).Number(3, next.Recorded).Number(4, entry.Stated is null ? 0 : 1);
                if (insert.Text(5, entry.Line.Span).Blob(6, entry.Sha256).Blob(7, next.Chain).Execute() == 0)
                {
                    receipts.Add(Refused(find, entry, skipsConflicts));
                    continue;
                }

                last = next;
                receipts.Add(new Receipt(ReceiptKind.Recorded, last.Number));
            }
        });
        _known = last;
        return receipts.MoveToImmutable();
    });

    public void Dispose()
    {
        _insert?.Dispose();
        _find?.Dispose();
        _last?.Dispose();
        _connection.Dispose();
    }

    private static ReportLedger Open(string path, Func<TimeSpan, SqliteConnection> open, TimeSpan? patience)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Guarded(() => new ReportLedger(open(patience ?? Patience), patience ?? Patience));
    }

    /// <summary>The id is taken: by the very same record, or by another.</summary>
    private static Receipt Refused(Statement find, NewEntry entry, bool skipsConflicts)
    {
        try
        {
            if (!find.Text(1, entry.Id).Step())
            {
                throw new LedgerException(LedgerFault.Damaged, "the file is damaged: the list of ids does not fit to the entries");
            }

            var (number, isCopy) = (find.Number(0), find.Hash(1).SequenceEqual(entry.Sha256));
            return isCopy || skipsConflicts
                ? new Receipt(isCopy ? ReceiptKind.Copy : ReceiptKind.Conflict, number)
                : throw new LedgerException(LedgerFault.Conflict, $"entry {number} has the id “{entry.Id}” and says something else", number);
        }
        finally
        {
            find.Reset();
        }
    }

    /// <summary>What the database says, in terms of a ledger.</summary>
    private static T Guarded<T>(Func<T> action)
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
                SQLitePCL.raw.SQLITE_NOTADB => new LedgerException(LedgerFault.Damaged, "the file is damaged: it no longer begins as a database does", null, e),
                SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_ERROR or SQLitePCL.raw.SQLITE_MISMATCH or SQLitePCL.raw.SQLITE_CONSTRAINT or SQLitePCL.raw.SQLITE_TOOBIG =>
                    new LedgerException(LedgerFault.Damaged, $"the file is damaged ({Lower(e)})", null, e),
                SQLitePCL.raw.SQLITE_FULL => new LedgerException(LedgerFault.Unusable, "there is no room left for it; nothing of this was recorded", null, e),
                SQLitePCL.raw.SQLITE_IOERR => new LedgerException(LedgerFault.Unusable, "reading or writing it failed", null, e),
                SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH => new LedgerException(LedgerFault.Unusable, "it is not allowed to write it", null, e),
                SQLitePCL.raw.SQLITE_CANTOPEN => new LedgerException(LedgerFault.Unusable, "it cannot be opened", null, e),
                _ => new LedgerException(LedgerFault.Unusable, Lower(e), null, e),
            };
        }
    }

    /// <summary>The database's own words, for whoever has to look deeper.</summary>
    private static string Lower(SqliteException e) => e.Message.TrimEnd('.').Replace("SQLite Error", "SQLite error", StringComparison.Ordinal);
}
