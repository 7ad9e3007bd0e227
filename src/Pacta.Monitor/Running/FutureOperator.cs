using Pacta.Monitor.State;
using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Running;

/// <summary>
/// EVENTUALLY and UNTIL. The right side is read ahead as far as it is known; each of its assignments is kept with its time and with the first time point from
/// which on the left side holds up to it. Asked at a time point whose window is closed, a row satisfies the formula if its earliest time that is far enough ahead
/// lies within the window and the left side holds from here up to it: later times of the row begin no earlier.
/// </summary>
internal sealed class FutureOperator : RowOperator
{
    private const int Head = 0;
    private const int Tail = 1;
    private const int Latest = 2;

    private readonly Machine _machine;
    private readonly Stage _stage;
    private readonly Stage _feedStage;
    private readonly long _least;
    private readonly Window _window;
    private readonly Action _read;
    private readonly bool _isEmpty;
    private readonly long[] _key;
    private readonly OccurrenceQueue _occurrences = new();
    private readonly Node _feed;
    private Guard[] _guards = [];
    private RowTable?[] _guardRows = [];
    private int[] _closedStarts = [];
    private int[] _purgeAt = [];
    private int _position;
    private long _now;
    private int _feedPosition;
    private long _feedNow;

    /// <param name="stage">Where the formula is asked.</param>
    /// <param name="feedStage">Where its sides are read, ahead of that.</param>
    /// <param name="interval">Bounded.</param>
    public FutureOperator(Machine machine, Stage stage, Stage feedStage, Interval interval, int[] registers)
        : base(machine, registers, 3)
    {
        _machine = machine;
        _stage = stage;
        _feedStage = feedStage;
        _least = interval.Least;
        _window = new Window(machine, feedStage, interval.Greatest);
        _read = Read;
        _isEmpty = interval.IsEmpty;
        _key = new long[registers.Length];
        _feed = new Notify(Insert);
    }

    public Node Feed => _feed;

    public Node Operand { get; set; } = Found.Instance;

    public override bool LooksAhead => true;

    public void SetGuards(Guard[] guards)
    {
        _guards = guards;
        _closedStarts = new int[guards.Length];
        _purgeAt = new int[guards.Length];
        Array.Fill(_purgeAt, _machine.PurgeAtLeast);
        _guardRows = [.. guards.Select(guard => guard.Kind is GuardKind.Never or GuardKind.Holds ? new RowTable(guard.Columns.Length, 2) : null)];
        _machine.OnSweep(texts =>
        {
            for (var i = 0; i < guards.Length; i++)
            {
                if (_guardRows[i] is { } rows)
                {
                    _machine.Mark(texts, rows, guards[i].Registers);
                }
            }
        });
    }

    public Node EndOf(int guard, GuardKind kind) => kind switch
    {
        GuardKind.Never => new Notify(() => NoteEnd(guard)),
        GuardKind.Holds => new Notify(() => NoteHolds(guard)),
        _ => Found.Instance,
    };

    public override int Frontier() => _window.Frontier(_read);

    public override void Advance(int position)
    {
        _position = position;
        _now = _machine.Points[position];
        var least = _now + _least;
        while (_occurrences.Count > 0 && _occurrences[_occurrences.First] is { } first && (first.TimePoint < position || first.Stamp < least))
        {
            _occurrences.Pop();
            if (first.Next == OccurrenceQueue.None)
            {
                Rows.Remove(first.Row);
            }
            else
            {
                Rows.Extra(first.Row, Head) = first.Next;
            }
        }
    }

    /// <summary>Whether a row that is kept satisfies the formula at the time point where it is asked.</summary>
    public override bool Satisfies(int row)
    {
        ref var head = ref _occurrences[Rows.Extra(row, Head)];
        return head.Stamp <= _window.End(_now) && head.Start <= _position;
    }

    public override long Due() => _window.Due();

    public override int Needed() => _window.Needed();

