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

    public float[][] Boxes { get; } = new float[6][];

    public int[] LeafStarts { get; private set; } = [];

    public byte[] LeafCounts { get; private set; } = [];

    public int[] LeafLines { get; private set; } = [];

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
        var leaves = new List<(uint Key, int Start, byte Count, int Line)>();
        for (var line = 0; line < LineShapes.Length; line++)
        {
            var end = LineStarts[line + 1] - 1;
            for (var start = LineStarts[line]; start < end; start += Width)
            {
                var count = Math.Min(Width, end - start);
                leaves.Add((Hilbert(Vertices[start + (count / 2)]), start, (byte)count, line));
            }
        }

        leaves.Sort();
        LeafStarts = [.. leaves.Select(l => l.Start)];
        LeafCounts = [.. leaves.Select(l => l.Count)];
        LeafLines = [.. leaves.Select(l => l.Line)];
        AddBoxes();
        return new SegmentTree(this);
    }

    private void AddBoxes()
    {
        var counts = new List<int>();
        var count = LeafStarts.Length;
        do
        {
            counts.Add(Padded(count));
            count = (count + Width - 1) / Width;
        }
        while (counts[^1] > Width);

        Levels = new int[counts.Count];
        for (var i = 1; i < counts.Count; i++)
        {
            Levels[i] = Levels[i - 1] + counts[i - 1];
        }

        for (var side = 0; side < 6; side++)
        {
            // A box around nothing is infinitely far away.
            Boxes[side] = new float[counts.Sum()];
            Boxes[side].AsSpan().Fill(side < 3 ? float.PositiveInfinity : float.NegativeInfinity);
        }

        for (var leaf = 0; leaf < LeafStarts.Length; leaf++)
        {
            for (var v = LeafStarts[leaf]; v <= LeafStarts[leaf] + LeafCounts[leaf]; v++)
            {
                // What a piece rises over its chord, and the rounding to single precision.
                var margin = 1.0;
                if (v > LeafStarts[leaf])
                {
                    margin += (Vertices[v] - Vertices[v - 1]).LengthSquared / (8 * Wgs84.SmallestCurvatureRadius);
                    Include(leaf, Vertices[v - 1], margin);
                }

                Include(leaf, Vertices[v], margin);
            }
        }

        for (var level = 1; level < Levels.Length; level++)
        {
            for (var i = 0; i < Levels[level] - Levels[level - 1]; i++)
            {
                for (var side = 0; side < 6; side++)
                {
                    ref var box = ref Boxes[side][Levels[level] + (i / Width)];
                    var child = Boxes[side][Levels[level - 1] + i];
                    box = side < 3 ? Math.Min(box, child) : Math.Max(box, child);
                }
            }
        }

        static int Padded(int n) => Math.Max(Width, (n + Width - 1) / Width * Width);
    }

    private void Include(int box, Vector v, double margin)
    {
        Lower(0, v.X);
        Lower(1, v.Y);
        Lower(2, v.Z);

        void Lower(int axis, double value)
        {
            Boxes[axis][box] = Math.Min(Boxes[axis][box], (float)(value - margin));
            Boxes[axis + 3][box] = Math.Max(Boxes[axis + 3][box], (float)(value + margin));
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
