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

    public LiveAgreement(Agreement agreement, CheckRequest request)
    {
        Agreement = agreement;
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
    public ImmutableArray<FindingChange> Add(IReadOnlyCollection<ReportRecord> records)
    {
        var changes = ImmutableArray<FindingChange>.Empty;
        foreach (var view in Views)
        {
            var found = view.Look(view.Take(records));
            changes = ReferenceEquals(view, _asked) ? found : changes;
        }

        return changes;
    }

    public History HistoryOf(Perspective? perspective) => _views[NameOf(perspective)].History.Current;

    public ImmutableArray<Finding> FindingsOf(Perspective? perspective, IReadOnlySet<string>? clauses) => _views[NameOf(perspective)].Monitor!.FindingsOf(clauses);

    public ImmutableArray<PlainFindings> PlainOf(Perspective? perspective) => [];

    public ImmutableHashSet<string> PlainActsOf(Perspective? perspective) => [];

    public ImmutableHashSet<string>? Concerned(Perspective perspective) => Differing.Clauses(Agreement, HistoryOf(null), HistoryOf(perspective), perspective);

    public ImmutableArray<UnusedFact> NotUsed(Perspective? perspective, ImmutableArray<Finding> findings) => _views[NameOf(perspective)].Monitor!.NotUsed(findings);

    private static string NameOf(Perspective? perspective) => perspective?.Name ?? string.Empty;
}
