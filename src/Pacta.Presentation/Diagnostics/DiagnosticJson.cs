using System.Text.Encodings.Web;
using System.Text.Json;
using Pacta.Model.Diagnostics;

namespace Pacta.Presentation.Diagnostics;

/// <summary>Diagnostics for machines (schema/pacta-diagnostics-1.schema.json), members always in the same order. Lines and columns are counted from 1, columns in UTF-16 units.</summary>
public static class DiagnosticJson
{
    private const string Schema = "pacta-diagnostics-1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            Write(json, diagnostic);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
        json.WriteString("message", diagnostic.Headline);
        json.WriteStartArray("places");
        foreach (var label in diagnostic.Labels)
        {
            var (start, end) = (label.File.PositionOf(label.Span.Start), label.File.PositionOf(label.Span.End));
            json.WriteStartObject();
            json.WriteString("file", label.File.Path);
            json.WriteNumber("line", start.Line);
            json.WriteNumber("column", start.Column);
            json.WriteNumber("end_line", end.Line);
            json.WriteNumber("end_column", end.Column);
            json.WriteString("message", label.Message);
            Optional(json, "section", label.Section);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Optional(json, "help", diagnostic.Help);
        Optional(json, "example", diagnostic.Example);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            json.WriteString(name, value);
        }
    }
}
