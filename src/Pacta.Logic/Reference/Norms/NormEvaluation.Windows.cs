using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>The window in which an act counts: not before any of the beginnings, not after any of the deadlines.</summary>
internal sealed record ActWindow(ImmutableArray<Point> Beginnings, ImmutableArray<Point> Deadlines, InstantRange Due)
{
    /// <summary>The due may lie however late: it counts from something that has not happened, or whose time nobody reported.</summary>
    public bool IsOpenEnded => Deadlines.Length > 0 && Deadlines.All(d => d.IsOpenEnded);
}

/// <summary>Windows and periods of duties to do, and the states they pass through (docs/semantics.md, 7).</summary>
internal sealed partial class NormEvaluation
{
    private ActWindow WindowOf(Timing timing, Opening opening, Binding binding)
    {
        ImmutableArray<Point> beginnings = [];
        ImmutableArray<Point> deadlines = [];
        if (opening.Period is { } period)
        {
            beginnings = [Point.AtInstant(InstantRange.At(period.Earliest), [])];
            deadlines = [Point.AtInstant(InstantRange.At(period.Latest), [])];
        }

        if (timing.NoLater is { } noLater)
        {
            deadlines = deadlines.Add(_evaluation.Evaluate(noLater, binding));
        }

        if (timing.NoEarlier is { } noEarlier)
        {
            beginnings = beginnings.Add(_evaluation.Evaluate(noEarlier, binding));
        }

        if (timing.Within is { } within)
        {
            var anchor = within.Anchor is { } at ? _evaluation.Evaluate(at, binding) : opening.Point.Bare();
            var other = _evaluation.Offset(anchor, within.Length, within.Before);
            beginnings = beginnings.Add(within.Before ? other : anchor);
            deadlines = deadlines.Add(within.Before ? anchor : other);
        }

        InstantRange? due = null;
        foreach (var deadline in deadlines)
        {
            var here = deadline.AsDeadline(Calendar);
            due = due is { } known ? new InstantRange(Instant.Min(known.Earliest, here.Earliest), Instant.Min(known.Latest, here.Latest)) : here;
        }

        return new ActWindow(beginnings, deadlines, due ?? opening.At);
    }

    private IEnumerable<Opening> Periods(Cycle cycle, Timing timing, Binding binding, Survival survival)
    {
        // A year is one of the calendar and opens with the clause; other periods are counted from the entry into force.
        if ((timing.From ?? _agreement.EntryIntoForce) is null && cycle is PeriodicCycle)
        {
            yield break; // nobody says from when on
        }

        var begin = timing.From ?? (cycle is PeriodicCycle ? _agreement.EntryIntoForce : null);
        var start = begin is null ? ClauseBegins : _evaluation.Evaluate(begin, Binding.Empty);
        var first = start.Dates(Calendar).First;
        var origin = start.AsBeginning(Calendar).Earliest;
        var begins = Instant.Max(origin, ClauseBegins.AsBeginning(Calendar).Earliest);
        for (var k = FirstPeriod(cycle, first, begins); ; k++)
        {
            var (from, to, label) = PeriodOf(cycle, first, k);
            var opens = Calendar.StartOf(from);
            var due = Calendar.EndOf(to);
            if (_evaluation.IsAhead(opens))
            {
                yield break;
            }

            var next = Calendar.StartOf(PeriodOf(cycle, first, k + 1).From);
            if (next <= opens)
            {
                yield break; // the calendar ends here
            }

            if (due < begins || IsBeforeRecord(next))
            {
                continue;
            }

            var at = InstantRange.At(Instant.Max(opens, begins));
            if (_evaluation.IsAhead(at.Earliest))
            {
                yield break;
            }

            var lives = _evaluation.InForce(InstantRange.At(due), survival);
            if (cycle is PeriodicCycle)
            {
                lives = lives.And(_evaluation.InForce(InstantRange.At(Instant.Max(opens, origin)), survival));
            }

            if (lives.Truth != Truth.False && _evaluation.Within(null, timing.Until, InstantRange.At(due)).Truth != Truth.False)
            {
                var why = Derivations.Make(DerivationCode.Period, Truth.True, [], [], [], label);
                yield return new Opening(binding, lives.Because(why), at, Point.AtInstant(at, []), [label], new InstantRange(cycle is PeriodicCycle ? Instant.Max(opens, origin) : opens, due), next);
            }
        }
    }

