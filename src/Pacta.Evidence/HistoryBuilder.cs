using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Joining;
using Pacta.Evidence.Recording;
using Pacta.Evidence.Weighing;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Evidence;

/// <summary>
/// From records to a history, in passes: when each was recorded, which are known as of a moment, which still stand, what their claims
/// mean in the vocabulary, and which claims are about the same. The order of the input never matters.
/// </summary>
public static class HistoryBuilder
{
    /// <summary>The records with the instant at which each counts as recorded, in that order: the moments at which a view can change.</summary>
    public static ImmutableArray<(Instant At, ReportRecord Record)> Recorded(IEnumerable<ReportRecord> records, DateTimeZone defaultZone) =>
        [.. RecordedTime.Date(records, defaultZone, new DiagnosticBag()).Order().Select(d => (d.At, d.Record))];

    /// <summary>The records that their sources had published by a moment; one that does not say when counts by when it was recorded.</summary>
    public static ImmutableArray<ReportRecord> PublishedBy(IEnumerable<ReportRecord> records, DateTimeZone defaultZone, Instant by) =>
        [.. RecordedTime.Date(records, defaultZone, new DiagnosticBag()).Where(d => d.IsKnown(null, by, defaultZone)).Select(d => d.Record)];

    /// <param name="defaultZone">Reads dates and local clock times: the agreement's time zone.</param>
    /// <param name="asOf">Only records known by then, itself included; null for all.</param>
    /// <param name="until">
    /// The history is complete through this instant. If null, <paramref name="asOf"/> or <paramref name="publishedAsOf"/> is, the earlier of them; if
    /// those are null too, the latest instant at which a record of the input may have been recorded (a day counts to its end); without any record,
    /// 1970-01-01T00:00Z.
    /// </param>
    /// <param name="diagnostics">Takes an error for each claim that cannot be understood; the claim is left out.</param>
    /// <param name="matters">What the agreement leaves to judgement: a judgement on anything else is an error. Null: it is not checked.</param>
    /// <param name="places">The zones and lines of the agreement: other names of places are told of. Null: they are not checked.</param>
    /// <param name="perspective">Whose evidence it is: whom it accepts, and by which standard of proof. Null: every source counts.</param>
    /// <param name="admission">Leaves out what came too late to be admitted; null: everything counts whenever it comes.</param>
    /// <param name="publishedAsOf">Only what its source had published by then, itself included; what does not say counts by when it was recorded. Null: all.</param>
    public static History Build(
        IEnumerable<ReportRecord> records,
        Vocabulary vocabulary,
        DateTimeZone defaultZone,
        Instant? asOf,
        Instant? until,
        DiagnosticBag diagnostics,
        IReadOnlySet<string>? matters = null,
        IReadOnlySet<string>? places = null,
        Perspective? perspective = null,
        Admission? admission = null,
        Instant? publishedAsOf = null) =>
        Prepare(new SharedRecords(records), vocabulary, defaultZone, asOf, until, diagnostics, matters, places, admission, publishedAsOf).Of(perspective, diagnostics);

