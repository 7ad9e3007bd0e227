using System.Collections.Immutable;
using Pacta.Geography.Shapes;

namespace Pacta.Maps.World;

/// <summary>Arcs put together: the outline of some units as polygons, or lines between some and others.</summary>
internal sealed class ShapeBuilder(ArcTable arcs)
{
    /// <summary>All units for which the answer is yes, as polygons; what lies between two of them is no edge.</summary>
    public MultiPolygon Outline(Func<int, bool> inside)
    {
        var ways = new Dictionary<(int X, int Y), List<Way>>();
        var all = new List<Way>();
        var known = new Dictionary<int, bool>();
        for (var arc = 0; arc < arcs.Count; arc++)
        {
            var (left, right) = (IsInside(arcs.Left[arc]), IsInside(arcs.Right[arc]));
            if (left != right && arcs.Starts[arc + 1] - arcs.Starts[arc] >= 2)
            {
                var way = new Way(arc, Reversed: right);
                all.Add(way);
                var start = Start(way);
                if (!ways.TryGetValue(start, out var list))
                {
                    ways[start] = list = [];
                }

                list.Add(way);
            }
        }

        var rings = new List<Ring>();
        var seen = new HashSet<Way>();
        foreach (var way in all)
        {
            if (!seen.Contains(way) && Close(ways, seen, way) is { } ring)
            {
                rings.Add(ring);
            }
        }

        return Nest(rings);

        // Of some hundred units there are many thousand arcs.
        bool IsInside(int unit)
        {
            if (!known.TryGetValue(unit, out var isInside))
            {
                isInside = inside(unit);
                known.Add(unit, isInside);
            }

            return isInside;
        }
    }

    /// <summary>The arcs for which the answer is not null, with the left side as it is asked for; joined where just two of them meet.</summary>
    /// <param name="take">Given what is left and right of an arc: true to take it as it is, false to turn it round, null to leave it out.</param>
    public MultiLine Lines(Func<int, int, bool?> take)
    {
        var starts = new Dictionary<(int, int), List<Way>>();
        var ends = new Dictionary<(int, int), int>();
        var all = new List<Way>();
        for (var arc = 0; arc < arcs.Count; arc++)
        {
            if (arcs.Starts[arc + 1] - arcs.Starts[arc] >= 2 && take(arcs.Left[arc], arcs.Right[arc]) is { } straight)
            {
                var way = new Way(arc, !straight);
                all.Add(way);
                var start = Start(way);
                if (!starts.TryGetValue(start, out var list))
                {
                    starts[start] = list = [];
                }

                list.Add(way);
                var end = End(way);
                ends[end] = ends.GetValueOrDefault(end) + 1;
            }
        }

        var lines = ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>();
        var seen = new HashSet<Way>();
        // First those that nothing joins from behind.
        foreach (var way in all.Where(w => !Follows(Start(w))).Concat(all))
        {
            if (seen.Contains(way))
            {
                continue;
            }

            var line = new List<GeoPoint>();
            var on = way;
            while (seen.Add(on))
            {
                Append(line, on);
                if (!Follows(End(on)))
                {
                    break;
                }

                on = starts[End(on)][0];
            }

            lines.Add([.. line]);
        }

        return new MultiLine(lines.ToImmutable(), EdgeKind.StraightOnMap);

        bool Follows((int, int) at) => ends.GetValueOrDefault(at) == 1 && starts.TryGetValue(at, out var list) && list.Count == 1;
    }

    private Ring? Close(Dictionary<(int X, int Y), List<Way>> ways, HashSet<Way> seen, Way first)
    {
        var ring = new List<GeoPoint>();
        var way = first;
        while (seen.Add(way))
        {
            Append(ring, way);
            var next = ways[End(way)];
            way = next.Count == 1 ? next[0] : SharpestLeft(way, next);
        }

        ring.RemoveAt(ring.Count - 1);
        return ring.Distinct().Take(3).Count() < 3 ? null : new Ring([.. ring]);
    }

    /// <summary>The inside is on the left: so rings that touch in a corner stay apart.</summary>
    private Way SharpestLeft(Way way, List<Way> next)
    {
        var end = End(way);
        var back = Angle(end, Before(way));
        return next.MinBy(n =>
        {
            var turn = back - Angle(end, After(n));
            return turn <= 0 ? turn + (2 * Math.PI) : turn;
        });
    }

    private static double Angle((int X, int Y) from, (int X, int Y) to) => Math.Atan2(to.Y - from.Y, ArcTable.East(from.X, to.X));

    private void Append(List<GeoPoint> to, Way way)
    {
        var (start, end) = (arcs.Starts[way.Arc], arcs.Starts[way.Arc + 1]);
        var skip = to.Count > 0 ? 1 : 0;
        if (way.Reversed)
        {
            for (var i = end - 1 - skip; i >= start; i--)
            {
                to.Add(arcs.Corner(i));
            }
        }
        else
        {
            for (var i = start + skip; i < end; i++)
            {
                to.Add(arcs.Corner(i));
            }
        }
    }

