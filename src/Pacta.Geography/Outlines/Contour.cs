using System.Runtime.InteropServices;

namespace Pacta.Geography.Outlines;

/// <summary>
/// The outline of what is inside on a plane (marching squares), in a grid of <c>columns</c> by <c>rows</c> cells: coordinates are counted in cells. What is inside is told by a
/// function that is never more than the distance to the boundary, so that large parts of the grid are passed over at one look. Points of the outline lie on the boundary to a
/// thousandth of a cell; corners that a cell would cut off are mended. What is narrower than a cell and touches no corner of one is found to be missing, not drawn.
/// </summary>
internal sealed class Contour
{
    private const int MostTries = 10;

    /// <summary>Points of the outline are so much nearer to the boundary than the lines between them need be.</summary>
    private const double PointsNearer = 20;

    private readonly Func<double, double, double> _signed;
    private readonly Func<double, double, double, double> _radius;
    private readonly int _columns, _rows;
    private readonly double _offAtMost;
    private readonly int _mostBends;
    private readonly Dictionary<long, double> _nodes = [];
    private readonly Dictionary<long, PlanePoint> _crossings = [];
    private readonly Dictionary<long, long> _next = [];
    private readonly List<(int Column, int Row)> _cells = [];
    private readonly bool[][] _edges;

    /// <summary>Was something passed over that is narrower than a cell?</summary>
    private bool _isTooCoarse;

    /// <param name="signed">Of a point of the grid: metres to the boundary at most, negative outside, not a number where there is nothing.</param>
    /// <param name="radius">Of the middle of a square of cells and half its width: metres to its farthest corner at least.</param>
    /// <param name="offAtMost">By how much of a cell the outline may be beside the boundary.</param>
    private Contour(Func<double, double, double> signed, Func<double, double, double, double> radius, int columns, int rows, double offAtMost)
    {
        (_signed, _radius, _columns, _rows, _offAtMost) = (signed, radius, columns, rows, offAtMost);
        // Each halving of a line that is bent brings it four times nearer, or twice where the boundary is ragged: a piece is no longer than a cell.
        _mostBends = Math.Max(1, (int)Math.Ceiling(Math.Log2(1 / offAtMost)));
        _edges = [new bool[columns + 1], new bool[columns + 1], new bool[rows + 1], new bool[rows + 1]];
    }

    public List<PlanePoint[]> Rings { get; } = [];

    /// <inheritdoc cref="Contour(Func{double, double, double}, Func{double, double, double, double}, int, int, double)"/>
    /// <returns>The outline; null if something would be passed over that is narrower than a cell, and the boundary goes through fewer cells than <paramref name="enough"/>.</returns>
    public static Contour? Of(Func<double, double, double> signed, Func<double, double, double, double> radius, int columns, int rows, double offAtMost, int enough)
    {
        var contour = new Contour(signed, radius, columns, rows, offAtMost);
        contour.Find();
        if (contour._isTooCoarse && contour._cells.Count < enough)
        {
            return null;
        }

        foreach (var (column, row) in contour._cells)
        {
            contour.March(column, row);
        }

        contour.MarchRoundTheGrid();
        contour.Link();
        return contour;
    }

    /// <summary>Cells through which the boundary may go: a square is divided until its middle speaks for all of it.</summary>
    private void Find()
    {
        var size = 1;
        while (size < Math.Max(_columns, _rows))
        {
            size *= 2;
        }

        var open = new Stack<(int Column, int Row, int Size)>([(0, 0, size)]);
        while (open.TryPop(out var square))
        {
            if (square.Column >= _columns || square.Row >= _rows)
            {
                continue;
            }

            var half = square.Size / 2.0;
            var (x, y) = (square.Column + half, square.Row + half);
            var middle = _signed(x, y);
            var radius = _radius(x, y, half);
            if (Math.Abs(middle) > radius)
            {
                Fill(square.Column, square.Row, square.Size, middle >= 0);
            }
            else if (square.Size > 1)
            {
                var part = square.Size / 2;
                open.Push((square.Column, square.Row, part));
                open.Push((square.Column + part, square.Row, part));
                open.Push((square.Column, square.Row + part, part));
                open.Push((square.Column + part, square.Row + part, part));
            }
            else
            {
                _cells.Add((square.Column, square.Row));
                for (var corner = 0; corner < 4; corner++)
                {
                    var (column, row) = (square.Column + (corner & 1), square.Row + (corner >> 1));
                    Fill(column, row, 0, Node(column, row) >= 0);
                }

                _isTooCoarse = _isTooCoarse || IsMissed(square.Column, square.Row, middle, radius);
            }
        }
    }

