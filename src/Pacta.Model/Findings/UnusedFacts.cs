using System.Collections.Immutable;
using Pacta.Model.Histories;

namespace Pacta.Model.Findings;

/// <summary>
/// What was reported and stands in no finding, ordered by key, and counts behind it. Of kinds that no clause speaks of there may be very many, the same for one agreement
/// after the other: they are gone through only by who wants to see each.
/// </summary>
public sealed class UnusedFacts
{
    private readonly ImmutableArray<UnusedFact> _looked;
    private readonly ImmutableArray<FactsOfKind> _aside;
    private readonly Lazy<ImmutableHashSet<string>> _notMentioned;

    /// <param name="looked">Each was looked at. Ordered by key, then counts.</param>
    /// <param name="aside">Of kinds that no clause speaks of; none of them is among the others. Where there are any, nothing is counted.</param>
    public UnusedFacts(ImmutableArray<UnusedFact> looked, ImmutableArray<FactsOfKind> aside)
    {
        (_looked, _aside) = (looked, aside);
        _notMentioned = new(() =>
            [.. _looked.Where(f => f.Why == UnusedCode.KindNotMentioned).Select(f => f.Kind).Distinct(StringComparer.Ordinal), .. _aside.Select(a => a.Kind)]);
    }

    public int Count => _looked.Length + _aside.Sum(a => a.Count);

    /// <summary>The kinds of those whose kind no clause speaks of.</summary>
    public IReadOnlySet<string> KindsNotMentioned => _notMentioned.Value;

    public IEnumerable<UnusedFact> All => InOrder(_looked, _aside);

    /// <summary>All but those whose kind no clause speaks of and is one of these.</summary>
    public IEnumerable<UnusedFact> Without(IReadOnlySet<string> notMentioned) => InOrder(
        _looked.Where(f => f.Why != UnusedCode.KindNotMentioned || !notMentioned.Contains(f.Kind)),
        [.. _aside.Where(a => !notMentioned.Contains(a.Kind))]);

    private static IEnumerable<UnusedFact> InOrder(IEnumerable<UnusedFact> looked, ImmutableArray<FactsOfKind> aside)
    {
        var beside = aside.SelectMany(a => a.InOrder).ToArray();
        if (aside.Length > 1)
        {
            KeyOrder.Sort(beside);
        }

        var next = 0;
        foreach (var fact in looked)
        {
            for (; next < beside.Length && string.CompareOrdinal(beside[next].Key, fact.Key) < 0; next++)
            {
                yield return NotMentioned(beside[next]);
            }

            yield return fact;
        }

        for (; next < beside.Length; next++)
        {
            yield return NotMentioned(beside[next]);
        }
    }

    private static UnusedFact NotMentioned(Fact fact) => new(fact, UnusedCode.KindNotMentioned, []);
}
