using System.Numerics;

namespace Pacta.Logic.Reference.Resolving;

/// <summary>A set of literals, each a variable with the side that is taken, by their numbers. Most findings have few enough for one word.</summary>
internal readonly struct Bits : IEquatable<Bits>
{
    private readonly ulong _low;
    private readonly ulong[]? _high;

    private Bits(ulong low, ulong[]? high) => (_low, _high) = (low, high);

    private int Words => 1 + (_high?.Length ?? 0);

    private ulong this[int word] => word == 0 ? _low : _high![word - 1];

    public static Bits None(int count) => new(0, count <= 64 ? null : new ulong[(count - 1) / 64]);

    public bool Has(int literal) => (this[literal >> 6] & (1UL << (literal & 63))) != 0;

    public Bits With(int literal) => Set(literal >> 6, this[literal >> 6] | (1UL << (literal & 63)));

    public Bits Without(int literal) => Set(literal >> 6, this[literal >> 6] & ~(1UL << (literal & 63)));

    public bool Meets(Bits other)
    {
        for (var i = 0; i < Words; i++)
        {
            if ((this[i] & other[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsWithin(Bits other)
    {
        for (var i = 0; i < Words; i++)
        {
            if ((this[i] & ~other[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(Bits other) => _low == other._low && _high.AsSpan().SequenceEqual(other._high);

    public override bool Equals(object? obj) => obj is Bits other && Equals(other);

    public override int GetHashCode() => _high is null ? _low.GetHashCode() : _high.Aggregate(_low.GetHashCode(), HashCode.Combine);

    /// <summary>The numbers in it, ascending.</summary>
    public List<int> ToList()
    {
        var numbers = new List<int>();
        for (var i = 0; i < Words; i++)
        {
            for (var left = this[i]; left != 0; left &= left - 1)
            {
                numbers.Add((i * 64) + BitOperations.TrailingZeroCount(left));
            }
        }

        return numbers;
    }

    private Bits Set(int word, ulong value)
    {
        if (word == 0)
        {
            return new Bits(value, _high);
        }

        var high = (ulong[])_high!.Clone();
        high[word - 1] = value;
        return new Bits(_low, high);
    }
}
