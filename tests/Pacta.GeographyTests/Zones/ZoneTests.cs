using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;
using Pacta.GeographyTests.Geodesics;
using Pacta.GeographyTests.Shapes;

namespace Pacta.GeographyTests.Zones;

public sealed class ZoneTests
{
    /// <summary>The border of Aland with Borland, from south to north.</summary>
    private static readonly MultiLine Border = MultiLine.Of(EdgeKind.Geodesic, new(40, 20), new(41, 20.5), new(42, 20));

    [Fact]
    public void A_place_40_metres_inside_is_inside_unless_it_is_known_less_well()
    {
        var zone = Zone.Of(Made.Box(40, 20, 42, 22));
        var place = Off(new GeoPoint(41, 20), 90, 40);

        var exact = zone.At(new Position(place));
        Assert.Equal(Side.Inside, exact.Side);
        Assert.Equal(40, exact.Distance, 0.01);
        Assert.Equal(Doubt.None, exact.Doubt);

        var vague = zone.At(new Position(place, Accuracy: 500));
        Assert.Equal((Side.Unknown, Doubt.Accuracy, 500.0), (vague.Side, vague.Doubt, vague.Tolerance));
        Assert.Equal(40, vague.Distance, 0.01);

        // The map is no better than 30 m: with a position to 15 m it might be outside.
        var mapped = Zone.Of(Made.Box(40, 20, 42, 22), accuracy: 30);
        Assert.Equal(Side.Inside, mapped.At(new Position(place, 9)).Side);
        Assert.Equal(Side.Unknown, mapped.At(new Position(place, 15)).Side);
        Assert.Equal(Side.Outside, zone.At(new Position(Off(new GeoPoint(41, 20), -90, 40), 39)).Side);
        Assert.Equal(-40, zone.At(new Position(Off(new GeoPoint(41, 20), -90, 40))).Distance, 0.01);
    }

