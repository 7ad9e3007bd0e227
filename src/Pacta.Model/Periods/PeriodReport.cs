using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Model.Periods;

/// <summary>
/// What there is to report about one agreement and one period, as it was known at a moment: what was observed, assessed, due, revised, received, and
/// what could be seen at all.
/// </summary>
/// <param name="Span">The period, from its first instant to its last.</param>
/// <param name="AsOf">Only what was recorded by then is in it.</param>
/// <param name="Findings">All findings as of then, and through when the history was taken as complete.</param>
/// <param name="Observed">What is reported to have happened in the period, in the order of time, whoever says so.</param>
/// <param name="Assessed">The findings that concern it.</param>
/// <param name="Due">What was due within the period.</param>
/// <param name="Next">What is due within the next one of the same length.</param>
/// <param name="Overdue">What is past its due and not reported as done.</param>
/// <param name="Revised">What was told of the time before otherwise than it is told now.</param>
/// <param name="Settled">What was provisional when the period began, and is settled now with nothing else about it changed.</param>
/// <param name="Late">What came in about earlier days.</param>
/// <param name="Coverage">What somebody could see in the period.</param>
/// <param name="NotSeen">What nobody says to have been able to see.</param>
/// <param name="Counts">How many of a kind there were in a time that touches the period, as sources counted them.</param>
public sealed record PeriodReport(
    ReportPeriod Period,
    InstantRange Span,
    Instant AsOf,
    AgreementFindings Findings,
    ImmutableArray<ObservedFact> Observed,
    ImmutableArray<AssessedFinding> Assessed,
    ImmutableArray<Finding> Due,
    ImmutableArray<Finding> Next,
    ImmutableArray<Finding> Overdue,
    ImmutableArray<Revision> Revised,
    ImmutableArray<Finding> Settled,
    ImmutableArray<LateRecord> Late,
    ImmutableArray<SourceActivity> Sources,
    ImmutableArray<Coverage> Coverage,
    ImmutableArray<UnseenPlace> NotSeen,
    ImmutableArray<Fact> Counts,
    ImmutableArray<Determination> Determinations);

/// <summary>How a fact lies to a period.</summary>
public enum Within
{
    /// <summary>In it, by every report.</summary>
    Certain,

    /// <summary>It may lie in it: its time is rough, or reports differ.</summary>
    Possible,

    /// <summary>It began before, and was not over.</summary>
    GoingOn,
}

/// <summary>Something that is reported to have happened in a period.</summary>
public sealed record ObservedFact(Fact Fact, Within Within);

/// <summary>A finding that concerns a period.</summary>
/// <param name="Before">As it was known when the period began; null: then there was none.</param>
public sealed record AssessedFinding(Finding Finding, Finding? Before);

/// <summary>What was told of the time before a period otherwise than it is told now.</summary>
/// <param name="Before">As it was told when the period began; null: there was no such finding.</param>
/// <param name="Now">As it is told now; null: there is none.</param>
/// <param name="Causes">What had come on record since about the same events.</param>
public sealed record Revision(Finding? Before, Finding? Now, ImmutableArray<LateRecord> Causes)
{
    /// <summary>The finding, as it is or as it was.</summary>
    public Finding Finding => Now ?? Before!;
}

/// <summary>What a record that came in does to what was known.</summary>
public enum RecordForm
{
    /// <summary>It says something new.</summary>
    Says,

    /// <summary>It denies what others say.</summary>
    Denies,

    /// <summary>It stands in the place of an earlier report of the same source.</summary>
    Corrects,

    /// <summary>It takes back what its source said.</summary>
    TakesBack,
}

/// <summary>A record that came in.</summary>
/// <param name="Recorded">When.</param>
/// <param name="Concerns">The time of what it speaks of; null where none is known.</param>
public sealed record LateRecord(ReportRecord Record, RecordForm Form, Instant Recorded, InstantRange? Concerns);

/// <summary>What came from one source in a period.</summary>
/// <param name="IsDeclared">Whether the files declare it as a source.</param>
/// <param name="Received">How many records of it were recorded in the period. None: it was silent.</param>
/// <param name="Late">How many of them concern earlier days.</param>
/// <param name="Before">How many had been recorded before the period.</param>
/// <param name="Complete">Its statements that nothing is missing: of each kind, the one that reaches farthest.</param>
public sealed record SourceActivity(string Name, bool IsDeclared, int Received, int Late, int Before, ImmutableArray<Completeness> Complete)
{
    public bool IsSilent => Received == 0;
}

/// <summary>A place that nobody says to have been able to see throughout a period.</summary>
/// <param name="Days">The days of which nobody says anything.</param>
/// <param name="DaysInPart">The days of which a part was seen.</param>
public sealed record UnseenPlace(string Place, ImmutableArray<LocalDate> Days, ImmutableArray<LocalDate> DaysInPart);
