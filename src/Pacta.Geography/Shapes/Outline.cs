using System.Collections.Immutable;
using Pacta.Geography.Geodesics;

namespace Pacta.Geography.Shapes;

/// <summary>
/// A polygon ready to be asked what is inside: pieces straight on the map, and whether the South Pole is inside. A place is inside if the way to it from the South
/// Pole along its meridian crosses an odd number of pieces, or an even number if the pole is inside. No meridian crosses the date line, so there is nothing to be
/// said of it.
/// </summary>
internal sealed class Outline
{
    private Outline(MapEdge[] edges, bool southPole, GeoPoint[][] rings)
    {
        (Edges, SouthPole, Rings) = (edges, southPole, rings);
    }

    public MapEdge[] Edges { get; }

    public bool SouthPole { get; }

    /// <summary>The rings in pieces that are geodesics within the tolerance, closed.</summary>
    public GeoPoint[][] Rings { get; }

    /// <summary>All pieces are looked at: the specification of what an index answers.</summary>
    public bool Contains(double latitude, double longitude)
    {
        longitude = Angles.Longitude(longitude);
        var inside = SouthPole;
        foreach (ref readonly var edge in Edges.AsSpan())
        {
            inside ^= edge.IsBelow(latitude, longitude);
        }

        return inside;
    }

    /// <exception cref="ShapeException">A ring has no inside.</exception>
    public static Outline Of(Polygon polygon, EdgeKind kind, double tolerance, int number = 0)
    {
        var edges = new List<MapEdge>();
        var rings = ImmutableArray.CreateBuilder<GeoPoint[]>();
        var pole = false;
        var ring = 0;
        foreach (var corners in polygon.Rings)
        {
            pole ^= AddRing(edges, rings, RingChecks.Corners(corners, number, ring++), kind, tolerance, number, ring - 1);
        }

        return new Outline([.. edges], pole, [.. rings]);
    }

    /// <summary>Is the South Pole inside of the ring?</summary>
    private static bool AddRing(
        List<MapEdge> edges, ImmutableArray<GeoPoint[]>.Builder rings, ReadOnlySpan<GeoPoint> corners, EdgeKind kind, double tolerance, int number, int ring)
    {
        var start = edges.Count;
        var points = Walk.Points(corners, closed: true, kind, tolerance);
        var (area, turns) = AddEdges(edges, kind == EdgeKind.StraightOnMap ? corners : points.AsSpan(0, points.Length - 1), kind, wholeTurns: false);
        var round = false;
        if (area < RingChecks.SmallestArea && kind == EdgeKind.StraightOnMap)
        {
            // A band round the Earth, whose edges from -180 to 180 are not points.
            edges.RemoveRange(start, edges.Count - start);
            (area, turns) = AddEdges(edges, corners, kind, wholeTurns: true);
            points = Walk.Points(corners, closed: true, kind, tolerance, wholeTurns: true);
            round = true;
        }

        if (area < RingChecks.SmallestArea)
        {
            throw new ShapeException(RingChecks.NoArea(number, ring, corners[0]));
        }

        rings.Add(points);
        var smaller = kind == EdgeKind.Geodesic || (turns != 0 && !round);
        return smaller && area > Wgs84.Area / 2;
    }

    /// <summary>The area of what lies north of an odd number of pieces, and how often the ring goes round the axis.</summary>
    private static (double Area, int Turns) AddEdges(List<MapEdge> edges, ReadOnlySpan<GeoPoint> corners, EdgeKind kind, bool wholeTurns)
    {
        var area = default(Accumulator);
        var turns = 0.0;
        for (var i = 0; i < corners.Length; i++)
        {
            var from = corners[i];
            var to = corners[(i + 1) % corners.Length];
            var turn = Walk.Turn(from, to, kind, wholeTurns);
            MapEdge.Add(edges, from, to, turn);
            area.Add(MapArea.FromSouthPole(from.Latitude, to.Latitude, turn));
            turns += turn;
        }

        // Of a ring round the axis, what is south of it was added up.
        var times = (int)Math.Round(turns / 360);
        return ((times & 1) == 0 ? Math.Abs(area.Value) : Wgs84.Area - Math.Abs(area.Value), times);
    }
}
