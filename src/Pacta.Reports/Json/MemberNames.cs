using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Pacta.Reports.Json;

/// <summary>The names of members that stand in nearly every line: one text for each, not one for each line.</summary>
internal static class MemberNames
{
    private const int Longest = 16;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Known = new[]
    {
        "id", "type", "source", "origin", "published", "recorded", "supersedes", "retracts", "reference", "claims", "event", "kind", "claim", "polarity", "basis",
        "time", "end", "by", "to", "of", "in", "into", "from", "over", "through", "on", "against", "under", "outside", "fields", "distances", "position",
        "derived_from", "one_of", "value", "unit", "about", "low", "high", "lat", "lon", "accuracy_m", "place", "height_m", "height_accuracy_m", "height_above", "count",
    }.ToFrozenDictionary(n => n, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name at which the reader stands.</summary>
    public static string Of(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped || reader.ValueSpan.Length > Longest)
        {
            return reader.GetString() ?? string.Empty;
        }

        Span<char> characters = stackalloc char[Longest];
        return Encoding.UTF8.TryGetChars(reader.ValueSpan, characters, out var length) && Known.TryGetValue(characters[..length], out var name)
            ? name
            : reader.GetString() ?? string.Empty;
    }
}
