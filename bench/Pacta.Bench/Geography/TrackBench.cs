using System.Globalization;
using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;
using Pacta.Geography.Tracks;
using Pacta.Geography.Zones;

namespace Pacta.Bench.Geography;

/// <summary>1,000 ships, one position every ten seconds, through 100 zones in a sea of 2,000 km: polygons, circles, bands along lines.</summary>
internal static class TrackBench
{
    private const int Ships = 1_000;

    public static void Run(Options options)
    {
        var random = new Random(1);
        var zones = Enumerable.Range(0, 100).Select(i => Make(random, i)).ToArray();
        var perShip = options.Number("--positions", 5_000);
        var count = Ships * perShip;
        var positions = new (double Lat, double Lon)[count];
        for (var ship = 0; ship < Ships; ship++)
        {
            var (lat, lon, azimuth) = (35 + (random.NextDouble() * 10), -5 + (random.NextDouble() * 20), random.NextDouble() * 360);
            for (var i = 0; i < perShip; i++)
            {
                // 15 knots, on a plane: only places are wanted here.
                positions[(i * Ships) + ship] = (lat, lon);
                azimuth += (random.NextDouble() - 0.5) * 10;
                lat += 77 / 111_000.0 * Math.Cos(azimuth * Math.PI / 180);
                lon += 77 / 85_000.0 * Math.Sin(azimuth * Math.PI / 180);
            }
        }

        // The baseline: every position in every zone, and on which side of it. For a thousandth of them.
        var some = Enumerable.Range(0, count / 1000).Select(i => positions[(int)((long)i * 1000 % count)]).ToArray();
        var inside = 0;
        var baseline = GeographyBench.Seconds(() =>
        {
            foreach (var (lat, lon) in some)
            {
                foreach (var zone in zones)
                {
                    inside += zone.Contains(lat, lon) ? 1 : 0;
                }
            }
        }) / some.Length;
        GeographyBench.Print("positions, each looked up in 100 zones", some.Length, baseline * some.Length);
        var sink = new Sink();
        // As positions come in: all ships at one moment, then at the next.
        GeographyBench.Print("positions of 1,000 ships through 100 zones", count, GeographyBench.Seconds(() => Follow(zones, positions, sink, (i, ship) => (i * Ships) + ship, perShip, byShip: false)), baseline);
        GeographyBench.Print("the same, ship by ship", count, GeographyBench.Seconds(() => Follow(zones, positions, sink, (i, ship) => (i * Ships) + ship, perShip, byShip: true)), baseline);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count:#,0} positions, {sink.Visits / 4:#,0} visits"));
        GC.KeepAlive(inside);
    }

    private static void Follow(Zone[] zones, (double Lat, double Lon)[] positions, Sink sink, Func<int, int, int> at, int perShip, bool byShip)
    {
        var follower = new TrackFollower(zones, sink);
        for (var outer = 0; outer < (byShip ? Ships : perShip); outer++)
        {
            for (var inner = 0; inner < (byShip ? perShip : Ships); inner++)
            {
                var (i, ship) = byShip ? (inner, outer) : (outer, inner);
                var (lat, lon) = positions[at(i, ship)];
                follower.Add(ship, i * 10.0, lat, lon);
            }
        }

        follower.End();
    }

    private static Zone Make(Random random, int i)
    {
        var (lat, lon) = (35 + (random.NextDouble() * 10), -5 + (random.NextDouble() * 20));
        var ring = Enumerable.Range(0, 40).Select(k => Geodesic.Direct(lat, lon, 9 * k, 20_000 + (random.NextDouble() * 40_000))).Select(p => new GeoPoint(p.Latitude, p.Longitude)).ToArray();
        return (i % 3) switch
        {
            0 => Zone.Of(MultiPolygon.Of(EdgeKind.Geodesic, ring)),
            1 => Zone.Circle(new GeoPoint(lat, lon), 20_000 + (random.NextDouble() * 40_000)),
            _ => Zone.Band(MultiLine.Of(EdgeKind.Geodesic, ring.AsSpan(0, 10)), 20_000),
        };
    }

    private sealed class Sink : ITrackSink
    {
        public int Visits { get; private set; }

        public void Entered(int track, int zone, in Bracketed instant, GeoPoint place)
        {
        }

        public void Left(int track, int zone, in Bracketed instant, GeoPoint place)
        {
        }

        public void Visited(in Visit visit) => Visits++;

        public void Missing(in Gap gap)
        {
        }
    }
}
