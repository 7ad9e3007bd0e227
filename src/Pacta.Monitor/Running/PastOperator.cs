using Pacta.Monitor.State;
using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Running;

/// <summary>Something that follows which rows are there.</summary>
internal interface IRowListener
{
    void Added(int row);

    void Removed(int row);
}

/// <summary>
/// ONCE and SINCE: the assignments of the right side that the left side has not ended since, by key. What is kept with a row is as much as the interval asks
/// for: nothing for [0,*), the last time for [0,b], the first for [a,*), and all times of the window for [a,b].
/// </summary>
internal sealed partial class PastOperator : RowOperator
{
    // What is kept with a row, as far as it is needed: the time that the interval asks for, the latest time, and where its times begin and end; last of all
    // the round in which a guard saw it.
    private const int Stamp = 0;
    private const int Latest = 1;
    private const int Head = 2;
    private const int Tail = 3;

    private readonly Machine _machine;
    private readonly Stage _feedStage;
    private readonly bool _isDeferred;
    private readonly long _least;
    private readonly long _greatest;
    private readonly bool _isEmpty;
    private readonly long[] _key;
    private readonly OccurrenceQueue? _occurrences;
    private readonly bool _keepsAll;
    private readonly bool _hasRounds;
    private readonly int _roundAt;
    private Guard[] _guards = [];
    private RowIndex?[] _guardIndexes = [];
    private long _now;
    private int _round;

    /// <param name="registers">Of the variables of the right side: the columns of the rows.</param>
    /// <param name="feedStage">Where the right side is evaluated.</param>
    /// <param name="isDeferred">The right side is evaluated one time point behind, because it may speak of what this formula defines; the interval does not include 0 then.</param>
    /// <param name="hasRounds">Some guard says what still holds, so that the rest is to be found.</param>
    public PastOperator(Machine machine, Stage feedStage, bool isDeferred, Interval interval, int[] registers, bool hasRounds)
        : base(machine, registers, Kept(interval) + (hasRounds ? 1 : 0))
    {
        _machine = machine;
        _feedStage = feedStage;
        _isDeferred = isDeferred;
        _least = interval.Least;
        _greatest = interval.Greatest;
        _isEmpty = interval.IsEmpty;
        _key = new long[registers.Length];
        _keepsAll = _least > 0 && interval.IsBounded;
        _hasRounds = hasRounds;
        _roundAt = Kept(interval);
        _occurrences = interval.IsBounded ? new OccurrenceQueue() : null;
        Feed = new Notify(Insert);
    }

    /// <summary>The last step of the right side.</summary>
    public Node Feed { get; }

    /// <summary>The first step of the right side.</summary>
    public Node Operand { get; set; } = Found.Instance;

    public IRowListener? Listener { get; set; }

    public override bool LooksAhead => _isDeferred && _feedStage.LooksAhead;

    public override int Frontier() => _isDeferred ? _feedStage.Frontier() + 1 : int.MaxValue;

    public override long Due() => _isDeferred ? _feedStage.Due() : long.MaxValue;

    public override int Needed() => _isDeferred ? _feedStage.Needed() : int.MaxValue;

    /// <summary>Whether a row that is kept satisfies the formula now.</summary>
    public override bool Satisfies(int row) => _least == 0 || _now - Rows.Extra(row, Stamp) >= _least;

    public override void Advance(int position)
    {
        var points = _machine.Points;
        if (_isDeferred)
        {
            _feedStage.AdvanceTo(position - 1);
            if (position > 0)
            {
                _now = points[position - 1];
                Operand.Run();
            }
        }

        _now = points[position];
        for (var i = 0; i < _guards.Length && Rows.Count > 0; i++)
        {
            Apply(i);
        }

        if (_occurrences is not null)
        {
            Expire();
        }

        if (!_isDeferred && !_isEmpty)
        {
            Operand.Run();
        }
    }

    private static int Kept(Interval interval) => interval.IsBounded ? interval.Least > 0 ? 4 : 2 : interval.Least > 0 ? 1 : 0;

    private void Insert()
    {
        for (var i = 0; i < Registers.Length; i++)
        {
            _key[i] = _machine.Registers[Registers[i]];
        }

        var row = Rows.FindOrAdd(_key, out var isNew);
        if (isNew && (_least > 0 || _occurrences is not null))
        {
            Rows.Extra(row, Stamp) = _now;
        }

        if (_occurrences is not null && (isNew || Rows.Extra(row, Latest) != _now))
        {
            Rows.Extra(row, Latest) = _now;
            var occurrence = _occurrences.Push(row, _now, 0, 0);
            if (!_keepsAll)
            {
                Rows.Extra(row, Stamp) = _now;
            }
            else if (isNew)
            {
                Rows.Extra(row, Head) = Rows.Extra(row, Tail) = occurrence;
            }
            else
            {
                _occurrences[Rows.Extra(row, Tail)].Next = occurrence;
                Rows.Extra(row, Tail) = occurrence;
            }
        }

        if (isNew)
        {
            if (_hasRounds)
            {
                Rows.Extra(row, _roundAt) = _round;
            }

            Listener?.Added(row);
        }
    }

    private void Remove(int row)
    {
        Listener?.Removed(row);
        Rows.Remove(row);
    }

    private void RemoveAll()
    {
        if (Listener is not null)
        {
            for (var row = Rows.NextAlive(0); row >= 0; row = Rows.NextAlive(row + 1))
            {
                Listener.Removed(row);
            }
        }

        Rows.Clear();
        _occurrences?.Clear();
    }

    /// <summary>Drops what has left the window. A row that was removed meanwhile and is used again is only dropped if that has left it too.</summary>
    private void Expire()
    {
        var oldest = _greatest == long.MaxValue ? long.MinValue : _now - _greatest;
        while (_occurrences!.Count > 0 && _occurrences[_occurrences.First] is { } oldestKept && oldestKept.Stamp < oldest)
        {
            var number = _occurrences.First;
            _occurrences.Pop();
            var row = oldestKept.Row;
            if (row >= Rows.Limit || !Rows.IsAlive(row))
            {
                continue;
            }

            if (!_keepsAll)
            {
                if (Rows.Extra(row, Stamp) == oldestKept.Stamp)
                {
                    Remove(row);
                }
            }
            else if (Rows.Extra(row, Head) == number)
            {
                if (oldestKept.Next == OccurrenceQueue.None)
                {
                    Remove(row);
                }
                else
                {
                    Rows.Extra(row, Head) = oldestKept.Next;
                    Rows.Extra(row, Stamp) = _occurrences[oldestKept.Next].Stamp;
                }
            }
        }
    }
}
