namespace Pacta.Monitor.Planning;

/// <summary>A set of variables, by number. Immutable.</summary>
internal readonly struct VariableSet : IEquatable<VariableSet>
{
    private readonly ulong[]? _words;

    private VariableSet(ulong[] words) => _words = words;

    public static VariableSet Empty => default;

    public bool IsEmpty => _words is null || Array.TrueForAll(_words, word => word == 0);

    public bool Contains(int variable) => _words is not null && variable >> 6 < _words.Length && (_words[variable >> 6] & (1UL << (variable & 63))) != 0;

    public VariableSet With(int variable)
    {
        var words = new ulong[Math.Max(_words?.Length ?? 0, (variable >> 6) + 1)];
        _words?.CopyTo(words, 0);
        words[variable >> 6] |= 1UL << (variable & 63);
        return new VariableSet(words);
    }

    public VariableSet Union(VariableSet other)
    {
        if (other._words is null)
        {
            return this;
        }

        var words = new ulong[Math.Max(_words?.Length ?? 0, other._words.Length)];
        _words?.CopyTo(words, 0);
        for (var i = 0; i < other._words.Length; i++)
        {
            words[i] |= other._words[i];
        }

        return new VariableSet(words);
    }

    public bool IsSubsetOf(VariableSet other)
    {
        for (var i = 0; i < (_words?.Length ?? 0); i++)
        {
            if ((_words![i] & ~(other._words is not null && i < other._words.Length ? other._words[i] : 0)) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(VariableSet other) => IsSubsetOf(other) && other.IsSubsetOf(this);

    public override bool Equals(object? obj) => obj is VariableSet other && Equals(other);

    public override int GetHashCode()
    {
        var hash = 0UL;
        foreach (var word in (_words ?? []).Reverse().SkipWhile(w => w == 0))
        {
            hash = (hash * 31) + word;
        }

        return hash.GetHashCode();
    }
}
