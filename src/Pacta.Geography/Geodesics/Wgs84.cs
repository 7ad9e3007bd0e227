namespace Pacta.Geography.Geodesics;

/// <summary>The ellipsoid of WGS84: its defining constants and what follows from them. Lengths in metres, areas in square metres.</summary>
public static class Wgs84
{
    /// <summary>Half of the equatorial axis.</summary>
    public const double EquatorialRadius = 6378137;

    /// <summary>Flattening, (a - b) / a.</summary>
    public const double Flattening = 1 / 298.257223563;

    /// <summary>Half of the polar axis.</summary>
    public const double PolarRadius = EquatorialRadius * (1 - Flattening);

    internal const double AxisRatio = 1 - Flattening;
    internal const double EccentricitySquared = Flattening * (2 - Flattening);
    internal const double SecondEccentricitySquared = EccentricitySquared / (AxisRatio * AxisRatio);
    internal const double ThirdFlattening = Flattening / (2 - Flattening);

    /// <summary>Bounds of the radii of curvature of the surface, in any direction, anywhere.</summary>
    internal const double SmallestCurvatureRadius = EquatorialRadius * (1 - EccentricitySquared);

    internal const double LargestCurvatureRadius = EquatorialRadius / AxisRatio;

    private static readonly double Eccentricity = Math.Sqrt(EccentricitySquared);

    /// <summary>The square of the radius of the sphere that has the area of the ellipsoid.</summary>
    internal static readonly double AuthalicRadiusSquared =
        ((EquatorialRadius * EquatorialRadius) + (PolarRadius * PolarRadius * Math.Atanh(Eccentricity) / Eccentricity)) / 2;

    /// <summary>The area of the whole Earth, about 510 million square kilometres.</summary>
    public static readonly double Area = 4 * Math.PI * AuthalicRadiusSquared;

    /// <summary>
    /// The area between the equator and a parallel, for one radian of longitude; negative in the south. Closed form (Snyder, Map Projections, 1987, eq. 3-12).
    /// </summary>
    /// <param name="sine">The sine of the geographic latitude.</param>
    internal static double AreaToEquator(double sine)
    {
        var es = Eccentricity * sine;
        return PolarRadius * PolarRadius / 2 * ((sine / (1 - (es * es))) + (Math.Atanh(es) / Eccentricity));
    }
}
