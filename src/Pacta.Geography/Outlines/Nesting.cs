namespace Pacta.Geography.Outlines;

/// <summary>From rings that do not cross to polygons with holes: outer rings anticlockwise, holes clockwise, as GeoJSON has them (RFC 7946, 3.1.6).</summary>
internal static class Nesting
{
    public static List<PlanePolygon> Polygons(IEnumerable<PlanePoint[]> rings)
    {
        // From the largest to the smallest: what holds a ring stands before it.
        var all = rings.Where(r => r.Length >= 3).Select(r => (Ring: r, Area: Area(r))).Where(r => r.Area != 0).OrderByDescending(r => Math.Abs(r.Area)).ToList();
        var outers = new List<(PlanePoint[] Ring, List<PlanePoint[]> Holes)>();
        var depths = new int[all.Count];
        var owners = new int[all.Count];
        for (var i = 0; i < all.Count; i++)
        {
            var inner = Inside(all[i].Ring);
            for (var j = 0; j < i; j++)
            {
                if (Contains(all[j].Ring, inner))
                {
                    depths[i]++;
                    owners[i] = depths[j] % 2 == 0 ? owners[j] : owners[i];
                }
            }

            if (depths[i] % 2 == 0)
            {
                owners[i] = outers.Count;
                outers.Add((Turned(all[i].Ring, all[i].Area, anticlockwise: true), []));
            }
            else
            {
                outers[owners[i]].Holes.Add(Turned(all[i].Ring, all[i].Area, anticlockwise: false));
            }
        }

        return [.. outers.Select(o => new PlanePolygon(o.Ring, [.. o.Holes]))];
    }

    public static double Area(PlanePoint[] ring)
    {
        var sum = 0.0;
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            sum += (a.X - ring[0].X) * (b.Y - ring[0].Y) - (b.X - ring[0].X) * (a.Y - ring[0].Y);
        }

        return sum / 2;
    }

    public static bool Contains(PlanePoint[] ring, PlanePoint point)
    {
        var inside = false;
        for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            inside ^= a.Y > point.Y != b.Y > point.Y && point.X < ((b.X - a.X) * (point.Y - a.Y) / (b.Y - a.Y)) + a.X;
        }

        return inside;
    }

    /// <summary>A point inside of a ring: on a level between two of its corners, in the middle of the first stretch that is inside.</summary>
    private static PlanePoint Inside(PlanePoint[] ring)
    {
        var levels = ring.Select(p => p.Y).Distinct().Order().ToArray();
        var widest = Enumerable.Range(0, Math.Max(1, levels.Length - 1)).MaxBy(i => i + 1 < levels.Length ? levels[i + 1] - levels[i] : 0);
        var y = levels.Length == 1 ? levels[0] : (levels[widest] + levels[widest + 1]) / 2;
        var crossings = new List<double>();
        for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            if (a.Y > y != b.Y > y)
            {
                crossings.Add(((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X);
            }
        }

        crossings.Sort();
        var best = Enumerable.Range(0, crossings.Count / 2).MaxBy(i => crossings[(2 * i) + 1] - crossings[2 * i]);
        return crossings.Count < 2 ? ring[0] : new PlanePoint((crossings[2 * best] + crossings[(2 * best) + 1]) / 2, y);
    }

    private static PlanePoint[] Turned(PlanePoint[] ring, double area, bool anticlockwise) => area > 0 == anticlockwise ? ring : [.. ring.Reverse()];
}

/// <summary>An outer ring, anticlockwise, and holes in it, clockwise; none repeats its first point at the end.</summary>
public sealed record PlanePolygon(IReadOnlyList<PlanePoint> Outer, IReadOnlyList<IReadOnlyList<PlanePoint>> Holes);
