using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Negotiation.Content;

/// <summary>Conditions and terms.</summary>
internal sealed partial class PieceReader
{
    public Piece Condition(Condition condition, string slot, Aspect aspect)
    {
        var text = Words(condition.Text);
        Piece Of(string head, params ImmutableArray<Piece> parts) => new(slot, aspect, head, text, parts);
        return condition switch
        {
            AllCondition all => Of("all", Each(all.Operands)) with { IsSet = true },
            AnyCondition any => Of("any", Each(any.Operands)) with { IsSet = true },
            NotCondition not => Of("not", Condition(not.Operand, "not", aspect)),
            CompareCondition compare => Of("compare", Term(compare.Left, "left"), Relation(compare.Relation), Term(compare.Right, "right")),
            RangeCondition range => Of("range", Term(range.Term, "term"), Term(range.Low, "low"), Term(range.High, "high")),
            AwayCondition away => Of(
                "away",
                Argument(away.Thing, "thing", Aspect.Role, "thing"),
                Relation(away.Relation),
                Term(away.Distance, "distance"),
                Place(away.From, "from")),
            IsOneOfCondition one => Of("is", Argument(one.Subject, "subject", Aspect.Role, "subject"), OneOf(one)),
            FieldIsTrueCondition field => Of("true " + field.Field.Name, Argument(field.Of, "of", Aspect.Role, "of")),
            TextIsCondition told => Of(
                "text",
                Term(told.Term, "term"),
                Piece.Leaf("texts", Aspect.Condition, string.Join('|', told.Texts.Select(t => t.ToUpperInvariant()).Order(StringComparer.Ordinal)), string.Join(", ", told.Texts))),
            StateCondition state => Of(
                "state " + state.State,
                [
                    Argument(state.Subject, "subject", Aspect.Role, "subject"),
                    .. state.Roles.Select(r => Argument(r.Argument, r.Preposition, AspectOf(r), "state." + r.Preposition)),
                    .. state.On is { } on ? (Piece[])[Time(on, "on")] : [],
                    .. meanings.Kind(state.State),
                ]),
            InPlaceCondition place => Of(
                place.Outside ? "outside" : "in",
                [
                    .. place.PlaceField is { } field ? (Piece[])[Term(field, "field")] : [],
                    .. place.Subject is { } subject ? (Piece[])[Argument(subject, "subject", Aspect.Role, "subject")] : [],
                    Place(place.Place, "place"),
                ]),
            ClauseStateCondition clause => Of($"clause is {clause.State}", [.. meanings.Clause(clause.Clause)]),
            JudgedCondition judged => Of("judged " + judged.Matter),
            ThereCondition there => Of(
                "there",
                [
                    Pattern(there.Pattern, "what", Aspect.Condition, $"there {there.Pattern.Noun.Name}"),
                    .. there.Look is { } look
                        ? (Piece[])[new Piece("look", Aspect.Time, $"during {look.Before}", look.Length.ToString(), [Lapse(look.Length, "length"), Time(look.Anchor, "anchor")])]
                        : [],
                ]),
            _ => Of(condition.GetType().Name + text),
        };

        ImmutableArray<Piece> Each(ImmutableArray<Condition> operands) => [.. operands.Select(o => Condition(o, string.Empty, Aspect.Condition))];
    }

    private Piece OneOf(IsOneOfCondition one) => new(
        "which",
        Aspect.Condition,
        "which",
        string.Join(", ", one.Nouns.Select(n => n.Name).Concat(one.Actors.Select(a => Words(a.Text)))),
        [
            .. one.Nouns.Select(n => Noun(n) is var (head, meaning) ? new Piece(string.Empty, Aspect.Condition, head, n.Name, [.. meaning]) : throw new InvalidOperationException()),
            .. one.Actors.Select(a => Argument(a, string.Empty, Aspect.Condition, "which")),
        ])
    {
        IsSet = true,
    };

    private static Piece Relation(Relation relation) => Piece.Leaf("relation", Aspect.Comparison, relation.ToString(), relation switch
    {
        Model.Agreements.Relation.AtLeast => "at least",
        Model.Agreements.Relation.AtMost => "at most",
        Model.Agreements.Relation.MoreThan => "more than",
        Model.Agreements.Relation.LessThan => "less than",
        _ => "exactly",
    });

    public Piece Term(Term term, string slot)
    {
        var text = Words(term.Text);
        Piece Of(string head, params ImmutableArray<Piece> parts) => new(slot, Aspect.Number, head, text, parts);
        return term switch
        {
            NumberTerm { Range: { IsExact: true, Low: { } exact } } number => Of($"{number.Range} {number.Dimension}") with { Measure = new Measure(exact, number.Dimension) },
            NumberTerm number => Of($"{number.Range} {number.Dimension}"),
            TextTerm told => Of("text " + told.Value),
            FieldTerm field => Of("field " + field.Field.Name, Argument(field.Of, "of", Aspect.Role, "of")),
            DistanceTerm distance => Of("distance", Argument(distance.From, "from", Aspect.Role, "from"), Place(distance.To, "to")),
            DurationTerm duration => Of("duration", Argument(duration.Of, "of", Aspect.Role, "of")),
            TableTerm table => Of(
                "table",
                [.. table.Parameter is { } parameter ? (Piece[])[Argument(parameter, "of", Aspect.Role, "of")] : [], .. meanings.Table(table.Table)]),
            ArithmeticTerm both => Of(both.Operator.ToString(), Term(both.Left, "left"), Term(both.Right, "right")),
            RoundedTerm rounded => Of($"rounded {rounded.Up}", Term(rounded.Term, "term")),
            AggregateTerm aggregate => Of(
                $"{aggregate.Form} {aggregate.Field?.Name}",
                [
                    Pattern(aggregate.Pattern, "what", Aspect.Act, "counted"),
                    .. aggregate.Amount is { } amount ? meanings.Table(amount) : [],
                    .. aggregate.Window is { } window ? (Piece[])[WindowOf(window)] : [],
                ]),
            AtTimeTerm then => Of("on", Term(then.Term, "term"), Time(then.Time, "on")),
            _ => Of(text),
        };
    }

    private static Piece WindowOf(Window window)
    {
        var text = window switch
        {
            CalendarWindow calendar => $"per calendar {Lower(calendar.Unit.ToString())}",
            SlidingWindow sliding => $"in any {sliding.Length.Amount} {(sliding.Calendar ? "calendar " : string.Empty)}{UnitOf(sliding.Length)}",
            _ => "at once",
        };
        var leaf = Piece.Leaf("window", Aspect.Time, window is SlidingWindow { IsClosed: true } ? text + " closed" : text, text);
        return window is SlidingWindow { Calendar: false } any ? leaf with { Measure = MeasureOf(any.Length) } : leaf;

        static string Lower(string name) => name.ToLowerInvariant();

        static string UnitOf(Lapse length) => length.ToString()[(length.ToString().IndexOf(' ', StringComparison.Ordinal) + 1)..];
    }
}
