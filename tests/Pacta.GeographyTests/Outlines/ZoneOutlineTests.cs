using NetTopologySuite.Algorithm.Locate;
using Pacta.Geography.Outlines;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;
using Coordinate = NetTopologySuite.Geometries.Coordinate;
using GeometryFactory = NetTopologySuite.Geometries.GeometryFactory;
using LinearRing = NetTopologySuite.Geometries.LinearRing;

namespace Pacta.GeographyTests.Outlines;

/// <summary>Outlines as GeoJSON wants them, read by another library: it has the same points inside as the zone itself.</summary>
public sealed class ZoneOutlineTests
{
    private static readonly GeometryFactory Factory = new();

    private static readonly SortedDictionary<string, Func<Zone>> Zones = new(StringComparer.Ordinal)
    {
        ["an area with a hole"] = () => Zone.Of(new MultiPolygon([new Polygon([new(55, 10), new(55, 14), new(58, 14), new(58, 10)], [[new(56, 11), new(57, 11), new(57, 13), new(56, 13)]])])),
        ["an area straight on the map"] = () => Zone.Of(MultiPolygon.Of(EdgeKind.StraightOnMap, [new(49, -120), new(49, -96), new(60, -100)])),
        ["an area across the date line"] = () => Zone.Of(MultiPolygon.Of(EdgeKind.Geodesic, [new(60, 170), new(60, -170), new(66, -171), new(65, 175)])),
        ["an area that ends at the date line"] = () => Zone.Of(MultiPolygon.Of(EdgeKind.StraightOnMap, [new(10, 170), new(10, 180), new(20, 180), new(20, 170)])),
        ["an area round a pole"] = () => Zone.Of(MultiPolygon.Of(EdgeKind.Geodesic, [new(75, 0), new(80, 90), new(75, 180), new(80, -90)])),
        ["an area round the South Pole, straight on the map"] = () => Zone.Of(MultiPolygon.Of(EdgeKind.StraightOnMap, [new(-70, -180), new(-80, -90), new(-62, 0), new(-75, 80), new(-70, 180)])),
        ["two areas that touch"] = () => Zone.Of(new MultiPolygon([new Polygon([new(50, 5), new(50, 6), new(51, 6), new(51, 5)]), new Polygon([new(50, 6), new(50, 7), new(51, 7), new(51, 6)])], EdgeKind.StraightOnMap)),
        ["a circle on the date line"] = () => Zone.Circle(new(-17, 179.9), 50_000),
        ["a circle round a pole"] = () => Zone.Circle(new(89, 30), 300_000),
        ["all but a circle"] = () => Zone.Complement(Zone.Circle(new(20, 30), 2_000_000)),
        ["a band across the date line"] = () => Zone.Band(MultiLine.Of(EdgeKind.Geodesic, [new(65, 178), new(66, -179), new(67, -175)]), 8_000),
        ["a band on the left"] = () => Zone.Band(MultiLine.Of(EdgeKind.Geodesic, [new(56, 10), new(56.2, 11), new(55.8, 12)]), 10_000, LineSide.Left),
        ["a narrow band along a long line"] = () => Zone.Band(MultiLine.Of(EdgeKind.Geodesic, [new(30, 10), new(45, 25)]), 400),
        ["a band over a pole"] = () => Zone.Band(MultiLine.Of(EdgeKind.Geodesic, [new(85, 10), new(86, -140)]), 50_000),
        ["circles together"] = () => Zone.Union(Zone.Circle(new(10, 10), 40_000), Zone.Circle(new(10.4, 10.2), 30_000), Zone.Circle(new(12, 10), 5_000)),
        ["a band without a town"] = () => Zone.Difference(Zone.Band(MultiLine.Of(EdgeKind.Geodesic, [new(56, 10), new(56, 12)]), 20_000), Zone.Circle(new(56, 11), 5_000)),
        ["what a band has of an area"] = () => Zone.Intersection(
            Zone.Band(MultiLine.Of(EdgeKind.Geodesic, [new(56, 10), new(56, 12)]), 20_000), Zone.Of(MultiPolygon.Of(EdgeKind.Geodesic, [new(55, 10.5), new(55, 11), new(57, 11), new(57, 10.5)]))),
    };

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, (Zone Zone, ZoneOutline Outline)> Traced = new(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Zones.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_outline_has_the_points_inside_that_the_zone_has(string name)
    {
        var (zone, outline) = OutlineOf(name);
        var located = new IndexedPointInAreaLocator(Geometry(outline));
        var random = new Random(8);
        var boxes = ZoneExtent.Boxes(zone);
        var corners = outline.Polygons.SelectMany(p => p.Outer).ToArray();
        var (inside, outside) = (0, 0);
        for (var i = 0; i < 4_000; i++)
        {
            // Half of them near the outline, where a fault would be.
            var box = boxes[random.Next(boxes.Count)];
            var corner = corners[random.Next(corners.Length)];
            var (x, y) = ((1.2 * random.NextDouble()) - 0.1, (1.2 * random.NextDouble()) - 0.1);
            var near = (random.NextDouble() - 0.5) * outline.WithinMetres / 1_000;
            var (longitude, latitude) = i % 2 == 0
                ? (Math.Clamp(box.West + (x * (box.East - box.West)), -180, 180), Math.Clamp(box.South + (y * (box.North - box.South)), -90, 90))
                : (Math.Clamp(corner.X + (near * x), -180, 180), Math.Clamp(corner.Y + (near * y), -90, 90));
            if (Math.Abs(zone.Signed(latitude, longitude)) <= outline.WithinMetres)
            {
                continue;
            }

            var isIn = zone.Contains(latitude, longitude);
            Assert.True(isIn == (located.Locate(new Coordinate(longitude, latitude)) != NetTopologySuite.Geometries.Location.Exterior), $"{name}: {latitude} {longitude}, {zone.Signed(latitude, longitude)} m to the boundary");
            (inside, outside) = isIn ? (inside + 1, outside) : (inside, outside + 1);
        }

        Assert.True(inside > 20 && outside > 20, $"{inside} inside, {outside} outside");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_outline_is_valid_anticlockwise_and_within_the_map(string name)
    {
        var outline = OutlineOf(name).Outline;
        var geometry = Geometry(outline);
        var problem = new NetTopologySuite.Operation.Valid.IsValidOp(geometry).ValidationError;

        Assert.True(problem is null, $"{problem?.Message} at {problem?.Coordinate}");
        Assert.All(geometry.Coordinates, c => Assert.True(Math.Abs(c.X) <= 180 && Math.Abs(c.Y) <= 90, $"{c}"));
        Assert.All(outline.Polygons, p => Assert.True(Ring(p.Outer).IsCCW));
        Assert.All(outline.Polygons.SelectMany(p => p.Holes), h => Assert.False(Ring(h).IsCCW));
    }

    [Fact]
    public void An_area_keeps_its_corners_and_has_no_others_on_straight_edges()
    {
        var outline = ZoneOutline.Of(Zones["an area that ends at the date line"]());

        Assert.Equal(
            [new(170, 10), new(170, 20), new(180, 10), new(180, 20)],
            Assert.Single(outline.Polygons).Outer.OrderBy(p => p.X).ThenBy(p => p.Y));
    }

    [Fact]
    public void A_band_has_the_corners_that_it_is_cut_at()
    {
        var zone = Zones["what a band has of an area"]();
        var outline = ZoneOutline.Of(zone);
        var ring = Assert.Single(outline.Polygons).Outer;

        Assert.InRange(ring.Count, 4, 40);
        Assert.All(ring, p => Assert.InRange(zone.Signed(p.Y, p.X), -outline.WithinMetres, outline.WithinMetres));
        Assert.Equal((2, 2), (ring.Count(p => Math.Abs(p.X - 10.5) < 1e-6), ring.Count(p => Math.Abs(p.X - 11) < 1e-6)));
    }

    private static (Zone Zone, ZoneOutline Outline) OutlineOf(string name) => Traced.GetOrAdd(name, n => Zones[n]() is var zone ? (zone, ZoneOutline.Of(zone)) : default);

    private static NetTopologySuite.Geometries.MultiPolygon Geometry(ZoneOutline outline) => Factory.CreateMultiPolygon([.. outline.Polygons.Select(p => Factory.CreatePolygon(Ring(p.Outer), [.. p.Holes.Select(Ring)]))]);

    private static LinearRing Ring(IReadOnlyList<PlanePoint> points) => Factory.CreateLinearRing([.. points.Append(points[0]).Select(p => new Coordinate(p.X, p.Y))]);
}
