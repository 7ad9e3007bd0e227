using System.Collections.Immutable;

namespace Pacta.Model.Histories;

/// <summary>The facts of a history: in the order in which they are at hand, and, once somebody asks for that, ordered by key.</summary>
public sealed class ListedFacts
{
    private readonly Lazy<ImmutableArray<Fact>> _ordered;

    private ListedFacts(ImmutableArray<Fact> facts, Lazy<ImmutableArray<Fact>> ordered) => (All, _ordered) = (facts, ordered);

    /// <summary>Each once, in the order in which they are at hand.</summary>
    public ImmutableArray<Fact> All { get; }

    /// <summary>By key.</summary>
    public ImmutableArray<Fact> Ordered => _ordered.Value;

    /// <param name="facts">Ordered by key.</param>
    public static ListedFacts InOrder(ImmutableArray<Fact> facts) => new(facts, new(facts));

    /// <param name="facts">In whatever order.</param>
    /// <param name="ordered">Puts them in the order of their keys.</param>
    public static ListedFacts InAnyOrder(ImmutableArray<Fact> facts, Func<ImmutableArray<Fact>, ImmutableArray<Fact>> ordered) => new(facts, new(() => ordered(facts)));
}
