using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>
/// What is only counted of one clause under one view. What another view of the same facts counts may be part of it: half a million events are not copied, but looked at there.
/// </summary>
internal sealed class PlainRoots
{
    /// <summary>What was counted under this view, in its order; what was taken out again is still in it.</summary>
    private readonly List<PlainRoot> _own = [];

    /// <summary>The places in <see cref="_own"/> of what was taken out.</summary>
    private readonly HashSet<int> _out = [];

    private PlainRoots? _others;
    private int _most;

    /// <summary>The places among what is looked at in the other view of what is not counted here.</summary>
    private HashSet<int> _outThere = [];

    /// <summary>How many events.</summary>
    public int Count => _own.Count - _out.Count + _most - _outThere.Count;

    /// <summary>What was counted under this view itself.</summary>
    public IEnumerable<PlainRoot> Own => _out.Count == 0 ? _own : _own.Where((_, i) => !_out.Contains(i));

    /// <summary>First what is counted in the other view as well.</summary>
    public IEnumerable<PlainRoot> All => _others is null ? Own : _others._own.Take(_most).Where((_, i) => !_outThere.Contains(i)).Concat(Own);

    public void EnsureCapacity(int most) => _own.EnsureCapacity(most);

    public void Add(in PlainRoot root) => _own.Add(root);

    /// <summary>Counts what another view counts, as far as it found that itself and as of now.</summary>
    /// <param name="except">The keys of events that are not counted here.</param>
    /// <returns>What is counted there of these.</returns>
    public List<PlainRoot> TakeOver(PlainRoots others, IReadOnlySet<string> except)
    {
        (_others, _most, _outThere) = (others, others._own.Count, [.. others._out]);
        var left = new List<PlainRoot>();
        Exclude(others._own, _outThere, new Keys(except), left);
        return left;
    }

    /// <summary>Takes events out.</summary>
    /// <returns>Those of them that were counted.</returns>
    public List<PlainRoot> Remove(IReadOnlySet<string> roots)
    {
        var (keys, removed) = (new Keys(roots), new List<PlainRoot>());
        if (_others is not null)
        {
            Exclude(_others._own, _outThere, keys, removed, _most);
        }

        Exclude(_own, _out, keys, removed);
        return removed;
    }

    private static void Exclude(List<PlainRoot> all, HashSet<int> excluded, Keys keys, List<PlainRoot> removed, int? most = null)
    {
        for (int i = 0, end = most ?? all.Count; i < end; i++)
        {
            if (keys.Contain(all[i]) && excluded.Add(i))
            {
                removed.Add(all[i]);
            }
        }
    }

    /// <summary>The key of what has a row is its id, and that is told by a number.</summary>
    private sealed class Keys(IReadOnlySet<string> keys)
    {
        private readonly FactIds _ids = new(keys);

        public bool Contain(in PlainRoot root) => root.Opened.IsRow(out _, out _) ? _ids.HaveIdOf(root.Opened) : keys.Contains(root.Root);
    }
}
