using System.Collections.Immutable;

namespace Pacta.LanguageServer.Documents;

/// <summary>
/// The files that are compiled together with one. On the command line people name them; here they are those whose names the file speaks of: vocabularies and agreements
/// after <c>use</c> and <c>of</c>, and whoever else declares a word for others that nothing declares so far; and so on for those files. Where several declare a name,
/// the nearest is taken, counted in folders.
/// </summary>
internal static class Together
{
    /// <summary>In the order of their paths.</summary>
    public static ImmutableArray<Document> With(Document document, WorkspaceState state)
    {
        if (state.NamedTogether(document) is { } named)
        {
            return [.. named];
        }

        var found = new Dictionary<string, Document>(StringComparer.Ordinal) { [document.Path] = document };
        var declared = new HashSet<string>(document.Names.Roots.Concat(document.Names.Offered), StringComparer.Ordinal);
        var (wanting, speaking) = (new Queue<Document>([document]), new Queue<Document>());
        while (true)
        {
            // Files that are named come before those whose words are only spoken: they may declare the same words.
            if (wanting.TryDequeue(out var at))
            {
                Add(at, at.Names.Wanted, state.Declarers.Roots);
                speaking.Enqueue(at);
            }
            else if (speaking.TryDequeue(out at))
            {
                Add(at, at.Names.Spoken, state.Declarers.Offered);
            }
            else
            {
                break;
            }
        }

        return [.. found.Values.OrderBy(d => d.Path, StringComparer.Ordinal)];

        void Add(Document speaker, IEnumerable<string> names, ImmutableDictionary<string, ImmutableArray<string>> declarers)
        {
            foreach (var name in names.Order(StringComparer.Ordinal))
            {
                if (declared.Contains(name) || !declarers.TryGetValue(name, out var paths))
                {
                    continue;
                }

                // Of two versions of one vocabulary or agreement only one can take part.
                var other = paths.Select(state.Find).OfType<Document>()
                    .Where(d => !found.ContainsKey(d.Path) && !d.Names.Roots.Overlaps(declared))
                    .OrderBy(d => FilePaths.Distance(d.Path, speaker.Path))
                    .ThenBy(d => d.Path, StringComparer.Ordinal)
                    .FirstOrDefault();
                if (other is not null)
                {
                    found.Add(other.Path, other);
                    declared.UnionWith(other.Names.Roots);
                    declared.UnionWith(other.Names.Offered);
                    wanting.Enqueue(other);
                }
            }
        }
    }

    /// <summary>All files that are compiled together with one, whichever of them is looked at.</summary>
    public static IEnumerable<Document> Around(Document document, WorkspaceState state) =>
        state.Documents.Values.Where(d => With(d, state).Contains(document));
}
