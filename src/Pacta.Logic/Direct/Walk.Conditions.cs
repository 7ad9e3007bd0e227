using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Direct;

// Conditions and figures at one moment (docs/semantics.md, 4).
internal sealed partial class Walk
{
    private bool Holds(Condition condition, Bindings env, Instant at) => Solutions(condition, env, at).Any();

    /// <summary>The ways in which a condition holds: one, or one for each event that a <c>there was</c> finds.</summary>
    private IEnumerable<Bindings> Solutions(Condition condition, Bindings env, Instant at) => condition switch
    {
        AllCondition all => all.Operands.Aggregate<Condition, IEnumerable<Bindings>>(
            [env], (ways, c) => ways.SelectMany(w => Solutions(c, w, at)).ToArray()),
        ThereCondition there => There(there, env, at),
        _ => IsSo(condition, env, at) ? [env] : [],
    };

    private bool IsSo(Condition condition, Bindings env, Instant at) => condition switch
    {
        AnyCondition any => any.Operands.Any(c => Holds(c, env, at)),
        NotCondition not => !Holds(not.Operand, env, at),
        CompareCondition compare => Compare(Figure(compare.Left, env, at), compare.Relation, Figure(compare.Right, env, at)),
        RangeCondition range => Compare(Figure(range.Term, env, at), Relation.AtLeast, Figure(range.Low, env, at))
            && Compare(Figure(range.Term, env, at), Relation.AtMost, Figure(range.High, env, at)),
        AwayCondition away => Compare(
            Distance(Individual(away.Thing, env), away.From, env, at)
                ?? throw new NotSupportedException($"the distance '{away.Text}' is not reported"),
            away.Relation,
            Figure(away.Distance, env, at)),
        IsOneOfCondition isOne => IsOneOf(isOne, Individual(isOne.Subject, env), at),
        FieldIsTrueCondition field => Stated(Individual(field.Of, env), field.Field, at) is TruthValue { IsTrue: true },
        TextIsCondition text => TextOf(text.Term, env, at) is var said
            && text.Texts.Any(t => string.Equals(t, said, StringComparison.OrdinalIgnoreCase)),
        StateCondition state => IsInState(state, env, at),
        InPlaceCondition { Subject: { } subject } inPlace => Individual(subject, env) is not Someone && subject is not ActorArgument
            ? IsIn(Individual(subject, env), "in", inPlace.Place, env, at) != inPlace.Outside
            : throw new NotSupportedException("where an actor lies"),
        ClauseStateCondition clause => IsClauseIn(clause, at),
        _ => throw new NotSupportedException($"the condition '{condition.Text}'"),
    };

    private IEnumerable<Bindings> There(ThereCondition there, Bindings env, Instant at)
    {
        var (first, last) = (Instant.MinValue, at);
        if (there.Look is { } look)
        {
            var anchor = StampOf(look.Anchor, env, at);
            var moved = Moved(anchor, look.Length, look.Before);
            (first, last) = look.Before ? (Beginning(moved), Deadline(anchor)) : (Beginning(anchor), Deadline(moved));
        }

        return from described in Described(there.Pattern, env, at)
               where (there.Look?.Anchor as StartTime)?.Of is not { } of || Individual(of, env) != described.Individual
               where described.Individual is not Happening happening || (first <= happening.Start && happening.Start <= last)
               where described.Individual is Happening || there.Look is null ? true : throw new NotSupportedException("things during a time")
               select described.Env;
    }

    private bool IsOneOf(IsOneOfCondition condition, Individual subject, Instant at) =>
        condition.Nouns.Any(n => IsA(subject, n, at))
        || condition.Actors.Any(a => a.Name == subject.Name || (a.IsGroup && IsMember(subject.Name, a.Name, at)));

    private bool IsInState(StateCondition condition, Bindings env, Instant at)
    {
        var asked = condition.On is { } on
            ? StampOf(on, env, at).Clock ?? throw new NotSupportedException("a state on a whole day")
            : at;
        var kind = _agreement.Vocabulary.States[condition.State].Kind;
        var fillers = kind.Roles
            .Select((r, i) => i == 0
                ? Individual(condition.Subject, env)
                : condition.Roles.FirstOrDefault(a => a.Preposition == r.Preposition) is { } role ? Individual(role.Argument, env) : null)
            .ToImmutableArray();
        return IsInState(condition.State, fillers, asked);
    }

    /// <summary>A comparison with "no limit" holds.</summary>
    private static bool Compare(decimal? left, Relation relation, decimal? right)
    {
        if (left is not { } a || right is not { } b)
        {
            return true;
        }

        return relation switch
        {
            Relation.AtLeast => a >= b,
            Relation.AtMost => a <= b,
            Relation.MoreThan => a > b,
            Relation.LessThan => a < b,
            _ => a == b,
        };
    }

    private Value Stated(Individual individual, Field field, Instant at) =>
        Chronicle.Field(individual, field.Name, at) ?? throw new NotSupportedException($"{field.Name} of {individual.Name} is not reported");

    private string TextOf(Term term, Bindings env, Instant at) => term switch
    {
        TextTerm text => text.Value,
        FieldTerm field => Stated(Individual(field.Of, env), field.Field, at) switch
        {
            TextValue text => text.Text,
            NameValue name => name.Name,
            var other => throw new NotSupportedException($"{other} as a text"),
        },
        _ => throw new NotSupportedException($"the text '{term.Text}'"),
    };

    // ------------------------------------------------------------------------------------------------ figures

