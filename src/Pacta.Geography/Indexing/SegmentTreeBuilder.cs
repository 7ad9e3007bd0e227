using System.Collections.Immutable;
using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Indexing;

/// <summary>Packs pieces: eight that follow one another make a leaf, leaves that are near each other on a curve of Hilbert make a node.</summary>
internal sealed class SegmentTreeBuilder
{
    private const int Width = 8;

    private readonly List<Vector> vertices = [];
    private readonly List<int> lineStarts = [];
    private readonly List<int> lineShapes = [];
    private readonly List<bool> lineClosed = [];

    public int Shapes { get; private set; }

    public int[] Levels { get; private set; } = [];

    public float[] Boxes { get; private set; } = [];

    public SegmentTree.Leaf[] Leaves { get; private set; } = [];

    public Vector[] Vertices { get; private set; } = [];

    public int[] LineStarts { get; private set; } = [];

    public int[] LineShapes { get; private set; } = [];

    public bool[] LineClosed { get; private set; } = [];

    public void Add(Outline outline, int shape)
    {
        foreach (var ring in outline.Rings)
        {
            Add(ring, shape, closed: true);
        }
    }

    public void Add(ImmutableArray<GeoPoint> corners, EdgeKind kind, double tolerance, int shape, int line)
    {
        if (corners.FirstOrDefault(c => !c.IsValid) is var wrong && corners.Any(c => !c.IsValid))
        {
            throw new ShapeException(new ShapeProblem($"{wrong} is no latitude and longitude in degrees", "latitudes are from -90 to 90; were latitude and longitude exchanged?", line, 0, null));
        }

        if (corners.Distinct().Count() < 2)
        {
            throw new ShapeException(new ShapeProblem("a line of fewer than two places", "give at least two different places", line, 0, corners.Length > 0 ? corners[0] : null));
        }

        Add(Walk.Points(corners.AsSpan(), closed: false, kind, tolerance), shape, closed: false);
    }

    public void Add(GeoPoint[] points, int shape, bool closed)
    {
        lineStarts.Add(vertices.Count);
        lineShapes.Add(shape);
        lineClosed.Add(closed);
        Shapes = Math.Max(Shapes, shape + 1);
        foreach (var point in points)
        {
            vertices.Add(Vector.Of(point.Latitude, point.Longitude));
        }
    }

    public SegmentTree Build()
    {
        Vertices = [.. vertices];
        LineStarts = [.. lineStarts, Vertices.Length];
        LineShapes = [.. lineShapes];
        LineClosed = [.. lineClosed];
        var leaves = new List<(uint Key, int Start, int Count, int Line)>();
        for (var line = 0; line < LineShapes.Length; line++)
        {
            var end = LineStarts[line + 1] - 1;
            for (var start = LineStarts[line]; start < end; start += Width)
            {
                var count = Math.Min(Width, end - start);
                leaves.Add((Hilbert(Vertices[start + (count / 2)]), start, count, line));
            }
        }

        leaves.Sort();
        Leaves = [.. leaves.Select(l => new SegmentTree.Leaf(l.Start, l.Count, l.Line))];
        AddBoxes();
        return new SegmentTree(this);
    }

    private void AddBoxes()
    {
        var groups = new List<int>();
        for (var count = Leaves.Length; groups.Count == 0 || groups[^1] > 1; count = groups[^1])
        {
            groups.Add(Math.Max(1, (count + Width - 1) / Width));
        }

        Levels = new int[groups.Count];
        for (var i = 1; i < groups.Count; i++)
        {
            Levels[i] = Levels[i - 1] + groups[i - 1];
        }

        Boxes = new float[groups.Sum() * 6 * Width];
        for (var i = 0; i < Boxes.Length; i++)
        {
            // A box around nothing is infinitely far away.
            Boxes[i] = i / Width % 6 < 3 ? float.PositiveInfinity : float.NegativeInfinity;
        }

        for (var leaf = 0; leaf < Leaves.Length; leaf++)
        {
            for (var v = Leaves[leaf].Start; v <= Leaves[leaf].Start + Leaves[leaf].Count; v++)
            {
                // What a piece rises over its chord, and the rounding to single precision.
                var margin = 1.0;
                if (v > Leaves[leaf].Start)
                {
                    margin += (Vertices[v] - Vertices[v - 1]).LengthSquared / (8 * Wgs84.SmallestCurvatureRadius);
                    Include(leaf, Vertices[v - 1], margin);
                }

                Include(leaf, Vertices[v], margin);
            }
        }

        for (var level = 1; level < Levels.Length; level++)
        {
            for (var i = 0; i < groups[level - 1] * Width; i++)
            {
                for (var side = 0; side < 6; side++)
                {
                    ref var box = ref Boxes[Place(Levels[level], i / Width, side)];
                    var child = Boxes[Place(Levels[level - 1], i, side)];
                    box = side < 3 ? Math.Min(box, child) : Math.Max(box, child);
                }
            }
        }
    }

    /// <summary>Where a side of a box is kept, of the group of eight that it is in.</summary>
    private static int Place(int level, int box, int side) => ((((level + (box / Width)) * 6) + side) * Width) + (box % Width);

    private void Include(int box, Vector v, double margin)
    {
        Reach(0, v.X);
        Reach(1, v.Y);
        Reach(2, v.Z);

        void Reach(int axis, double value)
        {
            ref var low = ref Boxes[Place(0, box, axis)];
            ref var high = ref Boxes[Place(0, box, axis + 3)];
            low = Math.Min(low, (float)(value - margin));
            high = Math.Max(high, (float)(value + margin));
        }
    }

    /// <summary>Where on a curve of Hilbert through longitude and latitude.</summary>
    private static uint Hilbert(Vector v)
    {
        var place = v.Place();
        var x = (uint)((place.Longitude + 180) / 360 * 65535);
        var y = (uint)((place.Latitude + 90) / 180 * 65535);
        uint key = 0;
        for (var s = 1u << 15; s > 0; s >>= 1)
        {
            var rx = (x & s) > 0 ? 1u : 0;
            var ry = (y & s) > 0 ? 1u : 0;
            key += s * s * ((3 * rx) ^ ry);
            if (ry == 0)
            {
                if (rx == 1)
                {
                    x = 65535 - x;
                    y = 65535 - y;
                }

                (x, y) = (y, x);
            }
        }

        return key;
    }
}
