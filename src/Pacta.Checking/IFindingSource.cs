using System.Collections.Immutable;
using Pacta.Evidence;
using Pacta.Logic.Monitoring;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Checking;

/// <summary>Where the histories and findings about one agreement come from: made at once of all reports, or kept up to date.</summary>
internal interface IFindingSource
{
    /// <param name="perspective">Null: every source counts.</param>
    History HistoryOf(Perspective? perspective);

    /// <param name="clauses">Only clauses with such a name, or with an exception of such a name; null: all.</param>
    ImmutableArray<Finding> FindingsOf(Perspective? perspective, IReadOnlySet<string>? clauses);

    /// <summary>What is only counted of the last findings that were asked for.</summary>
    ImmutableArray<PlainFindings> Plain { get; }

    /// <summary>What was reported and stands in none of the findings about all clauses.</summary>
    ImmutableArray<UnusedFact> NotUsed(Perspective? perspective, ImmutableArray<Finding> findings);
}

/// <summary>Of all reports at once.</summary>
internal sealed class FindingsAtOnce(Agreement agreement, CheckRequest request, PreparedHistory prepared, DiagnosticBag bag) : IFindingSource
{
    private readonly Dictionary<string, History> _histories = new(StringComparer.Ordinal);
    private NormMonitor? _last;

    /// <summary>What does not fit is told of the perspective that is asked for, and not again of each other one.</summary>
    public History HistoryOf(Perspective? perspective)
    {
        var name = perspective?.Name ?? string.Empty;
        if (!_histories.TryGetValue(name, out var history))
        {
            history = prepared.Of(perspective, perspective?.Name == request.Perspective ? bag : new DiagnosticBag());
            _histories.Add(name, history);
        }

        return history;
    }

    public ImmutableArray<Finding> FindingsOf(Perspective? perspective, IReadOnlySet<string>? clauses)
    {
        _last = new NormMonitor(agreement, HistoryOf(perspective), perspective, clauses, processors: request.Processors, mostListed: MayCount(perspective) ? request.MostListed : null);
        return _last.Findings;
    }

    public ImmutableArray<PlainFindings> Plain => _last?.Plain ?? [];

    public ImmutableArray<UnusedFact> NotUsed(Perspective? perspective, ImmutableArray<Finding> findings) => _last!.NotUsed(findings);

    /// <summary>What bodies decided is put beside single findings, and so is what others find under their perspectives: then all are made.</summary>
    private bool MayCount(Perspective? perspective) =>
        request.MostListed is not null
        && perspective?.Name == request.Perspective
        && HistoryOf(perspective) is { Determinations.IsEmpty: true } history
        && (!request.WithEachPerspective || perspective is not null
            || agreement.Vocabulary.Perspectives.Values.All(p => Differing.Clauses(agreement, history, HistoryOf(p), p) is { Count: 0 }));
}
