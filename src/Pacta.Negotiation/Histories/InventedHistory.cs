using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Negotiation.Histories;

/// <summary>A fact that nobody reported: made up to show what texts say of it.</summary>
/// <param name="Id">Observations of one thing share it.</param>
/// <param name="Kind">As declared.</param>
/// <param name="End">When it ended; null: it is not said.</param>
/// <param name="Roles">By preposition.</param>
/// <param name="Fields">Exact values, in root units.</param>
public sealed record InventedFact(
    string Id,
    string Kind,
    FactForm Form,
    Instant At,
    Instant? End,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Roles,
    ImmutableSortedDictionary<string, Value> Fields)
{
    /// <summary>Only its days are told: the hours make no difference.</summary>
    public bool IsByDay { get; init; }

    /// <summary>Who or what stands behind a preposition; empty where nothing does.</summary>
    public ImmutableArray<string> Role(string preposition) => Roles.GetValueOrDefault(preposition, []);
}

/// <summary>What is taken to be judged, one way or the other, from the beginning of an invented history.</summary>
public sealed record InventedJudgement(string Matter, bool Holds, Instant At);

/// <summary>An invented history: exact, and complete through its end.</summary>
/// <param name="Facts">In the order of time.</param>
public sealed record InventedHistory(ImmutableArray<InventedFact> Facts, ImmutableArray<InventedJudgement> Judgements, Instant Through)
{
    public int Length => Facts.Length;

    /// <summary>In the order of time; of the same moment, what others speak of comes before them.</summary>
    public static ImmutableArray<InventedFact> InOrder(IEnumerable<InventedFact> facts)
    {
        var all = facts.ToList();
        var ids = all.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        return [.. all.OrderBy(f => f.At).ThenBy(f => f.Roles.Values.Any(n => n.Any(ids.Contains))).ThenBy(f => f.Id, StringComparer.Ordinal)];
    }
}
