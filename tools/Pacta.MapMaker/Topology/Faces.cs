namespace Pacta.MapMaker.Topology;

/// <summary>A closed way with a unit on its left: round the outside of a face if its area is positive, round a hole in one otherwise.</summary>
internal sealed record Cycle(int[] Corners, double Area, int West, int South, int East, int North);

/// <summary>The faces of one unit, where lines cut it.</summary>
internal sealed class Faces
{
    private readonly EdgeTable _table;
    private readonly List<Cycle> _cycles = [];

    public Faces(EdgeTable table, short unit)
    {
        _table = table;
        var next = new Dictionary<int, List<int>>();
        foreach (var (from, to, left, right) in table.Edges)
        {
            if (left == unit)
            {
                Add(from, to);
            }

            if (right == unit)
            {
                Add(to, from);
            }
        }

        var seen = new HashSet<(int, int)>();
        foreach (var (start, ends) in next)
        {
            foreach (var end in ends)
            {
                if (!seen.Contains((start, end)))
                {
                    _cycles.Add(Trace(next, seen, start, end));
                }
            }
        }

        void Add(int from, int to)
        {
            if (!next.TryGetValue(from, out var list))
            {
                next[from] = list = [];
            }

            list.Add(to);
        }
    }

    public IReadOnlyList<Cycle> Cycles => _cycles;

    /// <summary>The smallest face that goes round a place.</summary>
    public Cycle? Around(Corner place) => _cycles.Where(c => c.Area > 0 && Contains(c, place)).MinBy(c => c.Area);

    /// <summary>A face and the holes in it get another unit on their inside.</summary>
    public void Relabel(Cycle face, short unit)
    {
        Put(face);
        foreach (var hole in _cycles.Where(c => c.Area <= 0))
        {
            var inside = hole.Corners.Select(c => _table.Corners[c]).FirstOrDefault(c => !face.Corners.Any(f => _table.Corners[f] == c));
            if (inside != default && Contains(face, inside) && Around(inside) == face)
            {
                Put(hole);
            }
        }

        void Put(Cycle cycle)
        {
            for (var i = 0; i < cycle.Corners.Length; i++)
            {
                _table.Relabel(cycle.Corners[i], cycle.Corners[(i + 1) % cycle.Corners.Length], unit);
            }
        }
    }

    private Cycle Trace(Dictionary<int, List<int>> next, HashSet<(int, int)> seen, int start, int end)
    {
        var corners = new List<int>();
        var (from, to) = (start, end);
        while (seen.Add((from, to)))
        {
            corners.Add(from);
            var ways = next[to];
            var on = ways.Count == 1 ? ways[0] : ways.MinBy(w => Clockwise(to, from, w));
            (from, to) = (to, on);
        }

        return Measured([.. corners]);
    }

    /// <summary>By how much one turns right from the way back to the way on, in (0, 2π].</summary>
    private double Clockwise(int at, int back, int on)
    {
        var turn = Angle(at, back) - Angle(at, on);
        return turn <= 0 ? turn + (2 * Math.PI) : turn;
    }

    private double Angle(int from, int to)
    {
        var (a, b) = (_table.Corners[from], _table.Corners[to]);
        return Math.Atan2(b.Y - a.Y, Corner.East(a, b));
    }

    private Cycle Measured(int[] corners)
    {
        // Unrolled from the first corner.
        long x = 0;
        var first = _table.Corners[corners[0]];
        var (west, east, south, north) = (0L, 0L, first.Y, first.Y);
        double sum = 0;
        for (var i = 0; i < corners.Length; i++)
        {
            var (a, b) = (_table.Corners[corners[i]], _table.Corners[corners[(i + 1) % corners.Length]]);
            var on = x + Corner.East(a, b);
            sum += ((double)x * (b.Y - first.Y)) - ((double)on * (a.Y - first.Y));
            x = on;
            (west, east) = (Math.Min(west, x), Math.Max(east, x));
            (south, north) = (Math.Min(south, b.Y), Math.Max(north, b.Y));
        }

        return new Cycle(corners, sum / 2 / 1e12, (int)Math.Max(int.MinValue, west + first.X), south, (int)Math.Min(int.MaxValue, east + first.X), north);
    }

    private bool Contains(Cycle cycle, Corner place)
    {
        if (place.Y < cycle.South || place.Y > cycle.North || place.X < cycle.West || place.X > cycle.East)
        {
            return false;
        }

        var inside = false;
        for (var i = 0; i < cycle.Corners.Length; i++)
        {
            var (a, b) = (_table.Corners[cycle.Corners[i]], _table.Corners[cycle.Corners[(i + 1) % cycle.Corners.Length]]);
            if ((a.Y > place.Y) != (b.Y > place.Y) && place.X < a.X + ((double)(place.Y - a.Y) / (b.Y - a.Y) * Corner.East(a, b)))
            {
                inside = !inside;
            }
        }

        return inside;
    }
}
