using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>A number a term stands for. <c>IsNone</c>: an amount without a row for the case, that is, no limit; <c>MayBeNone</c>: perhaps.</summary>
internal readonly record struct TermValue(NumberRange Range, bool IsNone, bool MayBeNone, ImmutableHashSet<Cause> Causes, Derivation? Why)
{
    public static TermValue Of(NumberRange range, ImmutableHashSet<Cause> causes, Derivation? why = null) => new(range, false, false, causes, why);

    public string Show() => IsNone ? "no limit" : Range.ToString();
}

/// <summary>Terms at a moment (docs/semantics.md, 4, "Terms").</summary>
internal sealed partial class Evaluation
{
    public TermValue Evaluate(Term term, Binding binding, InstantRange at)
    {
        switch (term)
        {
            case NumberTerm number:
                return TermValue.Of(number.Range, []);
            case FieldTerm field:
                return EvaluateField(field, binding, at);
            case DurationTerm duration:
                return EvaluateDuration(duration, binding);
            case TableTerm table:
                return EvaluateTable(table.Table, table.Parameter is null ? null : EntityOf(table.Parameter, binding), at);
            case ArithmeticTerm arithmetic:
                return EvaluateArithmetic(arithmetic, binding, at);
            case RoundedTerm rounded:
                var value = Evaluate(rounded.Term, binding, at);
                return value with { Range = Numbers.Round(value.Range, rounded.Up) };
            case AggregateTerm aggregate:
                return EvaluateAggregate(aggregate, binding, at);
            case AtTimeTerm atTime:
                var moment = Evaluate(atTime.Time, binding).AsDeadline(Calendar);
                return RecordBegins is { } begins && moment.Latest < begins
                    ? TermValue.Of(NumberRange.Anything, [Causes.BeforeRecord(atTime.Text)])
                    : Evaluate(atTime.Term, binding, moment);
            default:
                throw new InvalidOperationException($"no rule for the term {term.GetType().Name}");
        }
    }

    private TermValue EvaluateField(FieldTerm term, Binding binding, InstantRange at)
    {
        var entity = EntityOf(term.Of, binding);
        var held = entity is null ? MissingAttribute(term.Of.Text, term.Field.Name) : FieldOf(entity, term.Field.Name, at);
        var range = held.IsMissing || held.MayDiffer
            ? NumberRange.Anything
            : held.Options.Select(RangeOf).Aggregate((a, b) => a.Cover(b));
        var name = entity is null ? term.Of.Text : NameOf(entity);
        var why = held.IsMissing
            ? Step(DerivationCode.FieldMissing, Truth.Unknown, [], [], term.Field.Name, name)
            : Explains
                ? Derivations.Make(DerivationCode.FieldValue, Truth.True, [], held.Reports, held.Reports.Select(r => r.Source), term.Field.Name, name, string.Join(" or ", held.Options))
                : null;
        return TermValue.Of(range, held.Causes, why);
    }

    private static NumberRange RangeOf(Value value) => value is NumberValue number ? number.Range : NumberRange.Anything;

    private TermValue EvaluateDuration(DurationTerm term, Binding binding)
    {
        if (EntityOf(term.Of, binding) is not EventEntity { Fact: var fact } || EndOf(fact) is not { } end)
        {
            var name = EntityOf(term.Of, binding) is { } entity ? NameOf(entity) : term.Of.Text;
            return TermValue.Of(
                NumberRange.Anything,
                [Causes.Missing(name, "end")],
                Step(DerivationCode.FieldMissing, Truth.Unknown, [], [], "end", name));
        }

        var start = TimeOf(fact);
        var shortest = Math.Max(0, Seconds(end.Range.Earliest - start.Range.Latest));
        var longest = Seconds(end.Range.Latest - start.Range.Earliest);
        return TermValue.Of(
            new NumberRange(shortest, longest),
            start.Causes.Union(end.Causes),
            Step(DerivationCode.FieldValue, Truth.True, [], fact.AssertedBy, "duration", fact.Id, $"{shortest / 3600:0.#} to {longest / 3600:0.#} hours"));
    }

    private static decimal Seconds(Duration duration) => (decimal)duration.ToBigIntegerNanoseconds() / 1_000_000_000m;

    public TermValue EvaluateTable(string name, Entity? argument, InstantRange at)
    {
        var rows = RowsOf(name, argument, at);
        if (rows.Rows.Length == 0)
        {
            return new TermValue(NumberRange.Anything, true, true, [], rows.Why);
        }

        NumberRange? range = null;
        var causes = rows.Rows.Length > 1 || rows.MayHaveNone ? rows.Causes : [];
        Derivation? inner = null;
        foreach (var row in rows.Rows)
        {
            var value = row.Row.Values is [TermRow term]
                ? Evaluate(term.Term, row.Binding, at)
                : row.Row.Values is [LapseRow lapse]
                    ? TermValue.Of(NumberRange.Exactly(SecondsOf(lapse.Lapse)), [])
                    : TermValue.Of(NumberRange.Anything, [Causes.Missing(name, "number")]);
            range = range is { } before ? before.Cover(value.Range) : value.Range;
            causes = causes.Union(value.Causes);
            inner ??= value.Why;
        }

        return new TermValue(range!.Value, false, rows.MayHaveNone, causes, rows.Why is { } why && inner is not null ? why with { Because = why.Because.Add(inner) } : rows.Why);
    }

