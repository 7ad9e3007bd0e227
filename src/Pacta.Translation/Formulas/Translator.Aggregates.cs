using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Time;
using Pacta.Temporal.Formulas;
using Pacta.Translation.Histories;
using Pacta.Translation.Logs;
using F = Pacta.Temporal.Formulas;
using Interval = Pacta.Temporal.Formulas.Interval;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Formulas;

// Counts, and the windows in which events count (docs/semantics.md, 4).
internal sealed partial class Translator
{
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
