using Pacta.Geography.Indexing;
using Pacta.Geography.Shapes;
using Pacta.GeographyTests.Geodesics;
using Pacta.GeographyTests.Shapes;

namespace Pacta.GeographyTests.Indexing;

/// <summary>The index against going through all pieces of all zones.</summary>
public sealed class ZoneIndexTests
{
    [Theory]
    [InlineData(EdgeKind.Geodesic, 1)]
    [InlineData(EdgeKind.StraightOnMap, 2)]
    [InlineData(EdgeKind.Geodesic, 3)]
    [InlineData(EdgeKind.StraightOnMap, 4)]
    public void Each_place_is_in_the_zones_that_all_pieces_say(EdgeKind kind, int seed)
    {
        var random = new Random(seed);
        // Stars on a map that goes over a pole are what they are there, crossing or not.
        var zones = Made.Zones(random, seed == 1 ? 9 : 60, kind);
        var outlines = zones.Select(z => z.Polygons.Select(p => Outline.Of(p, kind, 0.1)).ToArray()).ToArray();
        var index = ZoneIndex.Build(zones);
        var corners = outlines.SelectMany(z => z).SelectMany(o => o.Edges).ToArray();
        Span<int> found = stackalloc int[64];
        var several = 0;
        for (var i = 0; i < 6_000; i++)
        {
            var (lat, lon) = Pairs.Anywhere(random);
            if (i % 2 == 0)
            {
                // At, beside and on borders, on the meridians of corners and on sides of cells.
                var edge = corners[random.Next(corners.Length)];
                lon = (i % 3) switch { 0 => edge.West, 1 => Math.BitIncrement(edge.East), _ => edge.West + (random.NextDouble() * (edge.East - edge.West)) };
                lat = (i % 5) switch { 0 => edge.WestLatitude, 1 => lat, 2 => Math.BitIncrement(edge.LatitudeAt(lon)), _ => edge.LatitudeAt(Math.Min(lon, edge.East)) + ((random.NextDouble() - 0.5) * 1e-3) };
                lat = Math.Clamp(double.IsFinite(lat) ? lat : edge.WestLatitude, -90, 90);
            }
            else if (i % 11 == 0)
            {
                (lat, lon) = (Math.Round(lat), Math.BitDecrement(Math.Round(lon)));
            }

            int[] expected = [.. Enumerable.Range(0, zones.Length).Where(z => outlines[z].Any(o => o.Contains(lat, lon)))];
            var count = index.Find(lat, lon, found);
            Assert.True(expected.AsSpan().SequenceEqual(found[..count]), $"{lat:R} {lon:R}: {string.Join(' ', expected)} are {string.Join(' ', found[..count].ToArray())}");
            Assert.Equal(expected.Length > 0 ? expected[0] : -1, index.First(lat, lon));
            Assert.Equal(expected.Length > 0, index.Contains(expected.Length > 0 ? expected[^1] : random.Next(zones.Length), lat, lon));
            several += count > 1 ? 1 : 0;
        }

        Assert.True(seed == 1 || several > 10, "places in several zones were asked for");
    }

    [Fact]
    public void Borders_along_meridians_and_parallels_of_whole_degrees_part_the_zones()
    {
        MultiPolygon[] boxes = [.. from x in Enumerable.Range(0, 6) from y in Enumerable.Range(0, 6) select Made.Box(40 + y, 10 + x, 41 + y, 11 + x)];
        var index = ZoneIndex.Build(boxes);
        Span<int> found = stackalloc int[8];
        foreach (var lat in new[] { 40.5, 41.0, Math.BitIncrement(41.0), 42.0, 45.999 })
        {
            foreach (var lon in new[] { 10, 10.5, 11, Math.BitDecrement(11.0), 12, 15.999 })
            {
                Assert.Equal(1, index.Find(lat, lon, found));
                Assert.Equal(((int)lon - 10) * 6 + (int)Math.Ceiling(lat) - 41, found[0]);
            }
        }

        Assert.Equal(0, index.Find(40.5, 16, found));
        Assert.Equal(0, index.Find(46.0000001, 12, found));
    }

    [Fact]
    public void Poles_the_date_line_and_what_is_no_place_are_answered()
    {
        var index = ZoneIndex.Build([Made.Box(-20, 175, -10, 185), Made.Box(80, -180, 90, 180)]);
        Assert.Equal(0, index.First(-15, 180));
        Assert.Equal(0, index.First(-15, -180));
        Assert.Equal(0, index.First(-15, 540));
        Assert.Equal(1, index.First(90, 77));
        Assert.Equal(1, index.First(85, -180));
        Assert.Equal(-1, index.First(-90, 77));
        Assert.Equal(-1, index.First(double.NaN, double.NaN));
    }

    [Fact]
    public void More_zones_than_fit_are_counted()
    {
        var index = ZoneIndex.Build([Made.Box(0, 0, 9, 9), Made.Box(1, 1, 8, 8), Made.Box(2, 2, 7, 7)]);
        Span<int> one = stackalloc int[1];
        Assert.Equal(3, index.Find(5, 5, one));
        Assert.Equal(0, one[0]);
        Assert.Equal(1, index.Find(0.5, 0.5, one));
    }
}
