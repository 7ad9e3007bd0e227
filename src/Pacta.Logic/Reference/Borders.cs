using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pacta.Geography.Shapes;
using Pacta.Maps.World;
using Pacta.Model.Agreements;

namespace Pacta.Logic.Reference;

/// <summary>What an agreement says of the map of the world that is somebody's: countries by code, disputed areas by key.</summary>
internal sealed record Holding(ImmutableSortedSet<string> Countries, ImmutableSortedSet<string> Areas)
{
    /// <summary>The same for the same territory.</summary>
    public string Key => $"{string.Join('+', Countries)}/{string.Join('+', Areas)}";
}

/// <summary>Lines of a border; null where there are none.</summary>
/// <param name="Disputed">Those that are a border in the eyes of some only.</param>
internal sealed record BorderLines(Drawing? Undisputed, Drawing? Disputed);

/// <summary>Borders and coasts of the map of the world, each found once. A disputed area is somebody's only if the agreement says so.</summary>
internal static class Borders
{
    private static readonly ConcurrentDictionary<string, BorderLines> Found = new(StringComparer.Ordinal);

    /// <param name="second">Null: with whomever.</param>
    public static BorderLines? Of(Holding? first, Holding? second) => first is null
        ? null
        : Found.GetOrAdd($"border {first.Key} {second?.Key}", _ => Lines(Pairs(first, second, Map(first, second))));

    public static BorderLines? OfCoast(Holding? holding) => holding is null
        ? null
        : Found.GetOrAdd($"coast {holding.Key}", _ => Map(holding, null) is var map ? Lines(holding.Countries.Select(c => map.Coast(map.Country(c)))) : null!);

    private static IEnumerable<Border> Pairs(Holding first, Holding? second, WorldMap map) => second is null
        ? first.Countries.Select(c => map.Border(map.Country(c)))
        : from a in first.Countries from b in second.Countries select map.Border(map.Country(a), map.Country(b));

    /// <summary>The map as the agreement sees it.</summary>
    private static WorldMap Map(Holding first, Holding? second)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var holding in second is null ? [first] : new[] { first, second })
        {
            foreach (var area in holding.Areas)
            {
                owners[area] = holding.Countries[0];
            }
        }

        return owners.Count == 0 ? WorldMap.Load() : WorldMap.Load().Seen("the agreement", owners);
    }

    private static BorderLines Lines(IEnumerable<Border> borders)
    {
        var all = borders.ToList();
        return new BorderLines(Drawn(all.SelectMany(b => b.Undisputed.Lines)), Drawn(all.SelectMany(b => b.Disputed.Lines)));
    }

    private static Drawing? Drawn(IEnumerable<ImmutableArray<GeoPoint>> lines)
    {
        var source = WorldMap.Load().Source;
        return lines.ToImmutableArray() is { Length: > 0 } all
            ? new Drawing(new MultiLine(all, EdgeKind.StraightOnMap)) { AccuracyMetres = source.AccuracyMetres, Attribution = source.Credit }
            : null;
    }
}
