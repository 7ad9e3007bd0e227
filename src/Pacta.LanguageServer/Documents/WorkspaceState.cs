using System.Collections.Immutable;

namespace Pacta.LanguageServer.Documents;

/// <summary>
/// All texts at one moment: those on disk below the folders that are open, and over them those in the editor. It never changes, so that whoever works on it sees one
/// moment however long it takes.
/// </summary>
/// <param name="Documents">By path.</param>
internal sealed record WorkspaceState(ImmutableSortedDictionary<string, Document> Documents, ImmutableArray<string> Folders, Settings Settings)
{
    private readonly Lazy<Declarers> _declarers = new(() => Declarers.Of(Documents.Values));

    public static readonly WorkspaceState Empty = new(ImmutableSortedDictionary.Create<string, Document>(StringComparer.Ordinal), [], Settings.Default);

    /// <summary>Which files declare a name for others.</summary>
    public Declarers Declarers
    {
        get => _declarers.Value;
        private init => _declarers = new Lazy<Declarers>(value);
    }

    public IEnumerable<Document> Open => Documents.Values.Where(d => d.IsOpen);

    public Document? Find(string path) => Documents.GetValueOrDefault(path);

    /// <summary>With another text of a file. Nothing that hangs on names is found anew where its names for others are the same.</summary>
    public WorkspaceState With(Document document)
    {
        var documents = Documents.SetItem(document.Path, document);
        return Find(document.Path) is { } before && _declarers.IsValueCreated && before.Names.DeclaresAs(document.Names)
            ? this with { Documents = documents, Declarers = Declarers }
            : new WorkspaceState(documents, Folders, Settings);
    }

    public WorkspaceState Without(string path) => new(Documents.Remove(path), Folders, Settings);

    /// <summary>The files of the setting that a file is one of; null where it is none of them.</summary>
    public IReadOnlyList<Document>? NamedTogether(Document document)
    {
        if (Settings.Files.IsEmpty)
        {
            return null;
        }

        var named = Documents.Values.Where(d => d == document || Settings.Files.Any(f => Folders.Any(folder => IsIn(d.Path, Path.GetFullPath(Path.Combine(folder, f)))))).ToList();
        return named.Exists(d => d == document && Settings.Files.Any(f => Folders.Any(folder => IsIn(d.Path, Path.GetFullPath(Path.Combine(folder, f)))))) ? named : null;
    }

    private static bool IsIn(string path, string place) =>
        path == place || path.StartsWith(Path.TrimEndingDirectorySeparator(place) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

/// <summary>Which files declare a name for others.</summary>
internal sealed record Declarers(ImmutableDictionary<string, ImmutableArray<string>> Roots, ImmutableDictionary<string, ImmutableArray<string>> Offered)
{
    public static Declarers Of(IEnumerable<Document> documents)
    {
        var all = documents.ToList();
        return new Declarers(ByName(all, d => d.Names.Roots), ByName(all, d => d.Names.Offered));
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> ByName(List<Document> documents, Func<Document, IEnumerable<string>> names) => documents
        .SelectMany(d => names(d).Select(name => (Name: name, d.Path)))
        .GroupBy(p => p.Name, StringComparer.Ordinal)
        .ToImmutableDictionary(g => g.Key, g => g.Select(p => p.Path).Order(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
}
