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

    public static byte[] OfLine(string line) => SHA256.HashData(Encoding.UTF8.GetBytes(line));

    public static byte[] Next(ReadOnlySpan<byte> before, long number, long recorded, bool isStated, string id, ReadOnlySpan<byte> line)
    {
        // The id comes last: it is the only part whose length is not fixed.
        var size = Length + sizeof(long) + sizeof(long) + 1 + Length + Encoding.UTF8.GetByteCount(id);
        var all = size <= 1024 ? stackalloc byte[size] : new byte[size];
        before.CopyTo(all);
        var rest = all[Length..];
        BinaryPrimitives.WriteInt64BigEndian(rest, number);
        BinaryPrimitives.WriteInt64BigEndian(rest[sizeof(long)..], recorded);
        rest[2 * sizeof(long)] = isStated ? (byte)1 : (byte)0;
        line.CopyTo(rest[((2 * sizeof(long)) + 1)..]);
        Encoding.UTF8.GetBytes(id, rest[((2 * sizeof(long)) + 1 + Length)..]);
        return SHA256.HashData(all);
    }
}
