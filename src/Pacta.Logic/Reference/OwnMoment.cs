using Pacta.Model.Agreements;

namespace Pacta.Logic.Reference;

/// <summary>
/// Patterns of things whose truth depends on the moment only through what is known of the thing itself then: no dated group, no table that
/// changes, nothing about anybody else. Anything it does not know it takes to depend on more.
/// </summary>
internal static class OwnMoment
{
    public static bool Decides(Pattern pattern, Binding binding, Agreement agreement) => IsOwn(pattern, binding, agreement) && pattern.Noun switch
    {
        KindNoun { Form: KindForm.Thing } => true,
        DefinedNoun defined => agreement.Definitions[defined.Name].Readings.All(r => Decides(r.Content, Binding.Empty, agreement)),
        _ => false,
    };

    private static bool IsOwn(Pattern pattern, Binding binding, Agreement agreement) =>
        pattern.Roles.All(r => IsOwn(r.Argument, binding, agreement)) && (pattern.Where is null || IsOwn(pattern.Where, pattern.Variable));

    private static bool IsOwn(Argument argument, Binding binding, Agreement agreement) => argument switch
    {
        VariableArgument variable => binding[variable.Variable] is not GroupEntity group || HasAlwaysTheSameMembers(group.Name, agreement),
        ActorArgument { IsGroup: true } group => HasAlwaysTheSameMembers(group.Name, agreement),
        ActorArgument => true,
        TextArgument => true,
        PlaceArgument { Place: TablePlace { Parameter: null } zone } => agreement.Tables[zone.Table].Readings
            .SelectMany(r => r.Content)
            .All(r => r is { If: null, From: null, Until: null, Within: null, ButNot: null } && r.Values.All(v => v is DrawnRow)),
        _ => false,
    };

    private static bool HasAlwaysTheSameMembers(string group, Agreement agreement) => agreement.Vocabulary.Groups[group].Members.All(m =>
        m.From is null && m.Until is null && (!agreement.Vocabulary.Groups.ContainsKey(m.Member) || HasAlwaysTheSameMembers(m.Member, agreement)));

    private static bool IsOwn(Condition condition, string? variable) => condition switch
    {
        AllCondition all => all.Operands.All(o => IsOwn(o, variable)),
        AnyCondition any => any.Operands.All(o => IsOwn(o, variable)),
        NotCondition not => IsOwn(not.Operand, variable),
        CompareCondition compare => IsOwn(compare.Left, variable) && IsOwn(compare.Right, variable),
        RangeCondition range => IsOwn(range.Term, variable) && IsOwn(range.Low, variable) && IsOwn(range.High, variable),
        FieldIsTrueCondition { Of: VariableArgument of } => of.Variable == variable,
        TextIsCondition text => IsOwn(text.Term, variable),
        _ => false,
    };

    private static bool IsOwn(Term term, string? variable) => term switch
    {
        NumberTerm or TextTerm => true,
        FieldTerm { Of: VariableArgument of } => of.Variable == variable,
        ArithmeticTerm arithmetic => IsOwn(arithmetic.Left, variable) && IsOwn(arithmetic.Right, variable),
        RoundedTerm rounded => IsOwn(rounded.Term, variable),
        _ => false,
    };
}
