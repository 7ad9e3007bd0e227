using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Declaring;

/// <summary>Reads the outer rings of polygons, and lines, from GeoJSON (RFC 7946): positions are longitude, latitude.</summary>
internal static class MapReader
{
    /// <summary>The rings of a map; null where there is no such file, or where it cannot be read, which is reported.</summary>
    public static ImmutableArray<ImmutableArray<GeoPoint>>? Read(ExpressionBinder binder, MapRowValueSyntax syntax)
    {
        var (path, feature) = Split(syntax.File.Value);
        if (binder.Scope.All.ReadMap(BesideAgreement(binder.Scope.File.Path, path)) is not { } json)
        {
            return null;
        }

        var reader = new Reader(feature);
        try
        {
            using var document = JsonDocument.Parse(json);
            reader.ReadObject(document.RootElement, inside: feature is null);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or IndexOutOfRangeException)
        {
            binder.Report(syntax.File, MapErrors.NotGeoJson(path));
            return null;
        }

        if (reader.Rings.Count == 0)
        {
            binder.Report(syntax.File, feature is null ? MapErrors.NoPolygons(path) : MapErrors.NoSuchFeature(path, feature));
            return null;
        }

        if (reader.HasHoles)
        {
            binder.Scope.All.Warn(binder.Scope.File, syntax.File.Span, binder.Section, MapErrors.HolesIgnored(path));
        }

        return reader.Rings.ToImmutable();
    }

    /// <summary>Corners written as <c>"37.5 47.0, 38.2 47.0, 38.0 48.0"</c>: longitude, then latitude.</summary>
    public static ImmutableArray<GeoPoint>? ReadCorners(ExpressionBinder binder, PolygonRowValueSyntax syntax)
    {
        var corners = ImmutableArray.CreateBuilder<GeoPoint>();
        foreach (var corner in syntax.Corners.Value.Split(','))
        {
            var numbers = corner.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (numbers.Length != 2 || Degrees(numbers[0], 180) is not { } longitude || Degrees(numbers[1], 90) is not { } latitude)
            {
                binder.Report(syntax.Corners, MapErrors.BadCorner(corner.Trim()));
                return null;
            }

            corners.Add(new GeoPoint(latitude, longitude));
        }

        if (corners.Count >= 3)
        {
            return corners.ToImmutable();
        }

        binder.Report(syntax.Corners, MapErrors.TooFewCorners(corners.Count));
        return null;
    }

    /// <summary>A number of degrees from minus to plus <paramref name="limit"/>; null if it is none.</summary>
    public static double? Degrees(string text, double limit) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= limit ? value : null;

    /// <summary>Maps are named relative to the file that names them.</summary>
    private static string BesideAgreement(string agreement, string map) =>
        Path.Combine(Path.GetDirectoryName(agreement) ?? "", map).Replace('\\', '/');

    private static (string Path, string? Feature) Split(string file)
    {
        var at = file.IndexOf('#', StringComparison.Ordinal);
        return at < 0 ? (file, null) : (file[..at], file[(at + 1)..]);
    }

    private sealed class Reader(string? feature)
    {
        public ImmutableArray<ImmutableArray<GeoPoint>>.Builder Rings { get; } = ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>();

        public bool HasHoles { get; private set; }

        /// <param name="inside">Are we in the wanted feature (or is every feature wanted)?</param>
        public void ReadObject(JsonElement element, bool inside)
        {
            switch (element.GetProperty("type").GetString())
            {
                case "FeatureCollection":
                    foreach (var child in element.GetProperty("features").EnumerateArray())
                    {
                        ReadObject(child, inside);
                    }

                    break;
                case "Feature" when element.TryGetProperty("geometry", out var geometry) && geometry.ValueKind == JsonValueKind.Object:
                    ReadObject(geometry, inside || IsWanted(element));
                    break;
                case "GeometryCollection":
                    foreach (var child in element.GetProperty("geometries").EnumerateArray())
                    {
                        ReadObject(child, inside);
                    }

                    break;
                case "Polygon" when inside:
                    AddPolygon(element.GetProperty("coordinates"));
                    break;
                case "MultiPolygon" when inside:
                    foreach (var polygon in element.GetProperty("coordinates").EnumerateArray())
                    {
                        AddPolygon(polygon);
                    }

                    break;
                case "LineString" when inside:
                    AddRing(element.GetProperty("coordinates"));
                    break;
                case "MultiLineString" when inside:
                    foreach (var line in element.GetProperty("coordinates").EnumerateArray())
                    {
                        AddRing(line);
                    }

                    break;
            }
        }

        private bool IsWanted(JsonElement element) =>
            feature is null
            || Is(element, "id")
            || (element.TryGetProperty("properties", out var properties)
                && properties.ValueKind == JsonValueKind.Object
                && (Is(properties, "id") || Is(properties, "name")));

        private bool Is(JsonElement element, string property) =>
            element.TryGetProperty(property, out var value)
            && (value.ValueKind == JsonValueKind.String ? value.GetString() == feature : value.ValueKind == JsonValueKind.Number && value.GetRawText() == feature);

        /// <summary>The first ring is the outer one; the others are holes, which the geometry does not know yet.</summary>
        private void AddPolygon(JsonElement rings)
        {
            HasHoles |= rings.GetArrayLength() > 1;
            AddRing(rings[0]);
        }

        private void AddRing(JsonElement positions) =>
            Rings.Add([.. positions.EnumerateArray().Select(p => new GeoPoint(p[1].GetDouble(), p[0].GetDouble()))]);
    }
}
