using System.Collections.Immutable;
using Pacta.Model.Reports;

namespace Pacta.Reports;

/// <summary>What a report file holds.</summary>
/// <param name="Records">In the order of the lines; an exact copy of a line counts once.</param>
/// <param name="Lines">Lines that are not blank.</param>
/// <param name="Skipped">Lines that have an error.</param>
public sealed record ReportFile(ImmutableArray<ReportRecord> Records, int Lines, int Skipped);
