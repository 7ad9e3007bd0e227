using Pacta.Monitor.State;

namespace Pacta.Monitor.Running;

/// <summary>How the left side of SINCE ends rows.</summary>
internal sealed partial class PastOperator
{
    /// <summary>The guards end with the steps of <see cref="EndOf"/>.</summary>
    public void SetGuards(Guard[] guards)
    {
        _guards = guards;
        _guardIndexes = new RowIndex?[guards.Length];
        for (var i = 0; i < guards.Length; i++)
        {
            if (guards[i].Kind is GuardKind.Never or GuardKind.Holds && !IsWholeKey(guards[i].Columns))
            {
                _guardIndexes[i] = Rows.IndexOn(guards[i].Columns);
            }
        }
    }

    /// <summary>The last step for the guard with this number.</summary>
    public Node EndOf(int guard, GuardKind kind) => kind switch
    {
        GuardKind.Never => new Notify(() => Kill(guard)),
        GuardKind.Holds => new Notify(() => Mark(guard)),
        _ => Found.Instance,
    };

    private bool IsWholeKey(int[] columns)
    {
        if (columns.Length != Rows.Width)
        {
            return false;
        }

        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] != i)
            {
                return false;
            }
        }

        return true;
    }

    private void Apply(int guard)
    {
        var how = _guards[guard];
        switch (how.Kind)
        {
            case GuardKind.Never:
                how.First.Run();
                break;
            case GuardKind.Holds:
                _round++;
                how.First.Run();
                for (var row = Rows.NextAlive(0); row >= 0; row = Rows.NextAlive(row + 1))
                {
                    if (Rows.Extra(row, _roundAt) != _round)
                    {
                        Remove(row);
                    }
                }

                break;
            case GuardKind.Closed:
                if (!how.First.Run())
                {
                    RemoveAll();
                }

                break;
            default:
                for (var row = Rows.NextAlive(0); row >= 0; row = Rows.NextAlive(row + 1))
                {
                    var slots = Rows.Key(row);
                    for (var i = 0; i < slots.Length; i++)
                    {
                        _machine.Registers[Registers[i]] = slots[i];
                    }

                    if (!how.First.Run())
                    {
                        Remove(row);
                    }
                }

                break;
        }
    }

    private void Kill(int guard)
    {
        var key = KeyOf(guard);
        if (_guardIndexes[guard] is not { } index)
        {
            var row = Rows.Find(key);
            if (row >= 0)
            {
                Remove(row);
            }

            return;
        }

        for (var row = index.First(key); row >= 0;)
        {
            var next = index.Next(row);
            if (index.Has(row, key))
            {
                Remove(row);
            }

            row = next;
        }
    }

    private void Mark(int guard)
    {
        var key = KeyOf(guard);
        if (_guardIndexes[guard] is not { } index)
        {
            var row = Rows.Find(key);
            if (row >= 0)
            {
                Rows.Extra(row, _roundAt) = _round;
            }

            return;
        }

        for (var row = index.First(key); row >= 0; row = index.Next(row))
        {
            if (index.Has(row, key))
            {
                Rows.Extra(row, _roundAt) = _round;
            }
        }
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
