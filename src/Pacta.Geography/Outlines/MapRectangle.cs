using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Outlines;

/// <summary>
/// Rings on the Earth as rings on the map from -180 to 180 degrees and from pole to pole. A ring that crosses the date line is cut there, and goes along the edge of the map
/// where the inside is; round a pole, along the whole of it.
/// </summary>
internal static class MapRectangle
{
    private const double Perimeter = (2 * 360) + (2 * 180);

    /// <param name="rings">Closed, with their first place again at the end.</param>
    /// <param name="contains">Is a place inside of what the rings bound?</param>
    public static List<PlanePoint[]> Cut(IEnumerable<GeoPoint[]> rings, Func<double, double, bool> contains)
    {
        var whole = new List<PlanePoint[]>();
        var chains = new List<List<PlanePoint>>();
        foreach (var ring in rings)
        {
            var cut = Chains(ring);
            if (cut is [{ } only] && only[0] == only[^1])
            {
                whole.Add([.. only.SkipLast(1)]);
            }
            else
            {
                // What runs along the edge of the map is found again when the edge is walked.
                chains.AddRange(cut.Where(c => !c.TrueForAll(p => Math.Abs(p.X) == 180)));
            }
        }

        whole.AddRange(Join(chains, contains));
        return whole;
    }

    /// <summary>A line in pieces, cut at the date line.</summary>
    public static List<List<PlanePoint>> Chains(GeoPoint[] line)
    {
        var chains = new List<List<PlanePoint>>();
        var current = new List<PlanePoint>();
        for (var i = 0; i < line.Length; i++)
        {
            var point = new PlanePoint(Angles.Longitude(line[i].Longitude), line[i].Latitude);
            if (current.Count > 0 && Math.Abs(point.X - current[^1].X) > 180)
            {
                var last = current[^1];
                var edge = last.X > point.X ? 180 : -180;
                var (to, beyond) = (edge - last.X, point.X + edge);
                var y = to + beyond == 0 ? last.Y : last.Y + ((point.Y - last.Y) * to / (to + beyond));
                Add(new PlanePoint(edge, y));
                chains.Add(current);
                current = [new PlanePoint(-edge, y)];
            }

            Add(point);
        }

        chains.Add(current);
        if (chains.Count > 1 && line[0] == line[^1])
        {
            // It began in the middle of a piece.
            chains[^1].AddRange(chains[0].Skip(1));
            chains.RemoveAt(0);
        }

        chains.RemoveAll(c => c.Count < 2);
        return chains;

        void Add(PlanePoint point)
        {
            if (current.Count == 0 || current[^1] != point)
            {
                current.Add(point);
            }
        }
    }

    /// <summary>Pieces from edge to edge become rings with those stretches of the edge beside which the inside is.</summary>
    private static IEnumerable<PlanePoint[]> Join(List<List<PlanePoint>> chains, Func<double, double, bool> contains)
    {
        var ends = chains.SelectMany(c => new[] { c[0], c[^1] }).Select(Along).Distinct().Order().ToList();
        if (ends.Count == 0)
        {
            return contains(-90, 0) && contains(90, 0) && contains(0, 180) ? [[At(0), At(360), At(540), At(900)]] : [];
        }

        var pieces = new List<List<PlanePoint>>(chains);
        for (var i = 0; i < ends.Count; i++)
        {
            var (from, to) = (ends[i], i + 1 < ends.Count ? ends[i + 1] : ends[0] + Perimeter);
            var middle = Inwards((from + to) / 2);
            if (to - from > 1e-9 && contains(middle.Y, middle.X))
            {
                double[] corners = [0, 360, 540, 900];
                pieces.Add([At(from), .. corners.SelectMany(c => new[] { c, c + Perimeter }).Where(c => c > from && c < to).Order().Select(At), At(to)]);
            }
        }

        return Link(pieces);
    }

    private static List<PlanePoint[]> Link(List<List<PlanePoint>> pieces)
    {
        var rings = new List<PlanePoint[]>();
        while (pieces.Count > 0)
        {
            var ring = new List<PlanePoint>(pieces[^1]);
            pieces.RemoveAt(pieces.Count - 1);
            while (Key(ring[0]) != Key(ring[^1]))
            {
                var end = Key(ring[^1]);
                var next = pieces.FindIndex(p => Key(p[0]) == end || Key(p[^1]) == end);
                if (next < 0)
                {
                    break;
                }

                ring.AddRange(Key(pieces[next][0]) == end ? pieces[next].Skip(1) : pieces[next].AsEnumerable().Reverse().Skip(1));
                pieces.RemoveAt(next);
            }

            rings.Add([.. ring.Take(Key(ring[0]) == Key(ring[^1]) ? ring.Count - 1 : ring.Count)]);
        }

        return rings;
    }

    private static (long, long) Key(PlanePoint point) => ((long)Math.Round(point.X * 1e9), (long)Math.Round(point.Y * 1e9));

    /// <summary>How far a point of the edge is along it, from the south-western corner eastwards, in degrees.</summary>
    private static double Along(PlanePoint point) => point.X == 180 ? 360 + point.Y + 90
        : point.X == -180 ? (900 + (90 - point.Y)) % Perimeter
        : point.Y > 0 ? 540 + (180 - point.X)
        : point.X + 180;

    private static PlanePoint At(double along) => (along % Perimeter) switch
    {
        <= 360 and var a => new PlanePoint(a - 180, -90),
        <= 540 and var a => new PlanePoint(180, a - 450),
        <= 900 and var a => new PlanePoint(720 - a, 90),
        var a => new PlanePoint(-180, 990 - a),
    };

    /// <summary>A point a little away from the edge, inside of the map.</summary>
    private static PlanePoint Inwards(double along)
    {
        var at = At(along);
        return new PlanePoint(Math.Clamp(at.X, -180 + 1e-7, 180 - 1e-7), Math.Clamp(at.Y, -90 + 1e-7, 90 - 1e-7));
    }
}
