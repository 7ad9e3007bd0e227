using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pacta.Geography.Outlines;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;
using Pacta.Presentation.Html;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Pictures;

/// <summary>
/// Draws the places of an agreement and what was reported and found there: areas by their outlines, lines, points, positions with how exact they are. What is told by a shape is
/// told in words in the legend; nothing is told by a colour alone.
/// </summary>
internal sealed partial class PictureDrawing
{
    /// <summary>An outline is looked for in steps of so many dots.</summary>
    private const double Cell = 3;

    private readonly HtmlWriter _html;
    private readonly PictureContent _content;
    private readonly Speech _speech;
    private readonly string _prefix;
    private readonly PictureFrame _frame;
    private readonly LabelPlacing _labels;
    private readonly ImmutableArray<PlaceLook> _looks;
    private readonly Func<Model.Findings.Finding, string?>? _link;

    private PictureDrawing(HtmlWriter html, PictureContent content, PictureFrame frame, ImmutableArray<PlaceLook> looks, Speech speech, string prefix, Func<Model.Findings.Finding, string?>? link)
    {
        (_html, _content, _frame, _looks, _speech, _prefix, _link) = (html, content, frame, looks, speech, prefix, link);
        _labels = new LabelPlacing(PictureFrame.Width, frame.Height);
    }

    /// <param name="prefix">Before the names of patterns and signs, so that several pictures of a page have their own.</param>
    /// <param name="link">Where a finding is told on the page; null where it is not.</param>
    public static PictureDrawing Write(
        HtmlWriter html, PictureContent content, PictureFrame frame, ImmutableArray<PlaceLook> looks, PictureBackground? background, Speech speech, string prefix, Func<Model.Findings.Finding, string?>? link = null)
    {
        var drawing = new PictureDrawing(html, content, frame, looks, speech, prefix, link);
        drawing.Write(background);
        return drawing;
    }

