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

    /// <summary>What is only counted, and not among the findings.</summary>
    ImmutableArray<PlainFindings> PlainOf(Perspective? perspective);

    /// <summary>The ids of the acts by which what is only counted is met.</summary>
    ImmutableHashSet<string> PlainActsOf(Perspective? perspective);

    /// <summary>The clauses that a perspective may find otherwise than all sources together: as <see cref="Differing.Clauses"/> has it.</summary>
    ImmutableHashSet<string>? Concerned(Perspective perspective);

    /// <summary>What was reported and stands in none of the findings about all clauses.</summary>
    ImmutableArray<UnusedFact> NotUsed(Perspective? perspective, ImmutableArray<Finding> findings);
}

/// <summary>Of all reports at once.</summary>
/// <param name="bag">Takes what does not fit, as the perspective that is asked for has it.</param>
internal sealed class FindingsAtOnce(Agreement agreement, CheckRequest request, DiagnosticBag bag) : IFindingSource
{
    private PreparedHistory? _prepared = Checker.Prepare(agreement, request, bag, admission: null);

    private readonly Dictionary<string, History> _histories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableHashSet<string>?> _concerned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NormMonitor> _monitors = new(StringComparer.Ordinal);

    /// <summary>What does not fit is told of the perspective that is asked for, and not again of each other one.</summary>
    public History HistoryOf(Perspective? perspective)
    {
        var name = NameOf(perspective);
        if (!_histories.TryGetValue(name, out var history))
        {
            var prepared = _prepared ?? Checker.Prepare(agreement, request, new DiagnosticBag(), admission: null);
            history = prepared.Of(perspective, perspective?.Name == request.Perspective ? bag : new DiagnosticBag());
            _histories.Add(name, history);

            // What is left of a million records lies in the way of all that follows. Where no other view is to be had of them, nobody needs it.
            _prepared = request.WithEachPerspective && !agreement.Vocabulary.Perspectives.IsEmpty ? prepared : null;
        }

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
