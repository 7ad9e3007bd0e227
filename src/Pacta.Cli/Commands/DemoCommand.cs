using System.CommandLine;
using System.Globalization;
using Pacta.Cli.Demo;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;

namespace Pacta.Cli.Commands;

/// <summary>
/// <c>pacta demo</c>: what a dispatch speaks of, checked clause by clause; or an invented agreement with invented reports. The files of either can be
/// written out.
/// </summary>
internal static class DemoCommand
{
    public static Command Create(Host host)
    {
        var folder = new Option<string?>("--write-to") { Description = "Also write the agreements and the reports into this folder.", HelpName = "FOLDER" };
        var invented = new Option<bool>("--invented") { Description = "Show a small agreement between invented parties instead." };
        var row = new Argument<string?>("row") { Description = "Only this row: its number.", Arity = ArgumentArity.ZeroOrOne };
        var format = Formats.Option("text", "json");
        var command = new Command("demo", "Show what a news dispatch speaks of, clause by clause, and what to try next.") { row, invented, format, folder };
        command.SetAction(parse => Run(parse.GetValue(row), parse.GetValue(folder), parse.GetValue(invented), parse.GetValue(format) == "json", host));
        return command;
    }

    private static int Run(string? row, string? folder, bool isInvented, bool isJson, Host host)
    {
        var rows = DispatchScript.Embedded.Rows.Length;
        var only = int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= rows ? number : (int?)null;
        if (row is not null && (only is null || isInvented || isJson || folder is not null))
        {
            Messages.Fail(host, CommandErrors.Usage($"\"{row}\" is no row that can be shown here.", $"The rows are 1 to {rows}; a row goes with no other option.", "pacta demo 6"));
            return ExitCodes.BadInput;
        }

        if (isInvented && isJson)
        {
            Messages.Fail(host, CommandErrors.Usage(
                "The invented example has no JSON of its own.", "Write its files out and check them.", "pacta demo --invented --write-to .\npacta check grey_line.pacta --reports grey_line.jsonl --format json"));
            return ExitCodes.BadInput;
        }

        var script = DispatchScript.Embedded;
        var files = isInvented ? InventedDemo.Files.Select(f => $"demo/{f}") : DispatchRun.Files(script).Select(f => $"dispatch/{f}");
        if (folder is not null && !WriteFiles(folder, files, host))
        {
            return ExitCodes.BadInput;
        }

        if (isJson)
        {
            DispatchJson.Write(host.Output, DispatchRun.Of(script));
            host.Output.Write("\n"u8);
            return ExitCodes.Good;
        }

        using var text = host.TextOutput();
        if (isInvented)
        {
            InventedDemo.Write(text, folder, host);
        }
        else if (only is { } one)
        {
            DispatchText.Write(text, DispatchRun.Of(script with { Rows = [script.Rows[one - 1]] }), one, host.Screen);
        }
        else if (folder is not null)
        {
            DispatchText.WriteWritten(text, DispatchRun.Of(script), folder, host.Screen);
        }
        else
        {
            DispatchText.Write(text, DispatchRun.Of(script), host.Screen);
        }

        return ExitCodes.Good;
    }

    private static bool WriteFiles(string folder, IEnumerable<string> files, Host host)
    {
        if (!OutputTarget.HasName(host, folder))
        {
            return false;
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Messages.Fail(host, CommandErrors.CannotWrite(folder, e.Message));
            return false;
        }

        return files.All(name =>
            OutputTarget.Write(host, Path.Combine(folder, name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]), [], (stream, _) => stream.Write(EmbeddedFile.Bytes(name))));
    }
}
