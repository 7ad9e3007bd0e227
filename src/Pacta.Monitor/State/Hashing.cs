using System.Runtime.CompilerServices;

namespace Pacta.Monitor.State;

/// <summary>Hashes of rows of slots: a multiply and a fold for each slot.</summary>
internal static class Hashing
{
    private const ulong Factor = 0x9E3779B97F4A7C15UL;

    private const uint NarrowFactor = 0x9E3779B9U;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(ReadOnlySpan<long> key)
    {
        var hash = 0UL;
        foreach (var slot in key)
        {
            hash = Add(hash, slot);
        }

        return (uint)(hash >> 32);
    }

    /// <summary>Of different numbers different hashes, for the factor is odd: whoever finds the hash has found the number. The upper bits are those that spread.</summary>
    /// <remarks>D. E. Knuth, The Art of Computer Programming 3 (2nd ed., 1998), 6.4: multiplicative hashing.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint OfNarrow(int number) => (uint)number * NarrowFactor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong hash, long slot)
    {
        hash = (hash ^ (ulong)slot) * Factor;
        return hash ^ (hash >> 29);
    }
}
