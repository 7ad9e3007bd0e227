using System.Collections.Immutable;
using Pacta.Evidence;
using Pacta.Evidence.Joining;
using Pacta.Evidence.Recording;
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

    /// <summary>What is only counted, and not among the findings.</summary>
    ImmutableArray<PlainFindings> PlainOf(Perspective? perspective);

    /// <summary>The ids of the acts by which what is only counted is met.</summary>
    ImmutableHashSet<string> PlainActsOf(Perspective? perspective);

    /// <summary>The clauses that a perspective may find otherwise than all sources together: as <see cref="Differing.Clauses"/> has it.</summary>
    ImmutableHashSet<string>? Concerned(Perspective perspective);

    /// <summary>What was reported and stands in none of the findings about all clauses, in no order.</summary>
    ImmutableArray<UnusedFact> NotUsed(Perspective? perspective, ImmutableArray<Finding> findings);
}

/// <summary>Of all reports at once.</summary>
/// <param name="bag">Takes what does not fit, as the perspective that is asked for has it.</param>
/// <param name="records">Of the request, also for other agreements.</param>
/// <param name="concern">What the agreement speaks of; null: every report is gone through.</param>
internal sealed class FindingsAtOnce(Agreement agreement, CheckRequest request, SharedRecords records, DiagnosticBag bag, Concern? concern) : IFindingSource
{
    private PreparedHistory? _prepared = Checker.Prepare(agreement, request, records, bag, concern: concern);

    private readonly Dictionary<string, History> _histories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableHashSet<string>?> _concerned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NormMonitor> _monitors = new(StringComparer.Ordinal);

    public History HistoryOf(Perspective? perspective)
    {
        if (!_histories.TryGetValue(NameOf(perspective), out var history))
        {
            var prepared = _prepared ?? Checker.Prepare(agreement, request, new SharedRecords(request.Reports), new DiagnosticBag(), concern: concern);
            history = HistoryIn(prepared, perspective);
            if (request.WithEachPerspective && perspective is null)
            {
                foreach (var other in agreement.Vocabulary.Perspectives.Values)
                {
                    HistoryIn(prepared, other);
                }
            }

            // What is left of a million records lies in the way of all that follows, and nobody needs it any more.
            _prepared = null;
        }

        return history;
    }

    /// <summary>What does not fit is told of the perspective that is asked for, and not again of each other one.</summary>
    private History HistoryIn(PreparedHistory prepared, Perspective? perspective)
    {
        var history = prepared.Of(perspective, perspective?.Name == request.Perspective ? bag : new DiagnosticBag());
        _histories.Add(NameOf(perspective), history);
        return history;
    }

    public ImmutableHashSet<string>? Concerned(Perspective perspective)
    {
        if (!_concerned.TryGetValue(perspective.Name, out var concerned))
        {
            concerned = Differing.Clauses(agreement, HistoryOf(null), HistoryOf(perspective), perspective);
            _concerned.Add(perspective.Name, concerned);
        }

        return concerned;
    }

    public ImmutableArray<Finding> FindingsOf(Perspective? perspective, IReadOnlySet<string>? clauses)
    {
        if (!_monitors.TryGetValue(NameOf(perspective), out var monitor))
        {
            monitor = MonitorOf(perspective, clauses);
            _monitors.Add(NameOf(perspective), monitor);
            if (request.WithEachPerspective && perspective is null)
            {
                FindUnderEach(monitor);
            }
        }

        return monitor.Findings;
    }

    public ImmutableArray<PlainFindings> PlainOf(Perspective? perspective) => _monitors[NameOf(perspective)].Plain;

    public ImmutableHashSet<string> PlainActsOf(Perspective? perspective) => _monitors[NameOf(perspective)].PlainActs;

    public ImmutableArray<UnusedFact> NotUsed(Perspective? perspective, ImmutableArray<Finding> findings) => _monitors[NameOf(perspective)].NotUsed(findings);

    private static string NameOf(Perspective? perspective) => perspective?.Name ?? string.Empty;

    /// <summary>What perspectives find is put beside what all sources together do: only what is alike to all of them may be counted.</summary>
    private void FindUnderEach(NormMonitor withAll)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var perspective in agreement.Vocabulary.Perspectives.Values)
        {
            if (seen.Add(Differing.Signature(HistoryOf(perspective), perspective)) && Concerned(perspective) is not { Count: 0 })
            {
                var asked = Checker.AskedUnder(request, Concerned(perspective));
                _monitors.Add(
                    perspective.Name,
                    Concerned(perspective) is not null && perspective.Readings.IsEmpty
                        ? new NormMonitor(withAll, HistoryOf(perspective), perspective, asked, HistoryOf(perspective).LeftOut.Select(l => l.About).ToHashSet(StringComparer.Ordinal))
                        : MonitorOf(perspective, asked));
            }
        }

        NormMonitor.CountAlike([withAll, .. _monitors.Values.Where(m => !ReferenceEquals(m, withAll))]);
    }

    /// <summary>What bodies decided is put beside single findings: then none is counted.</summary>
    private NormMonitor MonitorOf(Perspective? perspective, IReadOnlySet<string>? clauses) => new(
        agreement, HistoryOf(perspective), perspective, clauses, processors: request.Processors,
        mostListed: HistoryOf(perspective).Determinations.IsEmpty ? request.MostListed : null);
}
