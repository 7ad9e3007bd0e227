using Pacta.Monitor.Events;

namespace Pacta.Monitor.Running;

/// <summary>
/// The parts of a plan that stand at the same time point. What looks at the future waits until that has come; so parts under an operator that looks ahead are in a
/// stage of their own, which is ahead, and parts under one that looks at the time point before are in one that is behind.
/// </summary>
internal sealed class Stage(TimePoints points)
{
    private readonly List<EventCursor> _cursorList = [];
    private readonly List<Operator> _operatorList = [];
    private readonly List<Derivation> _derivationList = [];
    private readonly Dictionary<EventStore, EventCursor> _byStore = [];
    private EventCursor[] _cursors = [];
    private Operator[] _operators = [];
    private bool _looksAhead;

    /// <summary>The time point at which the parts stand; -1 before the first.</summary>
    public int Position { get; private set; } = -1;

    public long Stamp => Points[Position];

    public TimePoints Points { get; } = points;

    public EventCursor CursorOf(EventStore store)
    {
        if (!_byStore.TryGetValue(store, out var cursor))
        {
            cursor = store.NewCursor();
            _byStore.Add(store, cursor);
            _cursorList.Add(cursor);
            _cursors = [.. _cursorList];
        }

        return cursor;
    }

    /// <summary>Operators are added from the inside out, so that each finds those within it already there.</summary>
    public void Add(Operator op)
    {
        _operatorList.Add(op);
        _operators = [.. _operatorList];
        _looksAhead |= op.LooksAhead;
    }

    public void DependOn(Derivation derivation)
    {
        if (!_derivationList.Contains(derivation))
        {
            _derivationList.Add(derivation);
        }

        _looksAhead = true;
    }

    public bool LooksAhead => _looksAhead;

    /// <summary>The last time point to which the stage can be advanced now.</summary>
    public int Frontier()
    {
        var frontier = Points.Last;
        if (_looksAhead)
        {
            foreach (var op in _operators)
            {
                frontier = Math.Min(frontier, op.Frontier());
            }

            foreach (var derivation in _derivationList)
            {
                frontier = Math.Min(frontier, derivation.Pump());
            }
        }

        return frontier;
    }

    /// <summary>Goes to the next time point.</summary>
    public void Advance()
    {
        var position = ++Position;
        var number = Points.Number(position);
        foreach (var cursor in _cursors)
        {
            cursor.MoveTo(number);
        }

        foreach (var op in _operators)
        {
            op.Advance(position);
        }
    }

    public void AdvanceTo(int position)
    {
        while (Position < position)
        {
            Advance();
        }
    }

    /// <summary>Once time has passed this, more may be known than now; <see cref="long.MinValue"/> if that cannot be told.</summary>
    public long Due()
    {
        // What a LET defines is not asked: it may come back to itself.
        var due = _derivationList.Count > 0 ? long.MinValue : long.MaxValue;
        foreach (var op in _operators)
        {
            due = Math.Min(due, op.Due());
        }

        return due;
    }

    /// <summary>The first time point whose stamp is still needed.</summary>
    public int Needed()
    {
        var needed = Math.Max(Position, 0);
        foreach (var op in _operators)
        {
            needed = Math.Min(needed, op.Needed());
        }

        foreach (var derivation in _derivationList)
        {
            needed = Math.Min(needed, derivation.Needed());
        }

        return needed;
    }
}
