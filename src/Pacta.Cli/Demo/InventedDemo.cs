using Pacta.Cli.Commands;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Tables;

namespace Pacta.Cli.Demo;

/// <summary>A small agreement between two invented parties, checked and shown as <c>pacta check</c> shows it.</summary>
internal static class InventedDemo
{
    private const string Agreement = "grey_line.pacta";
    private const string Reports = "grey_line.jsonl";

    public static IEnumerable<string> Files => [Agreement, Reports];

    public static void Write(TextWriter text, string? folder, Host host)
    {
        var bag = new DiagnosticBag();
        var words = new CheckWords([PathIn(folder, Agreement)], [PathIn(folder, Reports)], null, null, null, false, false, [], false);
        var bytes = EmbeddedFile.Bytes($"demo/{Agreement}");
        var agreements = Loading.Compile(
            [new SourceText(Agreement, EmbeddedFile.Text($"demo/{Agreement}"))], [new AgreementInput(Agreement, InputFile.Sha256(bytes))], bag);
        var (file, input) = Loading.Read(Reports, EmbeddedFile.Bytes($"demo/{Reports}"), bag, keepGoing: false);
        using var progress = new Progress(null);
        if (agreements is null || CheckRun.Check(words, new CheckInput(agreements, new LoadedReports(file.Records, [input], file.Skipped), null, null), host, bag, progress) is not { } report)
        {
            throw new InvalidOperationException("the example that comes with Pacta has an error");
        }

        text.Write("An invented agreement between two invented parties, and what was reported. Invented facts use invented names.\n\n");
        FindingTable.Write(text, report, words.Speech, host.Screen, explain: null);
        text.Write(folder is null ? "Try next, after pacta demo --invented --write-to . has put the two files into this folder:\n" : "Try next:\n");
        text.Write($"  pacta explain {words.Again} {FindingTable.IdToAskAbout(report)}    why it is so\n");
        text.Write($"  pacta check {words.Again} --all         also what was merely kept\n");
        text.Write($"  pacta test {words.Agreements[0]}        the scenario that stands beside the clauses\n");
        text.Write("  pacta --help        everything else\n");
    }

    private static string PathIn(string? folder, string file) => folder is null or "." ? file : Path.Combine(folder, file);
}
