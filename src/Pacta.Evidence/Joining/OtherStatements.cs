using System.Collections.Immutable;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Joining;

/// <summary>Judgements and statements of completeness that stand, in a fixed order.</summary>
internal static class OtherStatements
{
    /// <summary>Of one source's judgements on one matter at one time, the last counts; those recorded at once stand side by side.</summary>
    public static ImmutableArray<Judgement> Judgements(ImmutableArray<Dated> records) =>
    [
        .. records.Where(r => r.Record is JudgementRecord)
            .Select(r => (r.At, Record: (JudgementRecord)r.Record))
            .GroupBy(r => (r.Record.Source, r.Record.Matter, r.Record.Time))
            .SelectMany(g => g.Where(r => r.At == g.Max(o => o.At)))
            .Select(r => new Judgement(r.Record.Matter, r.Record.Holds, r.Record.Time, By(r.Record.Id, r.Record.Source)))
            .OrderBy(j => j.Matter, StringComparer.Ordinal)
            .ThenBy(j => MomentText.Format(j.Time), StringComparer.Ordinal)
            .ThenBy(j => j.Holds)
            .ThenBy(j => j.By),
    ];

    public static ImmutableArray<Completeness> Completeness(ImmutableArray<Dated> records, Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        var statements = new List<Completeness>();
        foreach (var record in records.Select(r => r.Record).OfType<CompletenessRecord>())
        {
            if (record.Kinds.FirstOrDefault(k => !vocabulary.Kinds.ContainsKey(k) && !vocabulary.States.ContainsKey(k)) is { } unknown)
            {
                diagnostics.UnknownKind(record.Place, unknown, vocabulary);
                continue;
            }

            ImmutableArray<string> kinds = [.. record.Kinds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            statements.Add(new Completeness(kinds, record.Through, By(record.Id, record.Source)));
        }

        return [.. statements.OrderBy(c => MomentText.Format(c.Through), StringComparer.Ordinal).ThenBy(c => c.By)];
    }

    private static ReportReference By(string id, string source) => new(id, source, source);
}
