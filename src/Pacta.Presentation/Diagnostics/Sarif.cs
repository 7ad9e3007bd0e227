using System.Text.Encodings.Web;
using System.Text.Json;
using Pacta.Model.Diagnostics;
using Pacta.Presentation.Help;

namespace Pacta.Presentation.Diagnostics;

/// <summary>
/// Diagnostics in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS Standard, 27 March 2020), which code hosts and editors show beside the lines. The rules
/// that are named carry their help pages, so that nothing has to be looked up elsewhere.
/// </summary>
public static class Sarif
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="version">That of the program.</param>
    public static void Write(Stream output, IReadOnlyList<Diagnostic> diagnostics, string version)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        string[] codes = [.. diagnostics.Select(d => d.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("version", "2.1.0");
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, codes, version);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var diagnostic in diagnostics)
        {
            WriteResult(json, diagnostic, Array.IndexOf(codes, diagnostic.Code));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, IEnumerable<string> codes, string version)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Pacta");
        json.WriteString("semanticVersion", version);
        json.WriteStartArray("rules");
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            if (HelpPages.Find(code) is { } page)
            {
                WriteText(json, "shortDescription", page.Title);
                WriteText(json, "fullDescription", page.Means);
                WriteText(json, "help", HelpPages.Render(page));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", diagnostic.Severity.ToString().ToLowerInvariant());
        WriteText(json, "message", diagnostic.Help is { } help ? $"{diagnostic.Headline} {help}" : diagnostic.Headline);
        json.WriteStartArray("locations");
        foreach (var label in diagnostic.Labels.Take(1))
        {
            json.WriteStartObject();
            WritePlace(json, label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("relatedLocations");
        foreach (var (label, number) in diagnostic.Labels.Select((l, i) => (l, i)))
        {
            json.WriteStartObject();
            json.WriteNumber("id", number);
            WritePlace(json, label);
            WriteText(json, "message", label.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Label label)
    {
        var (start, end) = (label.File.PositionOf(label.Span.Start), label.File.PositionOf(label.Span.End));
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(label.File.Path));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        if (label.Section is { } section)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", section);
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>A reference as of RFC 3986: relative paths stay relative, so that the result fits any checkout.</summary>
    private static string UriOf(string path) => Path.IsPathFullyQualified(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
