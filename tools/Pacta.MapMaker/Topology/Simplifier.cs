namespace Pacta.MapMaker.Topology;

/// <summary>
/// Fewer corners, for pictures: the corner that makes the smallest triangle with its neighbours goes first (Visvalingam and Whyatt, 1993). Ends of arcs stay, so that
/// what meets in the map meets in the picture.
/// </summary>
internal static class Simplifier
{
    /// <param name="smallest">Square degrees, as at the equator.</param>
    public static Corner[] Simplify(Arc arc, double smallest)
    {
        var corners = arc.Corners;
        var n = corners.Length;
        var (previous, next, gone) = (new int[n], new int[n], new bool[n]);
        var area = new double[n];
        var queue = new PriorityQueue<int, (double, int)>();
        for (var i = 0; i < n; i++)
        {
            (previous[i], next[i]) = (i - 1, i + 1);
        }

        for (var i = 1; i + 1 < n; i++)
        {
            queue.Enqueue(i, (area[i] = Triangle(i), i));
        }

        var left = n;
        var most = arc.IsClosed ? 4 : 2;
        while (left > most && queue.TryDequeue(out var i, out var priority))
        {
            if (gone[i] || priority.Item1 != area[i])
            {
                continue;
            }

            if (area[i] >= smallest)
            {
                break;
            }

            gone[i] = true;
            left--;
            (next[previous[i]], previous[next[i]]) = (next[i], previous[i]);
            foreach (var j in new[] { previous[i], next[i] })
            {
                if (j > 0 && j + 1 < n)
                {
                    queue.Enqueue(j, (area[j] = Math.Max(Triangle(j), area[i]), j));
                }
            }
        }

        return [.. corners.Where((_, i) => !gone[i])];

        double Triangle(int i)
        {
            var (a, b, c) = (corners[previous[i]], corners[i], corners[next[i]]);
            var (x1, y1, x2, y2) = ((double)Corner.East(b, a), (double)(a.Y - b.Y), (double)Corner.East(b, c), (double)(c.Y - b.Y));
            return Math.Abs((x1 * y2) - (x2 * y1)) / 2e12 * Math.Cos(b.Y / 1e6 * Math.PI / 180);
        }
    }

    /// <summary>Square degrees, as at the equator.</summary>
    public static double Size(Corner[] ring)
    {
        double sum = 0;
        for (var i = 1; i + 1 < ring.Length; i++)
        {
            sum += ((double)Corner.East(ring[0], ring[i]) * (ring[i + 1].Y - ring[0].Y)) - ((double)Corner.East(ring[0], ring[i + 1]) * (ring[i].Y - ring[0].Y));
        }

        return Math.Abs(sum) / 2e12 * Math.Cos(ring[0].Y / 1e6 * Math.PI / 180);
    }
}
