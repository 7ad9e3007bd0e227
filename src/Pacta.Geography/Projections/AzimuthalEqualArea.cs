using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Projections;

/// <summary>
/// A plane for drawing, round a centre: directions from there are true, and areas are in proportion all over it (Lambert's azimuthal projection, with the length and the
/// direction of the shortest path on the ellipsoid in place of those on a sphere). Near the centre lengths are true too: at 500 km from it to a thousandth. It has no date
/// line, and a pole is a place like any other. Plane coordinates are metres to the right and up; up is north at the centre.
/// </summary>
public sealed class AzimuthalEqualArea
{
    private static readonly double Radius = Math.Sqrt(Wgs84.AuthalicRadiusSquared);

    public AzimuthalEqualArea(GeoPoint centre)
    {
        if (!centre.IsValid)
        {
            throw new ArgumentException($"a centre at {centre}: a latitude and a longitude are needed", nameof(centre));
        }

        Centre = centre;
    }

    public GeoPoint Centre { get; }

    /// <summary>How far from the centre the plane ends: there lies the other side of the Earth.</summary>
    public static double Rim => 2 * Radius;

    public (double X, double Y) Forward(GeoPoint place)
    {
        var way = Geodesic.Heading(Centre.Latitude, Centre.Longitude, place.Latitude, place.Longitude);
        var far = 2 * Radius * Math.Sin(Math.Min(way.Distance / (2 * Radius), Math.PI / 2));
        var (sine, cosine) = Angles.SinCos(way.Azimuth1);
        return (far * sine, far * cosine);
    }

    /// <summary>The place that is drawn there; null beyond the rim.</summary>
    public GeoPoint? Inverse(double x, double y)
    {
        var far = Angles.Hypot(x, y) / (2 * Radius);
        if (!(far < 1))
        {
            return null;
        }

        var at = Geodesic.Direct(Centre.Latitude, Centre.Longitude, Math.Atan2(x, y) / Angles.RadiansPerDegree, 2 * Radius * Math.Asin(far));
        return new GeoPoint(at.Latitude, Angles.Longitude(at.Longitude));
    }
}
