using System.Text.Json;
using Pacta.MapMaker.Topology;

namespace Pacta.MapMaker.Reading;

/// <summary>One of the ways in which an area is taken out of the source.</summary>
internal sealed record AreaPart(string Key, string Name, JsonElement How);

internal sealed record AreaClaim(string By, string Kind, string Says, string Source, string From, string Until);

internal sealed record AreaSource(
    string Key, string Name, string Note, int ApproximateMetres, List<(string By, string Name)> Official, List<AreaPart> Parts, List<AreaClaim> Claims);

/// <summary>Sources/areas.json: what is disputed, who says what of it on which source, and how it is taken out of the source of the map.</summary>
internal sealed record AreaList(
    List<AreaSource> Areas, List<JsonElement> Lines, List<JsonElement> Rough, List<(string Key, string Name)> Bodies, Dictionary<int, List<Corner[]>> CutLines)
{
    public static AreaList Read()
    {
        var root = Json("areas.json");
        var areas = root.GetProperty("areas").EnumerateArray().Select(Area).ToList();
        var lines = new Dictionary<int, List<Corner[]>>();
        foreach (var feature in Json("lines.geojson").GetProperty("features").EnumerateArray())
        {
            lines[feature.GetProperty("id").GetInt32()] =
                [.. feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(line => line.EnumerateArray().Select(Corner.Of).ToArray())];
        }

        return new AreaList(
            areas,
            [.. root.GetProperty("lines").EnumerateArray()],
            [.. root.GetProperty("rough").EnumerateArray()],
            [.. root.GetProperty("bodies").EnumerateArray().Select(b => (Text(b, "key"), Text(b, "name")))],
            lines);
    }

    public static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static AreaSource Area(JsonElement area)
    {
        var (key, name) = (Text(area, "key"), Text(area, "name"));
        return new AreaSource(
            key,
            name,
            Text(area, "note"),
            area.TryGetProperty("approximateMetres", out var metres) ? metres.GetInt32() : 0,
            [.. area.GetProperty("official").EnumerateArray().Select(o => (Text(o, "by"), Text(o, "name")))],
            [.. area.GetProperty("parts").EnumerateArray().Select(p => new AreaPart(p.TryGetProperty("key", out _) ? Text(p, "key") : key, p.TryGetProperty("name", out _) ? Text(p, "name") : name, p))],
            [.. area.GetProperty("claims").EnumerateArray().Select(c => new AreaClaim(Text(c, "by"), Text(c, "kind"), Text(c, "says"), Text(c, "source"), Text(c, "from"), Text(c, "until")))]);
    }

    private static JsonElement Json(string name)
    {
        using var stream = typeof(AreaList).Assembly.GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