    /// <summary>All that does not depend on a perspective, done once for several of them. The parameters are those of <see cref="Build"/>.</summary>
    /// <param name="records">What agreements have in common that are checked against the same.</param>
    /// <param name="concern">What the agreement speaks of: of the rest as much as possible is set aside (<see cref="History.Aside"/>). Null: nothing is.</param>
    public static PreparedHistory Prepare(
        SharedRecords records,
        Vocabulary vocabulary,
        DateTimeZone defaultZone,
        Instant? asOf,
        Instant? until,
        DiagnosticBag diagnostics,
        IReadOnlySet<string>? matters = null,
        IReadOnlySet<string>? places = null,
        Admission? admission = null,
        Instant? publishedAsOf = null,
        Concern? concern = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        var sorted = records.Sorted(defaultZone, asOf, publishedAsOf, diagnostics);
        sorted = admission is null ? sorted : sorted.Admitting(admission);
        var (known, standing, names) = (sorted.Known, sorted.Standing, sorted.Names);
        var through = until ?? Earlier(asOf, publishedAsOf) ?? sorted.Latest ?? NodaConstants.UnixEpoch;
        Sources.Check(sorted.FirstOfSpeakers, vocabulary, diagnostics);
        if (admission is null && sorted.IsPlain)
        {
            var met = new NamesMet(vocabulary, places, names);
            var checker = new RowChecker(vocabulary, places, defaultZone, names, met);
            var aside = SetAside.Of(sorted, concern, vocabulary, defaultZone, checker);
            var said = Sayings.Of(aside.Read, vocabulary, defaultZone, checker, names, met, diagnostics);
            var stated = said.Statements();
            var unknown = met.RecordsOfUnknown(n => said.Happenings.IsSpokenOf(n) || (!aside.Facts.IsEmpty && sorted.ByKind.IsEvent(n)));
            if (unknown.Count + aside.Naming.Length > 0)
            {
                var naming = said.Of(unknown) ?? stated.Value;
                NamedThings.Check(aside.Naming.IsEmpty ? naming : [.. naming.Concat(aside.Naming).Order(Comparer<Statement>.Create(CanonicalOrder.Compare))], records.Events, vocabulary, places, diagnostics);
            }

            Denials.Check(said.Denied(), known, standing, diagnostics);
            return new PreparedHistory(vocabulary, stated, said.Join, hasCounts: false, Beside([]) with { Aside = aside.Facts }, said.AboutWhatOthersSay);
        }

        var understanding = new ClaimChecker(vocabulary, defaultZone, diagnostics, records.All.Count);
        var statements = understanding.Check(standing);
        var claims = statements.Count;
        statements.AddRange(new CountChecker(vocabulary, defaultZone, diagnostics).Check(standing.Others));
        var hasCounts = statements.Count > claims;
        statements = Disputes.Add(statements, standing);
        var happenings = CanonicalOrder.IsOf(statements) ? new Happenings(statements) : null;

        // Where every claim of the input became a statement, and nothing else did, the statements speak of all events that there are.
        var isAll = claims == understanding.Claims && claims == statements.Count && standing.Records.Length == records.All.Count;
        NamedThings.Check(statements, records.Events, vocabulary, places, diagnostics, isAll ? happenings : null);
        if (understanding.Denies || !standing.Disputes.IsEmpty)
        {
            Denials.Check(statements, known, standing, diagnostics);
        }

        if (understanding.Derives)
        {
            foreach (var (_, circle) in Origins.Circles(statements, vocabulary))
            {
                diagnostics.Circle(circle, statements);
            }
        }

        var late = ImmutableArray<ReportReference>.Empty;
        if (admission is not null)
        {
            var times = admission.TimesOf(statements);
            late = AttributeJoiner.References(statements.Where(s => admission.IsLate(s, times)).Select(s => s.By));
            statements = statements.FindAll(s => !admission.IsLate(s, times));
            happenings = null;
        }

        return new PreparedHistory(
            vocabulary,
            new(statements),
            bag => ListedFacts.InOrder(happenings is null ? FactJoiner.Join([.. statements], vocabulary, bag) : FactJoiner.Join(statements, happenings, vocabulary, bag)),
            hasCounts,
            Beside(late));

        // All that a history has besides facts.
        History Beside(ImmutableArray<ReportReference> late)
        {
            var coverages = OtherStatements.Coverages(standing.Others, defaultZone);
            return new History(
                [],
                OtherStatements.Judgements(standing.Others, matters, diagnostics),
                OtherStatements.Completeness(standing.Others, vocabulary, defaultZone, diagnostics),
                through)
            {
                Late = late,
                Heard = sorted.Heard,
                Grades = OtherStatements.Grades(standing.Others),
                Cases = Cases.Of(standing.Others, defaultZone, diagnostics),
                Determinations = OtherStatements.Determinations(standing.Others, defaultZone),
                TakenBack = standing.Told,
                Coverages = coverages,
                CoverageFrom = coverages.IsEmpty ? null : coverages.Min(c => c.Period.Earliest),
            };
        }

        static Instant? Earlier(Instant? a, Instant? b) => a is { } one && b is { } other ? Instant.Min(one, other) : a ?? b;
    }
}

