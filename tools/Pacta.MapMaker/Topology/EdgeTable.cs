using System.Runtime.InteropServices;

namespace Pacta.MapMaker.Topology;

/// <summary>
/// All edges of the map, each once, with what lies on either side of it: a number of a unit, or the sea. From a lower number of a corner to a higher one. An edge with
/// the same on both sides is none.
/// </summary>
internal sealed class EdgeTable
{
    public const short Sea = -1;

    private readonly Dictionary<Corner, int> _numbers = [];
    private readonly Dictionary<(int, int), (short Left, short Right)> _edges = [];

    public List<Corner> Corners { get; } = [];

    public IEnumerable<(int From, int To, short Left, short Right)> Edges => _edges.Select(e => (e.Key.Item1, e.Key.Item2, e.Value.Left, e.Value.Right));

    public int Count => _edges.Count;

    public int Number(Corner corner)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, corner, out var known);
        if (!known)
        {
            number = Corners.Count;
            Corners.Add(corner);
        }

        return number;
    }

    /// <summary>An edge with the unit on its left.</summary>
    public void Add(Corner from, Corner to, short unit)
    {
        var (a, b) = (Number(from.Joined()), Number(to.Joined()));
        if (a == b)
        {
            return;
        }

        ref var sides = ref CollectionsMarshal.GetValueRefOrAddDefault(_edges, a < b ? (a, b) : (b, a), out var known);
        if (!known)
        {
            sides = (Sea, Sea);
        }

        ref var side = ref a < b ? ref sides.Left : ref sides.Right;
        if (side != Sea)
        {
            throw new InvalidDataException($"two provinces lie on the same side of the edge from {from} to {to}");
        }

        side = unit;
    }

    /// <summary>A line through a unit.</summary>
    public void AddCut(int a, int b, short unit)
    {
        if (a != b)
        {
            _edges.TryAdd(a < b ? (a, b) : (b, a), (unit, unit));
        }
    }

    public void Relabel(int from, int to, short unit)
    {
        ref var sides = ref CollectionsMarshal.GetValueRefOrNullRef(_edges, from < to ? (from, to) : (to, from));
        (from < to ? ref sides.Left : ref sides.Right) = unit;
    }

    /// <summary>Along the date line the two sides need not have the same corners: each edge is cut at all of them.</summary>
    public void SplitDateLine()
    {
        var corners = Enumerable.Range(0, Corners.Count).Where(i => OnDateLine(Corners[i])).OrderBy(i => Corners[i].Y).ToArray();
        foreach (var (a, b) in _edges.Keys.Where(k => OnDateLine(Corners[k.Item1]) && OnDateLine(Corners[k.Item2])).ToArray())
        {
            var (south, north) = Corners[a].Y < Corners[b].Y ? (a, b) : (b, a);
            var between = corners.Where(i => Corners[i].Y >= Corners[south].Y && Corners[i].Y <= Corners[north].Y).ToArray();
            _edges.Remove((a, b), out var sides);
            for (var i = 0; i + 1 < between.Length; i++)
            {
                var (from, to) = a == south ? (between[i], between[i + 1]) : (between[i + 1], between[i]);
                Put(from, to, sides.Left);
                Put(to, from, sides.Right);
            }
        }

        bool OnDateLine(Corner corner) => corner.X == -Corner.Turn / 2 || corner.Y == -90_000_000;

        void Put(int from, int to, short unit)
        {
            if (unit != Sea)
            {
                ref var sides = ref CollectionsMarshal.GetValueRefOrAddDefault(_edges, from < to ? (from, to) : (to, from), out var known);
                sides = known ? sides : (Sea, Sea);
                (from < to ? ref sides.Left : ref sides.Right) = unit;
            }
        }
    }

    /// <summary>Edges that have the same on both sides.</summary>
    public int Dissolve()
    {
        var inner = _edges.Where(e => e.Value.Left == e.Value.Right).Select(e => e.Key).ToArray();
        foreach (var key in inner)
        {
            _edges.Remove(key);
        }

        return inner.Length;
    }
}
