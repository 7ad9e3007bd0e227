using Pacta.Model.Agreements;

namespace Pacta.Tests.Agreements;

/// <summary>
/// Which clauses a scenario of the library is tried with where that takes long: all; of the agreement of 57 States, in which each is told of what each other one does, only those
/// of which the scenario expects something, save in the first few. With PACTA_CASES every scenario is tried in all clauses.
/// </summary>
internal static class LibraryScenarios
{
    private const string Large = "vienna_document_2011";
    private const int InAllClauses = 3;

    private static readonly HashSet<Scenario> InSome =
        [.. Environment.GetEnvironmentVariable("PACTA_CASES") is null ? Library.Result.Scenarios.Where(s => s.Agreement == Large).Skip(InAllClauses) : []];

    /// <summary>Names of clauses, also of exceptions; null: all clauses.</summary>
    public static IReadOnlySet<string>? ClausesOf(Scenario scenario) =>
        InSome.Contains(scenario) ? scenario.Expectations.Select(e => e.Clause).ToHashSet(StringComparer.Ordinal) : null;
}
