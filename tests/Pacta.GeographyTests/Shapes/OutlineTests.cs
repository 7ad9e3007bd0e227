using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;
using Pacta.GeographyTests.Geodesics;


namespace Pacta.GeographyTests.Shapes;

public sealed class OutlineTests
{
    /// <summary>Half a degree around a corner, where the two kinds of edges differ.</summary>
    private static readonly (double, double)[] Parallel49 = [(49, -123), (49, -95), (40, -95), (40, -123)];

    [Fact]
    public void An_edge_on_the_49th_parallel_is_the_parallel_on_a_map_and_bulges_north_as_a_geodesic()
    {
        var map = Outline(EdgeKind.StraightOnMap, Parallel49);
        var shortest = Outline(EdgeKind.Geodesic, Parallel49);

        Assert.False(map.Contains(49.5, -109));
        Assert.True(map.Contains(48.999999, -109));
        Assert.False(map.Contains(49.000001, -109));
        Assert.True(shortest.Contains(49.5, -109));
        // The middle of the shortest path, by GeodSolve: 49.9165 north.
        var line = GeodesicLine.Between(49, -123, 49, -95);
        var middle = line.At(line.Length / 2).Latitude;
        Assert.Equal(49.85, middle, 0.1);
        Assert.True(shortest.Contains(middle - 2e-6, -109));
        Assert.False(shortest.Contains(middle + 2e-6, -109));
    }

    [Theory]
    [InlineData(EdgeKind.Geodesic)]
    [InlineData(EdgeKind.StraightOnMap)]
    public void A_ring_across_the_date_line_is_the_same_however_its_longitudes_are_written(EdgeKind kind)
    {
        (double, double)[][] same =
        [
            [(-20, 175), (-20, -175), (-10, -175), (-10, 175)],
            [(-20, 175), (-20, 185), (-10, 185), (-10, 175)],
            [(-20, -185), (-20, -175), (-10, -175), (-10, -185)],
            [(-10, 175), (-10, 185), (-20, 185), (-20, 175)],
        ];
        var random = new Random(1);
        foreach (var outline in same.Select(r => Outline(kind, r)))
        {
            Assert.True(outline.Contains(-15, 180));
            Assert.True(outline.Contains(-15, -180));
            Assert.True(outline.Contains(-15, 178 + 360));
            Assert.False(outline.Contains(-15, 0));
            Assert.False(outline.Contains(-15, 174.99));
            Assert.False(outline.Contains(-15, -174.99));
            for (var i = 0; i < 200; i++)
            {
                var (lat, lon) = (-25 + (20 * random.NextDouble()), 170 + (20 * random.NextDouble()));
                Assert.Equal(Outline(kind, same[0]).Contains(lat, lon), outline.Contains(lat, lon));
            }
        }
    }

