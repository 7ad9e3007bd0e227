using System.Collections.Immutable;
using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Tables;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta demo</c>: an invented agreement with invented reports, checked on the screen; its files can be written out.</summary>
internal static class DemoCommand
{
    private const string Agreement = "grey_line.pacta";
    private const string Reports = "grey_line.jsonl";

    public static Command Create(Host host)
    {
        var folder = new Option<string?>("--write-to") { Description = "Also write the agreement and the reports into this folder.", HelpName = "FOLDER" };
        var command = new Command("demo", "Show findings for a small invented agreement, and what to try next.") { folder };
        command.SetAction(parse => Run(parse.GetValue(folder), host));
        return command;
    }

    private static int Run(string? folder, Host host)
    {
        if (folder is not null && !WriteFiles(folder, host))
        {
            return ExitCodes.BadInput;
        }

        var bag = new DiagnosticBag();
        var words = new CheckWords([PathIn(folder, Agreement)], [PathIn(folder, Reports)], null, null, null, false, false, [], false);
        var bytes = EmbeddedFile.Bytes($"demo/{Agreement}");
        var agreements = Loading.Compile(
            [new SourceText(Agreement, EmbeddedFile.Text($"demo/{Agreement}"))], [new AgreementInput(Agreement, InputFile.Sha256(bytes))], bag);
        var (file, input) = Loading.Read(Reports, EmbeddedFile.Bytes($"demo/{Reports}"), bag, keepGoing: false);
        using var progress = new Progress(null);
        if (agreements is null || CheckRun.Check(words, agreements, new LoadedReports(file.Records, [input], file.Skipped), null, null, host, bag, progress) is not { } report)
        {
            throw new InvalidOperationException("the example that comes with Pacta has an error");
        }

        using var text = host.TextOutput();
        text.Write("An invented agreement between two invented parties, and what was reported. Invented facts use invented names.\n\n");
        FindingTable.Write(text, report, words.Speech, host.Screen, explain: null);
        text.Write(folder is null ? "Try next, after pacta demo --write-to . has put the two files into this folder:\n" : "Try next:\n");
        text.Write($"  pacta explain {words.Again} {FindingTable.IdToAskAbout(report)}    why it is so\n");
        text.Write($"  pacta check {words.Again} --all         also what was merely kept\n");
        text.Write($"  pacta test {words.Agreements[0]}        the scenario that stands beside the clauses\n");
        text.Write("  pacta --help        everything else\n");
        return ExitCodes.Good;
    }

    private static string PathIn(string? folder, string file) => folder is null or "." ? file : Path.Combine(folder, file);

    private static bool WriteFiles(string folder, Host host)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Messages.Fail(host, CommandErrors.CannotWrite(folder, e.Message));
            return false;
        }

        return ImmutableArray.Create(Agreement, Reports).All(name =>
            OutputTarget.Write(host, Path.Combine(folder, name), [], (stream, _) => stream.Write(EmbeddedFile.Bytes($"demo/{name}"))));
    }
}
