using System.Collections.Immutable;
using System.Globalization;
using Pacta.Geography.Shapes;

namespace Pacta.Maps.Gazetteers;

/// <summary>A place that a gazetteer knows.</summary>
/// <param name="Id">Its number in the gazetteer.</param>
/// <param name="Name">As the gazetteer writes it.</param>
/// <param name="Countries">ISO 3166-1 alpha-2 codes; of a place in a disputed area, of all countries that claim it.</param>
/// <param name="Area">The key of the disputed area that it is in; empty if it is in none.</param>
/// <param name="Region">The division of the first order that the gazetteer puts it in; empty if it says none.</param>
/// <param name="RegionCode">The gazetteer's code of it.</param>
/// <param name="Kind">GeoNames feature code, such as PPLC for a capital.</param>
/// <param name="Inhabitants">0 if unknown.</param>
public sealed record NamedPlace(
    long Id, string Name, ImmutableArray<string> Countries, string Area, string Region, string RegionCode, GeoPoint Position, string Kind, long Inhabitants)
{
    /// <summary>
    /// How far from <see cref="Position"/> something may be that is said to be there: the radius of a disc with 3,000 inhabitants per square kilometre, and at least one
    /// kilometre.
    /// </summary>
    public double AccuracyMetres => Math.Max(1000, Math.Sqrt(Inhabitants / (3000 * Math.PI)) * 1000);

    /// <summary>Such as "Springfield, Illinois, US".</summary>
    public override string ToString() => string.Join(", ", new[] { Name, Region, string.Join("/", Countries) }.Where(p => p.Length > 0));
}

/// <summary>What a name may stand for.</summary>
/// <param name="Place">The only place of that name, if there is one. If there are several none is chosen, however large it is.</param>
/// <param name="Candidates">All places of that name, the largest first.</param>
/// <param name="Suggestions">If there is none: places of similar names.</param>
public sealed record PlaceLookup(NamedPlace? Place, ImmutableArray<NamedPlace> Candidates, ImmutableArray<NamedPlace> Suggestions);

/// <summary>Where a gazetteer comes from.</summary>
public sealed record GazetteerSource(string Title, string Licence, string Attribution, DateOnly Date, string Selection)
{
    /// <summary>What has to stand beside what is made from it: whose it is, and of when.</summary>
    public string Credit => string.Create(CultureInfo.InvariantCulture, $"{Attribution.TrimEnd('.')} ({Date:yyyy-MM-dd})");
}
