using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;
using Pacta.Language.Syntax;
using Pacta.Model.Negotiations;

namespace Pacta.Language.Binding.Negotiations;

/// <summary>The issues and options of one negotiation, and what names of them mean.</summary>
internal sealed class OptionNames(ExpressionBinder binder, ImmutableArray<IssueSyntax> syntax)
{
    private readonly List<Issue> _issues = [];

    /// <summary>Options are missing because of a mistake that was reported: what names them is no further mistake.</summary>
    private bool _isIncomplete;

    /// <summary>Enters the names; those that stand twice are reported, and the first one counts.</summary>
    public ImmutableArray<Issue> Declare(NegotiationSyntax negotiation)
    {
        foreach (var issue in syntax)
        {
            var name = issue.Naming.Name;
            if (_issues.Exists(i => i.Name == name.Text))
            {
                binder.Report(name, NameErrors.Duplicate(name.Text, "an issue", "issue"));
                continue;
            }

            var options = new List<Option>();
            foreach (var option in issue.Options.SelectMany(o => o.Options))
            {
                if (options.Exists(o => o.Name == option.Name.Text))
                {
                    binder.Report(option.Name, NameErrors.Duplicate(option.Name.Text, "an option of this issue", "option"));
                    continue;
                }

                options.Add(new Option(option.Name.Text, option.FullName?.Value ?? option.Name.Text));
            }

            if (options.Count == 0)
            {
                binder.Report(name, NegotiationErrors.NoOption(name.Text));
                _isIncomplete = true;
                continue;
            }

            _issues.Add(new Issue(name.Text, issue.Naming.FullName?.Value ?? name.Text, [.. options]));
        }

        if (syntax.IsEmpty)
        {
            binder.Report(negotiation.Name, NegotiationErrors.NoIssue(negotiation.Name.Text));
        }

        return [.. _issues];
    }

    /// <summary>The place of an issue; -1 where there is none, which is reported.</summary>
    public int Issue(Identifier name)
    {
        var at = _issues.FindIndex(i => i.Name == name.Text);
        if (at < 0 && !name.IsMissing && !syntax.Any(i => i.Naming.Name.Text == name.Text))
        {
            List<string> names = [.. _issues.Select(i => i.Name)];
            binder.Report(name, NegotiationErrors.UnknownIssue(name.Text, names, Suggestion.For(binder.Scope.File, name, names)));
        }

        return at;
    }

    /// <summary>The place of an option in an issue; -1 where there is none, which is reported.</summary>
    public int Option(int issue, Identifier name)
    {
        var at = Find(issue, name.Text);
        if (at < 0 && !name.IsMissing)
        {
            List<string> names = [.. _issues[issue].Options.Select(o => o.Name)];
            binder.Report(name, NegotiationErrors.UnknownOption(name.Text, _issues[issue].Name, names, Suggestion.For(binder.Scope.File, name, names)));
        }

        return at;
    }

    /// <summary>Null where something is wrong with it, which is reported.</summary>
    /// <param name="tooFew">What is wrong with one option alone; null where one is enough.</param>
    public Combination? Bind(SyntaxNode node, ImmutableArray<ChoiceSyntax> choices, Func<Mistake>? tooFew)
    {
        var bound = new List<Choice>();
        var isRight = true;
        foreach (var choice in choices)
        {
            if (Bind(choice) is not { } one)
            {
                isRight = false;
            }
            else if (bound.Exists(b => b.Issue == one.Issue))
            {
                binder.Report(choice, NegotiationErrors.OneIssueTwice(_issues[one.Issue].Name));
                isRight = false;
            }
            else
            {
                bound.Add(one);
            }
        }

        if (isRight && bound.Count == 1 && tooFew is not null)
        {
            binder.Report(node, tooFew());
            isRight = false;
        }

        return isRight ? new Combination([.. bound.OrderBy(b => b.Issue)], string.Join(" with ", choices.Select(c => binder.Text(c)))) : null;
    }

    private Choice? Bind(ChoiceSyntax choice)
    {
        if (choice.Issue is { } named)
        {
            return Issue(named) is >= 0 and var issue && Option(issue, choice.Option) is >= 0 and var option ? new Choice(issue, option) : null;
        }

        List<Choice> found = [.. Enumerable.Range(0, _issues.Count).Select(i => new Choice(i, Find(i, choice.Option.Text))).Where(c => c.Option >= 0)];
        if (found.Count == 0 && !_isIncomplete)
        {
            List<string> names = [.. _issues.SelectMany(i => i.Options).Select(o => o.Name).Distinct(StringComparer.Ordinal)];
            binder.Report(choice.Option, NegotiationErrors.UnknownOption(choice.Option.Text, null, names, Suggestion.For(binder.Scope.File, choice.Option, names)));
        }
        else if (found.Count > 1)
        {
            binder.Report(choice, NegotiationErrors.SeveralIssues(choice.Option.Text, [.. found.Select(f => _issues[f.Issue].Name)]));
        }

        return found is [var only] ? only : null;
    }

    private int Find(int issue, string name)
    {
        var options = _issues[issue].Options;
        for (var i = 0; i < options.Length; i++)
        {
            if (options[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
