using System.Runtime.InteropServices;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference;

/// <summary>
/// A list of facts as they came; and, once somebody asks for that, in the order of their keys. Several may ask at once; while it takes changes, nobody may.
/// </summary>
internal sealed class KeyedFacts
{
    private List<Fact> _facts = [];
    private volatile List<Fact>? _ordered;

    public int Count => _facts.Count;

    /// <summary>In whatever order.</summary>
    public List<Fact> All => _facts;

    /// <summary>Makes room for so many at once.</summary>
    public void MakeRoomFor(int facts) => _facts.EnsureCapacity(facts);

    /// <summary>By key.</summary>
    public List<Fact> InOrder
    {
        get
        {
            if (_ordered is { } known)
            {
                return known;
            }

            lock (this)
            {
                return _ordered ??= Sorted();
            }
        }
    }

    /// <summary>The same in the order in which they became known.</summary>
    public Fact[] AsKnown => Ordered.AsKnown(_facts);

    public void Add(Fact fact)
    {
        _facts.Add(fact);
        _ordered = null;
    }

    /// <summary>Adds a fact where it belongs by its key.</summary>
    public void Insert(Fact fact)
    {
        _facts = InOrder;
        Ordered.Insert(_facts, fact);
    }

    public void Remove(Fact fact)
    {
        _facts = InOrder;
        Ordered.Remove(_facts, fact);
    }

    private List<Fact> Sorted()
    {
        for (var i = 1; i < _facts.Count; i++)
        {
            if (string.CompareOrdinal(_facts[i - 1].Key, _facts[i].Key) > 0)
            {
                var sorted = new List<Fact>(_facts);
                KeyOrder.Sort(CollectionsMarshal.AsSpan(sorted));
                return sorted;
            }
        }

        return _facts;
    }
}

/// <summary>Lists of facts in the order of their keys.</summary>
internal static class Ordered
{
    /// <summary>
    /// The same facts in the order in which they became known: mostly that in which they lie in memory, together with those that have to do with them. Going
    /// through millions of them in another order takes several times as long.
    /// </summary>
    public static Fact[] AsKnown(IReadOnlyList<Fact> facts)
    {
        var (known, ordered, isInOrder) = (new long[facts.Count], new Fact[facts.Count], true);
        for (var i = 0; i < ordered.Length; i++)
        {
            (known[i], ordered[i]) = (facts[i].Known.ToUnixTimeTicks(), facts[i]);
            isInOrder &= i == 0 || known[i - 1] <= known[i];
        }

        if (!isInOrder)
        {
            Array.Sort(known, ordered);
        }

        return ordered;
    }

    public static void Insert(List<Fact> list, Fact fact)
    {
        var at = list.BinarySearch(fact, ByKey.Instance);
        list.Insert(at < 0 ? ~at : at, fact);
    }

    public static void Remove(List<Fact> list, Fact fact)
    {
        var at = list.BinarySearch(fact, ByKey.Instance);
        if (at >= 0)
        {
            list.RemoveAt(at);
        }
    }

    private sealed class ByKey : IComparer<Fact>
    {
        public static readonly ByKey Instance = new();

        public int Compare(Fact? x, Fact? y) => string.CompareOrdinal(x!.Key, y!.Key);
    }
}
