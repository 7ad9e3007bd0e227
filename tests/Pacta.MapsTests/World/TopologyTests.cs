using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using Pacta.Geography.Shapes;
using Pacta.Maps.World;

namespace Pacta.MapsTests.World;

/// <summary>The map is a partition: no two countries overlap, none leave a gap, and a border is one line for both of its sides.</summary>
public sealed class TopologyTests
{
    private static readonly WorldMap map = WorldMap.Load();

    private static readonly Lazy<List<(int Unit, NetTopologySuite.Geometries.Polygon Shape)>> shapes = new(() =>
    {
        var factory = new GeometryFactory();
        var builder = new ShapeBuilder(map.Data.Checks);
        return [.. Enumerable.Range(0, map.Data.Units.Length).SelectMany(unit => builder.Outline(u => u == unit).Polygons.Select(p => (unit, Flat(factory, p))))];
    });

    [Fact]
    public void A_million_places_are_in_the_unit_that_NetTopologySuite_finds()
    {
        var factory = new GeometryFactory();
        var tree = new NetTopologySuite.Index.Strtree.STRtree<(int Unit, IPreparedGeometry Shape)>();
        foreach (var (unit, shape) in shapes.Value)
        {
            tree.Insert(shape.EnvelopeInternal, (unit, PreparedGeometryFactory.Prepare(shape)));
        }

        var random = new Random(20260101);
        var (different, land) = (new List<string>(), 0);
        for (var n = 0; n < 1_000_000; n++)
        {
            var place = new GeoPoint(Math.Asin((2 * random.NextDouble()) - 1) * 180 / Math.PI, (random.NextDouble() * 360) - 180);
            // Across the date line and round the pole the other library has rings that are unrolled beyond 180 degrees.
            var found = new List<int>();
            for (var turn = -360; turn <= 360; turn += 360)
            {
                var point = factory.CreatePoint(new Coordinate(place.Longitude + turn, place.Latitude));
                found.AddRange(tree.Query(point.EnvelopeInternal).Where(c => c.Shape.Contains(point)).Select(c => c.Unit));
            }

            var unit = map.UnitAt(place);
            land += unit >= 0 ? 1 : 0;
            if (found.Count > 1 || (found is [var one] ? one : -1) != unit)
            {
                different.Add($"{place}: {string.Join(" and ", found.Select(Name))}, here {Name(unit)}");
            }
        }

        Assert.Empty(different);
        Assert.InRange(land, 285_000, 300_000);

        static string Name(int unit) => unit < 0 ? "sea" : map.Data.Units[unit].Key;
    }

    [Fact]
    public void All_shapes_are_valid_polygons()
    {
        var wrong = new List<string>();
        foreach (var (unit, shape) in shapes.Value)
        {
            var check = new NetTopologySuite.Operation.Valid.IsValidOp(shape);
            if (!check.IsValid)
            {
                wrong.Add($"{map.Data.Units[unit].Key}: {check.ValidationError}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Unrolled from the first corner on; round the South Pole, along the edge of the map.</summary>
    private static NetTopologySuite.Geometries.Polygon Flat(GeometryFactory factory, Geography.Shapes.Polygon polygon) =>
        factory.CreatePolygon(Ring(factory, polygon.Outer), [.. polygon.Holes.Select(h => Ring(factory, h))]);

    private static LinearRing Ring(GeometryFactory factory, IReadOnlyList<GeoPoint> corners)
    {
        var ring = new List<Coordinate>();
        var x = corners[0].Longitude;
        for (var i = 0; i < corners.Count; i++)
        {
            if (i > 0)
            {
                x += Math.IEEERemainder(corners[i].Longitude - corners[i - 1].Longitude, 360);
            }

            ring.Add(new Coordinate(Math.Round(x, 6), corners[i].Latitude));
        }

        var end = x + Math.IEEERemainder(corners[0].Longitude - corners[^1].Longitude, 360);
        if (Math.Abs(end - corners[0].Longitude) > 180)
        {
            ring.Add(new Coordinate(Math.Round(end, 6), corners[0].Latitude));
            ring.Add(new Coordinate(Math.Round(end, 6), -90));
            ring.Add(new Coordinate(corners[0].Longitude, -90));
        }

        ring.Add(ring[0].Copy());
        return factory.CreateLinearRing([.. ring]);
    }
}
