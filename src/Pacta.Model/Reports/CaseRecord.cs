using System.Collections.Immutable;
using Pacta.Model.Time;

namespace Pacta.Model.Reports;

/// <summary>How far a case has come. The order is the usual one; a case may be taken up again.</summary>
public enum CaseStage
{
    /// <summary>Somebody says that it happened.</summary>
    Alleged,

    /// <summary>Somebody looks into it.</summary>
    UnderInquiry,

    /// <summary>What was found out is on paper.</summary>
    Reported,

    /// <summary>It was laid before a body.</summary>
    Referred,

    /// <summary>The body decided: what, a determination says.</summary>
    Determined,
    Closed,
}

/// <summary>One step of a case, or a reply of somebody who is accused in it. A case is all records that name it.</summary>
/// <param name="Case">The id that its records share.</param>
/// <param name="By">Who takes the step, or who replies.</param>
/// <param name="Stage">Null for a reply.</param>
/// <param name="Events">What it is about: ids of events. Steps add to it.</param>
/// <param name="Accused">Who is said to have done it. Steps add to it.</param>
/// <param name="Reply">In the words of who replies; null for a step.</param>
public sealed record CaseRecord(
    string Id, RecordPlace Place, string Case, string By, Moment Date, CaseStage? Stage, ImmutableArray<string> Events, ImmutableArray<string> Accused,
    string? Reply, string? Text, Moment? Recorded, string? Reference)
    : ReportRecord;
