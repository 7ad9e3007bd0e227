using Pacta.Model.Agreements;

namespace Pacta.Logic.Direct;

/// <summary>Finds the windows in which an agreement counts events.</summary>
internal static class Windows
{
    public static IEnumerable<Window> In(Agreement agreement) =>
    [
        .. agreement.Clauses.SelectMany(c => c.Readings).SelectMany(r => Of(r.Content.Sentence.Act)
            .Concat(Of(r.Content.Sentence.Unless)).Concat(Of(r.Content.While))),
        .. agreement.Clauses.SelectMany(c => c.Exceptions).SelectMany(Of),
        .. agreement.Tables.Values.SelectMany(t => t.Readings).SelectMany(r => r.Content).SelectMany(Of),
    ];

    public static IEnumerable<Window> InCondition(Condition condition) => Of(condition);

    private static IEnumerable<Window> Of(ClauseException exception) =>
        Of(exception.If)
            .Concat(exception.Sentence is { } sentence ? Of(sentence.Act).Concat(Of(sentence.Unless)) : [])
            .Concat(exception.Exceptions.SelectMany(Of));

    private static IEnumerable<Window> Of(Row row) =>
        Of(row.If).Concat(row.Values.OfType<TermRow>().SelectMany(v => Of(v.Term)));

    private static IEnumerable<Window> Of(Act act) => act is KeepAct keep ? keep.Lines.SelectMany(Of) : [];

    private static IEnumerable<Window> Of(Condition? condition) => condition switch
    {
        AllCondition all => all.Operands.SelectMany(Of),
        AnyCondition any => any.Operands.SelectMany(Of),
        NotCondition not => Of(not.Operand),
        CompareCondition compare => Of(compare.Left).Concat(Of(compare.Right)),
        RangeCondition range => Of(range.Term).Concat(Of(range.Low)).Concat(Of(range.High)),
        _ => [],
    };

    private static IEnumerable<Window> Of(Term term) => term switch
    {
        AggregateTerm { Window: { } window } => [window],
        ArithmeticTerm arithmetic => Of(arithmetic.Left).Concat(Of(arithmetic.Right)),
        RoundedTerm rounded => Of(rounded.Term),
        AtTimeTerm then => Of(then.Term),
        _ => [],
    };
}