    /// <summary>What is inside at the edge of the grid is kept: there the outline goes along the edge.</summary>
    private void Fill(int column, int row, int size, bool inside)
    {
        if (!inside)
        {
            return;
        }

        if (row == 0 || row + size >= _rows)
        {
            for (var i = column; i <= Math.Min(column + size, _columns); i++)
            {
                _edges[0][i] |= row == 0;
                _edges[1][i] |= row + size >= _rows;
            }
        }

        if (column == 0 || column + size >= _columns)
        {
            for (var i = row; i <= Math.Min(row + size, _rows); i++)
            {
                _edges[2][i] |= column == 0;
                _edges[3][i] |= column + size >= _columns;
            }
        }
    }

    /// <summary>All corners and the middle of a cell are on one side: is the other side within the cell, where the nearest boundary is said to be?</summary>
    private bool IsMissed(int column, int row, double middle, double radius)
    {
        var inside = middle >= 0;
        for (var corner = 0; corner < 4; corner++)
        {
            if (Node(column + (corner & 1), row + (corner >> 1)) >= 0 != inside)
            {
                return false;
            }
        }

        const double Step = 0.01;
        var (x, y) = (column + 0.5, row + 0.5);
        var (dx, dy) = ((_signed(x + Step, y) - middle) / Step, (_signed(x, y + Step) - middle) / Step);
        var steep = (dx * dx) + (dy * dy);
        if (!(steep > 0) || !(Math.Abs(middle) < radius))
        {
            return false;
        }

        // To the boundary and a little beyond, if that is still in the cell.
        var far = (Math.Abs(middle) / Math.Sqrt(steep)) + (2 * Step);
        var (ux, uy) = (-dx / Math.Sqrt(steep) * Math.Sign(middle), -dy / Math.Sqrt(steep) * Math.Sign(middle));
        return Math.Abs(ux * far) <= 0.5 && Math.Abs(uy * far) <= 0.5 && _signed(x + (ux * far), y + (uy * far)) >= 0 != inside;
    }

    private double Node(int column, int row)
    {
        if (column < 0 || row < 0 || column > _columns || row > _rows)
        {
            return double.NaN;
        }

        ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(_nodes, Key(column, row, 0), out var known);
        if (!known)
        {
            value = _signed(column, row);
        }

        return value;
    }

    /// <summary>The pieces of the outline in a cell, with the inside to their left.</summary>
    private void March(int column, int row)
    {
        Span<bool> corners = [Node(column, row) >= 0, Node(column + 1, row) >= 0, Node(column + 1, row + 1) >= 0, Node(column, row + 1) >= 0];
        Pieces(column, row, corners);
    }

    private void Pieces(int column, int row, ReadOnlySpan<bool> corners)
    {
        // Edges of a cell by the corner before them: below, right, above, left.
        Span<long> edges = [Key(column, row, 1), Key(column + 1, row, 2), Key(column, row + 1, 1), Key(column, row, 2)];
        var ways = (corners[0] ? 1 : 0) | (corners[1] ? 2 : 0) | (corners[2] ? 4 : 0) | (corners[3] ? 8 : 0);
        if (ways is 5 or 10)
        {
            // Two corners that face each other: they hang together if the middle is inside.
            var together = _signed(column + 0.5, row + 0.5) >= 0;
            var shift = ways == 5 ? 0 : 1;
            for (var k = 0; k < 2; k++)
            {
                var corner = ((2 * k) + shift) % 4;
                if (together)
                {
                    Connect(edges[corner], edges[(corner + 1) % 4]);
                }
                else
                {
                    Connect(edges[corner], edges[(corner + 3) % 4]);
                }
            }

            return;
        }

        for (var from = 0; from < 4; from++)
        {
            // It comes in where the way round the cell leaves the inside, and goes out where it comes back.
            if (corners[from] && !corners[(from + 1) % 4])
            {
                var to = from;
                while (!corners[(to + 1) % 4])
                {
                    to = (to + 1) % 4;
                }

                Connect(edges[from], edges[to]);
            }
        }
    }

