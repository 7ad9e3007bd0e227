using System.Collections.Immutable;
using Pacta.Geography.Shapes;
using Pacta.Maps.Format;
using Pacta.Maps.Names;

namespace Pacta.Maps.World;

/// <summary>Which corners a shape has.</summary>
public enum MapDetail
{
    /// <summary>All of them: for findings.</summary>
    Checks,

    /// <summary>Few of them, and only larger islands: for pictures of a continent or the world.</summary>
    Pictures,
}

/// <summary>
/// The world in countries and disputed areas, which never overlap: each border is one line for both of its sides. No disputed area belongs to anybody here, unless a
/// perspective is taken (<see cref="Seen"/>), which has a name. Immutable; may be asked by many threads.
/// </summary>
public sealed partial class WorldMap
{
    private static readonly Lazy<WorldMap> shipped = new(() => Read(Resource.Embedded("world.map")));

    private readonly MapData data;
    private readonly Lazy<PlaceIndex> index;
    private readonly Lazy<ILookup<string, Country>> names;
    private readonly Dictionary<string, Country> codes;

    private WorldMap(MapData data, Lazy<PlaceIndex> index, Lazy<ILookup<string, Country>> names, ImmutableDictionary<string, string> perspective, string perspectiveName)
    {
        (this.data, this.index, this.names, Perspective, PerspectiveName) = (data, index, names, perspective, perspectiveName);
        codes = data.Countries.ToDictionary(c => c.Code, StringComparer.Ordinal);
    }

    /// <summary>Where the map comes from, of what day it is and how exact.</summary>
    public MapSource Source => data.Source;

    /// <summary>All countries, in the order of their codes.</summary>
    public ImmutableArray<Country> Countries => data.Countries;

    /// <summary>All disputed areas that the map tells apart.</summary>
    public ImmutableArray<DisputedArea> DisputedAreas => data.Areas;

    /// <summary>Boxes in which the source lacks what is disputed.</summary>
    public ImmutableArray<RoughArea> RoughAreas => data.Rough;

    /// <summary>Lines that are no border by agreement.</summary>
    public ImmutableArray<NamedLine> Lines => data.Lines;

    /// <summary>Disputed areas by key, with whom they are taken to belong to; empty on the map itself.</summary>
    public ImmutableDictionary<string, string> Perspective { get; }

    /// <summary>Whose perspective it is; empty on the map itself.</summary>
    public string PerspectiveName { get; }

    /// <summary>The map that is shipped; read once.</summary>
    public static WorldMap Load() => shipped.Value;

    /// <summary>A prepared map.</summary>
    /// <exception cref="InvalidDataException">It is none, of another version, or damaged.</exception>
    public static WorldMap Read(ReadOnlyMemory<byte> file)
    {
        var data = MapReader.Read(file);
        return new WorldMap(data, new(() => new PlaceIndex(data.Checks)), new(() => ByName(data)), ImmutableDictionary<string, string>.Empty, "");
    }

    /// <summary>The same map as somebody sees it.</summary>
    /// <param name="name">Whose eyes: printed beside findings.</param>
    /// <param name="owners">For each of some disputed areas, by key, the code of a country or the key of authorities.</param>
    /// <exception cref="ArgumentException">There is no such area or owner.</exception>
    public WorldMap Seen(string name, IReadOnlyDictionary<string, string> owners)
    {
        foreach (var (area, owner) in owners)
        {
            if (Area(area) is null)
            {
                throw new ArgumentException($"there is no disputed area '{area}' on the map; there are {string.Join(", ", data.Areas.Select(a => a.Key))}", nameof(owners));
            }

            if (!codes.ContainsKey(owner) && !data.Bodies.ContainsKey(owner))
            {
                throw new ArgumentException($"'{owner}' is neither the code of a country (as UKR) nor the key of authorities ({string.Join(", ", data.Bodies.Keys.Order(StringComparer.Ordinal))})", nameof(owners));
            }
        }

        return new WorldMap(data, index, names, Perspective.SetItems(owners), name);
    }

