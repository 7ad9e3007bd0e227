using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Pacta.Evidence;
using Pacta.Evidence.Joining;
using Pacta.Evidence.Recording;
using Pacta.Logic.Monitoring;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Checking;

/// <summary>What to check against what.</summary>
/// <param name="AsOf">Only what was recorded by then (a date counts to its end in the agreement's time zone); null: everything.</param>
/// <param name="Until">
/// The history is taken as complete through then; null: <paramref name="AsOf"/> or <see cref="PublishedAsOf"/>, the earlier of them, or the latest recorded instant.
/// </param>
/// <param name="Clauses">Only findings about clauses or exceptions of these names; null: all.</param>
/// <param name="Perspective">The name of a declared perspective: whose evidence counts, by which standard, and which readings are taken; null: all of it.</param>
public sealed record CheckRequest(
    ImmutableArray<Agreement> Agreements,
    ImmutableArray<ReportRecord> Reports,
    Moment? AsOf = null,
    Moment? Until = null,
    string? Perspective = null,
    ImmutableHashSet<string>? Clauses = null)
{
    /// <summary>Only what its source had published by then; what does not say when counts by when it was recorded. Null: everything.</summary>
    public Moment? PublishedAsOf { get; init; }

    /// <summary>Whether each declared perspective is evaluated as well, where none is named: as much work again for each of them.</summary>
    public bool WithEachPerspective { get; init; }

    /// <summary>
    /// Of a clause that more events may open than this, what is certainly met, in time, and of which there is nothing else to tell is counted and not among the
    /// findings; null: everything is among them.
    /// </summary>
    public int? MostListed { get; init; }

    /// <summary>On how many processors clauses are evaluated, at least one; what is found is the same.</summary>
    public int Processors { get; init; } = 1;
}

/// <param name="Diagnostics">Errors in claims; each such claim was left out.</param>
/// <param name="LinesLeftOut">Claims' lines that had an error and were left out, over all agreements counted once.</param>
public sealed record CheckResult(ImmutableArray<AgreementFindings> Agreements, ImmutableArray<Diagnostic> Diagnostics, int LinesLeftOut)
{
    /// <summary>Is something that binds certainly broken?</summary>
    public bool HasCertainBreach => Agreements.Any(a => a.Findings.Any(f => f.IsCertainBreach));

    public bool HasContested => Agreements.Any(a => a.Findings.Any(f => f.Certainty == Certainty.Contested));
}

/// <summary>The main job: agreements and reports in, findings out.</summary>
public static class Checker
{
    public static CheckResult Check(CheckRequest request) => CheckEach([request])[0];

    /// <summary>Several requests, one after the other. What those over the same reports have in common is done once.</summary>
    public static ImmutableArray<CheckResult> CheckEach(params ImmutableArray<CheckRequest> requests)
    {
        var results = ImmutableArray.CreateBuilder<CheckResult>(requests.Length);
        SharedRecords? shared = null;
        for (var i = 0; i < requests.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(requests[i]);
            shared = i > 0 && requests[i].Reports == requests[i - 1].Reports ? shared : new SharedRecords(requests[i].Reports);
            results.Add(Check(requests[i], ref shared!, isLast: i == requests.Length - 1));
        }

        return results.MoveToImmutable();
    }

    /// <param name="isLast">What is left of a million records lies in the way of all that follows: after the last agreement of all nobody needs it.</param>
    private static CheckResult Check(CheckRequest request, ref SharedRecords? shared, bool isLast)
    {
        var bag = new DiagnosticBag();
        var results = ImmutableArray.CreateBuilder<AgreementFindings>(request.Agreements.Length);
        foreach (var agreement in request.Agreements)
        {
            var source = new FindingsAtOnce(agreement, request, shared!, bag, ConcernOf(agreement, request));
            shared = isLast && results.Count == request.Agreements.Length - 1 ? null : shared;
            results.Add(Check(agreement, request, source));
        }

        return ResultOf(results.MoveToImmutable(), bag.Items);
    }

