using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pacta.Evidence;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Tests.Agreements;

/// <summary>A scenario of the library with what the reference evaluator finds at the last of its dates.</summary>
/// <param name="Clauses">The names of those that are tried; null: all (<see cref="LibraryScenarios"/>).</param>
internal sealed record FoundScenario(
    Agreement Agreement, Perspective? Perspective, History History, IReadOnlySet<string>? Clauses, ImmutableArray<Finding> Findings);

/// <summary>What the reference evaluator finds in the scenarios of the library: it takes long, and is found once for all tests that compare something with it.</summary>
internal static class LibraryFindings
{
    private static readonly ConcurrentDictionary<Scenario, Lazy<FoundScenario>> Found = new(ReferenceEqualityComparer.Instance);

    public static FoundScenario Of(Scenario scenario) => Found.GetOrAdd(scenario, s => new Lazy<FoundScenario>(() => Find(s))).Value;

    private static FoundScenario Find(Scenario scenario)
    {
        var agreement = Library.AgreementOf(scenario);
        var perspective = scenario.Perspective is { } name ? agreement.Vocabulary.Perspectives.GetValueOrDefault(name) : null;
        var at = scenario.Expectations.Max(e => e.On.In(agreement.Calendar.Zone).Latest);
        var history = HistoryBuilder.Build(scenario.Reports, agreement.Vocabulary, agreement.Calendar.Zone, at, at, new DiagnosticBag(), perspective: perspective);
        var clauses = LibraryScenarios.ClausesOf(scenario);
        return new FoundScenario(agreement, perspective, history, clauses, ReferenceEvaluator.Evaluate(agreement, history, perspective, clauses));
    }
}
