using System.Collections.Immutable;
using Pacta.Logic.Monitoring;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Checking.Live;

/// <summary>One agreement kept up to date: as it is asked for, and as each declared perspective sees it, where that is wanted.</summary>
internal sealed class LiveAgreement : IFindingSource
{
    private readonly LiveView _asked;
    private readonly Dictionary<string, LiveView> _views = new(StringComparer.Ordinal);
    private readonly int? _mostListed;

    public LiveAgreement(Agreement agreement, CheckRequest request)
    {
        Agreement = agreement;
        _mostListed = request.MostListed;
        var perspective = request.Perspective is { } name ? agreement.Vocabulary.Perspectives.GetValueOrDefault(name) : null;
        _asked = new LiveView(agreement, request, perspective);
        _views.Add(NameOf(perspective), _asked);
        foreach (var other in request.WithEachPerspective && perspective is null ? agreement.Vocabulary.Perspectives.Values : [])
        {
            _views.Add(other.Name, new LiveView(agreement, request, other));
        }
    }

    public Agreement Agreement { get; }

    /// <summary>The view that is asked for, then that of each perspective.</summary>
    public IEnumerable<LiveView> Views => _views.Values;

    public LiveView Asked => _asked;

    /// <returns>What is found otherwise than before, as it is asked for.</returns>
    /// <param name="isTold">Whether somebody wants to know: to tell all that is found takes longer than to find it.</param>
    public ImmutableArray<FindingChange> Add(IReadOnlyCollection<ReportRecord> records, bool isTold)
    {
        var changes = ImmutableArray<FindingChange>.Empty;
        foreach (var view in Views)
        {
            var found = view.Look(view.Take(records), isTold && ReferenceEquals(view, _asked));
            changes = ReferenceEquals(view, _asked) ? found : changes;
        }

        return changes;
    }

    public History HistoryOf(Perspective? perspective) => _views[NameOf(perspective)].History.Current;

    public ImmutableArray<Finding> FindingsOf(Perspective? perspective, IReadOnlySet<string>? clauses) => MonitorOf(perspective).FindingsOf(clauses, MostListed(perspective));

    public ImmutableArray<PlainFindings> PlainOf(Perspective? perspective) => MonitorOf(perspective).PlainOver(MostListed(perspective));

    public ImmutableHashSet<string> PlainActsOf(Perspective? perspective) => MonitorOf(perspective).PlainActsOver(MostListed(perspective));

    public ImmutableHashSet<string>? Concerned(Perspective perspective) => Differing.Clauses(Agreement, HistoryOf(null), HistoryOf(perspective), perspective);

    public ImmutableArray<UnusedFact> NotUsed(Perspective? perspective, ImmutableArray<Finding> findings) => MonitorOf(perspective).NotUsed(findings, MostListed(perspective));

    private NormMonitor MonitorOf(Perspective? perspective) => _views[NameOf(perspective)].Monitor!;

    /// <summary>What bodies decided is put beside single findings, and what perspectives find beside what all sources together do: then all is listed.</summary>
    private int? MostListed(Perspective? perspective) => _views.Count == 1 && HistoryOf(perspective).Determinations.IsEmpty ? _mostListed : null;

    private static string NameOf(Perspective? perspective) => perspective?.Name ?? string.Empty;
}
