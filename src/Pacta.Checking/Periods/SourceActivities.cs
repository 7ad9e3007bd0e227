using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Periods;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Checking.Periods;

/// <summary>What came from each source: those that the files declare, and all others that ever reported.</summary>
internal static class SourceActivities
{
    public static ImmutableArray<SourceActivity> Of(Vocabulary vocabulary, ReceivedRecords records, History history, InstantRange span, Instant through)
    {
        var received = records.Between(span.Earliest, through).Where(IsOfSource).ToLookup(r => r.Record.Speaker ?? string.Empty, StringComparer.Ordinal);
        var before = records.Before(span.Earliest).Where(IsOfSource).ToLookup(r => r.Record.Speaker ?? string.Empty, StringComparer.Ordinal);
        var complete = history.Completeness.ToLookup(c => c.By.Source, StringComparer.Ordinal);
        return
        [
            .. vocabulary.Sources.Keys.Concat(received.Select(g => g.Key)).Concat(before.Select(g => g.Key))
                .Where(n => n.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(name => new SourceActivity(
                    name,
                    vocabulary.Sources.ContainsKey(name),
                    received[name].Count(),
                    received[name].Count(r => ReceivedRecords.IsLate(r, span)),
                    before[name].Count(),
                    Farthest(complete[name]))),
        ];
    }

    /// <summary>Who grades, who decides and who takes a step in a case reports nothing by it.</summary>
    private static bool IsOfSource(LateRecord record) => record.Record is not (GradeRecord or DeterminationRecord or CaseRecord);

    /// <summary>Of statements about the same kinds the one that reaches farthest.</summary>
    private static ImmutableArray<Completeness> Farthest(IEnumerable<Completeness> statements) =>
    [
        .. statements.GroupBy(c => string.Join(',', c.Kinds), StringComparer.Ordinal).Select(g => g.MaxBy(c => c.Through.In(DateTimeZone.Utc).Latest)!).OrderBy(c => string.Join(',', c.Kinds), StringComparer.Ordinal),
    ];
}