    private static decimal SecondsOf(Lapse lapse) => lapse.Unit switch
    {
        LapseUnit.Second => lapse.Amount,
        LapseUnit.Minute => lapse.Amount * 60m,
        LapseUnit.Hour => lapse.Amount * 3600m,
        LapseUnit.Week => lapse.Amount * 604_800m,
        _ => lapse.Amount * 86_400m,
    };

    private TermValue EvaluateArithmetic(ArithmeticTerm term, Binding binding, InstantRange at)
    {
        var left = Evaluate(term.Left, binding, at);
        var right = Evaluate(term.Right, binding, at);
        var range = term.Operator switch
        {
            Arithmetic.Add => Numbers.Add(left.Range, right.Range),
            Arithmetic.Subtract => Numbers.Add(left.Range, Numbers.Negate(right.Range)),
            Arithmetic.Multiply => Numbers.Multiply(left.Range, right.Range),
            _ => Numbers.Divide(left.Range, right.Range),
        };
        var why = left.Why is null && right.Why is null
            ? null
            : Step(DerivationCode.Constant, Truth.True, [left.Why, right.Why], [], term.Text, range.ToString());
        return new TermValue(range, left.IsNone || right.IsNone, left.MayBeNone || right.MayBeNone, left.Causes.Union(right.Causes), why);
    }

    // ---- aggregates

    private TermValue EvaluateAggregate(AggregateTerm term, Binding binding, InstantRange at)
    {
        var rows = new List<(Match Match, NumberRange Value, Judged Counts)>();
        var causes = ImmutableHashSet<Cause>.Empty;
        var explains = Explains;
        Explains = false;
        foreach (var match in OneRowEach(Matches(term.Pattern, binding, term.Window is null ? at : null)))
        {
            var counts = match.Judged.And(InWindow(match.Entity, term.Window, at));
            if (counts.Truth == Truth.False)
            {
                continue;
            }

            var (value, valueCauses) = ValueOf(term, match, at);
            causes = causes.Union(valueCauses).Union(counts.Causes);
            rows.Add((match, value, counts));
        }

        Explains = explains;
        if (term.Form is AggregateForm.Number or AggregateForm.Total
            && term.Pattern.Noun is KindNoun noun && Vocabulary.OpenKinds.Contains(noun.Name))
        {
            causes = causes.Add(Causes.OpenKind(noun.Name));
            return TermValue.Of(new NumberRange(Sum(rows).Low, null), causes, AggregateStep(term, rows, new NumberRange(Sum(rows).Low, null)));
        }

        var range = term.Form switch
        {
            AggregateForm.Number or AggregateForm.Total => Sum(rows),
            AggregateForm.Largest => Extreme(rows, true),
            AggregateForm.Smallest => Extreme(rows, false),
            _ => Average(rows),
        };
        if (range is not { } known)
        {
            // The largest of nothing is none: a comparison with it holds.
            return new TermValue(NumberRange.Anything, true, true, [], AggregateStep(term, rows, NumberRange.Anything));
        }

        if (term.Form is not (AggregateForm.Number or AggregateForm.Total) && !rows.Exists(r => r.Counts.Truth == Truth.True))
        {
            return new TermValue(known, false, true, causes, AggregateStep(term, rows, known));
        }

        return TermValue.Of(known, known.IsExact ? [] : causes, AggregateStep(term, rows, known));
    }

    /// <summary>One row for each thing or event, however many ways its pattern matches: the likeliest.</summary>
    private static IEnumerable<Match> OneRowEach(IEnumerable<Match> matches) =>
        matches.GroupBy(m => m.Entity).Select(g => g.MaxBy(m => m.Judged.Truth));

    private (NumberRange Value, ImmutableHashSet<Cause> Causes) ValueOf(AggregateTerm term, Match match, InstantRange at)
    {
        if (term.Amount is { } amount)
        {
            var value = EvaluateTable(amount, match.Entity, at);
            return (value.IsNone ? NumberRange.Exactly(0) : value.Range, value.Causes);
        }

        var moment = match.Entity is EventEntity e ? TimeOf(e.Fact).Range : at;
        var name = term.Field?.Name ?? "count";
        var held = FieldOf(match.Entity, name, moment);
        if (held.IsMissing)
        {
            return term.Field is null ? (NumberRange.Exactly(1), []) : (NumberRange.Anything, held.Causes);
        }

        var range = held.MayDiffer ? NumberRange.Anything : held.Options.Select(RangeOf).Aggregate((a, b) => a.Cover(b));
        return (range, range.IsExact ? [] : held.Causes);
    }

