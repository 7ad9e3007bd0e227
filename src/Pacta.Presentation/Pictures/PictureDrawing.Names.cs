using System.Globalization;
using Pacta.Geography.Outlines;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;

namespace Pacta.Presentation.Pictures;

/// <summary>Names, degrees, the scale and where north is.</summary>
internal sealed partial class PictureDrawing
{
    private const double BarLeft = 16;
    private const double LongestBar = 170;

    private void NameZones(List<IReadOnlyList<PlanePolygon>> zones)
    {
        for (var i = 0; i < _content.Places.Length; i++)
        {
            if (_content.Places[i] is { Zone: { } zone } place)
            {
                Name("name place-name", PictureLegend.ShortNameOf(place, _speech), NamePlaces(zone, zones[i]));
            }
        }

        foreach (var place in _content.Places.Where(p => p.Points.Length > 0))
        {
            Name("name place-name", PictureLegend.ShortNameOf(place, _speech), place.Points.Select(_frame.Of).SelectMany(Beside));
        }
    }

    private void NameLines()
    {
        foreach (var place in _content.Places.Where(p => p.Lines.Length > 0))
        {
            var dots = place.Lines.SelectMany(ZoneOutline.Of).SelectMany(l => Shown([.. l.Select(p => new GeoPoint(p.Y, p.X))])).SelectMany(l => Between(l)).Where(IsInside).ToList();
            double[] parts = [0.5, 0.3, 0.7, 0.15, 0.85, 0.02, 0.98];
            Name(
                "name line-name",
                PictureLegend.ShortNameOf(place, _speech),
                dots.Count == 0 ? [] : parts.Select(p => dots[(int)(p * (dots.Count - 1))]).SelectMany(d => new[] { (d.X, d.Y - 6, 0), (d.X, d.Y + 15, 0), (d.X + 8, d.Y + 4, -1), (d.X - 8, d.Y + 4, 1) }));
        }
    }

    /// <summary>Dots on the way from one to the next, so that the middle of a line is in the middle.</summary>
    private static IEnumerable<(double X, double Y)> Between(List<(double X, double Y)> line)
    {
        for (var i = 0; i + 1 < line.Count; i++)
        {
            var (a, b) = (line[i], line[i + 1]);
            var steps = (int)Math.Ceiling((Math.Abs(b.X - a.X) + Math.Abs(b.Y - a.Y)) / 10);
            for (var k = 0; k < steps; k++)
            {
                yield return (a.X + ((b.X - a.X) * k / steps), a.Y + ((b.Y - a.Y) * k / steps));
            }
        }
    }

    private bool IsInside((double X, double Y) dot) => dot is { X: > 0, Y: > 0 } && dot.X < PictureFrame.Width && dot.Y < _frame.Height;

    /// <summary>Where the name of an area may stand: in it, as far from its boundary as it can be; else beside it.</summary>
    private IEnumerable<(double X, double Y, int Anchor)> NamePlaces(Zone zone, IReadOnlyList<PlanePolygon> polygons)
    {
        if (polygons.Count == 0)
        {
            return Beside(MiddleOf(zone, polygons));
        }

        const int Steps = 15;
        List<(double X, double Y)> dots = [.. polygons.MaxBy(p => Math.Abs(AreaOf(p)))!.Outer.Select(_frame.Of)];
        var (left, top, right, bottom) = (Math.Max(0, dots.Min(p => p.X)), Math.Max(0, dots.Min(p => p.Y)), Math.Min(PictureFrame.Width, dots.Max(p => p.X)), Math.Min(_frame.Height, dots.Max(p => p.Y)));
        var inside = new List<(double X, double Y, double Far)>();
        for (var i = 1; i < Steps; i++)
        {
            for (var j = 1; j < Steps; j++)
            {
                var (x, y) = (left + ((right - left) * i / Steps), top + ((bottom - top) * j / Steps));
                var far = _frame.At(x, y) is { } at ? zone.Signed(at.Latitude, at.Longitude) / _frame.MetresPerDot : -1;
                if (far > 7)
                {
                    inside.Add((x, y, Math.Min(Math.Min(far, 40), Math.Min(Math.Min(x, PictureFrame.Width - x), Math.Min(y, _frame.Height - y)))));
                }
            }
        }

        var (middle, centre) = ((left + right) / 2, (top + bottom) / 2);
        return inside.OrderByDescending(p => Math.Round(p.Far)).ThenBy(p => Math.Abs(p.X - middle) + Math.Abs(p.Y - centre)).Select(p => (p.X, p.Y + 4, 0))
            .Concat([(middle, top - 5, 0), (middle, bottom + 14, 0), (right + 5, centre + 4, -1), (left - 5, centre + 4, 1)]);
    }

    private static double AreaOf(PlanePolygon polygon)
    {
        var sum = 0.0;
        for (var i = 0; i < polygon.Outer.Count; i++)
        {
            var (a, b) = (polygon.Outer[i], polygon.Outer[(i + 1) % polygon.Outer.Count]);
            sum += (a.X * b.Y) - (b.X * a.Y);
        }

        return sum / 2;
    }

