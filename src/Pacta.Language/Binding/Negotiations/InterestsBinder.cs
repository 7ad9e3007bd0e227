using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Syntax;
using Pacta.Model.Negotiations;

namespace Pacta.Language.Binding.Negotiations;

/// <summary>Binds what a party's interests are taken to be. Every option needs a worth.</summary>
internal sealed class InterestsBinder(ExpressionBinder binder, OptionNames names, ImmutableArray<Issue> issues, InterestsSyntax syntax)
{
    private bool _hasUnknownIssue;

    /// <summary>Null where a worth is missing, which is reported.</summary>
    public Interests? Bind()
    {
        var worth = new decimal?[issues.Length][];
        for (var i = 0; i < issues.Length; i++)
        {
            worth[i] = new decimal?[issues[i].Options.Length];
        }

        foreach (var line in syntax.Lines.OfType<WorthSyntax>())
        {
            BindWorth(line, worth);
        }

        var isComplete = true;
        for (var i = 0; i < issues.Length; i++)
        {
            List<string> missing = [.. issues[i].Options.Where((_, o) => worth[i][o] is null).Select(o => o.Name)];
            if (missing.Count > 0)
            {
                isComplete = false;
                if (_hasUnknownIssue)
                {
                    continue; // probably the one that is missing here
                }

                SyntaxNode place = syntax.Lines.OfType<WorthSyntax>().FirstOrDefault(w => w.Issue.Text == issues[i].Name) is { } line ? line : syntax.Party;
                binder.Report(place, NegotiationErrors.WorthMissing(syntax.Party.Text, issues[i].Name, missing));
            }
        }

        var together = ImmutableArray.CreateBuilder<Synergy>();
        foreach (var line in syntax.Lines.OfType<TogetherSyntax>())
        {
            if (names.Bind(line, line.Choices, () => NegotiationErrors.OneOptionOnly(isExclusion: false)) is { } combination)
            {
                together.Add(new Synergy(combination, Signed(line.IsCost, line.Number)));
            }
        }

        var redLines = syntax.Lines.OfType<RedLineSyntax>().Select(r => names.Bind(r, r.Choices, null)).OfType<Combination>().ToImmutableArray();
        var alternatives = syntax.Lines.OfType<AlternativeSyntax>().ToList();
        foreach (var second in alternatives.Skip(1))
        {
            binder.Report(second, NegotiationErrors.Twice($"the alternative of {syntax.Party.Text}"));
        }

        return isComplete
            ? new Interests(
                syntax.Party.Text,
                [.. worth.Select(w => w.Select(v => v ?? 0).ToImmutableArray())],
                together.ToImmutable(),
                redLines,
                alternatives is [var first, ..] ? new Alternative(Signed(first.IsCost, first.Number), first.Words?.Value) : null)
            : null;
    }

    private void BindWorth(WorthSyntax line, decimal?[][] worth)
    {
        if (names.Issue(line.Issue) is not (>= 0 and var issue))
        {
            _hasUnknownIssue = true;
            return;
        }

        foreach (var option in line.Options)
        {
            if (names.Option(issue, option.Option) is not (>= 0 and var at))
            {
                continue;
            }

            if (worth[issue][at] is not null)
            {
                binder.Report(option, NegotiationErrors.Twice($"what {option.Option.Text} is worth to {syntax.Party.Text}"));
                continue;
            }

            worth[issue][at] = Signed(option.IsCost, option.Number);
        }
    }

    private static decimal Signed(bool isCost, NumberLiteral number) => isCost ? -number.Value : number.Value;
}
