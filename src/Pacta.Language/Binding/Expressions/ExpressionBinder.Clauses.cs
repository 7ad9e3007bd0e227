using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Findings;

namespace Pacta.Language.Binding.Expressions;

/// <summary>References to clauses of the same agreement.</summary>
internal sealed partial class ExpressionBinder
{
    /// <summary>The name of a clause; null where there is none, which is reported.</summary>
    private string? ResolveClause(Identifier name)
    {
        if (name.IsMissing)
        {
            return null;
        }

        var clause = scope.Agreement?.FindClause(name.Text);
        scope.All.Names?.Use(scope.File, name, clause);
        if (clause is null)
        {
            Report(name, NameErrors.UnknownClause(name.Text, Suggestion.For(scope.File, name, scope.Agreement?.Clauses.Where(c => !c.IsException).Select(c => c.Name.Text) ?? [])));
            return null;
        }

        if (clause.IsException)
        {
            Report(name, MeaningErrors.ExceptionAsClause(name.Text), clause.DeclaredHere);
            return null;
        }

        clauseReferences?.Clauses.Add(name.Text);
        content?.Clauses.Add(name.Text);
        return name.Text;
    }

    /// <summary>The state after "is", where the sentence is about a clause: <c>reform is met</c>.</summary>
    private ClauseState? ClauseStateOf(IsConditionSyntax syntax)
    {
        if (syntax.Predicate is TermPredicate { High: null, Low: PhraseTermSyntax { Phrase: { Head: NounArgumentSyntax { Of: null, Label: null } word, Tail.Length: 0 } } })
        {
            return ClauseStates.Find(word.Name.Text);
        }

        return null;
    }
}

/// <summary>The words for the states of a clause.</summary>
internal static class ClauseStates
{
    public static readonly string[] Names =
        ["dormant", "open", "pending", "met", "breached", "cured", "excused", "suspended", "lapsed", "claimed", "exercised", "void"];

    public static ClauseState? Find(string word) => word switch
    {
        "dormant" => ClauseState.Dormant,
        "open" or "pending" => ClauseState.Open,
        "met" => ClauseState.Met,
        "breached" => ClauseState.Breached,
        "cured" => ClauseState.Cured,
        "excused" => ClauseState.Excused,
        "suspended" => ClauseState.Suspended,
        "lapsed" => ClauseState.Lapsed,
        "claimed" => ClauseState.Claimed,
        "exercised" => ClauseState.Exercised,
        "void" => ClauseState.Void,
        _ => null,
    };
}
