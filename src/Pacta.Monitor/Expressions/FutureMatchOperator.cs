using Pacta.Monitor.Running;
using Pacta.Monitor.State;
using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Expressions;

/// <summary>
/// A regular expression that will be matched from here on, or that has been matched up to here where its variables are bound by what comes last. What its conditions
/// hold for is written down time point by time point; when the window is closed the automaton is run over it, in the direction in which variables are bound.
/// </summary>
internal sealed class FutureMatchOperator : RowOperator
{
    private readonly Machine _machine;
    private readonly Stage _feedStage;
    private readonly Course[] _courses;
    private readonly StoredCondition[] _conditions;
    private readonly long _least;
    private readonly long _greatest;
    private readonly Window _window;
    private readonly Action _read;
    private readonly bool _isBackward;
    private readonly List<RowTable?[]> _stored = [];
    private readonly Queue<(int Course, int Row)> _open = [];
    private readonly long[] _key;
    private RowTable[] _now;
    private RowTable[] _next;
    private int _firstStored;

    /// <param name="courses">The first is where the automaton begins, in its direction.</param>
    /// <param name="isBackward">From the end of a match to its beginning.</param>
    public FutureMatchOperator(Machine machine, Stage feedStage, Course[] courses, StoredCondition[] conditions, Interval interval, bool isBackward, int[] registers)
        : base(machine, registers, 1)
    {
        _machine = machine;
        _feedStage = feedStage;
        _courses = courses;
        _conditions = conditions;
        _least = interval.Least;
        _greatest = interval.Greatest;
        _window = new Window(machine, feedStage, interval.Greatest);
        _read = Read;
        _isBackward = isBackward;
        _now = [.. courses.Select(course => course.NewRows(false))];
        _next = [.. courses.Select(course => course.NewRows(false))];
        machine.OnSweep(texts =>
        {
            foreach (var point in _stored)
            {
                for (var i = 0; i < conditions.Length; i++)
                {
                    if (point[i] is { } rows)
                    {
                        machine.Mark(texts, rows, conditions[i].Registers);
                    }
                }
            }
        });
        _key = new long[Math.Max(courses.Max(course => course.Registers.Length), conditions.Length == 0 ? 0 : conditions.Max(condition => condition.Registers.Length)) + 1];
    }

    public override bool LooksAhead => true;

    public override bool Satisfies(int row) => true;

    /// <summary>The last step of the condition with this number.</summary>
    public Node EndOf(int condition) => new Notify(() => Store(condition));

    public override int Frontier() => _window.Frontier(_read);

    public override long Due() => _window.Due();

    public override int Needed() => Math.Min(_firstStored, _window.Needed());

    public override void Advance(int position)
    {
        var points = _machine.Points;
        var gone = position - _firstStored;
        _stored.RemoveRange(0, gone);
        _firstStored = position;
        Rows.Clear();
        var stamp = points[position];
        var last = position;
        while (last < _feedStage.Position && points[last + 1] <= _window.End(stamp))
        {
            last++;
        }

        Clear(_now);
        var step = _isBackward ? -1 : 1;
        if (!_isBackward)
        {
            Reach(_courses[0], _now);
        }

        for (var at = _isBackward ? last : position; at >= position && at <= last; at += step)
        {
            var isInside = points[at] - stamp >= _least && points[at] - stamp <= _greatest;
            if (_isBackward && isInside)
            {
                Reach(_courses[0], _now);
            }

            Clear(_next);
            while (_open.TryDequeue(out var open))
            {
                Continue(_courses[open.Course], open.Row, at, _isBackward ? at == position : isInside);
            }

            (_now, _next) = (_next, _now);
            for (var i = 0; i < _courses.Length; i++)
            {
                for (var row = _now[i].NextAlive(0); row >= 0; row = _now[i].NextAlive(row + 1))
                {
                    _open.Enqueue((i, row));
                }
            }

            if (_open.Count == 0 && !_isBackward)
            {
                return;
            }
        }

        _open.Clear();
    }

