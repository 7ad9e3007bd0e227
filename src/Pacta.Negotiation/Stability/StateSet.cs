using System.Numerics;

namespace Pacta.Negotiation.Stability;

/// <summary>A set of states, a bit for each.</summary>
public sealed class StateSet(int states)
{
    private readonly ulong[] _words = new ulong[(states + 63) >> 6];

    public bool Contains(int state) => (_words[state >> 6] >> state & 1) != 0;

    /// <summary>Answers whether the state is new.</summary>
    public bool Add(int state)
    {
        ref var word = ref _words[state >> 6];
        var bit = 1UL << state;
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

    public void UnionWith(StateSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] |= other._words[i];
        }
    }

    public void IntersectWith(StateSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] &= other._words[i];
        }
    }

    public bool Overlaps(StateSet other)
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

    public bool IsSubsetOf(StateSet other)
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

    public StateSet Copy()
    {
        var copy = new StateSet(_words.Length << 6);
        _words.CopyTo(copy._words.AsSpan());
        return copy;
    }

    public int Count => _words.Sum(w => BitOperations.PopCount(w));

    /// <summary>In ascending order.</summary>
    public IEnumerable<int> Members()
    {
        for (var i = 0; i < _words.Length; i++)
        {
            for (var word = _words[i]; word != 0; word &= word - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    /// <summary>The first member from <paramref name="state"/> on that is not in <paramref name="other"/>; -1 if there is none.</summary>
    public int NextOutside(StateSet other, int state)
    {
        for (var i = state >> 6; i < _words.Length; i++)
        {
            var word = _words[i] & ~other._words[i];
            if (i == state >> 6)
            {
                word &= ulong.MaxValue << state;
            }

            if (word != 0)
            {
                return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }

        return -1;
    }
}
