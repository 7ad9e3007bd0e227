using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Pacta.Ledger;

/// <summary>Hashes of entries, each over the one before it: a change anywhere changes every hash after it.</summary>
internal static class Chain
{
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>Before the first entry.</summary>
    public static readonly byte[] Start = new byte[Length];

    public static byte[] Next(ReadOnlySpan<byte> before, long number, long recorded, EntrySort sort, ReadOnlySpan<byte> id, ReadOnlySpan<byte> line)
    {
        // The id comes last: it is the only part whose length is not fixed.
        var size = Length + sizeof(long) + sizeof(long) + 1 + Length + id.Length;
        var all = size <= 1024 ? stackalloc byte[size] : new byte[size];
        before.CopyTo(all);
        var rest = all[Length..];
        BinaryPrimitives.WriteInt64BigEndian(rest, number);
        BinaryPrimitives.WriteInt64BigEndian(rest[sizeof(long)..], recorded);
        rest[2 * sizeof(long)] = (byte)sort;
        line.CopyTo(rest[((2 * sizeof(long)) + 1)..]);
        id.CopyTo(rest[((2 * sizeof(long)) + 1 + Length)..]);
        return SHA256.HashData(all);
    }

    public static byte[] Next(ReadOnlySpan<byte> before, long number, long recorded, EntrySort sort, string id, ReadOnlySpan<byte> line) =>
        Next(before, number, recorded, sort, Encoding.UTF8.GetBytes(id).AsSpan(), line);
}

/// <summary>What a hash is about: it tells apart what would otherwise be the same bytes.</summary>
internal enum EntrySort : byte
{
    /// <summary>The ledger said when.</summary>
    Recorded = 0,

    /// <summary>The line says when.</summary>
    Stated = 1,

    /// <summary>What was told, beside the records.</summary>
    Told = 2,
}
