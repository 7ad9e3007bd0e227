using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;
using Pacta.Model.Time;

namespace Pacta.Model.Histories;

/// <summary>
/// Events of one kind of which no clause of an agreement speaks, each told of by one plain report and by nobody else. Agreements that are checked together share them: of
/// what each passes over nothing is made again, and nothing is made that nobody asks for.
/// </summary>
public sealed class FactsOfKind
{
    private readonly Func<int, Fact> _fact;
    private readonly Lazy<ImmutableArray<Fact>> _inOrder;
    private ImmutableArray<Fact> _first = [];
    private readonly Predicate<string> _isInRole;
    private readonly Instant? _firstInstant;
    private readonly LocalDate? _firstDay;

    /// <param name="firstInstant">The earliest time of those that were told by the clock; null: none was.</param>
    /// <param name="firstDay">The earliest day of those of which no more was told; null: there are none.</param>
    /// <param name="fact">Makes one of them, in whatever order they are counted from 0.</param>
    /// <param name="isInRole">Does a name fill a role of any of them?</param>
    public FactsOfKind(string kind, int count, Instant? firstInstant, LocalDate? firstDay, Func<int, Fact> fact, Predicate<string> isInRole) =>
        (Kind, Count, _firstInstant, _firstDay, _fact, _inOrder, _isInRole) = (kind, count, firstInstant, firstDay, fact, new(Sorted), isInRole);

    public string Kind { get; }

    public int Count { get; }

    /// <summary>By key. Of each it may be asked what it is, when it happened and who says so; what its roles and fields mean hangs on the agreement.</summary>
    public ImmutableArray<Fact> InOrder => _inOrder.Value;

    /// <summary>The first of <see cref="InOrder"/>; to find a few, not all are put in order.</summary>
    public ImmutableArray<Fact> FirstInOrder(int most)
    {
        most = Math.Min(most, Count);
        if (_first.Length < most)
        {
            _first = _inOrder.IsValueCreated ? _inOrder.Value[..most] : FindFirst(most);
        }

        return _first[..most];
    }

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

    private ImmutableArray<Fact> FindFirst(int most)
    {
        var first = new FirstByKey<Fact>(most, static f => f.Key);
        for (var i = 0; i < Count; i++)
        {
            first.Add(_fact(i));
        }

        return [.. first.Kept];
    }

    private ImmutableArray<Fact> Sorted()
    {
        var facts = new Fact[Count];
        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] = _fact(i);
        }

        KeyOrder.Sort(facts);
        return ImmutableCollectionsMarshal.AsImmutableArray(facts);
    }
}
