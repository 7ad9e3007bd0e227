using System.Collections.Immutable;
using System.Numerics;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.Solving;

namespace Pacta.Negotiation.Packages;

/// <summary>How packages were looked at.</summary>
public enum SearchMethod
{
    /// <summary>Every package, one by one.</summary>
    Enumeration,

    /// <summary>Issue by issue; what is dominated among packages that are alike in all that still matters is left behind. Exact, and no package is counted.</summary>
    Merge,

    /// <summary>A solver was asked for the best packages and for efficient ones.</summary>
    Solver,

    /// <summary>Pacta's own search looked for the best packages and for efficient ones, up to a bound.</summary>
    OwnSearch,
}

/// <param name="Bound">
/// Of an enumeration: the most packages that are enumerated. Of a merge: the most points that are kept. Of a solver and of the own search: the most efficient points, and the most ties of
/// what is best, that are asked for.
/// </param>
/// <param name="Looked">Packages enumerated, or the most points that were kept at once, or questions that were asked.</param>
/// <param name="Solver">Which solver, with its version; null where none was used.</param>
public sealed record PackageSearch(SearchMethod Method, long Bound, BigInteger Looked, string? Solver)
{
    /// <summary>How far each question was followed; null where none was asked.</summary>
    public Allowance? Allowance { get; init; }

    /// <summary>A solver was asked because somebody wanted it, and not because there are too many packages.</summary>
    public bool WasAskedFor { get; init; }

    /// <summary>What went wrong with solvers that were tried.</summary>
    public ImmutableArray<SolverTrouble> Troubles { get; init; } = [];
}

/// <summary>What an answer rests on.</summary>
public enum Proof
{
    /// <summary>Pacta has calculated it.</summary>
    Calculated,

    /// <summary>The package was recalculated; that there is no better one is what another program claims.</summary>
    Claimed,

    /// <summary>The best that was found; whether there is a better one was not decided.</summary>
    BestFound,
}

/// <summary>Whether the efficient points that were found are all.</summary>
public enum Completeness
{
    All,

    /// <summary>So many were found as were asked for.</summary>
    UpToBound,

    /// <summary>A question was not decided.</summary>
    Undecided,
}

public enum OptimumKind
{
    /// <summary>The largest product of the gains over the alternatives (J. Nash, The bargaining problem, Econometrica 18, 1950).</summary>
    NashProduct,

    /// <summary>The largest least gain over the alternatives.</summary>
    Egalitarian,

    /// <summary>Among those: the largest second least gain, and so on.</summary>
    EgalitarianRefined,

    /// <summary>
    /// The largest least relative gain: the gain of each party as a share of the best gain it has in any package that nobody would rather leave. With convex
    /// sets that is the point of E. Kalai and M. Smorodinsky (Other solutions to Nash's bargaining problem, Econometrica 43, 1975); a finite set rarely has a
    /// point of equal shares, and the largest least share is taken.
    /// </summary>
    KalaiSmorodinsky,

    /// <summary>Among those: the largest second least share, and so on (H. Imai, Individual monotonicity and lexicographic maxmin solution, Econometrica 51, 1983).</summary>
    KalaiSmorodinskyRefined,

    /// <summary>The largest sum of the worths.</summary>
    Utilitarian,
}

/// <summary>Why there is no optimum of a kind.</summary>
public enum NoOptimum
{
    None,

    /// <summary>No package is left.</summary>
    NothingLeft,

    /// <summary>Some party's alternative is not declared.</summary>
    AlternativeUnknown,

    /// <summary>No package that is left gives any party more than its alternative, so there are no shares.</summary>
    NobodyGains,

    /// <summary>A question was not decided within its bound.</summary>
    NotDecided,
}

/// <summary>A package with what it is worth to each party, as whole numbers (see <see cref="PackageSpace.Scale"/>).</summary>
public sealed record Package(BigInteger Number, ImmutableArray<long> Worth);

/// <summary>A point that no package dominates, with the packages that have it.</summary>
/// <param name="Count">How many packages have it.</param>
/// <param name="Packages">The first of them.</param>
/// <param name="WorseFor">The parties whose alternative is better.</param>
public sealed record EfficientPoint(ImmutableArray<long> Worth, BigInteger Count, ImmutableArray<BigInteger> Packages, ImmutableArray<int> WorseFor)
{
    /// <summary>All packages that have it were counted; else there may be more.</summary>
    public bool IsCounted { get; init; } = true;
}

