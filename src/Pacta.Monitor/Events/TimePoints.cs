namespace Pacta.Monitor.Events;

/// <summary>
/// The time points that a formula looks at, in order, as far as they may still be needed. They are counted from 0 without gaps; each has its number in the log, where
/// others may lie between.
/// </summary>
/// <param name="room">For how many time points there is room at first; with fewer, nothing is forgotten.</param>
internal sealed class TimePoints(int room)
{
    private long[] _stamps = new long[room];
    private int[] _numbers = new int[room];
    private int _start;
    private int _kept;

    /// <summary>The last time point; -1 before the first.</summary>
    public int Last => _start + _kept - 1;

    /// <summary>How many are kept.</summary>
    public int Count => _kept;

    /// <summary>The latest time stamp of the log: nothing that is yet to come is before it.</summary>
    public long Known { get; set; } = long.MinValue;

    /// <summary>Whether it is worth while to look for what can be forgotten.</summary>
    public bool IsFull => _kept == _stamps.Length;

    public long this[int timePoint] => _stamps[timePoint - _start];

    /// <summary>The number of the time point in the log.</summary>
    public int Number(int timePoint) => _numbers[timePoint - _start];

    public void Add(long stamp, int number)
    {
        if (IsFull)
        {
            Array.Resize(ref _stamps, _kept * 2);
            Array.Resize(ref _numbers, _kept * 2);
        }

        _numbers[_kept] = number;
        _stamps[_kept++] = stamp;
    }

    /// <summary>Forgets the time points before this one.</summary>
    public void ForgetBefore(int timePoint)
    {
        var gone = Math.Min(timePoint - _start, _kept);
        if (gone > 0)
        {
            Array.Copy(_stamps, gone, _stamps, 0, _kept - gone);
            Array.Copy(_numbers, gone, _numbers, 0, _kept - gone);
            _start += gone;
            _kept -= gone;
        }
    }
}
