using Pacta.Geography.Geodesics;

namespace Pacta.GeographyTests.Geodesics;

/// <summary>Against GeographicLib itself, which prints to a tenth of a nanometre.</summary>
public sealed class AgainstGeodSolveTests
{
    private const double Nanometres = 1e-9;

    [Fact]
    public void Distances_are_those_of_GeodSolve_to_15_nanometres()
    {
        var pairs = Pairs.Draw(5_000, seed: 1).ToList();
        var expected = GeodSolve.Inverse(pairs);
        Assert.Equal(pairs.Count, expected.Length);
        for (var i = 0; i < pairs.Count; i++)
        {
            var (lat1, lon1, lat2, lon2) = pairs[i];
            var mine = Geodesic.Inverse(lat1, lon1, lat2, lon2);
            Assert.True(Math.Abs(mine.Distance - expected[i][6]) < 15 * Nanometres, $"{pairs[i]}: {mine.Distance:R} against {expected[i][6]:R}");
            Assert.Equal(mine.Distance, Geodesic.Distance(lat1, lon1, lat2, lon2));
            Assert.Equal(expected[i][7], mine.Arc, 1e-12);
            Assert.True(Math.Abs(mine.ReducedLength - expected[i][8]) < 15 * Nanometres + (1e-15 * mine.Distance), $"{pairs[i]}: m12 {mine.ReducedLength:R} against {expected[i][8]:R}");
            Assert.Equal(expected[i][9], mine.Scale12, 1e-9);
            Assert.Equal(expected[i][10], mine.Scale21, 1e-9);
        }
    }

    [Fact]
    public void Azimuths_and_areas_are_those_of_GeodSolve_where_the_way_is_one()
    {
        // Between near antipodes a nanometre in position turns the way round, so random pairs only.
        var random = new Random(2);
        var pairs = Enumerable.Range(0, 3_000).Select(_ =>
        {
            var (lat1, lon1) = Pairs.Anywhere(random);
            var (lat2, lon2) = Pairs.Anywhere(random);
            return (lat1, lon1, lat2, lon2);
        }).ToList();
        var expected = GeodSolve.Inverse(pairs);
        for (var i = 0; i < pairs.Count; i++)
        {
            var (lat1, lon1, lat2, lon2) = pairs[i];
            var mine = Geodesic.Inverse(lat1, lon1, lat2, lon2);
            Assert.Equal(expected[i][2], mine.Azimuth1, 1e-9);
            Assert.Equal(expected[i][5], mine.Azimuth2, 1e-9);
            // The largest areas have steps of a sixteenth of a square metre in double precision.
            Assert.Equal(expected[i][11], mine.Area, 0.3);
        }
    }

    [Fact]
    public void Positions_are_those_of_GeodSolve_to_15_nanometres()
    {
        var random = new Random(3);
        var ways = Enumerable.Range(0, 3_000).Select(i =>
        {
            var (lat, lon) = Pairs.Anywhere(random);
            return (lat, lon, Azimuth: (random.NextDouble() * 360) - 180, Distance: i % 2 == 0 ? random.NextDouble() * 2e7 : -Math.Pow(10, random.NextDouble() * 7));
        }).ToList();
        var expected = GeodSolve.Direct(ways);
        for (var i = 0; i < ways.Count; i++)
        {
            var (lat, lon, azimuth, distance) = ways[i];
            var mine = Geodesic.Direct(lat, lon, azimuth, distance);
            Assert.True(Geodesic.Distance(mine.Latitude, mine.Longitude, expected[i][3], expected[i][4]) < 15 * Nanometres, $"{ways[i]}");
            var again = GeodesicLine.From(lat, lon, azimuth).At(distance, out var way);
            Assert.Equal(mine, again);
            Assert.Equal(expected[i][7], way.Arc, 1e-12);
            Assert.Equal(expected[i][8], way.ReducedLength, 2e-8);
            Assert.Equal(expected[i][9], way.Scale12, 1e-9);
            Assert.Equal(expected[i][10], way.Scale21, 1e-9);
            Assert.Equal(expected[i][11], way.Area, 0.3);
        }
    }

    [Fact]
    public void Areas_and_perimeters_of_polygons_are_those_of_Planimeter()
    {
        var random = new Random(4);
        for (var i = 0; i < 40; i++)
        {
            // Stars round some centre, often a pole or the date line, either way round.
            var (lat, lon) = i % 4 == 0 ? (90.0, 0.0) : i % 4 == 1 ? (-80, 180) : Pairs.Anywhere(random);
            var n = random.Next(3, 40);
            var corners = Enumerable.Range(0, n).Select(k =>
            {
                var p = Geodesic.Direct(lat, lon, (i % 3 == 0 ? -1 : 1) * 360.0 * k / n, 1e5 + (random.NextDouble() * 3e6));
                return (p.Latitude, p.Longitude);
            }).ToList();
            var expected = GeodSolve.Planimeter(corners);
            var polygon = default(GeodesicPolygon);
            corners.ForEach(c => polygon.Add(c.Latitude, c.Longitude));
            var area = polygon.SignedArea(out var perimeter);
            Assert.Equal(expected[0], polygon.Count);
            Assert.Equal(expected[1], perimeter, 1e-6);
            Assert.Equal(expected[2], area, 1.0);
        }
    }
}
