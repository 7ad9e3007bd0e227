using Pacta.Monitor.State;
using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Running;

/// <summary>
/// ONCE NOT α or EVENTUALLY NOT α, asked for given values: whether α is missing at some time point of the window. The values for which it is missing have no end, but those for
/// which it holds can be followed: for each, the runs of time points at which it does. There is a gap unless one run covers the window.
/// </summary>
internal sealed class GapOperator : RowOperator
{
    private const int Head = 0;
    private const int Tail = 1;

    private readonly Machine _machine;
    private readonly Stage? _ahead;
    private readonly Window? _window;
    private readonly Action _read;
    private readonly long _least;
    private readonly long _greatest;
    private readonly OccurrenceQueue _runs = new();
    private readonly long[] _key;
    private int _first;
    private int _last = -1;
    private int _reading;

    /// <param name="ahead">Where α is read ahead; null if it is looked for in the past.</param>
    public GapOperator(Machine machine, Stage? ahead, Interval interval, int[] registers)
        : base(machine, registers, 2)
    {
        _machine = machine;
        _ahead = ahead;
        _window = ahead is null ? null : new Window(machine, ahead, interval.Greatest);
        _read = Read;
        _least = interval.Least;
        _greatest = interval.Greatest;
        _key = new long[registers.Length];
        End = new Notify(Note);
    }

    /// <summary>The last step of α.</summary>
    public Node End { get; }

    /// <summary>The first step of α.</summary>
    public Node Operand { get; set; } = Found.Instance;

    public override bool LooksAhead => _ahead is not null;

    public override bool Satisfies(int row) => throw new InvalidOperationException("Gaps are only asked for by key.");

    public override int Frontier() => _window?.Frontier(_read) ?? int.MaxValue;

    public override void Advance(int position)
    {
        var points = _machine.Points;
        var now = points[position];
        if (_ahead is null)
        {
            _reading = position;
            Operand.Run();
            while (_last < position && points[_last + 1] <= now - _least)
            {
                _last++;
            }

            while (_greatest < long.MaxValue && _first <= position && points[_first] < now - _greatest)
            {
                _first++;
            }
        }
        else
        {
            while (_first <= _ahead.Position && (_first < position || points[_first] < Window.Later(now, _least)))
            {
                _first++;
            }

            while (_last < _ahead.Position && points[_last + 1] <= Window.Later(now, _greatest))
            {
                _last++;
            }
        }

        Forget();
    }

    public override int Needed() =>
        _window is not null ? Math.Min(Math.Min(_first, _last + 1), _window.Needed())
        : _greatest < long.MaxValue ? Math.Min(_first, _last + 1)
        : _last + 1;

    public override long Due() => _window?.Due() ?? long.MaxValue;

    /// <summary>Whether α is missing somewhere in the window for the values that the registers hold.</summary>
    public bool HasGap()
    {
        if (_first > _last)
        {
            return false;
        }

        Load();
        var row = Rows.Find(_key);
        if (row < 0)
        {
            return true;
        }

        // Runs that ended before the window will never count again.
        var run = Rows.Extra(row, Head);
        while (_runs[run].Start < _first && _runs[run].Next != OccurrenceQueue.None)
        {
            run = _runs[run].Next;
        }

        Rows.Extra(row, Head) = run;
        return _runs[run].TimePoint > _first || _runs[run].Start < _last;
    }

    private void Read()
    {
        _reading = _ahead!.Position;
        Operand.Run();
    }

    private void Load()
    {
        for (var i = 0; i < _key.Length; i++)
        {
            _key[i] = _machine.Registers[Registers[i]];
        }
    }

    /// <summary>α holds for these values at the time point that is read. A run has its beginning as time point, and its end as start of the next.</summary>
    private void Note()
    {
        Load();
        var row = Rows.FindOrAdd(_key, out var isNew);
        if (!isNew && _runs[Rows.Extra(row, Tail)].Start >= _reading - 1)
        {
            _runs[Rows.Extra(row, Tail)].Start = _reading;
            return;
        }

        var run = _runs.Push(row, 0, _reading, _reading);
        if (isNew)
        {
            Rows.Extra(row, Head) = run;
        }
        else
        {
            _runs[Rows.Extra(row, Tail)].Next = run;
        }

        Rows.Extra(row, Tail) = run;
    }

    /// <summary>Drops the oldest runs as long as they ended before the window.</summary>
    private void Forget()
    {
        while (_runs.Count > 0 && _runs[_runs.First] is { } oldest && oldest.Start < _first && oldest.Start < _reading)
        {
            if (oldest.Next == OccurrenceQueue.None)
            {
                Rows.Remove(oldest.Row);
            }
            else if (Rows.Extra(oldest.Row, Head) == _runs.First)
            {
                Rows.Extra(oldest.Row, Head) = oldest.Next;
            }

            _runs.Pop();
        }
    }
}

/// <summary>Goes on if there is a gap.</summary>
internal sealed class GapNode(GapOperator op, Node next) : Node
{
    public override bool Run() => op.HasGap() && next.Run();
}
