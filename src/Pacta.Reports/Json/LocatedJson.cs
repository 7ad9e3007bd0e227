using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Pacta.Reports.Json;

/// <summary>What is wrong with a JSON text, and where.</summary>
/// <param name="Second">The name of a member that was already there; null for anything else.</param>
internal sealed record JsonProblem(ByteSpan Span, string? Second);

/// <summary>One JSON value from UTF-8 bytes, with the place of every member. Never throws.</summary>
internal static class LocatedJson
{
    private const int MaxDepth = 16;

    public static JsonNode? Parse(ReadOnlySpan<byte> utf8, out JsonProblem? problem)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            problem = null;
            reader.Read();
            var node = Value(ref reader, utf8, ref problem);
            if (node is null || problem is not null)
            {
                return null;
            }

            reader.Read();
            return node;
        }
        catch (JsonException e)
        {
            problem = new JsonProblem(Near(utf8, OffsetOf(utf8, e)), null);
            return null;
        }
        catch (InvalidOperationException)
        {
            // A text with half a surrogate pair cannot be read as characters.
            problem = new JsonProblem(TokenSpan(ref reader), null);
            return null;
        }
    }

    private static JsonNode? Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ref JsonProblem? problem) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader, utf8, ref problem),
        JsonTokenType.StartArray => Array(ref reader, utf8, ref problem),
        JsonTokenType.String => Leaf(JsonKind.Text, ref reader, reader.GetString() ?? string.Empty),
        JsonTokenType.Number => Leaf(JsonKind.Number, ref reader, Encoding.ASCII.GetString(reader.ValueSpan)),
        JsonTokenType.True => Leaf(JsonKind.Truth, ref reader, "true"),
        JsonTokenType.False => Leaf(JsonKind.Truth, ref reader, "false"),
        _ => Leaf(JsonKind.Null, ref reader, string.Empty),
    };

    private static JsonNode Leaf(JsonKind kind, ref Utf8JsonReader reader, string text) => new(kind, TokenSpan(ref reader), text, [], []);

    private static JsonNode? Object(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ref JsonProblem? problem)
    {
        var start = (int)reader.TokenStartIndex;
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // A name's token is said to end after its colon.
            var span = new ByteSpan((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
            var name = MemberNames.Of(ref reader);
            foreach (var earlier in members)
            {
                if (earlier.Name == name)
                {
                    problem = new JsonProblem(span, name);
                    return null;
                }
            }

            reader.Read();
            if (Value(ref reader, utf8, ref problem) is not { } value)
            {
                return null;
            }

            members.Add(new JsonMember(name, span, value));
        }

        return new JsonNode(JsonKind.Object, new ByteSpan(start, (int)reader.BytesConsumed - start), string.Empty, members.DrainToImmutable(), []);
    }

    private static JsonNode? Array(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ref JsonProblem? problem)
    {
        var start = (int)reader.TokenStartIndex;
        var items = ImmutableArray.CreateBuilder<JsonNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Value(ref reader, utf8, ref problem) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new JsonNode(JsonKind.Array, new ByteSpan(start, (int)reader.BytesConsumed - start), string.Empty, [], items.DrainToImmutable());
    }

    private static ByteSpan TokenSpan(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        return new ByteSpan(start, Math.Max(1, (int)reader.BytesConsumed - start));
    }

    /// <summary>The exception counts lines of its own; a report is one line, a mapping may have many.</summary>
    private static long OffsetOf(ReadOnlySpan<byte> utf8, JsonException e)
    {
        var start = 0;
        for (var line = e.LineNumber ?? 0; line > 0; line--)
        {
            start += utf8[start..].IndexOf((byte)'\n') + 1;
        }

        return start + (e.BytePositionInLine ?? 0);
    }

    private static ByteSpan Near(ReadOnlySpan<byte> utf8, long at) =>
        new((int)Math.Clamp(at, 0, Math.Max(0, utf8.Length - 1)), utf8.Length == 0 ? 0 : 1);
}