    [Fact]
    public void A_polygon_that_is_cut_at_the_date_line_is_the_one_that_is_not()
    {
        var whole = Outline(EdgeKind.StraightOnMap, [(-20, 175), (-20, 185), (-10, 185), (-10, 175)]);
        var west = Outline(EdgeKind.StraightOnMap, [(-20, 175), (-20, 180), (-10, 180), (-10, 175)]);
        var east = Outline(EdgeKind.StraightOnMap, [(-20, -180), (-20, -175), (-10, -175), (-10, -180)]);
        foreach (var lon in new[] { 174.9, 175.1, 179.999, 180, -180, -179.999, -175.1, -174.9 })
        {
            Assert.Equal(whole.Contains(-15, lon), west.Contains(-15, lon) || east.Contains(-15, lon));
        }

        Assert.True(west.Contains(-15, -180) ^ east.Contains(-15, -180));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_ring_round_a_pole_has_the_pole_inside_whichever_way_it_goes(int way)
    {
        foreach (var south in new[] { false, true })
        {
            var sign = south ? -1 : 1;
            var corners = Enumerable.Range(0, 8).Select(i => (sign * (60.0 + (i % 3)), 45.0 * i * way)).ToArray();
            var ring = Outline(EdgeKind.Geodesic, corners);
            Assert.True(ring.Contains(sign * 90, 0));
            Assert.True(ring.Contains(sign * 89.9, 123));
            Assert.False(ring.Contains(0, 123));
            Assert.False(ring.Contains(-sign * 90, 0));
        }
    }

    [Fact]
    public void A_continent_round_the_South_Pole_may_be_drawn_down_to_the_edge_of_the_map_or_not()
    {
        (double, double)[] coast = [(-70, -180), (-65, -90), (-72, 0), (-66, 90), (-70, 180)];
        foreach (var outline in new[] { Outline(EdgeKind.StraightOnMap, [.. coast, (-90, 180), (-90, -180)]), Outline(EdgeKind.StraightOnMap, coast[..^1]) })
        {
            Assert.True(outline.Contains(-90, 0));
            Assert.True(outline.Contains(-80, 45));
            Assert.True(outline.Contains(-69.9, 0) is false);
            Assert.False(outline.Contains(-60, 45));
            Assert.False(outline.Contains(90, 45));
        }
    }

    [Fact]
    public void A_band_round_the_Earth_and_the_whole_Earth_are_what_a_map_shows()
    {
        var band = Outline(EdgeKind.StraightOnMap, [(60, -180), (60, 180), (80, 180), (80, -180)]);
        Assert.True(band.Contains(70, 0));
        Assert.True(band.Contains(70, -180));
        Assert.False(band.Contains(59, 0));
        Assert.False(band.Contains(85, 0));
        Assert.False(band.Contains(90, 0));

        var earth = Outline(EdgeKind.StraightOnMap, [(-90, -180), (-90, 180), (90, 180), (90, -180)]);
        Assert.True(earth.Contains(0, 0));
        Assert.True(earth.Contains(89.9, -180));
    }

    [Fact]
    public void An_edge_over_a_pole_is_straight_there()
    {
        // Through the North Pole, along the meridians of 10 west and 170 east.
        var ring = Outline(EdgeKind.Geodesic, [(80, -10), (80, 170), (60, 80)]);
        Assert.True(ring.Contains(89.999, 80));
        Assert.False(ring.Contains(89.999, -100));
        var corner = Outline(EdgeKind.Geodesic, [(0, 0), (0, 90), (90, 12)]);
        Assert.True(corner.Contains(89.99, 45));
        Assert.False(corner.Contains(89.99, 180));
        Assert.True(corner.Contains(1, 1));
        var south = Outline(EdgeKind.Geodesic, [(0, 0), (-90, 12), (0, 90)]);
        Assert.True(south.Contains(-89.99, 45));
        Assert.False(south.Contains(-89.99, 180));
        Assert.False(south.Contains(1, 1));
    }

    [Fact]
    public void The_smaller_side_of_a_ring_of_geodesics_is_inside()
    {
        // Both ways round the same octagon, which is a little less than the northern half of the Earth.
        var corners = Enumerable.Range(0, 8).Select(i => (1.0, 45.0 * i)).ToArray();
        foreach (var ring in new[] { Outline(EdgeKind.Geodesic, corners), Outline(EdgeKind.Geodesic, [.. corners.Reverse()]) })
        {
            Assert.True(ring.Contains(2, 0));
            Assert.False(ring.Contains(0, 0));
        }
    }

    [Fact]
    public void A_hole_is_outside_and_so_is_what_is_enclosed_twice()
    {
        var polygon = new Polygon(Ring((0, 0), (0, 10), (10, 10), (10, 0)), [Ring((4, 4), (4, 6), (6, 6), (6, 4))]);
        var outline = Pacta.Geography.Shapes.Outline.Of(polygon, EdgeKind.Geodesic, 0.1);
        Assert.True(outline.Contains(2, 2));
        Assert.False(outline.Contains(5, 5));
        Assert.True(outline.Contains(5, 6.1));
    }

    [Fact]
    public void Each_place_is_in_one_of_two_zones_that_touch()
    {
        (double, double)[] border = [(40, 10), (41.2, 11.3), (43.7, 10.9), (45, 12)];
        foreach (var kind in new[] { EdgeKind.Geodesic, EdgeKind.StraightOnMap })
        {
            var west = Outline(kind, [.. border, (45, 5), (40, 5)]);
            var east = Outline(kind, [.. border.Reverse(), (40, 15), (45, 15)]);
            var random = new Random(1);
            foreach (var edge in west.Edges)
            {
                foreach (var part in new[] { 0, 0.5, random.NextDouble() })
                {
                    // On the border itself, as near as numbers go.
                    var lon = edge.West + (part * (edge.East - edge.West));
                    var lat = edge.LatitudeAt(lon);
                    if (lat is > 40.05 and < 44.95 && lon is > 10 and < 12)
                    {
                        Assert.True(west.Contains(lat, lon) ^ east.Contains(lat, lon), $"{lat:R} {lon:R}");
                        Assert.True(west.Contains(Math.BitIncrement(lat), lon) ^ east.Contains(Math.BitIncrement(lat), lon));
                    }
                }
            }
        }
    }

    [Fact]
    public void Pieces_deviate_by_no_more_than_the_tolerance()
    {
        var random = new Random(5);
        for (var i = 0; i < 100; i++)
        {
            var (lat, lon) = Pairs.Anywhere(random);
            if (i % 5 == 0)
            {
                lat = 90 - (random.NextDouble() / 10);
            }

            var to = Geodesic.Direct(lat, lon, random.NextDouble() * 360, Math.Pow(10, 2 + (random.NextDouble() * 4.5)));
            foreach (var kind in new[] { EdgeKind.Geodesic, EdgeKind.StraightOnMap })
            {
                var points = Walk.Points([new GeoPoint(lat, lon), new GeoPoint(to.Latitude, to.Longitude)], closed: false, kind, 0.1);
                for (var k = 0; k + 1 < points.Length; k += 1 + (points.Length / 50))
                {
                    var (a, b) = (points[k], points[k + 1]);
                    var turn = Angles.Difference(a.Longitude, b.Longitude, out _);
                    var line = GeodesicLine.Between(a.Latitude, a.Longitude, b.Latitude, b.Longitude);
                    Assert.True(line.Length <= Walk.LongestPiece * 1.001);
                    foreach (var part in new[] { 0.25, 0.5, 0.7 })
                    {
                        var map = new GeoPoint(a.Latitude + (part * (b.Latitude - a.Latitude)), a.Longitude + (part * turn));
                        // How far off the line, not how far along it.
                        var at = line.At(part * line.Length);
                        var off = Geodesic.Heading(at.Latitude, at.Longitude, map.Latitude, map.Longitude);
                        var across = Math.Abs(off.Distance * Math.Sin((off.Azimuth1 - at.Azimuth) * Math.PI / 180));
                        Assert.True(across <= 0.1, $"{across} m at {map}, piece of {line.Length} m");
                    }
                }
            }
        }
    }

    [Fact]
    public void A_ring_without_an_inside_is_refused_with_what_to_do()
    {
        var two = Assert.Throws<ShapeException>(() => Outline(EdgeKind.Geodesic, [(0, 0), (1, 1), (1, 1), (0, 0)]));
        Assert.Equal("polygon 1, outer ring, at 0 0: a ring of 2 corners; a ring has at least three different corners", two.Message);
        var flat = Assert.Throws<ShapeException>(() => Outline(EdgeKind.StraightOnMap, [(0, 0), (1, 1), (2, 2)]));
        Assert.Equal("the ring encloses nothing", flat.Problem.Problem);
        var exchanged = Assert.Throws<ShapeException>(() => Outline(EdgeKind.StraightOnMap, [(100, 0), (101, 1), (102, 5)]));
        Assert.Equal("latitudes are from -90 to 90; were latitude and longitude exchanged?", exchanged.Problem.Fix);
    }

    [Fact]
    public void Rings_that_cross_and_holes_that_are_outside_are_told_of_with_the_place()
    {
        var bow = MultiPolygon.Of(EdgeKind.StraightOnMap, new GeoPoint(0, 0), new GeoPoint(10, 10), new GeoPoint(10, 0), new GeoPoint(0, 20));
        var problem = Assert.Single(RingChecks.Problems(bow));
        Assert.Equal("the ring crosses itself", problem.Problem);
        Assert.Equal(20.0 / 3, problem.Place!.Value.Latitude, 1e-3);
        Assert.Equal(20.0 / 3, problem.Place!.Value.Longitude, 1e-3);

        var hole = new MultiPolygon([new Polygon(Ring((0, 0), (0, 1), (1, 1)), [Ring((5, 5), (5, 6), (6, 6))])]);
        Assert.Equal("polygon 1, hole 1, at 5 5: this hole is outside of its polygon; make it a polygon of its own, or leave it out", Assert.Single(RingChecks.Problems(hole)).ToString());

        var overlapping = new MultiPolygon([new Polygon(Ring((0, 0), (0, 10), (10, 10), (10, 0)), [Ring((5, 5), (5, 15), (6, 15), (6, 5))])]);
        Assert.Equal("two rings cross", Assert.Single(RingChecks.Problems(overlapping)).Problem);

        Assert.Empty(RingChecks.Problems(new MultiPolygon([new Polygon(Ring((0, 170), (0, 190), (10, 190), (10, 170)), [Ring((5, 179), (5, -179), (6, 180))])])));
    }

    [Fact]
    public void Areas_are_the_same_by_corners_on_the_ellipsoid_and_by_strips_of_the_map()
    {
        // A polygon of geodesics against the same one cut into pieces that are taken as straight on the map.
        var random = new Random(6);
        for (var i = 0; i < 30; i++)
        {
            var (lat, lon) = i % 4 == 0 ? (88.0, 0.0) : Pairs.Anywhere(random);
            GeoPoint[] corners = [.. Enumerable.Range(0, 7).Select(k => Geodesic.Direct(lat, lon, 360.0 * k / 7, 3e5 + (random.NextDouble() * 1e6))).Select(p => new GeoPoint(p.Latitude, p.Longitude))];
            var points = Walk.Points(corners, closed: true, EdgeKind.Geodesic, 0.01);
            var shortest = MultiPolygon.Of(EdgeKind.Geodesic, corners);
            var pieces = MultiPolygon.Of(EdgeKind.StraightOnMap, points);
            // A deviation of a centimetre over all of the perimeter.
            Assert.Equal(shortest.Area(), pieces.Area(), 0.01 * shortest.Perimeter());
            Assert.Equal(shortest.Perimeter(), pieces.Perimeter(), shortest.Perimeter() * 1e-8);
        }
    }

    [Fact]
    public void A_square_degree_has_the_area_that_PostGIS_gives_for_its_geodesics_and_less_on_the_map()
    {
        GeoPoint[] corners = [new(45, 7), new(45, 8), new(46, 8), new(46, 7)];
        // select ST_Area('POLYGON((7 45,8 45,8 46,7 46,7 45))'::geography) in PostGIS 3.3.2.
        var shortest = MultiPolygon.Of(EdgeKind.Geodesic, corners).Area();
        Assert.Equal(8_686_379_301.739563, shortest, 0.001);
        var map = MultiPolygon.Of(EdgeKind.StraightOnMap, corners).Area();
        var closed = (Wgs84.AreaToEquator(Math.Sin(46 * Math.PI / 180)) - Wgs84.AreaToEquator(Math.Sin(45 * Math.PI / 180))) * Math.PI / 180;
        Assert.Equal(closed, map, 1.0);
        Assert.NotEqual(map, shortest, 1e5);
    }

    private static Outline Outline(EdgeKind kind, (double Lat, double Lon)[] ring) => Pacta.Geography.Shapes.Outline.Of(new Polygon(Ring(ring)), kind, 0.1);

    private static System.Collections.Immutable.ImmutableArray<GeoPoint> Ring(params (double Lat, double Lon)[] corners) => [.. corners.Select(c => new GeoPoint(c.Lat, c.Lon))];
}
