using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NodaTime;

namespace Pacta.Ledger;

/// <summary>Reading: whatever is read is checked against its hash and the chain.</summary>
public sealed partial class ReportLedger
{
    /// <summary>So many of the last entries are checked before another is chained to them: more would take longer the longer a ledger is.</summary>
    private const int Checked = 50;

    /// <summary>All entries in order. Each is checked against its hash and the chain as it is read, and so is what was told.</summary>
    /// <exception cref="LedgerException">An entry is not what was recorded, or the file is damaged.</exception>
    public (ImmutableArray<LedgerEntry> Entries, LedgerHead Head) Read() => Guarded(() =>
    {
        // One view of both tables, whoever writes meanwhile.
        Statement.Run(_connection, "BEGIN");
        try
        {
            var entries = ImmutableArray.CreateBuilder<LedgerEntry>();
            var chain = Entries(1, Chain.Start, entries.Add);
            if (Schema.HasTellings(_connection))
            {
                Tellings(_ => { });
            }

            return (entries.ToImmutable(), new LedgerHead(entries.Count, Convert.ToHexStringLower(chain)));
        }
        finally
        {
            End();
        }
    });

    /// <summary>The end as it is now.</summary>
    public LedgerHead Head() => Guarded(() =>
    {
        using var end = new Statement(_connection, "SELECT number, chain FROM entry ORDER BY number DESC LIMIT 1");
        return end.Step() ? new LedgerHead(end.Number(0), Convert.ToHexStringLower(end.Hash(1))) : new LedgerHead(0, Convert.ToHexStringLower(Chain.Start));
    });

    /// <summary>Is this the chain of one of the entries, or of something that was told? Then all up to it is there as it was.</summary>
    /// <param name="chain">In hexadecimal digits, 64 of them.</param>
    public bool Contains(string chain) => Guarded(() =>
    {
        var bytes = Convert.FromHexString(chain);
        return bytes.AsSpan().SequenceEqual(Chain.Start) || IsIn("entry") || (Schema.HasTellings(_connection) && IsIn("told"));

        bool IsIn(string table)
        {
            using var find = new Statement(_connection, $"SELECT 1 FROM {table} WHERE chain = ?1");
            return find.Blob(1, bytes).Step();
        }
    });

    /// <summary>Reads and checks entries from a number on.</summary>
    /// <param name="before">The chain of the entry before.</param>
    /// <returns>The chain of the last.</returns>
    private byte[] Entries(long from, byte[] before, Action<LedgerEntry> take)
    {
        using var rows = new Statement(
            _connection,
            "SELECT number, id, recorded, stated, line, sha256, chain, EXISTS (SELECT 1 FROM erasure e WHERE e.number = entry.number) FROM entry WHERE number >= ?1 ORDER BY number");
        rows.Number(1, from);
        var (number, chain) = (from, before);
        Span<byte> hash = stackalloc byte[Chain.Length];
        for (; rows.Step(); number++)
        {
            if (rows.Number(0) != number)
            {
                throw Altered(number, "is missing");
            }

            var isErased = rows.IsNull(4);
            if (!isErased)
            {
                SHA256.HashData(rows.Utf8(4), hash);
            }

            if (isErased ? rows.Number(7) == 0 : !hash.SequenceEqual(rows.Hash(5)))
            {
                throw Altered(number, "is not what was recorded");
            }

            var isStated = rows.Number(3) != 0;
            chain = Chain.Next(chain, number, rows.Number(2), isStated ? EntrySort.Stated : EntrySort.Recorded, rows.Utf8(1), rows.Hash(5));
            if (!rows.Hash(6).SequenceEqual(chain))
            {
                throw Altered(number, "does not fit to those before it");
            }

            take(new LedgerEntry(
                number, rows.Text(1), Instant.FromUnixTimeTicks(rows.Number(2)), isStated, isErased ? null : rows.Text(4), [.. rows.Hash(5)], ImmutableCollectionsMarshal.AsImmutableArray(chain)));
        }

        return chain;
    }

    /// <summary>
    /// The end of the chain; the last entries are checked, so that nothing is put behind what is not whole. What was checked before, or written here, is not
    /// checked again.
    /// </summary>
    private Tail Last()
    {
        _last ??= new Statement(_connection, "SELECT number, recorded, chain FROM entry ORDER BY number DESC LIMIT 1");
        try
        {
            if (!_last.Step())
            {
                return Tail.OfNothing;
            }

            var (number, recorded) = (_last.Number(0), _last.Number(1));
            if (_known is { } known && known.Number == number && _last.Hash(2).SequenceEqual(known.Chain))
            {
                return known;
            }

            var from = Math.Max(1, number - Checked);
            return new Tail(
                number,
                recorded,
                _known is { } before && before.Number < number
                    ? Entries(before.Number + 1, before.Chain, _ => { })
                    : Entries(from, from == 1 ? Chain.Start : ChainAt("entry", from - 1), _ => { }));
        }
        finally
        {
            _last.Reset();
        }
    }

    private byte[] ChainAt(string table, long number)
    {
        using var statement = new Statement(_connection, $"SELECT chain FROM {table} WHERE number = ?1");
        return statement.Number(1, number).Step() ? statement.Hash(0).ToArray() : throw Altered(number, "is missing");
    }

    /// <summary>Ends what only read; an error may have ended it before.</summary>
    private void End()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle!) == 0)
        {
            Statement.Run(_connection, "ROLLBACK");
        }
    }

    private static LedgerException Altered(long number, string what) => new(LedgerFault.Altered, $"entry {number} {what}", number);
}
