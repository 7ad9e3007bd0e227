using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pacta.Geography.Shapes;
using Pacta.Model.Reports;
using Pacta.Model.Values;
using Pacta.Reports.Json;

namespace Pacta.Reports.Lines;

/// <summary>
/// Areas in place of positions: corners that are joined by the shortest paths, or a polygon of GeoJSON, whose edges are straight on the map. Longitude comes first in both.
/// </summary>
internal static class AreaJson
{
    private const string Example = """{"position":{"area":[[37.5,47.9],[38.2,47.9],[38.2,48.3]]}}""";

    public static ReportedArea? Read(LineContext line, JsonNode node)
    {
        var isMap = node.Kind == JsonKind.Object && node["type"] is { Kind: JsonKind.Text, Text: "Polygon" };
        var rings = isMap
            ? node["coordinates"] is { Kind: JsonKind.Array } all ? all.Items.Select(r => Corners(line, r)).ToList() : []
            : [Corners(line, node)];
        if (rings.Count == 0 || rings.Contains(null))
        {
            return line.HasErrors ? null : Wrong(line, node);
        }

        var shape = new MultiPolygon([new Polygon(rings[0]!.Value, [.. rings.Skip(1).Select(r => r!.Value)])], isMap ? EdgeKind.StraightOnMap : EdgeKind.Geodesic);
        try
        {
            _ = RingChecks.Problems(shape);
            return new ReportedArea(new AreaValue(shape));
        }
        catch (ShapeException wrong)
        {
            line.Error("PACTA0516", node.Span, $"This area has no inside: {wrong.Problem.Problem}", "encloses nothing", "Write at least three corners that do not lie on one line.", Example);
            return null;
        }
    }

    public static void Write(Utf8JsonWriter json, AreaValue area)
    {
        var polygon = area.Shape.Polygons[0];
        if (area.Shape.Edges == EdgeKind.Geodesic)
        {
            Ring(polygon.Outer);
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", "Polygon");
        json.WriteStartArray("coordinates");
        foreach (var ring in polygon.Rings)
        {
            Ring(ring);
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Ring(ImmutableArray<GeoPoint> corners)
        {
            json.WriteStartArray();
            foreach (var corner in corners)
            {
                json.WriteStartArray();
                json.WriteNumberValue(corner.Longitude);
                json.WriteNumberValue(corner.Latitude);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }
    }

    private static ImmutableArray<GeoPoint>? Corners(LineContext line, JsonNode node)
    {
        if (node.Kind != JsonKind.Array || node.Items.Length < 3)
        {
            Wrong(line, node);
            return null;
        }

        var corners = ImmutableArray.CreateBuilder<GeoPoint>(node.Items.Length);
        foreach (var item in node.Items)
        {
            if (item is not { Kind: JsonKind.Array, Items: [{ Kind: JsonKind.Number } east, { Kind: JsonKind.Number } north, ..] })
            {
                Wrong(line, item);
                return null;
            }

            var corner = new GeoPoint(double.Parse(north.Text, CultureInfo.InvariantCulture), double.Parse(east.Text, CultureInfo.InvariantCulture));
            if (!(Math.Abs(corner.Latitude) <= 90) || !(Math.Abs(corner.Longitude) <= 180))
            {
                line.OutsideTheEarth(item, "area", "at a longitude between -180 and 180 first and a latitude between -90 and 90 then");
                return null;
            }

            corners.Add(corner);
        }

        return corners.ToImmutable();
    }

    private static ReportedArea? Wrong(LineContext line, JsonNode node)
    {
        line.WrongType(node, "area", "a list of at least three corners, or a polygon of GeoJSON", Example);
        return null;
    }
}
