using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Presentation.Runs;

/// <summary>Everything one run of <c>check</c> has to show, whatever the form it is shown in.</summary>
/// <param name="LinesSkipped">Report lines that had an error and were left out, whatever the reason.</param>
/// <param name="ListsKept">Whether the table also lists what was merely kept.</param>
public sealed record CheckReport(Manifest Manifest, ImmutableArray<CheckedAgreement> Agreements, int LinesSkipped, bool ListsKept);

/// <param name="Through">The history was taken as complete through this instant.</param>
/// <param name="Kept">Records that are kept and not evaluated.</param>
/// <param name="Determinations">What bodies decided about none of the findings.</param>
/// <param name="NotUsed">What was reported and stands in none of the findings; null where only some clauses were asked for.</param>
/// <param name="TakenBack">What authors took back.</param>
public sealed record CheckedAgreement(
    Agreement Agreement,
    Instant Through,
    ImmutableArray<Finding> Findings,
    int Kept,
    ImmutableArray<Determination> Determinations,
    ImmutableArray<UnusedFact>? NotUsed,
    ImmutableArray<TakenBack> TakenBack)
{
    /// <summary>What was reported and does not count under the perspective that was asked for.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];

    /// <summary>What counts under it although nobody graded it.</summary>
    public ImmutableArray<ReportReference> Ungraded { get; init; } = [];

    /// <summary>The same under each perspective that is declared, where none was asked for.</summary>
    public ImmutableArray<UnderPerspective> Perspectives { get; init; } = [];
}

/// <summary>The findings as one perspective has them.</summary>
/// <param name="LeftOut">What was reported and does not count for it.</param>
/// <param name="Ungraded">What counts for it although nobody graded it.</param>
public sealed record UnderPerspective(string Name, ImmutableArray<Finding> Findings, ImmutableArray<LeftOut> LeftOut, ImmutableArray<ReportReference> Ungraded);

/// <summary>What a run was made of: enough to repeat it and to see whether two runs had the same input.</summary>
/// <param name="Version">The version of Pacta.</param>
public sealed record Manifest(
    string Version,
    RunOptions Options,
    ImmutableArray<AgreementInput> Agreements,
    ImmutableArray<ReportInput> Reports,
    ImmutableArray<StoreInput> Stores);

/// <summary>The options that change what is found or listed, as they were written.</summary>
public sealed record RunOptions(
    string? AsOf,
    string? Until,
    string? Perspective,
    bool IsStrict,
    bool KeepsGoing,
    ImmutableArray<string> Clauses,
    string Mandate,
    string Language);

/// <param name="Sha256">Of the bytes of the file.</param>
public sealed record AgreementInput(string File, string Sha256);

/// <param name="Sha256">Of the lines in ordinal order, each ended by a line feed: shuffling the lines of a file changes nothing.</param>
public sealed record ReportInput(string File, int Lines, string Sha256);

/// <param name="Entries">How many records it had, those that were erased included.</param>
/// <param name="Erased">How many of them had been erased.</param>
/// <param name="Chain">The hash over all entries in order: the state of the store that was read.</param>
public sealed record StoreInput(string File, long Entries, int Erased, string Chain);
