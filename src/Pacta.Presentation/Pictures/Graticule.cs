using System.Globalization;
using Pacta.Geography.Shapes;

namespace Pacta.Presentation.Pictures;

/// <summary>A meridian or a parallel of a picture.</summary>
/// <param name="Degrees">North or east.</param>
internal sealed record NetLine(bool IsMeridian, double Degrees, List<List<(double X, double Y)>> Pieces);

/// <summary>Meridians and parallels through a picture, a handful of each.</summary>
internal static class Graticule
{
    private const int Wanted = 5;
    private static readonly double[] Steps = [45, 30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005];

    public static List<NetLine> Of(PictureFrame frame)
    {
        var (south, north, west, east) = Span(frame);
        var (up, right) = (Step(north - south), Step(east - west));
        var lines = new List<NetLine>();
        for (var i = Math.Ceiling(south / up); i * up <= north; i++)
        {
            if (Math.Abs(i * up) < 90)
            {
                var latitude = i * up;
                lines.Add(new NetLine(false, latitude, Pieces(frame, Along(west, east).Select(x => new GeoPoint(latitude, x)))));
            }
        }

        for (var i = Math.Ceiling(west / right); i * right <= east && (i * right < west + 360); i++)
        {
            var longitude = i * right;
            lines.Add(new NetLine(true, Math.IEEERemainder(longitude, 360) is var l && l == -180 ? 180 : l, Pieces(frame, Along(south, north).Select(y => new GeoPoint(y, longitude)))));
        }

        lines.RemoveAll(l => l.Pieces.Count == 0);
        return lines;
    }

    /// <summary>Degrees without a sign: the side is told beside them.</summary>
    public static string Number(double degrees) => Math.Round(Math.Abs(degrees), 4).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Latitudes, and longitudes counted on from those at the centre, so that none of them jumps.</summary>
    private static (double South, double North, double West, double East) Span(PictureFrame frame)
    {
        const int Steps = 24;
        var middle = frame.Plane.Centre.Longitude;
        var (south, north, west, east) = (90.0, -90.0, 180.0, -180.0);
        for (var i = 0; i <= Steps; i++)
        {
            for (var j = 0; j <= Steps; j++)
            {
                if (frame.At(PictureFrame.Width * i / Steps, frame.Height * j / Steps) is { } at)
                {
                    var turn = Math.IEEERemainder(at.Longitude - middle, 360);
                    (south, north, west, east) = (Math.Min(south, at.Latitude), Math.Max(north, at.Latitude), Math.Min(west, turn), Math.Max(east, turn));
                }
            }
        }

        foreach (var pole in new[] { -90.0, 90.0 }.Where(p => frame.Shows(new GeoPoint(p, middle))))
        {
            (south, north, west, east) = (Math.Min(south, pole), Math.Max(north, pole), -180, 180);
        }

        return (south, north, middle + west, middle + east);
    }

    private static double Step(double span) => Array.Find(Steps, s => span / s >= Wanted - 2) is > 0 and var step ? step : Steps[^1];

    private static IEnumerable<double> Along(double from, double to)
    {
        const int Steps = 180;
        return Enumerable.Range(0, Steps + 1).Select(i => from + ((to - from) * i / Steps));
    }

    /// <summary>The parts of a line that are in the picture, and a step beyond.</summary>
    private static List<List<(double X, double Y)>> Pieces(PictureFrame frame, IEnumerable<GeoPoint> points)
    {
        var pieces = new List<List<(double, double)>>();
        var current = new List<(double X, double Y)>();
        var isIn = false;
        foreach (var point in points.Select(frame.Of))
        {
            var inside = point is { X: >= 0, Y: >= 0 } && point.X <= PictureFrame.Width && point.Y <= frame.Height;
            if (inside || isIn)
            {
                current.Add(point);
            }
            else
            {
                // The last point before it comes in belongs to it.
                current = [point];
            }

            if (isIn && !inside)
            {
                pieces.Add(current);
                current = [point];
            }

            isIn = inside;
        }

        if (isIn && current.Count > 1)
        {
            pieces.Add(current);
        }

        return pieces;
    }
}
