using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Linting.Rules;

/// <summary>A name that an agreement declares and that nobody uses: probably a clause that was to be written, or a word for which another is used.</summary>
internal sealed class UnusedName() : LintRule("PACTA1006")
{
    public override IEnumerable<Diagnostic> Find(LintContext context) =>
        from tree in context.Trees
        from agreement in tree.Syntax.Items.OfType<AgreementSyntax>()
        from declared in agreement.Items.SelectMany(Declared)
        where declared.Names.TrueForAll(n => context.Mentions(n.Text).All(m => m.File == tree.File && Covers(declared.Whole, m.At)))
        select Warning(
            $"Nobody uses the {declared.Word} {declared.Names[0].Text}.",
            [new Label(tree.File, declared.Names[0].Span, "declared here and used nowhere")],
            "Use it in a clause, or take it away. What several agreements use belongs in a vocabulary.");

    /// <summary>What a declaration names, under all names.</summary>
    private static IEnumerable<(string Word, List<Identifier> Names, TextSpan Whole)> Declared(DeclarationSyntax declaration) => declaration switch
    {
        PartSyntax part => part.Items.SelectMany(Declared),
        DefineSyntax define => [("define", Names(define.Noun), define.Span)],
        TableSyntax table => [(table.Kind.ToString().ToLowerInvariant(), [table.Name], table.Span)],
        KindSyntax kind => kind.Nouns.Select(n => ("kind", Names(n), kind.Span)),
        EventSyntax happening => [("event", Names(happening.Noun), happening.Span)],
        StateSyntax state => [("state", Names(state.Noun), state.Span)],
        GroupSyntax group => [("group", Names(group.Noun), group.Span)],
        UnitSyntax unit => [("unit", [unit.Name], unit.Span)],
        ActorsSyntax actors => actors.Actors.Select(a => ("actor", new List<Identifier> { a.Name }, a.Span)),
        _ => [],
    };

    private static List<Identifier> Names(NounSyntax noun) => noun.Plural is { } plural ? [noun.Singular, plural] : [noun.Singular];

    private static bool Covers(TextSpan span, int at) => at >= span.Start && at < span.End;
}
