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
        List<Zone> zones = [.. place.Lines.Select(l => Zone.Band(l, metres, LineSide.Both, place.AccuracyMetres)), .. place.Points.Select(p => Zone.Circle(p, metres, place.AccuracyMetres))];
        if (place.Zone is not null)
        {
            var areas = place.Row is { Within: null, ButNot: null, Height: null } ? place.Row.Values.Select(v => (v as DrawnRow)?.Drawing?.Area).ToList() : [null];
            if (areas.Contains(null))
            {
                return null;
            }

            // What is in the area is no distance away from it.
            zones.AddRange(areas.SelectMany(a => new[] { Zone.Of(a!, place.AccuracyMetres), Zone.Band(a!, metres, BorderSide.Outside, place.AccuracyMetres) }));
        }

        return zones.Count == 0 ? null : Zone.Union([.. zones]);
    }
}