/// <param name="BetteredBy">A package that is better for somebody and worse for nobody; null for an efficient package.</param>
public sealed record OptimalPackage(BigInteger Number, ImmutableArray<long> Worth, BigInteger? BetteredBy)
{
    /// <summary>It was decided whether another package is better for somebody and worse for nobody.</summary>
    public bool IsDecided { get; init; } = true;
}

/// <summary>All packages that are best in one sense.</summary>
/// <param name="Value">The product, the least gain, the least share or the sum; null where there is none. Of a refined optimum: the same as of the plain one.</param>
/// <param name="Count">How many packages tie.</param>
/// <param name="Packages">The first of them.</param>
/// <param name="InefficientTies">Whether ties that are not efficient were looked for.</param>
public sealed record Optimum(OptimumKind Kind, NoOptimum Absence, Rational? Value, BigInteger Count, ImmutableArray<OptimalPackage> Packages, bool InefficientTies)
{
    /// <summary>The parties that have no gain in any package, and no share therefore.</summary>
    public ImmutableArray<int> WithoutShare { get; init; } = [];

    public Proof Proof { get; init; }

    /// <summary>All packages that tie, of the sort that was looked for, were counted; else there may be more.</summary>
    public bool IsCounted { get; init; } = true;

    internal static Optimum No(OptimumKind kind, NoOptimum why) => new(kind, why, null, 0, [], false);
}

/// <summary>A red line or, where <paramref name="Combination"/> is null, the alternative of a party.</summary>
public sealed record Demand(int Party, Combination? Combination);

/// <summary>Why a package is excluded.</summary>
/// <param name="Crosses">Red lines, by their place in <see cref="PackageSpace.RedLines"/>.</param>
/// <param name="WorseFor">The parties whose alternative is better.</param>
public sealed record ExcludedPackage(Package Package, ImmutableArray<int> Crosses, ImmutableArray<int> WorseFor);

/// <param name="Possible">Packages without options that exclude each other.</param>
/// <param name="Across">Possible packages across any red line.</param>
/// <param name="Left">Packages that cross no red line and are worse than no alternative.</param>
/// <param name="ByRedLine">Possible packages across each red line, by its place in <see cref="PackageSpace.RedLines"/>.</param>
/// <param name="ByAlternative">Possible packages worse than the alternative of each party; null where it is not declared.</param>
public sealed record PackageCounts(long Possible, long Across, long Left, ImmutableArray<long> ByRedLine, ImmutableArray<long?> ByAlternative);

/// <summary>Why no package is left.</summary>
/// <param name="NonePossible">The options exclude each other: there was no package to begin with.</param>
/// <param name="Sets">Sets of red lines and alternatives each of which leaves no package, and does if one of them is dropped.</param>
/// <param name="AreSmallest">The sets are all those of the smallest size; else one is shown, from which none can be dropped.</param>
public sealed record Emptiness(bool NonePossible, ImmutableArray<ImmutableArray<Demand>> Sets, bool AreSmallest);

/// <summary>What was found about the packages of a negotiation.</summary>
/// <param name="LeftOut">Parties whose interests are not declared, or that were to be left out.</param>
/// <param name="Counts">Null where packages were not enumerated.</param>
/// <param name="Efficient">
/// Efficient among the packages that cross no red line: first those that nobody would rather leave, each group in falling order of worths. Of a merge and of a solver: only those that nobody would rather leave.
/// </param>
/// <param name="EfficientCount">How many points there are; more than <paramref name="Efficient"/> holds where there were more than could be listed.</param>
/// <param name="EfficientLeft">How many of the points nobody would rather leave, as far as alternatives are declared.</param>
/// <param name="Excluded">The first of the excluded packages.</param>
/// <param name="Emptiness">Null where a package is left.</param>
public sealed record PackageFindings(
    PackageSpace Space,
    ImmutableArray<TalkParty> LeftOut,
    PackageSearch Search,
    PackageCounts? Counts,
    ImmutableArray<EfficientPoint> Efficient,
    int EfficientCount,
    int EfficientLeft,
    ImmutableArray<Optimum> Optima,
    ImmutableArray<ExcludedPackage> Excluded,
    Emptiness? Emptiness)
{
    /// <summary>Whether <see cref="EfficientCount"/> counts all.</summary>
    public Completeness Completeness { get; init; }

    /// <summary>Places of the parties whose alternative is not declared.</summary>
    public ImmutableArray<int> WithoutAlternative => [.. Enumerable.Range(0, Space.Parties.Length).Where(p => Space.Alternatives[p] is null)];

    /// <summary>What a party has without any package; null where that is not declared.</summary>
    public Rational? AlternativeOf(int party) => Space.Alternatives[party] is { } worth ? Space.Declared(worth) : null;
}
