namespace Pacta.Temporal.Formulas;

/// <summary>
/// A distance in time, in whole units of the log's time stamps (seconds, where units of time are written).
/// </summary>
/// <param name="From">The lower end as written, never negative.</param>
/// <param name="FromIsOpen">The lower end itself is not included.</param>
/// <param name="To">The upper end as written; null for none.</param>
/// <param name="ToIsOpen">The upper end itself is not included.</param>
public sealed record Interval(long From, bool FromIsOpen, long? To, bool ToIsOpen)
{
    /// <summary>[0,*): any distance.</summary>
    public static Interval Any { get; } = new(0, false, null, false);

    /// <summary>The least distance included. Time stamps are whole numbers, so an open end is the next number.</summary>
    public long Least => FromIsOpen ? From + 1 : From;

    /// <summary>The greatest distance included; <see cref="long.MaxValue"/> if there is none.</summary>
    public long Greatest => To is not { } to ? long.MaxValue : ToIsOpen ? to - 1 : to;

    public bool IsBounded => To is not null;

    public bool IsEmpty => Least > Greatest;

    public bool Contains(long distance) => distance >= Least && distance <= Greatest;
}
