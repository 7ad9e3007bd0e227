using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Tests.Reports;

/// <summary>Report lines in tests.</summary>
internal static class Lines
{
    public static (ReportFile File, DiagnosticBag Diagnostics) Read(params string[] lines)
    {
        var bag = new DiagnosticBag();
        return (ReportReader.Read(new SourceText("reports.jsonl", string.Join('\n', lines)), bag, keepGoing: true), bag);
    }

    /// <summary>The one record of a line without errors.</summary>
    public static T One<T>(string line)
        where T : ReportRecord
    {
        var (file, bag) = Read(line);
        Assert.Empty(bag.Items);
        return Assert.IsType<T>(Assert.Single(file.Records), exactMatch: false);
    }

    /// <summary>The one diagnostic of the lines, with its place.</summary>
    public static (Diagnostic Diagnostic, int Line, int Column, string Underlined) Wrong(params string[] lines)
    {
        var (_, bag) = Read(lines);
        var diagnostic = Assert.Single(bag.Items);
        var label = diagnostic.Labels[0];
        var at = label.File.PositionOf(label.Span.Start);
        return (diagnostic, at.Line, at.Column, label.File.Content.Substring(label.Span.Start, label.Span.Length));
    }
}
