using Pacta.Geography.Geodesics;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Indexing;

public sealed partial class SegmentTree
{
    /// <summary>
    /// The distance between the nearest places of two sets of borders or lines; 0 if they cross; infinite if they are farther apart than the limit. What lies inside of a border is not considered: ask whether a place of one
    /// is in the other.
    /// </summary>
    public double DistanceTo(SegmentTree other, double within = double.PositiveInfinity)
    {
        var best = double.PositiveInfinity;
        // Unless they cross, a corner of one of them is as near as anything.
        foreach (var (from, to) in new[] { (this, other), (other, this) })
        {
            foreach (var vertex in from.vertices)
            {
                var place = vertex.Place();
                best = Math.Min(best, to.Nearest(place.Latitude, place.Longitude, Math.Min(best, within)).Distance);
            }
        }

        for (var line = 0; line < lineShapes.Length; line++)
        {
            for (var segment = lineStarts[line]; segment < lineStarts[line + 1] - 1; segment++)
            {
                if (other.Crosses(PieceAt(segment)))
                {
                    return 0;
                }
            }
        }

        return best;
    }

    /// <summary>The distance between the shortest path between two places and the nearest border or line; 0 if it crosses one.</summary>
    public double DistanceTo(GeoPoint from, GeoPoint to, double within = double.PositiveInfinity)
    {
        if (from == to)
        {
            return Nearest(from.Latitude, from.Longitude, within).Distance;
        }

        var builder = new SegmentTreeBuilder();
        builder.Add(Walk.Points([from, to], closed: false, EdgeKind.Geodesic, 0.1), 0, closed: false);
        return builder.Build().DistanceTo(this, within);
    }

    /// <param name="properly">Is touching, at ends or along a common way, not enough?</param>
    internal bool Crosses(Piece piece, bool properly = false)
    {
        var margin = 1 + ((piece.B - piece.A).LengthSquared / (8 * Wgs84.SmallestCurvatureRadius));
        Span<(int Level, int Index)> stack = stackalloc (int, int)[Width * Width * 2];
        var depth = 0;
        stack[depth++] = (levels.Length - 1, 0);
        while (depth > 0)
        {
            var (level, index) = stack[--depth];
            if (level < 0)
            {
                var leaf = leaves[index];
                for (var segment = leaf.Start; segment < leaf.Start + leaf.Count; segment++)
                {
                    if (piece.Crosses(PieceAt(segment), properly))
                    {
                        return true;
                    }
                }

                continue;
            }

            var group = (levels[level] + index) * 6 * Width;
            for (var i = 0; i < Width; i++)
            {
                var at = group + i;
                if (Overlaps(boxes[at], boxes[at + (3 * Width)], piece.A.X, piece.B.X, margin)
                    && Overlaps(boxes[at + Width], boxes[at + (4 * Width)], piece.A.Y, piece.B.Y, margin)
                    && Overlaps(boxes[at + (2 * Width)], boxes[at + (5 * Width)], piece.A.Z, piece.B.Z, margin))
                {
                    stack[depth++] = (level - 1, (index * Width) + i);
                }
            }
        }

        return false;

        static bool Overlaps(float low, float high, double a, double b, double margin) => Math.Min(a, b) - margin <= high && Math.Max(a, b) + margin >= low;
    }
}
