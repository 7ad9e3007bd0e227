using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pacta.Certificates.Json;

/// <summary>JSON in the one form that is hashed and compared: no blanks, members in the ordinal order of their names, letters as themselves.</summary>
internal static class Canonical
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Laid = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>What is written, in canonical form.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var document = JsonDocument.Parse(Bytes(write, Plain).WrittenMemory);
        return Of(document.RootElement);
    }

    public static string Of(JsonElement element) => Encoding.UTF8.GetString(Bytes(json => Write(json, element), Plain).WrittenSpan);

    /// <summary>For a file that people open too: a member on each line, in the order in which it is written.</summary>
    public static byte[] Indented(Action<Utf8JsonWriter> write) => [.. Bytes(write, Laid).WrittenSpan, (byte)'\n'];

    private static ArrayBufferWriter<byte> Bytes(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, options);
        write(json);
        json.Flush();
        return buffer;
    }

    private static void Write(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(element.GetString());
                break;
            default:
                json.WriteRawValue(element.GetRawText());
                break;
        }
    }
}
