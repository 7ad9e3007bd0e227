using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pacta.Geography.Shapes;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Declaring;

/// <summary>Reads areas, lines and points from GeoJSON (RFC 7946): positions are longitude, latitude, and edges are straight on the map.</summary>
internal static class MapReader
{
    /// <summary>What a map draws; null where there is no such file, or where it cannot be read, which is reported.</summary>
    public static Drawing? Read(ExpressionBinder binder, DrawnRowValueSyntax syntax, bool isLine)
    {
        var (path, feature) = Split(syntax.Content.Value);
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
            binder.Report(syntax.Content, MapErrors.NotGeoJson(path));
            return null;
        }

        return reader.Drawing(isLine) is { } drawing ? drawing : Nothing(binder, syntax, feature, path);
    }

    private static Drawing? Nothing(ExpressionBinder binder, DrawnRowValueSyntax syntax, string? feature, string path)
    {
        binder.Report(syntax.Content, feature is null ? MapErrors.NoPolygons(path) : MapErrors.NoSuchFeature(path, feature));
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
        private readonly ImmutableArray<Polygon>.Builder _polygons = ImmutableArray.CreateBuilder<Polygon>();
        private readonly ImmutableArray<ImmutableArray<GeoPoint>>.Builder _lines = ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>();
        private readonly ImmutableArray<GeoPoint>.Builder _points = ImmutableArray.CreateBuilder<GeoPoint>();

        /// <summary>Areas, or lines where a line is asked for, or points where there is nothing else; null for nothing.</summary>
        public Drawing? Drawing(bool isLine) =>
            _polygons.Count > 0 && !(isLine && _lines.Count > 0) ? new Drawing(new MultiPolygon(_polygons.ToImmutable(), EdgeKind.StraightOnMap))
            : _lines.Count > 0 ? new Drawing(new MultiLine(_lines.ToImmutable(), EdgeKind.StraightOnMap))
            : _points.Count > 0 ? new Drawing(_points.ToImmutable())
            : null;

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
                    _lines.Add(Positions(element.GetProperty("coordinates")));
                    break;
                case "MultiLineString" when inside:
                    _lines.AddRange(element.GetProperty("coordinates").EnumerateArray().Select(Positions));
                    break;
                case "Point" when inside:
                    _points.Add(Position(element.GetProperty("coordinates")));
                    break;
                case "MultiPoint" when inside:
                    _points.AddRange(Positions(element.GetProperty("coordinates")));
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

        /// <summary>The first ring is the outer one; the others are holes.</summary>
        private void AddPolygon(JsonElement rings)
        {
            ImmutableArray<GeoPoint>[] all = [.. rings.EnumerateArray().Select(Positions)];
            _polygons.Add(new Polygon(all[0], [.. all[1..]]));
        }

        private static ImmutableArray<GeoPoint> Positions(JsonElement positions) => [.. positions.EnumerateArray().Select(Position)];

        private static GeoPoint Position(JsonElement position) => new(position[1].GetDouble(), position[0].GetDouble());
    }
}
