namespace Pacta.Geography.Reading;

/// <summary>Map files on disk, as the GeoJSON that they hold or that is made of them.</summary>
public static class MapFile
{
    /// <summary>
    /// The text of a GeoJSON file; of a shapefile (.shp, with its .dbf and .prj beside it) the same as GeoJSON. Null where there is no such file or nobody may read it.
    /// </summary>
    /// <exception cref="ShapeFileException">It is a shapefile that cannot be read, or one in other coordinates.</exception>
    public static string? Read(string path)
    {
        try
        {
            return !File.Exists(path) ? null
                : path.EndsWith(".shp", StringComparison.OrdinalIgnoreCase) ? OfShapes(path)
                : File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <exception cref="ShapeFileException">It is no shapefile, or one in other coordinates.</exception>
    private static string OfShapes(string path)
    {
        var (table, projection) = (Path.ChangeExtension(path, ".dbf"), Path.ChangeExtension(path, ".prj"));
        return GeoJsonText.Of(ShapefileReader.Read(
            File.ReadAllBytes(path), File.Exists(table) ? File.ReadAllBytes(table) : [], File.Exists(projection) ? File.ReadAllText(projection) : null, Path.GetFileName(path)));
    }
}
