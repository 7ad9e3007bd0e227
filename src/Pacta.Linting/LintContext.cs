using System.Collections.Immutable;
using Pacta.Language.Compilation;
using Pacta.Language.Lexing;
using Pacta.Language.Parsing;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Linting;

/// <summary>What the rules look at: the agreements as they were understood, and the files as they are written.</summary>
internal sealed class LintContext
{
    private readonly Lazy<ImmutableArray<(SourceText File, FileSyntax Syntax)>> _trees;
    private readonly Lazy<ILookup<string, (SourceText File, int At)>> _names;
    private readonly Dictionary<Agreement, ImmutableArray<LintedItem>> _items;

    public LintContext(CompilationResult compilation, IReadOnlyList<SourceText> files)
    {
        Agreements = compilation.Agreements;
        _trees = new(() => [.. files.Select(f => (f, Parser.Parse(f, new DiagnosticBag())))]);
        _names = new(() => files.SelectMany(NamesIn).ToLookup(n => n.Name, n => (n.File, n.At), StringComparer.Ordinal));
        _items = Agreements.ToDictionary(a => a, ItemsOf);
    }

    public ImmutableArray<Agreement> Agreements { get; }

    public ImmutableArray<(SourceText File, FileSyntax Syntax)> Trees => _trees.Value;

    /// <summary>The clauses, exceptions, defines and tables that stand in the file of the agreement, as they are written.</summary>
    public ImmutableArray<LintedItem> Items(Agreement agreement) => _items[agreement];

    /// <summary>Wherever a name is written, in any file, outside of texts and comments.</summary>
    public IEnumerable<(SourceText File, int At)> Mentions(string name) => _names.Value[name];

    private static IEnumerable<(string Name, SourceText File, int At)> NamesIn(SourceText file) =>
        SourceNames.In(file).Select(n => (file.Content.Substring(n.Start, n.Length), file, n.Start));

    private static ImmutableArray<LintedItem> ItemsOf(Agreement agreement) =>
    [
        .. agreement.Clauses.SelectMany(c => (IEnumerable<LintedItem>)[LintedItem.Of(c), .. c.Exceptions.SelectMany(e => ExceptionsOf(e, c))])
            .Concat(agreement.Definitions.Values.Where(d => IsOwn(agreement, d.Origin)).Select(LintedItem.Of))
            .Concat(agreement.Tables.Values.Where(t => IsOwn(agreement, t.Origin)).Select(LintedItem.Of))
            .DistinctBy(i => (i.Origin.Span, i.Word))
            .OrderBy(i => i.Origin.Span.Start),
    ];

    private static IEnumerable<LintedItem> ExceptionsOf(ClauseException exception, Clause clause) =>
        [LintedItem.Of(exception, clause), .. exception.Exceptions.SelectMany(e => ExceptionsOf(e, clause))];

    /// <summary>Nouns of a vocabulary are the matter of whoever keeps that.</summary>
    private static bool IsOwn(Agreement agreement, Origin origin) =>
        origin.File == agreement.Origin.File && origin.Span.Start >= agreement.Origin.Span.Start && origin.Span.End <= agreement.Origin.Span.End;
}
