using System.CommandLine;
using Pacta.Checking;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Presentation.Explaining;
using Pacta.Presentation.Json;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Text;

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
        var certificate = new CertificateOptions();
        var command = new Command("explain", "Explain a finding: the clause, what happened, what decides, and every step of the derivation.")
        {
            options.Words, options.Reports, options.Store, options.ExpectChain, options.AsOf, options.PublishedAsOf, options.Until, options.Perspective, options.KeepGoing, options.Speech.Mandate, options.Speech.Language,
            options.Public, options.Resume, format, output, certificate.File, certificate.Full,
        };
        options.Tracks.AddTo(command);
        command.SetAction(parse =>
        {
            var (words, id) = SplitId(options.Read(parse, hasCheckOptions: false));
            var files = certificate.Read(parse);
            return id is null
                ? Messages.Fail(host, CommandErrors.Usage(
                    "Which finding is to be explained?", "Put its id, or the first digits of it, at the end. The table of pacta check has the ids.",
                    "pacta explain grey_line.pacta --reports reports.jsonl 3fa2b1"))
                : files.Full is not null && (files.File is null || !words.IsPublic)
                ? Messages.Fail(host, CommandErrors.Usage(
                    "--full goes with --certificate and --public.", "Without --public, the file behind --certificate is the full certificate.",
                    "pacta explain grey_line.pacta --reports reports.jsonl 3fa2b1 --public --certificate public.json --full full.json"))
                : Run(words, id, parse.GetValue(format) == "json", parse.GetValue(output), files, host with { HidesIdentities = words.IsPublic });
        });
        return command;
    }

    private static int Run(CheckWords words, string id, bool isJson, string? output, CertificateFiles files, Host host) =>
        Checked(words, id, files, host) is not var (report, input) || (Shown(report, input, id, words, host) ?? Find(report, id, words, host)) is not { } explanation ? ExitCodes.BadInput
        : !CertificateOutput.Write(host, files, words, input, explanation) ? ExitCodes.BadInput
        : OutputTarget.Write(host, output, words.Files, (stream, screen) => Write(host, report, WithSupport(explanation, input, words), isJson, stream, screen, words)) ? ExitCodes.Good
        : ExitCodes.BadInput;

    /// <summary>
    /// The table, out of which the id was read, only counts what is plainly consistent where there are thousands of it: mostly the finding is one of the others, and these are
    /// found in a tenth of the time. What goes into a certificate is all that is found.
    /// </summary>
    private static (CheckReport Report, CheckInput Input)? Checked(CheckWords words, string id, CertificateFiles files, Host host)
    {
        var counting = words with { CountsPlain = !words.IsPublic && files.File is null };
        if (CheckRun.RunWithInput(counting, host) is not var (report, input))
        {
            return null;
        }

        if (report.Agreements.All(a => a.Plain.IsEmpty) || report.Agreements.Any(a => a.Findings.Any(f => f.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase))))
        {
            return (report, input);
        }

        // What there was to say of the reports was said.
        using var progress = new Progress(host.Progress);
        progress.Step("checking");
        return CheckRun.Check(words, input, host with { Error = TextWriter.Null }, new DiagnosticBag(), progress) is { } all ? (all, input) : null;
    }

    /// <summary>Which reports suffice is not told where it is not told who reported.</summary>
    private static Explanation WithSupport(Explanation explanation, CheckInput input, CheckWords words) => words.IsPublic ? explanation : explanation with
    {
        Support = SupportFinder.Find(
            explanation.Checked, explanation.Finding, new CheckRequest([explanation.Checked.Agreement], input.Reports.Records, input.AsOf, input.Until, words.Perspective)),
    };

    private static void Write(Host host, CheckReport report, Explanation explanation, bool isJson, Stream stream, Screen screen, CheckWords words)
    {
        Messages.LinesLeftOut(host, report.LinesSkipped);
        if (isJson)
        {
            CheckJson.Write(stream, report.Manifest with { Command = "explain", OwnOptions = [explanation.Finding.Id] }, explanation, words.Speech);
            stream.Write("\n"u8);
            return;
        }

        using var text = OutputTarget.Text(stream);
        ExplanationText.Write(text, explanation, words.Speech, screen);
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

    /// <summary>Of what is shown to everybody, the finding that has the id where nothing is hidden; null if nothing is, or if it has the same id here.</summary>
    private static Explanation? Shown(CheckReport report, CheckInput input, string id, CheckWords words, Host host)
    {
        if (!words.IsPublic || report.Agreements.Any(a => a.Findings.Any(f => f.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)))
            || CheckRun.RunWithInput(words with { IsPublic = false }, host with { Error = TextWriter.Null, Progress = null }) is not var (full, _))
        {
            return null;
        }

        var said = full.Agreements.SelectMany(a => a.Findings.Where(f => f.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)).Select(f => new Explanation(a, f))).ToList();
        var identities = Hiding.Identities(input.Agreements, input.Reports);
        return said is not [var only] ? null
            : report.Agreements
                .Where(a => a.Agreement.Name == only.Checked.Agreement.Name)
                .SelectMany(a => a.Findings.Select(f => new Explanation(a, f)))
                .FirstOrDefault(shown => Hiding.IsSame(only, shown, identities));
    }

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
