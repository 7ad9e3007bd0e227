using System.Numerics;
using System.Text;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Values;

/// <summary>
/// Values as 64-bit slots, so that rows are plain numbers: equal values have equal slots. Whole numbers below 2^62 stand for themselves, larger ones and
/// texts for their place in a table here; floats are their bits, with one zero and one NaN.
/// </summary>
internal sealed class ValueStore
{
    private const long Large = 1L << 62;

    private readonly List<BigInteger> _large = [];
    private readonly Dictionary<BigInteger, long> _largeSlots = [];
    private readonly TextTable _texts = new();

    public TextTable Texts => _texts;

    public static bool IsSmall(long slot) => (ulong)(slot + Large) < (ulong)Large * 2;

    public static long OfFloat(double number) =>
        number == 0 ? 0L : double.IsNaN(number) ? BitConverter.DoubleToInt64Bits(double.NaN) : BitConverter.DoubleToInt64Bits(number);

    public static double ToFloat(long slot) => BitConverter.Int64BitsToDouble(slot);

    public long OfInteger(BigInteger number)
    {
        if (number >= -Large && number < Large)
        {
            return (long)number;
        }

        if (!_largeSlots.TryGetValue(number, out var slot))
        {
            slot = Large + _large.Count;
            _large.Add(number);
            _largeSlots.Add(number, slot);
        }

        return slot;
    }

    public long OfInteger(long number) => IsSmall(number) ? number : OfInteger((BigInteger)number);

    public BigInteger ToInteger(long slot) => IsSmall(slot) ? slot : _large[(int)(slot - Large)];

    public long OfText(ReadOnlySpan<byte> utf8) => _texts.Add(utf8);

    /// <summary>As <see cref="OfText(ReadOnlySpan{byte})"/>, of at most eight bytes.</summary>
    /// <param name="word">The bytes, the first in the lowest bits; what is missing is 0.</param>
    /// <param name="utf8">The same.</param>
    public long OfShortText(ulong word, ReadOnlySpan<byte> utf8) => _texts.AddShort(word, utf8);

    public long OfText(string text)
    {
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = length <= 512 ? stackalloc byte[512] : new byte[length];
        return OfText(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    public string ToText(long slot) => Encoding.UTF8.GetString(_texts.Bytes((int)slot));

    public long Of(Value value) => value switch
    {
        IntegerValue integer => OfInteger(integer.Number),
        FloatValue number => OfFloat(number.Number),
        TextValue text => OfText(text.Text),
        PatternValue pattern => OfText(pattern.Pattern),
        BooleanValue boolean => boolean.IsTrue ? 1 : 0,
        _ => throw new InvalidOperationException($"No slot for a value of type {value.Type}."),
    };

    public Value ToValue(long slot, ValueType type) => type switch
    {
        ValueType.Integer => new IntegerValue(ToInteger(slot)),
        ValueType.Float => new FloatValue(ToFloat(slot)),
        ValueType.Text => new TextValue(ToText(slot)),
        ValueType.Pattern => new PatternValue(ToText(slot)),
        _ => new BooleanValue(slot != 0),
    };

    /// <summary>Order of two values of one type: numbers by size with NaN first, texts by their UTF-8 bytes.</summary>
    public int Compare(long left, long right, ValueType type)
    {
        if (left == right)
        {
            return 0;
        }

        return type switch
        {
            ValueType.Integer when IsSmall(left) && IsSmall(right) => left < right ? -1 : 1,
            ValueType.Integer => ToInteger(left).CompareTo(ToInteger(right)),
            ValueType.Float => ToFloat(left).CompareTo(ToFloat(right)),
            ValueType.Boolean => left < right ? -1 : 1,
            _ => _texts.Bytes((int)left).SequenceCompareTo(_texts.Bytes((int)right)),
        };
    }
}
