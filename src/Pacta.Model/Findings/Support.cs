using System.Collections.Immutable;
using Pacta.Model.Histories;

namespace Pacta.Model.Findings;

/// <summary>Reports that a certain finding rests on: alone they lead to the same finding.</summary>
/// <param name="Reports">By id; empty where it follows without any report.</param>
/// <param name="Others">Further reports, each of which can stand in for one of those.</param>
/// <param name="IsMinimal">Without any one of them the finding is another. False: not all was tried, and fewer may do.</param>
public sealed record Support(ImmutableArray<ReportReference> Reports, ImmutableArray<ReportReference> Others, bool IsMinimal);
