using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;

namespace Pacta.Linting.Rules;

/// <summary>A chapter in which nothing is written as a clause or a define; a clause without its text, where the others have theirs.</summary>
internal sealed class TextWithoutClause() : LintRule("PACTA1008")
{
    public override IEnumerable<Diagnostic> Find(LintContext context) => Chapters(context).Concat(Clauses(context));

    private IEnumerable<Diagnostic> Chapters(LintContext context) =>
        from tree in context.Trees
        from agreement in tree.Syntax.Items.OfType<AgreementSyntax>()
        from part in agreement.Items.SelectMany(Parts)
        where part.Items.IsEmpty
        select Warning(
            $"Chapter {part.Number.Value} has a heading, and nothing of it is encoded.",
            [new Label(tree.File, part.Number.Span, "no clause and no define")],
            "Write its clauses, or say in a comment why it has none and allow this message.",
            "part \"V\" \"Prior notification\" {\n    clause prior_notification at \"38\" { ... }\n}");

    private IEnumerable<Diagnostic> Clauses(LintContext context) =>
        from agreement in context.Agreements
        let clauses = agreement.Clauses
        where clauses.Any(c => c.Remarks.Texts.Length > 0)
        from clause in clauses
        where clause.Remarks.Texts.IsEmpty && !clause.Remarks.Unverified.Any(LintedItem.SaysThatItLacks("words", "text"))
        let item = LintedItem.Of(clause)
        select Warning(
            $"The {item.Word} does not say which text it encodes.",
            [item.Head("no text")],
            "Other clauses of this agreement have their text beside them. Quote it in a line 'text', so that a reader can compare.",
            "text en \"... will give notification of it to all other participating States 42 days or more in advance\"");

    private static IEnumerable<PartSyntax> Parts(DeclarationSyntax declaration) => declaration is PartSyntax part ? [part, .. part.Items.SelectMany(Parts)] : [];
}
