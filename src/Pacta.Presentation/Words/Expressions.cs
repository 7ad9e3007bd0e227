using Pacta.Model.Agreements;

namespace Pacta.Presentation.Words;

/// <summary>All conditions and terms of an agreement, however deep they stand in it.</summary>
internal sealed class Expressions(Agreement agreement)
{
    /// <summary>Each is a <see cref="Condition"/> or a <see cref="Term"/>.</summary>
    public IEnumerable<object> All() =>
    [
        .. agreement.Clauses.SelectMany(Of),
        .. agreement.Definitions.Values.SelectMany(d => d.Readings).SelectMany(r => Of(r.Content)),
        .. agreement.Tables.Values.SelectMany(t => t.Readings).SelectMany(r => r.Content).SelectMany(Of),
    ];

    private static IEnumerable<object> Of(Clause clause) =>
    [
        .. Of(clause.When),
        .. clause.Readings.SelectMany(r => Of(r.Content.While).Concat(Of(r.Content.Sentence))),
        .. clause.Exceptions.SelectMany(Of),
    ];

    private static IEnumerable<object> Of(ClauseException exception) =>
        Of(exception.If).Concat(Of(exception.Sentence)).Concat(exception.Exceptions.SelectMany(Of));

    private static IEnumerable<object> Of(Sentence? sentence) => sentence is null
        ? []
        : Of(sentence.Subject.Each).Concat(sentence.Subject.Names.SelectMany(Of)).Concat(Of(sentence.Act)).Concat(Of(sentence.Unless)).Concat(Of(sentence.Otherwise));

    private static IEnumerable<object> Of(Act act) => act switch
    {
        KeepAct keep => keep.Lines.SelectMany(Of),
        HaveAct have => Of(have.Pattern),
        DoAct done => Of(done.Pattern),
        _ => [],
    };

    private static IEnumerable<object> Of(Row row) => Of(row.If).Concat(row.Values.OfType<TermRow>().SelectMany(v => Of(v.Term)));

    private static IEnumerable<object> Of(Pattern? pattern) => pattern is null ? [] : pattern.Roles.SelectMany(r => Of(r.Argument)).Concat(Of(pattern.Where));

    private static IEnumerable<object> Of(Argument argument) => argument switch
    {
        PatternArgument { Pattern: var pattern } => Of(pattern),
        EachArgument { Pattern: var pattern } => Of(pattern),
        _ => [],
    };

    private static IEnumerable<object> Of(Condition? condition) => condition is null ? [] : Below(condition).Prepend(condition);

    private static IEnumerable<object> Below(Condition condition) => condition switch
    {
        AllCondition all => all.Operands.SelectMany(Of),
        AnyCondition any => any.Operands.SelectMany(Of),
        NotCondition not => Of(not.Operand),
        CompareCondition compare => Of(compare.Left).Concat(Of(compare.Right)),
        RangeCondition range => Of(range.Term).Concat(Of(range.Low)).Concat(Of(range.High)),
        AwayCondition away => Of(away.Thing).Concat(Of(away.Distance)),
        TextIsCondition text => Of(text.Term),
        ThereCondition there => Of(there.Pattern),
        IsOneOfCondition one => Of(one.Subject),
        StateCondition state => Of(state.Subject).Concat(state.Roles.SelectMany(r => Of(r.Argument))),
        _ => [],
    };

    private static IEnumerable<object> Of(Term term) => (term switch
    {
        ArithmeticTerm both => Of(both.Left).Concat(Of(both.Right)),
        RoundedTerm rounded => Of(rounded.Term),
        AtTimeTerm then => Of(then.Term),
        AggregateTerm aggregate => Of(aggregate.Pattern),
        _ => [],
    }).Prepend(term);
}
