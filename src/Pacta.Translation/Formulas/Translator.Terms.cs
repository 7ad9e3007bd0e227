using Pacta.Model.Agreements;
using Pacta.Temporal.Formulas;
using F = Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Formulas;

// Figures (docs/semantics.md, 4).
internal sealed partial class Translator
{
    /// <summary>A term of a table's row: its variables are the table's, not those of who asks.</summary>
    private sealed record RowTerm(Model.Agreements.Term Inner, Scope Within) : Model.Agreements.Term(Inner.Text);

    private void AddCompare(Model.Agreements.Term left, Relation relation, Model.Agreements.Term right, Conjunction into, Scope scope)
    {
        if (TableIn(right) is { } table)
        {
            AddRows(table, (row, sub) => AddCompare(left, relation, With(right, table, row), sub, scope), into, WithinOf(right, table) ?? scope);
            return;
        }

        if (left is AggregateTerm && relation is Relation.AtMost or Relation.LessThan && left is AggregateTerm)
        {
            // Of nothing there is no row: it is at most anything that is not negative.
            AddNegated(sub => AddCompare(left, relation == Relation.AtMost ? Relation.MoreThan : Relation.AtLeast, right, sub, scope), into, scope);
            return;
        }

        var (a, b) = (ValueOf(left, into, scope), ValueOf(right, into, scope));
        if (left is AggregateTerm)
        {
            // What is counted as nothing reaches no number above nothing; another number would need a row for nothing.
            var isAboveNothing = b is Constant { Value: IntegerValue { Number.Sign: var i } } ? i > 0 || (i == 0 && relation == Relation.MoreThan)
                : b is Constant { Value: FloatValue { Number: var f } } && (f > 0 || (f == 0 && relation == Relation.MoreThan));
            Require(!isAboveNothing, Obstacle.Form, right.Text);
        }

        into.Add(Compared(a, relation, b));
    }

    private static Comparison Compared(F.Term a, Relation relation, F.Term b) => relation switch
    {
        Relation.AtLeast => LessOrEqual(b, a),
        Relation.AtMost => LessOrEqual(a, b),
        Relation.MoreThan => Less(b, a),
        Relation.LessThan => Less(a, b),
        _ => Equal(a, b),
    };

    private F.Term ValueOf(Model.Agreements.Term term, Conjunction into, Scope scope)
    {
        switch (term)
        {
            case NumberTerm { Range.Low: { } number }:
                return new Constant(Number(number));
            case FieldTerm field:
                var value = Fresh(NameOf(field.Field.Name));
                into.Add(FieldOf(Find(field.Of, scope), field.Field.Name, value, NumberType));
                return value;
            case DurationTerm duration:
                var length = Fresh("duration");
                into.Add(DurationOf(Find(duration.Of, scope), length));
                return length;
            case ArithmeticTerm { Operator: var operation } arithmetic:
                if (operation == Arithmetic.Divide && !_isWithFractions)
                {
                    throw new FractionException();
                }

                return new Binary(
                    operation switch
                    {
                        Arithmetic.Add => BinaryOperator.Add,
                        Arithmetic.Subtract => BinaryOperator.Subtract,
                        Arithmetic.Multiply => BinaryOperator.Multiply,
                        _ => BinaryOperator.Divide,
                    },
                    ValueOf(arithmetic.Left, into, scope),
                    ValueOf(arithmetic.Right, into, scope));
            case RowTerm row:
                return ValueOf(row.Inner, into, row.Within);
            case TableTerm table when IsSingle(table):
                return ValueOf(((TermRow)RowsOf(_agreement.Tables[table.Table])[0].Values[0]).Term, into, scope);
            case RoundedTerm { Term: ArithmeticTerm { Operator: Arithmetic.Divide, Right: NumberTerm { Range.Low: { } by } } divided, Up: var isUp } when by > 0 && by == decimal.Truncate(by) && !_isWithFractions:
                // Division of whole numbers leaves the rest out.
                var whole = ValueOf(divided.Left, into, scope);
                var upwards = isUp ? new Binary(BinaryOperator.Add, whole, new Constant(Number(by - 1))) : whole;
                return new Binary(BinaryOperator.Divide, upwards, new Constant(Number(by)));
            case AggregateTerm aggregate:
                return Aggregated(aggregate, into, scope);
            default:
                throw NoForm(term.Text);
        }
    }

    private Atom DurationOf(Referent subject, F.Term length)
    {
        Require(subject.Sort != Sort.Event, Obstacle.Form, "duration");
        RequireToldHere(subject, "duration");
        return _book.Use(
            "duration", RelationSource.Calendar, [("event", ValueType.Text), ("seconds", NumberType)],
            () => _history.Events.Where(e => e.EndsFrom is not null).SelectMany(e => Told(e, Name(e.Id), Number((_book.StampOf(e.EndsFrom!.Value) - _book.StampOf(e.At)) / (decimal)_book.PerSecond))),
            subject.Term, length);
    }
}
