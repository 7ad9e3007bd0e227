using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;
using Pacta.Geography.Tracks;
using Pacta.Geography.Zones;
using Pacta.GeographyTests.Shapes;

namespace Pacta.GeographyTests.Tracks;

public sealed class TrackTests
{
    private static readonly Zone Box = Zone.Of(Made.Box(40, 10, 41, 11));

    [Fact]
    public void A_track_through_a_zone_enters_and_leaves_on_its_boundary_between_two_positions()
    {
        var log = Follow([Box], double.PositiveInfinity, (0, 40.5, 9.5), (3600, 40.5, 11.5));
        var visit = Assert.Single(log.Visits);
        var line = GeodesicLine.Between(40.5, 9.5, 40.5, 11.5);
        Assert.Equal(10, visit.From.Longitude, 1e-5);
        Assert.Equal(11, visit.To.Longitude, 1e-5);
        // A quarter and three quarters of the way.
        Assert.Equal(900, visit.Entered.Seconds, 1.0);
        Assert.Equal(2700, visit.Left.Seconds, 1.0);
        Assert.Equal(1800, visit.Dwell, 1.0);
        Assert.Equal((0, 3600), (visit.Entered.NotBefore, visit.Entered.NotAfter));
        Assert.Equal((0, 3600), (visit.Shortest, visit.Longest));
        Assert.Equal((VisitEnd.Crossed, VisitEnd.Crossed), (visit.Beginning, visit.End));
        Assert.Equal(["in 0", "out 0"], log.Events);
        Assert.True(line.Length > 100_000);
    }

    [Fact]
    public void What_is_known_from_the_first_position_or_up_to_the_last_says_so()
    {
        var visit = Assert.Single(Follow([Box], double.PositiveInfinity, (10, 40.5, 10.5), (20, 40.5, 10.6)).Visits);
        Assert.Equal((VisitEnd.EndOfTrack, VisitEnd.EndOfTrack, 10.0), (visit.Beginning, visit.End, visit.Dwell));
        Assert.Equal(10, visit.Shortest);
    }

    [Fact]
    public void Of_a_gap_nothing_is_known()
    {
        var log = Follow([Box], 100, (0, 40.5, 9.99), (50, 40.5, 10.01), (60, 40.5, 10.02), (1000, 40.5, 10.03), (1010, 40.5, 10.04), (1050, 40.5, 9.96));
        Assert.Equal(new Gap(0, 60, 1000), Assert.Single(log.Gaps));
        Assert.Equal([VisitEnd.Gap, VisitEnd.Crossed], log.Visits.Select(v => v.End));
        Assert.Equal([VisitEnd.Crossed, VisitEnd.Gap], log.Visits.Select(v => v.Beginning));
        Assert.Equal(35, log.Visits[0].Dwell, 0.5);
        Assert.Equal(30, log.Visits[1].Dwell, 0.5);
        var sum = DwellSum.In(0, 2000, [.. log.Visits], [.. log.Gaps]);
        Assert.Equal(65, sum.Dwell, 1.0);
        Assert.Equal(10 + 10, sum.Least);
        Assert.Equal(60 + 50 + 940, sum.Most);
        // A window that begins in the gap.
        var half = DwellSum.In(500, 1005, [.. log.Visits], [.. log.Gaps]);
        Assert.Equal((5.0, 5.0, 505.0), (half.Dwell, half.Least, half.Most));
    }

    [Fact]
    public void A_corner_that_is_cut_within_one_step_is_a_visit()
    {
        var log = Follow([Box], double.PositiveInfinity, (0, 39.9, 10.05), (10, 40.15, 9.95));
        Assert.Equal(["in 0", "out 0"], log.Events);
        Assert.True(log.Visits[0].From.DistanceTo(new GeoPoint(40, log.Visits[0].From.Longitude)) < 2);
        Assert.Empty(Follow([Box], double.PositiveInfinity, (0, 39.9, 10.05), (10, 40.1, 9.90)).Events);
    }

