using System.Globalization;
using Pacta.Model.Findings;
using Pacta.Presentation.Html;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Pictures;

/// <summary>
/// A picture of the places of an agreement as SVG: by itself, or as a part of a page. It needs nothing but itself, has no script, and is the same for the same input, byte by byte.
/// </summary>
public static class PictureSvg
{
    private const double Width = 960;
    private const double Left = 54;
    private const double Below = 22;

    /// <summary>A file with a picture for each agreement, one below the other.</summary>
    /// <param name="contents">At least one, each with something to draw.</param>
    public static void Write(TextWriter output, IReadOnlyList<PictureContent> contents, Speech speech, BackgroundSource? background = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(speech);
        var pictures = contents.Select((c, i) => new Parts(c, speech, string.Create(CultureInfo.InvariantCulture, $"p{i + 1}-"), background, hasHeading: true)).ToList();
        var html = new HtmlWriter(output);
        if (pictures is [var only])
        {
            WriteOne(html, only, isOnPage: false, hasSheet: true, y: 0, link: null);
            return;
        }

        using (html.In("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", $"0 0 {PictureDrawing.N(Width)} {PictureDrawing.N(pictures.Sum(p => p.Height))}")))
        {
            var y = 0.0;
            foreach (var picture in pictures)
            {
                WriteOne(html, picture, isOnPage: false, hasSheet: picture == pictures[0], y, link: null);
                y += picture.Height;
            }
        }
    }

    /// <summary>A picture as a part of a page.</summary>
    /// <param name="prefix">Of the names within it: no other picture of the page has it.</param>
    /// <param name="hasSheet">Whether the style sheet stands in it: once on a page is enough.</param>
    /// <param name="link">Where a finding is told on the page.</param>
    internal static void WriteOnPage(HtmlWriter html, PictureContent content, Speech speech, string prefix, bool hasSheet, BackgroundSource? background = null, Func<Finding, string?>? link = null) =>
        WriteOne(html, new Parts(content, speech, prefix, background, hasHeading: false), isOnPage: true, hasSheet, y: 0, link);

    private static void WriteOne(HtmlWriter html, Parts parts, bool isOnPage, bool hasSheet, double y, Func<Finding, string?>? link)
    {
        var (title, description) = (parts.Prefix + "title", parts.Prefix + "desc");
        using (html.In(
            "svg",
            ("xmlns", isOnPage ? null : "http://www.w3.org/2000/svg"),
            ("class", isOnPage ? "picture drawing" : "picture"),
            ("y", y > 0 ? PictureDrawing.N(y) : null),
            ("width", isOnPage ? null : PictureDrawing.N(Width)),
            ("height", isOnPage ? null : PictureDrawing.N(parts.Height)),
            ("viewBox", $"0 0 {PictureDrawing.N(Width)} {PictureDrawing.N(parts.Height)}"),
            ("role", "img"),
            ("aria-labelledby", $"{title} {description}")))
        {
            html.Element("title", parts.Title, ("id", title));
            html.Element("desc", parts.Description, ("id", description));
            if (hasSheet)
            {
                html.Style(PictureStyle.Sheet(isOnPage));
            }

            using (html.In("defs"))
            {
                Define(html, parts);
            }

            if (!isOnPage)
            {
                html.Empty("rect", ("class", "ground"), ("width", PictureDrawing.N(Width)), ("height", PictureDrawing.N(parts.Height)));
                html.Element("text", parts.Title, ("class", "heading"), ("x", "6"), ("y", "24"));
            }

            using (html.In("g", ("transform", $"translate({PictureDrawing.N(Left)} {PictureDrawing.N(parts.Top)})")))
            {
                PictureDrawing.Write(html, parts.Content, parts.Frame, parts.Looks, parts.Background, parts.Speech, parts.Prefix, link);
            }

            parts.Legend.Write(html);
        }
    }

    private static void Define(HtmlWriter html, Parts parts)
    {
        foreach (var hatch in parts.Looks.Select(l => l.Hatch).OfType<int>().Distinct().Order())
        {
            using (html.In("pattern", ("id", string.Create(CultureInfo.InvariantCulture, $"{parts.Prefix}h{hatch}")), ("width", "8"), ("height", "8"), ("patternUnits", "userSpaceOnUse")))
            {
                html.Empty("path", ("class", "hatch"), ("d", PlaceLook.Hatches[hatch]));
            }
        }

        var signs = parts.Content.Positions.SelectMany(p => parts.Content.Findings.GetValueOrDefault(p.Of.Id, []).Select(PictureSigns.Of).DefaultIfEmpty(PictureSigns.Reported));
        PictureSigns.Define(html, parts.Prefix, signs.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    /// <summary>A picture before it is written: how high it is has to be known first.</summary>
    private sealed class Parts
    {
        public Parts(PictureContent content, Speech speech, string prefix, BackgroundSource? background, bool hasHeading)
        {
            (Content, Speech, Prefix, Top) = (content, speech.In(content.Agreement.Calendar), prefix, hasHeading ? 40 : 4);
            Frame = PictureFrame.Of(content.Places, content.Positions);
            Looks = PlaceLook.Of(content.Places);
            Background = background?.Invoke(Frame.Plane.Centre, Frame.Reach);
            Legend = PictureLegend.Of(content, Frame, Looks, Background, Speech, prefix, Top + Frame.Height + Below + 24);
        }

        public PictureContent Content { get; }

        public Speech Speech { get; }

        public string Prefix { get; }

        public double Top { get; }

        public PictureFrame Frame { get; }

        public System.Collections.Immutable.ImmutableArray<PlaceLook> Looks { get; }

        public PictureBackground? Background { get; }

        public PictureLegend Legend { get; }

        public double Height => Math.Ceiling(Legend.Bottom + 4);

        public string Title => Speech.Phrases.Say("map.title", Content.Agreement.Title);

        public string Description => Speech.Phrases.Say(
            "map.desc",
            string.Join(", ", Content.Places.Select(p => PictureLegend.ShortNameOf(p, Content.Agreement, Speech)).Distinct(StringComparer.Ordinal)),
            string.Join("; ", Content.Positions.DistinctBy(p => p.Of.Id).Take(40).Select(p => PictureLegend.TextOf(p.Of.Id, p, Content, Speech))));
    }
}
