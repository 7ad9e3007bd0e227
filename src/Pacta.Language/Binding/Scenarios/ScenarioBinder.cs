using System.Collections.Immutable;
using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Scenarios;

/// <summary>Binds a scenario: its facts become reports, its expectations name clauses of its agreement.</summary>
internal static class ScenarioBinder
{
    /// <summary>Null where there is no such agreement, which is reported.</summary>
    public static Scenario? Bind(Declarations all, Scope fileScope, ScenarioSyntax syntax, EvidenceNames evidence)
    {
        if (syntax.Agreement.IsMissing)
        {
            return null;
        }

        if (all.FindAgreement(syntax.Agreement.Text) is not { } agreement)
        {
            var suggestion = Suggestion.For(fileScope.File, syntax.Agreement, all.Agreements.Select(a => a.Name));
            all.Report(fileScope.File, syntax.Agreement.Span, null, NameErrors.UnknownAgreement(syntax.Agreement.Text, suggestion));
            return null;
        }

        all.Names?.Use(fileScope.File, syntax.Agreement, agreement.Scope);

        // A scenario sees what its agreement sees, and may stand in another file.
        var scope = new Scope(ScopeForm.Agreement, agreement.Name, fileScope.File, all) { Agreement = agreement, IsIncomplete = agreement.Scope.IsIncomplete };
        scope.Used.AddRange(agreement.Scope.Visible());
        var binder = new ExpressionBinder(scope, new Variables(null), $"scenario \"{syntax.Title.Value}\"");
        var names = new ScenarioNames(agreement, evidence);
        foreach (var fact in syntax.Lines.OfType<FactSyntax>())
        {
            names.Introduce(binder, fact);
        }

        var standIns = new StandIns();
        var facts = new FactBinder(binder, names);
        var expectations = ImmutableArray.CreateBuilder<Expectation>();
        string? perspective = null;
        foreach (var line in syntax.Lines)
        {
            switch (line)
            {
                case StandInSyntax standIn:
                    standIns.Add(binder, standIn);
                    break;
                case FactSyntax fact:
                    facts.Add(fact);
                    break;
                case JudgedFactSyntax judged:
                    facts.Add(judged);
                    break;
                case ScenarioPerspectiveSyntax chosen:
                    perspective = BindPerspective(binder, chosen.Perspective, evidence) ?? perspective;
                    break;
                case ExpectSyntax expect when new ExpectationBinder(binder, names).Bind(expect) is { } expectation:
                    expectations.Add(expectation);
                    break;
            }
        }

        return new Scenario(
            syntax.Title.Value, agreement.Name, perspective, standIns.Apply(facts.Reports), standIns.Apply(expectations.ToImmutable()), new Origin(fileScope.File, syntax.Span));
    }

    private static string? BindPerspective(ExpressionBinder binder, Identifier name, EvidenceNames evidence)
    {
        DeclaredNames.UseEvidence<PerspectiveSyntax>(binder.Scope.All, binder.Scope.File, name, NameSort.Perspective, p => p.Name);
        if (name.IsMissing || evidence.Perspectives.ContainsKey(name.Text))
        {
            return name.IsMissing ? null : name.Text;
        }

        binder.Report(name, ScenarioErrors.UnknownPerspective(name.Text, Suggestion.For(binder.Scope.File, name, evidence.Perspectives.Keys)));
        return null;
    }
}
