using System.CommandLine;
using Pacta.Checking;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Presentation.Explaining;
using Pacta.Presentation.Json;
using Pacta.Presentation.Runs;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta explain</c>: why one finding is what it is.</summary>
internal static class ExplainCommand
{
    public const int MostIds = 8;

    public static Command Create(Host host)
    {
        var options = new CheckOptions();
        options.Words.Description = "Files of agreements (.pacta), and the id of the finding or its first digits.";
        options.Words.HelpName = "AGREEMENT... FINDING";
        var format = Formats.Option("text", "json");
        var output = OutputTarget.Option();
        var command = new Command("explain", "Explain a finding: the clause, what happened, what decides, and every step of the derivation.")
        {
            options.Words, options.Reports, options.Store, options.AsOf, options.Until, options.Perspective, options.KeepGoing, options.Speech.Mandate, options.Speech.Language,
            format, output,
        };
        command.SetAction(parse =>
        {
            var (words, id) = SplitId(options.Read(parse, hasCheckOptions: false));
            if (id is null)
            {
                return Messages.Fail(host, CommandErrors.Usage(
                    "Which finding is to be explained?", "Put its id, or the first digits of it, at the end. The table of pacta check has the ids.",
                    "pacta explain grey_line.pacta --reports reports.jsonl 3fa2b1"));
            }

            return CheckRun.RunWithInput(words, host) is not var (input, report) || Find(report, id, words, host) is not { } found ? ExitCodes.BadInput
                : OutputTarget.Write(host, parse.GetValue(output), words.Files, (stream, screen) =>
                {
                    Messages.LinesLeftOut(host, report.LinesSkipped);
                    var request = new CheckRequest([found.Checked.Agreement], input.Reports.Records, input.AsOf, input.Until, words.Perspective);
                    var explanation = found with { Support = SupportFinder.Find(found.Checked, found.Finding, request) };
                    if (parse.GetValue(format) == "json")
                    {
                        CheckJson.Write(stream, report.Manifest, explanation, words.Speech);
                        stream.Write("\n"u8);
                        return;
                    }

                    using var text = OutputTarget.Text(stream);
                    ExplanationText.Write(text, explanation, words.Speech, screen);
                })
                    ? ExitCodes.Good
                    : ExitCodes.BadInput;
        });
        return command;
    }

    /// <summary>The id is the last word that names no file. It may have slipped behind <c>--reports</c>.</summary>
    public static (CheckWords Words, string? Id) SplitId(CheckWords words)
    {
        var all = words.Agreements.Concat(words.Reports).ToList();
        var id = all.FindLast(w => IsHexadecimal(w) && !File.Exists(w))
            ?? all.FindLast(w => w != InputFile.StandardInput && Path.GetExtension(w).Length == 0 && !Path.Exists(w));
        return id is null
            ? (words, null)
            : (words with { Agreements = words.Agreements.Remove(id), Reports = words.Reports.Remove(id) }, id);
    }

    private static bool IsHexadecimal(string word) => word.Length is > 0 and <= 12 && word.All(char.IsAsciiHexDigit);

    private static Explanation? Find(CheckReport report, string id, CheckWords words, Host host)
    {
        var all = report.Agreements.SelectMany(a => a.Findings.Select(f => (Checked: a, Finding: f))).ToList();
        var found = all.FindAll(f => f.Finding.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase));
        if (found.Count == 1)
        {
            return new Explanation(found[0].Checked, found[0].Finding);
        }

        Messages.Fail(host, found.Count == 0
            ? CommandErrors.UnknownFinding(id, Nearest(id, all.Select(f => f.Finding)), $"pacta check {words.Again} --all")
            : CommandErrors.SeveralFindings(id, found.Select(f => f.Finding.Id).Distinct(StringComparer.Ordinal).Take(MostIds)));
        return null;
    }

    /// <summary>The id with the nearest spelling; else the one that has the most first digits in common.</summary>
    private static string? Nearest(string id, IEnumerable<Finding> findings)
    {
        var ids = findings.Select(f => f.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return DidYouMean.Nearest(id, ids.Select(i => i[..Math.Min(i.Length, id.Length)])) is { } begin
            ? ids.Find(i => i.StartsWith(begin, StringComparison.Ordinal))
            : ids.Where(i => i[0] == id[0]).OrderByDescending(i => i.Zip(id).TakeWhile(p => p.First == p.Second).Count()).FirstOrDefault();
    }
}
