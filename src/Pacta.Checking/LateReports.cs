using System.Collections.Immutable;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Checking;

/// <summary>
/// A clause may say within which time reports must come (<c>admits reports within 30 days</c>). Then the finding is that of the reports that it admits, and
/// what the late ones would make of it stands beside it. Nothing is dropped for being late.
/// </summary>
internal static class LateReports
{
    /// <param name="evaluated">What is found of all reports.</param>
    /// <param name="admitted">What is found of those that came within a time, and those that did not; no findings where all did.</param>
    public static ImmutableArray<Finding> Tell(
        Agreement agreement,
        ImmutableArray<Finding> evaluated,
        Func<Lapse, (ImmutableArray<Finding> Findings, ImmutableArray<ReportReference> Late)> admitted)
    {
        foreach (var limited in agreement.Clauses.Where(c => c.AdmitsWithin is not null).GroupBy(c => c.AdmitsWithin!))
        {
            var (findings, late) = admitted(limited.Key);
            if (late.IsEmpty)
            {
                continue;
            }

            foreach (var clause in limited)
            {
                evaluated = Tell(clause, evaluated, [.. findings.Where(f => clause.Holds(f.ClausePath))], late);
            }
        }

        return evaluated;
    }

    private static ImmutableArray<Finding> Tell(Clause clause, ImmutableArray<Finding> all, ImmutableArray<Finding> inTime, ImmutableArray<ReportReference> late)
    {
        var admitted = inTime.ToDictionary(f => f.Id);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var findings = ImmutableArray.CreateBuilder<Finding>(all.Length);
        foreach (var finding in all)
        {
            if (!clause.Holds(finding.ClausePath))
            {
                findings.Add(finding);
                continue;
            }

            told.Add(finding.Id);
            var cited = finding.Reports.Where(late.Contains).ToImmutableArray();
            if (!admitted.TryGetValue(finding.Id, out var found))
            {
                findings.Add(NotInPlay(finding, clause.AdmitsWithin!, cited.IsEmpty ? late : cited));
            }
            else
            {
                findings.Add(IsSame(found, finding) ? found : found with { WithLate = new FindingWithLate(clause.AdmitsWithin!, cited.IsEmpty ? late : cited, finding) });
            }
        }

        // What late reports make undone: that nothing was reported, for instance.
        findings.AddRange(inTime.Where(f => !told.Contains(f.Id)).Select(f => f with { WithLate = new FindingWithLate(clause.AdmitsWithin!, late, null) }));
        return findings.ToImmutable();
    }

    private static bool IsSame(Finding a, Finding b) => a.States.SequenceEqual(b.States) && a.Certainty == b.Certainty && a.Due == b.Due;

    /// <summary>Only late reports bring it into play.</summary>
    private static Finding NotInPlay(Finding finding, Lapse within, ImmutableArray<ReportReference> late) => finding with
    {
        States = [ClauseState.Dormant],
        Certainty = Certainty.Certain,
        IsSettled = false,
        Derivation = new Derivation(DerivationCode.NotAdmitted, [$"{within}"], Truth.False, [], late, []),
        Changes = [],
        Outcomes = [new Outcome([], [ClauseState.Dormant]) { IsSmallest = true }],
        Causes = [],
        Notes = [],
        ByReading = [],
        DoubtfulFrom = null,
        WithLate = new FindingWithLate(within, late, finding),
    };
}
