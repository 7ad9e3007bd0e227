using System.CommandLine;
using System.Text;
using Pacta.Checking;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Translation;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta export mfotl</c>: clauses, reports and findings for an independent monitor.</summary>
internal static class ExportCommand
{
    public static Command Create(Host host)
    {
        var options = new CheckOptions();
        var folder = new Option<string>("--to") { Description = "The folder to write into; it is made if it is not there, and must be empty if it is.", HelpName = "FOLDER", Required = true };
        var mfotl = new Command("mfotl", "Write clauses as temporal formulas, reports as logs, and what a monitor of that notation must find.")
        {
            options.Words, options.Reports, options.Store, options.AsOf, options.PublishedAsOf, options.Until, options.Perspective, options.KeepGoing, options.Speech.Language, folder,
        };
        mfotl.SetAction(parse => Run(options.Read(parse, hasCheckOptions: false), parse.GetValue(folder)!, host));
        return new Command("export", "Write what other programs can check.") { mfotl };
    }

    private static int Run(CheckWords words, string folder, Host host)
    {
        if (!IsFree(folder, host) || CheckRun.RunWithInput(words, host) is not var (report, input))
        {
            return ExitCodes.BadInput;
        }

        var isOne = report.Agreements.Length == 1;
        using var text = host.TextOutput();
        foreach (var found in report.Agreements)
        {
            var own = isOne ? folder : Path.Combine(folder, found.Agreement.Name);
            var history = Checker.HistoryOf(found.Agreement, input.Request(found.Agreement, words.Perspective));
            var perspective = words.Perspective is { } name ? found.Agreement.Vocabulary.Perspectives.GetValueOrDefault(name) : null;
            var files = ExportedFiles.Of(MfotlExport.Of(found.Agreement, history, perspective, found.Findings));
            var readme = new ExportReadme(words.Speech.Phrases, found, report.Manifest, files);
            if (!Write(own, files, readme.Text(), host))
            {
                return ExitCodes.BadInput;
            }

            text.Write(readme.Summary(own));
        }

        return ExitCodes.Good;
    }

    /// <summary>What is left of an earlier export would be taken for part of this one.</summary>
    private static bool IsFree(string folder, Host host)
    {
        if (!OutputTarget.HasName(host, folder))
        {
            return false;
        }

        var problem = File.Exists(folder) ? "it is a file." : Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() ? "it is not empty." : null;
        if (problem is not null)
        {
            Messages.Fail(host, CommandErrors.CannotWrite(folder, problem));
        }

        return problem is null;
    }

    private static bool Write(string folder, IEnumerable<ExportedFile> files, string readme, Host host)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Messages.Fail(host, CommandErrors.CannotWrite(folder, e.Message));
            return false;
        }

        return files
            .Where(f => f.Clause.Translated is not null)
            .SelectMany(f => new[]
            {
                (f.Name + ".sig", f.Clause.Translated!.Signature),
                (f.Name + ".mfotl", f.Clause.Translated.Formula),
                (f.Name + ".log", f.Clause.Translated.Log),
                (f.Name + ".expected", f.Clause.Translated.Expected),
            })
            .Append(("README.txt", readme))
            .All(f => OutputTarget.Write(host, Path.Combine(folder, f.Item1), [], (stream, _) => stream.Write(Encoding.UTF8.GetBytes(f.Item2))));
    }
}
