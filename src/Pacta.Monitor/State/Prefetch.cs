using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Pacta.Monitor.State;

/// <summary>Asks the processor to fetch memory that will be read soon. A hint: nothing depends on it but the time it takes.</summary>
internal static class Prefetch
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line<T>(ref T at)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            // If the array moves meanwhile, some other line is fetched.
            Sse.Prefetch0(Unsafe.AsPointer(ref at));
        }
    }
}

/// <summary>Where an event of a kind will be looked for: the table, and which of its columns each argument gives.</summary>
internal sealed record PrefetchPlan(RowTable Table, int[] Columns);
