using System.Numerics;

namespace Pacta.Evidence.Recording;

/// <summary>
/// Which of many things was the first of its name. The names are not kept: what is kept of each is its hash and its number, in one place, so that a name which
/// nobody had before costs one look into memory. There may be millions of them.
/// </summary>
/// <param name="count">How many there may be.</param>
/// <param name="nameOf">The name of the thing with a number; null: it has none.</param>
internal sealed class NameSlots(int count, Func<int, string?> nameOf)
{
    private const int Together = 32;

    private readonly ulong[] _slots = new ulong[BitOperations.RoundUpToPowerOf2((ulong)Math.Max(4, count) * 2)];
    private readonly uint[] _hashes = new uint[Together];

    /// <summary>Takes all in, from the first on.</summary>
    /// <returns>The numbers of those whose name another had first, with the number of that one.</returns>
    public IEnumerable<(int Number, int First)> AddAll(int all)
    {
        for (var start = 0; start < all; start += Together)
        {
            var end = Math.Min(all, start + Together);
            for (var i = start; i < end; i++)
            {
                _hashes[i - start] = nameOf(i) is { } name ? HashOf(name) : 0;
            }

            Fetch();
            for (var i = start; i < end; i++)
            {
                if (nameOf(i) is { } name && Add(name, _hashes[i - start], i) is >= 0 and var first)
                {
                    yield return (i, first);
                }
            }
        }
    }

    public bool Contains(string name) => Find(name, HashOf(name)) != 0;

    /// <returns>The number of the first of that name; -1: there is none.</returns>
    public int NumberOf(string name) => NumberIn(Find(name, HashOf(name)));

    public bool ContainsAll(List<string> names)
    {
        for (var start = 0; start < names.Count; start += Together)
        {
            var end = Math.Min(names.Count, start + Together);
            for (var i = start; i < end; i++)
            {
                _hashes[i - start] = HashOf(names[i]);
            }

            Fetch();
            for (var i = start; i < end; i++)
            {
                if (Find(names[i], _hashes[i - start]) == 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static uint HashOf(string name) => (uint)StringComparer.Ordinal.GetHashCode(name);

    private static int NumberIn(ulong slot) => (int)(uint)slot - 1;

    /// <summary>The slots lie anywhere in memory: looked at without waiting for what is in them, many come at once.</summary>
    private void Fetch()
    {
        var mask = (uint)_slots.Length - 1;
        var met = 0UL;
        foreach (var hash in _hashes)
        {
            met |= _slots[hash & mask];
        }

        GC.KeepAlive(met == 0 ? null : this);
    }

    /// <returns>The number of who was the first of the name; -1: it is this one.</returns>
    private int Add(string name, uint hash, int number)
    {
        ref var slot = ref Find(name, hash);
        if (slot != 0)
        {
            return NumberIn(slot);
        }

        slot = ((ulong)hash << 32) | (uint)(number + 1);
        return -1;
    }

    /// <summary>Where the name is, or would be.</summary>
    private ref ulong Find(string name, uint hash)
    {
        var mask = (uint)_slots.Length - 1;
        for (var at = hash & mask; ; at = (at + 1) & mask)
        {
            ref var slot = ref _slots[at];
            if (slot == 0 || ((uint)(slot >> 32) == hash && nameOf(NumberIn(slot)) == name))
            {
                return ref slot;
            }
        }
    }
}
