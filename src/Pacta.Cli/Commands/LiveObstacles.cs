using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;

namespace Pacta.Cli.Commands;

/// <summary>What does not go together with a check that goes on.</summary>
internal static class LiveObstacles
{
    public const string Right = "pacta check grey_line.pacta --reports - --follow --save-state grey_line.state";

    public static Diagnostic? Find(CheckWords words, LiveWords live, string? format, string? output) =>
        words.IsPublic ? CommandErrors.Usage(
            "A check that goes on knows who reports: it cannot be --public.", "Write the state first; then make the public page of the reports.", "pacta check grey_line.pacta --reports reports.jsonl --public")
        : words.RecordsFindings ? CommandErrors.Usage(
            "--record-findings puts on record what is found of a store; a state has reports of its own.", "Do one after the other.", "pacta check grey_line.pacta --store reports.db --record-findings")
        : live.Follows && words.Reports.IsEmpty ? CommandErrors.Usage(
            "--follow needs something to read on from.", "Name a report file, or - for standard input.", "pacta check grey_line.pacta --reports - --follow")
        : live.Follows && !words.Tracks.Files.IsEmpty ? CommandErrors.Usage(
            "--tracks is a table that is read at once, and --follow reads on from reports that come in.", "Make records of the positions, and let them come in.",
            "pacta import tracks positions.csv --kind warship --output tracks.jsonl")
        : live.Follows && format is "csv" or "html" && output is null ? CommandErrors.Usage(
            $"With --follow, lines that tell what changes stand before the findings: no program would read that as {format}.", "Name a file for the findings with --output, or take --format json.",
            $"pacta check grey_line.pacta --reports - --follow --format {format} --output findings.{format}")
        : live.SaveState is { } state ? OfState(state, words, output)
        : null;

    /// <summary>A state takes the place of nothing else.</summary>
    private static Diagnostic? OfState(string path, CheckWords words, string? output) =>
        string.IsNullOrWhiteSpace(path) ? CommandErrors.CannotWrite(path, "that is no name.", Right)
        : Directory.Exists(path) ? CommandErrors.CannotWrite(path, "it is a folder.", Right)
        : path == InputFile.StandardInput || OutputTarget.IsNoRegularFile(path) ? CommandErrors.CannotWrite(path, "a state is a file, that is read again.", Right)
        : words.Agreements.Concat(words.Reports).Concat(words.Stores).Any(f => IsSame(f, path)) ? CommandErrors.CannotWrite(path, "it is one of the files that are read.", Right)
        : output is not null && IsSame(output, path) ? CommandErrors.CannotWrite(path, "the findings are to be written there.", Right)
        : null;

    private static bool IsSame(string a, string b) => a.Length > 0 && OutputTarget.IsOneOf(b, [a]);
}
