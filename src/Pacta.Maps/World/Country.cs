using System.Collections.Immutable;

namespace Pacta.Maps.World;

/// <summary>An entry of ISO 3166-1, or Kosovo under the code that is in use for it. That an entry is there says nothing of anybody's status.</summary>
/// <param name="Code">ISO 3166-1 alpha-3, such as UKR.</param>
/// <param name="Alpha2">ISO 3166-1 alpha-2, such as UA.</param>
/// <param name="Numeric">ISO 3166-1 numeric, three digits; empty where there is none.</param>
/// <param name="Name">The English name of the Unicode CLDR.</param>
/// <param name="Names">Names by language (CLDR).</param>
public sealed record Country(string Code, string Alpha2, string Numeric, string Name, ImmutableDictionary<string, string> Names)
{
    /// <summary>Other names by which it is found: short and variant forms.</summary>
    internal ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The name in a language, such as <c>uk</c>; the English one where there is none.</summary>
    public string NameIn(string language) => Names.GetValueOrDefault(language, Name);

    public bool Equals(Country? other) => other is not null && Code == other.Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Name} ({Code})";
}

/// <summary>A country by a code or name, or what may have been meant.</summary>
/// <param name="Country">The only one of that name, if there is one.</param>
/// <param name="Suggestions">Those of the same name, if there are several, or of similar names.</param>
public sealed record CountryLookup(Country? Country, ImmutableArray<Country> Suggestions);
