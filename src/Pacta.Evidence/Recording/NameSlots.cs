using System.Numerics;

namespace Pacta.Evidence.Recording;

/// <summary>
/// Which of many things was the first of its name. The names are not kept: what is kept of each is a part of its hash and its number, in one place, so that a name
/// which nobody had before costs one look into memory. There may be millions of them.
/// </summary>
/// <param name="count">How many there may be.</param>
/// <param name="nameOf">The name of the thing with a number.</param>
internal sealed class NameSlots(int count, Func<int, string> nameOf)
{
    private readonly ulong[] _slots = new ulong[BitOperations.RoundUpToPowerOf2((ulong)Math.Max(4, count) * 2)];

    /// <summary>Takes a thing in if it is the first of its name.</summary>
    /// <returns>The number of who was the first; -1: it is this one.</returns>
    public int Add(string name, int number)
    {
        var hash = (uint)name.GetHashCode(StringComparison.Ordinal);
        ref var slot = ref Find(name, hash);
        if (slot != 0)
        {
            return NumberIn(slot);
        }

        slot = ((ulong)hash << 32) | (uint)(number + 1);
        return -1;
    }

    public bool Contains(string name) => Find(name, (uint)name.GetHashCode(StringComparison.Ordinal)) != 0;

    private static int NumberIn(ulong slot) => (int)(uint)slot - 1;

    /// <summary>Where the name is, or would be.</summary>
    private ref ulong Find(string name, uint hash)
    {
        var mask = _slots.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            ref var slot = ref _slots[at];
            if (slot == 0 || ((uint)(slot >> 32) == hash && nameOf(NumberIn(slot)) == name))
            {
                return ref slot;
            }
        }
    }
}