    private static IEnumerable<(double X, double Y, int Anchor)> Beside((double X, double Y) at) =>
        [(at.X + 7, at.Y + 4, -1), (at.X - 7, at.Y + 4, 1), (at.X, at.Y - 8, 0), (at.X, at.Y + 18, 0)];

    private void Name(string kind, string name, IEnumerable<(double X, double Y, int Anchor)> places)
    {
        if (_labels.Place(name, places) is { } at)
        {
            Text(kind, at.X, at.Y, at.Anchor, name);
        }
    }

    private void Text(string kind, double x, double y, int anchor, string text) =>
        _html.Element("text", text, ("class", kind), ("x", N(x)), ("y", N(y)), ("text-anchor", anchor < 0 ? null : anchor == 0 ? "middle" : "end"));

    /// <summary>Parallels are named to the left of the picture, meridians below it; what crosses neither, where it is lowest.</summary>
    private void WriteDegrees(List<NetLine> net)
    {
        var taken = new List<(double X, double Y)>();
        foreach (var line in net)
        {
            var words = Say(line.IsMeridian ? line.Degrees < 0 ? "map.west" : "map.east" : line.Degrees < 0 ? "map.south" : "map.north", Graticule.Number(line.Degrees));
            var crossings = line.Pieces.SelectMany(p => p.Zip(p.Skip(1))).Select(p => Crossing(p.First, p.Second, line.IsMeridian)).OfType<(double X, double Y)>().ToList();
            var lowest = line.Pieces.SelectMany(p => p).Where(IsInside).DefaultIfEmpty((-99, -99)).MaxBy(p => p.Item2);
            (double X, double Y) at = crossings.Count == 0 ? lowest : line.IsMeridian ? (crossings[0].X, _frame.Height + 14) : (-5, crossings[0].Y + 4);
            var anchor = crossings.Count == 0 || line.IsMeridian ? 0 : 1;
            if (at.X > -60 && !taken.Exists(t => Math.Abs(t.X - at.X) < 44 && Math.Abs(t.Y - at.Y) < 12))
            {
                taken.Add(at);
                Text(crossings.Count > 0 ? "soft" : "soft name", at.X, at.Y - (crossings.Count > 0 ? 0 : 3), anchor, words);
            }
        }
    }

    private (double X, double Y)? Crossing((double X, double Y) a, (double X, double Y) b, bool isMeridian)
    {
        if (isMeridian)
        {
            var t = (_frame.Height - a.Y) / (b.Y - a.Y);
            return a.Y > _frame.Height != b.Y > _frame.Height && a.X + (t * (b.X - a.X)) is >= 0 and <= PictureFrame.Width and var x ? (x, _frame.Height) : null;
        }

        var s = -a.X / (b.X - a.X);
        return a.X < 0 != b.X < 0 && a.Y + (s * (b.Y - a.Y)) is >= 0 and var y && y <= _frame.Height ? (0, y) : null;
    }

    private double BarMetres
    {
        get
        {
            var most = LongestBar * _frame.MetresPerDot;
            var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
            return (most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1) * power;
        }
    }

    private double BarTop => _frame.Height - 22;

    private void TakeScaleBar()
    {
        _labels.Take(0, BarTop - 22, BarLeft + LongestBar + 50, _frame.Height);
        _labels.Take(PictureFrame.Width - 40, 0, PictureFrame.Width, 62);
    }

    private void WriteScaleBar()
    {
        var length = BarMetres / _frame.MetresPerDot;
        var words = BarMetres >= 1000 ? Say("map.km", (BarMetres / 1000).ToString("0.###", CultureInfo.InvariantCulture)) : Say("map.m", BarMetres.ToString("0.###", CultureInfo.InvariantCulture));
        _html.Empty("rect", ("class", "ground"), ("x", "1"), ("y", N(BarTop - 17)), ("width", N(length + BarLeft + 24 + LabelPlacing.WidthOf(words))), ("height", N(_frame.Height - BarTop + 16)), ("fill-opacity", ".85"));
        _html.Empty("rect", ("class", "bar"), ("x", N(BarLeft)), ("y", N(BarTop)), ("width", N(length / 2)), ("height", "5"));
        _html.Empty("rect", ("class", "empty"), ("x", N(BarLeft + (length / 2))), ("y", N(BarTop)), ("width", N(length / 2)), ("height", "5"));
        Text("soft", BarLeft, BarTop - 5, 0, "0");
        Text("soft", BarLeft + length, BarTop - 5, 0, words);
    }

    /// <summary>Up is north in the middle of the picture. At a pole, all meridians lead there.</summary>
    private void WriteNorth()
    {
        if (_frame.IsPolar)
        {
            return;
        }

        var x = PictureFrame.Width - 20;
        _html.Empty("path", ("class", "bar"), ("d", string.Create(CultureInfo.InvariantCulture, $"M{x} 10l6 26l-6 -6z")));
        _html.Empty("path", ("class", "empty"), ("d", string.Create(CultureInfo.InvariantCulture, $"M{x} 10l-6 26l6 -6z")));
        Text("name title", x, 50, 0, Say("map.n"));
    }
}
