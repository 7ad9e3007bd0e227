using System.Collections.Immutable;
using Pacta.LanguageServer.Protocol;

namespace Pacta.LanguageServer.Documents;

/// <summary>Keeps the state of all texts up to date with what the editor and the disk tell. Used by one thread; whoever needs the state takes it as it is at that moment.</summary>
internal sealed class Workspace
{
    /// <summary>More files than any collection of agreements has: a folder with so many was opened by mistake.</summary>
    private const int MostFiles = 5_000;

    private const long LongestFile = 1 << 26;

    private static readonly ImmutableHashSet<string> Skipped = ["node_modules", "bin", "obj", ".git", ".svn", ".hg"];

    /// <summary>The folders of files that are open without any folder being so.</summary>
    private readonly HashSet<string> _looseFolders = [];

    public WorkspaceState State { get; private set; } = WorkspaceState.Empty;

    public void OpenFolders(IEnumerable<string> uris)
    {
        var folders = State.Folders.Concat(uris.Select(FilePaths.PathOf).Where(FilePaths.IsOnDisk)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        State = new WorkspaceState(State.Documents, folders, State.Settings);
        foreach (var path in folders.SelectMany(f => FilesIn(f, isDeep: true)).Take(MostFiles))
        {
            ReadFromDisk(path);
        }
    }

    public void CloseFolders(IEnumerable<string> uris)
    {
        var gone = uris.Select(FilePaths.PathOf).ToHashSet(StringComparer.Ordinal);
        var folders = State.Folders.RemoveAll(gone.Contains);
        var documents = State.Documents.RemoveRange(State.Documents.Values
            .Where(d => !d.IsOpen && !folders.Any(f => IsBelow(d.Path, f)))
            .Select(d => d.Path));
        State = new WorkspaceState(documents, folders, State.Settings);
    }

    public void Configure(Settings settings)
    {
        State = new WorkspaceState(State.Documents, State.Folders, settings);
        foreach (var path in State.Folders.SelectMany(f => settings.Files.Select(s => Path.GetFullPath(Path.Combine(f, s)))))
        {
            foreach (var file in Directory.Exists(path) ? FilesIn(path, isDeep: true) : [path])
            {
                ReadFromDisk(file);
            }
        }
    }

    public void Open(TextDocumentItem item)
    {
        var path = FilePaths.PathOf(item.Uri);
        if (FilePaths.IsOnDisk(path) && Path.GetDirectoryName(path) is { } folder && !State.Folders.Any(f => IsBelow(path, f)) && _looseFolders.Add(folder))
        {
            // Without a folder, those beside it are what may belong to it.
            foreach (var other in FilesIn(folder, isDeep: false).Take(MostFiles))
            {
                ReadFromDisk(other);
            }
        }

        State = State.With(new Document(path, item.Uri, item.Text, item.Version));
    }

    /// <exception cref="ProtocolException">The document is not open.</exception>
    public void Change(DidChangeParams change)
    {
        var path = FilePaths.PathOf(change.TextDocument.Uri);
        if (State.Find(path) is not { IsOpen: true } document)
        {
            throw new ProtocolException(ProtocolException.InvalidParams, $"{change.TextDocument.Uri} is changed, and was not opened");
        }

        State = State.With(document.With(change.ContentChanges, change.TextDocument.Version));
    }

    /// <summary>From now on the file on disk counts; one that is not there is forgotten.</summary>
    public void Close(string uri)
    {
        var path = FilePaths.PathOf(uri);
        State = State.Without(path);
        ReadFromDisk(path);
    }

    /// <summary>A file was made, changed or deleted on disk. What is open in the editor counts all the same.</summary>
    public void LookAgain(string uri)
    {
        var path = FilePaths.PathOf(uri);
        if (State.Find(path) is not { IsOpen: true })
        {
            State = State.Without(path);
            ReadFromDisk(path);
        }
    }

    private void ReadFromDisk(string path)
    {
        if (!path.EndsWith(FilePaths.Ending, StringComparison.OrdinalIgnoreCase) || !FilePaths.IsOnDisk(path) || State.Find(path) is { IsOpen: true })
        {
            return;
        }

        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length <= LongestFile)
            {
                State = new WorkspaceState(State.Documents.SetItem(path, new Document(path, FilePaths.UriOf(path), File.ReadAllText(path), null)), State.Folders, State.Settings);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            // A file that cannot be read is as one that is not there.
        }
    }

    private static IEnumerable<string> FilesIn(string folder, bool isDeep)
    {
        var waiting = new Stack<string>([folder]);
        while (waiting.TryPop(out var at))
        {
            string[] files;
            string[] folders;
            try
            {
                files = Directory.GetFiles(at, "*" + FilePaths.Ending);
                folders = isDeep ? Directory.GetDirectories(at) : [];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            foreach (var file in files)
            {
                yield return file;
            }

            // Links may lead round in a circle.
            foreach (var inner in folders.Where(f => !Skipped.Contains(Path.GetFileName(f)) && !new DirectoryInfo(f).Attributes.HasFlag(FileAttributes.ReparsePoint)))
            {
                waiting.Push(inner);
            }
        }
    }

    private static bool IsBelow(string path, string folder) => path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
