using System.Numerics;
using NodaTime;
using Pacta.Model.Time;

namespace Pacta.Evidence.Recording;

/// <summary>What moments stand for in a time zone. Most of them recur, days above all, and are found once.</summary>
internal sealed class ZonedMoments
{
    private const int MostSlots = 4096;

    private readonly DateTimeZone _zone;
    private readonly Found[] _slots;

    /// <param name="records">How many records speak of moments: for a few, little is kept ready.</param>
    public ZonedMoments(DateTimeZone zone, int records)
    {
        _zone = zone;
        _slots = new Found[Math.Min(MostSlots, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, records)))];
    }

    public InstantRange In(Moment moment) => moment.Absolute is { } instant ? InstantRange.At(instant) : Find(moment).Range;

    public InstantRange In(When when) => ReferenceEquals(when.From, when.To) ? In(when.From) : new InstantRange(In(when.From).Earliest, In(when.To).Latest);

    /// <summary>Are there such days in the zone?</summary>
    public bool Exists(When? when) => when is null || (Exists(when.From) && (ReferenceEquals(when.From, when.To) || Exists(when.To)));

    private bool Exists(Moment moment) => moment.Absolute is not null || Find(moment).Exists;

    private ref Found Find(Moment moment)
    {
        ref var slot = ref _slots[moment.Local.GetHashCode() & (_slots.Length - 1)];
        if (!ReferenceEquals(slot.Moment, moment) && moment != slot.Moment)
        {
            slot = new Found(moment, moment.In(_zone), moment.ExistsIn(_zone));
        }

        return ref slot;
    }

    private readonly record struct Found(Moment? Moment, InstantRange Range, bool Exists);
}