    /// <summary>A number of dots, to a tenth.</summary>
    public static string N(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    private void Write(PictureBackground? background)
    {
        var net = Graticule.Of(_frame);
        using (_html.In("clipPath", ("id", _prefix + "frame")))
        {
            _html.Empty("rect", ("width", N(PictureFrame.Width)), ("height", N(_frame.Height)));
        }

        _html.Empty("rect", ("class", "ground"), ("width", N(PictureFrame.Width)), ("height", N(_frame.Height)));
        TakeScaleBar();
        using (_html.In("g", ("clip-path", $"url(#{_prefix}frame)")))
        {
            foreach (var line in net)
            {
                Path("net", line.Pieces.Select(p => (p, false)));
            }

            foreach (var kind in (background?.Lines ?? []).GroupBy(l => l.Kind).OrderBy(k => k.Key))
            {
                Path(Names.Snake(kind.Key), kind.SelectMany(l => Shown(l.Points)).Select(p => (p, false)));
            }

            var zones = _content.Places.Select(p => p.Zone is null ? [] : PlaneOutline.Of(p.Zone, _frame.Plane, _frame.Window, Cell * _frame.MetresPerDot)).ToList();
            WriteZones(zones);
            WriteLines();
            WriteSites();
            WritePositions();
            NameLines();
            NameZones(zones);
        }

        _html.Empty("rect", ("class", "rim"), ("width", N(PictureFrame.Width)), ("height", N(_frame.Height)));
        WriteDegrees(net);
        WriteScaleBar();
        WriteNorth();
    }

    private void WriteZones(List<IReadOnlyList<PlanePolygon>> zones)
    {
        for (var i = 0; i < _content.Places.Length; i++)
        {
            var (place, look) = (_content.Places[i], _looks[i]);
            if (place.Zone is null)
            {
                continue;
            }

            using (_html.In("g", ("class", "zone")))
            {
                _html.Element("title", PictureLegend.NameOf(place, _content.Agreement, _speech));
                var path = PathOf(zones[i].SelectMany(RingsOf));
                _html.Empty("path", ("class", $"tint t{look.Tint}"), ("fill-rule", "evenodd"), ("d", path));
                if (look.Hatch is { } hatch)
                {
                    _html.Empty("path", ("fill", $"url(#{_prefix}h{hatch})"), ("fill-rule", "evenodd"), ("d", path));
                }

                if (IsVisible(place.AccuracyMetres))
                {
                    // Where it is not known whether something is inside: less than the accuracy to the boundary, on both sides.
                    var wide = PlaneOutline.Of(place.Zone, _frame.Plane, _frame.Window, Cell * _frame.MetresPerDot, -place.AccuracyMetres);
                    var narrow = PlaneOutline.Of(place.Zone, _frame.Plane, _frame.Window, Cell * _frame.MetresPerDot, place.AccuracyMetres);
                    _html.Empty("path", ("class", "doubtful"), ("fill-rule", "evenodd"), ("d", PathOf(wide.Concat(narrow).SelectMany(RingsOf))));
                }

                _html.Empty("path", ("class", "outline"), ("stroke-dasharray", look.Dashes), ("d", path));
                if (IsTiny(zones[i]))
                {
                    Square(MiddleOf(place.Zone, zones[i]));
                }
            }
        }
    }

    private void WriteLines()
    {
        for (var i = 0; i < _content.Places.Length; i++)
        {
            var (place, look) = (_content.Places[i], _looks[i]);
            if (place.Lines.Length == 0)
            {
                continue;
            }

            using (_html.In("g", ("class", "line")))
            {
                _html.Element("title", PictureLegend.NameOf(place, _content.Agreement, _speech));
                if (IsVisible(place.AccuracyMetres))
                {
                    var band = Zone.Union([.. place.Lines.Select(l => Zone.Band(l, place.AccuracyMetres))]);
                    _html.Empty("path", ("class", "doubtful"), ("fill-rule", "evenodd"), ("d", PathOf(PlaneOutline.Of(band, _frame.Plane, _frame.Window, Cell * _frame.MetresPerDot).SelectMany(RingsOf))));
                }

                Path("way", place.Lines.SelectMany(ZoneOutline.Of).SelectMany(l => Shown([.. l.Select(p => new GeoPoint(p.Y, p.X))])).Select(p => (p, false)), look.Dashes);
            }
        }
    }

    private void WriteSites()
    {
        foreach (var place in _content.Places.Where(p => p.Points.Length > 0))
        {
            using (_html.In("g", ("class", "point")))
            {
                _html.Element("title", PictureLegend.NameOf(place, _content.Agreement, _speech));
                foreach (var point in place.Points)
                {
                    var at = _frame.Of(point);
                    if (IsVisible(place.AccuracyMetres))
                    {
                        _html.Empty("path", ("class", "doubtful"), ("d", PathOf([(Circle(point, place.AccuracyMetres), true)])));
                    }

                    Square(at);
                }
            }
        }
    }

    /// <summary>Is a doubt about where something is so wide that it can be seen?</summary>
    private bool IsVisible(double metres) => metres / _frame.MetresPerDot >= 1.5;

    private void Square((double X, double Y) at) => _html.Empty("rect", ("class", "site"), ("x", N(at.X - 3)), ("y", N(at.Y - 3)), ("width", "6"), ("height", "6"));

    private bool IsTiny(IReadOnlyList<PlanePolygon> polygons) =>
        polygons.SelectMany(p => p.Outer).Select(_frame.Of).ToList() is var all
        && (all.Count == 0 || (all.Max(p => p.X) - all.Min(p => p.X) < 5 && all.Max(p => p.Y) - all.Min(p => p.Y) < 5));

    private (double X, double Y) MiddleOf(Zone zone, IReadOnlyList<PlanePolygon> polygons)
    {
        if (polygons.SelectMany(p => p.Outer).Select(_frame.Of).ToList() is { Count: > 0 } all)
        {
            return (all.Average(p => p.X), all.Average(p => p.Y));
        }

        return ZoneExtent.Boxes(zone) is [var box, ..] ? _frame.Of(new GeoPoint((box.South + box.North) / 2, (box.West + box.East) / 2)) : (-100, -100);
    }

    /// <summary>A circle on the Earth, as a closed line of dots.</summary>
    private List<(double X, double Y)> Circle(GeoPoint centre, double metres) =>
    [
        .. Enumerable.Range(0, 48).Select(i => Pacta.Geography.Geodesics.Geodesic.Direct(centre.Latitude, centre.Longitude, 7.5 * i, metres)).Select(p => _frame.Of(new GeoPoint(p.Latitude, p.Longitude))),
    ];

    private IEnumerable<(List<(double X, double Y)> Points, bool IsClosed)> RingsOf(PlanePolygon polygon) =>
        polygon.Holes.Prepend(polygon.Outer).Select(r => (r.Select(_frame.Of).ToList(), true));

    /// <summary>The parts of a line near the picture.</summary>
    private IEnumerable<List<(double X, double Y)>> Shown(ImmutableArray<GeoPoint> points)
    {
        const double Beyond = 200;
        var current = new List<(double X, double Y)>();
        foreach (var dot in points.Select(_frame.Of))
        {
            var isNear = dot.X > -Beyond && dot.Y > -Beyond && dot.X < PictureFrame.Width + Beyond && dot.Y < _frame.Height + Beyond;
            if (isNear && (current.Count == 0 || Math.Abs(dot.X - current[^1].X) + Math.Abs(dot.Y - current[^1].Y) >= 0.3))
            {
                current.Add(dot);
            }
            else if (!isNear)
            {
                if (current.Count > 0)
                {
                    current.Add(dot);
                    yield return current;
                }

                current = [];
            }
        }

        if (current.Count > 1)
        {
            yield return current;
        }
    }

    private void Path(string kind, IEnumerable<(List<(double X, double Y)> Points, bool IsClosed)> lines, string? dashes = null)
    {
        var path = PathOf(lines);
        if (path.Length > 0)
        {
            _html.Empty("path", ("class", kind), ("stroke-dasharray", dashes), ("d", path));
        }
    }

    private static string PathOf(IEnumerable<(List<(double X, double Y)> Points, bool IsClosed)> lines)
    {
        var path = new StringBuilder();
        foreach (var (points, isClosed) in lines)
        {
            for (var i = 0; i < points.Count; i++)
            {
                path.Append(i == 0 ? 'M' : 'L').Append(N(points[i].X)).Append(' ').Append(N(points[i].Y));
            }

            path.Append(isClosed ? "Z" : string.Empty);
        }

        return path.ToString();
    }

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}
