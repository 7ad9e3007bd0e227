using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pacta.LanguageServer.Protocol;

namespace Pacta.LanguageServer.Hosting;

/// <summary>Reads what a message is about.</summary>
internal static class Parameters
{
    /// <exception cref="ProtocolException">They are not there, or of another shape.</exception>
    public static T Of<T>(JsonElement parameters, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return parameters.ValueKind == JsonValueKind.Object && JsonSerializer.Deserialize(parameters, type) is { } read
                ? read
                : throw new ProtocolException(ProtocolException.InvalidParams, "there are no params");
        }
        catch (JsonException e)
        {
            throw new ProtocolException(ProtocolException.InvalidParams, $"the params are of another shape: {e.Message}");
        }
    }
}
