using System.CommandLine;
using System.Globalization;
using System.Text;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Reports.Import;

namespace Pacta.Cli.Commands;

/// <summary>What every import does: reads tables, writes what could be read, tells what could not, and counts.</summary>
internal static class ImportRun
{
    public delegate ImportResult Importer(IReadOnlyList<Stream> tables, TextWriter output, DiagnosticBag bag, Action<int> progress);

    /// <summary>What a file must be.</summary>
    public enum Form
    {
        Text,
        Workbook,
        Either,
    }

    public static Argument<string> File(string description = "The table (CSV, UTF-8 or Windows-1252).") => new("FILE") { Description = description };

    public static Option<bool> KeepGoing() => new("--keep-going") { Description = "Exit with 0 although rows with errors were left out." };

    public static Option<string> Mapping() => new("--mapping", "-m") { Description = "Which column becomes what, as JSON.", HelpName = "FILE", Required = true };

    public static Option<string?> Sheet() => new("--sheet") { Description = "The sheet of the workbook; without it, the first that is not hidden.", HelpName = "NAME" };

    private static bool IsWorkbook(byte[] bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..];

    /// <summary>Null, and the problem in the bag, if the file of the mapping cannot be used.</summary>
    public static CsvMapping? Read(string path, Host host, DiagnosticBag bag, Func<SourceText, DiagnosticBag, CsvMapping?> read) =>
        InputFile.Bytes(path, host.Input, ".json", bag) is { } bytes && InputFile.Mapping(path, bytes, bag) is { } source ? read(source, bag) : null;

    /// <summary>Rows with errors are left out and told; what could be read is written in any case.</summary>
    public static int Run(Host host, IReadOnlyList<string> paths, Form form, string? output, bool keepGoing, DiagnosticBag bag, Importer import)
    {
        var files = new List<byte[]>();
        foreach (var path in paths)
        {
            if (InputFile.Bytes(path, host.Input, form == Form.Workbook ? ".xlsx" : ".csv", bag) is not { } bytes)
            {
                return Messages.Fail(host, bag.Items);
            }

            if ((form == Form.Text || (form == Form.Either && !IsWorkbook(bytes))) && InputFile.IsBinary(bytes))
            {
                return Messages.Fail(host, CommandErrors.NotText(path, InputFile.Likeness(bytes)));
            }

            files.Add(bytes);
        }

        var result = ImportResult.Nothing;
        using var progress = new Progress(host.Progress);
        progress.Step("reading the table");
        var isWritten = OutputTarget.Write(host, output, [.. paths], (stream, _) =>
        {
            List<MemoryStream> tables = [.. files.Select(f => new MemoryStream(f, writable: false))];
            using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            result = import(tables, text, bag, rows => progress.Step(string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} rows")));
        });
        progress.Dispose();
        Messages.Show(host, bag.Items);
        host.Error.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Rows:#,0} rows: {result.Written:#,0} reports written, {result.Skipped:#,0} rows left out because of errors, {result.LeftOut:#,0} by the mapping\n"));
        return !isWritten || (bag.HasErrors && (!keepGoing || result.Written == 0)) ? ExitCodes.BadInput : ExitCodes.Good;
    }
}
