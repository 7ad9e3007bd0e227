using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Negotiations;

namespace Pacta.Language.Binding.Disputes;

/// <summary>The options of a dispute by their names, and statements over them.</summary>
internal sealed class OptionTable(Scope scope, ImmutableArray<string> parties, ImmutableArray<DisputeOption> options)
{
    /// <summary>The place of an option; null if there is none or it is not clear which, which was said.</summary>
    public int? Find(OptionNameSyntax name)
    {
        if (name.Party is { } of && parties.IndexOf(of.Text) < 0)
        {
            Report(of, DisputeErrors.UnknownParty(of.Text, parties, Suggestion.For(scope.File, of, parties)));
            return null;
        }

        var mine = name.Party is null ? Enumerable.Range(0, options.Length) : Enumerable.Range(0, options.Length).Where(o => parties[options[o].Party] == name.Party.Text);
        var candidates = mine.ToList();
        var found = candidates.Where(o => options[o].Name == name.Option.Text).ToList();
        switch (found)
        {
            case [var only]:
                return only;
            case []:
                var names = candidates.Select(o => options[o].Name).Distinct(StringComparer.Ordinal).ToList();
                Report(name.Option, DisputeErrors.UnknownOption(name.Option.Text, name.Party?.Text, names, Suggestion.For(scope.File, name.Option, names)));
                return null;
            default:
                Report(name.Option, DisputeErrors.SeveralOptions(name.Option.Text, [.. found.Select(o => parties[options[o].Party])]));
                return null;
        }
    }

    /// <summary>Null if a name in it is not known, which was said.</summary>
    public Statement? Bind(StatementSyntax syntax)
    {
        var text = TextOf(syntax);
        switch (syntax)
        {
            case TakenSyntax taken:
                return Find(taken.Option) is { } option ? new Taken(text, option) : null;
            case NotStatementSyntax not:
                return Bind(not.Inner) is { } inner ? new NotStatement(text, inner) : null;
            case JoinedStatementSyntax joined:
                var items = joined.Items.Select(Bind).ToList();
                return items.Contains(null) ? null
                    : joined.IsOr ? new AnyStatement(text, [.. items.OfType<Statement>()]) : new AllStatement(text, [.. items.OfType<Statement>()]);
            case IfStatementSyntax conditional:
                var (left, right) = (Bind(conditional.Left), Bind(conditional.Right));
                return left is null || right is null ? null : conditional.Kind switch
                {
                    StatementIf.If => Implies(text, right, left),
                    StatementIf.OnlyIf => Implies(text, left, right),
                    _ => new AllStatement(text, [Implies(text, left, right), Implies(text, right, left)]),
                };
            default:
                return null;
        }
    }

    private static AnyStatement Implies(string text, Statement first, Statement then) => new(text, [new NotStatement(text, first), then]);

    /// <summary>As it was written, on one line.</summary>
    private string TextOf(SyntaxNode node) =>
        string.Join(' ', scope.File.Content.Substring(node.Span.Start, node.Span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Report(SyntaxNode node, Parsing.Mistake mistake) => scope.All.Report(scope.File, node.Span, null, mistake);
}
