using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Periods;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Checking.Periods;

/// <summary>About which periods of an agreement to report, and from what.</summary>
/// <param name="AsOf">Only what was recorded by then; null: what was recorded by the end of each period.</param>
/// <param name="Perspective">Whose evidence counts for what is assessed; null: all of it. What is observed is told whoever says it.</param>
public sealed record PeriodRequest(
    Agreement Agreement, ImmutableArray<ReportRecord> Reports, ImmutableArray<ReportPeriod> Periods, Moment? AsOf = null, string? Perspective = null)
{
    /// <summary>The moment as of which a period is told.</summary>
    public Instant AsOfFor(ReportPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return AsOf?.In(Agreement.Calendar.Zone).Latest ?? period.In(Agreement.Calendar).Latest;
    }
}
