using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;

namespace Pacta.Geography.Outlines;

/// <summary>
/// The outline of a zone as polygons that are straight in longitude and latitude, cut at the date line, outer rings anticlockwise: what GeoJSON wants (RFC 7946). Of polygons and
/// circles it has their own corners. Of bands and of zones that are put together, it is found in cells of a four-hundredth of the zone's extent: points lie on the boundary to a
/// thousandth of a cell, and between them it is off by less than a twenty-fifth of a cell.
/// </summary>
/// <param name="Polygons">In degrees: X is the longitude, Y the latitude.</param>
/// <param name="WithinMetres">Within how many metres the outline is where the boundary is.</param>
public sealed record ZoneOutline(IReadOnlyList<PlanePolygon> Polygons, double WithinMetres)
{
    private const int Across = 400;
    private const int FinestCells = 16;
    private const int MostCells = 100_000;

    /// <summary>By how much of a cell the outline may be beside the boundary.</summary>
    private const double OffAtMost = 0.02;

    /// <summary>How exact the pieces of polygons, circles and lines are, in metres.</summary>
    private const double OfPieces = 0.1;

    private const double MetresPerDegree = 111_700;

    /// <summary>Points are left out that are nearer to the line than so many degrees, or than that part of how far all of it reaches, if that is more.</summary>
    private const double LeastLeftOut = 3.5e-6;

    private const double LeftOutOfExtent = 2e-7;

    public static ZoneOutline Of(Zone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return zone switch
        {
            AirspaceZone air => Of(air.Below),
            AreaZone or CircleZone => Exact((OutlinedZone)zone),
            _ => Traced(zone),
        };
    }

    /// <summary>Lines in pieces that are straight in longitude and latitude, within half a metre or a five-millionth of their extent, cut at the date line.</summary>
    public static IReadOnlyList<IReadOnlyList<PlanePoint>> Of(MultiLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return [.. line.Lines.SelectMany(l => MapRectangle.Chains(Walk.Points(l.AsSpan(), closed: false, line.Edges, 0.1))).Select(c => Simplifying.Line([.. c], LeftOut(c)))];
    }

    private static double LeftOut(IEnumerable<PlanePoint> points)
    {
        var (west, east, south, north) = points.Aggregate(
            (West: 180.0, East: -180.0, South: 90.0, North: -90.0), (b, p) => (Math.Min(b.West, p.X), Math.Max(b.East, p.X), Math.Min(b.South, p.Y), Math.Max(b.North, p.Y)));
        return Math.Max(LeastLeftOut, LeftOutOfExtent * Math.Max(east - west, north - south));
    }

    private static ZoneOutline Exact(OutlinedZone zone)
    {
        var rings = zone.Lines.ToList();
        // Polygons that overlap, or that touch along a line, have rings that bound nothing together.
        if (rings.Count > 1 && zone is AreaZone && Length(BoundaryLines.Of(rings, zone.Contains)) < Length(rings) - 1)
        {
            return Traced(zone);
        }

        var cut = MapRectangle.Cut(rings, zone.Contains);
        var leftOut = LeftOut(cut.SelectMany(r => r));
        return new ZoneOutline(Nesting.Polygons(cut.Select(r => Simplifying.Ring(r, leftOut))), OfPieces + (leftOut * MetresPerDegree));

        static double Length(IEnumerable<GeoPoint[]> lines) => lines.Sum(l => l.Zip(l.Skip(1), (a, b) => a.DistanceTo(b)).Sum());
    }

    private static ZoneOutline Traced(Zone zone)
    {
        var (rings, within) = (new List<PlanePoint[]>(), 0.0);
        foreach (var box in ZoneExtent.Boxes(zone))
        {
            within = Math.Max(within, Trace(zone, box, rings));
        }

        return new ZoneOutline(Nesting.Polygons(rings), within);
    }

    private static double Trace(Zone zone, MapBox box, List<PlanePoint[]> rings)
    {
        for (var finer = 1; ; finer *= 2)
        {
            var (width, height) = ((box.East - box.West) / (Across * finer), (box.North - box.South) / (Across * finer));
            if (Contour.Of(
                (x, y) => zone.Signed(box.South + (y * height), box.West + (x * width)),
                (x, y, half) => ZoneExtent.Radius(box.South + (y * height), box.West + (x * width), half * height, half * width),
                Across * finer,
                Across * finer,
                OffAtMost,
                finer < FinestCells ? MostCells : 0) is not { } contour)
            {
                continue;
            }

            rings.AddRange(contour.Rings.Select(r => Simplifying.Ring(r, 0.01)).Where(r => r.Length > 2)
                .Select(r => Array.ConvertAll(r, p => new PlanePoint(Onto(box.West + (p.X * width), 180), Onto(box.South + (p.Y * height), 90)))));
            return ZoneExtent.Radius((box.South + box.North) / 2, (box.West + box.East) / 2, height / 2, width / 2) * 2 * OffAtMost;
        }
    }

    /// <summary>What is on the edge of the map is so without rounding.</summary>
    private static double Onto(double degrees, double most) => Math.Abs(Math.Abs(degrees) - most) < 1e-9 ? Math.CopySign(most, degrees) : degrees;
}
