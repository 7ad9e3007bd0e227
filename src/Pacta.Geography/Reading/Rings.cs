using System.Collections.Immutable;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Reading;

/// <summary>Rings of a shapefile in polygons: those that go round clockwise are outer ones, the others holes in the smallest outer one around them.</summary>
internal static class Rings
{
    public static ImmutableArray<Polygon> Polygons(ImmutableArray<ImmutableArray<GeoPoint>> rings)
    {
        var usable = rings.Where(r => r.Length >= 3).Select(r => (Ring: r, Area: Area(r))).ToList();
        var outers = usable.Where(r => r.Area < 0).OrderBy(r => -r.Area).ToList();
        if (outers.Count == 0)
        {
            // Written the other way round, as some programs do.
            outers = usable;
        }

        var holes = outers.Select(_ => ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>()).ToList();
        var alone = new List<Polygon>();
        foreach (var (ring, _) in usable.Except(outers))
        {
            var around = outers.FindIndex(o => ring.Any(p => Contains(o.Ring, p)));
            if (around >= 0)
            {
                holes[around].Add(ring);
            }
            else
            {
                alone.Add(new Polygon(ring));
            }
        }

        return [.. outers.Select((o, i) => new Polygon(o.Ring, holes[i].ToImmutable())), .. alone];
    }

    /// <summary>Twice the area in degrees; negative clockwise.</summary>
    private static double Area(ImmutableArray<GeoPoint> ring)
    {
        var sum = 0.0;
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            sum += (a.Longitude * b.Latitude) - (b.Longitude * a.Latitude);
        }

        return sum;
    }

    private static bool Contains(ImmutableArray<GeoPoint> ring, GeoPoint p)
    {
        var inside = false;
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            inside ^= a.Longitude > p.Longitude != b.Longitude > p.Longitude
                && p.Latitude > a.Latitude + ((p.Longitude - a.Longitude) / (b.Longitude - a.Longitude) * (b.Latitude - a.Latitude));
        }

        return inside;
    }
}
