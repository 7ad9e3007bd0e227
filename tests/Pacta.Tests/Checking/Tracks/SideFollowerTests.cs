using CsCheck;
using Pacta.Geography.Shapes;
using Pacta.Geography.Tracks;
using Pacta.Geography.Zones;

namespace Pacta.Tests.Checking.Tracks;

/// <summary>Followed quickly, a track is on the same sides as when each of its positions is looked up in each zone.</summary>
public sealed class SideFollowerTests
{
    private static readonly Zone[] Zones =
    [
        Zone.Of(MultiPolygon.Of(EdgeKind.Geodesic, new GeoPoint(0, 179), new GeoPoint(0, -179), new GeoPoint(1, -179), new GeoPoint(1, 179)), 200),
        Zone.Band(MultiLine.Of(EdgeKind.Geodesic, new GeoPoint(-0.5, 178), new GeoPoint(1, -179.5)), 5_000),
        Zone.Circle(new GeoPoint(0.5, 180), 20_000, 1_000),
    ];

    private static readonly Gen<(double North, double East, int Seconds)[]> Steps =
        Gen.Select(Gen.Double[-0.05, 0.05], Gen.Double[-0.05, 0.05], Gen.Int[36, 4_320]).Array[1, 60];

    [Fact]
    public void Sides_are_those_of_each_position_by_itself() => Gen.Select(Steps, Gen.Double[0, 3_000]).Sample((steps, accuracy) =>
    {
        var sink = new Sides();
        var follower = new SideFollower(Zones, sink);
        var track = follower.Begin(accuracy, 3600);
        var (north, east, seconds) = (0.2, 179.6, 0.0);
        for (var i = 0; i < steps.Length; i++)
        {
            (north, east, seconds) = (north + steps[i].North, east + steps[i].East, seconds + steps[i].Seconds);
            Assert.True(follower.Add(track, i + 1, seconds, north, east));
            for (var zone = 0; zone < Zones.Length; zone++)
            {
                Assert.Equal(Zones[zone].At(new Position(new GeoPoint(north, east), accuracy)).Side, sink.Now[zone]);
            }
        }

        Assert.Equal(steps.Skip(1).Count(s => s.Seconds > 3600), sink.Gaps);
    }, iter: 300);

    [Fact]
    public void Positions_that_are_no_places_or_not_later_are_not_taken()
    {
        var follower = new SideFollower(Zones, new Sides());
        var track = follower.Begin(0, 3600);

        Assert.True(follower.Add(track, 1, 10, 0, 0));
        Assert.False(follower.Add(track, 2, 10, 0, 0));
        Assert.False(follower.Add(track, 3, 9, 0, 0));
        Assert.False(follower.Add(track, 4, 11, 91, 0));
        Assert.False(follower.Add(track, 5, double.NaN, 0, 0));
        Assert.Equal(new TrackPoint(1, 10), follower.Last(track));
    }

    private sealed class Sides : ISideSink
    {
        public Side[] Now { get; } = new Side[Zones.Length];

        public int Gaps { get; private set; }

        public void Begun(int track, int zone, Side side, TrackPoint at) => Now[zone] = side;

        public void Changed(int track, int zone, Side side, TrackPoint before, TrackPoint at)
        {
            Assert.NotEqual(Now[zone], side);
            Now[zone] = side;
        }

        public void Passed(int track, int zone, Side side, TrackPoint before, TrackPoint at) => Assert.Equal(Now[zone], side);

        public void Missing(int track, TrackPoint before, TrackPoint at) => Gaps++;
    }
}
