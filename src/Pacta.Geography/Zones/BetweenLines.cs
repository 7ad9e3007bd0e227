using Pacta.Geography.Shapes;

namespace Pacta.Geography.Zones;

/// <summary>The area between two lines: along the one, over to the other, back along it.</summary>
public static class BetweenLines
{
    /// <exception cref="ShapeException">A line has several parts, or the lines cross.</exception>
    public static MultiPolygon Area(MultiLine line, MultiLine other)
    {
        var (a, b) = (Points(line), Points(other));
        // The other line is walked backwards, unless its beginning is nearer to the end of the first one.
        if (a[^1].DistanceTo(b[0]) + a[0].DistanceTo(b[^1]) > a[^1].DistanceTo(b[^1]) + a[0].DistanceTo(b[0]))
        {
            Array.Reverse(b);
        }

        var area = MultiPolygon.Of(EdgeKind.Geodesic, [.. a, .. b]);
        var problems = RingChecks.Problems(area);
        return problems.IsEmpty ? area
            : throw new ShapeException(problems[0] with { Problem = "the lines cross, or the ways between their ends do", Fix = "cut the lines where they cross, and take what is between the parts" });
    }

    private static GeoPoint[] Points(MultiLine line) =>
        line.Lines.Length == 1 && line.Lines[0].Length >= 2 ? Walk.Points(line.Lines[0].AsSpan(), closed: false, line.Edges, 0.1)
        : throw new ShapeException(new ShapeProblem($"what is between lines was asked for with a line of {line.Lines.Length} parts", "take one line of at least two places on each side", 0, 0, null));
}
