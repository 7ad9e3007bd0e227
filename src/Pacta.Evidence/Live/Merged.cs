using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Pacta.Evidence.Live;

/// <summary>
/// Many items in order, some of which are replaced now and then. What was replaced is put in its place when somebody asks for all: what lies between two
/// changes is copied at one stroke.
/// </summary>
/// <param name="order">No two items of different owners are equal in it.</param>
/// <param name="places">Where the items of an owner are.</param>
internal sealed class Merged<TOwner, T>(Comparison<T> order, Func<TOwner, ImmutableArray<T>, IEnumerable<int>> places, IEqualityComparer<TOwner>? owners = null)
    where TOwner : notnull
{
    private readonly Dictionary<TOwner, ImmutableArray<T>> _replaced = new(owners);
    private ImmutableArray<T> _items = [];

    public bool IsEmpty => _items.IsEmpty && _replaced.Count == 0;

    public ImmutableArray<T> Items
    {
        get
        {
            if (_replaced.Count > 0)
            {
                Merge();
            }

            return _items;
        }
    }

    public ImmutableArray<T> Of(TOwner owner) =>
        _replaced.TryGetValue(owner, out var items) ? items
        : _items.IsEmpty ? []
        : [.. places(owner, _items).Select(i => _items[i])];

    public void Replace(TOwner owner, ImmutableArray<T> items) => _replaced[owner] = items;

    /// <summary>All at once, where there is nothing yet.</summary>
    public void Fill(T[] items)
    {
        for (var i = 1; i < items.Length; i++)
        {
            if (order(items[i - 1], items[i]) > 0)
            {
                Array.Sort(items, order);
                break;
            }
        }

        _items = ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    /// <summary>The first place whose item does not lie before what is looked for.</summary>
    public static int LowerBound(ImmutableArray<T> items, Func<T, bool> isBefore)
    {
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (isBefore(items[middle]))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Merge()
    {
        var gone = _items.IsEmpty ? [] : _replaced.Keys.SelectMany(o => places(o, _items)).Order().ToArray();
        // The items of one owner may be equal in the order, and keep theirs.
        var added = _replaced.Values.SelectMany(i => i).Order(Comparer<T>.Create(order)).ToArray();
        var merged = new T[_items.Length - gone.Length + added.Length];
        var (from, to, g) = (0, 0, 0);
        foreach (var item in added)
        {
            CopyUntil(LowerBound(_items, i => order(i, item) < 0));
            merged[to++] = item;
        }

        CopyUntil(_items.Length);
        _items = ImmutableCollectionsMarshal.AsImmutableArray(merged);
        _replaced.Clear();

        void CopyUntil(int end)
        {
            while (from < end)
            {
                var stop = g < gone.Length && gone[g] < end ? gone[g] : end;
                _items.AsSpan(from, stop - from).CopyTo(merged.AsSpan(to));
                to += stop - from;
                from = stop;
                if (g < gone.Length && gone[g] == from && from < end)
                {
                    (from, g) = (from + 1, g + 1);
                }
            }
        }
    }
}
