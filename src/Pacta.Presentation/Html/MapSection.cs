using Pacta.Presentation.Pictures;

namespace Pacta.Presentation.Html;

/// <summary>Where it is: a picture of what the agreement draws, with what was reported there. There is none where nothing was reported with a position, or nothing is drawn.</summary>
internal static class MapSection
{
    public const string Name = "map";

    public static bool Has(AgreementPart part) => part.Picture is { Places.Length: > 0, Positions.Length: > 0 };

    /// <param name="isFirst">Whether it is the first picture of the page, which has the style sheet of all.</param>
    public static void Write(AgreementPart part, bool isFirst)
    {
        if (!Has(part))
        {
            return;
        }

        var anchors = part.Shown.ToHashSet(ReferenceEqualityComparer.Instance);
        part.Heading(Name, part.Say("map.section"));
        part.Html.Element("p", part.Say("map.section.intro"));
        using (part.Html.In("figure"))
        using (part.Wide(part.Say("map.section")))
        {
            PictureSvg.WriteOnPage(part.Html, part.Picture, part.Speech, part.Anchor(Name) + "-", isFirst, link: f => anchors.Contains(f) ? "#" + part.AnchorOf(f) : null);
        }
    }
}
