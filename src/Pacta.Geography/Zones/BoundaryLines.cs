using Pacta.Geography.Indexing;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Zones;

/// <summary>
/// Which parts of the lines of several shapes bound what they are together: those with the inside on one side only. A border that two zones share is no boundary of both
/// together. Pieces that are crossed are halved until they are a metre long or not crossed any more.
/// </summary>
internal static class BoundaryLines
{
    private const double Shortest = 1;

    /// <summary>Metres beside a piece at which one looks; what is narrower is not seen.</summary>
    private const double Beside = 0.2;

    public static List<GeoPoint[]> Of(IEnumerable<GeoPoint[]> lines, Func<double, double, bool> contains)
    {
        var all = lines.ToArray();
        var builder = new SegmentTreeBuilder();
        foreach (var line in all)
        {
            builder.Add(line, 0, closed: true);
        }

        var tree = builder.Build();
        var result = new List<GeoPoint[]>();
        var current = new List<GeoPoint>();
        foreach (var line in all)
        {
            for (var i = 0; i + 1 < line.Length; i++)
            {
                Add(line[i], line[i + 1]);
            }

            End();
        }

        return result;

        void Add(GeoPoint a, GeoPoint b)
        {
            var piece = new Piece(Vector.Of(a.Latitude, a.Longitude), Vector.Of(b.Latitude, b.Longitude));
            var length = (piece.B - piece.A).Length;
            if (length > Shortest && tree.Crosses(piece, properly: true))
            {
                var middle = piece.Middle();
                Add(a, middle);
                Add(middle, b);
                return;
            }

            if (length > 0 && piece.Beside(Beside) is var (left, right) && contains(left.Latitude, left.Longitude) == contains(right.Latitude, right.Longitude))
            {
                End();
                return;
            }

            if (current.Count == 0)
            {
                current.Add(a);
            }

            current.Add(b);
        }

        void End()
        {
            if (current.Count > 0)
            {
                result.Add([.. current]);
                current.Clear();
            }
        }
    }
}
