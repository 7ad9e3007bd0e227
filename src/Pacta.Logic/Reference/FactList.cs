using System.Collections;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference;

/// <summary>Facts of two lists that are each ordered by key, told in one order.</summary>
internal readonly struct FactList(List<Fact>? named, List<Fact>? open) : IEnumerable<Fact>
{
    public int Count => (named?.Count ?? 0) + (open?.Count ?? 0);

    public IEnumerator<Fact> GetEnumerator() => (named, open) switch
    {
        (null or [], null or []) => Enumerable.Empty<Fact>().GetEnumerator(),
        (null or [], _) => open.GetEnumerator(),
        (_, null or []) => named.GetEnumerator(),
        _ => Merged(named, open).GetEnumerator(),
    };

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IEnumerable<Fact> Merged(List<Fact> a, List<Fact> b)
    {
        var (i, j) = (0, 0);
        while (i < a.Count || j < b.Count)
        {
            yield return j == b.Count || (i < a.Count && string.CompareOrdinal(a[i].Key, b[j].Key) < 0) ? a[i++] : b[j++];
        }
    }
}

/// <summary>The events of a kind by who or what fills one of their roles.</summary>
internal sealed class RoleIndex
{
    private readonly Dictionary<string, List<Fact>> _byName = new(StringComparer.Ordinal);

    private readonly string _role;

    /// <summary>Nobody says by whom, or somebody denies that it was who was named: it may be anybody.</summary>
    private readonly List<Fact> _open = [];

    /// <param name="facts">Ordered by key.</param>
    public RoleIndex(IReadOnlyList<Fact> facts, string role)
    {
        _role = role;
        foreach (var fact in facts)
        {
            foreach (var list in ListsOf(fact))
            {
                list.Add(fact);
            }
        }
    }

    public FactList Find(string name) => new(_byName.GetValueOrDefault(name), _open);

    public void Insert(Fact fact)
    {
        foreach (var list in ListsOf(fact))
        {
            Ordered.Insert(list, fact);
        }
    }

    public void Remove(Fact fact)
    {
        foreach (var list in ListsOf(fact))
        {
            Ordered.Remove(list, fact);
        }
    }

    /// <summary>Whether it leaves the role open, so that anybody may fill it.</summary>
    public static bool IsOpen(Fact fact, string role) => !fact.Roles.TryGetValue(role, out var attribute) || FactStore.IsDenied(attribute);

    private IEnumerable<List<Fact>> ListsOf(Fact fact)
    {
        if (IsOpen(fact, _role))
        {
            return [_open];
        }

        var attribute = fact.Roles[_role];
        return attribute.IsPlain(out var value) && value is Model.Values.NameValue only
            ? [ListOf(only.Name)]
            : attribute.Alternatives.SelectMany(a => FactStore.NamesOf(a.Value)).Distinct(StringComparer.Ordinal).Select(ListOf);
    }

    private List<Fact> ListOf(string name)
    {
        if (!_byName.TryGetValue(name, out var list))
        {
            list = [];
            _byName.Add(name, list);
        }

        return list;
    }
}

/// <summary>Lists of facts in the order of their keys.</summary>
internal static class Ordered
{
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
