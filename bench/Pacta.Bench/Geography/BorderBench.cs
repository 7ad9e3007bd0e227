using System.Collections.Immutable;
using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using Pacta.Geography.Indexing;
using Pacta.Geography.Shapes;
using Pacta.GeographyTests.Geodesics;

namespace Pacta.Bench.Geography;

/// <summary>Point in country, within 50 km of a border, nearest border, on the 10m borders of world-atlas.</summary>
internal static class BorderBench
{
    private const double Near = 50_000;

    public static void Run(Options options)
    {
        if (options.Text("--atlas") is not { } path)
        {
            Console.WriteLine("countries: --atlas names countries-10m.json of the npm package world-atlas 2.0.2");
            return;
        }

        var atlas = Atlas.Read(path);
        var corners = atlas.Countries.Sum(c => c.Polygons.Sum(p => p.Rings.Sum(r => r.Length)));
        var before = GeographyBench.Processor();
        var index = ZoneIndex.Build(atlas.Countries);
        var indexed = GeographyBench.Processor() - before;
        before = GeographyBench.Processor();
        var tree = SegmentTree.OfBorders(atlas.Countries);
        var built = GeographyBench.Processor() - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {atlas.Countries.Length} countries of {corners:#,0} corners; index built in {indexed:0.00} s, tree of {tree.Segments:#,0} pieces in {built:0.00} s"));

        var (file, treeFile) = (new MemoryStream(), new MemoryStream());
        index.Write(file);
        tree.Write(treeFile);
        before = GeographyBench.Processor();
        index = ZoneIndex.Read(file.ToArray());
        tree = SegmentTree.Read(treeFile.ToArray());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  both read from what was prepared in {GeographyBench.Processor() - before:0.00} s"));

        var count = options.Number("--points", 1_000_000);
        var random = new Random(11);
        var points = Enumerable.Range(0, count).Select(_ => Pairs.Anywhere(random)).ToArray();
        Countries(atlas, index, points);
        Borders(tree, points);
    }

    private static void Countries(Atlas atlas, ZoneIndex index, (double Lat, double Lon)[] points)
    {
        var nts = new Prepared(atlas);
        var expected = new int[points.Length];
        var baseline = GeographyBench.Seconds(() =>
        {
            for (var i = 0; i < points.Length; i++)
            {
                expected[i] = nts.First(points[i].Lat, points[i].Lon);
            }
        }) / points.Length;
        GeographyBench.Print("country, NetTopologySuite prepared, STR tree", points.Length, baseline * points.Length);
        var found = new int[points.Length];
        var seconds = GeographyBench.Seconds(() =>
        {
            for (var i = 0; i < points.Length; i++)
            {
                found[i] = index.First(points[i].Lat, points[i].Lon);
            }
        });
        GeographyBench.Print("country", points.Length, seconds, baseline, index.Bytes);
        var wrong = 0;
        for (var i = 0; i < points.Length; i++)
        {
            if (found[i] != expected[i] && wrong++ < 5)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {points[i].Lat:R} {points[i].Lon:R}: {Name(found[i])}, NetTopologySuite {Name(expected[i])}"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {wrong} of {points.Length:#,0} places differ from NetTopologySuite; {found.Count(f => f >= 0):#,0} are in a country"));

        string Name(int country) => country < 0 ? "none" : atlas.Names[country];
    }

