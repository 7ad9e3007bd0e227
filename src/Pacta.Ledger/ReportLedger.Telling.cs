using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;

namespace Pacta.Ledger;

/// <summary>What was told on the ground of the records: kept beside them, and never changed either.</summary>
public sealed partial class ReportLedger
{
    /// <summary>Keeps what was told, durably, all or none. What says the same as the last about its subject is not kept again.</summary>
    /// <returns>How many were kept.</returns>
    /// <exception cref="LedgerException">It cannot be written, or its last entries are not whole.</exception>
    public int Tell(IReadOnlyList<Telling> tellings, Instant now) => Guarded(() =>
    {
        ArgumentNullException.ThrowIfNull(tellings);
        var kept = 0;
        Schema.InTransaction(_connection, () =>
        {
            Schema.AddTellings(_connection);
            var last = LastTold();
            using var before = new Statement(_connection, "SELECT content FROM told WHERE subject = ?1 ORDER BY number DESC LIMIT 1");
            using var insert = new Statement(_connection, "INSERT INTO told (number, subject, content, told, line, sha256, chain) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
            foreach (var telling in tellings)
            {
                var isSame = before.Text(1, telling.Subject).Step() && before.Hash(0).SequenceEqual(telling.Content.Span);
                before.Reset();
                if (isSame)
                {
                    continue;
                }

                last = last.Next(telling, now);
                insert.Number(1, last.Number).Text(2, telling.Subject).Blob(3, telling.Content.Span).Number(4, last.Recorded);
                insert.Text(5, telling.Line.Span).Blob(6, telling.Sha256).Blob(7, last.Chain).Execute();
                kept++;
            }
        });
        return kept;
    });

    /// <summary>All that was told, in order, each checked against its hash and the chain.</summary>
    /// <exception cref="LedgerException">Something is not what was told, or the file is damaged.</exception>
    public (ImmutableArray<Told> Told, LedgerHead Head) ReadTold() => Guarded(() =>
    {
        var told = ImmutableArray.CreateBuilder<Told>();
        var chain = Schema.HasTellings(_connection) ? Tellings(told.Add) : Chain.Start;
        return (told.ToImmutable(), new LedgerHead(told.Count, Convert.ToHexStringLower(chain)));
    });

    private byte[] Tellings(Action<Told> take, long from = 1, byte[]? before = null)
    {
        using var rows = new Statement(_connection, "SELECT number, subject, content, told, line, sha256, chain FROM told WHERE number >= ?1 ORDER BY number");
        rows.Number(1, from);
        var (number, chain) = (from, before ?? Chain.Start);
        Span<byte> hash = stackalloc byte[Chain.Length];
        for (; rows.Step(); number++)
        {
            if (rows.Number(0) != number)
            {
                throw AlteredTold(number, "is missing");
            }

            SHA256.HashData(rows.Utf8(4), hash);
            if (!hash.SequenceEqual(rows.Hash(5)))
            {
                throw AlteredTold(number, "is not what was told");
            }

            var subject = rows.Text(1);
            chain = Chain.Next(chain, number, rows.Number(3), EntrySort.Told, Telling.ChainedIdOf(subject, rows.Hash(2)), rows.Hash(5));
            if (!rows.Hash(6).SequenceEqual(chain))
            {
                throw AlteredTold(number, "does not fit to those before it");
            }

            take(new Told(number, subject, Instant.FromUnixTimeTicks(rows.Number(3)), rows.Text(4)));
        }

        return chain;
    }

    private Tail LastTold()
    {
        using var end = new Statement(_connection, "SELECT number, told FROM told ORDER BY number DESC LIMIT 1");
        if (!end.Step())
        {
            return Tail.OfNothing;
        }

        var (number, told) = (end.Number(0), end.Number(1));
        var from = Math.Max(1, number - Checked);
        return new Tail(number, told, Tellings(_ => { }, from, from == 1 ? null : ChainAt("told", from - 1)));
    }

    private static LedgerException AlteredTold(long number, string what) => new(LedgerFault.Altered, $"number {number} of what was told {what}", number);
}