    /// <summary>What is wrong with a line is told once, and the line counted once.</summary>
    internal static CheckResult ResultOf(ImmutableArray<AgreementFindings> results, IEnumerable<Diagnostic> diagnostics)
    {
        var distinct = diagnostics.DistinctBy(d => (d.Code, d.Headline, Where(d))).ToImmutableArray();
        var lines = distinct
            .Where(d => d.Severity == Severity.Error)
            .Select(Where)
            .Distinct()
            .Count();
        return new CheckResult(results, distinct, lines);
    }

    /// <summary>The history that the findings about an agreement are about, as the request's perspective sees it.</summary>
    public static History HistoryOf(Agreement agreement, CheckRequest request)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(request);
        return HistoryOf(agreement, request, new DiagnosticBag(), request.Perspective is { } name ? agreement.Vocabulary.Perspectives.GetValueOrDefault(name) : null);
    }

    /// <summary>What is wrong with the claims, in the words of one agreement's vocabulary, without checking anything.</summary>
    public static ImmutableArray<Diagnostic> Validate(Agreement agreement, ImmutableArray<ReportRecord> reports)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var bag = new DiagnosticBag();
        _ = HistoryBuilder.Build(reports, agreement.Vocabulary, agreement.Calendar.Zone, null, null, bag, agreement.Matters, PlacesOf(agreement));
        return [.. bag.Items];
    }

    /// <summary>What its findings hang on, from wherever they will be seen.</summary>
    internal static Concern ConcernOf(Agreement agreement, CheckRequest request) => new(
        ReferenceEvaluator.SpeaksOf(agreement),
        [.. agreement.Vocabulary.Perspectives.Values.Where(p => p.Name == request.Perspective || (request.WithEachPerspective && request.Perspective is null))]);

    internal static HashSet<string> PlacesOf(Agreement agreement) =>
        agreement.Tables.Values.Where(t => t.Form != TableForm.Amount).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);

    private static (string, int) Where(Diagnostic diagnostic) => diagnostic.Labels.Length == 0
        ? (string.Empty, 0)
        : (diagnostic.Labels[0].File.Path, diagnostic.Labels[0].File.PositionOf(diagnostic.Labels[0].Span.Start).Line);

    /// <summary>All that there is to tell of an agreement, out of histories and findings.</summary>
    internal static AgreementFindings Check(Agreement agreement, CheckRequest request, IFindingSource source)
    {
        var perspective = request.Perspective is { } name ? agreement.Vocabulary.Perspectives.GetValueOrDefault(name) : null;
        var history = source.HistoryOf(perspective);
        var evaluated = source.FindingsOf(perspective, request.Clauses);
        var (findings, others) = DeterminationMatcher.Attach(agreement, LateReports.Tell(agreement, evaluated, AdmittedOnly(agreement, request, perspective)), history.Determinations);
        return new AgreementFindings(
            agreement, history.Through, findings, others,
            request.Clauses is null ? new UnusedFacts(source.NotUsed(perspective, [.. findings, .. evaluated]), history.Aside) : null,
            history.TakenBack)
        {
            Plain = source.PlainOf(perspective),
            CountedActs = findings.Any(f => f.Notes.Any(n => n.Code == NoteCode.TooEarly)) ? source.PlainActsOf(perspective) : [],
            Positioned = agreement.Tables.Values.Any(t => t.Form != TableForm.Amount) ? Positioned(history) : [],
            Counts = history.Counts,
            Coverages = history.Coverages,
            Cases = history.Cases,
            Grades = history.Grades,
            Sources = [.. SourcesOf(agreement, history, perspective)],
            LeftOut = history.LeftOut,
            Ungraded = history.Ungraded,
            Perspectives = request.WithEachPerspective && perspective is null ? [.. UnderEach(agreement, request, source, findings)] : [],
        };
    }

    /// <summary>Ordered by key. No row says where something was.</summary>
    private static ImmutableArray<Fact> Positioned(History history)
    {
        var facts = new List<Fact>();
        foreach (var fact in history.FactsInAnyOrder())
        {
            if (!fact.IsRow(out _, out _) && fact.Fields.ContainsKey("position"))
            {
                facts.Add(fact);
            }
        }

        KeyOrder.Sort(CollectionsMarshal.AsSpan(facts));
        return [.. facts];
    }

    /// <summary>Perspectives that see the same evidence and take the same readings find the same: it is found once.</summary>
    private static IEnumerable<PerspectiveFindings> UnderEach(
        Agreement agreement, CheckRequest request, IFindingSource source, ImmutableArray<Finding> without)
    {
        var seen = new Dictionary<string, PerspectiveFindings>(StringComparer.Ordinal);
        foreach (var perspective in agreement.Vocabulary.Perspectives.Values)
        {
            var history = source.HistoryOf(perspective);
            var sees = Differing.Signature(history, perspective);
            if (!seen.TryGetValue(sees, out var found))
            {
                found = Under(perspective, agreement, request, source, history, without);
                seen.Add(sees, found);
            }

            yield return found with { Name = perspective.Name, Ungraded = history.Ungraded };
        }
    }

    private static PerspectiveFindings Under(
        Perspective perspective, Agreement agreement, CheckRequest request, IFindingSource source, History history, ImmutableArray<Finding> without)
    {
        var concerned = source.Concerned(perspective);
        if (concerned is { Count: 0 })
        {
            return new PerspectiveFindings(perspective.Name, without, history.LeftOut, history.Ungraded);
        }

        var asked = AskedUnder(request, concerned);
        var under = LateReports.Tell(
            agreement, source.FindingsOf(perspective, asked), AdmittedOnly(agreement, request with { Clauses = asked }, perspective));
        return new PerspectiveFindings(perspective.Name, concerned is null ? under : Differing.Join(agreement, without, under, concerned), history.LeftOut, history.Ungraded);
    }

    /// <summary>The clauses that are looked at under a perspective; null: all.</summary>
    internal static ImmutableHashSet<string>? AskedUnder(CheckRequest request, ImmutableHashSet<string>? concerned) =>
        concerned is null || request.Clauses is not null ? request.Clauses : concerned;

    /// <summary>What is found of clauses from the reports alone that they admit, by the time within which these had to come.</summary>
    private static Func<Lapse, (ImmutableArray<Finding> Findings, ImmutableArray<ReportReference> Late)> AdmittedOnly(
        Agreement agreement, CheckRequest request, Perspective? perspective) => within =>
    {
        var history = HistoryOf(agreement, request, new DiagnosticBag(), perspective, new Admission(agreement.Calendar, within));
        return (history.Late.IsEmpty ? [] : new NormMonitor(agreement, history, perspective, request.Clauses, processors: request.Processors).Findings, history.Late);
    };

    private static IEnumerable<SourceStanding> SourcesOf(Agreement agreement, History history, Perspective? perspective) => agreement.Vocabulary.Sources.Values
        .Where(s => perspective is null || perspective.Accepts.Length == 0 || perspective.Accepts.Contains(s.Kind))
        .Select(s => new SourceStanding(
            s.Name,
            history.Heard.TryGetValue(s.Name, out var last) ? last : null,
            [.. history.Completeness.Where(c => c.By.Source == s.Name)]));

    internal static History HistoryOf(Agreement agreement, CheckRequest request, DiagnosticBag bag, Perspective? perspective, Admission? admission = null) =>
        Prepare(agreement, request, new SharedRecords(request.Reports), bag, admission).Of(perspective, bag);

    /// <param name="concern">What the agreement speaks of; null: nothing is set aside.</param>
    internal static PreparedHistory Prepare(
        Agreement agreement, CheckRequest request, SharedRecords records, DiagnosticBag bag, Admission? admission = null, Concern? concern = null)
    {
        var zone = agreement.Calendar.Zone;
        return HistoryBuilder.Prepare(
            records,
            agreement.Vocabulary,
            zone,
            request.AsOf?.In(zone).Latest,
            request.Until?.In(zone).Latest,
            bag,
            agreement.Matters,
            PlacesOf(agreement),
            admission,
            request.PublishedAsOf?.In(zone).Latest,
            concern);
    }
}
