using Pacta.Geography.Geodesics;
using Pacta.Geography.Indexing;
using Pacta.Geography.Shapes;
using Pacta.GeographyTests.Geodesics;
using Pacta.GeographyTests.Shapes;

namespace Pacta.GeographyTests.Indexing;

/// <summary>The tree against going through all pieces, each measured by nothing but geodesic distances.</summary>
public sealed class SegmentTreeTests
{
    [Theory]
    [InlineData(EdgeKind.Geodesic, 1)]
    [InlineData(EdgeKind.StraightOnMap, 2)]
    public void Distances_to_borders_are_those_to_the_nearest_of_all_pieces_to_a_millimetre(EdgeKind kind, int seed)
    {
        var random = new Random(seed);
        var zones = Made.Zones(random, 5, kind);
        var tree = SegmentTree.OfBorders(zones);
        var pieces = Brute.Pieces(zones);
        for (var i = 0; i < 60; i++)
        {
            var from = Brute.Place(random, pieces, i);
            var nearest = tree.Nearest(from.Latitude, from.Longitude);
            var (expected, _) = Brute.Nearest(from, pieces);
            Assert.True(Math.Abs(expected - nearest.Distance) < 0.001, $"{from}: {nearest.Distance:R} is {expected:R}");
            // The place is as far away as it says.
            Assert.Equal(nearest.Distance, from.DistanceTo(nearest.Place), 0.001);
            foreach (var d in new[] { expected - 0.01, expected + 0.01 })
            {
                Assert.Equal(d > expected, tree.IsWithin(from.Latitude, from.Longitude, d));
                Assert.Equal(d > expected, tree.Nearest(from.Latitude, from.Longitude, d).Shape >= 0);
            }
        }
    }

    [Fact]
    public void Distances_from_the_other_side_of_the_Earth_are_exact_too()
    {
        var random = new Random(12);
        for (var i = 0; i < 12; i++)
        {
            var (lat, lon) = Pairs.Anywhere(random);
            MultiPolygon[] zones = [new([new Polygon(Made.Star(random, lat, lon, 100_000 * (1 + (i % 5)), 5))], EdgeKind.StraightOnMap)];
            var tree = SegmentTree.OfBorders(zones);
            var pieces = Brute.Pieces(zones);
            for (var k = 0; k < 4; k++)
            {
                // From a quarter round the Earth to beside and in the antipode.
                var away = Geodesic.Direct(lat, lon, random.NextDouble() * 360, new[] { 1e7, 1.55e7, 1.85e7, 1.999e7 }[k]);
                var from = new GeoPoint(away.Latitude, away.Longitude);
                Assert.Equal(Brute.Nearest(from, pieces).Distance, tree.Nearest(from.Latitude, from.Longitude).Distance, 0.001);
            }
        }
    }

    [Fact]
    public void Distances_agree_with_places_a_metre_apart_on_the_line_to_the_metre()
    {
        var line = MultiLine.Of(EdgeKind.Geodesic, new GeoPoint(60, 10), new GeoPoint(60.1, 10.5), new GeoPoint(60.05, 10.9));
        var tree = SegmentTree.OfLines([line]);
        List<GeoPoint> places = [.. line.Lines[0]];
        for (var i = 0; i < 2; i++)
        {
            var (a, b) = (line.Lines[0][i], line.Lines[0][i + 1]);
            var way = GeodesicLine.Between(a.Latitude, a.Longitude, b.Latitude, b.Longitude);
            for (var s = 0.0; s < way.Length; s++)
            {
                var p = way.At(s);
                places.Add(new GeoPoint(p.Latitude, p.Longitude));
            }
        }

        var random = new Random(1);
        for (var i = 0; i < 12; i++)
        {
            var from = new GeoPoint(60 + (random.NextDouble() / 5), 10 + random.NextDouble());
            Assert.Equal(places.Min(from.DistanceTo), tree.Nearest(from.Latitude, from.Longitude).Distance, 0.15);
        }
    }

