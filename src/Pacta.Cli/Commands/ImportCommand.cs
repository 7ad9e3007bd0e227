using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Reports.Import;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta import</c>: tables of others become report lines.</summary>
internal static class ImportCommand
{
    public static Command Create(Host host) => new("import", "Turn a table into report lines (docs/reports.md).")
    {
        Csv(host), Xlsx(host), Kobo(host), ImportDataSets.Acled(host), ImportDataSets.Gdelt(host), ImportDataSets.UcdpGed(host),
    };

    private static Command Csv(Host host)
    {
        var (file, mapping, output, keepGoing) = (ImportRun.File(), ImportRun.Mapping(), OutputTarget.Option(), ImportRun.KeepGoing());
        var command = new Command("csv", "Any table with a header row, through a mapping.") { file, mapping, keepGoing, output };
        command.SetAction(parse =>
        {
            var bag = new DiagnosticBag();
            if (ImportRun.Read(parse.GetRequiredValue(mapping), host, bag, CsvMapping.Read) is not { } read)
            {
                return Messages.Fail(host, bag.Items);
            }

            var table = parse.GetRequiredValue(file);
            return ImportRun.Run(host, [table], ImportRun.Form.Text, parse.GetValue(output), parse.GetValue(keepGoing), bag,
                (input, text, diagnostics, progress) => CsvImporter.Import(table, input[0], text, read, diagnostics, progress));
        });
        return command;
    }

    private static Command Xlsx(Host host)
    {
        var (file, mapping, output, keepGoing) = (ImportRun.File("The workbook (.xlsx)."), ImportRun.Mapping(), OutputTarget.Option(), ImportRun.KeepGoing());
        var sheet = ImportRun.Sheet();
        var command = new Command("xlsx", "A sheet of a workbook, through the same mapping as a CSV table.") { file, mapping, sheet, keepGoing, output };
        command.SetAction(parse =>
        {
            var bag = new DiagnosticBag();
            if (ImportRun.Read(parse.GetRequiredValue(mapping), host, bag, CsvMapping.Read) is not { } read)
            {
                return Messages.Fail(host, bag.Items);
            }

            var table = parse.GetRequiredValue(file);
            return ImportRun.Run(host, [table], ImportRun.Form.Workbook, parse.GetValue(output), parse.GetValue(keepGoing), bag,
                (input, text, diagnostics, progress) => XlsxImporter.Import(table, input[0], parse.GetValue(sheet), text, read, diagnostics, progress));
        });
        return command;
    }

    private static Command Kobo(Host host)
    {
        var (file, mapping, output, keepGoing) = (ImportRun.File("The export (CSV or .xlsx)."), ImportRun.Mapping(), OutputTarget.Option(), ImportRun.KeepGoing());
        var sheet = ImportRun.Sheet();
        var command = new Command("kobo", "An export of KoboToolbox, through a mapping that need not say what the export says by itself.") { file, mapping, sheet, keepGoing, output };
        command.SetAction(parse =>
        {
            var bag = new DiagnosticBag();
            if (ImportRun.Read(parse.GetRequiredValue(mapping), host, bag, CsvMapping.ReadForKobo) is not { } read)
            {
                return Messages.Fail(host, bag.Items);
            }

            var table = parse.GetRequiredValue(file);
            return ImportRun.Run(host, [table], ImportRun.Form.Either, parse.GetValue(output), parse.GetValue(keepGoing), bag,
                (input, text, diagnostics, progress) => KoboImporter.Import(table, input[0], parse.GetValue(sheet), text, read, diagnostics, progress));
        });
        return command;
    }
}