    /// <summary>A number in root units; null: no limit.</summary>
    private decimal? Figure(Term term, Bindings env, Instant at) => term switch
    {
        NumberTerm number => number.Range.IsExact ? number.Range.Low : throw new NotSupportedException($"'{term.Text}' is not exact"),
        FieldTerm field => Number(Stated(Individual(field.Of, env), field.Field, at)),
        DurationTerm duration => DurationOf(Individual(duration.Of, env)),
        TableTerm table => FigureOf(_agreement.Tables[table.Table], table.Parameter is { } p ? Individual(p, env) : null, at),
        ArithmeticTerm arithmetic => Calculate(Figure(arithmetic.Left, env, at), arithmetic.Operator, Figure(arithmetic.Right, env, at)),
        RoundedTerm rounded => Figure(rounded.Term, env, at) is { } value ? (rounded.Up ? Math.Ceiling(value) : Math.Floor(value)) : null,
        AggregateTerm aggregate => Aggregated(aggregate, env, at),
        AtTimeTerm then => Figure(then.Term, env, StampOf(then.Time, env, at).Clock ?? throw new NotSupportedException("a figure on a whole day")),
        _ => throw new NotSupportedException($"the figure '{term.Text}'"),
    };

    private static decimal Number(Value value) =>
        value is NumberValue { Range: { IsExact: true, Low: { } low } } ? low : throw new NotSupportedException($"{value} as a number");

    private static decimal DurationOf(Individual individual) =>
        (decimal)(EndOf(individual) - StartOf(individual)).ToBigIntegerNanoseconds() / 1_000_000_000m;

    private decimal? FigureOf(Table table, Individual? parameter, Instant at)
    {
        var env = parameter is null ? Bindings.Empty : Bindings.Empty.With(table.Parameter?.Variable, parameter);
        return RowOf(table, env, at) switch
        {
            null => null,
            { Values: [TermRow row] } => Figure(row.Term, env, at),
            var row => throw new NotSupportedException($"the row '{row.Text}' as a number"),
        };
    }

    private Lapse LapseOf(string table, Argument? parameter, Bindings env, Instant at)
    {
        var rows = _agreement.Tables[table];
        var within = parameter is null ? Bindings.Empty : Bindings.Empty.With(rows.Parameter?.Variable, Individual(parameter, env));
        return RowOf(rows, within, at) is { Values: [LapseRow row] } ? row.Lapse : throw new NotSupportedException($"no row of {table} applies");
    }

    private static decimal? Calculate(decimal? left, Arithmetic operation, decimal? right)
    {
        if (left is not { } a || right is not { } b)
        {
            return null;
        }

        return operation switch
        {
            Arithmetic.Add => a + b,
            Arithmetic.Subtract => a - b,
            Arithmetic.Multiply => a * b,
            _ => b != 0 ? a / b : throw new NotSupportedException("a division by zero"),
        };
    }

    private decimal? Aggregated(AggregateTerm term, Bindings env, Instant at, bool isClosed = false)
    {
        decimal[] figures =
        [
            .. from individual in Candidates(term.Pattern.Noun, at)
               where individual is not Happening happening || (isClosed ? IsInClosedWindow(happening, term.Window, at) : IsInWindow(happening, term.Window, at))
               let fitting = Fits(term.Pattern, individual, env, individual is Happening h ? h.Start : at)
               where fitting.Any()
               select FigureOf(term, individual, at),
        ];
        if (figures.Length == 0 && term.Form is not (AggregateForm.Number or AggregateForm.Total))
        {
            return null; // the largest of nothing is none
        }

        return term.Form switch
        {
            AggregateForm.Largest => figures.Max(),
            AggregateForm.Smallest => figures.Min(),
            AggregateForm.Average => figures.Average(),
            _ => figures.Sum(),
        };
    }

    private decimal FigureOf(AggregateTerm term, Individual individual, Instant at)
    {
        if (term.Form == AggregateForm.Number)
        {
            return Chronicle.Field(individual, "count", at) is { } count ? Number(count) : 1;
        }

        if (term.Field is { } field)
        {
            return Number(Stated(individual, field, at));
        }

        return FigureOf(_agreement.Tables[term.Amount ?? throw new NotSupportedException(term.Text)], individual, at)
            ?? throw new NotSupportedException($"no limit in '{term.Text}'");
    }

    private bool IsInClosedWindow(Happening happening, Window? window, Instant at) => happening.Start <= at && window switch
    {
        SlidingWindow { Calendar: true, Length: var length } => PeriodsBack(at, length) <= happening.Start,
        SlidingWindow { Length: var length } => at <= _calendar.LastInstant(happening.Start, length, back: false),
        _ => throw new NotSupportedException("a closed window"),
    };

    private bool IsInWindow(Happening happening, Window? window, Instant at)
    {
        var start = happening.Start;
        if (start > at)
        {
            return false;
        }

        return window switch
        {
            CalendarWindow period => _calendar.StartOf(PeriodStart(_calendar.DateOf(at), period.Unit)) <= start,
            SlidingWindow { Calendar: true, Length: var length } =>
                _calendar.StartOf(NextPeriod(PeriodStart(_calendar.DateOf(at), length.Unit), length.Unit, 1 - length.Amount)) <= start,
            SlidingWindow { Length: { IsElapsed: true } length } => start > _calendar.LastInstant(at, length, back: true),
            SlidingWindow { Length: var length } => at < _calendar.StartOf(_calendar.Move(_calendar.DateOf(start), length, 1)),
            AtOnceWindow => at < (happening.End ?? throw new NotSupportedException($"the end of {happening.Name} is not reported")),
            _ => throw new NotSupportedException("events counted without a window"),
        };
    }
}
