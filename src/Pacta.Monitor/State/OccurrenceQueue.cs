namespace Pacta.Monitor.State;

/// <summary>When rows occurred, in order of time; each knows the next one of the same row. Occurrences are numbered without end.</summary>
internal sealed class OccurrenceQueue
{
    public const long None = -1;

    private Occurrence[] _ring = new Occurrence[4];
    private long _first;
    private int _count;

    public int Count => _count;

    /// <summary>The number of the oldest occurrence.</summary>
    public long First => _first;

    public ref Occurrence this[long number] => ref _ring[number & (_ring.Length - 1)];

    public long Push(int row, long stamp, int timePoint, int start)
    {
        if (_count == _ring.Length)
        {
            Grow();
        }

        var number = _first + _count++;
        this[number] = new Occurrence { Row = row, Stamp = stamp, TimePoint = timePoint, Start = start, Next = None };
        return number;
    }

    public void Pop()
    {
        _first++;
        _count--;
    }

    public void Clear()
    {
        _first += _count;
        _count = 0;
    }

    private void Grow()
    {
        var ring = new Occurrence[_ring.Length * 2];
        for (var number = _first; number < _first + _count; number++)
        {
            ring[number & (ring.Length - 1)] = this[number];
        }

        _ring = ring;
    }

    internal struct Occurrence
    {
        public long Stamp;

        /// <summary>The number of the next occurrence of the same row.</summary>
        public long Next;

        public int Row;

        public int TimePoint;

        /// <summary>The first time point from which on the left side of UNTIL holds up to here.</summary>
        public int Start;
    }
}