    /// <summary>The country of a code (alpha-2, alpha-3 or numeric) or a name in any of the languages; if there is none or there are several, what may have been meant.</summary>
    public CountryLookup Find(string codeOrName)
    {
        var folded = Folding.Fold(codeOrName);
        var found = names.Value[folded].Distinct().ToList();
        // RU is a code, and in French also short for Royaume-Uni.
        if (found.Count > 1 && found.Find(c => IsCode(c, codeOrName.Trim())) is { } coded)
        {
            return new CountryLookup(coded, []);
        }

        return found switch
        {
            [var one] => new CountryLookup(one, []),
            [] => new CountryLookup(null, [.. Suggestions.Near(folded, names.Value.SelectMany(g => g.Select(c => (g.Key, c))))]),
            _ => new CountryLookup(null, [.. found]),
        };
    }

    /// <summary>The country of a code or name.</summary>
    /// <exception cref="KeyNotFoundException">There is none or there are several; the message says what may have been meant.</exception>
    public Country Country(string codeOrName)
    {
        var (country, suggestions) = Find(codeOrName);
        return country ?? throw new KeyNotFoundException(
            $"the map has no country '{codeOrName}'{(suggestions.Length > 0 ? $"; did you mean {string.Join(" or ", suggestions)}?" : "; give its ISO 3166-1 code, as UKR, or its name")}");
    }

    /// <summary>A disputed area by its key.</summary>
    public DisputedArea? Area(string key) => data.Areas.FirstOrDefault(a => a.Key == key);

    /// <summary>The territory of a country over which there is no dispute, and what the perspective adds to it. May be empty.</summary>
    public MultiPolygon Territory(Country country, MapDetail detail = MapDetail.Checks) => Builder(detail).Outline(u => IsCertain(u, country.Code));

    /// <summary>A disputed area. Without polygons where there is only a rough box.</summary>
    public MultiPolygon Outline(DisputedArea area, MapDetail detail = MapDetail.Checks)
    {
        var number = data.Areas.IndexOf(area);
        return Builder(detail).Outline(u => u >= 0 && data.Units[u].Area == number);
    }

    /// <summary>Any countries and areas together, without lines between them.</summary>
    public MultiPolygon Union(IEnumerable<Country> countries, IEnumerable<DisputedArea> areas, MapDetail detail = MapDetail.Checks)
    {
        var (members, numbers) = (countries.ToList(), areas.Select(a => data.Areas.IndexOf(a)).ToHashSet());
        return Builder(detail).Outline(u => u >= 0 && (numbers.Contains(data.Units[u].Area) || members.Exists(c => IsCertain(u, c.Code))));
    }

    /// <summary>The disputed areas that are a country's in its own eyes.</summary>
    public IEnumerable<DisputedArea> ClaimedBy(Country country) => data.Areas.Where(a => a.IsClaimedBy(country.Code));

    /// <summary>The border of two countries. The first is on the left of its lines.</summary>
    public Border Border(Country a, Country b, MapDetail detail = MapDetail.Checks) =>
        Between(detail, u => IsCertain(u, a.Code), u => IsPossible(u, a.Code), u => IsCertain(u, b.Code), u => IsPossible(u, b.Code));

    /// <summary>The border of a country with all others, without coasts; it is on the left.</summary>
    public Border Border(Country country, MapDetail detail = MapDetail.Checks) =>
        Between(
            detail, u => IsCertain(u, country.Code), u => IsPossible(u, country.Code),
            u => u >= 0 && Owners(u).Any(o => o != country.Code) && !IsPossible(u, country.Code), u => u >= 0 && Possible(u).Any(o => o != country.Code));

    /// <summary>The coast of a country; it is on the left. Lakes within a country are no coast; the Caspian Sea is.</summary>
    public Border Coast(Country country, MapDetail detail = MapDetail.Checks) =>
        Between(detail, u => IsCertain(u, country.Code), u => IsPossible(u, country.Code), u => u < 0, u => u < 0);

