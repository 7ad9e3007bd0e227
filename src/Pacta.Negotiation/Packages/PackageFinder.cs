using System.Collections.Immutable;
using Pacta.Model.Negotiations;

namespace Pacta.Negotiation.Packages;

/// <summary>The packages of a negotiation: which are efficient, which are best in what sense, which are excluded and why.</summary>
public static class PackageFinder
{
    /// <summary>Up to so many packages are enumerated.</summary>
    public const int MostEnumerated = 1_000_000;

    /// <param name="space">Its packages are enumerated, or merged issue by issue where there are too many.</param>
    /// <param name="leftOut">Parties that do not count in it.</param>
    /// <param name="listed">The most packages that any list of the findings holds.</param>
    /// <param name="mostEnumerated">Up to so many packages are enumerated.</param>
    public static PackageFindings Find(PackageSpace space, ImmutableArray<TalkParty> leftOut, int listed, int mostEnumerated = MostEnumerated)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.Count <= mostEnumerated ? new EnumeratedPackages(space, listed).Find(leftOut, mostEnumerated) : new MergedPackages(space, listed).Find(leftOut);
    }

    internal static Demand DemandAt(PackageSpace space, int place) => place < space.RedLines.Length
        ? new Demand(space.RedLines[place].Party, space.RedLines[place].Combination)
        : new Demand(place - space.RedLines.Length, null);

    internal static ImmutableArray<int> WorseFor(PackageSpace space, IReadOnlyList<long> worth) => [.. Enumerable.Range(0, worth.Count).Where(p => worth[p] < space.Alternatives[p])];
}
