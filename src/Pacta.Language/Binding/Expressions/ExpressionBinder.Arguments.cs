using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Language.Binding.Expressions;

/// <summary>Arguments: what stands after a preposition, and subjects.</summary>
internal sealed partial class ExpressionBinder
{
    /// <summary>Binds an argument that must be (a kind of) <paramref name="expected"/>.</summary>
    /// <param name="introduces">May a letter that is new here become a variable?</param>
    public Argument BindArgument(ArgumentSyntax syntax, Entity expected, bool introduces)
    {
        if (syntax is not NounArgumentSyntax noun)
        {
            Report(syntax, MeaningErrors.WrongArgument(Text(syntax), "a date", expected));
            return Broken(syntax);
        }

        if (noun.Name.IsMissing)
        {
            return Broken(syntax);
        }

        if (expected.Form == EntityForm.Place || (expected.IsError && (noun.Name.Text == "territory" || Find(noun.Name) is TableSymbol { IsPlace: true })))
        {
            return BindPlaceArgument(noun, introduces);
        }

        if (noun.IsEach)
        {
            return new EachArgument(Text(noun), BindChecked(noun, expected), noun.IsOther);
        }

        if (noun.Name.IsVariable)
        {
            return UseVariable(noun, expected, introduces);
        }

        if (noun is { Label: null, Of: null } && Find(noun.Name) is ActorSymbol or GroupSymbol)
        {
            if (!expected.Accepts(Entity.Actor))
            {
                Report(noun, MeaningErrors.WrongArgument(noun.Name.Text, Find(noun.Name)!.What, expected), Find(noun.Name)!.DeclaredHere);
                return Broken(syntax);
            }

            return NamedActor(noun.Name)!;
        }

        if (BuiltIn(noun.Name.Text) is null && noun.Name.Text != "breach" && Find(noun.Name) is null)
        {
            ReportUnknown(
                noun.Name, expected.IsError ? "a noun or an actor" : expected.ToString(), ExampleOf(expected),
                s => s is KindSymbol or DefineSymbol or GroupSymbol || (s is ActorSymbol && expected.Accepts(Entity.Actor)), "party");
            SilenceVariables(syntax);
            return Broken(syntax);
        }

        return new PatternArgument(Text(noun), BindChecked(noun, expected));
    }

    /// <summary>An actor or a group by name; null if it is neither.</summary>
    public ActorArgument? NamedActor(Identifier name) => Find(name) switch
    {
        ActorSymbol actor => new ActorArgument(Text(name), actor.Name, false),
        GroupSymbol group => new ActorArgument(Text(name), group.Name, true),
        _ => null,
    };

    /// <summary>As <see cref="NamedActor"/>, but anything else is reported.</summary>
    public ActorArgument? ResolveActor(Identifier name)
    {
        const string example = "parties aland, borland";
        if (name.IsMissing)
        {
            return null;
        }

        if (NamedActor(name) is { } actor)
        {
            return actor;
        }

        if (Find(name) is { } other)
        {
            Report(name, NameErrors.WrongKind(name.Text, other.What, "an actor or a group", example), other.DeclaredHere);
        }
        else
        {
            ReportUnknown(name, "an actor or a group", example, s => s is ActorSymbol or GroupSymbol);
        }

        return null;
    }

    private Pattern BindChecked(NounArgumentSyntax noun, Entity expected)
    {
        var bound = BindNoun(noun, [], null, noun.Span);
        if (!expected.Accepts(bound.Noun.Entity))
        {
            var entity = bound.Noun.Entity;
            var saysIt = entity.Kind is { } kind && noun.Name.Text == kind.Name;
            Report(noun, MeaningErrors.WrongArgument(noun.Name.Text, saysIt ? entity.Sort : entity.ToString(), expected));
        }

        return bound.Pattern;
    }

    private Argument UseVariable(NounArgumentSyntax noun, Entity expected, bool introduces)
    {
        if (noun.Of is not null)
        {
            Report(noun.Of, MeaningErrors.VariableWithOf(noun.Name.Text));
            return Broken(noun);
        }

        if (Use(noun.Name, expected, introduces) is { } entity && !expected.Accepts(entity))
        {
            Report(noun, MeaningErrors.WrongArgument(noun.Name.Text, entity.ToString(), expected), IntroducedHere(variables.Find(noun.Name.Text)!));
        }

        return new VariableArgument(Text(noun), noun.Name.Text);
    }

    /// <summary>What a variable stands for. A new one is introduced or reported; the answer is then null.</summary>
    private Entity? Use(Identifier name, Entity expected, bool introduces)
    {
        _letters?.Add(name.Text);
        if (variables.Find(name.Text) is { } known)
        {
            known.IsUsed = true;
            Note(name, known);
            return known.Entity;
        }

        if (introduces)
        {
            var introduced = variables.Bind(name.Text, expected, name.Span);
            Note(name, introduced);
            if (ActLetters is { } letters)
            {
                letters.Add(introduced);
            }
        }
        else if (variables.Report(name.Text))
        {
            Report(name, NameErrors.Unbound(name.Text));
        }

        return null;
    }

    private void Note(Identifier name, Variable variable) => scope.All.Names?.Use(scope.File, name, variable);

    private Label IntroducedHere(Variable variable) =>
        new(scope.File, variable.Span, $"{variable.Name} stands for {variable.Entity} since here");

    /// <summary>Stands for an argument that was reported.</summary>
    private TextArgument Broken(SyntaxNode syntax) => new(Text(syntax), "?");

    private static string ExampleOf(Entity expected) => expected.Form switch
    {
        EntityForm.Actor => "by aland",
        EntityForm.Place => "in zone_of_application",
        EntityForm.Event => "of exercise x",
        _ => "of warship w",
    };
}
