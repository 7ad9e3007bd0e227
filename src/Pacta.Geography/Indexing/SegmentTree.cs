using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Indexing;

/// <summary>
/// How far it is to the nearest of many borders and lines, and to where on it; whether something is within some distance. A packed tree: eight short geodesics in a
/// leaf, eight children in a node, boxes in space, which know of no date line and no pole. Immutable; asking allocates nothing and may be done by many threads.
/// </summary>
public sealed partial class SegmentTree
{
    private const int Width = 8;
    private const uint Kind = 0x5041_5354;

    /// <summary>For each level, from the leaves, where its groups of eight boxes begin.</summary>
    private readonly int[] levels;

    /// <summary>For each group eight lowest x, y, z, and eight highest ones, side by side.</summary>
    private readonly float[] boxes;
    private readonly Leaf[] leaves;
    private readonly Vector[] vertices;
    private readonly int[] lineStarts;
    private readonly int[] lineShapes;
    private readonly bool[] lineClosed;

    internal SegmentTree(SegmentTreeBuilder built)
    {
        (Count, levels, vertices) = (built.Shapes, built.Levels, built.Vertices);
        (boxes, leaves) = (built.Boxes, built.Leaves);
        (lineStarts, lineShapes, lineClosed) = (built.LineStarts, built.LineShapes, built.LineClosed);
    }

    private SegmentTree(ReadOnlySpan<byte> prepared)
    {
        var reader = new Prepared.Reader(prepared, Kind);
        Count = (int)reader.Number();
        levels = reader.Array<int>();
        boxes = reader.Array<float>();
        leaves = reader.Array<Leaf>();
        vertices = reader.Array<Vector>();
        lineStarts = reader.Array<int>();
        lineShapes = reader.Array<int>();
        lineClosed = reader.Array<bool>();
    }

    /// <summary>How many shapes there are; they are called by their numbers in the order in which they were given.</summary>
    public int Count { get; }

    /// <summary>How many short geodesics there are.</summary>
    public int Segments => vertices.Length - lineShapes.Length;

    /// <summary>The size in bytes.</summary>
    public long Bytes => (boxes.Length * 4L) + (leaves.Length * 12L) + (vertices.Length * 24L) + (lineShapes.Length * 9L);

    /// <summary>The borders of zones.</summary>
    /// <param name="tolerance">How far pieces may be off the edges, in metres.</param>
    public static SegmentTree OfBorders(IReadOnlyList<MultiPolygon> zones, double tolerance = 0.1)
    {
        var builder = new SegmentTreeBuilder();
        for (var i = 0; i < zones.Count; i++)
        {
            for (var p = 0; p < zones[i].Polygons.Length; p++)
            {
                builder.Add(Outline.Of(zones[i].Polygons[p], zones[i].Edges, tolerance, p), i);
            }
        }

        return builder.Build();
    }

    /// <summary>Lines.</summary>
    /// <exception cref="ShapeException">A line has fewer than two places.</exception>
    public static SegmentTree OfLines(IReadOnlyList<MultiLine> lines, double tolerance = 0.1)
    {
        var builder = new SegmentTreeBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            for (var l = 0; l < lines[i].Lines.Length; l++)
            {
                builder.Add(lines[i].Lines[l], lines[i].Edges, tolerance, i, l);
            }
        }

        return builder.Build();
    }

    /// <summary>Writes the tree as it is in memory, so that it need not be built again from the same map.</summary>
    public void Write(Stream to)
    {
        Prepared.Begin(to, Kind);
        Prepared.Number(to, Count);
        Prepared.Array(to, levels);
        Prepared.Array(to, boxes);
        Prepared.Array(to, leaves);
        Prepared.Array(to, vertices);
        Prepared.Array(to, lineStarts);
        Prepared.Array(to, lineShapes);
        Prepared.Array(to, lineClosed);
    }

    /// <summary>The tree that was written. It is taken as it is: only what one has written oneself should be read.</summary>
    /// <exception cref="InvalidDataException">It is something else, or of another version.</exception>
    public static SegmentTree Read(ReadOnlySpan<byte> prepared) => new(prepared);

    /// <summary>The squares of the distances in space from a place to the eight boxes of a group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Squares(int group, float x, float y, float z, Span<float> squares)
    {
        ref var first = ref boxes[group * 6 * Width];
        for (nuint half = 0; half < Width; half += 4)
        {
            var dx = Axis(ref first, half, x);
            var dy = Axis(ref first, half + Width, y);
            var dz = Axis(ref first, half + (2 * Width), z);
            ((dx * dx) + (dy * dy) + (dz * dz)).StoreUnsafe(ref squares[0], half);
        }

        static Vector128<float> Axis(ref float first, nuint at, float value)
        {
            var here = Vector128.Create(value);
            return Vector128.Max(Vector128.Max(Vector128.LoadUnsafe(ref first, at) - here, here - Vector128.LoadUnsafe(ref first, at + (3 * Width))), Vector128<float>.Zero);
        }
    }

    /// <summary>Up to eight pieces that follow one another.</summary>
    internal readonly record struct Leaf(int Start, int Count, int Line);

    private Piece PieceAt(int segment) => new(vertices[segment], vertices[segment + 1]);
}

/// <summary>The nearest place of a border or a line.</summary>
/// <param name="Distance">Metres along the shortest path, right to a tenth of a millimetre against the pieces of the shapes; infinite if nothing is near enough.</param>
/// <param name="Place">Where.</param>
/// <param name="Shape">Of which shape, by its number; -1 if none.</param>
/// <param name="Line">Which ring or line, counted through all shapes.</param>
/// <param name="Segment">Which piece, counted through all lines.</param>
/// <param name="Side">-1 if one stands left of the line, 1 right of it, 0 on it. Beyond an end of the line, its last piece is thought to go on.</param>
/// <param name="Across">Metres to the line, thought to go on straight beyond its ends.</param>
public readonly record struct Nearest(double Distance, GeoPoint Place, int Shape, int Line, int Segment, int Side, double Across)
{
    internal static Nearest None { get; } = new(double.PositiveInfinity, default, -1, -1, -1, 0, double.PositiveInfinity);
}
