using System.Collections.Immutable;
using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;
using Pacta.GeographyTests.Geodesics;

namespace Pacta.GeographyTests.Shapes;

/// <summary>Invented shapes, drawn at random.</summary>
internal static class Made
{
    /// <summary>A star round a place, which crosses nothing, with hundreds of metres to thousands of kilometres to its corners.</summary>
    public static ImmutableArray<GeoPoint> Star(Random random, double latitude, double longitude, double size, int corners) =>
    [
        .. Enumerable.Range(0, corners).Select(k =>
        {
            var p = Geodesic.Direct(latitude, longitude, 360.0 * k / corners, size * (0.3 + random.NextDouble()));
            return new GeoPoint(p.Latitude, p.Longitude);
        }),
    ];

    /// <summary>Zones of all sizes, everywhere, also over poles and the date line; some of several polygons, some with holes.</summary>
    public static MultiPolygon[] Zones(Random random, int count, EdgeKind kind) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var (lat, lon) = (i % 7) switch
            {
                0 => (90 - (random.NextDouble() * 3), 10.0),
                1 => (-90 + (random.NextDouble() * 3), 10.0),
                2 => (Pairs.Anywhere(random).Lat, 180.0),
                _ => Pairs.Anywhere(random),
            };
            var size = Math.Pow(10, 3 + (random.NextDouble() * 3));
            var polygons = ImmutableArray.Create(new Polygon(Star(random, lat, lon, size, random.Next(3, 60)), i % 3 == 0 ? [Star(random, lat, lon, size / 8, random.Next(3, 20))] : []));
            if (i % 4 == 0)
            {
                // A second one, beside it or over it.
                var beside = Geodesic.Direct(lat, lon, random.NextDouble() * 360, size * 2 * random.NextDouble());
                polygons = polygons.Add(new Polygon(Star(random, beside.Latitude, beside.Longitude, size / 2, random.Next(3, 30))));
            }

            return new MultiPolygon(polygons, kind);
        }),
    ];

    /// <summary>Boxes on whole degrees, whose sides run along meridians and parallels.</summary>
    public static MultiPolygon Box(double south, double west, double north, double east) =>
        MultiPolygon.Of(EdgeKind.StraightOnMap, new(south, west), new(south, east), new(north, east), new(north, west));
}
