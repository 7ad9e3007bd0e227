using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Reports.Import;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta import</c>: tables of others become report lines.</summary>
internal static class ImportCommand
{
    /// <summary>Imports one table through a mapping.</summary>
    /// <param name="sheet">The sheet that was asked for, where a table may have several.</param>
    private delegate ImportResult MappedImporter(
        string path, Stream input, string? sheet, TextWriter output, CsvMapping mapping, DiagnosticBag diagnostics, Action<int> progress);

    public static Command Create(Host host) => new("import", "Turn a table into report lines (docs/reports.md).")
    {
        Csv(host), Xlsx(host), Kobo(host), ImportTracks.Create(host), ImportDataSets.Acled(host), ImportDataSets.Gdelt(host), ImportDataSets.UcdpGed(host),
    };

    private static Command Csv(Host host) => Mapped(
        host, "csv", "Any table with a header row, through a mapping.", ImportRun.File(), null, ImportRun.Form.Text, CsvMapping.Read,
        (path, input, _, output, mapping, diagnostics, progress) => CsvImporter.Import(path, input, output, mapping, diagnostics, progress));

    private static Command Xlsx(Host host) => Mapped(
        host, "xlsx", "A sheet of a workbook, through the same mapping as a CSV table.", ImportRun.File("The workbook (.xlsx)."), ImportRun.Sheet(),
        ImportRun.Form.Workbook, CsvMapping.Read, XlsxImporter.Import);

    private static Command Kobo(Host host) => Mapped(
        host, "kobo", "An export of KoboToolbox, through a mapping that need not say what the export says by itself.", ImportRun.File("The export (CSV or .xlsx)."),
        ImportRun.Sheet(), ImportRun.Form.Either, CsvMapping.ReadForKobo, KoboImporter.Import);

    private static Command Mapped(
        Host host, string name, string description, Argument<string> file, Option<string?>? sheet, ImportRun.Form form,
        Func<SourceText, DiagnosticBag, CsvMapping?> readMapping, MappedImporter import)
    {
        var (mapping, output, keepGoing) = (ImportRun.Mapping(), OutputTarget.Option(), ImportRun.KeepGoing());
        var command = new Command(name, description) { file, mapping };
        if (sheet is not null)
        {
            command.Add(sheet);
        }

        command.Add(keepGoing);
        command.Add(output);
        command.SetAction(parse =>
        {
            var bag = new DiagnosticBag();
            if (ImportRun.Read(parse.GetRequiredValue(mapping), host, bag, readMapping) is not { } read)
            {
                return Messages.Fail(host, bag.Items);
            }

            var table = parse.GetRequiredValue(file);
            var asked = sheet is null ? null : parse.GetValue(sheet);
            return ImportRun.Run(host, [table], form, parse.GetValue(output), parse.GetValue(keepGoing), bag,
                (input, text, diagnostics, progress) => import(table, input[0], asked, text, read, diagnostics, progress));
        });
        return command;
    }
}
