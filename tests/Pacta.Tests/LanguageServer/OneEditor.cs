using System.Globalization;

namespace Pacta.Tests.LanguageServer;

/// <summary>One server for all tests of a class; each opens texts of its own.</summary>
public sealed class OneEditor : IAsyncLifetime
{
    private Editor? _editor;
    private int _texts;

    internal Editor Editor => _editor ?? throw new InvalidOperationException("the server was not started");

    public async ValueTask InitializeAsync() => _editor = await Editor.Open();

    /// <summary>Opens a text; a mark in it is left out.</summary>
    /// <returns>Its URI.</returns>
    public async Task<string> Open(string text)
    {
        var uri = string.Create(CultureInfo.InvariantCulture, $"untitled:text-{++_texts}");
        await Editor.OpenText(uri, text);
        return uri;
    }

    public async ValueTask DisposeAsync()
    {
        if (_editor is not null)
        {
            await _editor.DisposeAsync();
        }
    }
}
