using System.Collections.Immutable;
using Pacta.Logic.Reference;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Scenarios;
using Pacta.Model.Time;

namespace Pacta.Checking.Scenarios;

/// <summary>Finds what scenarios show of an agreement.</summary>
public static class CoverageFinder
{
    /// <param name="outcomes">Of the scenarios of the agreement.</param>
    public static ScenarioCoverage Of(Agreement agreement, IEnumerable<ScenarioOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var all = outcomes.ToList();
        var held = all.SelectMany(o => o.Expectations).Where(e => e.Holds).ToList();
        var compared = all.Where(o => o.Passed).SelectMany(o => o.Comparisons).Distinct().ToLookup(c => c.Text, StringComparer.Ordinal);
        return new ScenarioCoverage(
            agreement,
            [.. agreement.Clauses.SelectMany(c => All(c.Exceptions).Select(e => Shown(e.Name, e.Reference, [], e.Origin, held))
                .Prepend(IsPermission(c) ? null : Shown(c.Name, c.Reference, [.. c.Readings.Select(r => r.Name).OfType<string>()], c.Origin, held))).OfType<ShownClause>()],
            [.. Bounds.Of(agreement).Select(b => Shown(b, compared[b.Text]))],
            [.. agreement.Clauses.Where(HasLastMoment).Select(c => Shown(c, agreement, all))]);
    }

    /// <summary>The numbers that something is compared with, in the order in which they are written.</summary>
    public static ImmutableArray<Bound> BoundsOf(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return Bounds.Of(agreement);
    }

    private static bool IsPermission(Clause clause) => clause.Readings.All(r => r.Content.Sentence.Modality == Modality.May);

    private static bool HasLastMoment(Clause clause) => clause.Readings.Any(r =>
        r.Content.Sentence is { Modality: Modality.Must, Act: DoAct, Timing: { } timing } && (timing.NoLater is not null || timing.Within is not null || timing.Cycle is not null));

    private static IEnumerable<ClauseException> All(ImmutableArray<ClauseException> exceptions) => exceptions.SelectMany(e => All(e.Exceptions).Prepend(e));

    private static ShownClause Shown(string name, string? reference, ImmutableArray<string> readings, Origin origin, List<ExpectationOutcome> held)
    {
        var about = held.FindAll(e => e.Expectation.Clause == name || e.Expectation.Because.Contains(name));
        return new ShownClause(
            name, reference, origin, [.. about.Where(e => e.Expectation.Clause == name).Select(e => e.Expectation.State).Distinct(StringComparer.Ordinal)], about.Count > 0,
            [.. readings.Where(r => !about.Exists(e => e.Expectation.Reading == r || e.Expectation.Because.Contains(r)))]);
    }

    private static ShownBound Shown(Bound bound, IEnumerable<Comparison> compared)
    {
        var all = compared.ToList();
        return new ShownBound(bound, all.Exists(c => c.IsOn), all.Exists(c => c.Truth == Truth.True), all.Exists(c => c.Truth == Truth.False));
    }

    private static ShownTime Shown(Clause clause, Agreement agreement, List<ScenarioOutcome> outcomes)
    {
        var (isAtTheLast, isInTime, isLate) = (false, false, false);
        foreach (var outcome in outcomes)
        {
            foreach (var finding in outcome.Expectations.Where(e => e.Holds && e.Expectation.Clause == clause.Name).SelectMany(e => e.Found))
            {
                isLate |= finding.States is [ClauseState.Breached or ClauseState.Cured];
                if (finding is { States: [ClauseState.Met], Due: { } due })
                {
                    isInTime = true;
                    isAtTheLast |= IsDoneAt(due, finding, outcome.Scenario, agreement);
                }
            }
        }

        return new ShownTime(clause.Name, clause.Reference, clause.Origin, isAtTheLast, isInTime, isLate);
    }

    /// <summary>Does the finding rest on something, other than what opened it, that happened just then?</summary>
    private static bool IsDoneAt(InstantRange due, Finding finding, Scenario scenario, Agreement agreement) => scenario.Reports
        .OfType<Report>()
        .Where(r => finding.Reports.Any(cited => cited.Id == r.Id))
        .SelectMany(r => r.Claims)
        .Any(c => c.Time is { } time && !finding.Trigger.Contains(c.Event) && time.In(agreement.Calendar.Zone) is var at && at.Latest >= due.Earliest && at.Earliest <= due.Latest);
}
