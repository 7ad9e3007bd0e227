using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Declaring;

/// <summary>Puts the names of several scopes into one vocabulary. Nearer scopes come first and win.</summary>
internal static class VocabularyMerger
{
    /// <summary>All that an agreement can use, and what that needs in turn.</summary>
    public static Vocabulary For(AgreementSymbol agreement, EvidenceNames evidence) =>
        Merge(Closure(agreement.Scope), evidence, agreement.Scope.FindTolerance());

    /// <summary>What an agreement leaves to judgement, also by the words that it uses.</summary>
    public static ImmutableSortedSet<string> MattersOf(AgreementSymbol agreement) =>
        Closure(agreement.Scope).SelectMany(s => s.Matters).ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>All vocabularies and file-level names together.</summary>
    public static Vocabulary ForAll(Declarations all, EvidenceNames evidence)
    {
        var scopes = all.Scopes.Where(s => s.Form != ScopeForm.Agreement).ToList();
        return Merge(scopes, evidence, scopes.Select(s => s.Tolerance).FirstOrDefault(t => t is not null) ?? 0.1m);
    }

    /// <summary>The definitions and tables of an agreement by name: all it can see, those it takes from elsewhere, and those they mention.</summary>
    public static ImmutableSortedDictionary<string, NamedContentSymbol> ContentOf(AgreementSymbol agreement)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, NamedContentSymbol>(StringComparer.Ordinal);
        var visible = agreement.Scope.Visible().SelectMany(s => s.Symbols).OfType<NamedContentSymbol>();
        var taken = agreement.Scope.Taken.OrderBy(s => s.Name, StringComparer.Ordinal);
        foreach (var symbol in WithMentions(visible.Concat(taken)))
        {
            if (!found.TryAdd(symbol.Name, symbol) && found[symbol.Name] != symbol)
            {
                agreement.Scope.All.Report(
                    agreement.Scope.File, agreement.Syntax.Name.Span, null, NameErrors.Clash(symbol.Name, agreement.Name),
                    found[symbol.Name].DeclaredHere, symbol.DeclaredHere);
            }
        }

        return found.ToImmutable();
    }

    private static Vocabulary Merge(IReadOnlyList<Scope> scopes, EvidenceNames evidence, decimal tolerance)
    {
        var symbols = scopes.SelectMany(s => s.Symbols).ToList();
        var kinds = symbols.OfType<KindSymbol>().ToList();
        return new Vocabulary(
            ByName(UnitBinder.BuiltIn.Concat(scopes.SelectMany(s => s.Units).Select(u => u.Unit)), u => u.Name),
            ByName(kinds.Select(k => k.Kind), k => k.Name),
            ByName(kinds.Select(k => k.BoundState).OfType<StateKind>(), s => s.Kind.Name),
            ByName(symbols.OfType<ActorSymbol>().Select(a => a.Actor), a => a.Name),
            ByName(symbols.OfType<GroupSymbol>().Select(g => g.Group), g => g.Name),
            evidence.Sources,
            evidence.Perspectives,
            evidence.Standards,
            scopes.SelectMany(s => s.OpenKinds.Select(k => s.Find(k.Text)?.Name)).OfType<string>().ToImmutableSortedSet(StringComparer.Ordinal),
            tolerance);
    }

    private static ImmutableSortedDictionary<string, T> ByName<T>(IEnumerable<T> items, Func<T, string> name)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            found.TryAdd(name(item), item);
        }

        return found.ToImmutable();
    }

    private static List<Scope> Closure(Scope scope)
    {
        List<Scope> scopes = [.. scope.Visible()];
        for (var i = 0; i < scopes.Count; i++)
        {
            scopes.AddRange(scopes[i].Needed.Where(n => !scopes.Contains(n)).OrderBy(n => n.Form).ThenBy(n => n.Name, StringComparer.Ordinal));
        }

        return scopes;
    }

    private static IEnumerable<NamedContentSymbol> WithMentions(IEnumerable<NamedContentSymbol> start)
    {
        HashSet<NamedContentSymbol> seen = [];
        Queue<NamedContentSymbol> waiting = new(start);
        while (waiting.TryDequeue(out var at))
        {
            if (!seen.Add(at))
            {
                continue;
            }

            yield return at;
            foreach (var next in at.Mentions.OrderBy(m => m.Name, StringComparer.Ordinal))
            {
                waiting.Enqueue(next);
            }
        }
    }
}
