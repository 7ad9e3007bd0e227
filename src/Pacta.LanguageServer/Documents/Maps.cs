using System.Collections.Concurrent;
using Pacta.Geography.Reading;

namespace Pacta.LanguageServer.Documents;

/// <summary>The maps of zones, read once: an outline can be long, and a key stroke does not change it.</summary>
internal sealed class Maps
{
    private readonly ConcurrentDictionary<string, string?> _texts = new(StringComparer.Ordinal);

    /// <summary>Null where there is no such file, which is no mistake.</summary>
    public string? Read(string path) => _texts.GetOrAdd(path, MapFile.Read);

    public void Clear() => _texts.Clear();
}