    /// <summary>An edge of the grid that is crossed has one cell on each side: the outline comes out of the one and goes into the other.</summary>
    private void Connect(long from, long to) => _next.Add(from, to);

    /// <summary>Round the grid everything is outside.</summary>
    private void MarchRoundTheGrid()
    {
        for (var column = -1; column <= _columns; column++)
        {
            Pieces(column, -1, [false, false, At(0, column + 1, _columns), At(0, column, _columns)]);
            Pieces(column, _rows, [At(1, column, _columns), At(1, column + 1, _columns), false, false]);
        }

        for (var row = 0; row < _rows; row++)
        {
            Pieces(-1, row, [false, At(2, row, _rows), At(2, row + 1, _rows), false]);
            Pieces(_columns, row, [At(3, row, _rows), false, false, At(3, row + 1, _rows)]);
        }

        bool At(int edge, int i, int last) => i >= 0 && i <= last && _edges[edge][i];
    }

    private void Link()
    {
        foreach (var start in _next.Keys.ToArray())
        {
            var ring = new List<PlanePoint>();
            for (var at = start; _next.Remove(at, out var to); at = to)
            {
                var point = Crossing(at);
                if (ring.Count == 0 || ring[^1] != point)
                {
                    ring.Add(point);
                }
            }

            if (ring.Count > 2)
            {
                Rings.Add(Bent(Sharpened([.. ring])));
            }
        }
    }

    /// <summary>Where the boundary crosses an edge of the grid.</summary>
    private PlanePoint Crossing(long key)
    {
        ref var point = ref CollectionsMarshal.GetValueRefOrAddDefault(_crossings, key, out var known);
        if (!known)
        {
            var (column, row, kind) = Parts(key);
            var (column2, row2) = kind == 1 ? (column + 1, row) : (column, row + 1);
            point = Between(column, row, column2, row2);
        }

        return point;
    }

    private PlanePoint Between(int column, int row, int column2, int row2)
    {
        var (a, b) = (Node(column, row), Node(column2, row2));
        if (double.IsNaN(a) || double.IsNaN(b))
        {
            // At the edge of the grid, or of what there is to see: the corner that is.
            return double.IsNaN(a) ? new PlanePoint(column2, row2) : new PlanePoint(column, row);
        }

        // The rule of false position, which never leaves the two between which the boundary is; halved where it goes slowly.
        var (low, high) = (0.0, 1.0);
        var t = 0.5;
        var near = _offAtMost / PointsNearer * _radius((column + column2) / 2.0, (row + row2) / 2.0, 0.5);
        for (var i = 0; i < MostTries && high - low > _offAtMost / PointsNearer; i++)
        {
            t = i % 3 == 2 || a == b ? (low + high) / 2 : Math.Clamp(low + ((high - low) * a / (a - b)), low + ((high - low) * 0.001), high - ((high - low) * 0.001));
            var value = _signed(column + ((column2 - column) * t), row + ((row2 - row) * t));
            if (Math.Abs(value) < near)
            {
                break;
            }

            if (value >= 0 == a >= 0)
            {
                (low, a) = (t, value);
            }
            else
            {
                (high, b) = (t, value);
            }
        }

        return new PlanePoint(column + ((column2 - column) * t), row + ((row2 - row) * t));
    }

