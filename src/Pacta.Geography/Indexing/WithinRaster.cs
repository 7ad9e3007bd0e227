using Pacta.Geography.Geodesics;

namespace Pacta.Geography.Indexing;

/// <summary>
/// Whether something is within one distance that does not change: a raster of cells that are certainly within, certainly not, or to be asked of the tree. Answers are
/// those of <see cref="SegmentTree.IsWithin"/>; places far from the limit are answered without it. Cells are found out when the raster is made.
/// </summary>
public sealed class WithinRaster
{
    private const int Split = 8;
    private const sbyte No = 0, Yes = 1, Ask = 2;

    private readonly SegmentTree tree;
    private readonly double distance;
    private readonly int[] cells;
    private readonly List<sbyte[]> finer = [];

    /// <param name="distance">Metres.</param>
    public WithinRaster(SegmentTree tree, double distance)
    {
        (this.tree, this.distance) = (tree, distance);
        cells = new int[360 * 180];
        for (var column = 0; column < 360; column++)
        {
            for (var row = 0; row < 180; row++)
            {
                var code = Certain(row - 90, column - 180, 1);
                cells[(column * 180) + row] = code != Ask ? code : Divide(row - 90, column - 180);
            }
        }
    }

    /// <summary>The size of the raster in bytes, without the tree.</summary>
    public long Bytes => (cells.Length * 4L) + (finer.Count * Split * Split);

    /// <summary>Is anything at most the distance away?</summary>
    public bool Contains(double latitude, double longitude)
    {
        longitude = Angles.Longitude(longitude);
        var (x, y) = (longitude + 180, latitude + 90);
        var (column, row) = (Math.Min((int)x, 359), Math.Clamp((int)y, 0, 179));
        var code = cells[(column * 180) + row];
        if (code < 0)
        {
            code = finer[~code][(Math.Min((int)((x - column) * Split), Split - 1) * Split) + Math.Clamp((int)((y - row) * Split), 0, Split - 1)];
        }

        return code == Yes || (code == Ask && tree.IsWithin(latitude, longitude, distance));
    }

    private int Divide(double south, double west)
    {
        var codes = new sbyte[Split * Split];
        for (var column = 0; column < Split; column++)
        {
            for (var row = 0; row < Split; row++)
            {
                codes[(column * Split) + row] = Certain(south + ((double)row / Split), west + ((double)column / Split), 1.0 / Split);
            }
        }

        finer.Add(codes);
        return ~(finer.Count - 1);
    }

    /// <summary>What is said of the middle holds for all places that are nearer to it than the limit is.</summary>
    private sbyte Certain(double south, double west, double size)
    {
        var (latitude, longitude) = (south + (size / 2), west + (size / 2));
        var radius = 1 + Math.Max(
            Geodesic.Distance(latitude, longitude, south, west),
            Geodesic.Distance(latitude, longitude, south + size, west));
        // Nothing else needs to be known than whether the limit is near.
        return tree.IsWithin(latitude, longitude, distance - radius) ? Yes
            : tree.IsWithin(latitude, longitude, distance + radius) ? Ask
            : No;
    }
}
