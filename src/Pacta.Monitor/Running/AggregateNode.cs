using Pacta.Monitor.State;

namespace Pacta.Monitor.Running;

/// <summary>Takes the groups that agree with what is bound, and their aggregates.</summary>
internal sealed class AggregateNode : Node
{
    private readonly Machine _machine;
    private readonly AggregateOperator _op;
    private readonly int[] _boundColumns;
    private readonly int[] _openColumns;
    private readonly int _resultRegister;
    private readonly bool _resultIsBound;
    private readonly Node _next;
    private readonly RowIndex? _index;
    private readonly long[] _key;

    public AggregateNode(Machine machine, AggregateOperator op, int[] boundColumns, int resultRegister, bool resultIsBound, Node next)
    {
        _machine = machine;
        _op = op;
        _boundColumns = boundColumns;
        _openColumns = [.. Enumerable.Range(0, op.GroupRegisters.Length).Except(boundColumns)];
        _resultRegister = resultRegister;
        _resultIsBound = resultIsBound;
        _next = next;
        _index = boundColumns.Length > 0 && _openColumns.Length > 0 ? op.Groups.IndexOn(boundColumns) : null;
        _key = new long[boundColumns.Length];
    }

    public override bool Run()
    {
        _op.Prepare();
        var groups = _op.Groups;
        if (groups.Width == 0)
        {
            return Take(groups.Count == 0 ? _op.Default : _op.Result(groups.NextAlive(0)));
        }

        for (var i = 0; i < _key.Length; i++)
        {
            _key[i] = _machine.Registers[_op.GroupRegisters[_boundColumns[i]]];
        }

        if (_openColumns.Length == 0)
        {
            var group = groups.Find(_key);
            return group >= 0 && Take(_op.Result(group));
        }

        if (_index is null)
        {
            for (var group = groups.NextAlive(0); group >= 0; group = groups.NextAlive(group + 1))
            {
                if (Open(group))
                {
                    return true;
                }
            }

            return false;
        }

        for (var group = _index.First(_key); group >= 0; group = _index.Next(group))
        {
            if (_index.Has(group, _key) && Open(group))
            {
                return true;
            }
        }

        return false;
    }

    private bool Open(int group)
    {
        var slots = _op.Groups.Key(group);
        foreach (var column in _openColumns)
        {
            _machine.Registers[_op.GroupRegisters[column]] = slots[column];
        }

        return Take(_op.Result(group));
    }

    private bool Take(long result)
    {
        if (_resultIsBound)
        {
            return _machine.Registers[_resultRegister] == result && _next.Run();
        }

        _machine.Registers[_resultRegister] = result;
        return _next.Run();
    }
}
