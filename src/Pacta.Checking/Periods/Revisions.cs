using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Periods;
using Pacta.Model.Reports;

namespace Pacta.Checking.Periods;

/// <summary>
/// What was told when a period began, and would be told of that same moment otherwise now. What merely changed with time, as a due that passed, is no
/// revision: it stands among what is assessed.
/// </summary>
internal static class Revisions
{
    /// <param name="told">As of the beginning of the period, of the time before it.</param>
    /// <param name="retold">As of now, of the time before it.</param>
    /// <param name="now">As of now, through now.</param>
    /// <param name="received">What has come in since.</param>
    /// <param name="relevance">Of all records, early and late.</param>
    public static (ImmutableArray<Revision> Revised, ImmutableArray<Finding> Settled) Between(
        ImmutableArray<Finding> told, ImmutableArray<Finding> retold, ImmutableArray<Finding> now, ImmutableArray<LateRecord> received, RecordRelevance relevance)
    {
        var (before, again, after) = (Keyed(told), Keyed(retold), Keyed(now));
        var revised = ImmutableArray.CreateBuilder<Revision>();
        var settled = ImmutableArray.CreateBuilder<Finding>();
        foreach (var key in again.Keys.Concat(before.Keys).Distinct())
        {
            var (then, otherwise, today) = (before.GetValueOrDefault(key), again.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if (!IsToldAlike(then, otherwise))
            {
                revised.Add(new Revision(then, today ?? otherwise, Causes(relevance, received, then, otherwise, today)));
            }
            else if (then is { IsSettled: false } && otherwise is { IsSettled: true })
            {
                settled.Add(today ?? otherwise);
            }
        }

        return (revised.ToImmutable(), settled.ToImmutable());
    }

    /// <summary>What came in about the same events; that nothing is missing counts only where nothing else came.</summary>
    private static ImmutableArray<LateRecord> Causes(RecordRelevance relevance, ImmutableArray<LateRecord> received, Finding? then, Finding? otherwise, Finding? today)
    {
        var causes = received.Where(r => IsCause(relevance, r.Record, then, otherwise, today)).ToImmutableArray();
        var said = causes.Where(c => c.Record is not CompletenessRecord).ToImmutableArray();
        return said.IsEmpty ? causes : said;
    }

    private static bool IsCause(RecordRelevance relevance, ReportRecord record, Finding? then, Finding? otherwise, Finding? today) =>
        relevance.IsAbout(record, then, otherwise) || relevance.IsAbout(record, then, today);

    /// <summary>By id and line: the lines of one sentence may share an id.</summary>
    private static Dictionary<(string Id, string? Line, int Number), Finding> Keyed(ImmutableArray<Finding> findings) =>
        findings.GroupBy(f => (f.Id, f.Line)).SelectMany(g => g.Select((f, i) => (Key: (f.Id, f.Line, i), Finding: f))).ToDictionary(f => f.Key, f => f.Finding);

    /// <summary>
    /// That nothing is reported to the contrary of a prohibition, or that nobody could see it, is a finding only as long as nothing is reported: the finding
    /// about the act takes its place, and tells of both.
    /// </summary>
    private static bool IsToldAlike(Finding? a, Finding? b) => a is null || b is null
        ? (a ?? b) is not { } one || IsOfSilence(one)
        : a.States.SequenceEqual(b.States) && a.Certainty == b.Certainty && a.Due == b.Due && a.IsUnattributed == b.IsUnattributed
            && a.Bearers.SequenceEqual(b.Bearers) && a.Causes.SequenceEqual(b.Causes) && LastChange(a) == LastChange(b);

    private static bool IsOfSilence(Finding finding) =>
        finding is { State: ClauseState.Met, Derivation.Code: DerivationCode.NoViolation }
        || (finding is { State: null, Causes.IsEmpty: false } && finding.Causes.All(c => c.Kind == CauseKind.NotSeen));

    private static (ClauseState, Model.Time.InstantRange)? LastChange(Finding finding) => finding.Changes is [.., var last] ? (last.State, last.At) : null;
}
