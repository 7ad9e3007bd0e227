namespace Pacta.Monitor.Events;

/// <summary>The time stamps of the time points that may still be looked at, by number.</summary>
internal sealed class TimePoints
{
    private long[] _stamps = new long[8];
    private int _start;
    private int _kept;

    /// <summary>The number of the last time point; -1 before the first.</summary>
    public int Last => _start + _kept - 1;

    public long this[int timePoint] => _stamps[timePoint - _start];

    public void Add(long stamp)
    {
        if (_kept == _stamps.Length)
        {
            Array.Resize(ref _stamps, _kept * 2);
        }

        _stamps[_kept++] = stamp;
    }

    /// <summary>Whether it is worth while to look for what can be forgotten.</summary>
    public bool IsFull => _kept == _stamps.Length;

    /// <summary>Forgets the time points before this one.</summary>
    public void ForgetBefore(int timePoint)
    {
        var gone = Math.Min(timePoint - _start, _kept);
        if (gone > 0)
        {
            Array.Copy(_stamps, gone, _stamps, 0, _kept - gone);
            _start += gone;
            _kept -= gone;
        }
    }
}
