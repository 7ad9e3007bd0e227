using System.Collections.Immutable;
using System.Globalization;
using Pacta.Geography.Shapes;
using Pacta.Maps.World;
using Pacta.Presentation.Pictures;

namespace Pacta.Cli.Inputs;

/// <summary>Coasts, or coasts and borders, of the map of the world that is shipped, for whoever asks for them: no picture has them by itself.</summary>
internal static class WorldBackground
{
    public const string Coasts = "coasts";
    public const string Countries = "countries";

    /// <summary>Beyond it, few corners will do.</summary>
    private const double LargestInDetail = 1_500_000;

    private const double EarthRadius = 6_371_000;

    public static BackgroundSource Of(string kind) => (centre, radius) =>
    {
        var map = WorldMap.Load();
        var detail = radius > LargestInDetail ? MapDetail.Pictures : MapDetail.Checks;
        var near = Near(centre, (radius * 1.1) + 50_000);
        return new PictureBackground(
            [
                .. map.AllLines(detail)
                    .Where(l => kind == Countries || l.Kind == MapLineKind.Coast)
                    .SelectMany(l => Runs(l.Corners, near).Select(r => new BackgroundLine((BackgroundKind)(int)l.Kind, r))),
            ],
            string.Create(
                CultureInfo.InvariantCulture,
                $"{map.Source.Title} ({map.Source.Licence}), as of {map.Source.Date:yyyy-MM-dd}, accurate to {(detail == MapDetail.Checks ? map.Source.AccuracyMetres : map.PictureMetres):#,0} m"));
    };

    private static Func<GeoPoint, bool> Near(GeoPoint centre, double metres)
    {
        var least = Math.Cos(Math.Min(Math.PI, metres / EarthRadius));
        var (sine, cosine) = Math.SinCos(double.DegreesToRadians(centre.Latitude));
        return p =>
        {
            var (s, c) = Math.SinCos(double.DegreesToRadians(p.Latitude));
            return (sine * s) + (cosine * c * Math.Cos(double.DegreesToRadians(p.Longitude - centre.Longitude))) >= least;
        };
    }

    /// <summary>The stretches of a line that are near, with a corner before and after.</summary>
    private static IEnumerable<ImmutableArray<GeoPoint>> Runs(ImmutableArray<GeoPoint> corners, Func<GeoPoint, bool> isNear)
    {
        var start = -1;
        for (var i = 0; i <= corners.Length; i++)
        {
            var near = i < corners.Length && isNear(corners[i]);
            if (near && start < 0)
            {
                start = Math.Max(0, i - 1);
            }
            else if (!near && start >= 0)
            {
                yield return corners[start..Math.Min(corners.Length, i + 1)];
                start = -1;
            }
        }
    }
}
