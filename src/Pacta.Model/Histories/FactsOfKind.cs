using System.Collections.Immutable;
using NodaTime;

namespace Pacta.Model.Histories;

/// <summary>
/// Events of one kind of which no clause of an agreement speaks, each told of by one plain report and by nobody else. Agreements that are checked together share them: of
/// what each passes over nothing is made again, and nothing is made that nobody asks for.
/// </summary>
public sealed class FactsOfKind
{
    private readonly Lazy<ImmutableArray<Fact>> _inOrder;
    private readonly Predicate<string> _isInRole;

    /// <param name="first">The earliest time of any of them.</param>
    /// <param name="inOrder">Makes them, ordered by key; it is asked once.</param>
    /// <param name="isInRole">Does a name fill a role of any of them?</param>
    public FactsOfKind(string kind, int count, Instant first, Func<ImmutableArray<Fact>> inOrder, Predicate<string> isInRole) =>
        (Kind, Count, First, _inOrder, _isInRole) = (kind, count, first, new(inOrder), isInRole);

    public string Kind { get; }

    public int Count { get; }

    /// <summary>The earliest time of any of them.</summary>
    public Instant First { get; }

    /// <summary>By key. Of each it may be asked what it is, when it happened and who says so; what its roles and fields mean hangs on the agreement.</summary>
    public ImmutableArray<Fact> InOrder => _inOrder.Value;

    /// <summary>Does a name fill a role of any of them?</summary>
    public bool IsInRole(string name) => _isInRole(name);
}
