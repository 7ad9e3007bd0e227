using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Evidence.Joining;

/// <summary>Judgements and statements of completeness that stand, in a fixed order.</summary>
internal static class OtherStatements
{
    /// <summary>Of one source's judgements on one matter at one time, the last counts; those recorded at once stand side by side.</summary>
    /// <param name="matters">What may be judged; null: anything.</param>
    public static ImmutableArray<Judgement> Judgements(ImmutableArray<Dated> records, IReadOnlySet<string>? matters, DiagnosticBag diagnostics) =>
    [
        .. records.Where(r => r.Record is JudgementRecord)
            .Select(r => (r.At, Record: (JudgementRecord)r.Record))
            .Where(r => IsKnown(r.Record, matters, diagnostics))
            .GroupBy(r => (r.Record.Source, r.Record.Matter, r.Record.Time))
            .SelectMany(g => g.Where(r => r.At == g.Max(o => o.At)))
            .Select(r => new Judgement(r.Record.Matter, r.Record.Holds, r.Record.Time, By(r.Record.Id, r.Record.Source)))
            .OrderBy(j => j.Matter, StringComparer.Ordinal)
            .ThenBy(j => MomentText.Format(j.Time), StringComparer.Ordinal)
            .ThenBy(j => j.Holds)
            .ThenBy(j => j.By),
    ];

    private static bool IsKnown(JudgementRecord record, IReadOnlySet<string>? matters, DiagnosticBag diagnostics)
    {
        if (matters is null || matters.Contains(record.Matter))
        {
            return true;
        }

        diagnostics.UnknownMatter(record, matters);
        return false;
    }

    /// <param name="zone">Of the agreement: it says when the day of a statement ends.</param>
    public static ImmutableArray<Completeness> Completeness(
        ImmutableArray<Dated> records, Vocabulary vocabulary, DateTimeZone zone, DiagnosticBag diagnostics)
    {
        var statements = new List<Completeness>();
        foreach (var (dated, record) in records.Where(r => r.Record is CompletenessRecord).Select(r => (r, (CompletenessRecord)r.Record)))
        {
            if (record.Kinds.FirstOrDefault(k => !vocabulary.Kinds.ContainsKey(k) && !vocabulary.States.ContainsKey(k)) is { } unknown)
            {
                diagnostics.UnknownKind(record.Place, unknown, vocabulary);
                continue;
            }

            // Nobody can say on one day what will have been reported by a later one.
            if (record.Recorded is not null && record.Through.In(zone).Latest > EndOfDay(dated.Latest, zone))
            {
                diagnostics.CompleteBeyondItsRecord(record);
                continue;
            }

            ImmutableArray<string> kinds = [.. record.Kinds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            statements.Add(new Completeness(kinds, record.Through, By(record.Id, record.Source)));
        }

        return [.. statements.OrderBy(c => MomentText.Format(c.Through), StringComparer.Ordinal).ThenBy(c => c.By)];
    }

    /// <summary>A period that ends with a day counts to its end.</summary>
    public static ImmutableArray<Coverage> Coverages(ImmutableArray<Dated> records, DateTimeZone zone) =>
    [
        .. records.Select(r => r.Record).OfType<CoverageRecord>()
            .Select(c => new Coverage(c.Area, c.Period, c.Period.In(zone), c.Means, By(c.Id, c.Source)))
            .OrderBy(c => c.Area, StringComparer.Ordinal)
            .ThenBy(c => c.Period.Earliest)
            .ThenBy(c => c.Period.Latest)
            .ThenBy(c => c.By),
    ];

    /// <summary>Of each assessor the last grade of each report and source.</summary>
    public static ImmutableArray<Graded> Grades(ImmutableArray<Dated> records) =>
    [
        .. records.Where(r => r.Record is GradeRecord)
            .GroupBy(r => (((GradeRecord)r.Record).Assessor, ((GradeRecord)r.Record).Target))
            .Select(g => (GradeRecord)g.Max()!.Record)
            .Select(g => new Graded(g.Target, g.Reliability, g.Credibility, g.Assessor, g.Why, g.Id))
            .OrderBy(g => g.Target, StringComparer.Ordinal)
            .ThenBy(g => g.Assessor, StringComparer.Ordinal),
    ];

    public static ImmutableArray<Determination> Determinations(ImmutableArray<Dated> records, DateTimeZone zone) =>
    [
        .. records.Select(r => r.Record).OfType<DeterminationRecord>()
            .OrderBy(d => d.Date.In(zone).Earliest)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .Select(d => new Determination(d.Id, d.Body, d.Date, d.Text, d.Dissents, d.Decision, d.About, d.Reference)),
    ];

    private static Instant EndOfDay(Instant instant, DateTimeZone zone) => Moment.OnDay(instant.InZone(zone).Date).In(zone).Latest;

    private static ReportReference By(string id, string source) => new(id, source, source);
}
