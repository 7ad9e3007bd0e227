namespace Pacta.Geography.Outlines;

/// <summary>Leaves out points that lie on the straight line between those before and after them (Douglas and Peucker, 1973).</summary>
internal static class Simplifying
{
    /// <summary>A closed ring, without its first point at the end. Nothing where less than a triangle is left.</summary>
    public static PlanePoint[] Ring(PlanePoint[] ring, double tolerance)
    {
        if (ring.Length < 3)
        {
            return [];
        }

        // Two points that stay: the lowest, and the one that is farthest from it.
        var first = Extreme(ring, p => (p.Y, p.X));
        var (start, far) = (ring[first], 0);
        for (var i = 1; i < ring.Length; i++)
        {
            far = Squared(ring[(first + i) % ring.Length], start) > Squared(ring[(first + far) % ring.Length], start) ? i : far;
        }

        PlanePoint[] turned = [.. Enumerable.Range(0, ring.Length + 1).Select(i => ring[(first + i) % ring.Length])];
        var kept = new bool[turned.Length];
        kept[0] = kept[far] = true;
        Keep(turned, kept, 0, far, tolerance);
        Keep(turned, kept, far, ring.Length, tolerance);
        PlanePoint[] result = [.. turned.Take(ring.Length).Where((_, i) => kept[i])];
        return result.Length < 3 ? [] : result;
    }

    public static PlanePoint[] Line(PlanePoint[] line, double tolerance)
    {
        var kept = new bool[line.Length];
        kept[0] = kept[^1] = true;
        Keep(line, kept, 0, line.Length - 1, tolerance);
        return [.. line.Where((_, i) => kept[i])];
    }

    private static void Keep(PlanePoint[] points, bool[] kept, int from, int to, double tolerance)
    {
        var open = new Stack<(int From, int To)>([(from, to)]);
        while (open.TryPop(out var part))
        {
            var (worst, at) = (tolerance, -1);
            for (var i = part.From + 1; i < part.To; i++)
            {
                var away = Away(points[i], points[part.From], points[part.To]);
                (worst, at) = away > worst ? (away, i) : (worst, at);
            }

            if (at >= 0)
            {
                kept[at] = true;
                open.Push((part.From, at));
                open.Push((at, part.To));
            }
        }
    }

    /// <summary>How far a point is from the piece between two others.</summary>
    private static double Away(PlanePoint p, PlanePoint a, PlanePoint b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var t = length == 0 ? 0 : Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / length, 0, 1);
        return Math.Sqrt(Squared(p, new PlanePoint(a.X + (t * dx), a.Y + (t * dy))));
    }

    private static double Squared(PlanePoint a, PlanePoint b) => ((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y));

    private static int Extreme(PlanePoint[] ring, Func<PlanePoint, (double, double)> of)
    {
        var found = 0;
        for (var i = 1; i < ring.Length; i++)
        {
            found = of(ring[i]).CompareTo(of(ring[found])) < 0 ? i : found;
        }

        return found;
    }
}
