using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Periods;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Checking.Periods;

/// <summary>
/// Reports about days and weeks. Each compares three views of one agreement: as it was known when the period began, as it is known now of that same
/// moment (what differs was revised), and as it is known now of the period's end. A view is what <see cref="Checker"/> makes of the same reports.
/// </summary>
public sealed class PeriodReporter
{
    private readonly PeriodRequest _request;
    private readonly ReceivedRecords _records;
    private readonly RecordRelevance _relevance;
    private readonly Dictionary<(Instant AsOf, Instant Until), AgreementFindings> _views = [];

    private PeriodReporter(PeriodRequest request)
    {
        _request = request;
        _records = new ReceivedRecords(request.Reports, request.Agreement.Calendar.Zone);
        _relevance = new RecordRelevance(request.Reports);
    }

    /// <summary>One report for each period, in their order.</summary>
    /// <param name="step">Told how many of how many periods were looked at.</param>
    public static ImmutableArray<PeriodReport> Of(PeriodRequest request, Action<int, int>? step = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reporter = new PeriodReporter(request);
        var reports = ImmutableArray.CreateBuilder<PeriodReport>(request.Periods.Length);
        foreach (var period in request.Periods)
        {
            reports.Add(reporter.Of(period));
            step?.Invoke(reports.Count, request.Periods.Length);
        }

        return reports.MoveToImmutable();
    }

    private PeriodReport Of(ReportPeriod period)
    {
        var calendar = _request.Agreement.Calendar;
        var span = period.In(calendar);
        var asOf = _request.AsOfFor(period);
        var through = Instant.Min(asOf, span.Latest);
        var begin = span.Earliest - InstantRange.Tick;

        var now = View(asOf, through);
        var told = View(begin, begin);
        var retold = View(asOf, begin);

        // What is observed is told whoever says it: a perspective weighs it for what is assessed, and for nothing else.
        var history = Checker.HistoryOf(_request.Agreement, new CheckRequest([], _request.Reports, Moment.At(asOf), Moment.At(through)), new DiagnosticBag(), perspective: null);
        var observed = Observations.In(history, span, calendar.Zone);
        var received = _records.Between(span.Earliest, asOf);
        var events = observed.Select(o => o.Fact.Id).ToHashSet(StringComparer.Ordinal);
        var late = received.Where(r => ReceivedRecords.IsLate(r, span) || IsToldApart(r, events)).ToImmutableArray();
        ImmutableArray<Coverage> coverage = [.. history.Coverages.Where(c => Overlap(c.Period, span))];
        ImmutableArray<Fact> counts = [.. history.Counts.Where(c => c.Time.Alternatives.Any(t => Overlap(t.Value.In(calendar.Zone), span)))];
        var before = told.Findings.ToLookup(f => (f.Id, f.Line));
        var (revised, settled) = Revisions.Between(told.Findings, [.. retold.Findings.Where(f => IsOf(f, begin, before))], now.Findings, received, _relevance);
        var notSeen = Sight.NotSeen(_request.Agreement, history.Coverages, coverage, period);
        return new PeriodReport(
            period,
            span,
            asOf,
            now,
            observed,
            Assessed(now, observed, counts, span, before, [.. notSeen.Where(p => p.Days.Length > 0).Select(p => p.Place)]),
            [.. InOrder(now.Findings.Where(f => IsDueIn(f, span)))],
            [.. InOrder(now.Findings.Where(f => f.States.Contains(ClauseState.Open) && f.Due is { } due && Overlap(due, period.Next.In(calendar))))],
            [.. InOrder(now.Findings.Where(f => IsOverdue(f, through)))],
            revised,
            settled,
            late,
            SourceActivities.Of(_request.Agreement.Vocabulary, _records, history, span, through),
            coverage,
            notSeen,
            counts,
            [.. history.Determinations.Where(d => Overlap(d.Date.In(calendar.Zone), span) || received.Any(r => r.Record.Id == d.Id))]);
    }

