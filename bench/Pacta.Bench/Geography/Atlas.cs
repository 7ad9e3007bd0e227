using System.Collections.Immutable;
using System.Text.Json;
using Pacta.Geography.Shapes;

namespace Pacta.Bench.Geography;

/// <summary>Countries from a TopoJSON file such as countries-10m.json of world-atlas, for the benchmark only: as they are, with their defects.</summary>
internal sealed record Atlas(ImmutableArray<string> Names, MultiPolygon[] Countries)
{
    public static Atlas Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        var (scale, translate) = (root.GetProperty("transform").GetProperty("scale"), root.GetProperty("transform").GetProperty("translate"));
        var arcs = root.GetProperty("arcs").EnumerateArray().Select(arc =>
        {
            var (x, y) = (0, 0);
            return arc.EnumerateArray().Select(p =>
            {
                x += p[0].GetInt32();
                y += p[1].GetInt32();
                return new GeoPoint(
                    Math.Clamp((y * scale[1].GetDouble()) + translate[1].GetDouble(), -90, 90),
                    Math.Clamp((x * scale[0].GetDouble()) + translate[0].GetDouble(), -180, 180));
            }).ToArray();
        }).ToArray();
        var names = ImmutableArray.CreateBuilder<string>();
        var countries = new List<MultiPolygon>();
        foreach (var country in root.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray())
        {
            var polygons = country.GetProperty("type").GetString() switch
            {
                "Polygon" => [country.GetProperty("arcs")],
                "MultiPolygon" => country.GetProperty("arcs").EnumerateArray().ToArray(),
                _ => [],
            };
            var usable = polygons.Select(p => p.EnumerateArray().Select(Ring).Where(r => r.Distinct().Count() > 2).ToArray()).Where(p => p.Length > 0)
                .Select(p => new Polygon(p[0], [.. p[1..]])).Where(HasArea).ToImmutableArray();
            names.Add(country.GetProperty("properties").GetProperty("name").GetString()!);
            countries.Add(new MultiPolygon(usable, EdgeKind.StraightOnMap));
        }

        return new Atlas(names.ToImmutable(), [.. countries]);

        ImmutableArray<GeoPoint> Ring(JsonElement indices) =>
        [
            .. indices.EnumerateArray().Select(i => i.GetInt32()).SelectMany(i => (i < 0 ? arcs[~i].AsEnumerable().Reverse() : arcs[i]).SkipLast(1)),
        ];

        static bool HasArea(Polygon polygon)
        {
            try
            {
                return new MultiPolygon([polygon], EdgeKind.StraightOnMap).Area() > 1;
            }
            catch (ShapeException)
            {
                return false;
            }
        }
    }
}
