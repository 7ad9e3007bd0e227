using System.Collections.Immutable;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.Solving;

namespace Pacta.Negotiation.Packages;

/// <summary>The packages of a negotiation: which are efficient, which are best in what sense, which are excluded and why.</summary>
public static class PackageFinder
{
    /// <summary>Up to so many packages are enumerated.</summary>
    public const int MostEnumerated = 1_000_000;

    /// <summary>
    /// Packages are enumerated; merged issue by issue where there are too many; where that is too much as well, a solver is asked, and where there is none, Pacta's own search looks up to
    /// its bound. A solver that is wanted by name comes first.
    /// </summary>
    /// <param name="leftOut">Parties that do not count in it.</param>
    /// <param name="listed">The most packages that any list of the findings holds.</param>
    /// <param name="solvers">Null: none may be used.</param>
    /// <param name="mostEnumerated">Up to so many packages are enumerated.</param>
    /// <param name="mostKept">Up to so many beginnings are kept at once when packages are merged.</param>
    public static PackageFindings Find(
        PackageSpace space, ImmutableArray<TalkParty> leftOut, int listed, SolverUse? solvers = null, int mostEnumerated = MostEnumerated, int mostKept = MergedPackages.MostKept)
    {
        ArgumentNullException.ThrowIfNull(space);
        var use = solvers ?? new SolverUse(SolverChoice.None, []);
        var troubles = new List<SolverTrouble>();
        var isWanted = use.Choice is SolverChoice.Z3 or SolverChoice.CpSat;
        var found = isWanted ? Solved() : null;
        found ??= space.Count <= mostEnumerated ? new EnumeratedPackages(space, listed).Find(leftOut, mostEnumerated) : new MergedPackages(space, listed, mostKept).Find(leftOut);
        found ??= isWanted ? null : Solved();
        found ??= new SolvedPackages(space, use.Own, Math.Min(use.Points, listed)).Find(leftOut);
        return found with { Search = found.Search with { Troubles = [.. troubles], WasAskedFor = isWanted } };

        PackageFindings? Solved()
        {
            foreach (var candidate in use.Candidates)
            {
                try
                {
                    using var solver = use.Start(candidate);
                    return new SolvedPackages(space, solver, Math.Min(use.Points, listed)).Find(leftOut);
                }
                catch (SolverFailure failure)
                {
                    troubles.Add(failure.Trouble);
                }
            }

            return null;
        }
    }

    internal static Demand DemandAt(PackageSpace space, int place) => place < space.RedLines.Length
        ? new Demand(space.RedLines[place].Party, space.RedLines[place].Combination)
        : new Demand(place - space.RedLines.Length, null);

    internal static ImmutableArray<int> WorseFor(PackageSpace space, IReadOnlyList<long> worth) => [.. Enumerable.Range(0, worth.Count).Where(p => worth[p] < space.Alternatives[p])];
}
