using System.Collections.Immutable;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Runs;

/// <summary>Everything one run of <c>check</c> has to show, whatever the form it is shown in.</summary>
/// <param name="LinesSkipped">Report lines that had an error and were left out, whatever the reason.</param>
/// <param name="ListsKept">Whether the table also lists what was merely kept.</param>
public sealed record CheckReport(Manifest Manifest, ImmutableArray<AgreementFindings> Agreements, int LinesSkipped, bool ListsKept);

/// <summary>What a run was made of: enough to repeat it and to see whether two runs had the same input.</summary>
/// <param name="Version">The version of Pacta.</param>
public sealed record Manifest(
    string Version,
    RunOptions Options,
    ImmutableArray<AgreementInput> Agreements,
    ImmutableArray<ReportInput> Reports,
    ImmutableArray<StoreInput> Stores)
{
    /// <summary>Those who report are told by pseudonyms, and nothing of the files in which they did.</summary>
    public bool IsPublic { get; init; }
}

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
