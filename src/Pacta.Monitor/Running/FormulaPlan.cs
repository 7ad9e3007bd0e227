using Pacta.Monitor.Events;
using Pacta.Monitor.Values;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Running;

/// <summary>Receives what holds at a time point.</summary>
internal interface IVerdictSink
{
    /// <summary>The assignments that hold at a time point: rows of slots, each once, in order. Not called where there are none.</summary>
    void Verdict(FormulaPlan plan, int timePoint, long stamp, ReadOnlySpan<long> rows, int count);

    /// <summary>A time point is decided, with or without assignments.</summary>
    void Decided(FormulaPlan plan, int timePoint, long stamp, int count);
}

/// <summary>One formula, ready to run.</summary>
internal sealed class FormulaPlan
{
    private const int TidyAtLeast = 4096;

    private readonly Machine _machine;
    private readonly int[] _columns;
    private readonly ValueType[] _types;
    private readonly ValueStore _values;
    private long[] _rows = new long[16];
    private int _count;
    private int _tidyAt;
    private int[] _order = [];

    public FormulaPlan(Machine machine, Stage stage, int[] columns, ValueType[] types)
    {
        _machine = machine;
        _columns = columns;
        _types = types;
        _values = machine.Values;
        Stage = stage;
        End = new Notify(Collect);
    }

    public Stage Stage { get; }

    /// <summary>The time points that the formula looks at.</summary>
    public TimePoints Points => _machine.Points;

    /// <summary>Whether it only looks at time points at which something happens that it speaks of.</summary>
    public required bool SkipsQuiet { get; init; }

    /// <summary>Whether the engine will look at it when time has passed what it waits for.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>Whether it has been put down for the time point that is being added.</summary>
    public int TouchedAt { get; set; } = -1;

    /// <summary>What the formula waits for is decided once time has passed this.</summary>
    public long Due => Stage.Position < Points.Last ? Stage.Due() : long.MaxValue;

    public Node First { get; set; } = Found.Instance;

    /// <summary>The last step of the formula.</summary>
    public Node End { get; }

    public ReadOnlySpan<ValueType> Types => _types;

    public int Width => _columns.Length;

    /// <summary>Decides all time points that can be decided now.</summary>
    public void Evaluate(IVerdictSink sink)
    {
        var frontier = Stage.Frontier();
        while (Stage.Position < frontier)
        {
            Stage.Advance();
            _count = 0;
            _tidyAt = TidyAtLeast;
            First.Run();
            if (_count > 0)
            {
                Tidy();
                sink.Verdict(this, Points.Number(Stage.Position), Stage.Stamp, _rows.AsSpan(0, _count * _columns.Length), _count);
            }

            sink.Decided(this, Points.Number(Stage.Position), Stage.Stamp, _count);
        }
    }

    /// <summary>Forgets time points that nothing looks at any more.</summary>
    public void Forget()
    {
        _machine.Rounds++;
        Points.ForgetBefore(Math.Min(Points.Last, Stage.Needed()) - 1);
    }

    public void Mark(TextTable texts) => _machine.Mark(texts);

    private void Collect()
    {
        if (_count == _tidyAt)
        {
            // What was found more than once need not be kept more than once.
            Tidy();
            _tidyAt = Math.Max(TidyAtLeast, _count * 2);
        }

        var at = _count++ * _columns.Length;
        if (at + _columns.Length > _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(_rows.Length * 2, at + _columns.Length));
        }

        for (var i = 0; i < _columns.Length; i++)
        {
            _rows[at + i] = _machine.Registers[_columns[i]];
        }
    }

    /// <summary>Sorts the rows by value, and keeps each once.</summary>
    private void Tidy()
    {
        var width = _columns.Length;
        if (_count == 1)
        {
            return;
        }

        if (width == 0)
        {
            _count = 1;
            return;
        }

        if (_order.Length < _count)
        {
            _order = new int[Math.Max(16, _count * 2)];
        }

        for (var i = 0; i < _count; i++)
        {
            _order[i] = i;
        }

        _order.AsSpan(0, _count).Sort(Compare);
        var sorted = new long[_count * width];
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            var row = _rows.AsSpan(_order[i] * width, width);
            if (kept == 0 || !row.SequenceEqual(sorted.AsSpan((kept - 1) * width, width)))
            {
                row.CopyTo(sorted.AsSpan(kept++ * width, width));
            }
        }

        _rows = sorted;
        _count = kept;
    }

    private int Compare(int left, int right)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            var order = _values.Compare(_rows[(left * _columns.Length) + i], _rows[(right * _columns.Length) + i], _types[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
