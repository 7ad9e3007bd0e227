using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Pacta.Model.Agreements;

namespace Pacta.Certificates.Json;

/// <summary>What came of reading a file: a certificate and the hash that it says it has, or why it is none.</summary>
/// <param name="OtherSchema">What it says that it is, where it is a certificate of another schema.</param>
public sealed record ReadCertificate(Certificate? Certificate, string Hash, string? Problem, string? OtherSchema);

/// <summary>
/// Reads certificates. Nothing in a file is passed over: what is read, written again, must be all that the file says. No input makes it throw.
/// </summary>
public static class CertificateReader
{
    private const string SchemaPrefix = "pacta-certificate-";

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    public static ReadCertificate Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8.Span.StartsWith("\ufeff"u8) ? utf8[3..] : utf8, Options);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return None($"it is no JSON text (line {(e.LineNumber ?? 0) + 1})");
        }
        catch (InvalidOperationException)
        {
            return None("a text in it has characters that are none, or a value is of another sort");
        }
    }

    private static ReadCertificate Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var schema) || schema.ValueKind != JsonValueKind.String)
        {
            return None("it does not say that it is one");
        }

        if (schema.GetString() is var name && name != Certificate.Schema)
        {
            return name!.StartsWith(SchemaPrefix, StringComparison.Ordinal) ? new ReadCertificate(null, string.Empty, null, name) : None($"it is “{name}”");
        }

        var reader = new Reader();
        var certificate = reader.Certificate(root);
        if (reader.Problem is { } problem)
        {
            return None(problem);
        }

        var hash = reader.Text(root, "hash");
        return CertificateJson.Whole(certificate, hash) == Canonical.Of(root)
            ? new ReadCertificate(certificate, hash, null, null)
            : None("it has members that no certificate has, or values that are not written as certificates write them");
    }

    private static ReadCertificate None(string problem) => new(null, string.Empty, problem, null);

    /// <summary>Takes members out of objects; keeps the first problem, and goes on with something empty.</summary>
    private sealed class Reader
    {
        public string? Problem { get; private set; }

        public Certificate Certificate(JsonElement root)
        {
            var options = Member(root, "options", JsonValueKind.Object);
            var declaresSources = root.TryGetProperty("sources", out var declared) && declared.ValueKind != JsonValueKind.Null;
            if (Truth(root, "public") != declaresSources)
            {
                // In a full one the texts declare them: a list beside would let it say what the texts do not.
                Problem ??= "sources stand beside the texts in a public certificate, and in no other";
            }

            return new Certificate(
                Text(root, "pacta"),
                Truth(root, "public"),
                Text(root, "agreement"),
                new CertificateOptions(
                    TextOrNull(options, "as_of") is { } asOf ? Instant(asOf) : null, Instant(Text(options, "through")), TextOrNull(options, "perspective"), TextOrNull(options, "clause")),
                Choice<Extent>(Text(root, "extent")),
                Items(root, "texts", TextOf),
                Items(root, "maps", TextOf),
                root.TryGetProperty("sources", out var sources) && sources.ValueKind == JsonValueKind.Null ? null : Items(root, "sources", SourceOf),
                Items(root, "records", r => new CertifiedRecord(Text(r, "line"), Salt(r), Hash(Text(r, "commitment")))),
                Items(root, "stores", s => new CertifiedStore(Text(s, "file"), Number(s, "entries"), (int)Number(s, "erased"), Hash(Text(s, "chain")))),
                [.. Members(Member(root, "finding", JsonValueKind.Object)).Select(m => new FindingPart(m.Name, Canonical.Of(m.Value)))]);
        }

        public string Text(JsonElement of, string name) => Member(of, name, JsonValueKind.String) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : string.Empty;

        private CertifiedText TextOf(JsonElement text) => new(
            Text(text, "file"), Hash(Text(text, "sha256")), Text(text, "text"), Salt(text), TextOrNull(text, "commitment") is { } commitment ? Hash(commitment) : null);

        private Source SourceOf(JsonElement source) => new(Text(source, "name"), Choice<SourceKind>(Text(source, "kind")), TextOrNull(source, "affiliation"), Text(source, "name"));

        private string? Salt(JsonElement of) => TextOrNull(of, "salt") is { } salt ? Hash(salt) : null;

        private string? TextOrNull(JsonElement of, string name) =>
            of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Null ? null : Text(of, name);

        private bool Truth(JsonElement of, string name)
        {
            if (of.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.True or JsonValueKind.False)
            {
                return member.GetBoolean();
            }

            Problem ??= $"“{name}” is missing, or neither true nor false";
            return false;
        }

        private long Number(JsonElement of, string name)
        {
            if (Member(of, name, JsonValueKind.Number) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var number) && number is >= 0 and <= int.MaxValue)
            {
                return number;
            }

            Problem ??= $"“{name}” is no whole number";
            return 0;
        }

        private Instant Instant(string text)
        {
            if (InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant } parsed && instant.InUtc().Year is >= 1000 and <= 2999)
            {
                return parsed.Value;
            }

            Problem ??= $"“{text}” is no instant";
            return default;
        }

        private T Choice<T>(string name)
            where T : struct, Enum
        {
            foreach (var value in Enum.GetValues<T>())
            {
                if (CertificateJson.Name(value) == name)
                {
                    return value;
                }
            }

            Problem ??= $"“{name}” is none of {string.Join(", ", Enum.GetValues<T>().Select(CertificateJson.Name))}";
            return default;
        }

        private string Hash(string text)
        {
            Problem ??= Digest.IsHash(text) ? null : $"“{text}” is no hash";
            return text;
        }

        private ImmutableArray<T> Items<T>(JsonElement of, string name, Func<JsonElement, T> read) =>
            Member(of, name, JsonValueKind.Array) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(read)] : [];

        private static IEnumerable<JsonProperty> Members(JsonElement of) => of.ValueKind == JsonValueKind.Object ? of.EnumerateObject() : [];

        private JsonElement Member(JsonElement of, string name, JsonValueKind kind)
        {
            if (of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) && member.ValueKind == kind)
            {
                return member;
            }

            Problem ??= $"“{name}” is missing, or of another sort";
            return default;
        }
    }
}
