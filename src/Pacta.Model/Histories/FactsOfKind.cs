using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Time;

namespace Pacta.Model.Histories;

/// <summary>
/// Events of one kind of which no clause of an agreement speaks, each told of by one plain report and by nobody else. Agreements that are checked together share them: of
/// what each passes over nothing is made again, and nothing is made that nobody asks for.
/// </summary>
public sealed class FactsOfKind
{
    private readonly Lazy<ImmutableArray<Fact>> _inOrder;
    private readonly Predicate<string> _isInRole;
    private readonly Instant? _firstInstant;
    private readonly LocalDate? _firstDay;

    /// <param name="firstInstant">The earliest time of those that were told by the clock; null: none was.</param>
    /// <param name="firstDay">The earliest day of those of which no more was told; null: there are none.</param>
    /// <param name="inOrder">Makes them, ordered by key; it is asked once.</param>
    /// <param name="isInRole">Does a name fill a role of any of them?</param>
    public FactsOfKind(string kind, int count, Instant? firstInstant, LocalDate? firstDay, Func<ImmutableArray<Fact>> inOrder, Predicate<string> isInRole) =>
        (Kind, Count, _firstInstant, _firstDay, _inOrder, _isInRole) = (kind, count, firstInstant, firstDay, new(inOrder), isInRole);

    public string Kind { get; }

    public int Count { get; }

    /// <summary>By key. Of each it may be asked what it is, when it happened and who says so; what its roles and fields mean hangs on the agreement.</summary>
    public ImmutableArray<Fact> InOrder => _inOrder.Value;

    /// <summary>The earliest time of any of them.</summary>
    /// <param name="zone">In which days begin.</param>
    public Instant First(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return _firstDay is not { } day ? _firstInstant!.Value
            : ZoneDays.StartOf(day, zone) is var start && _firstInstant is { } at ? Instant.Min(start, at) : start;
    }

    /// <summary>Does a name fill a role of any of them?</summary>
    public bool IsInRole(string name) => _isInRole(name);
}
