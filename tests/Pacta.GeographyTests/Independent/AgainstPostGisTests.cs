using System.Globalization;
using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;
using Pacta.GeographyTests.Shapes;

namespace Pacta.GeographyTests.Independent;

/// <summary>Boundary cases against the type geography of PostGIS, whose edges are great circles and whose distances and areas are those of the ellipsoid.</summary>
public sealed class AgainstPostGisTests(PostGis postGis) : IClassFixture<PostGis>
{
    private static readonly GeoPoint[] Square = [new(47, 8), new(47, 8.4), new(47.3, 8.4), new(47.3, 8)];

    public static TheoryData<string> Cases => [.. Shapes.Keys];

    private static Dictionary<string, MultiPolygon> Shapes { get; } = new(StringComparer.Ordinal)
    {
        ["a place 40 m from a border"] = new([new Polygon([.. Square])]),
        ["an island state"] = new([.. Enumerable.Range(0, 9).Select(i => new Polygon(Made.Star(new Random(i), -18 + (i * 0.13), 178 + (i * 0.21 % 0.7), 4_000, 5 + i)))]),
        ["a zone across the date line"] = new([new Polygon([new(-17, 179.8), new(-17, -179.8), new(-16.6, -179.9), new(-16.7, 179.7)])]),
        ["the North Pole"] = new([new Polygon([.. Enumerable.Range(0, 9).Select(i => new GeoPoint(88.5 + (i % 2 * 0.4), -180 + (40 * i)))])]),
        ["the South Pole, clockwise"] = new([new Polygon([.. Enumerable.Range(0, 9).Select(i => new GeoPoint(-88.5 - (i % 2 * 0.4), 180 - (40 * i)))])]),
        ["a hole"] = new([new Polygon([.. Square], [[new(47.1, 8.1), new(47.2, 8.1), new(47.2, 8.3), new(47.1, 8.3)]])]),
        ["two zones that touch"] = new([new Polygon([.. Square]), new Polygon([new(47, 8.4), new(47, 8.8), new(47.3, 8.8), new(47.3, 8.4)])]),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Covers_within_distance_and_area_are_those_of_PostGIS(string name)
    {
        var shape = Shapes[name];
        var zone = Zone.Of(shape);
        var border = Pacta.Geography.Indexing.SegmentTree.OfBorders([shape]);
        var points = Places(shape, new Random(1)).ToList();
        var text = Text(shape);
        var rows = postGis.Query(
            $"""
            create temp table zone as select '{text}'::geography as area;
            create temp table place(n int, at geography);
            insert into place values {string.Join(",\n", points.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"({i}, 'POINT({p.Longitude:R} {p.Latitude:R})')")))};
            select ST_Area(area) from zone;
            select concat_ws(' ', ST_Covers(area, at), ST_Distance(area, at), ST_DWithin(area, at, 5000)) from zone, place order by n;
            """).Where(r => r.Length > 0 && (char.IsAsciiDigit(r[0]) || r[0] is 't' or 'f')).ToList();
        Assert.Equal(points.Count + 1, rows.Count);
        Assert.Equal(double.Parse(rows[0], CultureInfo.InvariantCulture), shape.Area(), 1e-3 + (1e-11 * shape.Area()));
        var near = 0;
        for (var i = 0; i < points.Count; i++)
        {
            var row = rows[i + 1].Split(' ');
            var (lat, lon) = (points[i].Latitude, points[i].Longitude);
            var signed = zone.Signed(lat, lon);
            var distance = signed >= 0 ? 0 : -signed;
            // Great circles and geodesics of these lengths are centimetres to a metre apart.
            if (border.Nearest(lat, lon).Distance > 2)
            {
                Assert.True(row[0] == "t" == signed >= 0, $"{points[i]}: covered {row[0]}, here {signed} m");
                near += Math.Abs(signed) < 45 ? 1 : 0;
            }

            Assert.Equal(double.Parse(row[1], CultureInfo.InvariantCulture), distance, 2 + (distance * 1e-5));
            if (Math.Abs(distance - 5_000) > 2)
            {
                Assert.Equal(row[2] == "t", distance <= 5_000);
            }
        }

        Assert.True(near > 5, "places next to the border were asked for");
    }

    /// <summary>All around, and beside the corners and edges: 10 and 40 metres, on both sides.</summary>
    private static IEnumerable<GeoPoint> Places(MultiPolygon shape, Random random)
    {
        foreach (var ring in shape.Polygons.SelectMany(p => p.Rings))
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
                var line = GeodesicLine.Between(a.Latitude, a.Longitude, b.Latitude, b.Longitude);
                foreach (var (part, off) in new[] { (0.5, 40), (0.3, -40), (0.8, 10), (0.01, -10), (random.NextDouble(), 6_000 * random.NextDouble()), (random.NextDouble(), -6_000 * random.NextDouble()), (0.5, 300_000) })
                {
                    var on = line.At(part * line.Length);
                    var beside = Geodesic.Direct(on.Latitude, on.Longitude, on.Azimuth + 90, off);
                    yield return new GeoPoint(beside.Latitude, beside.Longitude);
                }
            }
        }
    }

    private static string Text(MultiPolygon shape) =>
        $"MULTIPOLYGON({string.Join(",", shape.Polygons.Select(p => $"({string.Join(",", p.Rings.Select(r => $"({string.Join(",", r.Append(r[0]).Select(c => string.Create(CultureInfo.InvariantCulture, $"{Angles.Normalize(c.Longitude):R} {c.Latitude:R}")))})"))})"))})";
}
