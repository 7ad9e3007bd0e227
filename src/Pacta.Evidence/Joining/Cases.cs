using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Recording;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Joining;

/// <summary>Puts the steps and replies of each case together. A reply of somebody who is not accused is kept, and told of.</summary>
internal static class Cases
{
    public static ImmutableArray<Case> Of(ImmutableArray<Dated> records, DateTimeZone zone, DiagnosticBag diagnostics) =>
    [
        .. records.Select(r => r.Record).OfType<CaseRecord>()
            .OrderBy(c => c.Date.In(zone).Earliest)
            .ThenBy(c => c.Stage)
            .ThenBy(c => c.Id, StringComparer.Ordinal)
            .GroupBy(c => c.Case, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Join(g.Key, [.. g], diagnostics)),
    ];

    private static Case Join(string id, List<CaseRecord> records, DiagnosticBag diagnostics)
    {
        var steps = records.Where(r => r.Stage is not null).Select(r => new CaseStep(r.Stage!.Value, r.Date, r.By, r.Text, r.Id, r.Reference)).ToImmutableArray();
        var accused = records.SelectMany(r => r.Accused).ToHashSet(StringComparer.Ordinal);
        foreach (var reply in records.Where(r => r.Reply is not null && !accused.Contains(r.By)))
        {
            diagnostics.ReplyOfNobodyAccused(reply, accused);
        }

        var replies = accused.Concat(records.Where(r => r.Reply is not null).Select(r => r.By))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(who => new CaseReply(who, [.. records.Where(r => r.Reply is not null && r.By == who).Select(r => new CaseAnswer(r.Date, r.Reply!, r.Id, r.Reference))]));
        return new Case(
            id,
            steps.IsEmpty ? null : steps[^1].Stage,
            steps,
            [.. records.SelectMany(r => r.Events).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. replies]);
    }
}
