using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Time;
using Pacta.Temporal.Formulas;
using Pacta.Translation.Histories;
using Pacta.Translation.Logs;
using Pacta.Translation.Norms;
using F = Pacta.Temporal.Formulas;
using Interval = Pacta.Temporal.Formulas.Interval;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Formulas;

// Figures, counts and the windows in which they count (docs/semantics.md, 4).
internal sealed partial class Translator
{
    private void AddCompare(Model.Agreements.Term left, Relation relation, Model.Agreements.Term right, Conjunction into, Scope scope)
    {
        if (right is TableTerm table)
        {
            AddCompareRows(left, relation, table, into, scope);
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

        into.Add(relation switch
        {
            Relation.AtLeast => LessOrEqual(b, a),
            Relation.AtMost => LessOrEqual(a, b),
            Relation.MoreThan => Less(b, a),
            Relation.LessThan => Less(a, b),
            _ => Equal(a, b),
        });
    }

    private void AddDistance(Referent subject, string line, Relation relation, Model.Agreements.Term distance, Conjunction into, Scope scope)
    {
        if (distance is TableTerm table)
        {
            AddRows(table, (row, sub) => AddDistance(subject, line, relation, row, sub, scope), into, scope);
            return;
        }

        var metres = Fresh("metres");
        into.Add(FieldOf(subject, "distance from " + line, metres, NumberType));
        var bound = ValueOf(distance, into, scope);
        into.Add(relation switch
        {
            Relation.AtLeast => LessOrEqual(bound, metres),
            Relation.AtMost => LessOrEqual(metres, bound),
            Relation.MoreThan => Less(bound, metres),
            Relation.LessThan => Less(metres, bound),
            _ => Equal(metres, bound),
        });
    }

    private void AddCompareRows(Model.Agreements.Term left, Relation relation, TableTerm table, Conjunction into, Scope scope) =>
        AddRows(table, (row, sub) => AddCompare(left, relation, row, sub, scope), into, scope);

    /// <summary>The first row that applies is the one to compare with; where none does, there is no limit.</summary>
    private void AddRows(TableTerm term, Action<Model.Agreements.Term, Conjunction> compare, Conjunction into, Scope scope)
    {
        var table = _agreement.Tables[term.Table];
        var rows = Chosen.Of(table.Readings, table.Name, _perspective);
        var within = new Scope();
        if (table.Parameter is { Variable: { } parameter } && term.Parameter is { } argument)
        {
            within.Set(parameter, Find(argument, scope));
        }

        List<Action<Conjunction>> ways = [];
        List<Action<Conjunction>> before = [];
        foreach (var row in rows)
        {
            var figure = row.Values is [TermRow { Term: var value }] ? value : throw NoForm(row.Text);
            Action<Conjunction>[] earlier = [.. before];
            ways.Add(sub =>
            {
                foreach (var other in earlier)
                {
                    AddNegated(other, sub, scope);
                }

                AddApplies(row, table, sub, within);
                compare(figure, sub);
            });
            if (row is { If: null, From: null, Until: null })
            {
                break;
            }

            before.Add(sub => AddApplies(row, table, sub, within));
        }

        if (ways.Count == 1 && before.Count == 0)
        {
            ways[0](into);
            return;
        }

        if (before.Count == ways.Count)
        {
            ways.Add(sub =>
            {
                foreach (var other in before)
                {
                    AddNegated(other, sub, scope);
                }
            });
        }

        Require(into.IsEmpty, Obstacle.Form, term.Text);
        AddAny([.. ways], into, scope);
    }

    private void AddApplies(Model.Agreements.Row row, Table table, Conjunction into, Scope scope)
    {
        if (row.If is { } condition)
        {
            Add(condition, into, scope.Copy());
        }

        if (row.From is not null || row.Until is not null)
        {
            var index = Chosen.Of(table.Readings, table.Name, _perspective).IndexOf(row) + 1;
            into.Add(Lasts(
                System.FormattableString.Invariant($"row_{index}_of_{NameOf(table.Name)}"), RelationSource.Text, ["amount"],
                () => [new Stretch([table.Name], row.From is { } f ? _dates.Of(f).From : Instant.MinValue, row.Until is { } u ? _dates.Of(u).To : Instant.MaxValue)],
                Text(table.Name)));
        }
    }

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
            case TableTerm { Table: var name } when Chosen.Of(_agreement.Tables[name].Readings, name, _perspective) is [{ If: null, From: null, Until: null, Values: [TermRow row] }]:
                return ValueOf(row.Term, into, scope);
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
            () => _history.Events.Where(e => e.EndsFrom is not null).SelectMany(e => Told(e, Name(e.Id), Number(_book.Seconds(e.EndsFrom!.Value) - _book.Seconds(e.At)))),
            subject.Term, length);
    }

    // ------------------------------------------------------------------------------------------------ aggregates

    private Variable Aggregated(AggregateTerm term, Conjunction into, Scope scope)
    {
        Require(term.Amount is not null, Obstacle.Form, term.Text);
        var (counted, figure, result) = (Fresh("counted"), Fresh(term.Form == AggregateForm.Number ? "count" : "figure"), Fresh("number"));
        var inner = scope.Copy();
        var outer = Known(into, scope);
        var operand = SortOf(term.Pattern.Noun) switch
        {
            Sort.Event => Events(),
            Sort.Thing => Things(),
            _ => throw NoForm(term.Text),
        };
        ImmutableArray<string> groups = [.. FreeVariables.Of(operand).Where(v => v != counted.Name && v != figure.Name)];
        into.Add(new Aggregation(
            result.Name,
            term.Form switch
            {
                AggregateForm.Largest => AggregationOperator.Maximum,
                AggregateForm.Smallest => AggregationOperator.Minimum,
                AggregateForm.Average => AggregationOperator.Average,
                _ => AggregationOperator.Sum,
            },
            figure.Name,
            groups,
            operand));
        return result;

        Formula Figure(Sort sort) => new Referent(counted, sort, _moment) is var self && term.Form == AggregateForm.Number
            ? FieldOf(self, "count", figure, NumberType, ifUnsaid: 1)
            : FieldOf(self, term.Field?.Name ?? throw NoForm(term.Text), figure, NumberType);

        Formula Things()
        {
            var sub = new Conjunction();
            sub.Add(IsThere(new Referent(counted, Sort.Thing, _moment)));
            Match(term.Pattern, counted, sub, inner);
            sub.Add(Figure(Sort.Thing));
            return sub.Closed(outer.Add(counted.Name).Add(figure.Name));
        }

        Formula Events()
        {
            var leaves = Leaves(term.Window ?? throw NoForm(term.Text), counted);
            var begun = AtAnotherMoment(() =>
            {
                var sub = new Conjunction();
                sub.Add(Starts(counted));
                Match(term.Pattern, counted, sub, inner);
                sub.Add(Figure(Sort.Event));
                sub.AddNot(leaves);
                return sub.Closed(outer.Add(counted.Name).Add(figure.Name));
            });
            return new Since(Interval.Any, new Not(leaves), begun);
        }
    }

    /// <summary>An event leaves the window in which it counts.</summary>
    private Atom Leaves(Window window, F.Term subject)
    {
        var name = "leaves_" + window switch
        {
            CalendarWindow period => period.Unit.ToString().ToLowerInvariant(),
            SlidingWindow sliding => System.FormattableString.Invariant($"{sliding.Length.Amount}_{(sliding.Calendar ? "calendar_" : string.Empty)}{sliding.Length.Unit.ToString().ToLowerInvariant()}"),
            _ => "when_over",
        };
        return _book.Use(
            name, RelationSource.Calendar, [("event", ValueType.Text)],
            () => _history.Events.Select(e => (e, At: LeavesAt(window, e))).Where(l => l.At is { } at && at <= _history.Through).Select(l => new LogRow(l.At!.Value, [Name(l.e.Id)])),
            subject);
    }

    private Instant? LeavesAt(Window window, ToldFact fact)
    {
        var (calendar, date) = (_dates.Calendar, _dates.Calendar.DateOf(fact.At));
        return window switch
        {
            CalendarWindow period => calendar.StartOf(NextPeriod(PeriodStart(date, period.Unit), period.Unit, 1)),
            SlidingWindow { Calendar: true, Length: var length } => calendar.StartOf(NextPeriod(PeriodStart(date, length.Unit), length.Unit, length.Amount)),
            SlidingWindow { Length: { IsElapsed: true } length } => calendar.LastInstant(fact.At, length, back: false),
            SlidingWindow { Length: var length } => calendar.StartOf(calendar.Move(date, length, 1)),
            _ => fact.EndsFrom,
        };
    }

    private static LocalDate PeriodStart(LocalDate date, LapseUnit unit) => unit switch
    {
        LapseUnit.Day => date,
        LapseUnit.Week => date.PlusDays(1 - (int)date.DayOfWeek),
        LapseUnit.Month => new LocalDate(date.Year, date.Month, 1),
        LapseUnit.Year => new LocalDate(date.Year, 1, 1),
        _ => throw NoForm(unit.ToString()),
    };

    private LocalDate NextPeriod(LocalDate start, LapseUnit unit, int count) => _dates.Calendar.Move(start, new Lapse(count, unit), 1);

    private static string NameOf(LocalDate period, LapseUnit unit)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Format(period);
        return unit == LapseUnit.Year ? date[..4] : unit == LapseUnit.Month ? date[..7] : date;
    }
}
