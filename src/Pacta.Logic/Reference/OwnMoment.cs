using Pacta.Model.Agreements;

namespace Pacta.Logic.Reference;

/// <summary>
/// Patterns of things whose truth depends on the moment only through what is known of the thing itself then: no dated group, no table that
/// changes, nothing about anybody else. Anything it does not know it takes to depend on more.
/// </summary>
internal static class OwnMoment
{
    public static bool Decides(Pattern pattern, Binding binding, Agreement agreement) => IsOwn(pattern, binding, agreement) && Decides(pattern.Noun, agreement);

    /// <summary>The kind of a thing is the same always.</summary>
    private static bool Decides(Noun noun, Agreement agreement) => noun switch
    {
        KindNoun { Form: KindForm.Thing } => true,
        DefinedNoun defined => agreement.Definitions[defined.Name].Readings.All(r => Decides(r.Content, Binding.Empty, agreement)),
        _ => false,
    };

    private static bool IsOwn(Pattern pattern, Binding binding, Agreement agreement) =>
        pattern.Roles.All(r => IsOwn(r.Argument, binding, agreement)) && (pattern.Where is null || IsOwn(pattern.Where, pattern.Variable, agreement));

    private static bool IsOwn(Argument argument, Binding binding, Agreement agreement) => argument switch
    {
        VariableArgument variable => binding[variable.Variable] is not GroupEntity group || HasAlwaysTheSameMembers(group.Name, agreement),
        ActorArgument { IsGroup: true } group => HasAlwaysTheSameMembers(group.Name, agreement),
        ActorArgument => true,
        TextArgument => true,
        PlaceArgument place => IsAlwaysThere(place.Place, agreement),
        _ => false,
    };

    /// <summary>Is a place the same always, and made up of such?</summary>
    private static bool IsAlwaysThere(Place place, Agreement agreement)
    {
        return place is TablePlace { Parameter: null } zone && agreement.Tables[zone.Table].Readings.SelectMany(r => r.Content).All(r =>
            r is { If: null, From: null, Until: null }
            && (r.Within is null || IsAlwaysThere(r.Within, agreement))
            && (r.ButNot is null || IsAlwaysThere(r.ButNot, agreement))
            && r.Values.All(IsAlways));

        bool IsAlways(RowValue value) => value switch
        {
            DrawnRow => true,
            PlaceRow other => IsAlwaysThere(other.Place, agreement),
            BandRow band => IsAlwaysThere(band.From, agreement),
            BetweenRow between => IsAlwaysThere(between.First, agreement) && IsAlwaysThere(between.Second, agreement),
            _ => false,
        };
    }

    private static bool HasAlwaysTheSameMembers(string group, Agreement agreement) => agreement.Vocabulary.Groups[group].Members.All(m =>
        m.From is null && m.Until is null && (!agreement.Vocabulary.Groups.ContainsKey(m.Member) || HasAlwaysTheSameMembers(m.Member, agreement)));

    private static bool IsOwn(Condition condition, string? variable, Agreement agreement) => condition switch
    {
        AllCondition all => all.Operands.All(o => IsOwn(o, variable, agreement)),
        AnyCondition any => any.Operands.All(o => IsOwn(o, variable, agreement)),
        NotCondition not => IsOwn(not.Operand, variable, agreement),
        IsOneOfCondition { Subject: VariableArgument of, Actors.IsEmpty: true } isOneOf => of.Variable == variable && isOneOf.Nouns.All(n => Decides(n, agreement)),
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
