using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Pacta.Model.Values;

/// <summary>
/// Names by numbers, each name once, counted from 0 in the order in which they came: reports by the million speak of events and actors by names, and two names are the
/// same where their numbers are. The characters of a name are made when somebody asks for them. One thread may add; when none does, any number may look.
/// </summary>
public sealed class NumberedNames
{
    /// <summary>Before a name that has no UTF-8: its UTF-16 follows. The byte is in no UTF-8.</summary>
    private const byte NotUtf8 = 0xff;

    private const int ShortName = 256;

    /// <summary>So many bytes most names have.</summary>
    private const int LikelyLength = 8;

    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Nobody who writes reports can know where names will lie.</summary>
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64() | 1;

    private byte[] _bytes = new byte[4_096];

    /// <summary>Where the bytes of each name end; they begin where those of the one before end.</summary>
    private int[] _ends = new int[512];

    private string?[] _texts = new string?[512];

    /// <summary>Of each name its hash and its number, in one place: a name that nobody had before costs one look into memory.</summary>
    private ulong[] _slots = new ulong[1_024];

    /// <summary>How many names there are.</summary>
    public int Count { get; private set; }

    /// <summary>The name with a number.</summary>
    public string this[int number] => _texts[number] ??= TextOf(BytesOf(number));

    /// <summary>A number that differs, as a rule, where the bytes do.</summary>
    public static uint HashOf(ReadOnlySpan<byte> utf8)
    {
        const ulong Odd = 0x9E37_79B9_7F4A_7C15;
        var mixed = Seed ^ ((ulong)utf8.Length * Odd);
        while (utf8.Length >= 8)
        {
            mixed = Mixed(mixed ^ MemoryMarshal.Read<ulong>(utf8));
            utf8 = utf8[8..];
        }

        var rest = 0UL;
        foreach (var b in utf8)
        {
            rest = (rest << 8) | b;
        }

        return (uint)(Mixed(mixed ^ rest) >> 32);

        static ulong Mixed(ulong number)
        {
            number *= Odd;
            return (number ^ (number >> 29)) * 0xBF58_476D_1CE4_E5B9;
        }
    }

    /// <summary>The number of a name, which gets one if it has none.</summary>
    public int Add(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Span<byte> here = stackalloc byte[ShortName];
        var utf8 = BytesOf(name, here);
        return Add(utf8, HashOf(utf8));
    }

    /// <inheritdoc cref="Add(string)"/>
    /// <param name="utf8">The name.</param>
    /// <param name="hash">As <see cref="HashOf"/> has it.</param>
    public int Add(ReadOnlySpan<byte> utf8, uint hash)
    {
        if (2 * Count >= _slots.Length)
        {
            Grow();
        }

        ref var slot = ref Find(utf8, hash);
        if (slot != 0)
        {
            return NumberIn(slot);
        }

        var (number, start) = (Count, Count == 0 ? 0 : _ends[Count - 1]);
        if (start + utf8.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, start + utf8.Length));
        }

        utf8.CopyTo(_bytes.AsSpan(start));
        _ends[number] = start + utf8.Length;
        slot = ((ulong)hash << 32) | (uint)(number + 1);
        Count++;
        return number;
    }

    /// <returns>The number of a name; -1: it has none.</returns>
    public int Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Span<byte> here = stackalloc byte[ShortName];
        var utf8 = BytesOf(name, here);
        return NumberIn(Find(utf8, HashOf(utf8)));
    }

    /// <summary>Makes room at once for so many names: what grows by the million is copied again and again.</summary>
    public void EnsureCapacity(int names)
    {
        var wanted = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, names) * 2);
        if (wanted > _slots.Length)
        {
            Resize(wanted);
            Array.Resize(ref _bytes, Math.Max(_bytes.Length, LikelyLength * names));
        }
    }

    /// <summary>Looks where names of these hashes are, or would be, so that they are at hand when they are added.</summary>
    public void Fetch(ReadOnlySpan<uint> hashes)
    {
        var mask = (uint)_slots.Length - 1;
        var met = 0UL;
        foreach (var hash in hashes)
        {
            met |= _slots[hash & mask];
        }

        GC.KeepAlive(met == 0 ? null : this);
    }

    private static int NumberIn(ulong slot) => (int)(uint)slot - 1;

    /// <summary>Where the name is, or would be.</summary>
    private ref ulong Find(ReadOnlySpan<byte> utf8, uint hash)
    {
        var mask = (uint)_slots.Length - 1;
        for (var at = hash & mask; ; at = (at + 1) & mask)
        {
            ref var slot = ref _slots[at];
            if (slot == 0 || ((uint)(slot >> 32) == hash && BytesOf(NumberIn(slot)).SequenceEqual(utf8)))
            {
                return ref slot;
            }
        }
    }

    private void Grow() => Resize(2 * _slots.Length);

    private void Resize(int slots)
    {
        var old = _slots;
        _slots = new ulong[slots];
        Array.Resize(ref _ends, slots / 2);
        Array.Resize(ref _texts, slots / 2);
        var mask = (uint)slots - 1;
        foreach (var slot in old)
        {
            if (slot == 0)
            {
                continue;
            }

            var at = (uint)(slot >> 32) & mask;
            while (_slots[at] != 0)
            {
                at = (at + 1) & mask;
            }

            _slots[at] = slot;
        }
    }

    private ReadOnlySpan<byte> BytesOf(int number)
    {
        var start = number == 0 ? 0 : _ends[number - 1];
        return _bytes.AsSpan(start, _ends[number] - start);
    }

    private static ReadOnlySpan<byte> BytesOf(string name, Span<byte> here)
    {
        var utf8 = 3 * name.Length < here.Length ? here : new byte[3 * name.Length];
        try
        {
            return utf8[..Strict.GetBytes(name, utf8)];
        }
        catch (EncoderFallbackException)
        {
            // Half a character: it is told from what stands for characters that are none.
            return (byte[])[NotUtf8, .. MemoryMarshal.AsBytes(name.AsSpan())];
        }
    }

    private static string TextOf(ReadOnlySpan<byte> bytes) =>
        bytes is [NotUtf8, .. var utf16] ? new string(MemoryMarshal.Cast<byte, char>(utf16)) : Encoding.UTF8.GetString(bytes);
}
