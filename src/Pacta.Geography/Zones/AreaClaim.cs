using Pacta.Geography.Shapes;

namespace Pacta.Geography.Zones;

/// <summary>
/// On which side an area is. The area is covered with cells, which are divided until each is farther away from the boundary of the zone, and from that of the area, than
/// it is wide: then its middle speaks for it. That works for every zone that knows how far its boundary is at least.
/// </summary>
internal static class AreaClaim
{
    private const int MostCells = 200_000;

    public static ZoneAnswer At(Zone zone, MultiPolygon area, double tolerance)
    {
        var claim = new AreaZone(area, 0);
        var perimeter = area.Perimeter();
        tolerance = Math.Min(Math.Max(tolerance, perimeter / 10_000), perimeter / 100);
        var (inside, outside) = (false, false);
        var nearest = double.PositiveInfinity;
        var decider = zone;
        var stack = new Stack<(double South, double West, double Size)>();
        for (var west = -180; west < 180; west += 45)
        {
            for (var south = -90; south < 90; south += 45)
            {
                stack.Push((south, west, 45));
            }
        }

        var cells = 0;
        while (stack.TryPop(out var cell))
        {
            var (latitude, longitude) = (cell.South + (cell.Size / 2), cell.West + (cell.Size / 2));
            var radius = Radius(cell.South, cell.West, cell.Size, latitude, longitude);
            var own = claim.Signed(latitude, longitude);
            if (own < -radius)
            {
                continue;
            }

            if (++cells > MostCells)
            {
                return new ZoneAnswer(Side.Unknown, 0, zone.Accuracy, zone, Doubt.Extent);
            }

            // Certain for all places of the cell, or not at all. If none of them is in the area, it is still so near that some of the area is on this side of the boundary.
            var answer = zone.At(new Position(new GeoPoint(latitude, longitude), radius));
            if (answer.Doubt == Doubt.Height)
            {
                return answer with { Tolerance = zone.Accuracy };
            }

            if (answer.Side != Side.Unknown)
            {
                inside |= answer.Side == Side.Inside;
                outside |= answer.Side == Side.Outside;
                if (inside && outside)
                {
                    return new ZoneAnswer(Side.Unknown, 0, zone.Accuracy, answer.Decider, Doubt.Straddles);
                }

                if (Math.Abs(answer.Distance) < Math.Abs(nearest))
                {
                    (nearest, decider) = (answer.Distance, answer.Decider);
                }

                continue;
            }

            if (radius <= tolerance)
            {
                continue;
            }

            var half = cell.Size / 2;
            stack.Push((cell.South, cell.West, half));
            stack.Push((cell.South, cell.West + half, half));
            stack.Push((cell.South + half, cell.West, half));
            stack.Push((cell.South + half, cell.West + half, half));
        }

        return new ZoneAnswer(
            inside ? Side.Inside : outside ? Side.Outside : Side.Unknown,
            double.IsFinite(nearest) ? nearest : 0, zone.Accuracy, decider, inside || outside ? Doubt.None : Doubt.Extent);
    }

    /// <summary>Metres from the middle of a cell to its farthest corner, at least.</summary>
    private static double Radius(double south, double west, double size, double latitude, double longitude)
    {
        var middle = new GeoPoint(latitude, longitude);
        return 1 + (1.01 * Math.Max(middle.DistanceTo(new GeoPoint(south, west)), middle.DistanceTo(new GeoPoint(south + size, west))));
    }
}
