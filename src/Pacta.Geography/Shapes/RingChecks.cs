using System.Collections.Immutable;
using System.Globalization;
using Pacta.Geography.Geodesics;

namespace Pacta.Geography.Shapes;

/// <summary>What can be wrong with rings.</summary>
public static class RingChecks
{
    /// <summary>Square metres. A ring that encloses less encloses nothing: sums over the whole Earth are rounded to a tenth of that.</summary>
    internal const double SmallestArea = 1;

    /// <summary>
    /// Everything that is odd about a shape and does not keep it from being used: rings that cross themselves or one another (then places within an even number of
    /// rings are outside), holes outside of their polygon.
    /// </summary>
    /// <exception cref="ShapeException">A ring has no inside at all.</exception>
    public static ImmutableArray<ShapeProblem> Problems(MultiPolygon shape, double tolerance = 0.1)
    {
        var problems = ImmutableArray.CreateBuilder<ShapeProblem>();
        for (var p = 0; p < shape.Polygons.Length; p++)
        {
            var polygon = shape.Polygons[p];
            var outline = Outline.Of(polygon, shape.Edges, tolerance, p);
            AddCrossings(problems, outline, p);
            if (polygon.Holes.Length == 0)
            {
                continue;
            }

            var outer = Outline.Of(new Polygon(polygon.Outer), shape.Edges, tolerance, p);
            for (var h = 0; h < polygon.Holes.Length; h++)
            {
                if (!polygon.Holes[h].Any(c => outer.Contains(c.Latitude, c.Longitude)))
                {
                    problems.Add(new ShapeProblem("this hole is outside of its polygon", "make it a polygon of its own, or leave it out", p, h + 1, polygon.Holes[h][0]));
                }
            }
        }

        return problems.ToImmutable();
    }

    /// <summary>The corners without repetitions and without the closing one.</summary>
    internal static ReadOnlySpan<GeoPoint> Corners(ImmutableArray<GeoPoint> ring, int polygon, int number)
    {
        var corners = new List<GeoPoint>(ring.Length);
        foreach (var corner in ring)
        {
            if (!corner.IsValid)
            {
                throw new ShapeException(new ShapeProblem(
                    string.Create(CultureInfo.InvariantCulture, $"{corner.Latitude}, {corner.Longitude} is no latitude and longitude in degrees"),
                    "latitudes are from -90 to 90; were latitude and longitude exchanged?", polygon, number, null));
            }

            if (corners.Count == 0 || !Same(corners[^1], corner))
            {
                corners.Add(corner);
            }
        }

        // -180 and 180 stay two corners: a map's edge may run between them.
        while (corners.Count > 1 && corners[0] == corners[^1])
        {
            corners.RemoveAt(corners.Count - 1);
        }

        return corners.Count >= 3 ? corners.ToArray()
            : throw new ShapeException(new ShapeProblem($"a ring of {corners.Count} corners", "a ring has at least three different corners", polygon, number, ring.Length > 0 ? ring[0] : null));
    }

    internal static ShapeProblem NoArea(int polygon, int ring, GeoPoint place) =>
        new("the ring encloses nothing", "its corners lie on one line, or it goes back the way it came, or what it encloses on both sides of a crossing cancels out: give corners that enclose an area, in the order of the way round", polygon, ring, place);

    private static bool Same(GeoPoint a, GeoPoint b) => a.Latitude == b.Latitude && a.Longitude == b.Longitude;

    /// <summary>Pieces in order of their western ends; each is compared with those that it overlaps in longitude and in latitude.</summary>
    private static void AddCrossings(ImmutableArray<ShapeProblem>.Builder problems, Outline outline, int polygon)
    {
        var pieces = new List<Piece>();
        for (var r = 0; r < outline.Rings.Length; r++)
        {
            var ring = outline.Rings[r];
            for (var i = 0; i + 1 < ring.Length; i++)
            {
                var (a, b) = (ring[i], ring[i + 1]);
                var turn = Angles.Difference(a.Longitude, b.Longitude, out _);
                // Pieces across the date line are compared where they begin, by longitudes beyond 180.
                var piece = turn >= 0 ? new Piece(a, b with { Longitude = a.Longitude + turn }, r, i) : new Piece(b, a with { Longitude = b.Longitude - turn }, r, i);
                pieces.Add(piece);
                if (piece.B.Longitude >= 180)
                {
                    pieces.Add(piece with { A = Back(piece.A), B = Back(piece.B) });
                }
            }
        }

        pieces.Sort(static (a, b) => a.A.Longitude.CompareTo(b.A.Longitude));
        var active = new List<Piece>();
        var found = new HashSet<int>();
        foreach (var piece in pieces)
        {
            active.RemoveAll(p => p.B.Longitude < piece.A.Longitude);
            foreach (var other in active)
            {
                if (found.Count < 10 && Crosses(piece, other, outline) is { } place && found.Add(Math.Max(piece.Ring, other.Ring)))
                {
                    problems.Add(piece.Ring == other.Ring
                        ? new ShapeProblem("the ring crosses itself", "give its corners in the order of the way round; as it is, what is enclosed twice is outside", polygon, piece.Ring, place)
                        : new ShapeProblem("two rings cross", "rings of a polygon may touch in single places only", polygon, Math.Max(piece.Ring, other.Ring), place));
                }
            }

            active.Add(piece);
        }

        static GeoPoint Back(GeoPoint p) => p with { Longitude = p.Longitude - 360 };
    }

    /// <summary>Do the pieces cross in the inside of both? Pieces that share an end do not.</summary>
    private static GeoPoint? Crosses(in Piece p, in Piece q, Outline outline)
    {
        if (Math.Max(p.A.Latitude, p.B.Latitude) < Math.Min(q.A.Latitude, q.B.Latitude) || Math.Max(q.A.Latitude, q.B.Latitude) < Math.Min(p.A.Latitude, p.B.Latitude))
        {
            return null;
        }

        var count = outline.Rings[p.Ring].Length - 1;
        if (p.Ring == q.Ring && (p.Index == q.Index || (p.Index + 1) % count == q.Index || (q.Index + 1) % count == p.Index))
        {
            return null;
        }

        var (c1, c2) = (Side(p.A, p.B, q.A), Side(p.A, p.B, q.B));
        var (c3, c4) = (Side(q.A, q.B, p.A), Side(q.A, q.B, p.B));
        if (!(c1 * c2 < 0 && c3 * c4 < 0))
        {
            return null;
        }

        var t = c3 / (c3 - c4);
        return new GeoPoint(p.A.Latitude + (t * (p.B.Latitude - p.A.Latitude)), Angles.Longitude(p.A.Longitude + (t * (p.B.Longitude - p.A.Longitude))));
    }

    private static double Side(GeoPoint a, GeoPoint b, GeoPoint p) =>
        ((b.Longitude - a.Longitude) * (p.Latitude - a.Latitude)) - ((b.Latitude - a.Latitude) * (p.Longitude - a.Longitude));

    /// <param name="A">The western end.</param>
    private readonly record struct Piece(GeoPoint A, GeoPoint B, int Ring, int Index);
}
