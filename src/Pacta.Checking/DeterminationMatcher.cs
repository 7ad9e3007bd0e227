using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Checking;

/// <summary>Puts what bodies decided beside what was found about the same clause, the same actors and the same events.</summary>
internal static class DeterminationMatcher
{
    /// <returns>The findings with their determinations, and those determinations that are about none of the findings.</returns>
    public static (ImmutableArray<Finding> Findings, ImmutableArray<Determination> Others) Attach(
        Agreement agreement, ImmutableArray<Finding> findings, ImmutableArray<Determination> determinations)
    {
        if (determinations.Length == 0)
        {
            return (findings, []);
        }

        var used = new HashSet<Determination>(ReferenceEqualityComparer.Instance);
        var attached = findings.Select(f => determinations.Where(d => IsAbout(d.About, f)).ToImmutableArray() is { Length: > 0 } about
            ? f with { Determinations = Used(about) }
            : f).ToImmutableArray();
        return (attached, [.. determinations.Where(d => !used.Contains(d) && MayBeAbout(d.About, agreement))]);

        ImmutableArray<Determination> Used(ImmutableArray<Determination> about)
        {
            used.UnionWith(about);
            return about;
        }
    }

    private static bool IsAbout(DeterminationSubject? about, Finding finding) =>
        about is not null
        && (about.Agreement is null || about.Agreement == finding.Agreement)
        && (about.Clause == finding.ClauseName || about.Clause == finding.ClausePath || about.Clause == finding.Reference)
        && (about.By.Length == 0 || about.By.Any(finding.Bearers.Contains))
        && (about.Events.Length == 0 || about.Events.Any(finding.Trigger.Contains));

    /// <summary>Of a determination that names another agreement nothing is said here, nor of a clause that only another one has.</summary>
    private static bool MayBeAbout(DeterminationSubject? about, Agreement agreement) =>
        about is null
        || ((about.Agreement is null || about.Agreement == agreement.Name)
            && agreement.Clauses.Any(c => about.Clause == c.Name || about.Clause == c.Path || about.Clause == c.Reference
                || c.Exceptions.Any(e => about.Clause == e.Name || about.Clause == e.Path || about.Clause == e.Reference)));
}
