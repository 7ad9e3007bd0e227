using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pacta.Geography.Indexing;

/// <summary>
/// Indices as they lie in memory, to be kept beside the map that they are made of. A form for a cache and not for exchange: little-endian, with a version, and made anew when
/// either changes. What is read is trusted; check where it comes from.
/// </summary>
internal static class Prepared
{
    private const int Version = 1;

    public static void Begin(Stream to, uint kind)
    {
        Number(to, unchecked((int)kind));
        Number(to, Version);
    }

    public static void Number(Stream to, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        to.Write(bytes);
    }

    public static void Array<T>(Stream to, T[] items)
        where T : unmanaged
    {
        Number(to, items.Length);
        to.Write(MemoryMarshal.AsBytes(items.AsSpan()));
    }

    /// <summary>Reads what was written, in the same order.</summary>
    public ref struct Reader
    {
        private ReadOnlySpan<byte> rest;

        /// <exception cref="InvalidDataException">It is something else, or of another version.</exception>
        public Reader(ReadOnlySpan<byte> bytes, uint kind)
        {
            rest = bytes;
            if (!BitConverter.IsLittleEndian || bytes.Length < 16 || Number() != unchecked((int)kind) || Number() != Version)
            {
                throw new InvalidDataException("this was prepared by another version, or is something else; prepare it again from the map");
            }
        }

        public long Number() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

        public T[] Array<T>()
            where T : unmanaged
        {
            var count = Number();
            if (count < 0 || count > rest.Length)
            {
                throw Cut();
            }

            return MemoryMarshal.Cast<byte, T>(Take(checked((int)count * Unsafe.SizeOf<T>()))).ToArray();
        }

        private ReadOnlySpan<byte> Take(int length)
        {
            if (length < 0 || length > rest.Length)
            {
                throw Cut();
            }

            var taken = rest[..length];
            rest = rest[length..];
            return taken;
        }

        private static InvalidDataException Cut() => new("what was prepared is cut off; prepare it again from the map");
    }
}
