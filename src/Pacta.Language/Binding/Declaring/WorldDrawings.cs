using System.Collections.Concurrent;
using Pacta.Geography.Shapes;
using Pacta.Maps.World;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Declaring;

/// <summary>
/// Countries and disputed areas of the map that is shipped, each drawn once for all agreements. A country is its undisputed territory; of disputed areas that it claims
/// it is unknown whether they belong to it (docs/neutrality.md): an agreement says so, with a reading for each side.
/// </summary>
internal static class WorldDrawings
{
    private static readonly ConcurrentDictionary<string, Drawing> Countries = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Drawing> Areas = new(StringComparer.Ordinal);

    public static Drawing Of(Country country) => Countries.GetOrAdd(country.Code, static (_, c) =>
    {
        var map = WorldMap.Load();
        return new Drawing(map.Territory(c))
        {
            AccuracyMetres = map.Source.AccuracyMetres,
            Attribution = map.Source.Credit,
            Claimed = [.. map.ClaimedBy(c).Select(a => new ClaimedArea(a.Name, Of(a)))],
        };
    }, country);

    /// <summary>A disputed area; where the map has no outline of it, the box that it is known to lie in.</summary>
    public static Drawing Of(DisputedArea area) => Areas.GetOrAdd(area.Key, static (_, a) =>
    {
        var map = WorldMap.Load();
        var outline = a.HasOutline
            ? map.Outline(a)
            : new MultiPolygon([.. map.RoughAreas.Where(r => r.Areas.Contains(a)).Select(Box)], EdgeKind.StraightOnMap);
        return new Drawing(outline) { AccuracyMetres = Math.Max(map.Source.AccuracyMetres, a.ApproximateMetres), Attribution = map.Source.Credit };
    }, area);

    /// <summary>By its key or its name.</summary>
    public static DisputedArea? Area(string name) =>
        WorldMap.Load().DisputedAreas.FirstOrDefault(a => a.Key == name || a.Name == name || a.OfficialNames.Any(n => n.Name == name));

    private static Polygon Box(RoughArea box) => new([new(box.South, box.West), new(box.South, box.East), new(box.North, box.East), new(box.North, box.West)]);
}
