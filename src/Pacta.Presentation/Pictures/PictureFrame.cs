using System.Collections.Immutable;
using Pacta.Geography.Outlines;
using Pacta.Geography.Projections;
using Pacta.Geography.Shapes;
using Pacta.Model.Places;

namespace Pacta.Presentation.Pictures;

/// <summary>
/// From places on the Earth to dots of the picture. The plane is laid round the middle of what is drawn; near a pole, round the pole itself. Positions that are very far away
/// from all places do not make the picture small: they lie outside of it.
/// </summary>
internal sealed class PictureFrame
{
    /// <summary>In dots of the picture: 960 are as wide as a page.</summary>
    public const double Width = 900;

    private const double LowestHeight = 380;
    private const double GreatestHeight = 820;
    private const double SmallestMetres = 400;
    private const double PolarLatitude = 72;

    private PictureFrame(AzimuthalEqualArea plane, double left, double bottom, double metresPerDot, double height)
    {
        (Plane, Left, Bottom, MetresPerDot, Height) = (plane, left, bottom, metresPerDot, height);
    }

    public AzimuthalEqualArea Plane { get; }

    public double Left { get; }

    public double Bottom { get; }

    public double MetresPerDot { get; }

    public double Height { get; }

    public bool IsPolar => Math.Abs(Plane.Centre.Latitude) == 90;

    public PlaneWindow Window => new(Left, Bottom, Width * MetresPerDot, Height * MetresPerDot);

    /// <summary>Metres from the middle of the plane to the farthest corner of the picture.</summary>
    public double Reach
    {
        get
        {
            var window = Window;
            return new[] { (window.Left, window.Bottom), (window.Left + window.Width, window.Bottom), (window.Left, window.Bottom + window.Height), (window.Left + window.Width, window.Bottom + window.Height) }
                .Max(c => Math.Sqrt((c.Item1 * c.Item1) + (c.Item2 * c.Item2)));
        }
    }

    public static PictureFrame Of(ImmutableArray<DrawnPlace> places, IEnumerable<PlacedPosition> positions)
    {
        List<GeoPoint> drawn = [.. places.SelectMany(p => PointsOf(p))];
        List<GeoPoint> reported = [.. positions.Select(p => p.At)];
        if (drawn.Count == 0)
        {
            drawn = reported;
        }

        var centre = Middle(drawn);
        for (var i = 0; i < 3; i++)
        {
            var (left, bottom, right, top) = Box(new AzimuthalEqualArea(centre), drawn, reported);
            centre = new AzimuthalEqualArea(centre).Inverse((left + right) / 2, (bottom + top) / 2) ?? centre;
        }

        if (Math.Abs(centre.Latitude) > PolarLatitude)
        {
            centre = new GeoPoint(Math.CopySign(90, centre.Latitude), Math.Round(centre.Longitude));
        }

        // Where areas are is known roughly first; then from their outlines.
        var plane = new AzimuthalEqualArea(centre);
        var rough = Of(plane, Box(plane, drawn, reported));
        List<GeoPoint> exact = [.. places.SelectMany(p => PointsOf(p, rough))];
        return exact.Count == 0 ? rough : Of(plane, Box(plane, exact, reported));
    }

    private static PictureFrame Of(AzimuthalEqualArea plane, (double Left, double Bottom, double Right, double Top) box)
    {
        var (width, height) = (Math.Max(box.Right - box.Left, SmallestMetres) * 1.12, Math.Max(box.Top - box.Bottom, SmallestMetres) * 1.12);
        var dots = Math.Clamp(Math.Round(Width * height / width), LowestHeight, GreatestHeight);
        var scale = Math.Max(width / Width, height / dots);
        return new PictureFrame(plane, ((box.Left + box.Right) / 2) - (scale * Width / 2), ((box.Bottom + box.Top) / 2) - (scale * dots / 2), scale, dots);
    }

