using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;
using Pacta.Model.Agreements;

namespace Pacta.Model.Places;

/// <summary>What is within a distance of a place, as the agreement draws it.</summary>
public static class NearZones
{
    /// <summary>Null where the place is made of more than areas, lines and points.</summary>
    /// <param name="metres">At most so many, more than none.</param>
    public static Zone? Of(DrawnPlace place, double metres)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place.Zone is null)
        {
            return Of([], place.Lines, place.Points, metres, LineSide.Both, place.AccuracyMetres);
        }

        var areas = place.Row is { Within: null, ButNot: null, Height: null } ? place.Row.Values.Select(v => (v as DrawnRow)?.Drawing?.Area).ToList() : [null];
        return areas.Contains(null) ? null : Of(areas.OfType<MultiPolygon>(), place.Lines, place.Points, metres, LineSide.Both, place.AccuracyMetres);
    }

    /// <summary>What is within a distance of any of these; null for nothing, for no distance, and for circles that reach round the Earth.</summary>
    /// <param name="side">Of the lines.</param>
    internal static Zone? Of(IEnumerable<MultiPolygon> areas, IEnumerable<MultiLine> lines, IEnumerable<GeoPoint> points, double metres, LineSide side, double accuracy)
    {
        if (metres <= 0 || (metres > Zone.LargestCircle && points.Any()))
        {
            return null;
        }

        // What is in an area is no distance away from it.
        Zone[] zones =
        [
            .. lines.Select(l => Zone.Band(l, metres, side, accuracy)),
            .. points.Select(p => Zone.Circle(p, metres, accuracy)),
            .. areas.SelectMany(a => new[] { Zone.Of(a, accuracy), Zone.Band(a, metres, BorderSide.Outside, accuracy) }),
        ];
        return zones.Length == 0 ? null : Zone.Union(zones);
    }
}
