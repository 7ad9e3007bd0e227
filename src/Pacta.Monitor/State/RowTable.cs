using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pacta.Monitor.State;

/// <summary>
/// Rows of slots, each once, found by all of their columns or, through a <see cref="RowIndex"/>, by some. Rows are numbered; a number stays with its row until
/// that is removed. Kept in pages, so that growing copies only the numbers.
/// </summary>
internal sealed partial class RowTable
{
    private const int PageBits = 10;
    private const int Smallest = 16;
    private const int Small = 1024;

    private const int SlotsOfPage = 4_096 / sizeof(ulong);

    private const int Tiny = 64;

    /// <summary>A table that is not far away is kept emptier: what is looked for, added and removed time and again then mostly stands where it should.</summary>
    private const int FewSlots = 1 << 15;

    private const int PageMask = (1 << PageBits) - 1;

    private RowIndex[] _indexes = [];
    private long[][] _pages = [];
    // The hash in the upper half and the number of the row plus one in the lower: most misses are seen without a look at the row, and of narrow rows hits as well.
    private ulong[] _slots = new ulong[Smallest];
    private int _shift = ShiftOf(Smallest);
    // Every row has one column, with a number of 32 bits.
    private bool _isNarrow;
    private int _lastFound;
    private int _used;
    private int[] _free = [];
    private int _freed;
    private ulong[] _alive = [];

    /// <param name="width">How many columns a row has; may be 0.</param>
    /// <param name="extra">How many more slots are kept with a row and are no part of its key.</param>
    public RowTable(int width, int extra)
    {
        Width = width;
        Stride = Math.Max(width + extra, 1);
        _isNarrow = width == 1;
    }

    public int Width { get; }

    public int Stride { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>All numbers of rows are below this.</summary>
    public int Limit => _used;

    public RowIndex IndexOn(int[] columns)
    {
        foreach (var known in _indexes)
        {
            if (known.Columns.AsSpan().SequenceEqual(columns))
            {
                return known;
            }
        }

        var index = new RowIndex(this, columns);
        _indexes = [.. _indexes, index];
        return index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref long At(int row) => ref _pages[row >> PageBits][(row & PageMask) * Stride];

    /// <summary>A slot kept with the row that is no part of its key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref long Extra(int row, int extra) => ref Unsafe.Add(ref At(row), Width + extra);

    public bool IsAlive(int row) => (_alive[row >> 6] & (1UL << (row & 63))) != 0;

    /// <summary>The number of the row with these columns; -1 if there is none.</summary>
    public int Find(ReadOnlySpan<long> key)
    {
        var hash = HashOf(key);
        var slots = _slots;
        var mask = slots.Length - 1;
        var at = (int)(hash >> _shift);
        while (slots[at] is var slot and not 0)
        {
            if ((uint)(slot >> 32) == hash && Same((int)(uint)slot - 1, key))
            {
                _lastFound = at;
                return (int)(uint)slot - 1;
            }

            at = (at + 1) & mask;
        }

        return -1;
    }

    /// <summary>The number of the row with these columns, which is added if there was none.</summary>
    public int FindOrAdd(ReadOnlySpan<long> key, out bool isNew)
    {
        _isNarrow = _isNarrow && IsNarrow(key[0]);
        var hash = HashOf(key);
        var slots = _slots;
        var mask = slots.Length - 1;
        var at = (int)(hash >> _shift);
        while (slots[at] is var slot and not 0)
        {
            if ((uint)(slot >> 32) == hash && Same((int)(uint)slot - 1, key))
            {
                isNew = false;
                return (int)(uint)slot - 1;
            }

            at = (at + 1) & mask;
        }

        isNew = true;
        var row = Take();
        ref var first = ref At(row);
        for (var i = 0; i < key.Length; i++)
        {
            Unsafe.Add(ref first, i) = key[i];
        }

        _alive[row >> 6] |= 1UL << (row & 63);
        slots[at] = ((ulong)hash << 32) | (uint)(row + 1);
        if (++Count > MostIn(slots.Length))
        {
            Grow();
        }

        foreach (var index in _indexes)
        {
            index.Add(row);
        }

        return row;
    }

    public void Remove(int row)
    {
        foreach (var index in _indexes)
        {
            index.Remove(row);
        }

        // Mostly it was looked for just now, and need not be looked at to know where it stands.
        var mask = _slots.Length - 1;
        var at = _lastFound & mask;
        at = (uint)_slots[at] == (uint)(row + 1) ? at : (int)(HashOf(Key(row)) >> _shift);
        while ((uint)_slots[at] != (uint)(row + 1))
        {
            at = (at + 1) & mask;
        }

        CloseGap(at);
        _alive[row >> 6] &= ~(1UL << (row & 63));
        Free(row);
        if (--Count == 0)
        {
            // Numbers begin anew, so that nobody looks through those that were used once.
            (_used, _freed) = (0, 0);
        }
    }

    public void Clear()
    {
        if (_slots.Length > Small && Count * 16L < _slots.Length)
        {
            // It was large once; what is cleared time and again should cost what is in it.
            _slots = new ulong[Small];
            _shift = ShiftOf(Small);
        }
        else
        {
            Array.Clear(_slots);
        }

        Array.Clear(_alive, 0, Math.Min(_alive.Length, (_used + 63) / 64));
        foreach (var index in _indexes)
        {
            index.Clear();
        }

        (_used, _freed) = (0, 0);
        Count = 0;
    }

    public ReadOnlySpan<long> Key(int row) => System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref At(row), Width);

    /// <summary>The first row from this number on; -1 if there is none.</summary>
    public int NextAlive(int row)
    {
        while (row < _used)
        {
            var word = _alive[row >> 6] >> (row & 63);
            if (word != 0)
            {
                var found = row + BitOperations.TrailingZeroCount(word);
                return found < _used ? found : -1;
            }

            row = (row | 63) + 1;
        }

        return -1;
    }

    /// <summary>Linear probing without marks for the deleted: whatever stands after a gap and belongs before it is moved.</summary>
    private void CloseGap(int gap)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        var at = gap;
        while (true)
        {
            slots[gap] = 0;
            int home;
            do
            {
                at = (at + 1) & mask;
                if (slots[at] == 0)
                {
                    return;
                }

                home = (int)(slots[at] >> (32 + _shift));
            }
            while (gap <= at ? gap < home && home <= at : gap < home || home <= at);

            slots[gap] = slots[at];
            gap = at;
        }
    }

