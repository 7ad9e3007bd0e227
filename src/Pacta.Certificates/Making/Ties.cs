using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Certificates.Making;

/// <summary>Which records a finding cites, and which have to do with some others.</summary>
internal static class Ties
{
    /// <summary>The ids of all records that the finding, its reasons and its derivation name.</summary>
    public static HashSet<string> Cited(Finding finding)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Add(finding.Reports);
        Add(finding.Causes.SelectMany(c => c.Reports));
        Add(finding.Outcomes.SelectMany(o => o.If).SelectMany(c => c.Sources));
        Add(finding.Notes.SelectMany(n => n.Reports.Concat(n.Cause?.Reports ?? [])));
        Steps(finding.Derivation);
        foreach (var change in finding.Changes)
        {
            Steps(change.Derivation);
        }

        ids.UnionWith(finding.Determinations.Select(d => d.Id));
        if (finding.WithLate is { } late)
        {
            Add(late.Late);
            ids.UnionWith(late.Finding is { } with ? Cited(with) : []);
        }

        foreach (var under in finding.ByReading.Select(r => r.Finding).OfType<Finding>())
        {
            ids.UnionWith(Cited(under));
        }

        return ids;

        void Add(IEnumerable<ReportReference> reports) => ids.UnionWith(reports.Select(r => r.Id));

        void Steps(Derivation step)
        {
            Add(step.Reports);
            foreach (var below in step.Because)
            {
                Steps(below);
            }
        }
    }

    /// <summary>The indices of records that speak of the same events, or cite or judge each other, however many steps away.</summary>
    public static SortedSet<int> Near(ImmutableArray<ReportRecord> records, IEnumerable<int> from)
    {
        var keys = records.Select(r => Keys(r).Distinct(StringComparer.Ordinal).ToArray()).ToArray();
        var byKey = keys.SelectMany((k, i) => k.Select(key => (key, i))).ToLookup(k => k.key, k => k.i, StringComparer.Ordinal);
        var (near, waiting) = (new SortedSet<int>(from), new Stack<int>(from));
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryPop(out var at))
        {
            foreach (var next in keys[at].Where(done.Add).SelectMany(key => byKey[key]).Where(near.Add))
            {
                waiting.Push(next);
            }
        }

        return near;
    }

    /// <summary>What two records that belong together have in common.</summary>
    private static IEnumerable<string> Keys(ReportRecord record) => record switch
    {
        Report report => report.Claims
            .SelectMany(c => c.DerivedFrom.Append(c.Id).Append("event " + c.Event))
            .Concat(report.Retracts)
            .Concat(report.Supersedes is { } before ? [before] : [])
            .Append(report.Id),
        GradeRecord grade => [grade.Target, grade.Id],
        DeterminationRecord { About: { } about } => about.Events.Select(e => "event " + e).Append(record.Id),
        CountRecord count => count.Includes.Select(e => "event " + e).Append(count.Id),
        _ => [record.Id],
    };
}
