using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Reports.Import;

namespace Pacta.Tests.Reports;

/// <summary>The examples of docs/reports.md.</summary>
public sealed class ReportManualTests
{
    private static readonly string Manual = File.ReadAllText(Path.Combine(Root(), "docs", "reports.md"));

    [Fact]
    public void Every_line_of_the_manual_is_read_without_errors()
    {
        var lines = Blocks("jsonl").SelectMany(b => b.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToArray();

        Assert.True(lines.Length > 15);
        Assert.Empty(Lines.Read(lines).Diagnostics.Items);
    }

    [Fact]
    public void The_table_and_the_mapping_of_the_manual_give_the_lines_of_the_manual()
    {
        var (bag, output) = (new DiagnosticBag(), new StringWriter());
        var mapping = CsvMapping.Read(new SourceText("mapping.json", Assert.Single(Blocks("json"))), bag);
        Assert.NotNull(mapping);
        CsvImporter.Import("table.csv", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(Blocks("csv")))), output, mapping, bag);

        Assert.Empty(bag.Items);
        Assert.Equal(Blocks("jsonl")[^1], output.ToString());
    }

    private static List<string> Blocks(string language) =>
        [.. Manual.Split($"```{language}\n").Skip(1).Select(b => b[..b.IndexOf("```", StringComparison.Ordinal)])];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pacta.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Pacta.slnx was not found in any folder above the tests.");
    }
}
