namespace Pacta.Monitor.Running;

/// <summary>
/// What operators that look ahead share: a stage is read ahead as far as it is known, and a time point is ready once no time point that is yet to be read can lie in
/// its window.
/// </summary>
/// <param name="ahead">What is read ahead.</param>
/// <param name="greatest">How far the window reaches.</param>
internal sealed class Window(Machine machine, Stage ahead, long greatest)
{
    private int _ready = -1;

    /// <summary>Time added to a time stamp; never more than fits.</summary>
    public static long Later(long stamp, long distance) => stamp > long.MaxValue - distance ? long.MaxValue : stamp + distance;

    /// <summary>The last time stamp of the window of a time point.</summary>
    public long End(long stamp) => Later(stamp, greatest);

    /// <summary>Reads ahead, and says up to which time point the windows are closed.</summary>
    /// <param name="read">Called for each time point that is read.</param>
    public int Frontier(Action read)
    {
        var points = machine.Points;
        var frontier = ahead.Frontier();
        while (ahead.Position < frontier)
        {
            ahead.Advance();
            read();
        }

        // What comes after the part that was read is not before this time.
        var known = frontier < points.Last ? points[frontier + 1] : points.Known;
        while (_ready < frontier && known > End(points[_ready + 1]))
        {
            _ready++;
        }

        return _ready;
    }

    /// <summary>The first time point whose stamp is still needed.</summary>
    public int Needed() => Math.Min(_ready + 1, ahead.Needed());

    /// <summary>Once time has passed this, more may be known than now.</summary>
    public long Due() => Math.Min(ahead.Due(), _ready < ahead.Position ? End(machine.Points[_ready + 1]) : long.MaxValue);
}
