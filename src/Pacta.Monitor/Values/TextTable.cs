using System.Numerics;

namespace Pacta.Monitor.Values;

/// <summary>Texts, each once, by number. A text that no state holds any more is forgotten by <see cref="Sweep"/>, and its number given to another.</summary>
internal sealed class TextTable
{
    private const int PageBits = 16;
    private const int PageSize = 1 << PageBits;
    private const int Free = -1;

    private const int FewSlots = 1 << 12;

    /// <summary>So many bytes are one word.</summary>
    private const int Short = sizeof(ulong);

    private readonly List<byte[]> _pages = [];
    private int[] _slots = new int[64];
    private Entry[] _entries = new Entry[32];
    private int _count;
    private int _free = -1;
    private int _live;
    private int _pageUsed = PageSize;
    private ulong[] _marks = [];

    /// <summary>How many texts are held.</summary>
    public int Count => _live;

    public ReadOnlySpan<byte> Bytes(int number)
    {
        ref readonly var entry = ref _entries[number];
        return BytesAt(entry.Start, entry.Length);
    }

    public int Add(ReadOnlySpan<byte> text)
    {
        if (text.Length <= Short)
        {
            return AddShort(WordOf(text), text);
        }

        var hash = Hash(text);
        var slots = _slots;
        var at = (int)hash & (slots.Length - 1);
        while (slots[at] is var slot and not 0)
        {
            ref readonly var entry = ref _entries[slot - 1];
            if (entry.Hash == hash && BytesAt(entry.Start, entry.Length).SequenceEqual(text))
            {
                return slot - 1;
            }

            at = (at + 1) & (slots.Length - 1);
        }

        return Add(text, 0, hash, at);
    }

    /// <summary>Of at most eight bytes.</summary>
    /// <param name="word">The bytes, the first in the lowest bits; what is missing is 0.</param>
    /// <param name="text">The same.</param>
    public int AddShort(ulong word, ReadOnlySpan<byte> text)
    {
        var hash = Hash(word, text.Length);
        var slots = _slots;
        var at = (int)hash & (slots.Length - 1);
        while (slots[at] is var slot and not 0)
        {
            ref readonly var entry = ref _entries[slot - 1];
            if (entry.Word == word && entry.Length == text.Length)
            {
                return slot - 1;
            }

            at = (at + 1) & (slots.Length - 1);
        }

        return Add(text, word, hash, at);
    }

    /// <param name="at">The slot in which its number is to stand.</param>
    private int Add(ReadOnlySpan<byte> text, ulong word, uint hash, int at)
    {
        var number = Take();
        _entries[number] = new Entry { Word = word, Start = Store(text), Length = text.Length, Hash = hash };
        _live++;
        if (IsTight)
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
            ref var entry = ref _entries[number];
            if (entry.Length == Free)
            {
                continue;
            }

            if ((_marks[number >> 6] & (1UL << (number & 63))) != 0)
            {
                entry.Start = Store(pages[(int)(entry.Start >> PageBits)].AsSpan((int)(entry.Start & (PageSize - 1)), entry.Length));
            }
            else
            {
                entry = new Entry { Length = Free, Start = _free };
                _free = number;
                _live--;
            }
        }

        _marks = [];
        Rehash((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, _live * 3)));
    }

    /// <summary>Names of parties and the like are few, and looked for time and again: mostly each is to stand in its own place.</summary>
    private bool IsTight => _live * (_slots.Length <= FewSlots ? 8 : 2) > _slots.Length;

    private int Take()
    {
        if (_free >= 0)
        {
            var number = _free;
            _free = (int)_entries[number].Start;
            return number;
        }

        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
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
            if (_entries[number].Length == Free)
            {
                continue;
            }

            var at = (int)_entries[number].Hash & mask;
            while (_slots[at] != 0)
            {
                at = (at + 1) & mask;
            }

            _slots[at] = number + 1;
        }
    }

    private ReadOnlySpan<byte> BytesAt(long start, int length) => _pages[(int)(start >> PageBits)].AsSpan((int)(start & (PageSize - 1)), length);

    private static ulong WordOf(ReadOnlySpan<byte> text)
    {
        var word = 0UL;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            word = (word << 8) | text[i];
        }

        return word;
    }

    private static uint Hash(ulong word, int length) => (uint)(((word ^ ((ulong)length << 56)) * 0x9E3779B97F4A7C15UL) >> 32);

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

    /// <summary>A text, or a number that is free: then its place is the next such number.</summary>
    private struct Entry
    {
        /// <summary>Of a short text its bytes: it is known without a look at its page.</summary>
        public ulong Word;
        public long Start;
        public int Length;
        public uint Hash;
    }
}
