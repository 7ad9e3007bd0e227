namespace Pacta.Geography.Geodesics;

/// <summary>
/// Shortest paths on the ellipsoid of WGS84. Latitudes and azimuths in degrees (azimuths clockwise from north, in [-180, 180]), lengths in metres, areas in square
/// metres. Latitudes beyond ±90 give NaN; longitudes may be any number. Distances are right to 15 nanometres everywhere, also between antipodes and at the poles.
/// </summary>
public static class Geodesic
{
    /// <summary>The length of the shortest path, in metres.</summary>
    public static double Distance(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        InverseSolver.Solve(latitude1, longitude1, latitude2, longitude2, InverseParts.None, out var solution);
        return solution.Distance;
    }

    /// <summary>The shortest path between two points.</summary>
    public static GeodesicInverse Inverse(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        InverseSolver.Solve(latitude1, longitude1, latitude2, longitude2, InverseParts.Scales | InverseParts.Area, out var s);
        return new GeodesicInverse(
            s.Distance, s.Azimuth1, s.Azimuth2, s.Arc, s.ReducedLength, s.Scale12, s.Scale21, s.Area);
    }

    /// <summary>The length and the azimuths at both ends; what most callers need, without the rest.</summary>
    public static GeodesicHeading Heading(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        InverseSolver.Solve(latitude1, longitude1, latitude2, longitude2, InverseParts.None, out var s);
        return new GeodesicHeading(s.Distance, s.Azimuth1, s.Azimuth2);
    }

    /// <summary>Where one comes to who goes <paramref name="distance"/> metres straight ahead; backwards if it is negative.</summary>
    public static GeodesicPosition Direct(double latitude, double longitude, double azimuth, double distance) =>
        GeodesicLine.From(latitude, longitude, azimuth).At(distance);

    /// <summary>The area between the shortest path and the equator, positive where the path runs east in the north.</summary>
    internal static double DistanceAndArea(double latitude1, double longitude1, double latitude2, double longitude2, out double area)
    {
        InverseSolver.Solve(latitude1, longitude1, latitude2, longitude2, InverseParts.Area, out var s);
        area = s.Area;
        return s.Distance;
    }
}

/// <param name="Distance">Metres.</param>
/// <param name="Azimuth1">The direction at the first point.</param>
/// <param name="Azimuth2">The direction at the second point, onwards.</param>
/// <param name="Arc">The length on the auxiliary sphere, in degrees, at most 180.</param>
/// <param name="ReducedLength">How far apart paths are at the second point that leave the first one a radian apart, in metres (m12).</param>
/// <param name="Scale12">By how much the gap between paths that leave the first point as parallels changes on the way (M12).</param>
/// <param name="Scale21">The same the other way round (M21).</param>
/// <param name="Area">The area between the path and the equator, counted anticlockwise as negative (S12).</param>
public readonly record struct GeodesicInverse(
    double Distance, double Azimuth1, double Azimuth2, double Arc, double ReducedLength, double Scale12, double Scale21, double Area);

/// <summary>How far and in which direction; see <see cref="GeodesicInverse"/>.</summary>
public readonly record struct GeodesicHeading(double Distance, double Azimuth1, double Azimuth2);

/// <summary>A point of a geodesic and the direction there.</summary>
/// <param name="Longitude">In [-180, 180].</param>
public readonly record struct GeodesicPosition(double Latitude, double Longitude, double Azimuth);
