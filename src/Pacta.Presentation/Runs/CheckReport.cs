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

    /// <summary>The name of the command: check, explain, history, compare, report.</summary>
    public string Command { get; init; } = "check";

    /// <summary>The options that no other command has, as they were written.</summary>
    public ImmutableArray<string> OwnOptions { get; init; } = [];

    /// <summary>The maps that the agreements name, by the names by which they do.</summary>
    public ImmutableArray<AgreementInput> Maps { get; init; } = [];

    /// <summary>States of which the reports were taken.</summary>
    public ImmutableArray<SavedState> States { get; init; } = [];

    /// <summary>The command that makes the same again, with the names of the files and without their folders; in public without those of reports.</summary>
    public string Repeated => string.Join(' ', Words().Select(w => w.Contains(' ', StringComparison.Ordinal) ? $"\"{w}\"" : w));

    private IEnumerable<string> Words()
    {
        string[] files = IsPublic ? [] : [.. Reports.Select(r => r.File)];
        string[] stores = IsPublic ? [] : [.. Stores.Select(s => s.File)];
        return
        [
            "pacta", Command, .. Agreements.Select(a => a.File),
            .. files.Length == 0 ? [] : files.Prepend("--reports"),
            .. stores.SelectMany(s => new[] { "--store", s }),
            .. IsPublic ? [] : States.SelectMany(s => Given("--resume", s.File)),
            .. Given("--as-of", Options.AsOf), .. Given("--published-as-of", Options.PublishedAsOf), .. Given("--until", Options.Until), .. Given("--perspective", Options.Perspective),
            .. Options.Clauses.SelectMany(c => Given("--clause", c)),
            .. Options.IsStrict ? ["--strict"] : Array.Empty<string>(), .. Options.KeepsGoing ? ["--keep-going"] : Array.Empty<string>(),
            .. IsPublic ? ["--public"] : Array.Empty<string>(),
            .. OwnOptions,
            "--mandate", Options.Mandate, "--language", Options.Language,
        ];
    }

    private static IEnumerable<string> Given(string option, string? value) => value is null ? [] : [option, value];
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
    string Language)
{
    public string? PublishedAsOf { get; init; }
}

/// <param name="Sha256">Of the bytes of the file.</param>
public sealed record AgreementInput(string File, string Sha256);

/// <summary>A file of reports.</summary>
/// <param name="sha256">
/// Of the lines in ordinal order, each ended by a line feed: shuffling the lines of a file changes nothing. It is found when it is asked for, at most once.
/// </param>
public sealed class ReportInput(string file, int lines, Func<string> sha256)
{
    private string? _sha256;

    public ReportInput(string file, int lines, string sha256)
        : this(file, lines, () => sha256)
    {
    }

    public string File { get; } = file;

    public int Lines { get; } = lines;

    public string Sha256 => _sha256 ??= sha256();
}

/// <param name="Entries">How many records it had, those that were erased included.</param>
/// <param name="Erased">How many of them had been erased.</param>
/// <param name="Chain">The hash over all entries in order: the state of the store that was read.</param>
public sealed record StoreInput(string File, long Entries, int Erased, string Chain);

/// <param name="Records">How many records it has.</param>
/// <param name="Sha256">Of all before it: the last bytes of the file.</param>
public sealed record SavedState(string File, int Records, string Sha256);
