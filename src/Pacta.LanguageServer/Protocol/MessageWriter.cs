using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Pacta.LanguageServer.Protocol;

/// <summary>Writes messages, one at a time, whoever sends them. Once nobody reads them any longer, they are lost.</summary>
internal sealed class MessageWriter(Stream output)
{
    private readonly Lock _writing = new();
    private bool _isClosed;

    public void Notify<T>(string method, T parameters, JsonTypeInfo<T> type) => Write(json =>
    {
        json.WriteString("method", method);
        json.WritePropertyName("params");
        JsonSerializer.Serialize(json, parameters, type);
    });

    /// <summary>A request to the editor, whose answer nobody waits for.</summary>
    public void Request<T>(string id, string method, T parameters, JsonTypeInfo<T> type) => Write(json =>
    {
        json.WriteString("id", id);
        json.WriteString("method", method);
        json.WritePropertyName("params");
        JsonSerializer.Serialize(json, parameters, type);
    });

    /// <inheritdoc cref="Request{T}"/>
    public void Request(string id, string method) => Write(json =>
    {
        json.WriteString("id", id);
        json.WriteString("method", method);
    });

    /// <param name="result">Writes the value of <c>result</c>.</param>
    public void Answer(JsonElement id, Action<Utf8JsonWriter> result) => Write(json =>
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
        json.WritePropertyName("result");
        result(json);
    });

    /// <param name="id">Null where it could not be read.</param>
    public void Fail(JsonElement? id, int code, string message) => Write(json =>
    {
        json.WritePropertyName("id");
        if (id is { } known)
        {
            known.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartObject("error");
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    private void Write(Action<Utf8JsonWriter> members)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            members(json);
            json.WriteEndObject();
        }

        lock (_writing)
        {
            if (_isClosed)
            {
                return;
            }

            try
            {
                output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.WrittenCount}\r\n\r\n")));
                output.Write(body.WrittenSpan);
                output.Flush();
            }
            catch (IOException)
            {
                _isClosed = true;
            }
        }
    }
}
