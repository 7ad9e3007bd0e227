using Pacta.Geography.Geodesics;

namespace Pacta.Geography.Shapes;

/// <summary>Areas under lines that are straight in longitude and latitude.</summary>
internal static class MapArea
{
    /// <summary>Square metres between the South Pole and an edge over <paramref name="turn"/> degrees of longitude; negative towards the west.</summary>
    public static double FromSouthPole(double latitude1, double latitude2, double turn) =>
        turn == 0 ? 0 : turn * Angles.RadiansPerDegree * (Mean(latitude1, latitude2) + Wgs84.AreaToEquator(1));

    /// <summary>Square metres between the equator and an edge; negative towards the west, and in the south.</summary>
    public static double ToEquator(double latitude1, double latitude2, double turn) => turn * Angles.RadiansPerDegree * Mean(latitude1, latitude2);

    /// <summary>The mean area per radian between two latitudes: Gauss's rule with five points on at most two degrees, exact to rounding.</summary>
    private static double Mean(double latitude1, double latitude2)
    {
        if (latitude1 == latitude2)
        {
            return Wgs84.AreaToEquator(Angles.SinCos(latitude1).Sine);
        }

        var parts = Math.Max(1, (int)Math.Ceiling(Math.Abs(latitude2 - latitude1) / 2));
        var step = (latitude2 - latitude1) / parts;
        var sum = 0.0;
        for (var i = 0; i < parts; i++)
        {
            var middle = latitude1 + ((i + 0.5) * step);
            sum += 128.0 / 225 * At(middle);
            sum += 0.47862867049936647 * (At(middle - (step / 2 * 0.53846931010568309)) + At(middle + (step / 2 * 0.53846931010568309)));
            sum += 0.23692688505618909 * (At(middle - (step / 2 * 0.90617984593866399)) + At(middle + (step / 2 * 0.90617984593866399)));
        }

        return sum / 2 / parts;

        static double At(double latitude) => Wgs84.AreaToEquator(Math.Sin(latitude * Angles.RadiansPerDegree));
    }
}
