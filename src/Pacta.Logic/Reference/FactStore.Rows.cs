using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>Facts of which there are only rows, and the lists of all that are put together when a store is made.</summary>
internal sealed partial class FactStore
{
    private static NumberedNames? NamesOf(ImmutableArray<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (fact.IsRow(out var rows, out _))
            {
                return rows.Names;
            }
        }

        return null;
    }

    private Fact? OfRow(string key) => RowNames?.Find(key) is >= 0 and var number ? OfRow(number) : null;

    private Fact? OfRow(int number) => number < _byNumber.Length && _byNumber[number] is > 0 and var place ? _facts[place - 1] : null;

    /// <summary>The facts of which there are only rows.</summary>
    private IEnumerable<Fact> OfRows() => _facts.Where(f => f.IsRow(out var rows, out _) && ReferenceEquals(rows.Names, RowNames));

    private BitArray FindInRolesOfRows()
    {
        var names = new BitArray(_byNumber.Length);
        foreach (var fact in OfRows())
        {
            if (fact.IsRow(out var rows, out var row))
            {
                foreach (var role in rows.Rows.RolesOf(row))
                {
                    names[role.Name] = true;
                }
            }
        }

        return names;
    }

    /// <summary>How many facts with numbered names there are of each kind, by its name: lists of a million grow at once to their size.</summary>
    private Dictionary<string, int> KindsOfRows(ImmutableArray<Fact> facts)
    {
        var kinds = new Dictionary<int, int>();
        foreach (var fact in facts)
        {
            if (fact.IsRow(out var of, out var row) && ReferenceEquals(of.Names, RowNames))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(kinds, of.Rows[row].Kind, out _)++;
            }
        }

        return kinds.ToDictionary(k => RowNames![k.Key], k => k.Value, StringComparer.Ordinal);
    }

    /// <summary>The lists that events of a kind belong to, found once for each kind: most events are of the kind of the one before.</summary>
    private sealed class ListsOfKinds(FactStore store)
    {
        private readonly Dictionary<string, KeyedFacts[]> _all = new(StringComparer.Ordinal);
        private (string? Kind, KeyedFacts[] Lists) _last = (null, []);

        /// <param name="kinds">How many events there will be of some kinds.</param>
        public void MakeRoomFor(Dictionary<string, int> kinds)
        {
            foreach (var list in kinds.SelectMany(k => ListsOf(k.Key), (k, list) => (List: list, k.Value)).GroupBy(l => l.List, l => l.Value))
            {
                list.Key.MakeRoomFor(list.Sum());
            }
        }

        public void AddEvent(Fact fact)
        {
            var kind = fact.Kind;
            if (!ReferenceEquals(_last.Kind, kind))
            {
                _last = (kind, ListsOf(kind));
            }

            foreach (var list in _last.Lists)
            {
                list.Add(fact);
            }
        }

        private KeyedFacts[] ListsOf(string kind)
        {
            if (!_all.TryGetValue(kind, out var lists))
            {
                lists = [.. store.Ancestry(kind).Select(ListOf)];
                _all.Add(kind, lists);
            }

            return lists;
        }

        private KeyedFacts ListOf(string kind)
        {
            if (!store._eventsByKind.TryGetValue(kind, out var list))
            {
                list = new();
                store._eventsByKind.Add(kind, list);
            }

            return list;
        }
    }
}
