using System.Text;
using System.Text.Json;
using Pacta.Geography.Reading;

namespace Pacta.Maps.Perspectives;

/// <summary>The member <c>pacta</c> of a perspective map: texts and numbers by name.</summary>
internal static class PerspectiveHead
{
    public static Dictionary<string, string> Read(ReadOnlySpan<byte> utf8, string file)
    {
        var start = utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
        var json = new Utf8JsonReader(utf8[start..], new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1)
            {
                continue;
            }

            var isHead = json.ValueTextEquals("pacta"u8);
            json.Read();
            if (!isHead)
            {
                json.Skip();
                continue;
            }

            if (json.TokenType != JsonTokenType.StartObject)
            {
                throw new ShapeFileException(file, null, json.TokenStartIndex, "the member pacta is no object", """write it as { "name": "Map of Aland", "by": "Aland", … }""");
            }

            while (json.Read() && json.TokenType != JsonTokenType.EndObject)
            {
                var name = json.GetString()!;
                json.Read();
                head[name] = json.TokenType switch
                {
                    JsonTokenType.String => json.GetString()!,
                    JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan),
                    _ => "",
                };
                json.Skip();
            }
        }

        return head;
    }
}
