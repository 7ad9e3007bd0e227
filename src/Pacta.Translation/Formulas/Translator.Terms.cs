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

    // ------------------------------------------------------------------------------------------------ distances

    /// <summary>Reads the distance that was reported, under the name of the line or place.</summary>
    private void AddAway(AwayCondition away, Place from, Referent subject, Conjunction into, Scope scope)
    {
        switch (from)
        {
            case TablePlace { Parameter: { } parameter, Table: var name }:
                var table = _agreement.Tables[name];
                var within = Within(table, parameter, scope);
                AddFirstRow(
                    table, within,
                    (row, sub) => AddAway(away, row.Values is [PlaceRow { Place: TablePlace { Parameter: null } line }] ? line : throw NoForm(row.Text), subject, sub, scope),
                    isNoneAllowed: false, into, scope);
                break;
            case TablePlace line:
                AddDistance(subject, metres => FieldOf(subject, "distance from " + line.Table, metres, NumberType), away.Relation, away.Distance, into, scope);
                break;
            case TerritoryPlace territory:
                var owner = Find(territory.Of, scope);
                Require(subject.Sort != Sort.Thing || owner.MayBeGroup, Obstacle.Form, away.Text);
                AddDistance(subject, metres => DistanceFromTerritory(subject.Term, owner.Term, metres), away.Relation, away.Distance, into, scope);
                break;
            default:
                throw NoForm(away.Text);
        }
    }

    private Formula DistanceFromTerritory(F.Term thing, F.Term owner, F.Term metres)
    {
        const string Prefix = "distance from territory of ";
        IEnumerable<LogRow> Rows() => _history.Things.SelectMany(t => t).Where(f => f.At <= _history.Through).SelectMany(f => f.Fields.Keys
            .Where(k => k.StartsWith(Prefix, StringComparison.Ordinal))
            .SelectMany(k => ValuesIn(f, k, null).Select(v => new LogRow(f.At, [Name(f.Id), Name(k[Prefix.Length..]), v]))));
        Atom At(F.Term of) => _book.Use(
            "thing_distance_from_territory", RelationSource.Reports, [("thing", ValueType.Text), ("owner", ValueType.Text), ("metres", NumberType)], Rows, thing, owner, of);
        return Latest(At(metres), AnyOf(At));
    }

    private void AddDistance(Referent subject, Func<F.Term, Formula> reported, Relation relation, Model.Agreements.Term distance, Conjunction into, Scope scope)
    {
        if (TableIn(distance) is { } table)
        {
            AddRows(table, (row, sub) => AddDistance(subject, reported, relation, With(distance, table, row), sub, scope), into, scope);
            return;
        }

        var metres = Fresh("metres");
        into.Add(reported(metres));
        into.Add(Compared(metres, relation, ValueOf(distance, into, scope)));
    }

    // ------------------------------------------------------------------------------------------------ tables

    private TableTerm? TableIn(Model.Agreements.Term term) => term switch
    {
        TableTerm table when !IsSingle(table) => table,
        ArithmeticTerm arithmetic => TableIn(arithmetic.Left) ?? TableIn(arithmetic.Right),
        RoundedTerm rounded => TableIn(rounded.Term),
        RowTerm row => TableIn(row.Inner),
        _ => null,
    };

    private bool IsSingle(TableTerm table) => table.Parameter is null && RowsOf(_agreement.Tables[table.Table]) is [{ If: null, From: null, Until: null, Values: [TermRow] }];

    private ImmutableArray<Row> RowsOf(Table table) => Chosen.Of(table.Readings, table.Name, _perspective);

    private static Model.Agreements.Term With(Model.Agreements.Term term, TableTerm table, Model.Agreements.Term row) => term switch
    {
        TableTerm when ReferenceEquals(term, table) => row,
        ArithmeticTerm arithmetic => arithmetic with { Left = With(arithmetic.Left, table, row), Right = With(arithmetic.Right, table, row) },
        RoundedTerm rounded => rounded with { Term = With(rounded.Term, table, row) },
        RowTerm inner => inner with { Inner = With(inner.Inner, table, row) },
        _ => term,
    };

    /// <summary>Where a table is asked for in the row of another one, by whose variables.</summary>
    private Scope? WithinOf(Model.Agreements.Term term, TableTerm table) => term switch
    {
        RowTerm row when ReferenceEquals(TableIn(row.Inner), table) => WithinOf(row.Inner, table) ?? row.Within,
        ArithmeticTerm arithmetic => WithinOf(arithmetic.Left, table) ?? WithinOf(arithmetic.Right, table),
        RoundedTerm rounded => WithinOf(rounded.Term, table),
        _ => null,
    };

    private Scope Within(Table table, Argument? argument, Scope scope)
    {
        var within = new Scope();
        if (table.Parameter is { Variable: { } parameter } && argument is not null)
        {
            within.Set(parameter, Find(argument, scope));
        }

        return within;
    }

    private void AddRows(TableTerm term, Action<Model.Agreements.Term, Conjunction> compare, Conjunction into, Scope scope)
    {
        var table = _agreement.Tables[term.Table];
        var within = Within(table, term.Parameter, scope);
        AddFirstRow(
            table, within,
            (row, sub) =>
            {
                var figure = row.Values is [TermRow { Term: var value }] ? value : throw NoForm(row.Text);
                compare(figure is NumberTerm ? figure : new RowTerm(figure, within), sub);
            },
            isNoneAllowed: true, into, scope);
    }

    /// <summary>The first row that applies is the one that counts; where none does, there is no limit.</summary>
    private void AddFirstRow(Table table, Scope within, Action<Row, Conjunction> use, bool isNoneAllowed, Conjunction into, Scope scope)
    {
        List<Action<Conjunction>> ways = [];
        List<Action<Conjunction>> before = [];
        foreach (var row in RowsOf(table))
        {
            Action<Conjunction>[] earlier = [.. before];
            ways.Add(sub =>
            {
                foreach (var other in earlier)
                {
                    AddNegated(other, sub, scope);
                }

                AddApplies(row, table, sub, within);
                use(row, sub);
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

        if (before.Count == ways.Count && isNoneAllowed)
        {
            ways.Add(sub =>
            {
                foreach (var other in before)
                {
                    AddNegated(other, sub, scope);
                }
            });
        }

        if (into.IsEmpty)
        {
            throw new UnsafeException();
        }

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
            var index = RowsOf(table).IndexOf(row) + 1;
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
