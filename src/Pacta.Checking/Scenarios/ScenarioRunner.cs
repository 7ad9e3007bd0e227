using System.Collections.Immutable;
using Pacta.Evidence;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;

namespace Pacta.Checking.Scenarios;

/// <summary>How one expectation came out.</summary>
/// <param name="Problem">Null where it held; otherwise what was found instead, in words.</param>
/// <param name="Found">The findings it was compared with.</param>
public sealed record ExpectationOutcome(Expectation Expectation, string? Problem, ImmutableArray<Finding> Found)
{
    public bool Holds => Problem is null;
}

public sealed record ScenarioOutcome(Scenario Scenario, ImmutableArray<ExpectationOutcome> Expectations, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What was compared with what bound on the way.</summary>
    public IReadOnlySet<Comparison> Comparisons { get; init; } = ImmutableHashSet<Comparison>.Empty;

    public bool Passed => Diagnostics.All(d => d.Severity != Severity.Error) && Expectations.All(e => e.Holds);
}

/// <summary>
/// Runs scenarios. Each expectation is judged as of the end of its date: with what was recorded by then, and a history complete through then.
/// </summary>
public static class ScenarioRunner
{
    public static ScenarioOutcome Run(Scenario scenario, Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(agreement);
        var bag = new DiagnosticBag();
        var byDate = new Dictionary<string, ImmutableArray<Finding>>(StringComparer.Ordinal);
        var perspective = scenario.Perspective is { } name ? agreement.Vocabulary.Perspectives.GetValueOrDefault(name) : null;
        var clauses = scenario.Expectations.Select(e => e.Clause).ToHashSet(StringComparer.Ordinal);
        var outcomes = ImmutableArray.CreateBuilder<ExpectationOutcome>();
        var comparisons = new HashSet<Comparison>();
        foreach (var expectation in scenario.Expectations)
        {
            var date = expectation.On.ToString();
            if (!byDate.TryGetValue(date, out var findings))
            {
                var zone = agreement.Calendar.Zone;
                var on = expectation.On.In(zone).Latest;
                var history = HistoryBuilder.Build(scenario.Reports, agreement.Vocabulary, zone, on, on, bag, perspective: perspective);
                findings = ReferenceEvaluator.Evaluate(agreement, history, perspective, clauses, c => comparisons.Add(c));
                byDate.Add(date, findings);
            }

            outcomes.Add(Judge(expectation, findings));
        }

        var diagnostics = bag.Items.DistinctBy(d => (d.Code, d.Headline)).ToImmutableArray();
        return new ScenarioOutcome(scenario, outcomes.ToImmutable(), diagnostics) { Comparisons = comparisons };
    }

    private static ExpectationOutcome Judge(Expectation expectation, ImmutableArray<Finding> findings)
    {
        var about = findings.Where(f => IsAbout(f, expectation)).ToImmutableArray();
        if (about.Length == 0)
        {
            var nothing = expectation.State == "dormant" ? null : $"nothing was found about {expectation.Clause} {Describe(expectation)}".TrimEnd();
            return new ExpectationOutcome(expectation, nothing, []);
        }

        var holding = about.Where(f => HasState(f, expectation)).ToImmutableArray();
        if (holding.Length == 0)
        {
            return new ExpectationOutcome(expectation, $"found {string.Join("; ", about.Select(StateOf).Distinct(StringComparer.Ordinal))}", about);
        }

        foreach (var reason in expectation.Because)
        {
            if (!holding.Any(f => Mentions(f).Contains(reason)))
            {
                return new ExpectationOutcome(expectation, $"{expectation.State}, but the derivation does not rest on {reason}", holding);
            }
        }

        return new ExpectationOutcome(expectation, null, holding);
    }

    private static bool IsAbout(Finding finding, Expectation expectation) =>
        (finding.ClauseName == expectation.Clause || finding.ClauseName.StartsWith(expectation.Clause + "/otherwise", StringComparison.Ordinal))
        && expectation.Roles.All(r => r.Key switch
        {
            "by" => finding.Bearers.Contains(r.Value),
            "to" => finding.Beneficiary == r.Value,
            _ => finding.Trigger.Contains(r.Value),
        });

    private static bool HasState(Finding finding, Expectation expectation)
    {
        var states = expectation.Reading is { } reading ? StatesUnder(finding, reading) : finding.States;
        return expectation.State switch
        {
            "contested" => finding.Certainty == Certainty.Contested,
            "undetermined" => finding.Certainty == Certainty.Undetermined,
            "pending" => states is [ClauseState.Open],
            _ => states.Length == 1 && string.Equals(states[0].ToString(), expectation.State, StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>What follows from one reading: the states of the outcomes that take it or do not depend on it.</summary>
    private static ImmutableArray<ClauseState> StatesUnder(Finding finding, string reading) =>
        [.. finding.Outcomes
            .Where(o => o.If.All(c => c.Kind != CauseKind.Reading) || o.If.Any(c => c.Kind == CauseKind.Reading && c.Value == reading))
            .SelectMany(o => o.States)
            .Distinct()];

    private static HashSet<string> Mentions(Finding finding)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(finding.Derivation, names);
        foreach (var change in finding.Changes)
        {
            Collect(change.Derivation, names);
        }

        names.UnionWith(finding.Reports.Select(r => r.Source));
        names.UnionWith(finding.Causes.SelectMany(c => c.Reports).Select(r => r.Source));
        names.UnionWith(finding.Causes.Select(c => c.Key));
        names.UnionWith(finding.Outcomes.SelectMany(o => o.If).Where(c => c.Kind == CauseKind.Reading).Select(c => c.Value));
        return names;
    }

    private static void Collect(Derivation step, HashSet<string> names)
    {
        names.UnionWith(step.Mentions);
        names.UnionWith(step.Reports.Select(r => r.Source));
        foreach (var child in step.Because)
        {
            Collect(child, names);
        }
    }

    private static string StateOf(Finding finding) => finding.Certainty == Certainty.Certain
        ? finding.State!.Value.ToString().ToLowerInvariant()
        : $"{finding.Certainty.ToString().ToLowerInvariant()} ({string.Join(" or ", finding.States).ToLowerInvariant()})";

    private static string Describe(Expectation expectation) => string.Join(' ', expectation.Roles.Select(r => $"{r.Key} {r.Value}"));
}
