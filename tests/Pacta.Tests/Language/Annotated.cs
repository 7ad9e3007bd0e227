using System.Globalization;
using System.Text;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Tests.Language;

/// <summary>A source with what is said of it: each message below the lines that it is about.</summary>
internal static class Annotated
{
    public static string Show(SourceText source, IReadOnlyList<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            text.Append(text.Length > 0 ? "\n" : "");
            text.Append(diagnostic.Code).Append(' ').Append(diagnostic.Severity.ToString().ToLowerInvariant()).Append('\n');
            text.Append(diagnostic.Headline).Append('\n');
            foreach (var label in diagnostic.Labels)
            {
                Underline(text, source, label);
            }

            Lines(text, "help: ", diagnostic.Help);
            Lines(text, "right: ", diagnostic.Example);
        }

        return text.ToString();
    }

    private static void Underline(StringBuilder text, SourceText source, Label label)
    {
        var start = source.PositionOf(label.Span.Start);
        var line = source.LineAt(start.Line);
        var length = Math.Max(1, Math.Min(label.Span.Length, line.Length - start.Column + 1));
        var margin = start.Line.ToString(CultureInfo.InvariantCulture).PadLeft(4);
        text.Append(CultureInfo.InvariantCulture, $"  at {start.Line}:{start.Column}{(label.Section is null ? "" : ", " + label.Section)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{margin} | {line}\n");
        text.Append(CultureInfo.InvariantCulture, $"     | {new string(' ', start.Column - 1)}{new string('^', length)} {label.Message}\n");
    }

    private static void Lines(StringBuilder text, string head, string? lines)
    {
        if (lines is not null)
        {
            text.Append("  ").Append(head).Append(lines.Replace("\n", "\n" + new string(' ', head.Length + 2), StringComparison.Ordinal)).Append('\n');
        }
    }
}
