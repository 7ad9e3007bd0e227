using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Pacta.Geography.Shapes;

namespace Pacta.Geography.Reading;

/// <summary>
/// Reads GeoJSON (RFC 7946): any geometry, a Feature or a FeatureCollection. Positions are longitude, latitude; heights are left out. Members in any order, in one pass
/// over the bytes.
/// </summary>
public ref partial struct GeoJsonReader
{
    private static readonly string[] Geometries = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"];

    private readonly string file;
    private readonly List<Feature> features = [];
    private Utf8JsonReader json;
    private string? current;

    private GeoJsonReader(ReadOnlySpan<byte> utf8, string file)
    {
        this.file = file;
        var start = utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
        json = new Utf8JsonReader(utf8[start..], new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <summary>All features, in the order of the file. A geometry alone is a feature without properties.</summary>
    /// <param name="file">The name that mistakes are told of by.</param>
    /// <exception cref="ShapeFileException">The file is not GeoJSON.</exception>
    public static ImmutableArray<Feature> Read(ReadOnlySpan<byte> utf8, string file)
    {
        var reader = new GeoJsonReader(utf8, file);
        try
        {
            reader.json.Read();
            reader.Object();
            reader.End(utf8);
            return [.. reader.features];
        }
        catch (JsonException error)
        {
            throw new ShapeFileException(
                file, reader.current, reader.json.BytesConsumed,
                string.Create(CultureInfo.InvariantCulture, $"this is no JSON (line {(error.LineNumber ?? 0) + 1})"), "mend it there, or export the file anew");
        }
    }

    /// <summary>The features with a name, together.</summary>
    /// <param name="name">As in <c>file.geojson#name</c>; null: all of the file.</param>
    /// <exception cref="ShapeFileException">The file is not GeoJSON, or nothing in it has that name.</exception>
    public static Feature Read(ReadOnlySpan<byte> utf8, string file, string? name)
    {
        var all = Read(utf8, file);
        var chosen = name is null ? [.. all] : all.Where(f => f.IsCalled(name)).ToList();
        return chosen.Count > 0 ? Feature.Together(chosen)
            : throw new ShapeFileException(
                file, name, 0, "there is no such feature",
                $"a feature is called by its id, or by its property id or name; there are {Names(all)}");
    }

    private static string Names(ImmutableArray<Feature> features)
    {
        var names = features.Select(f => f.Id.Length > 0 ? f.Id : f.Properties.GetValueOrDefault("name", "")).Where(n => n.Length > 0).Take(6).ToList();
        return names.Count == 0 ? "none with a name" : string.Join(", ", names.Take(5).Select(n => $"'{n}'")) + (names.Count > 5 ? " and others" : "");
    }

    /// <summary>A GeoJSON object at the top, or in a collection.</summary>
    private void Object()
    {
        var found = Members();
        switch (found.Type)
        {
            case "FeatureCollection":
                if (!found.HasFeatures)
                {
                    throw Wrong("a FeatureCollection without features", "give it a member features with an array");
                }

                break;
            case "Feature":
                AddFeature(found);
                break;
            default:
                if (!Geometries.Contains(found.Type))
                {
                    throw Wrong(
                        found.Type is null ? "an object without a type" : $"'{found.Type}' is no type of GeoJSON",
                        found.Type == "Topology" ? "this is TopoJSON: convert it to GeoJSON" : "its types are Feature, FeatureCollection, " + string.Join(", ", Geometries));
                }

                AddFeature(found with { Geometry = found.AsGeometry() });
                break;
        }
    }

    private readonly void AddFeature(Found found)
    {
        var geometry = found.Geometry ?? new Geometry();
        features.Add(new Feature(
            found.Id ?? "", found.Properties ?? [], new MultiPolygon([.. geometry.Polygons], EdgeKind.StraightOnMap), new MultiLine([.. geometry.Lines], EdgeKind.StraightOnMap), [.. geometry.Points]));
    }

    private Found Members()
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong("here an object is expected", "GeoJSON begins with { \"type\": ... }");
        }

        var found = new Found();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var at = json.TokenStartIndex;
            if (json.ValueTextEquals("type"u8))
            {
                json.Read();
                found = found with { Type = json.TokenType == JsonTokenType.String ? json.GetString() : null };
            }
            else if (json.ValueTextEquals("id"u8))
            {
                json.Read();
                found = found with { Id = current = Scalar() };
            }
            else if (json.ValueTextEquals("properties"u8))
            {
                json.Read();
                found = found with { Properties = Properties() };
                current ??= found.Properties.GetValueOrDefault("name");
            }
            else if (json.ValueTextEquals("geometry"u8))
            {
                json.Read();
                found = found with { Geometry = json.TokenType == JsonTokenType.Null ? new Geometry() : Nested() };
            }
            else if (json.ValueTextEquals("coordinates"u8))
            {
                json.Read();
                found = found with { Coordinates = Coordinates(), At = at };
            }
            else if (json.ValueTextEquals("geometries"u8))
            {
                found = found with { Geometry = Collection() };
            }
            else if (json.ValueTextEquals("crs"u8))
            {
                ReferenceSystem();
            }
            else if (json.ValueTextEquals("features"u8))
            {
                found = found with { HasFeatures = true };
                json.Read();
                while (json.Read() && json.TokenType == JsonTokenType.StartObject)
                {
                    current = null;
                    Object();
                    current = null;
                }
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        return found with { Reader = file, Current = current ?? (features.Count + 1).ToString(CultureInfo.InvariantCulture) };
    }

    private Geometry Nested()
    {
        var found = Members();
        return Geometries.Contains(found.Type) ? found.AsGeometry()
            : throw Wrong(found.Type is null ? "a geometry without a type" : $"'{found.Type}' is no type of a geometry", "its types are " + string.Join(", ", Geometries));
    }

    private Geometry Collection()
    {
        var all = new Geometry();
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            var one = Nested();
            all.Points.AddRange(one.Points);
            all.Lines.AddRange(one.Lines);
            all.Polygons.AddRange(one.Polygons);
        }

        return all;
    }

    private ImmutableDictionary<string, string> Properties()
    {
        var result = ImmutableDictionary.CreateBuilder<string, string>();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return [];
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            if (Scalar() is { } value)
            {
                result[name] = value;
            }
        }

        return result.ToImmutable();
    }

    private string? Scalar()
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                return json.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(json.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                json.Skip();
                return null;
        }
    }

    /// <summary>Arrays of arrays of positions, to whatever depth; the type, which may come later, says what they are.</summary>
    private Nest Coordinates()
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong("coordinates are an array", "such as [8.5, 47.4]: longitude, then latitude");
        }

        var nest = new Nest(null, null);
        Span<double> numbers = stackalloc double[2];
        var count = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.Number)
            {
                if (count < 2)
                {
                    numbers[count] = json.GetDouble();
                }

                count++;
            }
            else
            {
                nest = nest.Inner is null ? nest with { Inner = [] } : nest;
                nest.Inner!.Add(Coordinates());
            }
        }

        if (count == 0)
        {
            return nest;
        }

        var point = new GeoPoint(numbers[1], numbers[0]);
        return count >= 2 && nest.Inner is null && Math.Abs(point.Latitude) <= 90 && Math.Abs(point.Longitude) <= 540 ? nest with { Point = point }
            : throw Wrong(
                count >= 2 && nest.Inner is null ? string.Create(CultureInfo.InvariantCulture, $"[{numbers[0]}, {numbers[1]}] is no longitude and latitude in degrees") : "a position has a longitude and a latitude",
                Math.Abs(numbers[0]) <= 90 ? "were they exchanged? GeoJSON has the longitude first" : "if this is in metres, project it to WGS84 (EPSG:4326)");
    }

    private readonly ShapeFileException Wrong(string problem, string fix) => new(file, current ?? (features.Count + 1).ToString(CultureInfo.InvariantCulture), json.TokenStartIndex, problem, fix);

    private sealed record Nest(GeoPoint? Point, List<Nest>? Inner);

    private sealed class Geometry
    {
        public List<GeoPoint> Points { get; } = [];

        public List<ImmutableArray<GeoPoint>> Lines { get; } = [];

        public List<Polygon> Polygons { get; } = [];
    }

    /// <summary>The members of an object that mean something.</summary>
    private sealed record Found
    {
        public string? Type { get; init; }

        public string? Id { get; init; }

        public ImmutableDictionary<string, string>? Properties { get; init; }

        public Geometry? Geometry { get; init; }

        public Nest? Coordinates { get; init; }

        public bool HasFeatures { get; init; }

        public long At { get; init; }

        public string Reader { get; init; } = "";

        public string Current { get; init; } = "";

        public Geometry AsGeometry()
        {
            if (Type == "GeometryCollection")
            {
                return Geometry ?? new Geometry();
            }

            var result = new Geometry();
            var all = Coordinates ?? throw Wrong("it has no coordinates");
            switch (Type)
            {
                case "Point":
                    if (all.Point is { } point)
                    {
                        result.Points.Add(point);
                    }

                    break;
                case "MultiPoint":
                    result.Points.AddRange(Positions(all));
                    break;
                case "LineString":
                    result.Lines.Add(Line(all));
                    break;
                case "MultiLineString":
                    result.Lines.AddRange(Parts(all).Select(Line));
                    break;
                case "Polygon":
                    result.Polygons.Add(Polygon(all));
                    break;
                default:
                    result.Polygons.AddRange(Parts(all).Select(Polygon));
                    break;
            }

            return result;
        }

        private Polygon Polygon(Nest nest)
        {
            var rings = Parts(nest).Select(Ring).ToList();
            return rings.Count > 0 ? new Polygon(rings[0], [.. rings[1..]]) : throw Wrong("a polygon without rings");
        }

        private ImmutableArray<GeoPoint> Ring(Nest nest)
        {
            var ring = Positions(nest);
            return ring.Length >= 4 && ring[0] == ring[^1] ? ring
                : throw Wrong(ring.Length < 4 ? $"a ring of {ring.Length} positions" : "a ring does not end where it begins", "a ring has at least four positions, of which the last one is the first one again");
        }

        private ImmutableArray<GeoPoint> Line(Nest nest) =>
            Positions(nest) is { Length: >= 2 } line ? line : throw Wrong("a line of fewer than two positions", "give at least two");

        private ImmutableArray<GeoPoint> Positions(Nest nest) =>
            [.. Parts(nest).Select(p => p.Point ?? throw Wrong("arrays are nested too deeply"))];

        private List<Nest> Parts(Nest nest) => nest.Point is null ? nest.Inner ?? [] : throw Wrong("arrays are not nested deeply enough");

        private ShapeFileException Wrong(string problem, string? fix = null) =>
            new(Reader, Current, At, $"{Type}: {problem}", fix ?? "coordinates of a Polygon are an array of rings, of a MultiPolygon an array of those, of a LineString an array of positions");
    }
}
