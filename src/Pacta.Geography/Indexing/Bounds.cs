using Pacta.Geography.Geodesics;

namespace Pacta.Geography.Indexing;

/// <summary>
/// Between which lengths the geodesic lies that belongs to a chord in space: a geodesic is bent at least as much as a circle of the largest radius of curvature and at
/// most as one of the smallest. A millimetre is added for lifted chords.
/// </summary>
internal static class Bounds
{
    private const double Slack = 0.001;
    private const double Longest = 20_003_932;

    public static double Least(double chord) => 2 * Wgs84.LargestCurvatureRadius * Math.Asin(Math.Min(1, chord / (2 * Wgs84.LargestCurvatureRadius))) - Slack;

    public static double Most(double chord)
    {
        var sine = chord / (2 * Wgs84.SmallestCurvatureRadius);
        return sine > 0.95 ? Longest : (2 * Wgs84.SmallestCurvatureRadius * Math.Asin(sine)) + Slack + (chord * 1e-9);
    }

    /// <summary>The longest chord that may belong to a geodesic of this length.</summary>
    public static double Chord(double geodesic) =>
        geodesic >= Longest ? double.PositiveInfinity
        : (2 * Wgs84.LargestCurvatureRadius * Math.Sin(Math.Min(Math.PI / 2, geodesic / (2 * Wgs84.LargestCurvatureRadius)))) + (2 * Slack);
}