    /// <summary>A line that is no border by agreement; the first of its two countries is on the left.</summary>
    public MultiLine Line(NamedLine line, MapDetail detail = MapDetail.Checks) => Border(line.First, line.Second, detail).Undisputed;

    /// <summary>The countries that a place is in as the map is drawn: none at sea and in disputed areas; two where a part has a code of its own, as French Guiana.</summary>
    public ImmutableArray<Country> CountriesAt(GeoPoint place) =>
        InRough(place).Any() ? [] : index.Value.UnitAt(place.Latitude, place.Longitude) is >= 0 and var unit ? [.. Owners(unit).Where(codes.ContainsKey).Select(o => codes[o])] : [];

    /// <summary>The disputed area that a place is in, if any; also where a perspective says whose it is.</summary>
    public DisputedArea? AreaAt(GeoPoint place) =>
        index.Value.UnitAt(place.Latitude, place.Longitude) is >= 0 and var unit && data.Units[unit].Area is >= 0 and var area ? data.Areas[area]
        : InRough(place).SelectMany(r => r.Areas).FirstOrDefault();

    /// <summary>What can be said of a place that is known to some metres, on a map that is known to some metres.</summary>
    /// <param name="metres">How far the place may be off.</param>
    public MapPlace At(GeoPoint place, double metres = 0)
    {
        var units = new HashSet<int> { index.Value.UnitAt(place.Latitude, place.Longitude) };
        var reach = metres + Source.AccuracyMetres;
        var nearest = index.Value.Near(place.Latitude, place.Longitude, reach, units);
        // An outline that was drawn by eye reaches further.
        foreach (var far in data.Areas.Where(a => a.ApproximateMetres > Source.AccuracyMetres).Select(a => a.ApproximateMetres).Distinct())
        {
            var around = new List<int>();
            index.Value.Near(place.Latitude, place.Longitude, metres + far, around);
            foreach (var unit in around.Where(u => u >= 0 && data.Units[u].Area is >= 0 and var a && data.Areas[a].ApproximateMetres == far))
            {
                units.Add(unit);
            }
        }

        var rough = InRough(place).ToImmutableArray();
        var possible = units.Where(u => u >= 0).SelectMany(Possible).Concat(rough.SelectMany(r => r.Areas).SelectMany(a => a.Claimants)).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        var certain = rough.Length > 0 ? [] : data.Countries.Where(c => units.All(u => IsCertain(u, c.Code))).ToImmutableArray();
        var areas = units.Where(u => u >= 0 && data.Units[u].Area >= 0).Select(u => data.Areas[data.Units[u].Area]).Concat(rough.SelectMany(r => r.Areas)).Distinct().ToImmutableArray();
        return new MapPlace(certain, possible, areas, rough, units.Contains(-1), double.IsFinite(nearest) ? nearest : null);
    }

    /// <summary>The name of whoever a code of <see cref="MapPlace.Possible"/> or <see cref="DisputedArea.Claimants"/> stands for.</summary>
    public string NameOf(string code) => codes.TryGetValue(code, out var country) ? country.Name : data.Bodies.GetValueOrDefault(code, code);

    internal MapData Data => data;

    internal int UnitAt(GeoPoint place) => index.Value.UnitAt(place.Latitude, place.Longitude);

    private IEnumerable<RoughArea> InRough(GeoPoint place) =>
        data.Rough.Where(r => r.Contains(place.Latitude, Math.IEEERemainder(place.Longitude, 360)) && !r.Areas.All(a => Perspective.ContainsKey(a.Key)));

    private ShapeBuilder Builder(MapDetail detail) => new(detail == MapDetail.Checks ? data.Checks : data.Pictures);

