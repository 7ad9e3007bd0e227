using System.Collections.Immutable;
using System.Globalization;
using Pacta.Maps.Format;
using Pacta.Maps.Names;
using Pacta.Maps.World;

namespace Pacta.Maps.Gazetteers;

/// <summary>
/// Place names, in many spellings and scripts, to positions. A name that several places have stays undetermined until one is chosen, by <c>Springfield, US-IL</c>,
/// <c>Springfield, Illinois</c>, <c>Tripoli, Libya</c> or the number <c>#4250542</c>. Immutable; may be asked by many threads.
/// </summary>
public sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> shipped = new(() => GazetteerReader.Read(Resource.Embedded("places.gazetteer")));

    private readonly NameStore names;

    internal Gazetteer(GazetteerSource source, ImmutableArray<NamedPlace> places, NameStore names)
    {
        (Source, Places, this.names) = (source, places, names);
    }

    public GazetteerSource Source { get; }

    public ImmutableArray<NamedPlace> Places { get; }

    /// <summary>The gazetteer that is shipped; read once.</summary>
    public static Gazetteer Load() => shipped.Value;

    /// <summary>What a name may stand for.</summary>
    /// <param name="name">
    /// A name, or a name, a comma and a country (code or name), a region (name, or the codes of country and region as US-IL); or # and the number of a place.
    /// </param>
    public PlaceLookup Find(string name)
    {
        if (name.TrimStart() is ['#', .. var digits] && long.TryParse(digits.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return Places.FirstOrDefault(p => p.Id == id) is { } numbered ? new PlaceLookup(numbered, [numbered], []) : new PlaceLookup(null, [], []);
        }

        var candidates = Candidates(name);
        // Names have commas as well; where the whole is none, what is after the last one chooses.
        if (candidates.IsEmpty && name.LastIndexOf(',') is > 0 and var comma)
        {
            var all = Candidates(name[..comma]);
            candidates = [.. all.Where(Chosen(name[(comma + 1)..].Trim()))];
            if (candidates.IsEmpty && !all.IsEmpty)
            {
                return new PlaceLookup(null, [], [.. all.Take(3)]);
            }
        }

        return candidates switch
        {
            [var one] => new PlaceLookup(one, candidates, []),
            [] => new PlaceLookup(null, [], [.. Suggestions.Near(Folding.Fold(name), names.All(), most: 8).Select(p => Places[p]).OrderByDescending(p => p.Inhabitants).Take(3)]),
            _ => new PlaceLookup(null, candidates, []),
        };
    }

    private ImmutableArray<NamedPlace> Candidates(string name) =>
        [.. names.Find(Folding.Fold(name)).Select(p => Places[p]).OrderByDescending(p => p.Inhabitants).ThenBy(p => p.Id)];

    private static Func<NamedPlace, bool> Chosen(string by)
    {
        var folded = Folding.Fold(by);
        var country = WorldMap.Load().Find(by).Country?.Alpha2;
        return place => (country is not null && place.Countries.Contains(country))
            || (place.Region.Length > 0 && Folding.Fold(place.Region) == folded)
            || place.Countries.Any(c => by.Equals($"{c}-{place.RegionCode}", StringComparison.OrdinalIgnoreCase))
            || (place.Area.Length > 0 && (Folding.Fold(place.Area) == folded || Folding.Fold(WorldMap.Load().Area(place.Area)?.Name) == folded));
    }
}
