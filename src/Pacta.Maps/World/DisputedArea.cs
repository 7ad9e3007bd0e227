using System.Collections.Immutable;

namespace Pacta.Maps.World;

/// <summary>What somebody says of an area.</summary>
public enum ClaimKind
{
    /// <summary>That it is theirs.</summary>
    Claims,

    /// <summary>That it is a state of its own, said by authorities there.</summary>
    Independent,

    /// <summary>That somebody exercises control there, as the source says.</summary>
    Administers,

    /// <summary>That they recognise a declared state.</summary>
    Recognises,

    /// <summary>Something else that was stated of it.</summary>
    States,
}

/// <summary>A claim with its source: never a fact of the map.</summary>
/// <param name="By">Whose claim, or who is said to do something: the code of a country, or the key of other authorities.</param>
/// <param name="ByName">Their name, in English.</param>
/// <param name="Says">What is said, to be read after the name.</param>
/// <param name="Source">Where it is said.</param>
/// <param name="From">Since when: a year, a month or a day in ISO 8601; empty if the source names none.</param>
/// <param name="Until">Until when, likewise.</param>
public sealed record Claim(string By, string ByName, ClaimKind Kind, string Says, string Source, string From, string Until)
{
    public override string ToString() => $"{ByName}: {Says} ({Source})";
}

/// <summary>A name that a side uses officially.</summary>
public sealed record OfficialName(string By, string Name);

/// <summary>
/// An area of which more than one side says that it is theirs, or about whose status there is a dispute. It is part of no country on the map; it is part of one in the
/// eyes of somebody, who is named then.
/// </summary>
/// <param name="Key">Such as <c>golan</c>: what a perspective map names.</param>
/// <param name="Name">A name in English that is in use on all sides, or the one that the United Nations use.</param>
/// <param name="Claims">In the order of the source file; the order says nothing.</param>
/// <param name="Note">What the outline is and is not.</param>
/// <param name="ApproximateMetres">How far an outline that was drawn by eye may be off; 0 if it is as exact as the rest of the map.</param>
/// <param name="HasOutline">Is there an outline on the map, and not only a rough box?</param>
public sealed record DisputedArea(
    string Key,
    string Name,
    ImmutableArray<OfficialName> OfficialNames,
    ImmutableArray<Claim> Claims,
    string Note,
    int ApproximateMetres,
    bool HasOutline)
{
    /// <summary>Those who say that it is theirs or a state of its own: codes of countries and keys of authorities.</summary>
    public IEnumerable<string> Claimants => Claims.Where(c => c.Kind is ClaimKind.Claims or ClaimKind.Independent).Select(c => c.By).Distinct();

    public bool IsClaimedBy(string code) => Claimants.Contains(code);

    public bool Equals(DisputedArea? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;
}

/// <summary>A box in which the source of the map is known to lack islands or lines over which there is a dispute: whatever is asked of a place in it is unknown.</summary>
public sealed record RoughArea(string Name, string Note, double South, double West, double North, double East, ImmutableArray<DisputedArea> Areas)
{
    public bool Contains(double latitude, double longitude) => latitude >= South && latitude <= North && longitude >= West && longitude <= East;
}

/// <summary>A line between two countries that is no border by agreement of both.</summary>
public sealed record NamedLine(string Key, string Name, ImmutableArray<OfficialName> OfficialNames, Country First, Country Second, string Note);
