using Pacta.Monitor.Running;
using Pacta.Monitor.State;
using Pacta.Monitor.Values;

namespace Pacta.Monitor.Events;

/// <summary>The events of one kind that may still be looked at: rows of slots, in runs of one time point each.</summary>
/// <param name="holdsText">Which arguments are texts.</param>
/// <param name="room">For how many time points there is room at first; with fewer, nothing is forgotten.</param>
internal sealed class EventStore(bool[] holdsText, int room)
{
    private readonly List<EventCursor> _cursors = [];
    private long[] _rows = new long[Math.Max(holdsText.Length, 1) * 16];
    private int _rowsUsed;
    private Run[] _runs = new Run[room];
    private int _runCount;
    private long _firstRun;

    public int Width { get; } = holdsText.Length;

    /// <summary>The number after that of the last run. Runs are numbered without end.</summary>
    public long RunLimit => _firstRun + _runCount;

    /// <summary>Where events of the kind will be looked for as soon as their time point is complete.</summary>
    public PrefetchPlan[] Prefetches { get; set; } = [];

    /// <summary>The formulas that are looked at when something of the kind happens.</summary>
    public FormulaPlan[] Readers { get; set; } = [];

    /// <summary>The last time point at which something of the kind happened.</summary>
    public int TouchedAt { get; set; } = -1;

    public EventCursor NewCursor()
    {
        var cursor = new EventCursor(this);
        _cursors.Add(cursor);
        return cursor;
    }

    /// <summary>Room for one more event at this time point; time points never decrease.</summary>
    public Span<long> Add(int timePoint)
    {
        if (_runCount == 0 || _runs[_runCount - 1].TimePoint != timePoint)
        {
            Begin(timePoint);
        }

        var at = _rowsUsed;
        if (at + Width > _rows.Length)
        {
            Array.Resize(ref _rows, _rows.Length * 2);
        }

        _rowsUsed += Width;
        _runs[_runCount - 1].Count++;
        return _rows.AsSpan(at, Width);
    }

    public ref readonly Run At(long run) => ref _runs[run - _firstRun];

    public ReadOnlySpan<long> RowsOf(long run)
    {
        ref readonly var at = ref _runs[run - _firstRun];
        return _rows.AsSpan(at.Start, at.Count * Width);
    }

    /// <summary>Marks the texts of the events that are kept.</summary>
    public void Mark(TextTable texts)
    {
        for (var column = 0; column < Width; column++)
        {
            for (var at = column; holdsText[column] && at < _rowsUsed; at += Width)
            {
                texts.Mark(_rows[at]);
            }
        }
    }

    private void Begin(int timePoint)
    {
        if (_runCount == _runs.Length)
        {
            Forget();
            if (_runCount * 2 > _runs.Length)
            {
                Array.Resize(ref _runs, _runs.Length * 2);
            }
        }

        _runs[_runCount++] = new Run { TimePoint = timePoint, Start = _rowsUsed };
    }

    /// <summary>Drops the runs that all readers have passed.</summary>
    private void Forget()
    {
        var needed = RunLimit;
        foreach (var cursor in _cursors)
        {
            needed = Math.Min(needed, cursor.Needed);
        }

        var gone = (int)(needed - _firstRun);
        if (gone == 0)
        {
            return;
        }

        var rowsGone = gone == _runCount ? _rowsUsed : _runs[gone].Start;
        Array.Copy(_rows, rowsGone, _rows, 0, _rowsUsed - rowsGone);
        _rowsUsed -= rowsGone;
        _runCount -= gone;
        _firstRun = needed;
        for (var i = 0; i < _runCount; i++)
        {
            _runs[i] = _runs[i + gone];
            _runs[i].Start -= rowsGone;
        }
    }

    /// <summary>The events of one time point.</summary>
    internal struct Run
    {
        public int TimePoint;
        public int Start;
        public int Count;
    }
}
