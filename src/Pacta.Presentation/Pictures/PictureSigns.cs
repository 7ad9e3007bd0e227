using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Presentation.Html;

namespace Pacta.Presentation.Pictures;

/// <summary>The signs of findings on pictures: those of the timeline, and one more, for on a picture what is contested stands apart from what is undetermined.</summary>
internal static class PictureSigns
{
    public const string Contested = "contested";

    /// <summary>Something with a position about which nothing is found.</summary>
    public const string Reported = "reported";

    public static string Of(Finding finding) => finding.State is null && finding.Certainty == Certainty.Contested ? Contested : Signs.Of(finding);

    public static ImmutableArray<string> ShapeOf(string sign) => sign switch
    {
        Contested => ["line:M2 2h12v12h-12z", "line:M6 6.4a2.1 2.1 0 1 1 3.2 1.8c-.8 .5 -1.1 .8 -1.1 1.5", "fill:M8 11a.9 .9 0 1 0 .01 0z"],
        Reported => ["line:M8 4.5a3.5 3.5 0 1 0 .01 0z", "fill:M8 7a1 1 0 1 0 .01 0z"],
        _ => Signs.ShapeOf(sign),
    };

    public static void Define(HtmlWriter html, string prefix, IEnumerable<string> signs)
    {
        foreach (var sign in signs)
        {
            using (html.In("symbol", ("id", $"{prefix}m-{sign}"), ("viewBox", "0 0 16 16")))
            {
                html.Empty("circle", ("class", "m-ground"), ("cx", "8"), ("cy", "8"), ("r", "8"));
                foreach (var path in ShapeOf(sign))
                {
                    html.Empty("path", ("class", "m-" + path[..4]), ("d", path[5..]));
                }
            }
        }
    }
}
