using System.Collections.Immutable;
using System.Globalization;
using Pacta.Geography.Reading;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;
using Pacta.Maps.World;

namespace Pacta.Maps.Perspectives;

/// <summary>An area with an outline of its own, and whose it is in the eyes of whoever drew the map.</summary>
public sealed record PerspectiveShape(string Name, string Owner, MultiPolygon Shape);

/// <summary>
/// A map by which a party, or somebody neutral, declares where its boundaries run: GeoJSON with a member <c>pacta</c> that says who speaks. A feature without geometry
/// says whose a disputed area of the shipped map is; one with polygons draws its own outline.
/// </summary>
/// <param name="Name">What the map is called; printed with every finding that rests on it.</param>
/// <param name="By">Who declares it.</param>
/// <param name="Source">Where it was declared.</param>
/// <param name="AccuracyMetres">How far its outlines may be off.</param>
/// <param name="Owners">Disputed areas of the shipped map, by key, with their owners.</param>
public sealed record PerspectiveMap(
    string Name, string By, DateOnly Date, string Source, double AccuracyMetres, ImmutableDictionary<string, string> Owners, ImmutableArray<PerspectiveShape> Shapes)
{
    private const string Example = """{ "type": "FeatureCollection", "pacta": { "name": "Map of Aland", "by": "Aland", "date": "2026-03-01", "source": "Annex 2 to the note of 1 March 2026", "accuracy": 100 }, "features": [ … ] }""";

    /// <summary>Reads a perspective map.</summary>
    /// <param name="file">The name that mistakes are told of by.</param>
    /// <exception cref="ShapeFileException">It is no GeoJSON, does not say who speaks, or a feature does not say whose it is.</exception>
    public static PerspectiveMap Read(ReadOnlySpan<byte> utf8, string file)
    {
        var features = GeoJsonReader.Read(utf8, file);
        var head = PerspectiveHead.Read(utf8, file);
        var name = Required("name");
        var by = Required("by");
        var source = Required("source");
        if (!DateOnly.TryParseExact(Required("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            throw new ShapeFileException(file, null, 0, $"the date '{head["date"]}' is no day", "write it as 2026-03-01");
        }

        var accuracy = 0.0;
        if (head.TryGetValue("accuracy", out var metres) && !(double.TryParse(metres, NumberStyles.Float, CultureInfo.InvariantCulture, out accuracy) && accuracy >= 0 && double.IsFinite(accuracy)))
        {
            throw new ShapeFileException(file, null, 0, $"the accuracy '{metres}' is no number of metres", "write it as a number, as 100");
        }

        var owners = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var shapes = ImmutableArray.CreateBuilder<PerspectiveShape>();
        for (var i = 0; i < features.Length; i++)
        {
            var properties = features[i].Properties;
            var called = features[i].Id.Length > 0 ? features[i].Id : (i + 1).ToString(CultureInfo.InvariantCulture);
            var owner = properties.GetValueOrDefault("country", "");
            if (owner.Length == 0)
            {
                throw new ShapeFileException(file, called, 0, "the feature does not say whose it is", """give it a property "country", the code of a country, as UKR, or the key of authorities""");
            }

            if (!features[i].Polygons.Polygons.IsEmpty)
            {
                shapes.Add(new PerspectiveShape(properties.GetValueOrDefault("name", properties.GetValueOrDefault("area", called)), owner, features[i].Polygons));
            }
            else if (!properties.TryGetValue("area", out var area))
            {
                throw new ShapeFileException(file, called, 0, "the feature has neither polygons nor the key of a disputed area", """draw it, or give it a property "area" with a key of the shipped map, as golan""");
            }
            else if (owners.TryGetValue(area, out var before) && before != owner)
            {
                throw new ShapeFileException(file, called, 0, $"'{area}' is {before}'s before and {owner}'s here", "a map has one owner for an area; make two maps");
            }
            else
            {
                owners[area] = owner;
            }
        }

        return new PerspectiveMap(name, by, date, source, accuracy, owners.ToImmutable(), shapes.ToImmutable());

        string Required(string member) => head.TryGetValue(member, out var value) && value.Length > 0 ? value
            : throw new ShapeFileException(file, null, 0, head.Count == 0 ? "the file does not say whose map it is" : $"the member pacta does not say \"{member}\"", $"begin it as {Example}");
    }

    /// <summary>What is odd about the map and does not keep it from being used: areas that the shipped map does not have, rings that cross, shapes of two owners that overlap.</summary>
    public ImmutableArray<string> Problems(WorldMap map)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        problems.AddRange(Owners.Keys.Where(a => map.Area(a) is null).Order(StringComparer.Ordinal).Select(a => $"the shipped map has no disputed area '{a}'"));
        problems.AddRange(Owners.Where(o => map.Area(o.Key) is { } area && !area.IsClaimedBy(o.Value)).OrderBy(o => o.Key, StringComparer.Ordinal)
            .Select(o => $"no source that Pacta knows says that {map.NameOf(o.Value)} claims {map.Area(o.Key)!.Name}"));
        var sound = new List<PerspectiveShape>();
        foreach (var shape in Shapes)
        {
            try
            {
                problems.AddRange(RingChecks.Problems(shape.Shape).Select(p => $"{shape.Name}: {p}"));
                sound.Add(shape);
            }
            catch (ShapeException error)
            {
                problems.Add($"{shape.Name}: {error.Message}");
            }
        }

        for (var i = 0; i < sound.Count; i++)
        {
            for (var j = i + 1; j < sound.Count; j++)
            {
                if (sound[i].Owner != sound[j].Owner && Overlap(sound[i].Shape, sound[j].Shape) is { } place)
                {
                    problems.Add($"{sound[i].Name} of {sound[i].Owner} and {sound[j].Name} of {sound[j].Owner} overlap at {place}");
                }
            }
        }

        return problems.ToImmutable();
    }

    /// <summary>The shipped map as this one sees it.</summary>
    /// <exception cref="ArgumentException">It names an area or an owner that the shipped map does not have.</exception>
    public PerspectiveView On(WorldMap map) => new(this, map.Seen(Name, Owners));

    /// <summary>A corner of one that is well inside of the other.</summary>
    private static GeoPoint? Overlap(MultiPolygon one, MultiPolygon other)
    {
        return Inside(one, Zone.Of(other)) ?? Inside(other, Zone.Of(one));

        // Shapes that share a line have its corners on the boundary, where rounding decides.
        static GeoPoint? Inside(MultiPolygon shape, Zone zone)
        {
            foreach (var corner in shape.Polygons.SelectMany(p => p.Rings).SelectMany(r => r))
            {
                if (zone.Signed(corner.Latitude, corner.Longitude) > 1)
                {
                    return corner;
                }
            }

            return null;
        }
    }
}

/// <summary>What can be said of places on a perspective map, and on the shipped one where that is silent.</summary>
public sealed class PerspectiveView
{
    private readonly ImmutableArray<(PerspectiveShape Shape, Zone Zone)> shapes;

    internal PerspectiveView(PerspectiveMap perspective, WorldMap map)
    {
        (Perspective, Map) = (perspective, map);
        shapes = [.. perspective.Shapes.Select(s => (s, Zone.Of(s.Shape, perspective.AccuracyMetres)))];
    }

    public PerspectiveMap Perspective { get; }

    /// <summary>The shipped map with the owners that the perspective gives to its disputed areas; its outlines do not have the shapes that the perspective draws.</summary>
    public WorldMap Map { get; }

    /// <summary>Whose a place is: certain if it is inside of a shape by more than it and the shape may be off; unknown near a boundary; elsewhere as on the shipped map.</summary>
    public MapPlace At(GeoPoint place, double metres = 0)
    {
        var possible = new SortedSet<string>(StringComparer.Ordinal);
        var nearest = (double?)null;
        foreach (var (shape, zone) in shapes)
        {
            var answer = zone.At(new Position(place, metres));
            if (answer.Side == Side.Outside)
            {
                continue;
            }

            possible.Add(shape.Owner);
            if (answer.Side == Side.Inside)
            {
                var country = Map.Find(shape.Owner).Country;
                return new MapPlace(country is null ? [] : [country], [shape.Owner], [], [], false, null) { Declared = shape.Owner };
            }

            nearest = Math.Min(nearest ?? double.PositiveInfinity, Math.Abs(answer.Distance));
        }

        var shipped = Map.At(place, metres);
        if (possible.Count == 0)
        {
            return shipped;
        }

        possible.UnionWith(shipped.Possible);
        return shipped with { Certain = [.. shipped.Certain.Where(c => possible.All(p => p == c.Code))], Possible = [.. possible], MetresToLine = Math.Min(nearest!.Value, shipped.MetresToLine ?? nearest.Value) };
    }
}
