namespace Pacta.Model.Agreements;

/// <summary>
/// A bound agreement as a tree: what each part is made of, in the order in which it is written. Names are not followed: of <c>notifiable_exercise x</c>
/// the tree has the noun, not what the noun means.
/// </summary>
public static class AgreementTree
{
    /// <summary>A part and all that it is made of, each before its own parts.</summary>
    public static IEnumerable<object> All(object? part)
    {
        if (part is null)
        {
            yield break;
        }

        yield return part;
        foreach (var inner in PartsOf(part).SelectMany(All))
        {
            yield return inner;
        }
    }

    /// <summary>What a part consists of, one level down.</summary>
    public static IEnumerable<object> PartsOf(object part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return (part switch
        {
            Clause clause => [clause.When, .. clause.Readings.Select(r => r.Content), .. clause.Exceptions],
            ClauseException exception => [exception.If, exception.Sentence, .. exception.Exceptions],
            Definition definition => definition.Readings.Select(r => r.Content),
            Table table => [table.Parameter, .. table.Readings.SelectMany(r => r.Content)],
            Row row => [.. row.Values, row.Within, row.ButNot, row.If, row.From, row.Until],
            RowValue value => OfValue(value),
            Rule rule => [rule.While, rule.Sentence],
            Sentence sentence => [sentence.Subject, sentence.Act, sentence.Timing, sentence.Unless, sentence.Otherwise],
            Subject subject => [subject.Each, .. subject.Names],
            Act act => OfAct(act),
            Timing timing => [timing.NoLater, timing.NoEarlier, timing.Within, timing.Effective, timing.From, timing.Until],
            WithinTime within => [within.Anchor],
            Pattern pattern => [pattern.Noun, .. pattern.Roles.Select(r => r.Argument), pattern.Where],
            Argument argument => OfArgument(argument),
            Place place => OfPlace(place),
            Term term => OfTerm(term),
            TimeExpression time => OfTime(time),
            Condition condition => OfCondition(condition),
            LookAround look => [look.Anchor],
            _ => Enumerable.Empty<object?>(),
        }).OfType<object>();
    }

    private static IEnumerable<object?> OfValue(RowValue value) => value switch
    {
        TermRow row => [row.Term],
        PlaceRow row => [row.Place],
        BandRow row => [row.From],
        BetweenRow row => [row.First, row.Second],
        _ => [],
    };

    private static IEnumerable<object?> OfAct(Act act) => act switch
    {
        KeepAct keep => keep.Lines,
        HaveAct have => [have.Pattern],
        DoAct done => [done.Pattern],
        _ => [],
    };

    private static IEnumerable<object?> OfArgument(Argument argument) => argument switch
    {
        PatternArgument of => [of.Pattern],
        EachArgument each => [each.Pattern],
        PlaceArgument place => [place.Place],
        _ => [],
    };

    private static IEnumerable<object?> OfPlace(Place place) => place switch
    {
        TablePlace table => [table.Parameter],
        TerritoryPlace territory => [territory.Of],
        BorderPlace border => [border.Of, border.With],
        CoastPlace coast => [coast.Of],
        _ => [],
    };

    private static IEnumerable<object?> OfTerm(Term term) => term switch
    {
        FieldTerm field => [field.Of],
        DurationTerm duration => [duration.Of],
        DistanceTerm distance => [distance.From, distance.To],
        TableTerm table => [table.Parameter],
        ArithmeticTerm arithmetic => [arithmetic.Left, arithmetic.Right],
        RoundedTerm rounded => [rounded.Term],
        AggregateTerm aggregate => [aggregate.Pattern],
        AtTimeTerm at => [at.Term, at.Time],
        _ => [],
    };

    private static IEnumerable<object?> OfTime(TimeExpression time) => time switch
    {
        StartTime start => [start.Of],
        EndTime end => [end.Of],
        OffsetTime offset => [offset.Origin],
        TableOffsetTime offset => [offset.Parameter, offset.Origin],
        DayTime day => [day.Origin],
        _ => [],
    };

    private static IEnumerable<object?> OfCondition(Condition condition) => condition switch
    {
        AllCondition all => all.Operands,
        AnyCondition any => any.Operands,
        NotCondition not => [not.Operand],
        CompareCondition compare => [compare.Left, compare.Right],
        RangeCondition range => [range.Term, range.Low, range.High],
        AwayCondition away => [away.Thing, away.Distance, away.From],
        IsOneOfCondition isOneOf => [isOneOf.Subject, .. isOneOf.Nouns, .. isOneOf.Actors],
        FieldIsTrueCondition field => [field.Of],
        TextIsCondition text => [text.Term],
        StateCondition state => [state.Subject, .. state.Roles.Select(r => r.Argument), state.On],
        InPlaceCondition inPlace => [inPlace.PlaceField, inPlace.Subject, inPlace.Place],
        ThereCondition there => [there.Pattern, there.Look],
        _ => [],
    };
}
