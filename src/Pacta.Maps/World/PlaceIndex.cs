namespace Pacta.Maps.World;

/// <summary>
/// In which unit a place is, and which lines are near. The map is a partition: what is above the first edge south of a place is where the place is. Edges are kept by
/// tenths of degrees of longitude. For millions of places, Pacta.Geography has an index that is faster and takes longer to make.
/// </summary>
internal sealed class PlaceIndex
{
    private const int Columns = 3600;
    private const int ColumnWidth = ArcTable.Turn / Columns;
    private const double MetresPerDegree = 111_320;

    private readonly ArcTable arcs;
    private readonly int southernmost;
    private readonly int[] starts = new int[Columns + 1];
    private readonly int[] edges = [];
    private readonly short[] owners = [];

    public PlaceIndex(ArcTable arcs)
    {
        this.arcs = arcs;
        var counts = new int[Columns + 1];
        for (var pass = 0; ; pass++)
        {
            for (var arc = 0; arc < arcs.Count; arc++)
            {
                for (var i = arcs.Starts[arc]; i + 1 < arcs.Starts[arc + 1]; i++)
                {
                    var east = ArcTable.East(arcs.X[i], arcs.X[i + 1]);
                    var west = east < 0 ? arcs.X[i + 1] : arcs.X[i];
                    var (first, last) = (Column(west), Column(west + Math.Abs(east)));
                    for (var c = first; c <= last; c++)
                    {
                        if (pass == 0)
                        {
                            counts[(c % Columns) + 1]++;
                        }
                        else
                        {
                            var at = counts[c % Columns]++;
                            (edges[at], owners[at]) = (i, (short)arc);
                        }
                    }
                }
            }

            if (pass == 1)
            {
                break;
            }

            for (var c = 0; c < Columns; c++)
            {
                counts[c + 1] += counts[c];
            }

            counts.CopyTo(starts, 0);
            (edges, owners) = (new int[counts[Columns]], new short[counts[Columns]]);
        }

        // Around the South Pole there is one unit only: what is south of the lowest edge anywhere.
        var lowest = 0;
        for (var i = 1; i < arcs.Y.Length; i++)
        {
            lowest = arcs.Y[i] < arcs.Y[lowest] ? i : lowest;
        }

        var owner = Array.BinarySearch(arcs.Starts, lowest) is var found && found >= 0 ? found : ~found - 1;
        owner = Math.Min(owner, arcs.Count - 1);
        var edge = lowest + 1 < arcs.Starts[owner + 1] ? lowest : lowest - 1;
        southernmost = Below(edge, owner);
    }

    /// <summary>The unit at a place; -1 for the sea.</summary>
    public int UnitAt(double latitude, double longitude)
    {
        var x = Normal(longitude);
        var column = Column((int)Math.Floor(x * 1e6));
        var (best, slope, unit) = (double.NegativeInfinity, 0.0, southernmost);
        for (var k = starts[column]; k < starts[column + 1]; k++)
        {
            var i = edges[k];
            var east = ArcTable.East(arcs.X[i], arcs.X[i + 1]);
            if (east == 0)
            {
                continue;
            }

            var w = east > 0 ? i : i + 1;
            var from = (x * 1e6) - arcs.X[w];
            from = from < 0 ? from + ArcTable.Turn : from;
            if (from >= Math.Abs(east))
            {
                continue;
            }

            var rise = (double)(arcs.Y[east > 0 ? i + 1 : i] - arcs.Y[w]) / Math.Abs(east);
            var at = (arcs.Y[w] + (from * rise)) / 1e6;
            if (at < latitude && (at > best || (at == best && rise > slope)))
            {
                (best, slope, unit) = (at, rise, Above(i, owners[k]));
            }
        }

        return unit;
    }

    /// <summary>Everything on either side of lines that are within some metres, and how far the nearest of them is; flat geometry, right to a hundredth over some kilometres.</summary>
    public double Near(double latitude, double longitude, double metres, ICollection<int> units)
    {
        var (x, nearest) = (Normal(longitude), double.PositiveInfinity);
        var perEast = MetresPerDegree * Math.Max(1e-6, Math.Cos(latitude * Math.PI / 180));
        var (reach, span) = (metres / MetresPerDegree, Math.Min(180, metres / perEast));
        var first = (int)Math.Floor((x - span + 180) * (Columns / 360));
        var last = (int)Math.Floor((x + span + 180) * (Columns / 360));
        for (var c = first; c <= Math.Min(last, first + Columns - 1); c++)
        {
            var column = ((c % Columns) + Columns) % Columns;
            for (var k = starts[column]; k < starts[column + 1]; k++)
            {
                var i = edges[k];
                var (y1, y2) = (arcs.Y[i] / 1e6, arcs.Y[i + 1] / 1e6);
                if (Math.Max(y1, y2) < latitude - reach || Math.Min(y1, y2) > latitude + reach)
                {
                    continue;
                }

                var from = Shorter((arcs.X[i] / 1e6) - x);
                var to = from + (ArcTable.East(arcs.X[i], arcs.X[i + 1]) / 1e6);
                var distance = ToSegment(from * perEast, (y1 - latitude) * MetresPerDegree, to * perEast, (y2 - latitude) * MetresPerDegree);
                if (distance <= metres)
                {
                    units.Add(arcs.Left[owners[k]]);
                    units.Add(arcs.Right[owners[k]]);
                    nearest = Math.Min(nearest, distance);
                }
            }
        }

        return nearest;
    }

    private int Above(int edge, int arc) => ArcTable.East(arcs.X[edge], arcs.X[edge + 1]) > 0 ? arcs.Left[arc] : arcs.Right[arc];

    private int Below(int edge, int arc) => ArcTable.East(arcs.X[edge], arcs.X[edge + 1]) > 0 ? arcs.Right[arc] : arcs.Left[arc];

    private static int Column(int x) => (x + (ArcTable.Turn / 2)) / ColumnWidth is var c && c >= Columns ? c : Math.Max(0, c);

    private static double Normal(double longitude)
    {
        var x = Math.IEEERemainder(longitude, 360);
        return x >= 180 ? x - 360 : x;
    }

    private static double Shorter(double east) => east > 180 ? east - 360 : east < -180 ? east + 360 : east;

    private static double ToSegment(double x1, double y1, double x2, double y2)
    {
        var (dx, dy) = (x2 - x1, y2 - y1);
        var length = (dx * dx) + (dy * dy);
        var t = length == 0 ? 0 : Math.Clamp(-((x1 * dx) + (y1 * dy)) / length, 0, 1);
        var (x, y) = (x1 + (t * dx), y1 + (t * dy));
        return Math.Sqrt((x * x) + (y * y));
    }
}
