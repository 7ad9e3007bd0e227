using Pacta.Monitor.State;

namespace Pacta.Monitor.Running;

/// <summary>Asks an operator about one assignment.</summary>
internal sealed class ProbeNode(Machine machine, RowOperator op, Node next) : Node
{
    private readonly long[] _key = new long[op.Registers.Length];

    public override bool Run()
    {
        var registers = op.Registers;
        for (var i = 0; i < registers.Length; i++)
        {
            _key[i] = machine.Registers[registers[i]];
        }

        var row = op.Rows.Find(_key);
        return row >= 0 && op.Satisfies(row) && next.Run();
    }
}

/// <summary>Takes from an operator the assignments that agree with what is bound.</summary>
internal sealed class LookUpNode(Machine machine, RowOperator op, int[] boundColumns, Node next) : Node
{
    private readonly RowIndex _index = op.Rows.IndexOn(boundColumns);
    private readonly long[] _key = new long[boundColumns.Length];
    private readonly int[] _open = [.. Enumerable.Range(0, op.Registers.Length).Except(boundColumns)];

    public override bool Run()
    {
        // The key stays as it is while the steps after this one run: each plan is a chain, and no step comes back to one before it.
        var registers = op.Registers;
        var key = _key;
        for (var i = 0; i < key.Length; i++)
        {
            key[i] = machine.Registers[registers[boundColumns[i]]];
        }

        for (var row = _index.First(key); row >= 0; row = _index.Next(row))
        {
            if (_index.Has(row, key) && op.Satisfies(row))
            {
                var slots = op.Rows.Key(row);
                foreach (var column in _open)
                {
                    machine.Registers[registers[column]] = slots[column];
                }

                if (next.Run())
                {
                    return true;
                }
            }
        }

        return false;
    }
}

/// <summary>Takes all assignments from an operator.</summary>
internal sealed class ScanNode(Machine machine, RowOperator op, Node next) : Node
{
    public override bool Run()
    {
        var registers = op.Registers;
        for (var row = op.Rows.NextAlive(0); row >= 0; row = op.Rows.NextAlive(row + 1))
        {
            if (!op.Satisfies(row))
            {
                continue;
            }

            var slots = op.Rows.Key(row);
            for (var column = 0; column < slots.Length; column++)
            {
                machine.Registers[registers[column]] = slots[column];
            }

            if (next.Run())
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Takes from an operator the assignments that agree with what is bound, by looking at all of them.</summary>
internal sealed class FilterNode(Machine machine, RowOperator op, int[] boundColumns, Node next) : Node
{
    private readonly int[] _open = [.. Enumerable.Range(0, op.Registers.Length).Except(boundColumns)];

    public override bool Run()
    {
        var registers = op.Registers;
        for (var row = op.Rows.NextAlive(0); row >= 0; row = op.Rows.NextAlive(row + 1))
        {
            var slots = op.Rows.Key(row);
            if (!op.Satisfies(row) || !Fits(slots))
            {
                continue;
            }

            foreach (var column in _open)
            {
                machine.Registers[registers[column]] = slots[column];
            }

            if (next.Run())
            {
                return true;
            }
        }

        return false;
    }

    private bool Fits(ReadOnlySpan<long> slots)
    {
        foreach (var column in boundColumns)
        {
            if (slots[column] != machine.Registers[op.Registers[column]])
            {
                return false;
            }
        }

        return true;
    }
}
