using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Pacta.Certificates.Json;

/// <summary>Writes certificates (schema/pacta-certificate-1.schema.json): the same certificate is always the same bytes.</summary>
public static class CertificateJson
{
    /// <summary>As a file.</summary>
    public static byte[] Write(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var hash = certificate.Hash;
        return Canonical.Indented(json => Write(json, certificate, hash, withSalts: true));
    }

    /// <summary>All that it says, in canonical form, its hash included.</summary>
    internal static string Whole(Certificate certificate, string hash) => Canonical.Of(json => Write(json, certificate, hash, withSalts: true));

    /// <summary>What is hashed.</summary>
    internal static string ForHash(Certificate certificate) => Canonical.Of(json => Write(json, certificate, null, withSalts: certificate.IsPublic));

    internal static string Name<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : string.Empty) + char.ToLowerInvariant(c) : c.ToString()));

    internal static string? Text(Instant? instant) => instant is { } at ? InstantPattern.ExtendedIso.Format(at) : null;

    private static void Write(Utf8JsonWriter json, Certificate certificate, string? hash, bool withSalts)
    {
        json.WriteStartObject();
        json.WriteString("schema", Certificate.Schema);
        if (hash is not null)
        {
            json.WriteString("hash", hash);
        }

        json.WriteString("pacta", certificate.Version);
        json.WriteBoolean("public", certificate.IsPublic);
        json.WriteString("agreement", certificate.Agreement);
        json.WriteStartObject("options");
        json.WriteString("as_of", Text(certificate.Options.AsOf));
        json.WriteString("through", Text(certificate.Options.Through));
        json.WriteString("perspective", certificate.Options.Perspective);
        json.WriteString("clause", certificate.Options.Clause);
        json.WriteEndObject();
        json.WriteStartObject("finding");
        foreach (var part in certificate.Finding)
        {
            json.WritePropertyName(part.Name);
            using var value = JsonDocument.Parse(part.Json);
            value.RootElement.WriteTo(json);
        }

        json.WriteEndObject();
        json.WriteString("extent", Name(certificate.Extent));
        WriteRecords(json, certificate, withSalts);
        WriteSources(json, certificate);
        WriteTexts(json, "texts", certificate.Texts, withSalts);
        WriteTexts(json, "maps", certificate.Maps, withSalts);
        WriteStores(json, certificate);
        json.WriteEndObject();
    }

    private static void WriteRecords(Utf8JsonWriter json, Certificate certificate, bool withSalts)
    {
        json.WriteStartArray("records");
        foreach (var record in certificate.Records)
        {
            json.WriteStartObject();
            json.WriteString("line", record.Line);
            if (withSalts)
            {
                json.WriteString("salt", record.Salt);
                json.WriteString("commitment", record.Commitment);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSources(Utf8JsonWriter json, Certificate certificate)
    {
        if (certificate.Sources is not { } sources)
        {
            json.WriteNull("sources");
            return;
        }

        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("name", source.Name);
            json.WriteString("kind", Name(source.Kind));
            json.WriteString("affiliation", source.Affiliation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<CertifiedText> texts, bool withSalts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStartObject();
            json.WriteString("file", text.File);
            json.WriteString("sha256", text.Sha256);
            json.WriteString("text", text.Text);
            if (withSalts)
            {
                json.WriteString("salt", text.Salt);
                json.WriteString("commitment", text.Commitment);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStores(Utf8JsonWriter json, Certificate certificate)
    {
        json.WriteStartArray("stores");
        foreach (var store in certificate.Stores)
        {
            json.WriteStartObject();
            json.WriteString("file", store.File);
            json.WriteNumber("entries", store.Entries);
            json.WriteNumber("erased", store.Erased);
            json.WriteString("chain", store.Chain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
