using System.Collections.Immutable;
using Pacta.Model.Places;

namespace Pacta.Presentation.Pictures;

/// <summary>How a place looks: an area by the direction of its hatching and a pale tint, what is drawn in several ways by the dashes of its outline.</summary>
/// <param name="Hatch">Null: not hatched.</param>
/// <param name="Tint">A number of the style sheet.</param>
/// <param name="Dashes">Null: a line without gaps.</param>
internal sealed record PlaceLook(int? Hatch, int Tint, string? Dashes)
{
    public const int Tints = 6;

    /// <summary>The lines of hatchings in a tile of 8 by 8. They are told apart in print.</summary>
    public static readonly ImmutableArray<string> Hatches =
    [
        "M-2 2l4 -4M-2 10l12 -12M6 10l4 -4",
        "M-2 6l4 4M-2 -2l12 12M6 -2l4 4",
        "M0 4h8",
        "M4 0v8",
        "M3.5 4h1M7.5 0h1M-.5 0h1M7.5 8h1M-.5 8h1",
        "M-2 2l4 -4M-2 10l12 -12M6 10l4 -4M-2 6l4 4M-2 -2l12 12M6 -2l4 4",
    ];

    private static readonly ImmutableArray<string?> Lines = [null, "9 4", "2 3", "12 3 2 3", "5 2", "14 5", "1 4", "8 3 2 3 2 3"];

    /// <summary>The looks of places, in their order.</summary>
    public static ImmutableArray<PlaceLook> Of(ImmutableArray<DrawnPlace> places)
    {
        var looks = ImmutableArray.CreateBuilder<PlaceLook>(places.Length);
        var (area, line) = (0, 0);
        foreach (var drawings in places.GroupBy(p => p.Name, StringComparer.Ordinal))
        {
            var count = drawings.Count();
            var hasArea = drawings.Any(p => p.Zone is not null);
            for (var i = 0; i < count; i++)
            {
                // What is drawn in several ways is not hatched: hatchings upon each other are none.
                looks.Add(new PlaceLook(hasArea && count == 1 ? area % Hatches.Length : null, area % Tints, Lines[(count == 1 && !hasArea ? line : i) % Lines.Length]));
            }

            (area, line) = hasArea ? (area + 1, line) : (area, line + 1);
        }

        return looks.MoveToImmutable();
    }
}

/// <summary>The style sheet of pictures. It stands in the picture: a picture is whole by itself.</summary>
internal static class PictureStyle
{
    /// <param name="isOnPage">On a page, colours are those of the page, which may be dark; in a file by itself they are written out, for programs that know no variables.</param>
    public static string Sheet(bool isOnPage) => Template
        .Replace("$ink", isOnPage ? "var(--ink)" : "#1b1f24", StringComparison.Ordinal)
        .Replace("$paper", isOnPage ? "var(--paper)" : "#ffffff", StringComparison.Ordinal)
        .Replace("$soft", isOnPage ? "var(--soft)" : "#4d5662", StringComparison.Ordinal)
        .Replace("$line", isOnPage ? "var(--line)" : "#c3cad3", StringComparison.Ordinal)
        .Replace("$font", isOnPage ? "inherit" : "\"Noto Sans\", \"DejaVu Sans\", Arial, Helvetica, sans-serif", StringComparison.Ordinal);

    /// <summary>What is drawn of a symbol is not in the picture for selectors: the shapes of signs are named without it, as the sheet of pages names them.</summary>
    private const string Template =
        """
        .picture { font-family: $font; font-size: 12px; }
        .picture text { fill: $ink; }
        .picture .heading { font-size: 17px; font-weight: 600; }
        .picture .title { font-weight: 600; }
        .picture .soft { fill: $soft; font-size: 11px; }
        .picture .name { stroke: $paper; stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; }
        .picture .place-name { font-weight: 600; }
        .picture .line-name { font-style: italic; }
        .picture .ground { fill: $paper; }
        .picture .rim { fill: none; stroke: $ink; stroke-width: 1; }
        .picture .net { fill: none; stroke: $line; stroke-width: .7; }
        .picture .coast { fill: none; stroke: $soft; stroke-width: .8; }
        .picture .border { fill: none; stroke: $soft; stroke-width: .8; stroke-dasharray: 6 2 1 2; }
        .picture .disputed { fill: none; stroke: $soft; stroke-width: .8; stroke-dasharray: 2 2; }
        .picture .hatch { fill: none; stroke: $ink; stroke-width: .8; opacity: .38; }
        .picture .t0 { fill: #0072b2; } .picture .t1 { fill: #e69f00; } .picture .t2 { fill: #009e73; }
        .picture .t3 { fill: #cc79a7; } .picture .t4 { fill: #56b4e9; } .picture .t5 { fill: #8c6d31; }
        .picture .tint { fill-opacity: .13; }
        .picture .outline { fill: none; stroke: $ink; stroke-width: 1.3; stroke-linejoin: round; }
        .picture .doubtful { fill: $ink; fill-opacity: .14; stroke: none; }
        .picture .way { fill: none; stroke: $ink; stroke-width: 2.4; stroke-linejoin: round; }
        .picture .site { fill: $paper; stroke: $ink; stroke-width: 1.6; }
        .picture .about { fill: none; stroke: $ink; stroke-width: .9; stroke-dasharray: 3 2.5; }
        .picture .track { fill: none; stroke: $ink; stroke-width: .9; stroke-dasharray: 1 3; }
        .picture .dot { fill: $ink; }
        .m-ground { fill: $paper; stroke: none; }
        .m-line { fill: none; stroke: $ink; stroke-width: 2; }
        .m-fill { fill: $ink; stroke: none; }
        .picture .bar { fill: $ink; stroke: $ink; stroke-width: 1; }
        .picture .empty { fill: $paper; stroke: $ink; stroke-width: 1; }

        """;
}