    /// <summary>Reads both sides at the next time point: the right side first, for the left one must hold before it only.</summary>
    private void Read()
    {
        _feedPosition = _feedStage.Position;
        _feedNow = _feedStage.Stamp;
        if (!_isEmpty)
        {
            Operand.Run();
        }

        for (var i = 0; i < _guards.Length; i++)
        {
            switch (_guards[i].Kind)
            {
                case GuardKind.Closed:
                    if (!_guards[i].First.Run())
                    {
                        _closedStarts[i] = _feedPosition + 1;
                    }

                    break;
                case GuardKind.Never or GuardKind.Holds:
                    _guards[i].First.Run();
                    Purge(i);
                    break;
            }
        }
    }

    private void Insert()
    {
        var start = 0;
        for (var i = 0; i < _guards.Length; i++)
        {
            start = Math.Max(start, StartOf(i));
        }

        for (var i = 0; i < Registers.Length; i++)
        {
            _key[i] = _machine.Registers[Registers[i]];
        }

        var row = Rows.FindOrAdd(_key, out var isNew);
        if (!isNew && Rows.Extra(row, Latest) == _feedPosition)
        {
            return;
        }

        var occurrence = _occurrences.Push(row, _feedNow, _feedPosition, start);
        if (isNew)
        {
            Rows.Extra(row, Head) = occurrence;
        }
        else
        {
            _occurrences[Rows.Extra(row, Tail)].Next = occurrence;
        }

        Rows.Extra(row, Tail) = occurrence;
        Rows.Extra(row, Latest) = _feedPosition;
    }

    /// <summary>The first time point from which on the guard holds up to the one before that which is read.</summary>
    private int StartOf(int guard)
    {
        switch (_guards[guard].Kind)
        {
            case GuardKind.Closed:
                return _closedStarts[guard];
            case GuardKind.Tested:
                return _guards[guard].First.Run() ? 0 : _feedPosition;
            default:
                var rows = _guardRows[guard]!;
                var row = rows.Find(KeyOf(guard));
                if (_guards[guard].Kind == GuardKind.Never)
                {
                    // Its last end, or never.
                    return row < 0 ? 0 : (int)rows.Extra(row, 0) + 1;
                }

                return row >= 0 && rows.Extra(row, 0) == _feedPosition - 1 ? (int)rows.Extra(row, 1) : _feedPosition;
        }
    }

    private void NoteEnd(int guard)
    {
        var rows = _guardRows[guard]!;
        rows.Extra(rows.FindOrAdd(KeyOf(guard), out _), 0) = _feedPosition;
    }

    private void NoteHolds(int guard)
    {
        var rows = _guardRows[guard]!;
        var row = rows.FindOrAdd(KeyOf(guard), out var isNew);
        if (isNew || rows.Extra(row, 0) < _feedPosition - 1)
        {
            rows.Extra(row, 1) = _feedPosition;
        }

        rows.Extra(row, 0) = _feedPosition;
    }

    /// <summary>Now and then, forgets what ended before the time points that may still be asked about.</summary>
    private void Purge(int guard)
    {
        var rows = _guardRows[guard]!;
        if (rows.Count < _purgeAt[guard])
        {
            return;
        }

        var oldest = _guards[guard].Kind == GuardKind.Holds ? _feedPosition : Math.Max(0, _stage.Position);
        for (var row = rows.NextAlive(0); row >= 0; row = rows.NextAlive(row + 1))
        {
            if (rows.Extra(row, 0) < oldest)
            {
                rows.Remove(row);
            }
        }

        _purgeAt[guard] = Math.Max(_machine.PurgeAtLeast, rows.Count * 2);
    }

    private ReadOnlySpan<long> KeyOf(int guard)
    {
        var registers = _guards[guard].Registers;
        for (var i = 0; i < registers.Length; i++)
        {
            _key[i] = _machine.Registers[registers[i]];
        }

        return _key.AsSpan(0, registers.Length);
    }
}
