using Pacta.Monitor.Running;
using Pacta.Monitor.State;
using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Expressions;

/// <summary>
/// A regular expression that has been matched up to now: the partial matches, by state of the automaton, go from time point to time point. Where the interval has
/// no upper end, only the earliest beginning of each partial match counts, otherwise each.
/// </summary>
internal sealed class PastMatchOperator : RowOperator
{
    private readonly Machine _machine;
    private readonly Course[] _courses;
    private readonly long _least;
    private readonly long _greatest;
    private readonly bool _keepsBeginning;
    private readonly RowTable[] _now;
    private readonly RowTable[] _next;
    private readonly Queue<(int Course, int Row)> _open = [];
    private readonly long[] _key;
    private readonly Node[][] _conditions;
    private long _stamp;
    private long _beginning;

    /// <param name="courses">The first is where matches begin.</param>
    /// <param name="build">Makes the steps of a condition for a move, given the last step.</param>
    public PastMatchOperator(Machine machine, Course[] courses, Interval interval, int[] registers, Func<Course, Course.Move, Node, Node> build)
        : base(machine, registers, 1)
    {
        _machine = machine;
        _courses = courses;
        _least = interval.Least;
        _greatest = interval.Greatest;
        _keepsBeginning = interval.IsBounded;
        _now = [.. courses.Select(course => course.NewRows(_keepsBeginning))];
        _next = [.. courses.Select(course => course.NewRows(_keepsBeginning))];
        machine.OnSweep(texts =>
        {
            foreach (var course in courses)
            {
                machine.Mark(texts, _now[course.Number], course.Registers);
                machine.Mark(texts, _next[course.Number], course.Registers);
            }
        });
        _key = new long[courses.Max(course => course.Registers.Length) + 1];
        _conditions = [.. courses.Select(course => course.Moves.Select(move => move.Condition is null ? Found.Instance : build(course, move, new Notify(() => Reach(move.To, _now)))).ToArray())];
    }

    public override bool Satisfies(int row) => true;

    public override void Advance(int position)
    {
        _stamp = _machine.Points[position];
        Rows.Clear();
        Carry();
        _beginning = _stamp;
        Reach(_courses[0], _now);
        while (_open.TryDequeue(out var at))
        {
            Continue(_courses[at.Course], at.Row);
        }
    }

    /// <summary>What took a step becomes what is there now, unless it began too long ago.</summary>
    private void Carry()
    {
        for (var i = 0; i < _courses.Length; i++)
        {
            (_now[i], _next[i]) = (_next[i], _now[i]);
            _next[i].Clear();
            var rows = _now[i];
            for (var row = rows.NextAlive(0); row >= 0; row = rows.NextAlive(row + 1))
            {
                if (_stamp - rows.Extra(row, 0) > _greatest)
                {
                    rows.Remove(row);
                }
                else
                {
                    _open.Enqueue((i, row));
                }
            }
        }
    }

    private void Continue(Course course, int row)
    {
        var rows = _now[course.Number];
        _beginning = rows.Extra(row, 0);
        Load(course, rows, row);
        if (course.IsEnd && _stamp - _beginning >= _least)
        {
            for (var i = 0; i < Registers.Length; i++)
            {
                _key[i] = _machine.Registers[Registers[i]];
            }

            Rows.FindOrAdd(_key.AsSpan(0, Registers.Length), out _);
        }

        for (var i = 0; i < course.Moves.Count; i++)
        {
            var move = course.Moves[i];
            if (move.TakesTime)
            {
                Reach(move.To, _next);
            }
            else if (move.Condition is null)
            {
                Reach(move.To, _now);
            }
            else
            {
                _conditions[course.Number][i].Run();
                Load(course, rows, row);
            }
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

    /// <summary>The registers hold a partial match that is in a state.</summary>
    private void Reach(Course course, RowTable[] tables)
    {
        var width = course.Registers.Length;
        for (var i = 0; i < width; i++)
        {
            _key[i] = _machine.Registers[course.Registers[i]];
        }

        if (_keepsBeginning)
        {
            _key[width++] = _beginning;
        }

        var rows = tables[course.Number];
        var row = rows.FindOrAdd(_key.AsSpan(0, width), out var isNew);
        if (isNew || rows.Extra(row, 0) > _beginning)
        {
            rows.Extra(row, 0) = _beginning;
            if (ReferenceEquals(tables, _now))
            {
                _open.Enqueue((course.Number, row));
            }
        }
    }
}
