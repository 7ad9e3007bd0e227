using System.Collections.Immutable;
using Pacta.Language.Syntax;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Protocol;
using Pacta.Model.Text;

namespace Pacta.LanguageServer.Features;

/// <summary>The outline of a file: agreements by chapter and article, vocabularies by what they declare, scenarios. It needs no meaning, only the sentences.</summary>
internal static class Outlining
{
    // Kinds of symbols, by the numbers that the protocol gives them.
    private const int Module = 2;
    private const int Package = 4;
    private const int Class = 5;
    private const int Field = 8;
    private const int Enumeration = 10;
    private const int Interface = 11;
    private const int Function = 12;
    private const int Constant = 14;
    private const int Number = 16;
    private const int Object = 19;
    private const int Struct = 23;
    private const int Event = 24;
    private const int Operator = 25;

    public static DocumentSymbol[] Of(Document document) => [.. document.Parsed.Syntax.Items.SelectMany(i => Of(i, document))];

    /// <summary>All names declared in the workspace that match what is typed: its letters, in their order.</summary>
    public static WorkspaceSymbol[] Search(WorkspaceState state, string query, CancellationToken cancellation)
    {
        var found = new List<WorkspaceSymbol>();
        foreach (var document in state.Documents.Values)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var symbol in Of(document))
            {
                Search(symbol, null, document, query, found);
            }
        }

        return [.. found];
    }

    /// <summary>The innermost block that something stands in which has variables of its own: a clause, a define, a table, a state.</summary>
    public static TextSpan BlockAround(Document document, int offset)
    {
        var span = document.Parsed.Syntax.Span;
        IEnumerable<DeclarationSyntax> items = document.Parsed.Syntax.Items;
        while (items.FirstOrDefault(i => i.Span.Start <= offset && offset <= i.Span.End) is { } at)
        {
            span = at.Span;
            items = at switch
            {
                AgreementSyntax agreement => agreement.Items,
                PartSyntax part => part.Items,
                VocabularySyntax vocabulary => vocabulary.Items,
                _ => [],
            };
        }

        return span;
    }

    private static void Search(DocumentSymbol symbol, string? container, Document document, string query, List<WorkspaceSymbol> found)
    {
        if (Matches(symbol.Name, query))
        {
            found.Add(new WorkspaceSymbol(symbol.Name, symbol.Kind, new Location(document.Uri, symbol.SelectionRange), container));
        }

        foreach (var child in symbol.Children)
        {
            Search(child, symbol.Name, document, query, found);
        }
    }

    private static bool Matches(string name, string query)
    {
        var at = 0;
        foreach (var letter in name)
        {
            if (at < query.Length && char.ToLowerInvariant(letter) == char.ToLowerInvariant(query[at]))
            {
                at++;
            }
        }

        return at == query.Length;
    }

    private static IEnumerable<DocumentSymbol> Of(DeclarationSyntax item, Document document) => item switch
    {
        VocabularySyntax v => [Symbol(v.Name.Text, "vocabulary", Package, v, v.Name, v.Items, document)],
        AgreementSyntax a => [Symbol(a.Title.Value, a.Name.Text, Module, a, a.Name, a.Items, document)],
        PartSyntax p => [Symbol(p.Title is { } title ? $"{p.Number.Value} {title.Value}" : p.Number.Value, "chapter", Interface, p, p.Number, p.Items, document)],
        ClauseSyntax c => [Symbol(WithArticle(c.Reference, c.Name), "clause", Function, c, c.Name, [], document)],
        ExceptionSyntax e => [Symbol(WithArticle(e.Reference, e.Name), $"exception to {string.Join(", ", e.To.Select(t => t.Text))}", Operator, e, e.Name, [], document)],
        DefineSyntax d => [Symbol(WithArticle(d.Reference, d.Noun.Singular), "define", Class, d, d.Noun.Singular, [], document)],
        TableSyntax t => [Symbol(WithArticle(t.Reference, t.Name), t.Kind.ToString().ToLowerInvariant(), t.Kind == TableKind.Amount ? Number : Struct, t, t.Name, [], document)],
        GroupSyntax g => [Symbol(g.Noun.Singular.Text, "group", Enumeration, g, g.Noun.Singular, [], document)],
        ActorsSyntax actors => actors.Actors.Where(n => !n.Name.IsMissing).Select(n => Symbol(n.Name.Text, n.FullName?.Value ?? "actor", Object, n, n.Name, [], document)),
        KindSyntax kinds => kinds.Nouns.Where(n => !n.Singular.IsMissing).Select(n => Symbol(n.Singular.Text, kinds.Parent is { } parent ? $"kind of {parent.Text}" : "kind", Class, n, n.Singular, [], document)),
        EventSyntax e => [Symbol(e.Noun.Singular.Text, $"event: {e.Verb.Text} {e.Noun.Singular.Text}", Event, e, e.Noun.Singular, [], document)],
        StateSyntax s => [Symbol(s.Noun.Singular.Text, "state", Field, s, s.Noun.Singular, [], document)],
        UnitSyntax u => [Symbol(u.Name.Text, "unit", Constant, u, u.Name, [], document)],
        SourceSyntax s => [Symbol(s.Name.Text, s.FullName?.Value ?? "source", Object, s, s.Name, [], document)],
        StandardSyntax s => [Symbol(s.Name.Text, "standard", Constant, s, s.Name, [], document)],
        PerspectiveSyntax p => [Symbol(p.Name.Text, "perspective", Constant, p, p.Name, [], document)],
        ScenarioSyntax s => [Symbol(s.Title.Value, $"scenario of {s.Agreement.Text}", Event, s, s.Title, [], document)],
        NegotiationSyntax n => [Symbol(n.Title.Value, "negotiation", Module, n, n.Name, [], document)],
        DisputeSyntax d => [Symbol(d.Title.Value, "dispute", Module, d, d.Name, [], document)],
        CriticismsSyntax c => [Symbol($"criticisms of {c.Agreement.Text}", "criticisms", Module, c, c.Agreement, [], document)],
        _ => [],
    };

    private static DocumentSymbol Symbol(string name, string detail, int kind, SyntaxNode whole, SyntaxNode selected, ImmutableArray<DeclarationSyntax> items, Document document)
    {
        // A name that is missing may lie outside of what is there.
        var inside = TextSpan.Cover(whole.Span, selected.Span);
        return new DocumentSymbol(
            name.Length > 0 ? name : detail, detail, kind, document.RangeOf(inside), document.RangeOf(selected.Span), [.. items.SelectMany(i => Of(i, document))]);
    }

    private static string WithArticle(ReferenceSyntax? reference, Identifier name) => reference is { } article ? $"{article.Article.Value} {name.Text}" : name.Text;
}
