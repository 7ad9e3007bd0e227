using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Expressions;

/// <summary>Fields of what a variable stands for.</summary>
internal sealed partial class ExpressionBinder
{
    /// <summary>Binds <c>FIELD of VARIABLE</c>; null where an amount or something else of that name is meant.</summary>
    private TypedTerm? BindField(NounArgumentSyntax noun, NounArgumentSyntax of)
    {
        if (Use(of.Name, Entity.Error, introduces: false) is not { } entity || entity.IsError)
        {
            return BrokenTerm(noun);
        }

        if (entity.Kind?.IsBroken(noun.Name.Text) == true)
        {
            return BrokenTerm(noun);
        }

        if (entity.Kind?.Fields.GetValueOrDefault(noun.Name.Text) is { } field)
        {
            scope.All.Names?.UseField(scope.File, noun.Name, entity.Kind);
            var (form, dimension) = FormOf(field);
            return new TypedTerm(new FieldTerm(Text(noun), field, new VariableArgument(Text(of), of.Name.Text)), form, dimension);
        }

        if (Find(noun.Name) is not null)
        {
            return null;
        }

        var fields = entity.Kind?.Fields.Keys.ToList() ?? [];
        var amounts = scope.NamesOf(s => s is TableSymbol { IsPlace: false, HasParameter: true });
        Report(noun.Name, NameErrors.UnknownField(noun.Name.Text, entity, fields, Suggestion.For(scope.File, noun.Name, fields.Concat(amounts))));
        return BrokenTerm(noun);
    }

    private Parsing.Mistake FieldOfUnnamed(NounArgumentSyntax field, NounArgumentSyntax head, ConditionSyntax where)
    {
        var letter = variables.FreeLetter;
        var condition = Text(where).Insert(field.Span.End - where.Span.Start, $" of {letter}");
        return MeaningErrors.FieldOfUnnamed(field.Name.Text, head.Name.Text, letter, condition.Contains('\n', StringComparison.Ordinal) ? $"{field.Name.Text} of {letter} ..." : condition);
    }

    private static (TermForm Form, string Dimension) FormOf(Field field) => field.Type switch
    {
        FieldType.Truth => (TermForm.Truth, ""),
        FieldType.Text => (TermForm.Text, ""),
        FieldType.Place => (TermForm.Place, ""),
        FieldType.Actor => (TermForm.Actor, ""),
        _ => (TermForm.Number, field.Dimension),
    };

    private TypedTerm ReportVariableAsTerm(NounArgumentSyntax noun)
    {
        if (Use(noun.Name, Entity.Error, introduces: false) is { IsError: false } entity)
        {
            var fields = entity.Kind?.Fields.Keys.ToList() ?? [];
            Report(noun, MeaningErrors.VariableIsNoNumber(noun.Name.Text, entity, fields));
        }

        return BrokenTerm(noun);
    }

    private TypedTerm ReportUnknownTerm(NounArgumentSyntax noun)
    {
        // A field without "of": say of what. What the "where" is about comes first.
        if (noun.Of is null && _described is var (head, kind, where) && kind?.Fields.ContainsKey(noun.Name.Text) == true)
        {
            Report(noun, head.Label is { IsVariable: true } label
                ? MeaningErrors.FieldOfWhat(noun.Name.Text, label.Text)
                : FieldOfUnnamed(noun, head, where));
            return BrokenTerm(noun);
        }

        var owners = variables.Names
            .Where(v => variables.Find(v)!.Entity.Kind?.Fields.ContainsKey(noun.Name.Text) == true)
            .ToList();
        if (noun.Of is null && owners.Count > 0)
        {
            Report(noun, MeaningErrors.FieldOfWhat(noun.Name.Text, owners[0]));
            return BrokenTerm(noun);
        }

        var fields = variables.Names.SelectMany(v => variables.Find(v)!.Entity.Kind?.Fields.Keys ?? []);
        ReportUnknown(
            noun.Name, "a number, an amount or a field", "troops of x at least 9_000",
            s => s is TableSymbol { IsPlace: false }, [.. fields, "duration"]);
        SilenceVariables(noun);
        return BrokenTerm(noun);
    }
}
