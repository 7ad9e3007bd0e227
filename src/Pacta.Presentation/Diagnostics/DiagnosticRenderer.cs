using System.Globalization;
using System.Text;
using Pacta.Model.Diagnostics;

namespace Pacta.Presentation.Diagnostics;

/// <summary>A diagnostic as text: what is wrong, where, the line with the place marked, how to mend it, and something right to copy.</summary>
public static class DiagnosticRenderer
{
    /// <summary>A line longer than this is shown around the place only: a report can be a line of many thousand characters.</summary>
    private const int LongestLine = 160;

    public static string Render(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        var text = new StringBuilder();
        Line(text, $"{WordFor(diagnostic.Severity)}[{diagnostic.Code}]: {diagnostic.Headline}");
        var margin = diagnostic.Labels.Length == 0
            ? string.Empty
            : new string(' ', diagnostic.Labels.Max(l => NumberOf(l).ToString(CultureInfo.InvariantCulture).Length) + 1);
        foreach (var label in diagnostic.Labels)
        {
            Write(text, label, margin, isSame: label.Message == diagnostic.Headline);
        }

        if (diagnostic.Help is { Length: > 0 } help)
        {
            Line(text, $"{margin}= help: {help}");
        }

        if (diagnostic.Example is { Length: > 0 } example)
        {
            Line(text, $"{margin}= right:");
            foreach (var line in example.Split('\n'))
            {
                Line(text, $"{margin}    {line}");
            }
        }

        Line(text, $"{margin}= more: pacta help {diagnostic.Code}");
        return text.ToString();
    }

    private static string WordFor(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static int NumberOf(Label label) => label.File.PositionOf(label.Span.Start).Line;

    private static void Write(StringBuilder text, Label label, string margin, bool isSame)
    {
        var place = label.File.PositionOf(label.Span.Start);
        var section = label.Section is { Length: > 0 } way ? $" ({way})" : string.Empty;
        Line(text, string.Create(CultureInfo.InvariantCulture, $"{margin}--> {label.File.Path}:{place.Line}:{place.Column}{section}"));
        var (line, column) = Window(label.File.LineAt(place.Line), place.Column);
        if (line.Length == 0 && label.File.Content.Length == 0)
        {
            return;
        }

        var number = place.Line.ToString(CultureInfo.InvariantCulture);
        var bar = margin.Length > 0 ? margin : " ";
        var length = Math.Max(1, Math.Min(label.Span.Length, line.Length - column + 1));
        Line(text, $"{bar}|");
        Line(text, $"{number}{new string(' ', Math.Max(0, bar.Length - number.Length))}| {line.Replace('\t', ' ')}");
        Line(text, $"{bar}| {new string(' ', column - 1)}{new string('^', length)}{(isSame ? string.Empty : " " + label.Message)}");
    }

    /// <summary>The part of a long line that surrounds a column, and where the column is in it.</summary>
    private static (string Line, int Column) Window(string line, int column)
    {
        if (line.Length <= LongestLine)
        {
            return (line, column);
        }

        var start = Math.Max(0, Math.Min(column - 1 - (LongestLine / 2), line.Length - LongestLine));
        var before = start > 0 ? "…" : string.Empty;
        var after = start + LongestLine < line.Length ? "…" : string.Empty;
        return (string.Concat(before, line.AsSpan(start, Math.Min(LongestLine, line.Length - start)), after), column - start + before.Length);
    }

    private static void Line(StringBuilder text, string line) => text.Append(Text.Wrapping.Harmless(line).TrimEnd()).Append('\n');
}
