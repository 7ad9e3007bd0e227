using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Reports.Import;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta import</c>: tables of others become report lines.</summary>
internal static class ImportCommand
{
    private delegate ImportResult Importer(Stream input, TextWriter output, DiagnosticBag bag, Action<int> progress);

    public static Command Create(Host host) => new("import", "Turn a table into report lines (docs/reports.md).") { Csv(host), UcdpGed(host) };

    private static Command Csv(Host host)
    {
        var (file, output, keepGoing) = (File(), OutputTarget.Option(), KeepGoing());
        var mapping = new Option<string>("--mapping", "-m") { Description = "Which column becomes what, as JSON.", HelpName = "FILE", Required = true };
        var command = new Command("csv", "Any table with a header row, through a mapping.") { file, mapping, keepGoing, output };
        command.SetAction(parse =>
        {
            var bag = new DiagnosticBag();
            var path = parse.GetRequiredValue(mapping);
            if (InputFile.Bytes(path, host.Input, ".json", bag) is not { } bytes
                || InputFile.Mapping(path, bytes, bag) is not { } source
                || CsvMapping.Read(source, bag) is not { } read)
            {
                return Messages.Fail(host, bag.Items);
            }

            var table = parse.GetRequiredValue(file);
            return Run(host, table, parse.GetValue(output), parse.GetValue(keepGoing), bag,
                (input, text, diagnostics, progress) => CsvImporter.Import(table, input, text, read, diagnostics, progress));
        });
        return command;
    }

    private static Command UcdpGed(Host host)
    {
        var (file, output, keepGoing) = (File(), OutputTarget.Option(), KeepGoing());
        var kind = new Option<string>("--kind") { Description = "The kind that every event gets.", HelpName = "NAME", DefaultValueFactory = _ => UcdpGedOptions.Default.Kind };
        var source = new Option<string>("--source") { Description = "The name under which the data set is declared as a source.", HelpName = "NAME", DefaultValueFactory = _ => UcdpGedOptions.Default.Source };
        var actor = new Option<string[]>("--actor") { Description = "The actor for a side of the data set: \"Government of Aland=aland\"; may be repeated.", HelpName = "SIDE=NAME" };
        var command = new Command("ucdp-ged", "The UCDP Georeferenced Event Dataset, as CSV.") { file, kind, source, actor, keepGoing, output };
        command.SetAction(parse =>
        {
            var actors = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var pair in parse.GetValue(actor) ?? [])
            {
                var at = pair.LastIndexOf('=');
                if (at <= 0 || at == pair.Length - 1)
                {
                    return Messages.Fail(host, CommandErrors.Usage($"--actor “{pair}” does not say which actor a side is.", "Write the side, = and the actor.", "--actor \"Government of Aland=aland\""));
                }

                actors[pair[..at].Trim()] = pair[(at + 1)..].Trim();
            }

            var options = new UcdpGedOptions { Kind = parse.GetRequiredValue(kind), Source = parse.GetRequiredValue(source), Actors = actors.ToImmutable() };
            var table = parse.GetRequiredValue(file);
            return Run(host, table, parse.GetValue(output), parse.GetValue(keepGoing), new DiagnosticBag(),
                (input, text, diagnostics, progress) => UcdpGedImporter.Import(table, input, text, options, diagnostics, progress));
        });
        return command;
    }

    private static Argument<string> File() => new("FILE") { Description = "The table (CSV, UTF-8 or Windows-1252)." };

    private static Option<bool> KeepGoing() => new("--keep-going") { Description = "Exit with 0 although rows with errors were left out." };

    /// <summary>Rows with errors are left out and told; what could be read is written in any case.</summary>
    private static int Run(Host host, string path, string? output, bool keepGoing, DiagnosticBag bag, Importer import)
    {
        if (InputFile.Bytes(path, host.Input, ".csv", bag) is not { } bytes)
        {
            return Messages.Fail(host, bag.Items);
        }

        if (InputFile.IsBinary(bytes))
        {
            return Messages.Fail(host, CommandErrors.NotText(path, InputFile.Likeness(bytes)));
        }

        var result = new ImportResult(0, 0, 0, 0);
        using var progress = new Progress(host.Progress);
        progress.Step("reading the table");
        var isWritten = OutputTarget.Write(host, output, [path], (stream, _) =>
        {
            using var input = new MemoryStream(bytes, writable: false);
            using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            result = import(input, text, bag, rows => progress.Step(string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} rows")));
        });
        progress.Dispose();
        Messages.Show(host, bag.Items);
        host.Error.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Rows:#,0} rows: {result.Written:#,0} reports written, {result.Skipped:#,0} rows left out because of errors, {result.LeftOut:#,0} by the mapping\n"));
        return !isWritten || (bag.HasErrors && (!keepGoing || result.Written == 0)) ? ExitCodes.BadInput : ExitCodes.Good;
    }
}