    /// <summary>
    /// Where the outline turns sharply within a cell, the lines before and after are carried on to where they meet, if the boundary is there.
    /// </summary>
    private PlanePoint[] Sharpened(PlanePoint[] ring)
    {
        if (ring.Length < 5)
        {
            return ring;
        }

        var result = new List<PlanePoint>(ring.Length);
        for (var i = 0; i < ring.Length; i++)
        {
            var (before, from, to, after) = (ring[i], ring[(i + 1) % ring.Length], ring[(i + 2) % ring.Length], ring[(i + 3) % ring.Length]);
            result.Add(from);
            var (ax, ay, bx, by) = (from.X - before.X, from.Y - before.Y, after.X - to.X, after.Y - to.Y);
            var (cross, dot) = ((ax * by) - (ay * bx), (ax * bx) + (ay * by));
            if (Math.Abs(Math.Atan2(cross, dot)) < 0.2 || cross == 0)
            {
                continue;
            }

            var t = (((to.X - from.X) * by) - ((to.Y - from.Y) * bx)) / cross;
            var meet = new PlanePoint(from.X + (t * ax), from.Y + (t * ay));
            var (mx, my) = (meet.X - ((from.X + to.X) / 2), meet.Y - ((from.Y + to.Y) / 2));
            if (t > 0 && (mx * mx) + (my * my) < 2.25 && meet.X >= 0 && meet.Y >= 0 && meet.X <= _columns && meet.Y <= _rows
                && Math.Abs(_signed(meet.X, meet.Y)) < _offAtMost * _radius(meet.X, meet.Y, 0.5))
            {
                result.Add(meet);
            }
        }

        return [.. result];
    }

    /// <summary>Where the boundary bends away from a piece of the outline, a point of the boundary is put between, and so on with both halves.</summary>
    private PlanePoint[] Bent(PlanePoint[] ring)
    {
        var result = new List<PlanePoint>(ring.Length);
        for (var i = 0; i < ring.Length; i++)
        {
            result.Add(ring[i]);
            Bend(result, ring[i], ring[(i + 1) % ring.Length], _mostBends);
        }

        return [.. result];
    }

    private void Bend(List<PlanePoint> result, PlanePoint from, PlanePoint to, int more)
    {
        var (x, y) = ((from.X + to.X) / 2, (from.Y + to.Y) / 2);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var middle = _signed(x, y);
        if (more == 0 || length < 1e-6 || !(Math.Abs(middle) > _offAtMost * _radius(x, y, 0.5)) || IsAtTheEdge(from, to))
        {
            return;
        }

        // The inside is to the left: from a point inside the boundary is to the right.
        var (ux, uy) = middle >= 0 ? (dy / length, -dx / length) : (-dy / length, dx / length);
        var (low, high) = (0.0, 0.05);
        while (high < 2 && _signed(x + (high * ux), y + (high * uy)) >= 0 == middle >= 0)
        {
            (low, high) = (high, high * 2);
        }

        if (high >= 2)
        {
            return;
        }

        for (var i = 0; i < MostTries && high - low > _offAtMost / PointsNearer; i++)
        {
            var half = (low + high) / 2;
            (low, high) = _signed(x + (half * ux), y + (half * uy)) >= 0 == middle >= 0 ? (half, high) : (low, half);
        }

        var point = new PlanePoint(Math.Clamp(x + (low * ux), 0, _columns), Math.Clamp(y + (low * uy), 0, _rows));
        Bend(result, from, point, more - 1);
        result.Add(point);
        Bend(result, point, to, more - 1);
    }

    private bool IsAtTheEdge(PlanePoint a, PlanePoint b) =>
        (a.X == b.X && (a.X == 0 || a.X == _columns)) || (a.Y == b.Y && (a.Y == 0 || a.Y == _rows));

    /// <summary>A corner of the grid, or the edge of it that goes right (1) or up (2).</summary>
    private static long Key(int column, int row, int kind) => ((((long)column + 2) << 32) | ((uint)row + 2)) * 4 + kind;

    private static (int Column, int Row, int Kind) Parts(long key) => ((int)((key >> 2) >> 32) - 2, (int)((key >> 2) & 0xffffffff) - 2, (int)(key & 3));
}
