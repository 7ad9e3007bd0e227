using Pacta.Geography.Geodesics;

namespace Pacta.Geography.Shapes;

/// <summary>Areas and lengths. Of geodesics they are exact to rounding; of what is straight on a map, areas are, and lengths to a millionth.</summary>
public static class Measures
{
    /// <summary>Square metres of the inside of all polygons, each counted for itself.</summary>
    /// <exception cref="ShapeException">A ring has no inside.</exception>
    public static double Area(this MultiPolygon shape)
    {
        var sum = 0.0;
        for (var i = 0; i < shape.Polygons.Length; i++)
        {
            var polygon = shape.Polygons[i];
            var number = 0;
            foreach (var ring in polygon.Rings)
            {
                var area = RingArea(RingChecks.Corners(ring, i, number), shape.Edges);
                sum += number++ == 0 ? area : -area;
            }
        }

        return sum;
    }

    /// <summary>Metres along all rings.</summary>
    public static double Perimeter(this MultiPolygon shape)
    {
        var sum = 0.0;
        foreach (var polygon in shape.Polygons)
        {
            foreach (var ring in polygon.Rings)
            {
                sum += Length(ring.AsSpan(), closed: true, shape.Edges);
            }
        }

        return sum;
    }

    /// <summary>Metres along all lines.</summary>
    public static double Length(this MultiLine shape)
    {
        var sum = 0.0;
        foreach (var line in shape.Lines)
        {
            sum += Length(line.AsSpan(), closed: false, shape.Edges);
        }

        return sum;
    }

    private static double RingArea(ReadOnlySpan<GeoPoint> corners, EdgeKind kind)
    {
        if (kind == EdgeKind.Geodesic)
        {
            var polygon = default(GeodesicPolygon);
            foreach (var corner in corners)
            {
                polygon.Add(corner.Latitude, corner.Longitude);
            }

            return Math.Abs(polygon.SignedArea(out _));
        }

        var (area, turns) = MapRing(corners, wholeTurns: false);
        if (area < RingChecks.SmallestArea)
        {
            return MapRing(corners, wholeTurns: true).Area;
        }

        return turns != 0 ? Math.Min(area, Wgs84.Area - area) : area;
    }

    private static (double Area, int Turns) MapRing(ReadOnlySpan<GeoPoint> corners, bool wholeTurns)
    {
        var area = default(Accumulator);
        var turns = 0.0;
        for (var i = 0; i < corners.Length; i++)
        {
            var (from, to) = (corners[i], corners[(i + 1) % corners.Length]);
            var turn = Walk.Turn(from, to, EdgeKind.StraightOnMap, wholeTurns);
            area.Add(MapArea.FromSouthPole(from.Latitude, to.Latitude, turn));
            turns += turn;
        }

        return (Math.Abs(area.Value), (int)Math.Round(turns / 360));
    }

    private static double Length(ReadOnlySpan<GeoPoint> corners, bool closed, EdgeKind kind)
    {
        if (corners.Length < 2)
        {
            return 0;
        }

        // Pieces that deviate by a millimetre are too short by far less than a millionth.
        ReadOnlySpan<GeoPoint> points = kind == EdgeKind.StraightOnMap ? Walk.Points(corners, closed, kind, tolerance: 0.001) : corners;
        var sum = default(Accumulator);
        for (var i = 0; i + 1 < points.Length; i++)
        {
            sum.Add(points[i].DistanceTo(points[i + 1]));
        }

        if (closed && kind == EdgeKind.Geodesic)
        {
            sum.Add(points[^1].DistanceTo(points[0]));
        }

        return sum.Value;
    }
}
