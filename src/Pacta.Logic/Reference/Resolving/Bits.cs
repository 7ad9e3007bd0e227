namespace Pacta.Logic.Reference.Resolving;

/// <summary>A set of literals, each a variable with the side that is taken, by their numbers.</summary>
internal readonly struct Bits : IEquatable<Bits>
{
    private readonly ulong[] _words;

    private Bits(ulong[] words) => _words = words;

    public static Bits None(int count) => new(new ulong[(count + 63) / 64]);

    public bool Has(int literal) => (_words[literal >> 6] & (1UL << (literal & 63))) != 0;

    public Bits With(int literal)
    {
        var words = (ulong[])_words.Clone();
        words[literal >> 6] |= 1UL << (literal & 63);
        return new Bits(words);
    }

    public Bits Without(int literal)
    {
        var words = (ulong[])_words.Clone();
        words[literal >> 6] &= ~(1UL << (literal & 63));
        return new Bits(words);
    }

    public bool Meets(Bits other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & other._words[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsWithin(Bits other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & ~other._words[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(Bits other) => _words.AsSpan().SequenceEqual(other._words);

    public override bool Equals(object? obj) => obj is Bits other && Equals(other);

    public override int GetHashCode() => _words.Aggregate(0, HashCode.Combine);

    /// <summary>The numbers in it, ascending.</summary>
    public List<int> ToList()
    {
        var numbers = new List<int>();
        for (var i = 0; i < _words.Length * 64; i++)
        {
            if (Has(i))
            {
                numbers.Add(i);
            }
        }

        return numbers;
    }
}