    [Fact]
    public void Zones_are_seen_across_the_date_line_and_in_bands_and_circles()
    {
        Zone[] zones =
        [
            Zone.Of(Made.Box(-1, 179, 1, 181)),
            Zone.Circle(new GeoPoint(0, 180), 50_000),
            Zone.Band(MultiLine.Of(EdgeKind.Geodesic, new(-10, 180), new(10, 180)), 20_000),
        ];
        var log = Follow(zones, double.PositiveInfinity, (0, 0, 178), (100, 0, 179.95), (200, 0, -179.95), (300, 0, -178));
        Assert.Equal(["in 0", "in 1", "in 2", "out 0", "out 1", "out 2"], log.Events.Order());
        Assert.All(log.Visits, v => Assert.Equal(150, (v.Entered.Seconds + v.Left.Seconds) / 2, 0.01));
    }

    [Fact]
    public void Following_is_the_same_as_looking_at_every_position_and_between()
    {
        var random = new Random(4);
        Zone[] zones =
        [
            .. Made.Zones(random, 6, EdgeKind.Geodesic).Select(z => Zone.Of(z)),
            .. Enumerable.Range(0, 6).Select(_ => Zone.Of(new MultiPolygon([new Polygon(Made.Star(random, 50 + random.NextDouble(), 10 + random.NextDouble(), 30_000, 8))]))),
            Zone.Circle(new GeoPoint(50.5, 10.5), 20_000),
            Zone.Band(MultiLine.Of(EdgeKind.Geodesic, new(50, 10), new(51, 11)), 3_000, LineSide.Left),
        ];
        for (var track = 0; track < 10; track++)
        {
            var (lat, lon, azimuth) = (50.5, 10.5, random.NextDouble() * 360);
            var fixes = new List<(double, double, double)>();
            for (var i = 0; i < 150; i++)
            {
                fixes.Add((i * 10.0, lat, lon));
                azimuth += (random.NextDouble() - 0.5) * 60;
                var p = Geodesic.Direct(lat, lon, azimuth, random.NextDouble() * 2_000);
                (lat, lon) = (p.Latitude, p.Longitude);
            }

            var log = Follow(zones, double.PositiveInfinity, [.. fixes]);
            for (var zone = 0; zone < zones.Length; zone++)
            {
                var visits = log.Visits.Where(v => v.Zone == zone).ToList();
                for (var i = 0; i + 1 < fixes.Count; i++)
                {
                    var way = GeodesicLine.Between(fixes[i].Item2, fixes[i].Item3, fixes[i + 1].Item2, fixes[i + 1].Item3);
                    for (var k = 0; k < 8; k++)
                    {
                        var p = way.At(way.Length * k / 8);
                        var seconds = fixes[i].Item1 + (10.0 * k / 8);
                        var signed = zones[zone].Signed(p.Latitude, p.Longitude);
                        // Within the precision of a crossing either will do.
                        if (Math.Abs(signed) > 3)
                        {
                            Assert.Equal(signed >= 0, visits.Exists(v => v.Entered.Seconds <= seconds && seconds <= v.Left.Seconds));
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void Positions_out_of_order_are_refused()
    {
        var follower = new TrackFollower([Box], new Log());
        follower.Add(3, 10, 40, 10);
        var error = Assert.Throws<ArgumentException>(() => follower.Add(3, 9, 40, 10));
        Assert.Equal("track 3: the position at 9 s comes after the one at 10 s; sort positions by time", error.Message);
        Assert.Throws<ArgumentException>(() => follower.Add(3, 11, 140, 10));
        follower.Add(2, 0, 40, 10);
    }

    private static Log Follow(Zone[] zones, double gap, params (double Seconds, double Lat, double Lon)[] fixes)
    {
        var log = new Log();
        var follower = new TrackFollower(zones, log, gap);
        foreach (var (seconds, lat, lon) in fixes)
        {
            follower.Add(0, seconds, lat, lon);
        }

        follower.End();
        return log;
    }

    private sealed class Log : ITrackSink
    {
        public List<string> Events { get; } = [];

        public List<Visit> Visits { get; } = [];

        public List<Gap> Gaps { get; } = [];

        public void Entered(int track, int zone, in Bracketed instant, GeoPoint place) => Events.Add($"in {zone}");

        public void Left(int track, int zone, in Bracketed instant, GeoPoint place) => Events.Add($"out {zone}");

        public void Visited(in Visit visit) => Visits.Add(visit);

        public void Missing(in Gap gap) => Gaps.Add(gap);
    }
}