    private static void Clear(RowTable[] tables)
    {
        foreach (var table in tables)
        {
            if (table.Count > 0)
            {
                table.Clear();
            }
        }
    }

    private void Read()
    {
        _stored.Add(new RowTable?[_conditions.Length]);
        foreach (var condition in _conditions)
        {
            condition.First?.Run();
        }
    }

    private void Continue(Course course, int row, int at, bool mayEnd)
    {
        var rows = _now[course.Number];
        Load(course, rows, row);
        if (course.IsEnd && mayEnd)
        {
            for (var i = 0; i < Registers.Length; i++)
            {
                _key[i] = _machine.Registers[Registers[i]];
            }

            Rows.FindOrAdd(_key.AsSpan(0, Registers.Length), out _);
        }

        foreach (var move in course.Moves)
        {
            if (move.TakesTime)
            {
                Reach(move.To, _next);
            }
            else if (move.Condition is not { } condition)
            {
                Reach(move.To, _now);
            }
            else
            {
                Hold(course, move, _conditions[condition], _stored[at - _firstStored][condition]);
                Load(course, rows, row);
            }
        }
    }

    /// <summary>Goes on for each assignment for which a condition held.</summary>
    private void Hold(Course course, Course.Move move, StoredCondition condition, RowTable? held)
    {
        if (condition.Rigid is { } rigid)
        {
            if (rigid.Run())
            {
                Reach(move.To, _now);
            }

            return;
        }

        if (condition.IsNegated)
        {
            for (var i = 0; i < condition.Registers.Length; i++)
            {
                _key[i] = _machine.Registers[condition.Registers[i]];
            }

            if (held is null || held.Find(_key.AsSpan(0, condition.Registers.Length)) < 0)
            {
                Reach(move.To, _now);
            }

            return;
        }

        if (held is null)
        {
            return;
        }

        for (var row = held.NextAlive(0); row >= 0; row = held.NextAlive(row + 1))
        {
            var slots = held.Key(row);
            var fits = true;
            for (var i = 0; i < slots.Length && fits; i++)
            {
                var register = condition.Registers[i];
                if (Array.IndexOf(course.Registers, register) >= 0)
                {
                    fits = _machine.Registers[register] == slots[i];
                }
            }

            if (!fits)
            {
                continue;
            }

            for (var i = 0; i < slots.Length; i++)
            {
                _machine.Registers[condition.Registers[i]] = slots[i];
            }

            Reach(move.To, _now);
        }
    }

    private void Load(Course course, RowTable rows, int row)
    {
        var slots = rows.Key(row);
        for (var i = 0; i < course.Registers.Length; i++)
        {
            _machine.Registers[course.Registers[i]] = slots[i];
        }
    }

    private void Reach(Course course, RowTable[] tables)
    {
        for (var i = 0; i < course.Registers.Length; i++)
        {
            _key[i] = _machine.Registers[course.Registers[i]];
        }

        var row = tables[course.Number].FindOrAdd(_key.AsSpan(0, course.Registers.Length), out var isNew);
        if (isNew && ReferenceEquals(tables, _now))
        {
            _open.Enqueue((course.Number, row));
        }
    }

    private void Store(int condition)
    {
        var registers = _conditions[condition].Registers;
        for (var i = 0; i < registers.Length; i++)
        {
            _key[i] = _machine.Registers[registers[i]];
        }

        ref var rows = ref _stored[^1][condition];
        rows ??= new RowTable(registers.Length, 1);
        rows.FindOrAdd(_key.AsSpan(0, registers.Length), out _);
    }
}

/// <summary>A condition of an expression whose assignments are written down for each time point.</summary>
/// <param name="First">Enumerates them; null if nothing need be written down.</param>
/// <param name="Registers">Of its free variables.</param>
/// <param name="IsNegated">What is written down is when it does not hold.</param>
/// <param name="Rigid">Asked for each partial match instead, for it hangs on values alone.</param>
internal sealed record StoredCondition(Node? First, int[] Registers, bool IsNegated, Node? Rigid);
