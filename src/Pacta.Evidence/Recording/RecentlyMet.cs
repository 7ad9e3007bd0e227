using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pacta.Evidence.Recording;

/// <summary>What was found for things that are met again and again, as the very same: each has a slot, and whatever comes to it takes it.</summary>
internal sealed class RecentlyMet<TThing, TFound>
    where TThing : class
{
    private const int MostSlots = 1024;

    private readonly (TThing? Thing, TFound Found)[] _slots;

    /// <param name="records">How many records may bring such things.</param>
    public RecentlyMet(int records) => _slots = new (TThing?, TFound)[Math.Min(MostSlots, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, records)))];

    public bool TryGet(TThing thing, [MaybeNullWhen(false)] out TFound found)
    {
        ref var slot = ref _slots[RuntimeHelpers.GetHashCode(thing) & (_slots.Length - 1)];
        found = slot.Found;
        return ReferenceEquals(slot.Thing, thing);
    }

    public void Keep(TThing thing, TFound found) => _slots[RuntimeHelpers.GetHashCode(thing) & (_slots.Length - 1)] = (thing, found);
}
