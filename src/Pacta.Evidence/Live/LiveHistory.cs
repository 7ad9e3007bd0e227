using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Live;

/// <summary>
/// A history that is kept up to date while records come in: in any order, late, corrected and taken back. After any number of calls it is what
/// <see cref="HistoryBuilder.Build"/> makes of all records so far. What a call costs follows what it changes: the records that cite each other are looked at
/// again, and all that is said about the events they speak of. It is for one thread at a time.
/// </summary>
public sealed class LiveHistory
{
    private readonly DateTimeZone _zone;
    private readonly Instant? _asOf;
    private readonly Instant? _publishedAsOf;
    private readonly Instant? _until;
    private readonly ProofStandard? _standard;
    private readonly Connections _connections = new();
    private readonly ComponentReader _reader;
    private readonly OtherParts _others;
    private readonly Settled _settled;
    private readonly JoinedFacts _joined;
    private readonly AllDiagnostics _all;
    private readonly DiagnosticBag _undated = new();
    private Instant? _latest;
    private History? _current;
    private ImmutableArray<Diagnostic>? _diagnostics;

    /// <summary>The parameters are those of <see cref="HistoryBuilder.Build"/>.</summary>
    public LiveHistory(
        Vocabulary vocabulary,
        DateTimeZone defaultZone,
        Instant? asOf = null,
        Instant? until = null,
        IReadOnlySet<string>? matters = null,
        IReadOnlySet<string>? places = null,
        Perspective? perspective = null,
        Instant? publishedAsOf = null)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        (_zone, _asOf, _publishedAsOf) = (defaultZone, asOf, publishedAsOf);
        _until = until ?? (asOf is { } one && publishedAsOf is { } other ? Instant.Min(one, other) : asOf ?? publishedAsOf);
        _standard = perspective?.Standard is { } name ? vocabulary.Standards.GetValueOrDefault(name) : null;
        _reader = new ComponentReader(_connections, vocabulary, defaultZone);
        _others = new OtherParts(vocabulary, defaultZone, matters, perspective);
        _settled = new Settled(_connections, _reader, new NameCheck(_connections.Events, vocabulary, places), _others);
        _joined = new JoinedFacts(_connections, _reader, vocabulary, perspective);
        _all = new AllDiagnostics(_connections, _reader, _settled, vocabulary, places);
    }

    /// <summary>The history of all records so far. The same one until something changes.</summary>
    public History Current => _current ??= new History(_joined.Facts, _others.Judgements, _others.Completeness, Through)
    {
        LeftOut = _joined.LeftOut,
        Ungraded = _joined.Ungraded,
        Heard = _settled.Heard,
        Grades = _others.Grades,
        Cases = _others.Cases,
        Determinations = _others.Determinations,
        TakenBack = _settled.TakenBack,
        Counts = _joined.Counts,
        Coverages = _others.Coverages,
        CoverageFrom = _others.CoverageFrom,
    };

    /// <summary>What is to be said about all records so far, in no particular order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics ??=
    [
        .. _undated.Items,
        .. _settled.Outcomes.SelectMany(o => o.Value.Diagnostics).Where(d => d.Code != AllDiagnostics.CitesUnknown),
        .. _others.Diagnostics,
        .. _joined.Diagnostics,
        .. _all.Find(),
    ];

    private Instant Through => _until ?? _latest ?? NodaConstants.UnixEpoch;

    /// <summary>Takes more records, in any order.</summary>
    /// <returns>What they changed.</returns>
    public HistoryChange Add(IReadOnlyCollection<ReportRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var through = Through;
        var grades = _others.Grades;
        var (roots, statements, others) = _settled.Settle(Take(records));
        var regraded = Regraded(grades, _others.Grades);
        regraded.ExceptWith(roots);
        if (regraded.Count > 0)
        {
            // Nothing that stands depends on grades, only what counts: that these are settled again changes nothing but what is joined.
            var (more, said, _) = _settled.Settle(regraded);
            roots.UnionWith(more);
            statements.AddRange(said);
        }

        _all.Note(roots);
        var (facts, rest) = _joined.Join(roots, statements, _others.Grades);
        others |= rest;
        (_current, _diagnostics) = (facts.IsEmpty && others == HistoryParts.None && through == Through ? _current : null, null);
        return new HistoryChange(facts, others, Through, through);
    }

    /// <returns>The components of those that are known as of the moments.</returns>
    private HashSet<int> Take(IReadOnlyCollection<ReportRecord> records)
    {
        var dated = RecordedTime.Date(records, _zone, _undated);
        var taken = new List<int>(dated.Count);
        foreach (var one in dated)
        {
            _latest = _latest is { } latest ? Instant.Max(latest, one.Latest) : one.Latest;
            if (one.IsKnown(_asOf, _publishedAsOf, _zone))
            {
                taken.Add(_connections.Add(one, _reader.CountOf(one)));
            }
        }

        if (taken.Count < records.Count)
        {
            // What is not known yet names nothing wrongly.
            foreach (var claim in records.OfType<Report>().SelectMany(r => r.Claims))
            {
                _connections.Events.Add(claim.Event);
            }
        }

        return [.. taken.Select(_connections.RootOf)];
    }

    /// <summary>Whose statements may count where they did not, or the other way: a grade is of a report, or of all that a source says.</summary>
    private HashSet<int> Regraded(ImmutableArray<Graded> before, ImmutableArray<Graded> after)
    {
        if (_standard is null or { Reliability: null, Credibility: null } || before == after)
        {
            return [];
        }

        var targets = before.Except(after).Concat(after.Except(before)).Select(g => g.Target).ToHashSet(StringComparer.Ordinal);
        var reports = targets.Select(_connections.ById).OfType<int>();
        var bySources = Enumerable.Range(0, _connections.Count).Where(i => _connections[i].Record is Report or CountRecord && targets.Contains(_connections[i].Record.Speaker!));
        return [.. reports.Concat(bySources).Select(_connections.RootOf)];
    }
}
