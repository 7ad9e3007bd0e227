using System.Collections.Immutable;

namespace Pacta.Certificates.Making;

/// <summary>
/// The paths of texts and maps in a certificate: without the folders of the machine that it was made on, but so that a text still finds its map.
/// </summary>
internal sealed class TextPaths
{
    private readonly ImmutableArray<string> _paths;
    private readonly List<string> _folders;
    private readonly bool _hasFolders;

    public TextPaths(ImmutableArray<string> paths)
    {
        _folders = [.. paths.Select(FolderOf).Distinct(StringComparer.Ordinal)];
        _hasFolders = _folders.Count > 1;
        _paths = [.. paths.Select(p => Join(FolderOf(p), Path.GetFileName(p)))];
    }

    public string this[int index] => _paths[index];

    /// <summary>The path by which a map is asked for once the texts have their new paths.</summary>
    public string OfMap(string path)
    {
        var folder = _folders.Where(f => f.Length > 0 && path.StartsWith(f + "/", StringComparison.Ordinal)).OrderByDescending(f => f.Length).FirstOrDefault() ?? string.Empty;
        return Path.IsPathRooted(path) && folder.Length == 0 ? path : Join(folder, folder.Length == 0 ? path : path[(folder.Length + 1)..]);
    }

    private string Join(string folder, string name) => _hasFolders ? $"{_folders.IndexOf(folder) + 1}/{name}" : name;

    private static string FolderOf(string path) => (Path.GetDirectoryName(path) ?? string.Empty).Replace('\\', '/');
}
