using System.Collections;
using System.Runtime.InteropServices;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference;

/// <summary>
/// Facts of two lists that are each ordered by key, told in one order. Most names fill a role of one fact only: a list of one is that fact itself.
/// </summary>
/// <param name="named">A fact, a list of facts, or null.</param>
internal readonly struct FactList(object? named, List<Fact> open) : IEnumerable<Fact>
{
    public static readonly FactList Empty = new(null, []);

    public int Count => (named switch { null => 0, List<Fact> list => list.Count, _ => 1 }) + open.Count;

    public Enumerator GetEnumerator() => new(named, open);

    IEnumerator<Fact> IEnumerable<Fact>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal struct Enumerator : IEnumerator<Fact>
    {
        private readonly Fact? _only;
        private readonly List<Fact>? _named;
        private readonly List<Fact> _open;
        private readonly int _count;
        private int _i;
        private int _j;

        public Enumerator(object? named, List<Fact> open)
        {
            (_only, _named, _open) = (named as Fact, named as List<Fact>, open);
            _count = _only is null ? _named?.Count ?? 0 : 1;
        }

        public Fact Current { get; private set; } = null!;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            var (a, b) = (_i < _count ? _only ?? _named![_i] : null, _j < _open.Count ? _open[_j] : null);
            if (a is null && b is null)
            {
                return false;
            }

            if (b is null || (a is not null && string.CompareOrdinal(a.Key, b.Key) < 0))
            {
                Current = a!;
                _i++;
            }
            else
            {
                Current = b;
                _j++;
            }

            return true;
        }

        public void Reset() => (_i, _j) = (0, 0);

        public readonly void Dispose()
        {
        }
    }
}

/// <summary>Facts by name, in the order of their keys; a single one without a list of its own.</summary>
internal sealed class FactsByName
{
    private readonly Dictionary<string, object> _byName = new(StringComparer.Ordinal);

    public object? this[string name] => _byName.GetValueOrDefault(name);

    /// <summary>How many names there are.</summary>
    public int Count => _byName.Count;

    /// <summary>Makes room for so many names at once.</summary>
    public void EnsureCapacity(int names) => _byName.EnsureCapacity(names);

    /// <summary>Adds one whose key comes after those of all others.</summary>
    public void Add(string name, Fact fact)
    {
        ref var here = ref CollectionsMarshal.GetValueRefOrAddDefault(_byName, name, out var isThere);
        switch (here)
        {
            case null:
                here = fact;
                break;
            case List<Fact> list:
                list.Add(fact);
                break;
            default:
                here = new List<Fact> { (Fact)here, fact };
                break;
        }
    }

    public void Insert(string name, Fact fact)
    {
        if (!_byName.TryGetValue(name, out var here))
        {
            _byName.Add(name, fact);
            return;
        }

        var list = here as List<Fact> ?? [(Fact)here];
        Ordered.Insert(list, fact);
        _byName[name] = list;
    }

    public void Remove(string name, Fact fact)
    {
        switch (_byName.GetValueOrDefault(name))
        {
            case List<Fact> list:
                Ordered.Remove(list, fact);
                break;
            case Fact only when only.Key == fact.Key:
                _byName.Remove(name);
                break;
        }
    }
}

/// <summary>The events of a kind by who or what fills one of their roles.</summary>
internal sealed class RoleIndex
{
    /// <summary>If each of so many names another, the rest will too.</summary>
    private const int Sample = 1_024;

    private readonly FactsByName _byName = new();

    private readonly string _role;

    /// <summary>Nobody says by whom, or somebody denies that it was who was named: it may be anybody.</summary>
    private readonly List<Fact> _open = [];

    /// <param name="facts">Ordered by key.</param>
    public RoleIndex(IReadOnlyList<Fact> facts, string role)
    {
        _role = role;
        for (var i = 0; i < facts.Count; i++)
        {
            if (i == Sample && _byName.Count == Sample)
            {
                _byName.EnsureCapacity(facts.Count);
            }

            var fact = facts[i];
            if (!fact.Roles.TryGetValue(role, out var held) || FactStore.IsDenied(held))
            {
                _open.Add(fact);
                continue;
            }

            if (held.IsPlain(out var value) && value is Model.Values.NameValue only)
            {
                _byName.Add(only.Name, fact);
                continue;
            }

            foreach (var name in NamesOf(held))
            {
                _byName.Add(name, fact);
            }
        }
    }

    public FactList Find(string name) => new(_byName[name], _open);

    public void Insert(Fact fact)
    {
        if (IsOpen(fact, _role))
        {
            Ordered.Insert(_open, fact);
            return;
        }

        foreach (var name in NamesOf(fact.Roles[_role]))
        {
            _byName.Insert(name, fact);
        }
    }

    public void Remove(Fact fact)
    {
        if (IsOpen(fact, _role))
        {
            Ordered.Remove(_open, fact);
            return;
        }

        foreach (var name in NamesOf(fact.Roles[_role]))
        {
            _byName.Remove(name, fact);
        }
    }

    /// <summary>Whether it leaves the role open, so that anybody may fill it.</summary>
    public static bool IsOpen(Fact fact, string role) => !fact.Roles.TryGetValue(role, out var attribute) || FactStore.IsDenied(attribute);

    private static IEnumerable<string> NamesOf(Attribute<Model.Values.Value> held) =>
        held.Alternatives.SelectMany(a => FactStore.NamesOf(a.Value)).Distinct(StringComparer.Ordinal);
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
        var (known, ordered) = (new long[facts.Count], new Fact[facts.Count]);
        for (var i = 0; i < ordered.Length; i++)
        {
            (known[i], ordered[i]) = (facts[i].Known.ToUnixTimeTicks(), facts[i]);
        }

        Array.Sort(known, ordered);
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
