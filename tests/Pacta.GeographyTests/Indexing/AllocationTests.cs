using Pacta.Geography.Geodesics;
using Pacta.Geography.Indexing;
using Pacta.Geography.Shapes;
using Pacta.Geography.Tracks;
using Pacta.Geography.Zones;
using Pacta.GeographyTests.Shapes;

namespace Pacta.GeographyTests.Indexing;

public sealed class AllocationTests
{
    [Fact]
    public void Asking_allocates_nothing()
    {
        var shapes = Made.Zones(new Random(1), 20, EdgeKind.Geodesic);
        var (index, tree) = (ZoneIndex.Build(shapes), SegmentTree.OfBorders(shapes));
        var raster = new WithinRaster(tree, 50_000);
        var zone = Zone.Union(Zone.Of(shapes[3]), Zone.Circle(new GeoPoint(10, 10), 1_000_000), Zone.Band(MultiLine.Of(EdgeKind.Geodesic, new(0, 0), new(20, 20)), 10_000, LineSide.Left));
        var follower = new TrackFollower([zone, Zone.Of(shapes[5])], new Nobody());
        var found = new int[8];
        var seconds = 0.0;
        foreach (var (name, ask) in new (string, Func<double, double, double>)[]
        {
            ("distance", (lat, lon) => Geodesic.Distance(lat, lon, lon / 2, lat)),
            ("all of a way", (lat, lon) => Geodesic.Inverse(lat, lon, lon / 2, lat).Area),
            ("position", (lat, lon) => Geodesic.Direct(lat, lon, 30, 1e6).Latitude),
            ("zones", (lat, lon) => index.Find(lat, lon, found) + index.First(lat, lon)),
            ("nearest", (lat, lon) => tree.Nearest(lat, lon).Distance),
            ("within", (lat, lon) => tree.IsWithin(lat, lon, 50_000) || raster.Contains(lat, lon) ? 1 : 0),
            ("zone", (lat, lon) => zone.At(new Position(new GeoPoint(lat, lon), 100)).Distance),
            ("track", (lat, lon) =>
            {
                follower.Add(0, seconds++, lat, lon);
                return 0;
            }),
        })
        {
            Assert.Equal((name, 0), (name, Allocated(ask)));
        }

        static long Allocated(Func<double, double, double> ask)
        {
            _ = Walk(ask);
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = Walk(ask);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        static double Walk(Func<double, double, double> ask)
        {
            var sum = 0.0;
            for (var i = 0; i < 200; i++)
            {
                sum += ask(-80 + (0.8 * i), -170 + (1.7 * i));
            }

            return sum;
        }
    }

    private sealed class Nobody : ITrackSink
    {
        public void Entered(int track, int zone, in Bracketed instant, GeoPoint place)
        {
        }

        public void Left(int track, int zone, in Bracketed instant, GeoPoint place)
        {
        }

        public void Visited(in Visit visit)
        {
        }

        public void Missing(in Gap gap)
        {
        }
    }
}
