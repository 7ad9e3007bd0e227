using System.Runtime.CompilerServices;

namespace Pacta.Monitor.State;

/// <summary>Hashes of rows of slots: a multiply and a fold for each slot.</summary>
internal static class Hashing
{
    private const ulong Factor = 0x9E3779B97F4A7C15UL;

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong hash, long slot)
    {
        hash = (hash ^ (ulong)slot) * Factor;
        return hash ^ (hash >> 29);
    }
}
