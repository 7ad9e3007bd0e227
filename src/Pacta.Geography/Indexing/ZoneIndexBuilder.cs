using System.Runtime.InteropServices;
using Pacta.Geography.Shapes;
using static Pacta.Geography.Indexing.ZoneIndex;

namespace Pacta.Geography.Indexing;

/// <summary>Counts, for each cell of the raster, what is south of it and which pieces are in it. Column by column, each from south to north.</summary>
internal sealed class ZoneIndexBuilder
{
    /// <summary>Degrees by which cells reach over their sides, so that the rounding of a place's cell does not matter. A tenth of a millimetre.</summary>
    private const double Margin = 1e-9;

    private const int MostEdges = 12;
    private const int Deepest = 4;

    private readonly int[] zoneOfOutline;
    private readonly Dictionary<int[], int> sets = new(new SetComparer());
    private readonly List<PartEdge>[] byColumn;
    private readonly bool[] inside;

    public ZoneIndexBuilder(IReadOnlyList<Outline[]> zones)
    {
        Count = zones.Count;
        var outlines = zones.SelectMany((z, i) => z.Select(o => (Zone: i, Outline: o))).ToArray();
        zoneOfOutline = [.. outlines.Select(o => o.Zone)];
        inside = [.. outlines.Select(o => o.Outline.SouthPole)];
        var total = outlines.Sum(o => o.Outline.Edges.Length);
        CellSize = total > 20_000 ? 0.5 : total > 2_000 ? 1 : total > 200 ? 2 : 4;
        // No border runs exactly along the sides of the rows, as many do along 49 or 60 degrees.
        South = -90 - (CellSize * 0.00731);
        Columns = (int)(360 / CellSize);
        Rows = (int)(180 / CellSize) + 1;
        Cells = new int[Columns * Rows];
        byColumn = new List<PartEdge>[Columns];
        for (var i = 0; i < Columns; i++)
        {
            byColumn[i] = [];
        }

        for (var o = 0; o < outlines.Length; o++)
        {
            foreach (var edge in outlines[o].Outline.Edges)
            {
                var last = Math.Min(Columns - 1, (int)((edge.East + Margin + 180) / CellSize));
                for (var i = Math.Max(0, (int)((edge.West - Margin + 180) / CellSize)); i <= last; i++)
                {
                    byColumn[i].Add(new PartEdge(o, edge));
                }
            }
        }

        for (var i = 0; i < Columns; i++)
        {
            AddColumn(i);
        }
    }

    public int Count { get; }

    public double CellSize { get; }

    public double South { get; }

    public int Columns { get; }

    public int Rows { get; }

    public int[] Cells { get; }

    public List<int> Children { get; } = [];

    public List<Block> Blocks { get; } = [];

    public List<Part> Parts { get; } = [];

    public List<double> Breaks { get; } = [];

    public List<MapEdge> Edges { get; } = [];

    public List<int> SetStarts { get; } = [0];

    public List<int> SetZones { get; } = [];

    private void AddColumn(int column)
    {
        var west = Left(-180 + (column * CellSize));
        var east = -180 + ((column + 1) * CellSize) + Margin;
        var crossings = new List<(double Latitude, int Outline)>();
        var inRow = new List<PartEdge>?[Rows];
        foreach (var item in byColumn[column])
        {
            var edge = item.Edge;
            if (edge.West <= west && west < edge.East)
            {
                crossings.Add((edge.LatitudeAt(west), item.Outline));
            }

            var (low, high) = Range(edge, west, east);
            var last = Math.Min(Rows - 1, (int)((high + Margin - South) / CellSize));
            for (var row = Math.Max(0, (int)((low - Margin - South) / CellSize)); row <= last; row++)
            {
                (inRow[row] ??= []).Add(item);
            }
        }

        crossings.Sort(static (a, b) => a.Latitude.CompareTo(b.Latitude));
        var now = new SortedSet<int>(Enumerable.Range(0, inside.Length).Where(o => inside[o]));
        var next = 0;
        var set = -1;
        for (var row = 0; row < Rows; row++)
        {
            var south = South + (row * CellSize);
            for (; next < crossings.Count && crossings[next].Latitude < south; next++, set = -1)
            {
                if (!now.Remove(crossings[next].Outline))
                {
                    now.Add(crossings[next].Outline);
                }
            }

            Cells[(column * Rows) + row] = inRow[row] is { } edges
                ? Cell(new Rectangle(-180 + (column * CellSize), south, CellSize), edges, [.. now], 0)
                : set >= 0 ? set : set = SetOf(now);
        }
    }

