using System.CommandLine;
using Pacta.Cli.Commands;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Reports;
using Pacta.Presentation.Text;

namespace Pacta.Cli;

/// <summary>The command line: words in, an exit code out. Everything else it touches is in the host.</summary>
internal static class App
{
    /// <summary>Runs a command without a terminal: 80 columns, no colours.</summary>
    public static int Run(IReadOnlyList<string> args, Stream input, Stream output, TextWriter error) =>
        Run(args, new Host(input, output, error, Screen.Of(Screen.Narrowest, hasColour: false), null));

    public static int Run(IReadOnlyList<string> args, Host host)
    {
        ArgumentNullException.ThrowIfNull(args);
        var debug = new Option<bool>("--debug") { Description = "After an internal error, show where it happened.", Recursive = true, Hidden = true };
        try
        {
            var root = Root(host, debug);
            var parse = root.Parse(args.Count == 0 ? ["--help"] : args);
            if (parse.Errors.Count > 0 || MisspeltOption(parse) is not null)
            {
                return Messages.Fail(host, Misuse(parse));
            }

            using var text = host.TextOutput();
            return parse.Invoke(new InvocationConfiguration { Output = text, Error = host.Error, EnableDefaultExceptionHandler = false });
        }
        catch (IOException e)
        {
            host.Error.Write($"error: the output cannot be written: {e.Message}\n");
            return ExitCodes.BadInput;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            host.Error.Write(
                $"internal error: {e.GetType().Name}: {e.Message.Split('\n')[0]}\n"
                + $"This is a fault of Pacta {AppVersion.Text}, not of your files. Please report it with this message, the command, and files that show it.\n"
                + (args.Contains("--debug") ? e + "\n" : "Run the command again with --debug to see where it happened.\n"));
            return ExitCodes.Internal;
        }
    }

    private static RootCommand Root(Host host, Option<bool> debug)
    {
        var root = new RootCommand(
            "Pacta says whether agreements are kept, clause by clause, and why: agreements and reports in, findings with their derivation out."
            + ExitCodes.Help);
        root.Add(debug);
        root.Add(DemoCommand.Create(host));
        root.Add(CheckCommand.Create(host));
        root.Add(ExplainCommand.Create(host));
        root.Add(HistoryCommand.Create(host));
        root.Add(VerifyCommand.Create(host));
        root.Add(ReportCommand.Create(host));
        root.Add(CompareCommand.Create(host));
        root.Add(LoopholesCommand.Create(host));
        root.Add(ReciprocityCommand.Create(host));
        root.Add(ConflictsCommand.Create(host));
        root.Add(OneTextCommand.Create(host));
        root.Add(PackagesCommand.Create(host));
        root.Add(StabilityCommand.Create(host));
        root.Add(NewCommand.Create(host));
        root.Add(ReadCommand.Create(host));
        root.Add(MapCommand.Create(host));
        root.Add(FormatCommand.Create(host));
        root.Add(LintCommand.Create(host));
        root.Add(TestCommand.Create(host));
        root.Add(ScenariosCommand.Create(host));
        root.Add(LanguageServerCommand.Create(host));
        root.Add(ImportCommand.Create(host));
        root.Add(AgreementBetweenCommand.Create(host));
        root.Add(RecordCommand.Create(host));
        root.Add(EraseCommand.Create(host));
        root.Add(MfotlCommand.Create(host));
        root.Add(ExportCommand.Create(host));
        root.Add(HelpCommand.Create(host));
        root.Add(SchemaCommand.Create(host));
        root.Add(VersionCommand(host));
        return root;
    }

    private static Command VersionCommand(Host host)
    {
        var command = new Command("version", "Print the version.");
        command.SetAction(_ =>
        {
            using var text = host.TextOutput();
            text.Write(AppVersion.Text + "\n");
            return ExitCodes.Good;
        });
        return command;
    }

    /// <summary>An option that is not known is taken for a file; a file does not begin with two dashes.</summary>
    private static string? MisspeltOption(ParseResult parse) =>
        parse.Tokens.Where(t => t.Type == System.CommandLine.Parsing.TokenType.Argument).Select(t => t.Value).FirstOrDefault(v => v.StartsWith("--", StringComparison.Ordinal));

    private static Model.Diagnostics.Diagnostic Misuse(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var way = command is RootCommand ? "pacta" : $"pacta {command.Name}";
        var help = $"See {way} --help.";
        if (MisspeltOption(parse) is { } option)
        {
            var near = DidYouMean.Nearest(option, command.Options.Select(o => o.Name));
            return CommandErrors.Usage($"{way} has no option {option}.", near is null ? help : $"Did you mean {near}?");
        }

        if (command is RootCommand && parse.UnmatchedTokens is [var word, ..])
        {
            var near = DidYouMean.Nearest(word, command.Subcommands.Select(c => c.Name));
            return CommandErrors.Usage($"Pacta has no command “{word}”.", near is null ? help : $"Did you mean pacta {near}?");
        }

        return CommandErrors.Usage(string.Join(' ', parse.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), help);
    }
}