/// <summary>
/// Statements that were read, checked and dated, ready to be weighed and joined for one perspective after another: what a perspective costs beyond the first is
/// to weigh them, and to join them again only where it leaves something out.
/// </summary>
public sealed class PreparedHistory
{
    private readonly Vocabulary _vocabulary;
    private readonly Lazy<List<Statement>> _statements;
    private readonly bool _hasCounts;
    private readonly History _all;
    private readonly Func<Predicate<string>, List<Statement>>? _aboutWhatOthersSay;
    private Func<DiagnosticBag, ListedFacts>? _join;
    private ListedFacts _facts = ListedFacts.InOrder([]);

    /// <param name="join">Joins all statements; it is asked once.</param>
    /// <param name="hasCounts">Is any of the statements a count?</param>
    /// <param name="aboutWhatOthersSay">Of whom is accepted: what all others say, and all statements about the same events. Null: it takes all statements to know.</param>
    internal PreparedHistory(
        Vocabulary vocabulary, Lazy<List<Statement>> statements, Func<DiagnosticBag, ListedFacts> join, bool hasCounts, History all, Func<Predicate<string>, List<Statement>>? aboutWhatOthersSay = null) =>
        (_vocabulary, _statements, _join, _hasCounts, _all, _aboutWhatOthersSay) = (vocabulary, statements, join, hasCounts, all, aboutWhatOthersSay);

    /// <param name="perspective">Whose evidence it is; null: every source counts.</param>
    /// <param name="diagnostics">Takes an error for each claim that does not fit the others about the same; the claim is left out.</param>
    public History Of(Perspective? perspective, DiagnosticBag diagnostics)
    {
        if (perspective is null)
        {
            return With(Facts(diagnostics), _all);
        }

        if (perspective.Standard is null && _all.Heard.Keys.All(IsAccepted))
        {
            return With(Facts(diagnostics), _all);
        }

        // Who is accepted is asked of each source. What those say who are, is not weighed without a standard, and stays joined.
        var weighed = perspective.Standard is null && _join is null && _aboutWhatOthersSay is { } about ? about(IsAccepted) : _statements.Value;
        var (counting, leftOut, ungraded) = Weighing.Weighing.Apply(perspective, _vocabulary, weighed, _all.Grades);
        return With(leftOut.IsEmpty ? Facts(diagnostics) : Join(counting, leftOut, diagnostics), _all with
        {
            Judgements = [.. _all.Judgements.Where(j => IsAccepted(j.By.Source))],
            Completeness = [.. _all.Completeness.Where(c => IsAccepted(c.By.Source))],
            Coverages = [.. _all.Coverages.Where(c => IsAccepted(c.By.Source))],
            LeftOut = leftOut,
            Ungraded = ungraded,
        });

        bool IsAccepted(string source) => Weighing.Weighing.Accepts(perspective, _vocabulary, source);
    }

    /// <summary>What was joined already stays as it is, where nothing of it is left out; what does not fit there was told then.</summary>
    private ListedFacts Join(List<Statement> counting, ImmutableArray<LeftOut> leftOut, DiagnosticBag diagnostics)
    {
        if (_join is not null)
        {
            return ListedFacts.InOrder(FactJoiner.Join(counting, _vocabulary, diagnostics));
        }

        var events = leftOut.Select(l => l.About).ToHashSet(StringComparer.Ordinal);
        var leftOutIds = new FactIds(events);
        var again = FactJoiner.Join(counting.FindAll(s => events.Contains(s.Event)), _vocabulary, diagnostics);
        var facts = ImmutableArray.CreateBuilder<Fact>(_facts.All.Length);
        foreach (var fact in _facts.All) // there are millions of them
        {
            if (!leftOutIds.HaveIdOf(fact))
            {
                facts.Add(fact);
            }
        }

        facts.AddRange(again);
        return ListedFacts.InAnyOrder(facts.DrainToImmutable(), CanonicalOrder.Sorted);
    }

    private ListedFacts Facts(DiagnosticBag diagnostics)
    {
        if (_join is not null)
        {
            _facts = _join(diagnostics);
            _join = null;
        }

        return _facts;
    }

    private History With(ListedFacts facts, History history) => _hasCounts
        ? history with { Facts = [.. facts.Ordered.Where(f => f.Form != FactForm.Count)], Counts = [.. facts.Ordered.Where(f => f.Form == FactForm.Count)] }
        : history.With(facts);
}
