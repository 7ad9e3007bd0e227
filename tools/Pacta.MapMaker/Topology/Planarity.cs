namespace Pacta.MapMaker.Topology;

/// <summary>Do any two edges cross or touch elsewhere than in a corner of both?</summary>
internal static class Planarity
{
    private const int Cell = 100_000;

    public static List<(Corner, Corner, Corner, Corner)> Crossings(IReadOnlyList<Arc> arcs)
    {
        var cells = new Dictionary<(int, int), List<(Corner A, Corner B)>>();
        var found = new HashSet<(Corner, Corner, Corner, Corner)>();
        foreach (var arc in arcs)
        {
            for (var i = 0; i + 1 < arc.Corners.Length; i++)
            {
                var (a, b) = (arc.Corners[i], arc.Corners[i + 1]);
                if (b.X < a.X)
                {
                    (a, b) = (b, a);
                }

                if (b.X - a.X > Corner.Turn / 2)
                {
                    // Across the date line: nothing else of the map runs so near to it but what ends on it.
                    (a, b) = (b, a with { X = a.X + Corner.Turn });
                }

                for (var x = Math.DivRem(a.X + Corner.Turn, Cell).Quotient; x <= (b.X + Corner.Turn) / Cell; x++)
                {
                    for (var y = (Math.Min(a.Y, b.Y) + Corner.Turn) / Cell; y <= (Math.Max(a.Y, b.Y) + Corner.Turn) / Cell; y++)
                    {
                        if (!cells.TryGetValue((x, y), out var list))
                        {
                            cells[(x, y)] = list = [];
                        }

                        foreach (var (c, d) in list)
                        {
                            if (Cross(a, b, c, d))
                            {
                                found.Add((a, b, c, d));
                            }
                        }

                        list.Add((a, b));
                    }
                }
            }
        }

        return [.. found];
    }

    private static bool Cross(Corner a, Corner b, Corner c, Corner d)
    {
        if (Math.Max(a.X, b.X) < Math.Min(c.X, d.X) || Math.Max(c.X, d.X) < Math.Min(a.X, b.X)
            || Math.Max(a.Y, b.Y) < Math.Min(c.Y, d.Y) || Math.Max(c.Y, d.Y) < Math.Min(a.Y, b.Y))
        {
            return false;
        }

        var (s1, s2, s3, s4) = (Side(a, b, c), Side(a, b, d), Side(c, d, a), Side(c, d, b));
        var shared = a == c || a == d || b == c || b == d;
        if (!shared)
        {
            return s1 != s2 && s3 != s4 && (s1 * s2 <= 0) && (s3 * s4 <= 0);
        }

        // From one corner in the same direction.
        var (corner, p, q) = a == c ? (a, b, d) : a == d ? (a, b, c) : b == c ? (b, a, d) : (b, a, c);
        return Side(corner, p, q) == 0 && (((long)(p.X - corner.X) * (q.X - corner.X)) + ((long)(p.Y - corner.Y) * (q.Y - corner.Y))) > 0;
    }

    private static int Side(Corner a, Corner b, Corner p) =>
        (((Int128)(b.X - a.X) * (p.Y - a.Y)) - ((Int128)(b.Y - a.Y) * (p.X - a.X))).CompareTo(0);
}