    private static void Borders(SegmentTree tree, (double Lat, double Lon)[] points)
    {
        var some = points[..Math.Min(points.Length, 200_000)];
        var sum = 0.0;
        GeographyBench.Print("nearest border and its place", some.Length, GeographyBench.Seconds(() =>
        {
            foreach (var (lat, lon) in some)
            {
                sum += tree.Nearest(lat, lon).Distance;
            }
        }), null, tree.Bytes);
        var within = 0;
        GeographyBench.Print("within 50 km of a border, tree", some.Length, GeographyBench.Seconds(() =>
        {
            foreach (var (lat, lon) in some)
            {
                within += tree.IsWithin(lat, lon, Near) ? 1 : 0;
            }
        }));
        var before = GeographyBench.Processor();
        var raster = new WithinRaster(tree, Near);
        var made = GeographyBench.Processor() - before;
        GeographyBench.Print("within 50 km of a border, raster", points.Length, GeographyBench.Seconds(() =>
        {
            foreach (var (lat, lon) in points)
            {
                within += raster.Contains(lat, lon) ? 1 : 0;
            }
        }), null, raster.Bytes);
        var differ = some.Count(p => raster.Contains(p.Lat, p.Lon) != tree.Nearest(p.Lat, p.Lon).Distance <= Near);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  raster made in {made:0.00} s; {differ} of {some.Length:#,0} answers differ from the distance"));

        // Brute force: all pieces, each as one inverse problem for its middle, which is less than what is answered.
        var pieces = tree.Segments;
        var inverse = GeographyBench.Seconds(() =>
        {
            foreach (var (lat, lon) in points[..20_000])
            {
                sum += Pacta.Geography.Geodesics.Geodesic.Distance(lat, lon, lat / 2, lon / 2);
            }
        }) / 20_000;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  one geodesic distance to each of {pieces:#,0} pieces would take {inverse * pieces * 1000:#,0} ms for a place"));
        GC.KeepAlive(sum + within);
    }

    /// <summary>The best that NetTopologySuite offers for many places in many polygons: prepared polygons under a packed tree. Rings across the date line are cut before.</summary>
    private sealed class Prepared
    {
        private readonly STRtree<(int Country, IPreparedGeometry Polygon)> tree = new();
        private readonly GeometryFactory factory = new();

        public Prepared(Atlas atlas)
        {
            for (var country = 0; country < atlas.Countries.Length; country++)
            {
                foreach (var polygon in atlas.Countries[country].Polygons)
                {
                    foreach (var part in Cut(polygon))
                    {
                        tree.Insert(part.EnvelopeInternal, (country, PreparedGeometryFactory.Prepare(part)));
                    }
                }
            }

            tree.Build();
        }

        public int First(double latitude, double longitude)
        {
            var point = factory.CreatePoint(new Coordinate(longitude, latitude));
            var first = int.MaxValue;
            foreach (var (country, polygon) in tree.Query(point.EnvelopeInternal))
            {
                if (country < first && polygon.Covers(point))
                {
                    first = country;
                }
            }

            return first == int.MaxValue ? -1 : first;
        }

        /// <summary>Longitudes are unrolled; what lies beyond 180 is cut off and moved; a ring round the South Pole is closed along the edge of the map.</summary>
        private IEnumerable<Geometry> Cut(Pacta.Geography.Shapes.Polygon polygon)
        {
            var whole = factory.CreatePolygon(Ring(polygon.Outer, out var west), [.. polygon.Holes.Select(h => Ring(h, out _, west))]);
            var valid = whole.EnvelopeInternal.MinX >= -180 && whole.EnvelopeInternal.MaxX <= 180 ? whole : whole.Buffer(0);
            foreach (var turn in new[] { -360.0, 0, 360 })
            {
                var window = factory.ToGeometry(new Envelope(-180 + turn, 180 + turn, -90, 90));
                if (!valid.EnvelopeInternal.Intersects(window.EnvelopeInternal))
                {
                    continue;
                }

                var part = window.EnvelopeInternal.Contains(valid.EnvelopeInternal) ? valid : valid.Intersection(window);
                part = part.Copy();
                part.Apply(new Shift(-turn));
                for (var i = 0; i < part.NumGeometries; i++)
                {
                    if (part.GetGeometryN(i) is NetTopologySuite.Geometries.Polygon { IsEmpty: false } p)
                    {
                        yield return p;
                    }
                }
            }
        }

        private LinearRing Ring(ImmutableArray<GeoPoint> corners, out double west, double? at = null)
        {
            var list = new List<Coordinate> { new(corners[0].Longitude, corners[0].Latitude) };
            foreach (var (from, to) in corners.Zip([.. corners[1..], corners[0]]))
            {
                var turn = to.Longitude - from.Longitude;
                turn -= Math.Abs(turn) > 180 ? Math.Sign(turn) * 360 : 0;
                list.Add(new Coordinate(list[^1].X + turn, to.Latitude));
            }

            var round = list[^1].X - list[0].X;
            if (Math.Abs(round) > 180)
            {
                list.Add(new Coordinate(list[^1].X, -90));
                list.Add(new Coordinate(list[0].X, -90));
                list.Add(list[0].Copy());
            }
            else
            {
                list[^1] = list[0].Copy();
            }

            west = list.Min(c => c.X);
            if (at is { } outer)
            {
                var shift = Math.Round((outer - west) / 360) * 360;
                list.ForEach(c => c.X += shift);
                list[^1] = list[0].Copy();
            }

            return factory.CreateLinearRing([.. list]);
        }

        private sealed class Shift(double by) : ICoordinateSequenceFilter
        {
            public bool Done => false;

            public bool GeometryChanged => true;

            public void Filter(CoordinateSequence seq, int i) => seq.SetX(i, seq.GetX(i) + by);
        }
    }
}
