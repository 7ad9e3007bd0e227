using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;

namespace Pacta.GeographyTests.Indexing;

/// <summary>Distances to pieces by the geodesic problems alone: no space, no spheres, no tree.</summary>
internal static class Brute
{
    public static List<(GeoPoint A, GeoPoint B)> Pieces(IEnumerable<MultiPolygon> zones) =>
    [
        .. from zone in zones
           from polygon in zone.Polygons
           from ring in Outline.Of(polygon, zone.Edges, 0.1).Rings
           from i in Enumerable.Range(0, ring.Length - 1)
           select (ring[i], ring[i + 1]),
    ];

    /// <summary>Anywhere; near a border; on the other side of the Earth from one.</summary>
    public static GeoPoint Place(Random random, List<(GeoPoint A, GeoPoint B)> pieces, int i)
    {
        var (lat, lon) = Pacta.GeographyTests.Geodesics.Pairs.Anywhere(random);
        var (a, b) = pieces[random.Next(pieces.Count)];
        var way = GeodesicLine.Between(a.Latitude, a.Longitude, b.Latitude, b.Longitude).At(random.NextDouble() * a.DistanceTo(b));
        return (i % 3) switch
        {
            0 => new GeoPoint(lat, lon),
            1 => Beside(way, random.NextDouble() * 360, Math.Pow(10, random.NextDouble() * 6)),
            _ => i % 6 == 2 ? Beside(way, 0, 0) : Beside(way, random.NextDouble() * 360, 10 * random.NextDouble()),
        };

        static GeoPoint Beside(GeodesicPosition p, double azimuth, double distance)
        {
            var beside = Geodesic.Direct(p.Latitude, p.Longitude, azimuth, distance);
            return new GeoPoint(beside.Latitude, beside.Longitude);
        }
    }

    public static (double Distance, int Piece) Nearest(GeoPoint from, List<(GeoPoint A, GeoPoint B)> pieces)
    {
        var (best, at) = (double.PositiveInfinity, -1);
        for (var i = 0; i < pieces.Count; i++)
        {
            var (a, b) = pieces[i];
            var length = a.DistanceTo(b);
            var (da, db) = (from.DistanceTo(a), from.DistanceTo(b));
            // No point of a piece is nearer than an end by more than half of its length.
            if (Math.Min(da, db) - (length / 2) - 1 > best)
            {
                continue;
            }

            var distance = ToPiece(from, a, b, length);
            if (distance < best)
            {
                (best, at) = (distance, i);
            }
        }

        return (best, at);
    }

    /// <summary>By golden sections: along a short geodesic the distance to a place falls, then rises.</summary>
    public static double ToPiece(GeoPoint from, GeoPoint a, GeoPoint b, double length)
    {
        const double Golden = 0.6180339887498949;
        var line = GeodesicLine.Between(a.Latitude, a.Longitude, b.Latitude, b.Longitude);
        var (low, high) = (0.0, length);
        var (x1, x2) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
        var (d1, d2) = (At(x1), At(x2));
        while (high - low > 1e-5)
        {
            if (d1 < d2)
            {
                (high, x2, d2) = (x2, x1, d1);
                d1 = At(x1 = high - (Golden * (high - low)));
            }
            else
            {
                (low, x1, d1) = (x1, x2, d2);
                d2 = At(x2 = low + (Golden * (high - low)));
            }
        }

        return Math.Min(Math.Min(from.DistanceTo(a), from.DistanceTo(b)), Math.Min(d1, d2));

        double At(double s)
        {
            var p = line.At(s);
            return Geodesic.Distance(from.Latitude, from.Longitude, p.Latitude, p.Longitude);
        }
    }
}
