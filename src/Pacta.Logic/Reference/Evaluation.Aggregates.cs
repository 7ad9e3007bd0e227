using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>Numbers, totals and extremes over what matches a pattern (docs/semantics.md, 4, "Terms").</summary>
internal sealed partial class Evaluation
{
    private TermValue EvaluateAggregate(AggregateTerm term, Binding binding, InstantRange at)
    {
        var rows = new List<(Match Match, NumberRange Value, Judged Counts)>();
        var causes = ImmutableHashSet<Cause>.Empty;
        var explains = Explains;
        Explains = false;
        foreach (var (match, value, valueCauses) in SeeingCounts(() => RowsAt(term, binding, at)))
        {
            var counts = match.Judged.And(InWindow(match.Entity, term.Window, at));
            if (counts.Truth == Truth.False)
            {
                continue;
            }

            causes = causes.Union(valueCauses).Union(counts.Causes);
            rows.Add((match, value, counts));
        }

        Explains = explains;
        if (term.Form is AggregateForm.Number or AggregateForm.Total
            && term.Pattern.Noun is KindNoun noun && Vocabulary.OpenKinds.Contains(noun.Name))
        {
            causes = causes.Add(Causes.OpenKind(noun.Name));
            var atLeast = new NumberRange(SumWithCounts(rows).Low, null);
            return TermValue.Of(atLeast, causes, AggregateStep(term, rows, atLeast));
        }

        var range = term.Form switch
        {
            AggregateForm.Number or AggregateForm.Total => SumWithCounts(rows),
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

        causes = causes.Union(Overlaps(rows));
        return TermValue.Of(known, known.IsExact ? [] : causes, AggregateStep(term, rows, known));
    }

    /// <summary>One row for each thing or event, however many ways its pattern matches: the likeliest.</summary>
    private static IEnumerable<Match> OneRowEach(IEnumerable<Match> matches) =>
        matches.GroupBy(m => m.Entity).Select(g => g.MaxBy(m => m.Judged.Truth));

    private AggregateRow RowOf(AggregateTerm term, Match match, InstantRange at)
    {
        if (term.Amount is { } amount)
        {
            var value = EvaluateTable(amount, match.Entity, at);
            return new AggregateRow(match, value.IsNone ? NumberRange.Exactly(0) : value.Range, value.Causes);
        }

        var moment = match.Entity is EventEntity e ? TimeOf(e.Fact).Range : at;
        var held = FieldOf(match.Entity, term.Field?.Name ?? "count", moment);
        if (held.IsMissing)
        {
            return term.Field is null ? new AggregateRow(match, NumberRange.Exactly(1), []) : new AggregateRow(match, NumberRange.Anything, held.Causes);
        }

        var range = held.MayDiffer ? NumberRange.Anything : held.Options.Select(RangeOf).Aggregate((a, b) => a.Cover(b));
        return new AggregateRow(match, range, range.IsExact ? [] : held.Causes);
    }

    private Judged InWindow(Entity entity, Window? window, InstantRange at)
    {
        if (window is null || entity is not EventEntity { Fact: var fact })
        {
            return Judged.True;
        }

        var time = TimeOf(fact);
        var started = Judged.Of(time.Range.NotAfter(at), time.Causes).And(HasHappened(time));
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
                // (t − D, t]: an event leaves at the instant, or the date, that lies the length after its own.
                var leaves = new InstantRange(
                    Calendar.FirstInstant(time.Range.Earliest, sliding.Length, false),
                    Calendar.FirstInstant(time.Range.Latest, sliding.Length, false));
                return started.And(Judged.Of(leaves.NotAfter(at).Not(), time.Causes));
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
        foreach (var row in rows)
        {
            sum = Numbers.Add(sum, Counting(row));
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
        var names = rows.Select(r => r.Match.Entity is EventEntity e ? NameTold(e.Fact) : r.Match.Entity.Name).Order(StringComparer.Ordinal).ToList();
        return Derivations.Make(
            DerivationCode.AggregateValue,
            Truth.True,
            rows.Select(r => CountIn(r.Match)).OfType<Fact>().SelectMany(CountedSteps),
            reports,
            names.Append(term.Pattern.Noun.Name),
            term.Text,
            Composed.Of(result),
            names.Count > 12 ? Composed.Of("more", string.Join(", ", names.Take(12)), $"{names.Count - 12}") : string.Join(", ", names));
    }
}
