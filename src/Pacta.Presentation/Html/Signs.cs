using System.Collections.Frozen;
using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Html;

/// <summary>
/// The sign and the pattern of each state. They differ in shape, so that they are told apart in print and without colours; none of them warns or
/// praises. The words stand beside them everywhere.
/// </summary>
internal static class Signs
{
    /// <summary>Of what has several possible states.</summary>
    public const string Doubt = "doubt";

    public const string Due = "due";

    /// <summary>What is drawn, in a box of 16 by 16.</summary>
    private static readonly FrozenDictionary<string, string[]> Shapes = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["dormant"] = ["fill:M8 6.5a1.5 1.5 0 1 0 .01 0z"],
        ["open"] = ["line:M8 3a5 5 0 1 0 .01 0z"],
        ["consistent"] = ["fill:M8 2.5a5.5 5.5 0 1 0 .01 0z"],
        ["not_consistent"] = ["line:M3.5 3.5l9 9M12.5 3.5l-9 9"],
        ["cured"] = ["line:M8 3a5 5 0 1 0 .01 0z", "fill:M8 3a5 5 0 0 1 0 10z"],
        ["excused"] = ["line:M8 2.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z"],
        ["suspended"] = ["line:M5.5 3v10M10.5 3v10"],
        ["lapsed"] = ["line:M3 8h10M3 5v6M13 5v6"],
        ["claimed"] = ["line:M3 5.5h10M3 10.5h10M11 3l-6 10"],
        ["exercised"] = ["fill:M8 2.5l6 11h-12z"],
        ["void"] = ["line:M8 3.5l5 9h-10z"],
        [Doubt] = ["line:M5 5.8a3 3 0 1 1 4.6 2.5c-1.1 .7 -1.6 1.2 -1.6 2.4", "fill:M8 12.2a1.1 1.1 0 1 0 .01 0z"],
        [Due] = ["line:M4.5 2v12", "fill:M4.5 2l8 3.2l-8 3.2z"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The lines that fill a bar, in a tile of 8 by 8; a state that is not listed has a plain one.</summary>
    private static readonly FrozenDictionary<string, string> Tiles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["not_consistent"] = "M-2 2l4 -4M-2 6l8 -8M-2 10l12 -12M2 10l8 -8M6 10l4 -4",
        ["cured"] = "M-2 -2l12 12",
        ["excused"] = "M1 2h2M5 6h2",
        ["suspended"] = "M2 0v8M6 0v8",
        ["lapsed"] = "M0 2h8M0 6h8",
        [Doubt] = "M-2 -2l12 12M-2 10l12 -12",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(ClauseState state) => Names.Of(state);

    public static string Of(Finding finding) => finding.State is { } state ? Of(state) : Doubt;

    /// <summary>The sign before its words; for those who hear the page the words are enough.</summary>
    public static void Show(HtmlWriter html, string sign)
    {
        using (html.In("svg", ("class", "sign"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true")))
        {
            html.Empty("use", ("href", "#m-" + sign));
        }
    }

    /// <summary>The fill of a bar; its outline is the style sheet's.</summary>
    public static string? FillOf(string sign) => Tiles.ContainsKey(sign) ? $"url(#p-{sign})" : null;

    /// <summary>What is drawn for a sign, in a box of 16 by 16: <c>line:</c> or <c>fill:</c> and a path.</summary>
    public static ImmutableArray<string> ShapeOf(string sign) => [.. Shapes[sign]];

    /// <summary>All signs and patterns, once on a page.</summary>
    public static void Define(HtmlWriter html)
    {
        using (html.In("svg", ("class", "defs"), ("width", "0"), ("height", "0"), ("aria-hidden", "true")))
        using (html.In("defs"))
        {
            foreach (var (name, paths) in Shapes.OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                using (html.In("symbol", ("id", "m-" + name), ("viewBox", "0 0 16 16")))
                {
                    // On the pattern of a bar a sign needs a ground of its own.
                    html.Empty("circle", ("class", "m-ground"), ("cx", "8"), ("cy", "8"), ("r", "8"));
                    foreach (var path in paths)
                    {
                        html.Empty("path", ("class", "m-" + path[..4]), ("d", path[5..]));
                    }
                }
            }

            foreach (var (name, path) in Tiles.OrderBy(t => t.Key, StringComparer.Ordinal))
            {
                using (html.In("pattern", ("id", "p-" + name), ("width", "8"), ("height", "8"), ("patternUnits", "userSpaceOnUse")))
                {
                    html.Empty("path", ("class", "tile"), ("d", path));
                }
            }
        }
    }
}