    /// <summary>With more rows it grows.</summary>
    private static int MostIn(int slots) => slots <= Tiny ? slots * 2 / 3 : slots <= FewSlots ? slots / 3 : slots / 2;

    /// <summary>The upper bits of a hash say where a row should stand.</summary>
    private static int ShiftOf(int slots) => 32 - BitOperations.Log2((uint)slots);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint HashOf(ReadOnlySpan<long> key) => key.Length == 1 && IsNarrow(key[0]) ? Hashing.OfNarrow((int)key[0]) : Hashing.Of(key);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNarrow(long number) => number == (int)number;

    /// <summary>Whether a row has these columns, where it has their hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Same(int row, ReadOnlySpan<long> key)
    {
        if (_isNarrow && IsNarrow(key[0]))
        {
            return true;
        }

        ref var at = ref At(row);
        for (var i = 0; i < key.Length; i++)
        {
            if (Unsafe.Add(ref at, i) != key[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The numbers that are free stand apart from their rows, which are far away: to write there and read again at once would wait for them.</summary>
    private void Free(int row)
    {
        if (_freed == _free.Length)
        {
            Array.Resize(ref _free, Math.Max(16, _freed * 2));
        }

        _free[_freed++] = row;
    }

    private int Take()
    {
        if (_freed > 0)
        {
            return _free[--_freed];
        }

        if (_used >> PageBits == _pages.Length)
        {
            Array.Resize(ref _pages, _pages.Length + 1);
            _pages[^1] = GC.AllocateUninitializedArray<long>(_used == 0 ? Stride << 4 : Stride << PageBits);
        }
        else if (_pages.Length == 1 && (long)_used * Stride == _pages[0].Length)
        {
            // The first page begins small, for most tables are.
            Array.Resize(ref _pages[0], _pages[0].Length * 2);
        }

        if (_used >> 6 >= _alive.Length)
        {
            Array.Resize(ref _alive, Math.Max(4, _alive.Length * 2));
        }

        return _used++;
    }

    private void Grow()
    {
        var old = _slots;
        var slots = new ulong[old.Length * 2];
        var mask = slots.Length - 1;
        _shift--;

        // Memory that was never used is given by the page when it is touched: if it is read first, and then written to, the system is asked twice.
        for (var page = 0; page < slots.Length; page += SlotsOfPage)
        {
            Volatile.Write(ref slots[page], 0);
        }

        foreach (var slot in old)
        {
            if (slot != 0)
            {
                var at = (int)(slot >> (32 + _shift));
                while (slots[at] != 0)
                {
                    at = (at + 1) & mask;
                }

                slots[at] = slot;
            }
        }

        _slots = slots;
        if (slots.Length == LargeEnough)
        {
            _soon = new uint[Soon];
        }
    }
}
