using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly Lazy<UnusedFact[]> _inOrder;
    private readonly Lazy<ImmutableHashSet<string>> _notMentioned;

    /// <param name="looked">Each was looked at. In whatever order.</param>
    /// <param name="aside">Of kinds that no clause speaks of; none of them is among the others. Where there are any, nothing is counted.</param>
    public UnusedFacts(ImmutableArray<UnusedFact> looked, ImmutableArray<FactsOfKind> aside)
    {
        (_looked, _aside, _inOrder) = (looked, aside, new(Sorted));
        _notMentioned = new(() =>
            [.. _looked.Where(f => f.Why == UnusedCode.KindNotMentioned).Select(f => f.Kind).Distinct(StringComparer.Ordinal), .. _aside.Select(a => a.Kind)]);
    }

    public int Count => _looked.Length + _aside.Sum(a => a.Count);

    /// <summary>The kinds of those whose kind no clause speaks of.</summary>
    public IReadOnlySet<string> KindsNotMentioned => _notMentioned.Value;

    /// <summary>By key, and counts behind.</summary>
    public IEnumerable<UnusedFact> All => InOrder();

    /// <summary>Those of one kind and one reason together, without those whose kind no clause speaks of and is one of these. In no order.</summary>
    /// <param name="mostListed">Of events and things, so many of each group are listed.</param>
    public IEnumerable<UnusedAlike> Alike(IReadOnlySet<string> notMentioned, int mostListed)
    {
        ArgumentNullException.ThrowIfNull(notMentioned);
        var groups = new Dictionary<UnusedFact, UnusedAlike>(OneReason.Comparer);
        foreach (var fact in _looked)
        {
            ref var alike = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, fact, out _);
            alike ??= new UnusedAlike(fact.IsCount ? int.MaxValue : mostListed);
            alike.Add(fact);
        }

        foreach (var kind in _aside.Where(a => !notMentioned.Contains(a.Kind)))
        {
            var first = kind.FirstInOrder(mostListed).Select(NotMentioned).ToArray();
            ref var alike = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, first[0], out _);
            alike ??= new UnusedAlike(mostListed);
            alike.Add(kind.Count, first);
        }

        return groups.Values.Where(g => g.First.Why != UnusedCode.KindNotMentioned || !notMentioned.Contains(g.First.Kind));
    }

    private UnusedFact[] Sorted()
    {
        var events = _looked.Where(f => !f.IsCount).ToDictionary(f => f.Fact, (IEqualityComparer<Fact>)ReferenceEqualityComparer.Instance);
        var facts = events.Keys.ToArray();
        KeyOrder.Sort(facts);
        return [.. facts.Select(f => events[f]), .. _looked.Where(f => f.IsCount).OrderBy(f => f.Key, StringComparer.Ordinal)];
    }

    private IEnumerable<UnusedFact> InOrder()
    {
        var beside = _aside.SelectMany(a => a.InOrder).ToArray();
        if (_aside.Length > 1)
        {
            KeyOrder.Sort(beside);
        }

        var next = 0;
        foreach (var fact in _inOrder.Value)
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

    /// <summary>Of one kind and one reason; texts are told apart by little, as few differ and there may be very many facts.</summary>
    private sealed class OneReason : IEqualityComparer<UnusedFact>
    {
        public static OneReason Comparer { get; } = new();

        public bool Equals(UnusedFact one, UnusedFact other) =>
            one.Why == other.Why && one.IsCount == other.IsCount && one.Kind == other.Kind && one.Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

        public int GetHashCode(UnusedFact fact)
        {
            var hash = (fact.Kind.Length * 31) + ((int?)fact.Why ?? -1);
            foreach (var argument in fact.Arguments)
            {
                hash = (hash * 31) + argument.Length;
                hash = argument.Length == 0 ? hash : (hash * 961) + (argument[0] * 31) + argument[^1];
            }

            return hash;
        }
    }
}
