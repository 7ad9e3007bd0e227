using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Pacta.Monitor.Input;

/// <summary>
/// The tokens of which logs are made, many bytes at a time and without a branch for each: whole numbers and short words. What is looked at may end before the
/// bytes do that are read; behind it stands a byte that is part of no token.
/// </summary>
/// <remarks>D. Lemire, Number parsing at a gigabyte per second, Software: Practice and Experience 51 (2021), 3: eight digits in three multiplications.</remarks>
internal static class ShortTokens
{
    /// <summary>So many bytes are read at a place.</summary>
    public const int Read = 16;

    /// <summary>A number has at most so many digits.</summary>
    private const int MostDigits = 18;

    private static ReadOnlySpan<long> Powers => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>The digits that stand at a place, up to 18.</summary>
    /// <param name="length">How many there are; 0: none, or too many.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Number(ReadOnlySpan<byte> bytes, int at, out int length)
    {
        var word = WordAt(bytes, at);
        length = Digits(word);
        var number = Number(word, length);
        return length < 8 ? number : More(bytes, at, number, ref length);
    }

    private static long More(ReadOnlySpan<byte> bytes, int at, long number, ref int length)
    {
        var word = WordAt(bytes, at + 8);
        var more = Digits(word);
        number = (number * Powers[more]) + Number(word, more);
        length += more;
        if (more < 8)
        {
            return number;
        }

        for (at += length; bytes[at] - '0' is >= 0 and <= 9 and var digit; at++)
        {
            if (++length > MostDigits)
            {
                length = 0;
                return 0;
            }

            number = (number * 10) + digit;
        }

        return number;
    }

    /// <summary>How many letters, digits and marks of names stand at a place; 16: so many or more. Others than the usual marks end a word here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WordLength(ReadOnlySpan<byte> bytes, int at)
    {
        var some = Vector128.LoadUnsafe(in bytes[at]);
        var isWord = Vector128.LessThanOrEqual(some - Vector128.Create((byte)'-'), Vector128.Create((byte)(':' - '-'))) // - . / 0 to 9 :
            | Vector128.LessThanOrEqual((some | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)('z' - 'a')))
            | Vector128.Equals(some, Vector128.Create((byte)'_'));
        return BitOperations.TrailingZeroCount(~isWord.ExtractMostSignificantBits());
    }

    /// <summary>How many bytes stand before the next such byte; 32: it is none of the next 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthBefore(ReadOnlySpan<byte> bytes, int at, byte end) =>
        BitOperations.TrailingZeroCount(Vector128.Equals(Vector128.LoadUnsafe(in bytes[at]), Vector128.Create(end)).ExtractMostSignificantBits());

    /// <summary>The eight bytes at a place, the first in the lowest bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong WordAt(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    /// <summary>The first bytes of eight, up to eight; the rest is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong First(ulong word, int length) => length >= 8 ? word : word & ((1UL << (8 * length)) - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(ulong word)
    {
        // A byte that is no digit has its highest bit set; what is carried on from there only reaches bytes behind it.
        var digits = word ^ 0x3030303030303030;
        var others = ((digits + 0x7676767676767676) | digits) & 0x8080808080808080;
        return BitOperations.TrailingZeroCount(others) >> 3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Number(ulong word, int length)
    {
        // In two steps, for none to be shifted away are all 64 bits.
        var digits = (word & 0x0F0F0F0F0F0F0F0F) << (32 - (4 * length)) << (32 - (4 * length));
        digits = (digits * ((10 << 8) + 1)) >> 8;
        digits = ((digits & 0x00FF00FF00FF00FF) * ((100 << 16) + 1)) >> 16;
        return (long)(((digits & 0x0000FFFF0000FFFF) * ((10_000UL << 32) + 1)) >> 32);
    }
}
