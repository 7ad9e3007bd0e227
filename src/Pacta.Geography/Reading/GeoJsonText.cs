using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Reading;

/// <summary>Writes features as GeoJSON (RFC 7946), corner by corner as they are.</summary>
public static class GeoJsonText
{
    public static string Of(IEnumerable<Feature> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var feature in features)
            {
                Write(json, feature);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Feature feature)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        if (feature.Id.Length > 0)
        {
            json.WriteString("id", feature.Id);
        }

        json.WriteStartObject("properties");
        foreach (var (name, value) in feature.Properties.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "GeometryCollection");
        json.WriteStartArray("geometries");
        foreach (var polygon in feature.Polygons.Polygons)
        {
            Geometry(json, "Polygon", () => Nested(json, polygon.Rings, closed: true));
        }

        foreach (var line in feature.Lines.Lines)
        {
            Geometry(json, "LineString", () => Positions(json, line, closed: false));
        }

        foreach (var point in feature.Points)
        {
            Geometry(json, "Point", () => Position(json, point));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Geometry(Utf8JsonWriter json, string type, Action coordinates)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WritePropertyName("coordinates");
        coordinates();
        json.WriteEndObject();
    }

    private static void Nested(Utf8JsonWriter json, IEnumerable<ImmutableArray<GeoPoint>> rings, bool closed)
    {
        json.WriteStartArray();
        foreach (var ring in rings)
        {
            Positions(json, ring, closed);
        }

        json.WriteEndArray();
    }

    private static void Positions(Utf8JsonWriter json, ImmutableArray<GeoPoint> corners, bool closed)
    {
        json.WriteStartArray();
        foreach (var corner in corners)
        {
            Position(json, corner);
        }

        // A ring ends where it began.
        if (closed && corners[0] != corners[^1])
        {
            Position(json, corners[0]);
        }

        json.WriteEndArray();
    }

    private static void Position(Utf8JsonWriter json, GeoPoint point)
    {
        json.WriteStartArray();
        json.WriteNumberValue(point.Longitude);
        json.WriteNumberValue(point.Latitude);
        json.WriteEndArray();
    }
}
