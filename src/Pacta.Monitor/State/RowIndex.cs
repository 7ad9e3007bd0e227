namespace Pacta.Monitor.State;

/// <summary>The rows of a table by some of their columns: chains of rows, linked both ways so that a row leaves in one step.</summary>
internal sealed class RowIndex(RowTable table, int[] columns)
{
    private int[] _heads = new int[16];
    private int[] _next = [];
    private int[] _previous = [];
    private int _count;

    public int[] Columns { get; } = columns;

    /// <summary>The first row of the chain in which rows with this key are, among others; -1 if it is empty.</summary>
    public int First(ReadOnlySpan<long> key) => _heads[Hashing.Of(key) & (uint)(_heads.Length - 1)] - 1;

    public int Next(int row) => _next[row] - 1;

    public bool Has(int row, ReadOnlySpan<long> key)
    {
        var slots = table.Key(row);
        for (var i = 0; i < key.Length; i++)
        {
            if (slots[Columns[i]] != key[i])
            {
                return false;
            }
        }

        return true;
    }

    public void Add(int row)
    {
        if (row >= _next.Length)
        {
            var size = Math.Max(16, Math.Max(row + 1, _next.Length * 2));
            Array.Resize(ref _next, size);
            Array.Resize(ref _previous, size);
        }

        if (++_count > _heads.Length)
        {
            Grow();
        }

        Link(row);
    }

    public void Remove(int row)
    {
        _count--;
        var next = _next[row];
        var previous = _previous[row];
        if (next != 0)
        {
            _previous[next - 1] = previous;
        }

        if (previous > 0)
        {
            _next[previous - 1] = next;
        }
        else
        {
            // The head's "previous" is its chain, below zero.
            _heads[-previous - 1] = next;
        }
    }

    public void Clear()
    {
        Array.Clear(_heads);
        _count = 0;
    }

    private void Link(int row)
    {
        var chain = (int)(HashOf(row) & (uint)(_heads.Length - 1));
        var head = _heads[chain];
        _next[row] = head;
        _previous[row] = -(chain + 1);
        if (head != 0)
        {
            _previous[head - 1] = row + 1;
        }

        _heads[chain] = row + 1;
    }

    private void Grow()
    {
        var rows = new List<int>(_count);
        foreach (var head in _heads)
        {
            for (var row = head; row != 0; row = _next[row - 1])
            {
                rows.Add(row - 1);
            }
        }

        _heads = new int[_heads.Length * 2];
        foreach (var row in rows)
        {
            Link(row);
        }
    }

    private uint HashOf(int row)
    {
        var slots = table.Key(row);
        var hash = 0UL;
        foreach (var column in Columns)
        {
            hash = Hashing.Add(hash, slots[column]);
        }

        return (uint)(hash >> 32);
    }
}