    /// <summary>The first period that is not over before the clause and the record begin; found by halving, for there may be thousands before it.</summary>
    private int FirstPeriod(Cycle cycle, LocalDate first, Instant begins)
    {
        var (low, high) = (0, 1);
        while (!IsJudged(high))
        {
            (low, high) = (high + 1, high * 2);
        }

        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = IsJudged(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;

        bool IsJudged(int k)
        {
            var (from, to, _) = PeriodOf(cycle, first, k);
            var next = PeriodOf(cycle, first, k + 1).From;
            return next <= from || _evaluation.IsAhead(Calendar.StartOf(from)) || (Calendar.EndOf(to) >= begins && !IsBeforeRecord(Calendar.StartOf(next)));
        }
    }

    private (LocalDate From, LocalDate To, string Label) PeriodOf(Cycle cycle, LocalDate first, int k)
    {
        if (cycle is YearlyCycle yearly)
        {
            var year = first.Year + k;
            var day = Math.Min(yearly.Day, CalendarSystem.Iso.GetDaysInMonth(year, yearly.Month));
            return (new LocalDate(year, 1, 1), new LocalDate(year, yearly.Month, day), $"{year}");
        }

        var length = ((PeriodicCycle)cycle).Length;
        var from = Calendar.Move(first, length with { Amount = Times(length.Amount, k) }, 1);
        var to = Calendar.Move(first, length with { Amount = Times(length.Amount, k + 1) }, 1).PlusDays(-1);
        return (from, to, $"{from:uuuu-MM-dd}");
    }

    /// <summary>Past the end of the calendar, if it is too much.</summary>
    private static int Times(int amount, int k) => (int)Math.Min((long)amount * k, int.MaxValue);

    /// <summary>When the duty is broken if nothing was done: as soon as its due is over, and not before it opened.</summary>
    private static InstantRange AfterDue(DoDuty duty) => new(
        Instant.Max(duty.Opening.At.Earliest, duty.Window.Due.Earliest + InstantRange.Tick),
        Instant.Max(duty.Opening.At.Latest, duty.Window.Due.Latest + InstantRange.Tick));

    private static ImmutableArray<StateChange> Changes(DoDuty duty, Possible possible)
    {
        var at = duty.Opening.At;
        var isEnded = duty.EndedAt is not null || (duty.Opening.Period is not null && duty.WasOpen && possible.Only == ClauseState.Suspended);
        ImmutableArray<StateChange> changes =
            duty.Opening.Judged.Truth == Truth.True && (isEnded || possible.Only is not (ClauseState.Excused or ClauseState.Suspended or ClauseState.Dormant))
                ? [new StateChange(ClauseState.Open, at, duty.Opening.Judged.Why ?? possible.Why)]
                : [];
        var afterDue = AfterDue(duty);
        var performed = duty.PerformedAt is { } p
            ? new InstantRange(Instant.Max(at.Earliest, p.Earliest), Instant.Max(at.Latest, p.Latest))
            : at;
        switch (possible.Only)
        {
            case ClauseState.Met:
                return [.. changes, new StateChange(ClauseState.Met, performed, possible.Why)];
            case ClauseState.Breached:
                return [.. changes, new StateChange(ClauseState.Breached, afterDue, possible.Why)];
            case ClauseState.Cured:
                return [.. changes, new StateChange(ClauseState.Breached, afterDue, possible.Why), new StateChange(ClauseState.Cured, performed, possible.Why)];
            case ClauseState.Excused or ClauseState.Suspended or ClauseState.Dormant or ClauseState.Lapsed:
                // What repeats and is suspended at its due was open until then.
                var restsAtDue = changes.Length > 0 && duty.Opening.Period is not null;
                return changes.Add(new StateChange(possible.Only.Value, duty.EndedAt is { } ended ? InstantRange.At(ended) : restsAtDue ? afterDue : at, possible.Why));
            default:
                return changes;
        }
    }
}