    private Border Between(MapDetail detail, Func<int, bool> certain, Func<int, bool> possible, Func<int, bool> otherCertain, Func<int, bool> otherPossible)
    {
        var builder = Builder(detail);
        var undisputed = builder.Lines((l, r) => certain(l) && otherCertain(r) ? true : certain(r) && otherCertain(l) ? false : null);
        var areas = new HashSet<int>();
        var disputed = builder.Lines((l, r) =>
        {
            if ((certain(l) && otherCertain(r)) || (certain(r) && otherCertain(l)))
            {
                return null;
            }

            bool? way = possible(l) && otherPossible(r) ? true : possible(r) && otherPossible(l) ? false : null;
            if (way is not null)
            {
                areas.UnionWith(new[] { l, r }.Where(u => u >= 0 && data.Units[u].Area >= 0).Select(u => data.Units[u].Area));
            }

            return way;
        });
        return new Border(undisputed, disputed, [.. areas.Order().Select(a => data.Areas[a])]);
    }

    /// <summary>Whose a unit is: nobody's if it is disputed and no perspective says otherwise.</summary>
    private IEnumerable<string> Owners(int unit)
    {
        var (area, countries) = (data.Units[unit].Area, data.Units[unit].Countries);
        return area < 0 ? countries.Select(c => data.Countries[c].Code) : Perspective.TryGetValue(data.Areas[area].Key, out var owner) ? [owner] : [];
    }

    /// <summary>Whose a unit is in somebody's eyes.</summary>
    private IEnumerable<string> Possible(int unit) =>
        data.Units[unit].Area is >= 0 and var area && !Perspective.ContainsKey(data.Areas[area].Key) ? data.Areas[area].Claimants : Owners(unit);

    private bool IsCertain(int unit, string code) => unit >= 0 && Owners(unit).Contains(code);

    private bool IsPossible(int unit, string code) => unit >= 0 && Possible(unit).Contains(code);

    private static bool IsCode(Country country, string code) =>
        code.Equals(country.Code, StringComparison.OrdinalIgnoreCase) || code.Equals(country.Alpha2, StringComparison.OrdinalIgnoreCase) || code == country.Numeric;

    private static ILookup<string, Country> ByName(MapData data) =>
        data.Countries.SelectMany(c => new[] { c.Code, c.Alpha2, c.Numeric, c.Name }.Concat(c.Aliases).Concat(c.Names.Values).Where(n => n.Length > 0).Select(n => (Folding.Fold(n), c)))
            .Distinct().ToLookup(n => n.Item1, n => n.c, StringComparer.Ordinal);
}

/// <summary>The lines between two sides.</summary>
/// <param name="Undisputed">Where both sides are undisputed, or as the perspective has it.</param>
/// <param name="Disputed">Where there is a border in the eyes of some only: beside and between disputed areas.</param>
/// <param name="Areas">The disputed areas on which that depends.</param>
public sealed record Border(MultiLine Undisputed, MultiLine Disputed, ImmutableArray<DisputedArea> Areas);

/// <summary>What can be said of a place.</summary>
/// <param name="Certain">Countries that it is in whatever the claims and however far place and map are off.</param>
/// <param name="Possible">Codes of countries and keys of authorities whose it may be: because of a dispute, or because a line is too near.</param>
/// <param name="Areas">Disputed areas that it is or may be in.</param>
/// <param name="Rough">Boxes in which the source of the map is known to be wanting.</param>
/// <param name="MaybeSea">May it be at sea?</param>
/// <param name="MetresToLine">How far the nearest border or coast is, if that is near enough to matter.</param>
public sealed record MapPlace(
    ImmutableArray<Country> Certain,
    ImmutableArray<string> Possible,
    ImmutableArray<DisputedArea> Areas,
    ImmutableArray<RoughArea> Rough,
    bool MaybeSea,
    double? MetresToLine)
{
    /// <summary>Whose a perspective map declares it to be, if its own outlines decide: the code of a country or any name; otherwise empty.</summary>
    public string Declared { get; init; } = "";

    /// <summary>Is it certain whose it is, or that it is nobody's?</summary>
    public bool IsDetermined => Certain.Length > 0 || Declared.Length > 0 || (Possible.Length == 0 && Rough.Length == 0);
}
