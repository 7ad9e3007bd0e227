using System.Collections.Concurrent;

namespace Pacta.LanguageServer.Documents;

/// <summary>The maps of zones, read once: an outline can be long, and a key stroke does not change it.</summary>
internal sealed class Maps
{
    private readonly ConcurrentDictionary<string, string?> _texts = new(StringComparer.Ordinal);

    /// <summary>Null where there is no such file, which is no mistake.</summary>
    public string? Read(string path) => _texts.GetOrAdd(path, static p =>
    {
        try
        {
            return File.Exists(p) ? File.ReadAllText(p) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    });

    public void Clear() => _texts.Clear();
}