    [Fact]
    public void A_place_40_metres_from_a_border_is_40_metres_from_it_and_a_place_on_it_0()
    {
        var way = GeodesicLine.Between(47.1, 8.2, 47.9, 9.7);
        var tree = SegmentTree.OfLines([MultiLine.Of(EdgeKind.Geodesic, new GeoPoint(47.1, 8.2), new GeoPoint(47.9, 9.7))]);
        foreach (var part in new[] { 0.1, 0.5, 0.77 })
        {
            var on = way.At(part * way.Length);
            Assert.True(tree.Nearest(on.Latitude, on.Longitude).Distance < 0.1);
            var right = Geodesic.Direct(on.Latitude, on.Longitude, on.Azimuth + 90, 40);
            var nearest = tree.Nearest(right.Latitude, right.Longitude);
            Assert.Equal(40, nearest.Distance, 0.1);
            Assert.Equal(1, nearest.Side);
            var left = Geodesic.Direct(on.Latitude, on.Longitude, on.Azimuth - 90, 40);
            Assert.Equal(-1, tree.Nearest(left.Latitude, left.Longitude).Side);
            Assert.True(tree.IsWithin(left.Latitude, left.Longitude, 40.2));
            Assert.False(tree.IsWithin(left.Latitude, left.Longitude, 39.8));
        }
    }

    [Fact]
    public void Sides_are_told_at_corners_and_beyond_ends()
    {
        // East, then back to the north-west: a sharp corner to the left at 0 10.
        var tree = SegmentTree.OfLines([MultiLine.Of(EdgeKind.Geodesic, new GeoPoint(0, 0), new GeoPoint(0, 10), new GeoPoint(2, 1))]);
        Assert.Equal(-1, tree.Nearest(0.5, 5).Side);
        Assert.Equal(1, tree.Nearest(-0.5, 5).Side);
        // Nearest to the corner, outside of the bend.
        foreach (var (lat, lon) in new[] { (-0.2, 10.5), (0.0, 11.0), (0.3, 10.4), (0.9, 10.5) })
        {
            var nearest = tree.Nearest(lat, lon);
            Assert.Equal(10, nearest.Place.Longitude, 1e-6);
            Assert.Equal(1, nearest.Side);
        }

        // Beyond the beginning.
        Assert.Equal(-1, tree.Nearest(0.5, -1).Side);
        Assert.Equal(1, tree.Nearest(-0.5, -1).Side);
        // A ring has no end: inside of one that goes round anticlockwise is left, at its first corner too.
        var ring = SegmentTree.OfBorders([Made.Box(0, 0, 10, 10)]);
        Assert.Equal(-1, ring.Nearest(0.1, 0.1).Side);
        Assert.Equal(1, ring.Nearest(-0.1, -0.1).Side);
        Assert.Equal(1, ring.Nearest(10.1, 10.1).Side);
    }

    [Fact]
    public void The_nearest_shape_is_named()
    {
        var tree = SegmentTree.OfBorders([Made.Box(0, 0, 1, 1), Made.Box(0, 178, 1, 182), Made.Box(88, -180, 90, 180)]);
        Assert.Equal(0, tree.Nearest(0.5, 2).Shape);
        Assert.Equal(1, tree.Nearest(0.5, -177).Shape);
        Assert.Equal(1, tree.Nearest(0.5, 177).Shape);
        Assert.Equal(2, tree.Nearest(90, 0).Shape);
        Assert.Equal(-1, tree.Nearest(0.5, 2, within: 1000).Shape);
        Assert.Equal(double.PositiveInfinity, tree.Nearest(0.5, 2, within: 1000).Distance);
        Assert.Equal(-1, tree.Nearest(double.NaN, 2).Shape);
        Assert.False(tree.IsWithin(91, 2, 1e9));
    }
}
