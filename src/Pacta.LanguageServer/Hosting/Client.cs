using System.Text.Json;

namespace Pacta.LanguageServer.Hosting;

/// <summary>What the editor can do, as far as anything hangs on it.</summary>
internal sealed class Client
{
    public bool HasMarkdown { get; private set; }

    public bool HasSnippets { get; private set; }

    public bool CanWatchFiles { get; private set; }

    /// <summary>The requests that make the editor ask anew for what it shows beside a text, when something other than the text has changed.</summary>
    public IReadOnlyList<string> Refreshes { get; private set; } = [];

    public void Learn(JsonElement? capabilities)
    {
        if (capabilities is not { ValueKind: JsonValueKind.Object } all)
        {
            return;
        }

        HasMarkdown = At(all, "textDocument", "hover", "contentFormat") is { ValueKind: JsonValueKind.Array } formats
            && formats.EnumerateArray().Any(f => f.ValueKind == JsonValueKind.String && f.GetString() == "markdown");
        HasSnippets = At(all, "textDocument", "completion", "completionItem", "snippetSupport") is { ValueKind: JsonValueKind.True };
        Refreshes = [.. new[] { "inlayHint", "semanticTokens" }.Where(w => At(all, "workspace", w, "refreshSupport") is { ValueKind: JsonValueKind.True }).Select(w => $"workspace/{w}/refresh")];
        CanWatchFiles = At(all, "workspace", "didChangeWatchedFiles", "dynamicRegistration") is { ValueKind: JsonValueKind.True };
    }

    private static JsonElement? At(JsonElement from, params ReadOnlySpan<string> way)
    {
        var at = from;
        foreach (var step in way)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
            {
                return null;
            }
        }

        return at;
    }
}
