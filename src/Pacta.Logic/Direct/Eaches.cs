using Pacta.Model.Agreements;

namespace Pacta.Logic.Direct;

/// <summary>Finds every <c>each</c> in an act, in the order of the words.</summary>
internal static class Eaches
{
    public static IReadOnlyList<EachArgument> In(Act act)
    {
        EachArgument[] found = [.. Of(act)];
        return found.Distinct().Count() == found.Length ? found : throw new NotSupportedException($"the same 'each' twice in '{act.Text}'");
    }

    private static IEnumerable<EachArgument> Of(Act act) => act switch
    {
        DoAct toDo => Of(toDo.Pattern),
        HaveAct have => Of(have.Pattern),
        KeepAct keep => keep.Lines.SelectMany(Of).Distinct(),
        _ => [],
    };

    private static IEnumerable<EachArgument> Of(Pattern pattern) =>
        pattern.Roles.SelectMany(r => Of(r.Argument)).Concat(pattern.Where is { } where ? Of(where) : []);

    private static IEnumerable<EachArgument> Of(Argument? argument) => argument switch
    {
        EachArgument each => [each],
        PatternArgument nested => Of(nested.Pattern),
        PlaceArgument place => Of(place.Place),
        _ => [],
    };

    private static IEnumerable<EachArgument> Of(Place place) => place switch
    {
        TerritoryPlace territory => Of(territory.Of),
        CoastPlace coast => Of(coast.Of),
        BorderPlace border => border.With is { } with ? Of(border.Of).Concat(Of(with)) : Of(border.Of),
        TablePlace { Parameter: { } parameter } => Of(parameter),
        _ => [],
    };

    private static IEnumerable<EachArgument> Of(Condition condition) => condition switch
    {
        AllCondition all => all.Operands.SelectMany(Of),
        AnyCondition any => any.Operands.SelectMany(Of),
        NotCondition not => Of(not.Operand),
        CompareCondition compare => Of(compare.Left).Concat(Of(compare.Right)),
        RangeCondition range => Of(range.Term),
        AwayCondition away => Of(away.Thing).Concat(Of(away.Distance)).Concat(Of(away.From)),
        _ => [],
    };

    private static IEnumerable<EachArgument> Of(Term term) => term switch
    {
        AggregateTerm aggregate => Of(aggregate.Pattern),
        ArithmeticTerm arithmetic => Of(arithmetic.Left).Concat(Of(arithmetic.Right)),
        RoundedTerm rounded => Of(rounded.Term),
        AtTimeTerm then => Of(then.Term),
        FieldTerm field => Of(field.Of),
        TableTerm { Parameter: { } parameter } => Of(parameter),
        _ => [],
    };
}
