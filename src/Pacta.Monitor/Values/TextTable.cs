using System.Numerics;

namespace Pacta.Monitor.Values;

/// <summary>Texts, each once, by number. A text that no state holds any more is forgotten by <see cref="Sweep"/>, and its number given to another.</summary>
internal sealed class TextTable
{
    private const int PageBits = 16;
    private const int PageSize = 1 << PageBits;
    private const int Free = -1;

    private readonly List<byte[]> _pages = [];
    private int[] _slots = new int[64];
    private long[] _starts = new long[32];
    private int[] _lengths = new int[32];
    private uint[] _hashes = new uint[32];
    private int _count;
    private int _free = -1;
    private int _live;
    private int _pageUsed = PageSize;
    private ulong[] _marks = [];

    /// <summary>How many texts are held.</summary>
    public int Count => _live;

    public ReadOnlySpan<byte> Bytes(int number)
    {
        var start = _starts[number];
        return _pages[(int)(start >> PageBits)].AsSpan((int)(start & (PageSize - 1)), _lengths[number]);
    }

    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var mask = _slots.Length - 1;
        var at = (int)hash & mask;
        while (_slots[at] is var slot and not 0)
        {
            if (_hashes[slot - 1] == hash && Bytes(slot - 1).SequenceEqual(text))
            {
                return slot - 1;
            }

            at = (at + 1) & mask;
        }

        var number = Take();
        _starts[number] = Store(text);
        _lengths[number] = text.Length;
        _hashes[number] = hash;
        _live++;
        if (_live * 2 > _slots.Length)
        {
            Rehash(_slots.Length * 2);
        }
        else
        {
            _slots[at] = number + 1;
        }

        return number;
    }

    /// <summary>Begins to find out which texts are still needed.</summary>
    public void ClearMarks()
    {
        _marks = new ulong[(_count + 63) / 64];
    }

    public void Mark(long number) => _marks[number >> 6] |= 1UL << (int)(number & 63);

    /// <summary>Forgets the texts that were not marked since <see cref="ClearMarks"/>.</summary>
    public void Sweep()
    {
        var pages = new List<byte[]>(_pages);
        _pages.Clear();
        _pageUsed = PageSize;
        for (var number = 0; number < _count; number++)
        {
            if (_lengths[number] == Free)
            {
                continue;
            }

            if ((_marks[number >> 6] & (1UL << (number & 63))) != 0)
            {
                var start = _starts[number];
                _starts[number] = Store(pages[(int)(start >> PageBits)].AsSpan((int)(start & (PageSize - 1)), _lengths[number]));
            }
            else
            {
                _lengths[number] = Free;
                _starts[number] = _free;
                _free = number;
                _live--;
            }
        }

        _marks = [];
        Rehash((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, _live * 3)));
    }

    private int Take()
    {
        if (_free >= 0)
        {
            var number = _free;
            _free = (int)_starts[number];
            return number;
        }

        if (_count == _lengths.Length)
        {
            Array.Resize(ref _starts, _count * 2);
            Array.Resize(ref _lengths, _count * 2);
            Array.Resize(ref _hashes, _count * 2);
        }

        return _count++;
    }

    private long Store(ReadOnlySpan<byte> text)
    {
        if (text.Length > PageSize)
        {
            // A page of its own, before the one in use.
            var own = text.ToArray();
            _pages.Add(own);
            _pageUsed = PageSize;
            return (long)(_pages.Count - 1) << PageBits;
        }

        if (_pageUsed + Math.Max(1, text.Length) > PageSize)
        {
            _pages.Add(GC.AllocateUninitializedArray<byte>(PageSize));
            _pageUsed = 0;
        }

        text.CopyTo(_pages[^1].AsSpan(_pageUsed));
        var start = ((long)(_pages.Count - 1) << PageBits) + _pageUsed;
        _pageUsed += text.Length;
        return start;
    }

    private void Rehash(int size)
    {
        _slots = new int[size];
        var mask = size - 1;
        for (var number = 0; number < _count; number++)
        {
            if (_lengths[number] == Free)
            {
                continue;
            }

            var at = (int)_hashes[number] & mask;
            while (_slots[at] != 0)
            {
                at = (at + 1) & mask;
            }

            _slots[at] = number + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        var hash = 14695981039346656037UL;
        while (text.Length >= 8)
        {
            hash = (hash ^ BitConverter.ToUInt64(text)) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 32;
            text = text[8..];
        }

        foreach (var b in text)
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        hash *= 0x9E3779B97F4A7C15UL;
        return (uint)(hash >> 32);
    }
}