    private Judged InWindow(Entity entity, Window? window, InstantRange at)
    {
        if (window is null || entity is not EventEntity { Fact: var fact })
        {
            return Judged.True;
        }

        var time = TimeOf(fact);
        var started = Judged.Of(time.Range.NotAfter(at), time.Causes).And(HappenedBy(time, Horizon));
        switch (window)
        {
            case CalendarWindow calendar:
                return started.And(Judged.Of(
                    time.Range.NotBefore(new InstantRange(PeriodStart(at.Earliest, calendar.Unit, 0), PeriodStart(at.Latest, calendar.Unit, 0))),
                    time.Causes));
            case SlidingWindow { Calendar: true } sliding:
                var back = sliding.Length.Amount - (sliding.IsClosed ? 0 : 1);
                return started.And(Judged.Of(
                    time.Range.NotBefore(new InstantRange(
                        PeriodStart(at.Earliest, sliding.Length.Unit, back),
                        PeriodStart(at.Latest, sliding.Length.Unit, back))),
                    time.Causes));
            case SlidingWindow { IsClosed: true } sliding:
                var last = new InstantRange(Calendar.LastInstant(time.Range.Earliest, sliding.Length, false), Calendar.LastInstant(time.Range.Latest, sliding.Length, false));
                return started.And(Judged.Of(at.NotAfter(last), time.Causes));
            case SlidingWindow sliding:
                // (t − D, t]: what lies at or before the point D ago is out.
                var ago = new InstantRange(
                    Calendar.LastInstant(at.Earliest, sliding.Length, true),
                    Calendar.LastInstant(at.Latest, sliding.Length, true));
                return started.And(Judged.Of(time.Range.NotAfter(ago).Not(), time.Causes));
            default:
                var end = EndOf(fact);
                return end is { } e
                    ? started.And(Judged.Of(e.Range.NotAfter(at).Not(), e.Causes))
                    : started.And(Judged.Unknown(Causes.Missing(fact.Id, "end")));
        }
    }

    /// <summary>The start of the calendar period that holds an instant, or of the one <paramref name="back"/> periods before.</summary>
    public Instant PeriodStart(Instant instant, LapseUnit unit, int back)
    {
        var date = Calendar.DateOf(instant);
        back = Math.Min(back, unit switch { LapseUnit.Year => 1_000, LapseUnit.Month => 12_000, LapseUnit.Week => 52_000, _ => 365_000 });
        var start = unit switch
        {
            LapseUnit.Year => new LocalDate(date.Year, 1, 1).PlusYears(-back),
            LapseUnit.Month => new LocalDate(date.Year, date.Month, 1).PlusMonths(-back),
            LapseUnit.Week => date.PlusDays(1 - (int)date.DayOfWeek).PlusWeeks(-back),
            _ => date.PlusDays(-back),
        };
        return Calendar.StartOf(start);
    }

    private static NumberRange Sum(List<(Match Match, NumberRange Value, Judged Counts)> rows)
    {
        var sum = NumberRange.Exactly(0);
        foreach (var (_, value, counts) in rows)
        {
            sum = Numbers.Add(sum, counts.Truth == Truth.True ? value : value.Cover(NumberRange.Exactly(0)));
        }

        return sum;
    }

    private static NumberRange? Extreme(List<(Match Match, NumberRange Value, Judged Counts)> rows, bool largest)
    {
        var certain = rows.Where(r => r.Counts.Truth == Truth.True).Select(r => r.Value).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        if (certain.Count == 0)
        {
            return rows.Select(r => r.Value).Aggregate((a, b) => a.Cover(b));
        }

        var all = rows.ConvertAll(r => r.Value);
        return largest
            ? new NumberRange(certain.Exists(v => v.Low is not null) ? certain.Max(v => v.Low) : null, all.Exists(v => v.High is null) ? null : all.Max(v => v.High))
            : new NumberRange(all.Exists(v => v.Low is null) ? null : all.Min(v => v.Low), certain.Exists(v => v.High is not null) ? certain.Min(v => v.High) : null);
    }

    private static NumberRange? Average(List<(Match Match, NumberRange Value, Judged Counts)> rows) =>
        rows.Count == 0 ? null
        : rows.TrueForAll(r => r.Counts.Truth == Truth.True) ? Numbers.Divide(Sum(rows), NumberRange.Exactly(rows.Count))
        : rows.Select(r => r.Value).Aggregate((a, b) => a.Cover(b));

    private Derivation? AggregateStep(AggregateTerm term, List<(Match Match, NumberRange Value, Judged Counts)> rows, NumberRange result)
    {
        if (!Explains)
        {
            return null;
        }

        var reports = rows.SelectMany(r => r.Match.Entity switch
        {
            EventEntity e => e.Fact.AssertedBy,
            ThingEntity t when Index.Thing(t.Name) is { } thing => [.. thing.Observations.SelectMany(o => o.AssertedBy)],
            _ => ImmutableArray<ReportReference>.Empty,
        });
        var names = rows.Select(r => NameOf(r.Match.Entity)).Order(StringComparer.Ordinal).ToList();
        return Derivations.Make(
            DerivationCode.AggregateValue,
            Truth.True,
            [],
            reports,
            names.Append(term.Pattern.Noun.Name),
            term.Text,
            result.ToString(),
            string.Join(", ", names.Take(12)) + (names.Count > 12 ? $" and {names.Count - 12} more" : string.Empty));
    }
}
