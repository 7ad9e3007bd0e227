using Pacta.Model.Agreements;

namespace Pacta.Logic.Reference.Screening;

/// <summary>Whether it depends on an event alone that it is what a pattern says, whatever else is reported.</summary>
internal static class OwnFacts
{
    public static bool Decide(Pattern pattern, Agreement agreement) => Decide(pattern, agreement, []);

    private static bool Decide(Pattern pattern, Agreement agreement, HashSet<string> asked) =>
        pattern.Instance is null
        && pattern.Roles.All(r => r.Argument is VariableArgument or ActorArgument or TextArgument or PlaceArgument { Place: TablePlace { Parameter: null } or TerritoryPlace { Of: VariableArgument or ActorArgument } })
        && (pattern.Where is null || Decide(pattern.Where, pattern.Variable, agreement, asked))
        && Decide(pattern.Noun, agreement, asked);

    private static bool Decide(Noun noun, Agreement agreement, HashSet<string> asked) => noun switch
    {
        KindNoun kind => kind.Form == KindForm.Event,
        DefinedNoun defined => asked.Add(defined.Name) && agreement.Definitions[defined.Name].Readings.All(r => Decide(r.Content, agreement, [.. asked])),
        _ => false,
    };

    private static bool Decide(Condition condition, string? own, Agreement agreement, HashSet<string> asked) => condition switch
    {
        AllCondition all => all.Operands.All(o => Decide(o, own, agreement, asked)),
        AnyCondition any => any.Operands.All(o => Decide(o, own, agreement, asked)),
        NotCondition not => Decide(not.Operand, own, agreement, asked),
        CompareCondition compare => IsOwn(compare.Left, own) && IsOwn(compare.Right, own),
        FieldIsTrueCondition field => IsOwn(field.Of, own),
        IsOneOfCondition isOneOf => IsOwn(isOneOf.Subject, own) && isOneOf.Nouns.All(n => Decide(n, agreement, [.. asked])),
        _ => false,
    };

    private static bool IsOwn(Term term, string? own) => term is NumberTerm || (term is FieldTerm field && IsOwn(field.Of, own));

    private static bool IsOwn(Argument argument, string? own) => argument is VariableArgument variable && variable.Variable == own;
}
