using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;

namespace Pacta.Geography.Outlines;

/// <summary>A box of longitudes and latitudes in degrees that does not cross the date line.</summary>
public readonly record struct MapBox(double West, double South, double East, double North)
{
    internal bool Meets(MapBox other) => West <= other.East && other.West <= East && South <= other.North && other.South <= North;

    internal MapBox With(MapBox other) => new(Math.Min(West, other.West), Math.Min(South, other.South), Math.Max(East, other.East), Math.Max(North, other.North));
}

/// <summary>
/// About where a zone is: boxes that hold all of it, one for each part that lies by itself. The Earth is divided until some hundred cells are left of which it is not certain
/// that nothing of the zone is in them.
/// </summary>
public static class ZoneExtent
{
    private const int Enough = 400;
    private const int MostHalvings = 24;

    /// <returns>Empty for a zone in which nothing is, or so little that it is not found.</returns>
    public static IReadOnlyList<MapBox> Boxes(Zone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Boxes(zone.Signed);
    }

    internal static List<MapBox> Boxes(Func<double, double, double> signed)
    {
        List<MapBox> cells = [.. from west in Enumerable.Range(0, 8) from south in Enumerable.Range(0, 4) select new MapBox(-180 + (45 * west), -90 + (45 * south), -135 + (45 * west), -45 + (45 * south))];
        for (var i = 0; i < MostHalvings; i++)
        {
            cells.RemoveAll(c => IsOutside(c, signed));
            if (cells.Count is 0 or >= Enough)
            {
                break;
            }

            cells = [.. cells.SelectMany(Quarters)];
        }

        return Together(cells);
    }

    /// <summary>Metres from the middle of a box to its farthest corner, at least.</summary>
    internal static double Radius(double latitude, double longitude, double highest, double widest)
    {
        var middle = new GeoPoint(latitude, longitude);
        var (south, north) = (Math.Max(-90, latitude - highest), Math.Min(90, latitude + highest));
        return 1.01 * Math.Max(middle.DistanceTo(new GeoPoint(south, longitude - widest)), middle.DistanceTo(new GeoPoint(north, longitude - widest)));
    }

    private static bool IsOutside(MapBox cell, Func<double, double, double> signed)
    {
        var (latitude, longitude) = ((cell.South + cell.North) / 2, (cell.West + cell.East) / 2);
        return signed(latitude, longitude) < -Radius(latitude, longitude, (cell.North - cell.South) / 2, (cell.East - cell.West) / 2);
    }

    private static IEnumerable<MapBox> Quarters(MapBox cell)
    {
        var (latitude, longitude) = ((cell.South + cell.North) / 2, (cell.West + cell.East) / 2);
        yield return cell with { East = longitude, North = latitude };
        yield return cell with { West = longitude, North = latitude };
        yield return cell with { East = longitude, South = latitude };
        yield return cell with { West = longitude, South = latitude };
    }

    /// <summary>Boxes round cells that touch; where two of them would lie upon each other, one.</summary>
    private static List<MapBox> Together(List<MapBox> cells)
    {
        var boxes = new List<MapBox>();
        foreach (var cell in cells)
        {
            var box = cell;
            for (var i = boxes.FindIndex(b => b.Meets(box)); i >= 0; i = boxes.FindIndex(b => b.Meets(box)))
            {
                box = box.With(boxes[i]);
                boxes.RemoveAt(i);
            }

            boxes.Add(box);
        }

        return [.. boxes.OrderBy(b => b.West).ThenBy(b => b.South)];
    }
}
