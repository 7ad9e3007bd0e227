using Pacta.Monitor.Events;
using Pacta.Monitor.State;

namespace Pacta.Monitor.Running;

/// <summary>How an argument of an atom meets the slot of an event.</summary>
/// <param name="Column">The place of the argument.</param>
/// <param name="Register">The register that is filled or compared; -1 for a term.</param>
/// <param name="Term">The term that is compared; null for a register.</param>
/// <param name="Binds">The register is filled.</param>
internal sealed record ArgumentPlan(int Column, int Register, TermCode? Term, bool Binds);

/// <summary>Takes the events of one kind at the time point that agree with what is bound. Where there are many, they are looked up by what is bound.</summary>
internal sealed class AtomNode : Node
{
    private const int Many = 24;

    private readonly long[] _registers;
    private readonly EventCursor _cursor;
    private readonly Node _next;
    private readonly ArgumentPlan[] _checks;
    private readonly int[] _bindColumns;
    private readonly int[] _bindRegisters;
    private readonly (int Left, int Right)[] _same;
    private readonly long[] _expected;
    private int[] _heads = [];
    private int[] _chain = [];
    private int _indexed = -1;

    /// <param name="same">Pairs of columns that must be equal: a variable that stands twice.</param>
    public AtomNode(Machine machine, EventCursor cursor, ArgumentPlan[] arguments, (int Left, int Right)[] same, Node next)
    {
        _registers = machine.Registers;
        _cursor = cursor;
        _next = next;
        _checks = [.. arguments.Where(argument => !argument.Binds)];
        _bindColumns = [.. arguments.Where(argument => argument.Binds).Select(argument => argument.Column)];
        _bindRegisters = [.. arguments.Where(argument => argument.Binds).Select(argument => argument.Register)];
        _same = same;
        _expected = new long[_checks.Length];
    }

    public override bool Run()
    {
        var rows = _cursor.Rows;
        var count = _cursor.Count;
        if (count == 0)
        {
            return false;
        }

        for (var i = 0; i < _checks.Length; i++)
        {
            var check = _checks[i];
            if (check.Term is null)
            {
                _expected[i] = _registers[check.Register];
            }
            else if (!check.Term.Evaluate(out _expected[i]))
            {
                return false;
            }
        }

        if (count > Many && _checks.Length > 0)
        {
            return RunIndexed(rows, count);
        }

        for (var row = 0; row < count; row++)
        {
            if (Fits(rows, row) && Take(rows, row))
            {
                return true;
            }
        }

        return false;
    }

    private bool Fits(ReadOnlySpan<long> rows, int row)
    {
        var at = row * _cursor.Width;
        for (var i = 0; i < _checks.Length; i++)
        {
            if (rows[at + _checks[i].Column] != _expected[i])
            {
                return false;
            }
        }

        foreach (var (left, right) in _same)
        {
            if (rows[at + left] != rows[at + right])
            {
                return false;
            }
        }

        return true;
    }

    private bool Take(ReadOnlySpan<long> rows, int row)
    {
        var at = row * _cursor.Width;
        for (var i = 0; i < _bindColumns.Length; i++)
        {
            _registers[_bindRegisters[i]] = rows[at + _bindColumns[i]];
        }

        return _next.Run();
    }

    private bool RunIndexed(ReadOnlySpan<long> rows, int count)
    {
        if (_indexed != _cursor.Version)
        {
            Index(rows, count);
        }

        var hash = 0UL;
        foreach (var slot in _expected)
        {
            hash = Hashing.Add(hash, slot);
        }

        for (var row = _heads[(uint)(hash >> 32) & (uint)(_heads.Length - 1)]; row != 0; row = _chain[row - 1])
        {
            if (Fits(rows, row - 1) && Take(rows, row - 1))
            {
                return true;
            }
        }

        return false;
    }

    private void Index(ReadOnlySpan<long> rows, int count)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count * 2);
        if (_heads.Length < size)
        {
            _heads = new int[size];
            _chain = new int[size];
        }
        else
        {
            Array.Clear(_heads);
        }

        for (var row = count - 1; row >= 0; row--)
        {
            var hash = 0UL;
            foreach (var check in _checks)
            {
                hash = Hashing.Add(hash, rows[(row * _cursor.Width) + check.Column]);
            }

            ref var head = ref _heads[(uint)(hash >> 32) & (uint)(_heads.Length - 1)];
            _chain[row] = head;
            head = row + 1;
        }

        _indexed = _cursor.Version;
    }
}
