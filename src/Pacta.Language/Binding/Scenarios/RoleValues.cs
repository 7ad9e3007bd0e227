using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Reports;

namespace Pacta.Language.Binding.Scenarios;

/// <summary>The roles of a fact: who, to whom, of what, where. A preposition that stands twice names several together.</summary>
internal sealed class RoleValues(ExpressionBinder binder, ScenarioNames names)
{
    public ImmutableSortedDictionary<string, ReportedValue> Bind(KindSymbol kind, NounArgumentSyntax head, ImmutableArray<PrepositionalSyntax> tail)
    {
        SortedDictionary<string, List<string>> values = new(StringComparer.Ordinal);
        if (head.Of is { } of)
        {
            Add(values, kind, "of", of, of);
        }

        foreach (var phrase in tail)
        {
            Add(values, kind, phrase.Preposition.Text, phrase.Preposition, phrase.Argument);
        }

        return values.ToImmutableSortedDictionary(
            v => v.Key,
            v => v.Value is [var only] ? (ReportedValue)new ReportedText(only) : new ReportedNames([.. v.Value], false),
            StringComparer.Ordinal);
    }

    /// <summary>The name of something that must be <paramref name="expected"/>; null where it was reported.</summary>
    public string? NameOf(ArgumentSyntax syntax, Entity expected)
    {
        if (syntax is not NounArgumentSyntax { IsEach: false } noun)
        {
            binder.Report(syntax, ScenarioErrors.NameNeeded(binder.Text(syntax), expected));
            return null;
        }

        if (noun.Name.IsMissing || expected.IsError)
        {
            return null;
        }

        return expected.Form switch
        {
            EntityForm.Actor => ActorOf(noun),
            EntityForm.Place => PlaceOf(noun),
            _ => InstanceOf(noun, expected),
        };
    }

    private void Add(SortedDictionary<string, List<string>> values, KindSymbol kind, string preposition, SyntaxNode at, ArgumentSyntax argument)
    {
        if (ExpressionBinder.RoleOf(kind, preposition) is not { } accepts)
        {
            binder.Report(at, MeaningErrors.NoSuchRole(kind.Name, new ResolvedNoun(new Model.Agreements.KindNoun(kind.Name, kind.Form), Entity.Of(kind), kind), preposition));
            return;
        }

        if (NameOf(argument, accepts) is { } name)
        {
            if (!values.TryGetValue(preposition, out var list))
            {
                values.Add(preposition, list = []);
            }

            list.Add(name);
        }
    }

    private string? ActorOf(NounArgumentSyntax noun)
    {
        if (noun is { Of: null, Label: null })
        {
            return binder.ResolveActor(noun.Name)?.Name;
        }

        binder.Report(noun, ScenarioErrors.NameNeeded(binder.Text(noun), Entity.Actor));
        return null;
    }

    /// <summary>A zone or line, with its argument if it has one, or <c>territory of NAME</c>.</summary>
    private string? PlaceOf(NounArgumentSyntax noun)
    {
        binder.BindPlace(noun);
        return binder.Text(noun);
    }

    private string? InstanceOf(NounArgumentSyntax noun, Entity expected)
    {
        // "of exercise north_wind": the noun is only said for the reader.
        var name = noun.Label ?? noun.Name;
        names.Note(binder, name);
        if (names.FindInstance(name.Text) is not { } kind)
        {
            binder.Report(noun, ScenarioErrors.UnknownInstance(name.Text, expected, Suggestion.For(binder.Scope.File, name, names.Instances)));
            return null;
        }

        if (!expected.Accepts(Entity.Of(kind)))
        {
            binder.Report(noun, MeaningErrors.WrongArgument(name.Text, Wording.WithArticle(kind.Name), expected));
            return null;
        }

        return name.Text;
    }
}
