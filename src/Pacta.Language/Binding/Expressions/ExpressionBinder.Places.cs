using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Expressions;

/// <summary>Places: zones, lines, territories, and variables that hold a place.</summary>
internal sealed partial class ExpressionBinder
{
    private const string PlaceExample = "in zone_of_application";

    /// <summary>A place as it stands in a role.</summary>
    private Argument BindPlaceArgument(NounArgumentSyntax noun, bool introduces)
    {
        var isNoun = noun.Name.Text == "place" || noun.IsEach || Find(noun.Name) is DefineSymbol;
        if (isNoun)
        {
            var pattern = BindChecked(noun, Entity.Place);
            return noun.IsEach ? new EachArgument(Text(noun), pattern, noun.IsOther) : new PatternArgument(Text(noun), pattern);
        }

        if (noun.Name.IsVariable && noun.Of is null && introduces && variables.Find(noun.Name.Text) is null)
        {
            Note(noun.Name, variables.Bind(noun.Name.Text, Entity.Place, noun.Name.Span));
            return new PatternArgument(Text(noun), new Pattern(Text(noun), new PlaceNoun("place"), noun.Name.Text, null, [], null));
        }

        return new PlaceArgument(Text(noun), BindPlace(noun, introduces));
    }

    /// <param name="introduces">May <c>territory of B</c> introduce B?</param>
    public Place BindPlace(ArgumentSyntax syntax, bool introduces = false)
    {
        if (syntax is not NounArgumentSyntax noun)
        {
            Report(syntax, MeaningErrors.WrongArgument(Text(syntax), "a date", Entity.Place));
            return BrokenPlace(syntax);
        }

        if (noun.Name.IsMissing)
        {
            return BrokenPlace(syntax);
        }

        if (noun.Name.IsVariable)
        {
            return BindVariablePlace(noun);
        }

        // A word behind a place that was let pass could turn the sentence round: "in bay save where ...".
        if (noun.Label is { IsMissing: false } label)
        {
            Report(label, NameErrors.WordBehindPlace(label.Text, noun.Name.Text));
        }

        if (noun.Name.Text == "territory")
        {
            if (noun.Of is { } of)
            {
                return new TerritoryPlace(Text(noun), BindArgument(of, Entity.Actor, introduces));
            }

            Report(noun, MeaningErrors.TerritoryOfWhom());
            return BrokenPlace(syntax);
        }

        // A line of that name may be declared; "of" whom it is makes the difference, unless it is one for each.
        var declared = Find(noun.Name);
        if (noun.Name.Text is "border" or "coast" && (declared is null || (noun.Of is not null && declared is not TableSymbol { HasParameter: true })))
        {
            return BindBorder(noun, introduces);
        }

        switch (declared)
        {
            case TableSymbol { IsPlace: true } table:
                return new TablePlace(Text(noun), table.Name, BindParameter(table, noun));
            case ActorSymbol or GroupSymbol when noun.Of is null:
                Report(noun, MeaningErrors.ActorIsNoPlace(noun.Name.Text));
                return BrokenPlace(syntax);
            case { } other:
                Report(noun.Name, NameErrors.WrongKind(noun.Name.Text, other.What, "a place", PlaceExample), other.DeclaredHere);
                return BrokenPlace(syntax);
            default:
                ReportUnknown(noun.Name, "a place", PlaceExample, s => s is TableSymbol { IsPlace: true }, "territory");
                return BrokenPlace(syntax);
        }
    }

    private Place BindBorder(NounArgumentSyntax noun, bool introduces)
    {
        if (noun.Of is not { } of)
        {
            Report(noun, MeaningErrors.BorderOfWhom(noun.Name.Text));
            return BrokenPlace(noun);
        }

        var owner = BindArgument(of, Entity.Actor, introduces);
        return noun.Name.Text == "coast"
            ? new CoastPlace(Text(noun), owner)
            : new BorderPlace(Text(noun), owner, noun.With is null ? null : BindArgument(noun.With, Entity.Actor, introduces));
    }

    private Place BindVariablePlace(NounArgumentSyntax noun)
    {
        var entity = Use(noun.Name, Entity.Place, introduces: false);
        if (entity is { Form: EntityForm.Actor })
        {
            Report(noun, MeaningErrors.ActorIsNoPlace(noun.Name.Text), IntroducedHere(variables.Find(noun.Name.Text)!));
        }
        else if (entity is { } other && !Entity.Place.Accepts(other))
        {
            Report(noun, MeaningErrors.WrongArgument(noun.Name.Text, other.ToString(), Entity.Place), IntroducedHere(variables.Find(noun.Name.Text)!));
        }

        return new VariablePlace(Text(noun), noun.Name.Text);
    }

    /// <summary>The argument of a table that has a parameter: <c>first_10 of P</c>.</summary>
    private Argument? BindParameter(TableSymbol table, NounArgumentSyntax noun)
    {
        if (!table.HasParameter)
        {
            if (noun.Of is { } of)
            {
                Report(of, MeaningErrors.NoParameter(table.Name), table.DeclaredHere);
            }

            return null;
        }

        if (noun.Of is null)
        {
            Report(noun, MeaningErrors.ParameterMissing(table.Name, table.Syntax.ParameterNoun!.Text, table.Syntax.ParameterVariable?.Text), table.DeclaredHere);
            return null;
        }

        return BindArgument(noun.Of, TableBinder.ParameterOf(table), introduces: false);
    }

    private VariablePlace BrokenPlace(SyntaxNode syntax) => new(Text(syntax), "?");
}
