using System.Runtime.InteropServices;
using Pacta.Geography.Geodesics;

namespace Pacta.Geography.Shapes;

/// <summary>
/// The way along the corners of a ring or a line, in pieces so short that it does not matter whether they are taken as straight on the map or as geodesics: the two
/// differ by at most the tolerance.
/// </summary>
internal static class Walk
{
    /// <summary>Pieces are at most this long, in metres: over such a length a chord, lifted to the ellipsoid, is a geodesic to a tenth of a millimetre.</summary>
    public const double LongestPiece = 20_000;

    private const double MetresPerRadian = 6_400_000;

    /// <summary>How far an edge of a map goes in longitude: as it says if that is at most half a turn, and otherwise the shorter way, across the date line.</summary>
    /// <param name="wholeTurns">Does an edge from -180 to 180 go round the Earth? Otherwise its ends are the same place.</param>
    public static double Turn(GeoPoint near, GeoPoint far, EdgeKind kind, bool wholeTurns = false)
    {
        var turn = far.Longitude - near.Longitude;
        return kind == EdgeKind.StraightOnMap && (Math.Abs(turn) <= 180 || (wholeTurns && Math.Abs(turn) == 360)) ? turn
            : Angles.Difference(near.Longitude, far.Longitude, out _);
    }

    /// <summary>All corners and what is needed in between; longitudes in [-180, 180). A closed way ends where it begins.</summary>
    public static GeoPoint[] Points(ReadOnlySpan<GeoPoint> corners, bool closed, EdgeKind kind, double tolerance, bool wholeTurns = false)
    {
        var points = new List<GeoPoint>(corners.Length * 2);
        var edges = closed ? corners.Length : corners.Length - 1;
        for (var i = 0; i < edges; i++)
        {
            Edge(points, corners[i], corners[(i + 1) % corners.Length], kind, tolerance, wholeTurns);
        }

        var last = corners[closed ? 0 : ^1];
        points.Add(last with { Longitude = Angles.Longitude(last.Longitude) });
        return [.. points];
    }

    /// <summary>The first corner of an edge and the points between it and the second one.</summary>
    private static void Edge(List<GeoPoint> points, GeoPoint near, GeoPoint far, EdgeKind kind, double tolerance, bool wholeTurns)
    {
        var start = points.Count;
        var turn = Turn(near, far, kind, wholeTurns);
        var first = near with { Longitude = Angles.Longitude(near.Longitude) };
        // One direction for all who draw this edge, so that neighbours have the same points.
        var reversed = far.Latitude < near.Latitude || (far.Latitude == near.Latitude && turn < 0);
        if (reversed)
        {
            (near, far, turn) = (far, near, -turn);
        }

        near = near with { Longitude = Angles.Longitude(near.Longitude) };
        far = far with { Longitude = Angles.Longitude(far.Longitude) };
        if (kind == EdgeKind.StraightOnMap)
        {
            Straight(points, near, far, turn, tolerance);
        }
        else
        {
            Shortest(points, near, far, turn, tolerance);
        }

        if (reversed)
        {
            CollectionsMarshal.AsSpan(points)[start..].Reverse();
        }

        points.Insert(start, first);
    }

    private static void Straight(List<GeoPoint> points, GeoPoint near, GeoPoint far, double turn, double tolerance)
    {
        var length = Length(near, far, turn);
        var pieces = Math.Ceiling(Math.Max(Math.Sqrt(Deviation(near, far, turn, length) / tolerance), length / LongestPiece));
        for (var i = 1; i < pieces; i++)
        {
            var part = i / pieces;
            points.Add(new GeoPoint(near.Latitude + ((far.Latitude - near.Latitude) * part), Angles.Longitude(near.Longitude + (turn * part))));
        }
    }

    private static void Shortest(List<GeoPoint> points, GeoPoint near, GeoPoint far, double turn, double tolerance)
    {
        var length = Length(near, far, turn);
        if (Deviation(near, far, turn, length) <= tolerance && length <= LongestPiece)
        {
            return;
        }

        var line = GeodesicLine.Between(near.Latitude, near.Longitude, far.Latitude, far.Longitude);
        // A pole has any longitude: that of the other end lets the way come in along its meridian.
        if (Math.Abs(near.Latitude) == 90)
        {
            points.Add(near = near with { Longitude = far.Longitude });
        }

        var pole = Math.Abs(far.Latitude) == 90 && far.Longitude != near.Longitude;
        if (pole)
        {
            far = far with { Longitude = near.Longitude };
        }

        Halve(points, line, 0, line.Length, near, far, tolerance);
        if (pole)
        {
            points.Add(far);
        }
    }

    private static void Halve(List<GeoPoint> points, in GeodesicLine line, double start, double end, GeoPoint near, GeoPoint far, double tolerance)
    {
        var turn = Angles.Difference(near.Longitude, far.Longitude, out _);
        if (end - start <= LongestPiece && Deviation(near, far, turn, end - start) <= tolerance)
        {
            return;
        }

        var half = (start + end) / 2;
        var at = line.At(half);
        var middle = new GeoPoint(at.Latitude, Angles.Longitude(at.Longitude));
        Halve(points, line, start, half, near, middle, tolerance);
        points.Add(middle);
        Halve(points, line, half, end, middle, far, tolerance);
    }

    /// <summary>
    /// A bound for how far the map's straight line and the geodesic are apart, in metres. Along the former the direction turns by at most |sin latitude| (1 + cos² azimuth)
    /// per radian of longitude; an arc of that turn rises by an eighth of turn times length.
    /// </summary>
    private static double Deviation(GeoPoint near, GeoPoint far, double turn, double length)
    {
        var highest = Math.Max(Math.Abs(near.Latitude), Math.Abs(far.Latitude)) + (length / 200_000);
        return Math.Abs(turn) * Angles.RadiansPerDegree * Math.Sin(Math.Min(90, highest) * Angles.RadiansPerDegree) * length / 4;
    }

    /// <summary>The length of the straight line on the map, at least.</summary>
    private static double Length(GeoPoint near, GeoPoint far, double turn)
    {
        var north = (far.Latitude - near.Latitude) * Angles.RadiansPerDegree;
        var lowest = near.Latitude * far.Latitude <= 0 ? 0 : Math.Min(Math.Abs(near.Latitude), Math.Abs(far.Latitude));
        var east = turn * Angles.RadiansPerDegree * Math.Cos(lowest * Angles.RadiansPerDegree);
        return MetresPerRadian * Angles.Hypot(north, east);
    }
}
