using System.Text.Encodings.Web;
using System.Text.Json;
using Pacta.Negotiation.Histories;
using Pacta.Negotiation.Reciprocity;
using Pacta.Presentation.Histories;
using Pacta.Presentation.Json;
using Pacta.Presentation.Runs;

namespace Pacta.Presentation.Reciprocity;

/// <summary>What is reciprocal in a draft, for machines (schema/pacta-reciprocity-1.schema.json).</summary>
public static class ReciprocityJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, DraftReciprocity found, Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(manifest);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schema", "pacta-reciprocity-1");
        CheckJson.WriteManifest(json, manifest);
        json.WriteString("draft", found.Draft.Name);
        json.WriteStartArray("exchanges");
        foreach (var exchange in found.Exchanges)
        {
            json.WriteStartObject();
            json.WriteString("one", exchange.One);
            json.WriteString("other", exchange.Other);
            json.WriteBoolean("symmetric", exchange.IsSymmetric);
            json.WriteStartArray("differences");
            foreach (var (_, shown, isHeavierForOne) in exchange.Differences)
            {
                json.WriteStartObject();
                json.WriteString("clause", shown.Clause.Path);
                json.WriteString("bound", isHeavierForOne ? exchange.One : exchange.Other);
                json.WriteString("told_with", isHeavierForOne ? "the parties as they are" : "the parties exchanged");
                HistoryJson.Write(json, "history", shown.History);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            HistoryJson.Write(json, "bound", exchange.Compared.Strictness?.Bound ?? SearchBound.None);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("declared");
        foreach (var (clause, reason) in found.Declared)
        {
            json.WriteStartObject();
            json.WriteString("clause", clause.Path);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
