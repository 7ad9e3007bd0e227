using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Presentation.Csv;
using Pacta.Presentation.Html;
using Pacta.Presentation.Json;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Tables;
using Pacta.Presentation.Text;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta check</c>: agreements and reports in, findings out.</summary>
internal static class CheckCommand
{
    public static Command Create(Host host)
    {
        var options = new CheckOptions();
        var format = Formats.Option("table", "json", "csv", "html");
        var output = OutputTarget.Option();
        var command = new Command("check", "Check agreements against reports: what is consistent with each clause, what is due, what is not." + ExitCodes.Help)
        {
            options.Words, options.Reports, options.Store, options.ExpectChain, options.RecordFindings, options.AsOf, options.PublishedAsOf, options.Until, options.Perspective, options.Strict, options.KeepGoing, options.Clause,
            options.All, options.Public, options.Follow, options.SaveState, options.Resume, options.Processors, options.Speech.Mandate, options.Speech.Language, format, output,
        };
        options.Tracks.AddTo(command);
        command.SetAction(parse =>
        {
            var words = options.Read(parse, hasCheckOptions: true);
            words = words with { CountsPlain = parse.GetValue(format) is null or "table" && words is { ListsKept: false, IsPublic: false, RecordsFindings: false } };
            return Run(words, parse.GetValue(format), parse.GetValue(output), host with { HidesIdentities = words.IsPublic });
        });
        return command;
    }

    private static int Run(CheckWords words, string? format, string? output, Host host) =>
        MistakesRun.IsMeant(words, format) ? MistakesRun.Run(words, host, output)
        : words.Live is { } live ? LiveRun.Run(words, live, format, output, host, (report, all) => OutputTarget.Write(host, output, words.Files, (stream, screen) => Write(host, report, format, stream, screen, all)))
        : RunOnce(words, format, output, host);

    private static int RunOnce(CheckWords words, string? format, string? output, Host host)
    {
        using var large = LargeInput.Of(words.Reports);
        return CheckRun.Run(words, host) is not { } report || (words.RecordsFindings && !FindingRecord.Put(report, words, host))
            ? ExitCodes.BadInput
            : OutputTarget.Write(host, output, words.Files, (stream, screen) => Write(host, report, format, stream, screen, words)) ? CheckRun.ExitCode(report)
            : ExitCodes.BadInput;
    }

    private static void Write(Host host, CheckReport report, string? format, Stream stream, Screen screen, CheckWords words)
    {
        if (format == "json")
        {
            CheckJson.Write(stream, report, words.Speech);
            stream.Write("\n"u8);
            return;
        }

        using var text = OutputTarget.Text(stream);
        if (format == "csv")
        {
            FindingCsv.Write(text, report, words.Speech);
            Messages.LinesLeftOut(host, report.LinesSkipped);
        }
        else if (format == "html")
        {
            HtmlReport.Write(text, report, words.Speech);
        }
        else
        {
            FindingTable.Write(text, report, words.Speech, screen, $"pacta explain {words.Again}");
        }
    }
}
