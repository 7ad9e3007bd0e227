namespace Pacta.MapMaker.Topology;

/// <summary>A line between two places where three or more units or the sea meet, or a closed one. The higher number is on its left; the sea is the lowest.</summary>
internal sealed record Arc(short Left, short Right, Corner[] Corners)
{
    public bool IsClosed => Corners[0] == Corners[^1];
}

internal static class Arcs
{
    /// <summary>All arcs, in an order that depends on nothing but where they are.</summary>
    public static List<Arc> Of(EdgeTable table)
    {
        var next = new Dictionary<int, List<(int To, short Left, short Right)>>();
        foreach (var (from, to, left, right) in table.Edges)
        {
            Add(from, (to, left, right));
            Add(to, (from, right, left));
        }

        var arcs = new List<Arc>();
        var seen = new HashSet<(int, int)>();
        var starts = next.Keys.OrderBy(k => table.Corners[k]).ToArray();
        // First from where arcs meet; what is left are closed ways.
        foreach (var start in starts.Where(s => !Passes(s)).Concat(starts))
        {
            foreach (var way in next[start])
            {
                if (way.Left > way.Right && !seen.Contains((start, way.To)))
                {
                    arcs.Add(Follow(start, way));
                }
            }
        }

        return [.. arcs.OrderBy(a => a.Left).ThenBy(a => a.Right).ThenBy(a => a.Corners[0]).ThenBy(a => a.Corners[1])];

        void Add(int from, (int, short, short) way)
        {
            if (!next.TryGetValue(from, out var list))
            {
                next[from] = list = [];
            }

            list.Add(way);
        }

        bool Passes(int corner) => next[corner] is [var a, var b] && a.Left == b.Right && a.Right == b.Left;

        Arc Follow(int start, (int To, short Left, short Right) way)
        {
            var corners = new List<Corner> { table.Corners[start] };
            var at = start;
            while (seen.Add((at, way.To)))
            {
                var from = at;
                at = way.To;
                corners.Add(table.Corners[at]);
                if (at == start || !Passes(at))
                {
                    break;
                }

                way = next[at].First(w => w.To != from);
            }

            return new Arc(way.Left, way.Right, [.. corners]);
        }
    }
}
