using System.Diagnostics;

namespace Pacta.Ledger;

/// <summary>
/// Waits for other processes to let go of a store. The database waits by itself for a lock on its rows; for the switch to its log, and to empty that log, it does
/// not, and it gives no sign when the other is done: it has to be asked again.
/// </summary>
internal static class Waiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <returns>False if it was not done in time.</returns>
    public static bool Until(TimeSpan limit, Func<bool> isDone)
    {
        var clock = Stopwatch.StartNew();
        while (!isDone())
        {
            if (clock.Elapsed > limit)
            {
                return false;
            }

            Thread.Sleep(Pause);
        }

        return true;
    }
}
