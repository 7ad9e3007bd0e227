namespace Pacta.Language.Binding.Names;

/// <summary>What a clause speaks of: other clauses, and defines and tables that may speak of clauses in their turn.</summary>
internal sealed class ClauseReferences
{
    public SortedSet<string> Clauses { get; } = new(StringComparer.Ordinal);

    public HashSet<NamedContentSymbol> Contents { get; } = [];

    /// <summary>The clauses it speaks of, also through what it names.</summary>
    public IEnumerable<string> All()
    {
        var all = new SortedSet<string>(Clauses, StringComparer.Ordinal);
        var seen = new HashSet<NamedContentSymbol>(Contents);
        var open = new Stack<NamedContentSymbol>(Contents);
        while (open.TryPop(out var content))
        {
            all.UnionWith(content.Clauses);
            foreach (var next in content.Mentions.Where(seen.Add))
            {
                open.Push(next);
            }
        }

        return all;
    }
}
