using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pacta.Presentation.Words;

namespace Pacta.Cli.Commands;

/// <summary>What came of verifying certificates, for machines (schema/pacta-verification-1.schema.json).</summary>
internal static class VerificationJson
{
    private const string Schema = "pacta-verification-1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, ImmutableArray<VerifiedFile> files, Speech speech)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("pacta", AppVersion.Text);
            json.WriteStartArray("certificates");
            foreach (var file in files)
            {
                Write(json, file, speech);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, VerifiedFile file, Speech speech)
    {
        var (certificate, verification) = (file.Verification.Certificate, file.Verification);
        json.WriteStartObject();
        json.WriteString("file", file.File);
        json.WriteString("hash", verification.Hash);
        json.WriteString("pacta", certificate.Version);
        json.WriteBoolean("public", certificate.IsPublic);
        json.WriteBoolean("replays", verification.Replays);
        json.WriteString("agreement", certificate.Agreement);
        json.WriteNumber("records", certificate.Records.Length);
        json.WriteString("extent", SpeechOptions.SnakeOf(certificate.Extent));
        json.WriteStartObject("finding");
        foreach (var name in new[] { "id", "clause", "states", "certainty", "settled", "perspective" })
        {
            if (certificate.Part(name) is { } part)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(part);
            }
        }

        json.WriteEndObject();
        json.WriteStartArray("discrepancies");
        foreach (var discrepancy in verification.Discrepancies)
        {
            json.WriteStartObject();
            json.WriteString("code", SpeechOptions.SnakeOf(discrepancy.Code));
            json.WriteStartArray("arguments");
            foreach (var argument in discrepancy.Arguments)
            {
                json.WriteStringValue(argument);
            }

            json.WriteEndArray();
            json.WriteString("words", VerificationText.Of(discrepancy, speech));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
