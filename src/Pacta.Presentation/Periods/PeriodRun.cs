using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Periods;
using Pacta.Presentation.Runs;

namespace Pacta.Presentation.Periods;

/// <summary>Everything that one run of <c>report</c> has to show, whatever the form it is shown in.</summary>
/// <param name="From">The first day that was asked for, as it was written.</param>
/// <param name="To">The last one; null where it was not given.</param>
/// <param name="LinesSkipped">Report lines that had an error and were left out.</param>
public sealed record PeriodRun(
    Manifest Manifest, PeriodLength Length, string From, string? To, int LinesSkipped, ImmutableArray<AgreementPeriods> Agreements);

/// <summary>The reports about one agreement, one for each period.</summary>
public sealed record AgreementPeriods(Agreement Agreement, ImmutableArray<PeriodReport> Reports);
