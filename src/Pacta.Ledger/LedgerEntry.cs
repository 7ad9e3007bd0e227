using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Pacta.Ledger;

/// <summary>A record to be kept. It is hashed as it is made, so that whoever makes many at once hashes them at once.</summary>
public sealed record NewEntry
{
    /// <param name="id">The record's own id.</param>
    /// <param name="line">The record as one line of JSON, in UTF-8.</param>
    public NewEntry(string id, ReadOnlyMemory<byte> line)
    {
        (Id, Line, Sha256) = (id, line, SHA256.HashData(line.Span));
    }

    public NewEntry(string id, string line)
        : this(id, Encoding.UTF8.GetBytes(line))
    {
    }

    public string Id { get; }

    public ReadOnlyMemory<byte> Line { get; }

    /// <summary>
    /// When the line says that it was recorded, where that is to count: for archives that were kept elsewhere. Null: the ledger says when.
    /// </summary>
    public Instant? Stated { get; init; }

    internal byte[] Sha256 { get; }
}

/// <summary>A record as it is kept.</summary>
/// <param name="Number">From 1, without gaps, in the order of recording.</param>
/// <param name="Recorded">Later than that of every entry before it, unless <paramref name="IsStated"/>: then not earlier.</param>
/// <param name="IsStated">The line's own time counts; the ledger only kept its order.</param>
/// <param name="Line">Null where it was erased.</param>
/// <param name="Sha256">Of the line, in UTF-8; it stays when the line is erased.</param>
/// <param name="Chain">SHA-256 over the chain before it, and the number, time, id and hash of the entry.</param>
public sealed record LedgerEntry(
    long Number, string Id, Instant Recorded, bool IsStated, string? Line, ImmutableArray<byte> Sha256, ImmutableArray<byte> Chain);

/// <summary>What became of a record that was to be kept.</summary>
public enum ReceiptKind
{
    Recorded,

    /// <summary>The very same record was there before.</summary>
    Copy,

    /// <summary>A record of the same id was there before and says something else: this one was not recorded.</summary>
    Conflict,
}

/// <param name="Number">Of the entry that has the record, or of the one that is in its way.</param>
public readonly record struct Receipt(ReceiptKind Kind, long Number);

/// <summary>The end of the ledger: how many entries, and a hash over all of them in order.</summary>
/// <param name="Chain">
/// The chain of the last entry. Whoever keeps it can tell later whether anything before it was changed, taken out or put in.
/// </param>
public sealed record LedgerHead(long Number, string Chain);
