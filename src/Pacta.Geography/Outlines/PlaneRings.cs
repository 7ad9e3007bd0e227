using Pacta.Geography.Projections;
using Pacta.Geography.Zones;

namespace Pacta.Geography.Outlines;

/// <summary>The known lines of a boundary as rings on a plane: faster than to look for them, and nothing narrow is lost.</summary>
internal static class PlaneRings
{
    /// <summary>
    /// Ends of lines that are nearer to each other than so many metres, or than that part of what may be left out, are one place: where boundaries cross, they are known to a
    /// metre, and what is narrower than a hand between two of them has none.
    /// </summary>
    private const double OnePlace = 5;

    private const double OfLeftOut = 0.25;

    /// <summary>As a part of the rim: farther out, the plane stretches too much.</summary>
    private const double FarthestOut = 0.95;

    /// <returns>Rings that do not repeat their first point; null where the lines do not make rings there, or rings that do not bound what is inside.</returns>
    public static List<PlanePoint[]>? Of(OutlinedZone zone, AzimuthalEqualArea plane, PlaneWindow window, double tolerance)
    {
        var lines = new List<PlanePoint[]>();
        foreach (var line in zone.Boundary)
        {
            var drawn = Array.ConvertAll(line, p => plane.Forward(p) is var (x, y) ? new PlanePoint(x, y) : default);
            if (Array.Exists(drawn, p => Math.Sqrt((p.X * p.X) + (p.Y * p.Y)) > FarthestOut * AzimuthalEqualArea.Rim))
            {
                return null;
            }

            lines.Add(drawn);
        }

        var onePlace = Math.Max(OnePlace, OfLeftOut * tolerance);
        return Link(lines, onePlace) is { } rings && Bounds(rings, zone, plane, window)
            ? [.. rings.Select(r => Simplifying.Ring(Clipped(r, window), tolerance)).Where(r => r.Length > 2)]
            : null;
    }

    /// <summary>Is what the rings hold what is inside? Looked at in the middle of the window and towards its corners.</summary>
    private static bool Bounds(List<PlanePoint[]> rings, OutlinedZone zone, AzimuthalEqualArea plane, PlaneWindow window)
    {
        foreach (var (across, up) in new[] { (0.5, 0.5), (0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8) })
        {
            var at = new PlanePoint(window.Left + (across * window.Width), window.Bottom + (up * window.Height));
            if (plane.Inverse(at.X, at.Y) is { } place && zone.Signed(place.Latitude, place.Longitude) is var inside
                && Math.Abs(inside) > OnePlace && inside > 0 != (rings.Count(r => Nesting.Contains(r, at)) % 2 == 1))
            {
                return false;
            }
        }

        return true;
    }

    private static List<PlanePoint[]>? Link(List<PlanePoint[]> lines, double onePlace)
    {
        var rings = lines.Where(l => l[0] == l[^1]).Select(l => l[..^1]).ToList();
        PlanePoint[][] open = [.. lines.Where(l => l[0] != l[^1])];
        if (Partners(open, onePlace) is not { } partners)
        {
            return null;
        }

        // End 2 i is where line i begins, and 2 i + 1 where it ends.
        var done = new bool[open.Length];
        for (var first = 0; first < open.Length; first++)
        {
            var ring = new List<PlanePoint>();
            for (var end = 2 * first; !done[end / 2]; end = partners[end ^ 1])
            {
                done[end / 2] = true;
                ring.AddRange(end % 2 == 0 ? open[end / 2] : open[end / 2].Reverse());
            }

            if (ring.Count > 2)
            {
                rings.Add([.. ring]);
            }
        }

        return rings;
    }

    /// <summary>Which end goes on at which other one: the nearest; null if one goes on nowhere.</summary>
    private static int[]? Partners(PlanePoint[][] lines, double onePlace)
    {
        PlanePoint[] ends = [.. lines.SelectMany(l => new[] { l[0], l[^1] })];
        var cells = Enumerable.Range(0, ends.Length).ToLookup(i => Cell(ends[i]));
        var pairs = new List<(double Distance, int One, int Other)>();
        for (var i = 0; i < ends.Length; i++)
        {
            var (column, row) = Cell(ends[i]);
            for (var near = 0; near < 9; near++)
            {
                foreach (var j in cells[(column + (near % 3) - 1, row + (near / 3) - 1)].Where(j => j > i))
                {
                    var (x, y) = (ends[i].X - ends[j].X, ends[i].Y - ends[j].Y);
                    if ((x * x) + (y * y) <= onePlace * onePlace)
                    {
                        pairs.Add(((x * x) + (y * y), i, j));
                    }
                }
            }
        }

        var partners = new int[ends.Length];
        Array.Fill(partners, -1);
        foreach (var (_, one, other) in pairs.Order())
        {
            if (partners[one] < 0 && partners[other] < 0)
            {
                (partners[one], partners[other]) = (other, one);
            }
        }

        return Array.IndexOf(partners, -1) < 0 ? partners : null;

        (long Column, long Row) Cell(PlanePoint point) => ((long)Math.Floor(point.X / onePlace), (long)Math.Floor(point.Y / onePlace));
    }

    /// <summary>What of a ring is in the window (Sutherland and Hodgman, 1974): where it leaves and comes back, it goes along the edge.</summary>
    private static PlanePoint[] Clipped(PlanePoint[] ring, PlaneWindow window)
    {
        var (right, top) = (window.Left + window.Width, window.Bottom + window.Height);
        ring = Beside(ring, p => p.X - window.Left);
        ring = Beside(ring, p => right - p.X);
        ring = Beside(ring, p => p.Y - window.Bottom);
        return Beside(ring, p => top - p.Y);
    }

    private static PlanePoint[] Beside(PlanePoint[] ring, Func<PlanePoint, double> inside)
    {
        if (Array.TrueForAll(ring, p => inside(p) >= 0))
        {
            return ring;
        }

        var kept = new List<PlanePoint>(ring.Length);
        for (var i = 0; i < ring.Length; i++)
        {
            var (from, to) = (ring[i], ring[(i + 1) % ring.Length]);
            var (a, b) = (inside(from), inside(to));
            if (a >= 0)
            {
                kept.Add(from);
            }

            if (a >= 0 != b >= 0)
            {
                var t = a / (a - b);
                kept.Add(new PlanePoint(from.X + (t * (to.X - from.X)), from.Y + (t * (to.Y - from.Y))));
            }
        }

        return [.. kept];
    }
}