    /// <summary>What only happened since the period began is no revision of what was told before it.</summary>
    private static bool IsOf(Finding finding, Instant begin, ILookup<(string Id, string? Line), Finding> before) =>
        finding.Opened is not { } opened || opened.Earliest <= begin || before[(finding.Id, finding.Line)].Any();

    private AgreementFindings View(Instant asOf, Instant until)
    {
        if (!_views.TryGetValue((asOf, until), out var view))
        {
            view = Checker.Check(new CheckRequest([_request.Agreement], _request.Reports, Moment.At(asOf), Moment.At(until), _request.Perspective)).Agreements[0];
            _views.Add((asOf, until), view);
        }

        return view;
    }

    /// <summary>
    /// A finding concerns a period if something that happened in it opened it or is cited by it, or if its state changed in it; where nothing but its due
    /// came, it stands among what was due.
    /// </summary>
    private static ImmutableArray<AssessedFinding> Assessed(
        AgreementFindings now, ImmutableArray<ObservedFact> observed, ImmutableArray<Fact> counts, InstantRange span, ILookup<(string Id, string? Line), Finding> before,
        ImmutableHashSet<string> notSeen)
    {
        var facts = observed.Select(o => o.Fact).Concat(counts).ToList();
        var keys = facts.Select(f => f.Key).Concat(facts.Where(f => f.Form == FactForm.Event).Select(f => f.Id)).ToHashSet(StringComparer.Ordinal);
        var reports = facts.SelectMany(f => f.AssertedBy.Concat(f.DeniedBy)).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. now.Findings
                .Where(f => f.Trigger.Any(keys.Contains) || f.Reports.Any(r => reports.Contains(r.Id)) || (!IsDueIn(f, span) && f.Changes.Any(c => IsChangeIn(c, f, span))) || IsUnseen(f, notSeen))
                .Select(f => new AssessedFinding(f, before[(f.Id, f.Line)].FirstOrDefault())),
        ];
    }

    /// <summary>That nobody could see on a whole day concerns its period, as an act in it would.</summary>
    private static bool IsUnseen(Finding finding, ImmutableHashSet<string> notSeen) =>
        finding.Causes.Any(c => c.Kind == CauseKind.NotSeen && notSeen.Contains(c.Key));

    private static bool IsDueIn(Finding finding, InstantRange span) => finding.Due is { } due && Overlap(due, span);

    /// <summary>That nobody is in play, or that a duty began with the agreement, is no change that a period brought.</summary>
    private static bool IsChangeIn(StateChange change, Finding finding, InstantRange span) =>
        change.State is not ClauseState.Dormant && (finding.Trigger.Length > 0 || change != finding.Changes[0]) && change.At.Earliest >= span.Earliest && change.At.Latest <= span.Latest;

    /// <summary>
    /// What corrects or takes back something is told, whenever that happened; a denial, where nothing that is observed has it beside itself.
    /// </summary>
    private static bool IsToldApart(LateRecord record, HashSet<string> observed) => record.Form switch
    {
        RecordForm.Corrects or RecordForm.TakesBack => true,
        RecordForm.Denies => record.Record is Report report && !report.Claims.Any(c => observed.Contains(c.Event)),
        _ => false,
    };

    /// <summary>Its due has passed for certain, and no report says that it was done: neither in time nor late.</summary>
    private static bool IsOverdue(Finding finding, Instant through) =>
        finding.Due is { } due && due.Latest <= through && finding.States.Contains(ClauseState.Breached)
        && finding.States.All(s => s is ClauseState.Breached or ClauseState.Dormant or ClauseState.Open)
        && (finding.Derivation.Code == DerivationCode.Undecided
            || (finding.Derivation.Code == DerivationCode.NotPerformed && finding.Derivation.Because.All(b => b.Code is not (DerivationCode.Fact or DerivationCode.Defined))));

    private static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings) => findings.OrderBy(f => f.Due!.Value.Latest).ThenBy(f => f.Due!.Value.Earliest);

    private static bool Overlap(InstantRange range, InstantRange span) => range.Earliest <= span.Latest && range.Latest >= span.Earliest;
}
