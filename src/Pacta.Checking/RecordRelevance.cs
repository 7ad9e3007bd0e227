using Pacta.Model.Findings;
using Pacta.Model.Reports;

namespace Pacta.Checking;

/// <summary>Which records speak of what a finding rests on, before or after they came in.</summary>
internal sealed class RecordRelevance
{
    /// <summary>By the id of a report or claim: who speaks there, and of which events.</summary>
    private readonly ILookup<string, (string Source, string Event)> _said;

    public RecordRelevance(IEnumerable<ReportRecord> records) =>
        _said = records.OfType<Report>()
            .SelectMany(r => r.Claims.SelectMany(c => new[] { r.Id, c.Id }.Distinct().Select(id => (Id: id, Said: (r.Source, c.Event)))))
            .ToLookup(s => s.Id, s => s.Said, StringComparer.Ordinal);

    /// <summary>Statements about all of a kind always speak of it.</summary>
    public bool IsAbout(ReportRecord record, Finding? before, Finding? after)
    {
        var findings = new[] { before, after }.OfType<Finding>().ToList();
        return record switch
        {
            Report report => findings.Exists(f => IsAbout(report, f)),
            DeterminationRecord determination => findings.Exists(f => f.Determinations.Any(d => d.Id == determination.Id)),
            CompletenessRecord complete => findings.Exists(f => f.Reports.Any(r => r.Id == complete.Id)) || (before is not null && after is not null && before.IsSettled != after.IsSettled),
            JudgementRecord judgement => findings.Exists(f => f.Reports.Any(r => r.Id == judgement.Id) || f.Causes.Any(c => c.Key == judgement.Matter)),
            CountRecord count => findings.Exists(f => f.Reports.Any(r => r.Id == count.Id)),
            CoverageRecord coverage => findings.Exists(f => f.Causes.Any(c => c.Code == CauseCode.NotSeen) || f.Reports.Any(r => r.Id == coverage.Id)),
            _ => false,
        };
    }

    private bool IsAbout(Report report, Finding finding) =>
        report.Claims.Any(c => finding.Trigger.Contains(c.Event))
        || finding.Reports.Any(r => r.Id == report.Id || report.Supersedes == r.Id || report.Retracts.Contains(r.Id) || report.Claims.Any(c => c.Id == r.Id) || SpeaksAgain(report, r.Id))
        || finding.Causes.Any(c => c.Reports.Any(r => r.Id == report.Id));

    /// <summary>A source that speaks again of an event corrects itself: its later word stands in the place of the one that is cited.</summary>
    private bool SpeaksAgain(Report report, string cited) =>
        _said[cited].Any(said => said.Source == report.Source && report.Claims.Any(c => c.Event == said.Event));
}
