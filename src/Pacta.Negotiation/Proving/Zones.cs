using Pacta.Negotiation.Content;

namespace Pacta.Negotiation.Proving;

/// <summary>Places as the places that they are made up of.</summary>
internal static class Zones
{
    /// <summary>Null where a place is not simply one of several: where rows have conditions, times, parts left out or readings.</summary>
    public static HashSet<string>? Of(Piece place)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        return Collect(place, found) ? found : null;
    }

    private static bool Collect(Piece place, HashSet<string> found)
    {
        if (place.Head != "zone")
        {
            found.Add(place.WithoutSlot);
            return true;
        }

        if (place.Parts is not [{ Slot: "meaning", Parts: [{ Slot: "rows" } rows] }])
        {
            return false;
        }

        foreach (var row in rows.Parts)
        {
            if (row is not { Head: "row", Parts: [{ Slot: "values" } values] })
            {
                return false;
            }

            foreach (var value in values.Parts)
            {
                if (value.Aspect == Aspect.Place && value.Head is "zone")
                {
                    if (!Collect(value, found))
                    {
                        return false;
                    }
                }
                else
                {
                    found.Add(value.WithoutSlot);
                }
            }
        }

        return true;
    }
}