    /// <param name="now">The outlines that contain the south-western corner.</param>
    private int Cell(Rectangle cell, List<PartEdge> edges, List<int> now, int depth)
    {
        edges.Sort(static (a, b) => a.Outline.CompareTo(b.Outline));
        var touched = new List<Piece>();
        for (var (start, end) = (0, 0); start < edges.Count; start = end)
        {
            var outline = edges[start].Outline;
            for (end = start; end < edges.Count && edges[end].Outline == outline; end++)
            {
            }

            touched.Add(new Piece(outline, CollectionsMarshal.AsSpan(edges)[start..end], cell, now.Contains(outline)));
        }

        var whole = now.Where(o => !touched.Exists(p => p.Outline == o)).ToList();
        if (edges.Count > MostEdges && depth < Deepest)
        {
            return Divide(cell, edges, touched, whole, depth);
        }

        var set = SetOf(whole);
        var zones = SetZones[SetStarts[set]..SetStarts[set + 1]];
        var first = Parts.Count;
        // What a zone contains with one polygon it contains whatever the others say.
        foreach (var piece in touched.Where(p => !zones.Contains(zoneOfOutline[p.Outline])))
        {
            Parts.Add(new Part(zoneOfOutline[piece.Outline], piece.Inside, Breaks.Count, checked((short)piece.Breaks.Count), Edges.Count, piece.Edges.Length));
            Breaks.AddRange(piece.Breaks);
            Edges.AddRange(piece.Edges);
        }

        Blocks.Add(new Block(set, first, Parts.Count - first));
        return ~(Blocks.Count - 1);
    }

    private int Divide(Rectangle cell, List<PartEdge> edges, List<Piece> touched, List<int> whole, int depth)
    {
        var codes = new int[Split * Split];
        var size = cell.Size / Split;
        for (var column = 0; column < Split; column++)
        {
            for (var row = 0; row < Split; row++)
            {
                var child = new Rectangle(cell.West + (column * size), cell.South + (row * size), size);
                var now = new List<int>(whole);
                now.AddRange(touched.Where(p => p.Contains(child.South, Left(child.West))).Select(p => p.Outline));
                var inChild = edges.FindAll(e => child.Touches(e.Edge));
                codes[(column * Split) + row] = inChild.Count == 0 ? SetOf(now) : Cell(child, inChild, now, depth + 1);
            }
        }

        Blocks.Add(new Block(0, Children.Count, -1));
        Children.AddRange(codes);
        return ~(Blocks.Count - 1);
    }

    private int SetOf(IEnumerable<int> outlines)
    {
        int[] zones = [.. outlines.Select(o => zoneOfOutline[o]).Distinct().Order()];
        if (!sets.TryGetValue(zones, out var number))
        {
            sets.Add(zones, number = SetStarts.Count - 1);
            SetZones.AddRange(zones);
            SetStarts.Add(SetZones.Count);
        }

        return number;
    }

    /// <summary>Where parity is counted from: a little west of the cell, but not west of the map.</summary>
    private static double Left(double west) => Math.Max(-180, west - Margin);

    private static (double Low, double High) Range(in MapEdge edge, double west, double east)
    {
        var (a, b) = edge.IsMeridian ? (edge.WestLatitude, edge.EastLatitude) : (edge.LatitudeAt(Math.Max(edge.West, west)), edge.LatitudeAt(Math.Min(edge.East, east)));
        return (Math.Min(a, b), Math.Max(a, b));
    }

    private readonly record struct Rectangle(double West, double South, double Size)
    {
        public bool Touches(in MapEdge edge)
        {
            var (west, east) = (Left(West), West + Size + Margin);
            if (edge.East < west || edge.West > east)
            {
                return false;
            }

            var (low, high) = Range(edge, west, east);
            return high + Margin >= South && low - Margin <= South + Size;
        }
    }

    private readonly record struct PartEdge(int Outline, MapEdge Edge);

    /// <summary>An outline in a cell: which pieces of it touch the cell, and the parity of all others that are south of it.</summary>
    private sealed class Piece
    {
        public Piece(int outline, ReadOnlySpan<PartEdge> edges, Rectangle cell, bool cornerInside)
        {
            Outline = outline;
            var crossed = new List<MapEdge>(edges.Length);
            var (west, east) = (Left(cell.West), cell.West + cell.Size + Margin);
            Inside = cornerInside;
            // Where a piece that is in the cell ends south of it, one goes on that is not: there the parity changes. Where both are, it does so twice.
            var below = cell.South - (Margin / 2);
            foreach (var (_, edge) in edges)
            {
                Inside ^= edge.IsBelow(cell.South, west);
                Toggle(edge.West, edge.WestLatitude);
                Toggle(edge.East, edge.EastLatitude);
                if (!edge.IsMeridian)
                {
                    crossed.Add(edge);
                }
            }

            Edges = [.. crossed];

            void Toggle(double longitude, double latitude)
            {
                if (longitude > west && longitude <= east && latitude < below && !Breaks.Remove(longitude))
                {
                    Breaks.Add(longitude);
                }
            }
        }

        public int Outline { get; }

        public bool Inside { get; }

        public MapEdge[] Edges { get; }

        public List<double> Breaks { get; } = [];

        public bool Contains(double latitude, double longitude)
        {
            var result = Inside;
            foreach (var at in Breaks)
            {
                result ^= at <= longitude;
            }

            foreach (ref readonly var edge in Edges.AsSpan())
            {
                result ^= edge.IsBelow(latitude, longitude);
            }

            return result;
        }
    }

    private sealed class SetComparer : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = default(HashCode);
            foreach (var zone in obj)
            {
                hash.Add(zone);
            }

            return hash.ToHashCode();
        }
    }
}
