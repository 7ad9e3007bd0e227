using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Reports.Plain;

/// <summary>
/// What recurs from line to line is made once: sources, kinds, actors, places, days. Each has its slot by its bytes, and whatever comes to the slot takes it: what
/// recurs is nearly always there, and what does not costs no memory.
/// </summary>
internal sealed class Recurring
{
    private const int Slots = 2048;
    private const int LongestMoment = 24;

    private readonly ReportedText?[] _texts = new ReportedText?[Slots];
    private readonly DatedText[] _moments = new DatedText[Slots];
    private readonly ReportedNumber?[] _numbers = new ReportedNumber?[Slots];
    private readonly SmallDictionary<ReportedValue>?[] _named = new SmallDictionary<ReportedValue>?[Slots];
    private readonly ReportedNames?[] _names = new ReportedNames?[Slots];

    /// <summary>A number that differs, as a rule, where the bytes do.</summary>
    public static uint Mix(ReadOnlySpan<byte> bytes)
    {
        ulong mixed;
        if (bytes.Length >= 8)
        {
            ref var first = ref MemoryMarshal.GetReference(bytes);
            mixed = Unsafe.ReadUnaligned<ulong>(ref first) ^ ulong.RotateLeft(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, bytes.Length - 8)), 23);
            if (bytes.Length > 16)
            {
                mixed ^= ulong.RotateLeft(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, (bytes.Length / 2) - 4)), 41);
            }
        }
        else
        {
            mixed = 0;
            foreach (var b in bytes)
            {
                mixed = (mixed << 8) | b;
            }
        }

        mixed = (mixed + (ulong)bytes.Length) * 0x9E37_79B9_7F4A_7C15;
        return (uint)(mixed >> 32);
    }

    public static uint Mix(uint a, uint b) => (a * 0x85EB_CA6B) ^ uint.RotateLeft(b, 13);

    public ReportedText Text(ReadOnlySpan<byte> utf8, uint mixed)
    {
        ref var slot = ref _texts[Slot(mixed)];
        if (slot is { } text && Ascii.Equals(utf8, text.Text))
        {
            return text;
        }

        return slot = new ReportedText(Encoding.UTF8.GetString(utf8));
    }

    public string Name(ReadOnlySpan<byte> utf8) => Text(utf8, Mix(utf8)).Text;

    /// <summary>A moment; null if the text is none.</summary>
    public When? Moment(ReadOnlySpan<byte> utf8)
    {
        Span<ulong> bytes = stackalloc ulong[LongestMoment / 8];
        bytes.Clear();
        if (utf8.Length > LongestMoment)
        {
            return Parse(utf8);
        }

        utf8.CopyTo(MemoryMarshal.AsBytes(bytes));
        ref var slot = ref _moments[Slot((uint)((((bytes[0] * 31) + bytes[1]) * 31 + bytes[2]) * 0x9E37_79B9_7F4A_7C15 >> 32))];
        if (slot.First == bytes[0] && slot.Second == bytes[1] && slot.Third == bytes[2] && slot.When is not null)
        {
            return slot.When;
        }

        var when = Parse(utf8);
        slot = new DatedText(bytes[0], bytes[1], bytes[2], when);
        return when;
    }

    /// <summary>Exactly that number.</summary>
    public ReportedNumber Number(decimal number)
    {
        var whole = number.Scale == 0 && number >= int.MinValue && number <= int.MaxValue ? (int)number : int.MinValue;
        if (whole == int.MinValue)
        {
            return new ReportedNumber(number, number, null, false);
        }

        ref var slot = ref _numbers[whole & (Slots - 1)];
        return slot is { } found && found.Low.GetValueOrDefault() == number ? found : slot = new ReportedNumber(number, number, null, false);
    }

    /// <param name="pairs">In order.</param>
    /// <param name="mixed">Of all that they were made from.</param>
    public SmallDictionary<ReportedValue> Named(ReadOnlySpan<KeyValuePair<string, ReportedValue>> pairs, uint mixed)
    {
        ref var slot = ref _named[Slot(mixed)];
        if (slot is { } found && found.Count == pairs.Length && AreSame(found.Pairs, pairs))
        {
            return found;
        }

        return slot = SmallDictionary<ReportedValue>.InOrder(pairs);

        static bool AreSame(ReadOnlySpan<KeyValuePair<string, ReportedValue>> a, ReadOnlySpan<KeyValuePair<string, ReportedValue>> b)
        {
            for (var i = 0; i < a.Length; i++)
            {
                if (!ReferenceEquals(a[i].Value, b[i].Value) || (!ReferenceEquals(a[i].Key, b[i].Key) && a[i].Key != b[i].Key))
                {
                    return false;
                }
            }

            return true;
        }
    }

    public ReportedNames Names(ReadOnlySpan<string> names, bool isOneOf, uint mixed)
    {
        ref var slot = ref _names[Slot(mixed)];
        return slot is { } found && found.IsOneOf == isOneOf && found.Names.AsSpan().SequenceEqual(names) ? found : slot = new ReportedNames([.. names], isOneOf);
    }

    private static int Slot(uint mixed) => (int)(mixed & (Slots - 1));

    private static When? Parse(ReadOnlySpan<byte> utf8)
    {
        Span<char> characters = stackalloc char[64];
        return utf8.Length <= characters.Length
            && Encoding.UTF8.TryGetChars(utf8, characters, out var length) && MomentText.Parse(characters[..length], out _) is { } moment
            ? When.At(moment)
            : null;
    }

    /// <summary>The bytes of a moment, with zeros behind them, and the moment.</summary>
    private readonly record struct DatedText(ulong First, ulong Second, ulong Third, When? When);
}
