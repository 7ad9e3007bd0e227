using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Reading;

/// <summary>
/// Reads shapefiles (ESRI Shapefile Technical Description, 1998) with longitudes and latitudes of WGS84: the shapes of the .shp, what is said of them in the .dbf, and from
/// the .prj that they are what they should be. Heights and measures are left out.
/// </summary>
public static class ShapefileReader
{
    private const int Header = 100;

    /// <param name="shp">The shapes.</param>
    /// <param name="dbf">Their properties; empty if there are none.</param>
    /// <param name="prj">The text of the .prj; null if there is none, which is refused: a map in other coordinates looks much the same.</param>
    /// <param name="file">The name that mistakes are told of by, such as <c>zones.shp</c>.</param>
    /// <exception cref="ShapeFileException">It is no such file.</exception>
    public static ImmutableArray<Feature> Read(ReadOnlySpan<byte> shp, ReadOnlySpan<byte> dbf, string? prj, string file)
    {
        CheckCoordinates(prj, file);
        if (shp.Length < Header || BinaryPrimitives.ReadInt32BigEndian(shp) != 9994)
        {
            throw new ShapeFileException(file, null, 0, "this is no shapefile", "it begins with the number 9994; take the .shp of the three files");
        }

        var table = DbfTable.Read(dbf, Path.ChangeExtension(file, ".dbf"));
        var features = ImmutableArray.CreateBuilder<Feature>();
        var at = Header;
        while (at < shp.Length)
        {
            var number = features.Count + 1;
            if (shp.Length - at < 12)
            {
                throw Cut(file, number, at);
            }

            var length = BinaryPrimitives.ReadInt32BigEndian(shp[(at + 4)..]) * 2L;
            if (length < 4 || length > shp.Length - at - 8)
            {
                throw Cut(file, number, at);
            }

            features.Add(Shape(shp.Slice(at + 8, (int)length), table.Row(features.Count), file, number, at + 8));
            at += 8 + (int)length;
        }

        return features.ToImmutable();
    }

    /// <summary>The features with a name, together; null: all of the file.</summary>
    /// <exception cref="ShapeFileException">It is no such file, or nothing in it has that name.</exception>
    public static Feature Read(ReadOnlySpan<byte> shp, ReadOnlySpan<byte> dbf, string? prj, string file, string? name)
    {
        var all = Read(shp, dbf, prj, file);
        var chosen = name is null ? [.. all] : all.Where(f => f.IsCalled(name)).ToList();
        return chosen.Count > 0 ? Feature.Together(chosen)
            : throw new ShapeFileException(file, name, 0, "there is no such feature", "a feature is called by its column id or name, or by its number from 1");
    }

    private static void CheckCoordinates(string? prj, string file)
    {
        if (prj is null)
        {
            throw new ShapeFileException(file, null, 0, "there is no .prj beside it, so nobody knows in which coordinates it is", "if it is in longitudes and latitudes of WGS84, export it with its projection (EPSG:4326)");
        }

        var text = prj.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
        var projected = text.StartsWith("PROJ", StringComparison.Ordinal);
        if (!text.StartsWith("GEOG", StringComparison.Ordinal) || !(text.Contains("WGS84", StringComparison.Ordinal) || text.Contains("WGS1984", StringComparison.Ordinal)))
        {
            throw new ShapeFileException(
                Path.ChangeExtension(file, ".prj"), null, 0,
                projected ? "the map is projected" : "the coordinates are not those of WGS84",
                "export it in longitudes and latitudes of WGS84 (EPSG:4326)");
        }
    }

    private static ShapeFileException Cut(string file, int number, long at) =>
        new(file, number.ToString(CultureInfo.InvariantCulture), at, "the file ends within a shape, or its length is wrong", "copy or export the file again");

    private static Feature Shape(ReadOnlySpan<byte> content, ImmutableDictionary<string, string> properties, string file, int number, long at)
    {
        var polygons = ImmutableArray<Polygon>.Empty;
        var lines = ImmutableArray<ImmutableArray<GeoPoint>>.Empty;
        var points = ImmutableArray<GeoPoint>.Empty;
        var type = BinaryPrimitives.ReadInt32LittleEndian(content);
        // Shapes with heights are ten more, with measures twenty; those come after what is read here.
        switch (type % 10)
        {
            case 0 when type == 0:
                break;
            case 1 when type <= 21 && content.Length >= 20:
                points = [Point(content[4..], file, number, at + 4)];
                break;
            case 8 when type <= 28 && content.Length >= 40:
                var count = BinaryPrimitives.ReadInt32LittleEndian(content[36..]);
                points = count >= 0 && content.Length >= 40 + (16L * count) ? Points(content[40..], 0, count, file, number, at + 40) : throw Cut(file, number, at);
                break;
            case 3 when type <= 23:
                lines = Parts(content, file, number, at);
                break;
            case 5 when type <= 25:
                polygons = Rings.Polygons(Parts(content, file, number, at));
                break;
            default:
                throw new ShapeFileException(file, number.ToString(CultureInfo.InvariantCulture), at, $"there is no shape of type {type}, or it is cut off", "points, lines and polygons are read; export the file again");
        }

        return new Feature(
            number.ToString(CultureInfo.InvariantCulture), properties, new MultiPolygon(polygons, EdgeKind.StraightOnMap), new MultiLine(lines, EdgeKind.StraightOnMap), points);
    }

    private static ImmutableArray<ImmutableArray<GeoPoint>> Parts(ReadOnlySpan<byte> content, string file, int number, long at)
    {
        if (content.Length < 44)
        {
            throw Cut(file, number, at);
        }

        var parts = BinaryPrimitives.ReadInt32LittleEndian(content[36..]);
        var total = BinaryPrimitives.ReadInt32LittleEndian(content[40..]);
        if (parts < 0 || total < 0 || content.Length < 44 + (4L * parts) + (16L * total))
        {
            throw Cut(file, number, at);
        }

        var result = ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>(parts);
        var places = content[(44 + (4 * parts))..];
        for (var i = 0; i < parts; i++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(content[(44 + (4 * i))..]);
            var end = i + 1 < parts ? BinaryPrimitives.ReadInt32LittleEndian(content[(48 + (4 * i))..]) : total;
            result.Add(start >= 0 && start <= end && end <= total ? Points(places, start, end, file, number, at + 44 + (4 * parts)) : throw Cut(file, number, at));
        }

        return result.ToImmutable();
    }

    private static ImmutableArray<GeoPoint> Points(ReadOnlySpan<byte> places, int start, int end, string file, int number, long at)
    {
        var result = ImmutableArray.CreateBuilder<GeoPoint>(end - start);
        for (var i = start; i < end; i++)
        {
            result.Add(Point(places[(16 * i)..], file, number, at + (16 * i)));
        }

        return result.ToImmutable();
    }

    private static GeoPoint Point(ReadOnlySpan<byte> place, string file, int number, long at)
    {
        var (x, y) = (BinaryPrimitives.ReadDoubleLittleEndian(place), BinaryPrimitives.ReadDoubleLittleEndian(place[8..]));
        return Math.Abs(y) <= 90 && Math.Abs(x) <= 540 ? new GeoPoint(y, x)
            : throw new ShapeFileException(
                file, number.ToString(CultureInfo.InvariantCulture), at,
                string.Create(CultureInfo.InvariantCulture, $"{x}, {y} is no longitude and latitude in degrees"), "export it in longitudes and latitudes of WGS84 (EPSG:4326)");
    }
}