    [Fact]
    public void What_is_no_place_is_on_no_side()
    {
        var zone = Zone.Of(Made.Box(40, 20, 42, 22));
        Assert.Contains("is no place", Assert.Throws<ArgumentException>(() => zone.At(new Position(new GeoPoint(95, 0)))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Zone.Union(zone, Zone.Circle(new GeoPoint(0, 0), 1)).At(new Position(new GeoPoint(double.NaN, 0))));
        Assert.Throws<ArgumentException>(() => zone.At(new Position(new GeoPoint(41, 21), -1)));
    }

    [Fact]
    public void Nothing_and_everything_are_zones_too()
    {
        var (west, east) = (Zone.Of(Made.Box(40, 10, 45, 15)), Zone.Of(Made.Box(40, 16, 45, 20)));
        var nothing = Zone.Intersection(west, east);
        Assert.Equal((Side.Outside, double.NegativeInfinity), (nothing.At(new Position(new GeoPoint(42, 12))).Side, nothing.Signed(42, 12)));
        var everything = Zone.Union(west, Zone.Complement(west));
        Assert.Equal((Side.Inside, double.PositiveInfinity), (everything.At(new Position(new GeoPoint(42, 10), 500)).Side, everything.Signed(42, 10)));
    }

    [Fact]
    public void A_circle_ends_at_its_radius_and_the_radius_belongs_to_it()
    {
        var centre = new GeoPoint(78, 179.9);
        var zone = Zone.Circle(centre, 25_000);
        Assert.Equal(Side.Inside, zone.At(new Position(Off(centre, 100, 24_999.999))).Side);
        Assert.Equal(Side.Outside, zone.At(new Position(Off(centre, 100, 25_000.001))).Side);
        Assert.Equal(-5_000, zone.At(new Position(Off(centre, 60, 30_000))).Distance, 1e-6);
        var twice = Assert.Throws<ArgumentException>(() => Zone.Circle(centre, 0));
        Assert.Contains("more than nothing", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_band_has_two_sides_and_each_has_one()
    {
        var line = GeodesicLine.Between(40, 20, 41, 20.5);
        var on = line.At(line.Length / 2);
        var (west, east) = (Off(new GeoPoint(on.Latitude, on.Longitude), on.Azimuth - 90, 4_000), Off(new GeoPoint(on.Latitude, on.Longitude), on.Azimuth + 90, 4_000));
        foreach (var (side, atWest, atEast) in new[] { (LineSide.Both, 1_000, 1_000), (LineSide.Left, 1_000, -4_000), (LineSide.Right, -4_000, 1_000) })
        {
            var band = Zone.Band(Border, 5_000, side);
            Assert.Equal(atWest, band.At(new Position(west)).Distance, 0.2);
            Assert.Equal(atEast, band.At(new Position(east)).Distance, 0.2);
            Assert.Equal(atWest > 0 ? Side.Inside : Side.Outside, band.At(new Position(west)).Side);
            Assert.Equal(atWest > 0, band.Contains(west.Latitude, west.Longitude));
        }

        // The line is the nearer boundary of a band on one side.
        var beside = Off(new GeoPoint(on.Latitude, on.Longitude), on.Azimuth - 90, 1_000);
        Assert.Equal(1_000, Zone.Band(Border, 5_000, LineSide.Left).At(new Position(beside)).Distance, 0.2);
        Assert.Equal(4_000, Zone.Band(Border, 5_000).At(new Position(beside)).Distance, 0.2);

        // Round the ends, and there a quarter for each side.
        var south = new GeoPoint(40, 20);
        var behind = Off(south, line.Azimuth + 180 - 30, 4_000);
        Assert.Equal(1_000, Zone.Band(Border, 5_000).At(new Position(behind)).Distance, 0.2);
        Assert.Equal(1_000, Zone.Band(Border, 5_000, LineSide.Right).At(new Position(behind)).Distance, 1.0);
        Assert.Equal(-2_000, Zone.Band(Border, 5_000, LineSide.Left).At(new Position(behind)).Distance, 1.0);
    }

    [Fact]
    public void Within_50_km_of_a_border_on_one_side_of_it_is_half_of_the_band()
    {
        var aland = Made.Box(40, 10, 45, 15);
        var inside = Zone.Band(aland, 50_000, BorderSide.Inside);
        var outside = Zone.Band(aland, 50_000, BorderSide.Outside);
        var border = new GeoPoint(42, 10);
        foreach (var (zone, azimuth) in new[] { (inside, 90), (outside, -90) })
        {
            Assert.Equal(Side.Inside, zone.At(new Position(Off(border, azimuth, 49_990))).Side);
            Assert.Equal(Side.Outside, zone.At(new Position(Off(border, azimuth, 50_010))).Side);
            Assert.Equal(Side.Outside, zone.At(new Position(Off(border, -azimuth, 10))).Side);
        }
    }

    [Fact]
    public void Between_two_lines_is_what_a_text_means_whichever_way_they_are_drawn()
    {
        MultiLine[] east = [MultiLine.Of(EdgeKind.Geodesic, new(40, 21), new(42, 21)), MultiLine.Of(EdgeKind.Geodesic, new(42, 21), new(40, 21))];
        foreach (var other in east)
        {
            var zone = Zone.Between(Border, other);
            Assert.Equal(Side.Inside, zone.At(new Position(new GeoPoint(41, 20.8))).Side);
            Assert.Equal(Side.Outside, zone.At(new Position(new GeoPoint(41, 20.4))).Side);
            Assert.Equal(Side.Outside, zone.At(new Position(new GeoPoint(41, 21.1))).Side);
            Assert.Equal(Side.Outside, zone.At(new Position(new GeoPoint(42.1, 20.5))).Side);
        }

        var crossing = Assert.Throws<ShapeException>(() => Zone.Between(Border, MultiLine.Of(EdgeKind.Geodesic, new(40, 21), new(42, 19))));
        Assert.Equal("the lines cross, or the ways between their ends do", crossing.Problem.Problem);
    }

    [Fact]
    public void A_border_that_two_zones_share_is_no_boundary_of_both_together()
    {
        var west = Zone.Of(Made.Box(40, 10, 45, 15));
        var east = Zone.Of(Made.Box(40, 15, 45, 20));
        var both = Zone.Union(west, east);
        var answer = both.At(new Position(new GeoPoint(42, 15), Accuracy: 1_000));
        Assert.Equal(Side.Inside, answer.Side);
        // To the southern border.
        Assert.Equal(new GeoPoint(42, 15).DistanceTo(new GeoPoint(40, 15)), answer.Distance, 200.0);
        Assert.Equal(Side.Unknown, west.At(new Position(new GeoPoint(42, 15), 1_000)).Side);
        Assert.Equal(Side.Unknown, both.At(new Position(new GeoPoint(40, 15), 1_000)).Side);
    }

    [Fact]
    public void Distances_to_boundaries_of_combinations_are_those_of_places_that_differ()
    {
        var random = new Random(3);
        var a = Zone.Of(new MultiPolygon([new Polygon(Made.Star(random, 50, 179.5, 300_000, 9))]));
        var b = Zone.Of(new MultiPolygon([new Polygon(Made.Star(random, 51, -179.5, 300_000, 7))]));
        var c = Zone.Circle(new GeoPoint(50, 178), 150_000);
        foreach (var (zone, means) in new (Zone, Func<GeoPoint, bool>)[]
        {
            (Zone.Union(a, b, c), p => In(a, p) || In(b, p) || In(c, p)),
            (Zone.Intersection(a, b), p => In(a, p) && In(b, p)),
            (Zone.Difference(a, c), p => In(a, p) && !In(c, p)),
            (Zone.Complement(a), p => !In(a, p)),
            (Zone.Union(Zone.Band(MultiLine.Of(EdgeKind.Geodesic, new(49, 178), new(52, -178)), 20_000), Zone.Intersection(a, b)), p => (In(a, p) && In(b, p)) || In(Zone.Band(MultiLine.Of(EdgeKind.Geodesic, new(49, 178), new(52, -178)), 20_000), p)),
        })
        {
            for (var i = 0; i < 150; i++)
            {
                var place = new GeoPoint(47 + (7 * random.NextDouble()), 176 + (8 * random.NextDouble()));
                var signed = zone.Signed(place.Latitude, place.Longitude);
                Assert.Equal(means(place), signed >= 0);
                Assert.Equal(means(place), In(zone, place));
                // Nothing nearer is on the other side.
                for (var k = 0; k < 12; k++)
                {
                    Assert.Equal(means(place), means(Off(place, 30 * k, (Math.Abs(signed) * 0.9999) - 0.5)));
                }
            }
        }

        // And of what is not made of bands, the boundary is where it is said to be: beside it are both sides.
        foreach (var zone in new[] { Zone.Union(a, b, c), Zone.Intersection(a, b), Zone.Difference(a, c) })
        {
            for (var i = 0; i < 100; i++)
            {
                var place = new GeoPoint(47 + (7 * random.NextDouble()), 176 + (8 * random.NextDouble()));
                var nearest = Assert.IsAssignableFrom<OutlinedZone>(zone).Tree.Nearest(place.Latitude, place.Longitude);
                Assert.Equal(nearest.Distance, Math.Abs(zone.Signed(place.Latitude, place.Longitude)));
                Assert.Equal(2, Enumerable.Range(0, 24).Select(k => In(zone, Off(nearest.Place, 15 * k, 2))).Distinct().Count());
            }
        }

        static bool In(Zone zone, GeoPoint p) => zone.Contains(p.Latitude, p.Longitude);
    }

    [Fact]
    public void What_is_certain_decides_over_what_is_unknown()
    {
        var near = Zone.Of(Made.Box(40, 10, 45, 15), accuracy: 5_000);
        var circle = Zone.Circle(new GeoPoint(42, 10), 20_000);
        var onBorder = new Position(new GeoPoint(42, 10));
        Assert.Equal(Side.Inside, Zone.Union(near, circle).At(onBorder).Side);
        Assert.Equal(Side.Unknown, Zone.Intersection(near, circle).At(onBorder).Side);
        Assert.Same(near, Zone.Intersection(near, circle).At(onBorder).Decider);
        Assert.Equal(Side.Outside, Zone.Difference(near, circle).At(onBorder).Side);
        Assert.Equal(Side.Unknown, Zone.Complement(near).At(onBorder).Side);
    }

    [Fact]
    public void Heights_decide_only_where_they_are_known()
    {
        var air = Zone.Airspace(Zone.Of(Made.Box(40, 10, 45, 15)), 1_000, 5_000, HeightDatum.Sea);
        var place = new GeoPoint(42, 12);
        Assert.Equal(Side.Inside, air.At(new Position(place, Height: new Height(3_000, HeightDatum.Sea))).Side);
        Assert.Equal(Side.Inside, air.At(new Position(place, Height: new Height(5_000, HeightDatum.Sea))).Side);
        Assert.Equal(Side.Outside, air.At(new Position(place, Height: new Height(5_001, HeightDatum.Sea))).Side);
        Assert.Equal((Side.Unknown, Doubt.Height), Of(air.At(new Position(place, Height: new Height(4_950, HeightDatum.Sea, Accuracy: 100)))));
        Assert.Equal((Side.Unknown, Doubt.Height), Of(air.At(new Position(place))));
        Assert.Equal((Side.Unknown, Doubt.Height), Of(air.At(new Position(place, Height: new Height(3_000, HeightDatum.Ground)))));
        // Outside of the zone it does not matter how high.
        Assert.Equal((Side.Outside, Doubt.None), Of(air.At(new Position(new GeoPoint(50, 12)))));

        static (Side, Doubt) Of(ZoneAnswer answer) => (answer.Side, answer.Doubt);
    }

    [Fact]
    public void An_area_is_inside_if_all_of_it_is_and_unknown_if_some_of_it_is()
    {
        var zone = Zone.Of(Made.Box(40, 10, 45, 15));
        Assert.Equal((Side.Inside, Doubt.None), Of(Made.Box(41, 11, 42, 12)));
        Assert.Equal((Side.Outside, Doubt.None), Of(Made.Box(41, 16, 42, 17)));
        Assert.Equal((Side.Unknown, Doubt.Straddles), Of(Made.Box(41, 14, 42, 16)));
        // All of the zone, and what shares a border with it on either side.
        Assert.Equal((Side.Inside, Doubt.None), Of(Made.Box(40, 10, 45, 15)));
        Assert.Equal((Side.Inside, Doubt.None), Of(Made.Box(40, 10, 41, 11)));
        Assert.Equal((Side.Outside, Doubt.None), Of(Made.Box(40, 15, 41, 16)));
        Assert.Equal((Side.Unknown, Doubt.Straddles), Of(Made.Box(39, 9, 46, 16)));
        // A kilometre across.
        Assert.Equal((Side.Inside, Doubt.None), Of(Made.Box(41, 11, 41.01, 11.01)));
        // Bands and circles too.
        Assert.Equal(Side.Inside, Zone.Band(Border, 60_000).At(Made.Box(40.4, 20, 40.7, 20.6)).Side);
        Assert.Equal(Side.Unknown, Zone.Band(Border, 20_000).At(Made.Box(40.4, 20, 40.7, 20.6)).Side);

        (Side, Doubt) Of(MultiPolygon area)
        {
            var answer = zone.At(area);
            return (answer.Side, answer.Doubt);
        }
    }

    [Fact]
    public void Distances_between_lines_and_areas_are_those_of_their_nearest_places()
    {
        var a = Pacta.Geography.Indexing.SegmentTree.OfBorders([Made.Box(40, 10, 41, 11)]);
        var b = Pacta.Geography.Indexing.SegmentTree.OfBorders([Made.Box(40, 12, 41, 13)]);
        var crossing = Pacta.Geography.Indexing.SegmentTree.OfLines([MultiLine.Of(EdgeKind.Geodesic, new(40.5, 9), new(40.5, 12.5))]);
        Assert.Equal(new GeoPoint(41, 11).DistanceTo(new GeoPoint(41, 12)), a.DistanceTo(b), 0.01);
        Assert.Equal(0, a.DistanceTo(crossing));
        Assert.Equal(double.PositiveInfinity, a.DistanceTo(b, within: 1_000));
        // Past a corner, on the way between two positions.
        var way = GeodesicLine.Between(41.2, 9, 41.1, 13);
        var nearest = Enumerable.Range(0, 40_000).Min(i => { var p = way.At(i * way.Length / 40_000); return a.Nearest(p.Latitude, p.Longitude).Distance; });
        Assert.Equal(nearest, a.DistanceTo(new GeoPoint(41.2, 9), new GeoPoint(41.1, 13)), 0.5);
        Assert.Equal(0, a.DistanceTo(new GeoPoint(40.5, 9), new GeoPoint(40.5, 12)));
        var random = new Random(9);
        for (var i = 0; i < 5; i++)
        {
            // Seen from either side it is the same.
            var (lat, lon) = Pairs.Anywhere(random);
            var c = Pacta.Geography.Indexing.SegmentTree.OfBorders([new MultiPolygon([new Polygon(Made.Star(random, lat, lon, 200_000, 12))])]);
            Assert.Equal(a.DistanceTo(c), c.DistanceTo(a), 0.001);
        }
    }

    private static GeoPoint Off(GeoPoint from, double azimuth, double distance)
    {
        var p = Geodesic.Direct(from.Latitude, from.Longitude, azimuth, distance);
        return new GeoPoint(p.Latitude, p.Longitude);
    }
}
