using System.Collections.Immutable;
using Pacta.Evidence.Live;
using Pacta.Logic.Monitoring;
using Pacta.Model.Agreements;
using Pacta.Model.Reports;

namespace Pacta.Checking.Live;

/// <summary>One agreement as one perspective sees it, kept up to date.</summary>
internal sealed class LiveView
{
    /// <summary>What is found hangs on these parts of a history as a whole: a change of them has all be evaluated anew.</summary>
    private const HistoryParts Decisive = HistoryParts.Judgements | HistoryParts.Completeness | HistoryParts.Coverages;

    private readonly Agreement _agreement;
    private readonly CheckRequest _request;
    private readonly Perspective? _perspective;

    public LiveView(Agreement agreement, CheckRequest request, Perspective? perspective)
    {
        (_agreement, _request, _perspective) = (agreement, request, perspective);
        var zone = agreement.Calendar.Zone;
        History = new LiveHistory(
            agreement.Vocabulary, zone, request.AsOf?.In(zone).Latest, request.Until?.In(zone).Latest, agreement.Matters, Checker.PlacesOf(agreement), perspective,
            request.PublishedAsOf?.In(zone).Latest);
    }

    public LiveHistory History { get; }

    /// <summary>Null before anything was evaluated.</summary>
    public NormMonitor? Monitor { get; private set; }

    /// <summary>Takes records; what is found of them is looked at later.</summary>
    public HistoryChange Take(IReadOnlyCollection<ReportRecord> records) => History.Add(records);

    /// <summary>Looks at what was taken.</summary>
    /// <param name="isTold">Whether somebody wants to know what is found otherwise.</param>
    /// <returns>What is found otherwise than before; all that is found, where nothing was looked at before.</returns>
    public ImmutableArray<FindingChange> Look(HistoryChange change, bool isTold)
    {
        if (Monitor is null)
        {
            Monitor = new NormMonitor(_agreement, History.Current, _perspective, _request.Clauses, isRevisable: true, _request.Processors);
            return isTold ? [.. Monitor.Findings.Select(f => new FindingChange(null, f))] : [];
        }

        return Monitor.Revise(History.Current, change.Facts, (change.Others & Decisive) != HistoryParts.None, isTold);
    }

    /// <summary>Takes up what was found of the records that were taken.</summary>
    /// <exception cref="InvalidDataException">It was not found of them.</exception>
    public void Resume(Stream from) => Monitor = NormMonitor.Resume(_agreement, History.Current, from, _perspective, _request.Clauses, _request.Processors);
}
