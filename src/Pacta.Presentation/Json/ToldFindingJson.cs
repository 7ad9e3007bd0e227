using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Pacta.Model.Findings;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Json;

/// <summary>A finding that was told, as one line of JSON, and back. Of what reports say there is nothing in it: what is erased is erased.</summary>
public static class ToldFindingJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What was told where there was such a finding before, and there is none any more.</summary>
    public static readonly string OfNone = Convert.ToHexStringLower(SHA256.HashData("none"u8));

    /// <summary>
    /// The hash of what a finding says: its states, its certainty, what settles it, its times, what it rests and hangs on. Not of its words, which are told in
    /// several languages, nor of its derivation, which also tells how far the history went.
    /// </summary>
    public static byte[] ContentOf(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            json.WriteTexts("states", finding.States.Select(Names.Of));
            json.WriteString("certainty", finding.Certainty.ToString());
            json.WriteBoolean("settled", finding.IsSettled);
            Range(json, "due", finding.Due is { } due ? (due.Earliest, due.Latest) : null);
            json.WriteTexts("changes", finding.Changes.SelectMany(c => new[] { Names.Of(c.State), Text(c.At.Earliest), Text(c.At.Latest) }));
            json.WriteTexts("reports", finding.Reports.Select(r => r.Id));
            json.WriteTexts("determinations", finding.Determinations.Select(d => d.Id));
            json.WriteTexts("causes", finding.Causes.SelectMany(c => new[] { c.Kind.ToString(), c.Key, c.Attribute }));
            json.WriteTexts("outcomes", finding.Outcomes.SelectMany(o => o.If.SelectMany(c => new[] { c.Kind.ToString(), c.Subject, c.Value }).Concat(o.States.Select(Names.Of)).Append("|")));
            json.WriteTexts("by_reading", finding.ByReading.SelectMany(r => r.Readings.SelectMany(t => new[] { t.Of, t.Name }).Concat(r.Finding?.States.Select(Names.Of) ?? []).Append("|")));
            json.WriteEndObject();
        }

        return SHA256.HashData(buffer.WrittenSpan);
    }

    /// <summary>One hash over the files of the agreements, in whatever order they were named.</summary>
    public static string AgreementsSha256(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var all = string.Join('\n', manifest.Agreements.Select(a => a.Sha256).Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(all)));
    }

    public static byte[] Line(ToldFinding told)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, told);
        }

        return buffer.WrittenSpan.ToArray();
    }

    internal static void Write(Utf8JsonWriter json, ToldFinding told)
    {
        json.WriteStartObject();
        json.WriteString("id", told.Id);
        json.WriteString("agreement", told.Agreement);
        json.WriteString("clause", told.Clause);
        json.WriteString("pacta", told.Version);
        json.WriteString("agreements_sha256", told.AgreementsSha256);
        json.WriteString("perspective", told.Perspective);
        json.WriteString("as_of", told.AsOf);
        json.WriteString("published_as_of", told.PublishedAsOf);
        json.WriteString("until", told.Until);
        json.WriteString("complete_through", Text(told.Through));
        json.WriteNumber("records", told.Records);
        json.WriteNumber("erased", told.Erased);
        json.WriteString("chain", told.Chain);
        json.WriteTexts("states", told.States);
        json.WriteString("certainty", told.Certainty);
        json.WriteBoolean("settled", told.IsSettled);
        Range(json, "due", told.Due);
        json.WriteString("words", told.Words);
        json.WriteTexts("reports", told.Reports);
        json.WriteString("sha256", told.Sha256);
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Line"/> wrote; null if it is something else.</summary>
    public static ToldFinding? Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            return new ToldFinding(
                Of("id")!, Of("agreement")!, Of("clause")!, Of("pacta")!, Of("agreements_sha256")!, Of("perspective")!, Of("as_of"), Of("published_as_of"), Of("until"),
                At(Of("complete_through")!), json.GetProperty("records").GetInt64(), json.GetProperty("erased").GetInt32(), Of("chain")!, List("states"), Of("certainty"),
                json.GetProperty("settled").GetBoolean(), DueOf(json.GetProperty("due")), Of("words")!, List("reports"), Of("sha256")!);

            string? Of(string name) => json.GetProperty(name).GetString();

            ImmutableArray<string> List(string name) => [.. json.GetProperty(name).EnumerateArray().Select(i => i.GetString()!)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or UnparsableValueException)
        {
            return null;
        }
    }

    private static (Instant, Instant)? DueOf(JsonElement due) => due.ValueKind == JsonValueKind.Null
        ? null
        : (At(due.GetProperty("earliest").GetString()!), At(due.GetProperty("latest").GetString()!));

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    private static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private static void Range(Utf8JsonWriter json, string name, (Instant Earliest, Instant Latest)? range)
    {
        if (range is not var (earliest, latest))
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("earliest", Text(earliest));
        json.WriteString("latest", Text(latest));
        json.WriteEndObject();
    }
}
