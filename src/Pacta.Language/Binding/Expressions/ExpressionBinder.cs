using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;
using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;

namespace Pacta.Language.Binding.Expressions;

/// <summary>
/// Binds patterns, terms, times and conditions: names are looked up in <paramref name="scope"/>, variables in <paramref name="variables"/>.
/// What cannot be bound is reported once and stands for something that fits everywhere, so that no second message follows.
/// </summary>
/// <param name="section">Said beside every message: <c>chapter V, article 38</c>.</param>
/// <param name="content">The define or table whose content is being bound, if it is one: it remembers what it mentions.</param>
/// <param name="clauseReferences">Collects the clauses that are referred to.</param>
internal sealed partial class ExpressionBinder(
    Scope scope, Variables variables, string? section, NamedContentSymbol? content = null, ClauseReferences? clauseReferences = null)
{
    /// <summary>May a new letter in a role introduce a variable? Not inside "number of ...", where it would only count everything.</summary>
    private bool _rolesIntroduce = true;

    /// <summary>The noun whose <c>where</c> is being bound, and its kind.</summary>
    private (NounArgumentSyntax Head, KindSymbol? Kind, ConditionSyntax Where)? _described;

    /// <summary>Collects the letters that a <c>where</c> mentions.</summary>
    private HashSet<string>? _letters;

    /// <summary>
    /// Set while an act is bound: collects letters that its roles introduce. Such a letter must be used elsewhere in the clause, or it is
    /// most likely a slip for another.
    /// </summary>
    public ICollection<Variable>? ActLetters { get; set; }

    public Scope Scope => scope;

    public Variables Variables => variables;

    public string? Section => section;

    public ExpressionBinder With(Variables inner) => new(scope, inner, section, content, clauseReferences);

    public string Text(SyntaxNode node) => scope.File.Quote(node.Span);

    public void Report(SyntaxNode node, Mistake mistake, params ReadOnlySpan<Label> more) =>
        scope.All.Report(scope.File, node.Span, section, mistake, more);

    /// <summary>Reports a name that could not be found, with the reason that helps most.</summary>
    private void ReportUnknown(Identifier name, string wanted, string example, Func<Symbol, bool> fits, params ReadOnlySpan<string> builtIn)
    {
        if (name.IsMissing || scope.IsIncomplete)
        {
            return;
        }

        var elsewhere = scope.Elsewhere(name.Text).ToList();
        if (scope.Form == ScopeForm.Agreement && elsewhere.Count > 1)
        {
            Report(name, NameErrors.SeveralElsewhere(name.Text, [.. elsewhere.Select(s => s.Owner.Name)]));
            return;
        }

        if (scope.All.Vocabularies.Find(v => v.FindOwn(name.Text) is not null) is { } vocabulary)
        {
            Report(name, NameErrors.NotUsed(name.Text, vocabulary.Name, scope.Agreement?.PlaceForHeader(scope.File)), vocabulary.FindOwn(name.Text)!.DeclaredHere);
            return;
        }

        if (name.Text is "it" or "its" or "they" or "them" or "their" or "such" or "said" or "same" or "thereof" or "which" or "that" or "this" or "these" or "those" or "he" or "former" or "latter" or "whom" or "who")
        {
            Report(name, NameErrors.Pronoun(name.Text));
            return;
        }

        if (builtIn.Contains("party") && name.Text is "side" or "sides" or "country" or "countries" or "signatory" or "signatories" or "participant" or "government" or "state" or "states")
        {
            Report(name, NameErrors.Unknown(name.Text, wanted, Suggestion.Named(scope.File, name, "party"), example));
            return;
        }

        var candidates = scope.NamesOf(fits).Concat(builtIn.ToArray());
        Report(name, NameErrors.Unknown(name.Text, wanted, Suggestion.For(scope.File, name, candidates), example));
    }

    private Symbol? Find(Identifier name)
    {
        var symbol = name.IsMissing ? null : scope.Find(name.Text);
        scope.All.Names?.Use(scope.File, name, symbol);
        if (symbol is NamedContentSymbol mentioned)
        {
            content?.Mentions.Add(mentioned);
            clauseReferences?.Contents.Add(mentioned);
        }

        return symbol;
    }
}
