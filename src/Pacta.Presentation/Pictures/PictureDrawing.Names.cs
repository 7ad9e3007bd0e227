using System.Globalization;
using Pacta.Geography.Outlines;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;
using Pacta.Model.Places;

namespace Pacta.Presentation.Pictures;

/// <summary>Names, degrees, the scale and where north is.</summary>
internal sealed partial class PictureDrawing
{
    private const double BarLeft = 16;
    private const double LongestBar = 170;
    private const int MostAreas = 12;

    private void NameZones(List<IReadOnlyList<PlanePolygon>> zones)
    {
        for (var i = 0; i < _content.Places.Length; i++)
        {
            if (_content.Places[i] is { Zone: { } zone } place)
            {
                var name = LabelOf(place);
                Name("name place-name", name, NamePlaces(zone, Others(place), zones[i], LabelPlacing.WidthOf(name)));
            }
        }

        foreach (var place in _content.Places.Where(p => p.Points.Length > 0))
        {
            Name("name place-name", LabelOf(place), place.Points.Select(_frame.Of).SelectMany(Beside));
        }
    }

    private string LabelOf(DrawnPlace place) => PictureLegend.LabelOf(place, _content, _speech);

    private void NameLines()
    {
        foreach (var place in _content.Places.Where(p => p.Lines.Length > 0))
        {
            var dots = place.Lines.SelectMany(ZoneOutline.Of).SelectMany(l => Shown([.. l.Select(p => new GeoPoint(p.Y, p.X))])).SelectMany(l => Between(l)).Where(IsInside).ToList();
            double[] parts = [0.5, 0.3, 0.7, 0.15, 0.85, 0.02, 0.98];
            Name(
                "name line-name",
                LabelOf(place),
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

    /// <summary>Areas that a name had better not stand in.</summary>
    private List<Zone> Others(DrawnPlace place) =>
        _content.Places.Count(p => p.Zone is not null) > MostAreas ? [] : [.. _content.Places.Where(p => p != place && p.Zone is not null).Select(p => p.Zone!)];

    /// <summary>
    /// Where the name of an area may stand: in it, as far from its boundary as it can be, and where only this drawing has it, if there is room; else beside it.
    /// </summary>
    private IEnumerable<(double X, double Y, int Anchor)> NamePlaces(Zone zone, List<Zone> others, IReadOnlyList<PlanePolygon> polygons, double wide)
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
                var far = Far(x, y);
                if (far > 7)
                {
                    var isWhole = Far(x - (wide / 2), y) > 0 && Far(x + (wide / 2), y) > 0;
                    inside.Add((x, y, Math.Min(Math.Min(far, 40), Math.Min(Math.Min(x, PictureFrame.Width - x), Math.Min(y, _frame.Height - y))) + (isWhole ? 100 : 0) + (others.Count > 0 && far > 10 && others.TrueForAll(r => Signed(r, x, y) < -10) ? 200 : 0)));
                }
            }
        }

        var (middle, centre) = ((left + right) / 2, (top + bottom) / 2);
        return inside.OrderByDescending(p => Math.Round(p.Far)).ThenBy(p => Math.Abs(p.X - middle) + Math.Abs(p.Y - centre)).Select(p => (p.X, p.Y + 4, 0))
            .Concat([(middle, top - 5, 0), (middle, bottom + 14, 0), (right + 5, centre + 4, -1), (left - 5, centre + 4, 1)]);

        double Far(double x, double y) => Signed(zone, x, y);
    }

    private double Signed(Zone zone, double x, double y) => _frame.At(x, y) is { } at ? zone.Signed(at.Latitude, at.Longitude) / _frame.MetresPerDot : -1;

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
            var words = PictureLegend.Degrees(line.Degrees, line.IsMeridian, _speech);
            var crossings = line.Pieces.SelectMany(p => p.Zip(p.Skip(1))).Select(p => Crossing(p.First, p.Second, line.IsMeridian)).OfType<(double X, double Y)>().ToList();
            var shown = line.Pieces.SelectMany(p => p).Where(IsInside).ToList();
            var isWithin = _frame.IsPolar || crossings.Count == 0;
            if (isWithin && shown.Count == 0)
            {
                continue;
            }

            // Round a pole, parallels are named where they are lowest, and meridians where they leave the picture.
            var last = isWithin ? line.IsMeridian ? shown.MaxBy(p => Math.Pow(p.X - (PictureFrame.Width / 2), 2) + Math.Pow(p.Y - (_frame.Height / 2), 2)) : shown.MaxBy(p => p.Y) : default;
            (double X, double Y) at = isWithin ? (Math.Clamp(last.X, 24, PictureFrame.Width - 24), Math.Clamp(last.Y, 16, _frame.Height - 4))
                : line.IsMeridian ? (crossings[0].X, _frame.Height + 14) : (-5, crossings[0].Y + 4);
            var anchor = isWithin || line.IsMeridian ? 0 : 1;
            if (at.X > -60 && !taken.Exists(t => Math.Abs(t.X - at.X) < 44 && Math.Abs(t.Y - at.Y) < 12))
            {
                taken.Add(at);
                Text(isWithin ? "soft name" : "soft", at.X, at.Y, anchor, words);
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
        _html.Empty("rect", ("class", "bar"), ("x", N(BarLeft)), ("y", N(BarTop)), ("width", N(length / 2)), ("height", "5"));
        _html.Empty("rect", ("class", "empty"), ("x", N(BarLeft + (length / 2))), ("y", N(BarTop)), ("width", N(length / 2)), ("height", "5"));
        Text("soft name", BarLeft, BarTop - 5, 0, "0");
        Text("soft name", BarLeft + length, BarTop - 5, 0, words);
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
