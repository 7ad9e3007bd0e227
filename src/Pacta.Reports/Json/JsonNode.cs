using System.Collections.Immutable;

namespace Pacta.Reports.Json;

internal enum JsonKind
{
    Object,
    Array,
    Text,
    Number,
    Truth,
    Null,
}

/// <summary>A stretch of the bytes of one line.</summary>
internal readonly record struct ByteSpan(int Start, int Length);

/// <summary>A JSON value that remembers where in its line it stands.</summary>
/// <param name="Text">The characters of a text, the digits of a number, <c>true</c> or <c>false</c>; empty otherwise.</param>
internal sealed record JsonNode(
    JsonKind Kind,
    ByteSpan Span,
    string Text,
    ImmutableArray<JsonMember> Members,
    ImmutableArray<JsonNode> Items)
{
    public bool IsTrue => Kind == JsonKind.Truth && Text == "true";

    public JsonNode? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.Name == name)
                {
                    return member.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The kind in a sentence: "a number", "an object {...}".</summary>
    public string InWords => Kind switch
    {
        JsonKind.Object => "an object {...}",
        JsonKind.Array => "a list [...]",
        JsonKind.Text => "a text",
        JsonKind.Number => "a number",
        JsonKind.Truth => "true or false",
        _ => "null",
    };
}

internal sealed record JsonMember(string Name, ByteSpan NameSpan, JsonNode Value);