    public (double X, double Y) Of(GeoPoint place)
    {
        var (x, y) = Plane.Forward(place);
        return Of(new PlanePoint(x, y));
    }

    public (double X, double Y) Of(PlanePoint point) => ((point.X - Left) / MetresPerDot, Height - ((point.Y - Bottom) / MetresPerDot));

    /// <summary>The place at a dot; null beyond the other side of the Earth.</summary>
    public GeoPoint? At(double x, double y) => Plane.Inverse(Left + (x * MetresPerDot), Bottom + ((Height - y) * MetresPerDot));

    public bool Shows(GeoPoint place) => Of(place) is var (x, y) && x >= 0 && y >= 0 && x <= Width && y <= Height;

    /// <param name="rough">A picture in which the outlines of areas are found; null: their boxes will do.</param>
    private static IEnumerable<GeoPoint> PointsOf(DrawnPlace place, PictureFrame? rough = null)
    {
        const double Cell = 8;
        var zone = place.Zone is null ? []
            : rough is null ? ZoneExtent.Boxes(place.Zone).SelectMany(EdgeOf)
            : PlaneOutline.Of(place.Zone, rough.Plane, rough.Window, Cell * rough.MetresPerDot, isFine: false).SelectMany(p => p.Outer).Select(p => rough.Plane.Inverse(p.X, p.Y)).OfType<GeoPoint>();
        return zone.Concat(place.Points).Concat(place.Lines.SelectMany(l => l.Lines).SelectMany(l => l));
    }

    /// <summary>Some places along the edge of a box: the corners alone would leave out where it bulges.</summary>
    private static IEnumerable<GeoPoint> EdgeOf(MapBox box)
    {
        const int Steps = 12;
        for (var i = 0; i <= Steps; i++)
        {
            var (longitude, latitude) = (box.West + ((box.East - box.West) * i / Steps), box.South + ((box.North - box.South) * i / Steps));
            yield return new GeoPoint(box.South, longitude);
            yield return new GeoPoint(box.North, longitude);
            yield return new GeoPoint(latitude, box.West);
            yield return new GeoPoint(latitude, box.East);
        }
    }

    private static GeoPoint Middle(List<GeoPoint> points)
    {
        var (x, y, z) = (0.0, 0.0, 0.0);
        foreach (var point in points)
        {
            var (latitude, longitude) = (double.DegreesToRadians(point.Latitude), double.DegreesToRadians(point.Longitude));
            (x, y, z) = (x + (Math.Cos(latitude) * Math.Cos(longitude)), y + (Math.Cos(latitude) * Math.Sin(longitude)), z + Math.Sin(latitude));
        }

        return new GeoPoint(double.RadiansToDegrees(Math.Atan2(z, Math.Sqrt((x * x) + (y * y)))), double.RadiansToDegrees(Math.Atan2(y, x)));
    }

    private static (double Left, double Bottom, double Right, double Top) Box(AzimuthalEqualArea plane, List<GeoPoint> drawn, List<GeoPoint> reported)
    {
        var own = Box(drawn.Select(plane.Forward));
        var (width, height) = (own.Right - own.Left, own.Top - own.Bottom);
        var far = 1.5 * Math.Max(Math.Max(width, height), SmallestMetres);
        return Box(drawn.Select(plane.Forward).Concat(reported.Select(plane.Forward)
            .Where(p => p.X > own.Left - far && p.X < own.Right + far && p.Y > own.Bottom - far && p.Y < own.Top + far)));
    }

    private static (double Left, double Bottom, double Right, double Top) Box(IEnumerable<(double X, double Y)> points) => points.Aggregate(
        (Left: double.MaxValue, Bottom: double.MaxValue, Right: double.MinValue, Top: double.MinValue),
        (b, p) => (Math.Min(b.Left, p.X), Math.Min(b.Bottom, p.Y), Math.Max(b.Right, p.X), Math.Max(b.Top, p.Y)));
}