    private (int X, int Y) Start(Way way) => At(way.Reversed ? arcs.Starts[way.Arc + 1] - 1 : arcs.Starts[way.Arc]);

    private (int X, int Y) After(Way way) => At(way.Reversed ? arcs.Starts[way.Arc + 1] - 2 : arcs.Starts[way.Arc] + 1);

    private (int X, int Y) End(Way way) => At(way.Reversed ? arcs.Starts[way.Arc] : arcs.Starts[way.Arc + 1] - 1);

    private (int X, int Y) Before(Way way) => At(way.Reversed ? arcs.Starts[way.Arc] + 1 : arcs.Starts[way.Arc + 1] - 2);

    private (int X, int Y) At(int i) => (arcs.X[i], arcs.Y[i]);

    /// <summary>Holes go to the smallest ring that is round them.</summary>
    private static MultiPolygon Nest(List<Ring> rings)
    {
        var outer = rings.Where(r => r.Area > 0 || r.RoundPole).ToList();
        var holes = outer.Select(_ => ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>()).ToList();
        foreach (var hole in rings.Where(r => r.Area <= 0 && !r.RoundPole))
        {
            var best = -1;
            for (var i = 0; i < outer.Count; i++)
            {
                if (!outer[i].RoundPole && (best < 0 || outer[i].Area < outer[best].Area) && outer[i].Surrounds(hole))
                {
                    best = i;
                }
            }

            best = best < 0 ? outer.FindIndex(r => r.RoundPole) : best;
            if (best >= 0)
            {
                holes[best].Add(hole.Corners);
            }
        }

        return new MultiPolygon([.. outer.Select((r, i) => new Polygon(r.Corners, holes[i].ToImmutable()))], EdgeKind.StraightOnMap);
    }

    /// <summary>An arc, maybe the other way round.</summary>
    private readonly record struct Way(int Arc, bool Reversed);

    /// <summary>A ring on a map that is unrolled from its first corner on.</summary>
    private sealed class Ring
    {
        private readonly double[] x;
        private readonly double west, east, south, north;

        public Ring(ImmutableArray<GeoPoint> corners)
        {
            Corners = corners;
            x = new double[corners.Length];
            x[0] = corners[0].Longitude;
            (west, east, south, north) = (x[0], x[0], corners[0].Latitude, corners[0].Latitude);
            for (var i = 1; i < corners.Length; i++)
            {
                x[i] = x[i - 1] + East(corners[i - 1].Longitude, corners[i].Longitude);
                (west, east) = (Math.Min(west, x[i]), Math.Max(east, x[i]));
                (south, north) = (Math.Min(south, corners[i].Latitude), Math.Max(north, corners[i].Latitude));
            }

            RoundPole = Math.Abs(x[^1] + East(corners[^1].Longitude, corners[0].Longitude) - x[0]) > 180;
            for (int i = 0, j = corners.Length - 1; i < corners.Length; j = i++)
            {
                Area += ((x[j] - x[0]) * (corners[i].Latitude - corners[0].Latitude)) - ((x[i] - x[0]) * (corners[j].Latitude - corners[0].Latitude));
            }
        }

        public ImmutableArray<GeoPoint> Corners { get; }

        public double Area { get; }

        public bool RoundPole { get; }

        public bool Surrounds(Ring hole)
        {
            if (hole.south < south || hole.north > north)
            {
                return false;
            }

            var shift = hole.west + 360 <= east + 1e-9 ? 360 : hole.east - 360 >= west - 1e-9 ? -360 : 0;
            if (hole.west + shift < west - 1e-9 || hole.east + shift > east + 1e-9)
            {
                return false;
            }

            // A place beside an edge of the hole, inside of it: corners may be shared.
            var (mx, my) = ((hole.x[0] + hole.x[1]) / 2, (hole.Corners[0].Latitude + hole.Corners[1].Latitude) / 2);
            return Contains(my, mx + shift);
        }

        private bool Contains(double latitude, double longitude)
        {
            var inside = false;
            for (int i = 0, j = x.Length - 1; i < x.Length; j = i++)
            {
                var (a, b) = (Corners[j], Corners[i]);
                if ((a.Latitude > latitude) != (b.Latitude > latitude)
                    && longitude < x[j] + ((latitude - a.Latitude) / (b.Latitude - a.Latitude) * (x[i] - x[j])))
                {
                    inside = !inside;
                }
            }

            return inside;
        }

        private static double East(double from, double to)
        {
            var east = to - from;
            return east > 180 ? east - 360 : east < -180 ? east + 360 : east;
        }
    }
}
