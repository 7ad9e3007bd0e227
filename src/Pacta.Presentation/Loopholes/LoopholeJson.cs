using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Loopholes;
using Pacta.Presentation.Histories;
using Pacta.Presentation.Json;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Loopholes;

/// <summary>Loopholes for machines (schema/pacta-loopholes-1.schema.json).</summary>
public static class LoopholeJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, Agreement draft, ImmutableArray<InterestLoopholes> found, Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(manifest);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schema", "pacta-loopholes-1");
        CheckJson.WriteManifest(json, manifest);
        json.WriteString("draft", draft.Name);
        json.WriteStartArray("interests");
        foreach (var interest in found)
        {
            json.WriteStartObject();
            json.WriteString("interest", interest.Interest.Path);
            json.WriteString("of", interest.Holder.Name);
            json.WriteStartArray("loopholes");
            foreach (var loophole in interest.Found)
            {
                Write(json, loophole);
            }

            json.WriteEndArray();
            HistoryJson.Write(json, "bound", interest.Bound);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Loophole loophole)
    {
        json.WriteStartObject();
        HistoryJson.Write(json, "history", loophole.History);
        json.WriteTexts("hurt_by", loophole.Hurt.SelectMany(f => f.Bearers).Distinct(StringComparer.Ordinal));
        json.WriteBoolean("among_named_parties_only", loophole.IsAmongFew);
        json.WriteStartArray("draft_says");
        foreach (var said in loophole.Draft)
        {
            json.WriteStartObject();
            json.WriteString("clause", said.Clause.Path);
            json.WriteTexts("states", said.Findings.SelectMany(f => f.States).Distinct().Select(s => Names.Snake(s)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("hangs_on");
        foreach (var escape in loophole.Escapes)
        {
            json.WriteStartObject();
            json.WriteString("by", Names.Snake(escape.Form));
            json.WriteString("fact", escape.Fact.Id);
            json.WriteString("attribute", escape.Attribute.Length == 0 ? null : escape.Attribute);
            json.WriteString("clause", escape.Clause.Path);
            HistoryJson.Write(json, "instead", new Negotiation.Histories.InventedHistory([escape.Instead], [], loophole.History.Through));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
