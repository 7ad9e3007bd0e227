using System.Collections.Immutable;
using System.Text.Json;

namespace Pacta.LanguageServer.Documents;

/// <summary>What people set in their editor.</summary>
/// <param name="Files">Files and folders that are read together, relative to the folder that is open; empty: what belongs together is found by its names.</param>
/// <param name="ShowsUnits">Are units told behind bare numbers?</param>
/// <param name="ShowsDates">Are dates told behind times that come to one?</param>
internal sealed record Settings(ImmutableArray<string> Files, bool ShowsUnits, bool ShowsDates)
{
    public static readonly Settings Default = new([], true, true);

    /// <summary>
    /// <c>{"files": ["agreements"], "inlayHints": {"units": true, "dates": true}}</c>, by itself or under <c>pacta</c>. What is not there, or not as it should be,
    /// is as by default.
    /// </summary>
    public static Settings Of(JsonElement? json)
    {
        if (json is not { ValueKind: JsonValueKind.Object } given)
        {
            return Default;
        }

        if (given.TryGetProperty("pacta", out var own) && own.ValueKind == JsonValueKind.Object)
        {
            given = own;
        }

        var files = given.TryGetProperty("files", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(f => f.ValueKind == JsonValueKind.String).Select(f => f.GetString()!).ToImmutableArray()
            : [];
        var hints = given.TryGetProperty("inlayHints", out var both) && both.ValueKind == JsonValueKind.Object ? both : default;
        return new Settings(files, IsOn(hints, "units"), IsOn(hints, "dates"));
    }

    private static bool IsOn(JsonElement hints, string name) =>
        hints.ValueKind != JsonValueKind.Object || !hints.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.False;
}
