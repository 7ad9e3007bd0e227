using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence.Joining;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;

namespace Pacta.Evidence.Live;

/// <summary>
/// Judgements, statements of completeness and whatever else is neither a report nor a count. They are few beside the reports, and some of them are about many
/// records at once: where one changes, all of them are put together again.
/// </summary>
internal sealed class OtherParts(Vocabulary vocabulary, DateTimeZone zone, IReadOnlySet<string>? matters, Perspective? perspective)
{
    private readonly SortedSet<Dated> _records = [];

    public ImmutableArray<Judgement> Judgements { get; private set; } = [];

    public ImmutableArray<Completeness> Completeness { get; private set; } = [];

    public ImmutableArray<Coverage> Coverages { get; private set; } = [];

    public Instant? CoverageFrom { get; private set; }

    public ImmutableArray<Graded> Grades { get; private set; } = [];

    public ImmutableArray<Case> Cases { get; private set; } = [];

    public ImmutableArray<Determination> Determinations { get; private set; } = [];

    public ImmutableArray<Diagnostic> Diagnostics { get; private set; } = [];

    /// <summary>Records that stand in the place of others.</summary>
    public HistoryParts Replace(List<Dated> before, List<Dated> after)
    {
        if (before.Count == 0 && after.Count == 0)
        {
            return HistoryParts.None;
        }

        before.ForEach(r => _records.Remove(r));
        _records.UnionWith(after);
        return Refresh();
    }

    private HistoryParts Refresh()
    {
        var (bag, changed) = (new DiagnosticBag(), HistoryParts.None);
        ImmutableArray<Dated> records = [.. _records];
        var coverages = OtherStatements.Coverages(records, zone);
        var from = coverages.IsEmpty ? (Instant?)null : coverages.Min(c => c.Period.Earliest);
        changed |= from == CoverageFrom ? HistoryParts.None : HistoryParts.Coverages;
        CoverageFrom = from;
        Judgements = Changed(HistoryParts.Judgements, Judgements, Accepted(OtherStatements.Judgements(records, matters, bag), j => j.By), (a, b) => a == b);
        Completeness = Changed(HistoryParts.Completeness, Completeness, Accepted(OtherStatements.Completeness(records, vocabulary, zone, bag), c => c.By), Same.Completeness);
        Coverages = Changed(HistoryParts.Coverages, Coverages, Accepted(coverages, c => c.By), (a, b) => a == b);
        Grades = Changed(HistoryParts.Grades, Grades, OtherStatements.Grades(records), (a, b) => a == b);
        Cases = Changed(HistoryParts.Cases, Cases, Joining.Cases.Of(records, zone, bag), Same.Cases);
        Determinations = Changed(HistoryParts.Determinations, Determinations, OtherStatements.Determinations(records, zone), (a, b) => a == b);
        Diagnostics = [.. bag.Items];
        return changed;

        ImmutableArray<T> Changed<T>(HistoryParts part, ImmutableArray<T> old, ImmutableArray<T> now, Func<T, T, bool> same)
        {
            if (Same.All(old, now, same))
            {
                return old;
            }

            changed |= part;
            return now;
        }
    }

    private ImmutableArray<T> Accepted<T>(ImmutableArray<T> all, Func<T, ReportReference> by) =>
        perspective is null ? all : [.. all.Where(one => Weighing.Weighing.Accepts(perspective, vocabulary, by(one).Source))];
}
