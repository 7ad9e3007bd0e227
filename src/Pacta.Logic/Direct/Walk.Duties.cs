using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Direct;

// Duties to do (docs/semantics.md, 7), exceptions (11) and powers (10).
internal sealed partial class Walk
{
    /// <summary>The first moment of a clause: in force, and <c>as from</c>.</summary>
    private Instant BeginningOf(Timing timing) => timing.From is { } from ? Instant.Max(Began, FirstMoment(from)) : Began;

    /// <summary>Opens what begins with the clause, or with a period of its cycle.</summary>
    private void Begin(Norm norm, Instant now)
    {
        if (norm is not { When: null, Sentence: { Act: DoAct, Modality: Modality.Must } sentence })
        {
            return;
        }

        if (sentence.Timing.Cycle is { } cycle)
        {
            BeginPeriod(norm, cycle, now);
        }
        else if (BeginningOf(sentence.Timing) == now)
        {
            Open(norm, Bindings.Empty, [], now, null);
        }
    }

    private void BeginPeriod(Norm norm, Cycle cycle, Instant now)
    {
        var periods = cycle switch
        {
            YearlyCycle yearly => [YearOf(calendar.DateOf(now).Year, yearly)],
            PeriodicCycle periodic => PeriodsOf(norm.Sentence.Timing, periodic),
            _ => throw new NotSupportedException(cycle.Text),
        };
        foreach (var (from, to) in periods.Where(p => p.From == now))
        {
            var name = NodaTime.Text.LocalDatePattern.Iso.Format(calendar.DateOf(from));
            foreach (var instance in InstancesOf(norm.Sentence, Bindings.Empty, [name], now))
            {
                if (IsLive(instance, to) && (cycle is YearlyCycle || IsLive(instance, from)))
                {
                    OpenInstance(norm, instance, from, from, to, null);
                }
            }
        }
    }

    private (Instant From, Instant To) YearOf(int year, YearlyCycle cycle)
    {
        var day = Math.Min(cycle.Day, NodaTime.CalendarSystem.Iso.GetDaysInMonth(year, cycle.Month));
        return (calendar.StartOf(new LocalDate(year, 1, 1)), calendar.EndOf(new LocalDate(year, cycle.Month, day)));
    }

    private IEnumerable<(Instant From, Instant To)> PeriodsOf(Timing timing, PeriodicCycle cycle)
    {
        var origin = timing.From is { } from ? FirstMoment(from) : Began;
        Instant Boundary(int k) => k == 0 ? origin
            : calendar.FirstInstant(origin, cycle.Length with { Amount = cycle.Length.Amount * k }, back: false);
        for (var k = 0; Boundary(k) <= horizon; k++)
        {
            yield return (Boundary(k), Boundary(k + 1) - InstantRange.Tick);
        }
    }

    private void NotePeriods(Norm norm)
    {
        if (norm.Sentence.Timing.Cycle is PeriodicCycle periodic)
        {
            foreach (var (from, _) in PeriodsOf(norm.Sentence.Timing, periodic))
            {
                Note(from);
            }
        }
        else if (norm.Sentence.Timing.Cycle is YearlyCycle)
        {
            for (var year = calendar.DateOf(Began).Year; calendar.StartOf(new LocalDate(year, 1, 1)) <= horizon; year++)
            {
                Note(calendar.StartOf(new LocalDate(year, 1, 1)));
            }
        }

        if (IsLasting(norm) || norm.Sentence.Timing is { Cycle: null } && norm.When is null)
        {
            Note(BeginningOf(norm.Sentence.Timing));
        }

        NoteQuotas(norm);
    }

    // ------------------------------------------------------------------------------------------------ opening

    private void OpenBy(Norm norm, Individual trigger, Instant now)
    {
        if (norm.When is not { } when)
        {
            return;
        }

        if (IsLasting(norm))
        {
            throw new NotSupportedException("a lasting duty with a trigger");
        }

        foreach (var env in Fits(when, trigger, Bindings.Empty, now))
        {
            Open(norm, env, [trigger.Name], now, trigger);
        }
    }

    private void Open(Norm norm, Bindings env, ImmutableArray<string> trigger, Instant now, Individual? by)
    {
        if (norm.Sentence.Modality == Modality.May)
        {
            return;
        }

        if (norm.Sentence is not { Modality: Modality.Must, Act: DoAct })
        {
            throw new NotSupportedException($"'{norm.Sentence.Text}' opened by an event");
        }

        foreach (var instance in InstancesOf(norm.Sentence, env, trigger, now))
        {
            var (from, to) = WindowOf(norm.Sentence.Timing, instance.Env, now, by);
            OpenInstance(norm, instance, now, from, to, by);
        }
    }

    private void OpenInstance(Norm norm, Instance instance, Instant now, Instant from, Instant to, Individual? by)
    {
        var isBinding = norm.Sentence.Timing.Cycle is YearlyCycle || IsLive(instance, now);
        if (!isBinding || to < Began || (norm.While is { } condition && !Holds(condition, instance.Env, now))
            || !opened.Add($"{norm.Path} {instance.Key} {(by is Breach ? by.Name : string.Empty)}"))
        {
            return;
        }

        var duty = new Duty(norm, instance, now, from, to);
        tracks.Add(duty);
        if (IsExcused(norm, instance, now, by))
        {
            duty.Enter(ClauseState.Excused, now);
            return;
        }

        Instant? done = chronicle.Events
            .Where(e => e.Start <= Instant.Min(now, horizon) && duty.IsInTime(e.Start) && Performs(norm, instance, e))
            .Select(e => (Instant?)e.Start)
            .FirstOrDefault();
        if (done is not null)
        {
            duty.Enter(ClauseState.Met, now);
        }
        else if (duty.CanBeCured || now > horizon)
        {
            duty.Enter(ClauseState.Open, now);
            NoteAfter(to);
        }
        else
        {
            Breached(duty, norm, now);
        }
    }

    /// <summary>Does an exception or <c>unless</c> hold? The sentences of the exceptions that do are opened.</summary>
    private bool IsExcused(Norm norm, Instance instance, Instant now, Individual? by)
    {
        var isExcused = norm.Sentence.Unless is { } unless && Holds(unless, instance.Env, now);
        foreach (var exception in norm.Exceptions)
        {
            isExcused |= Applies(exception, instance, now, by);
        }

        return isExcused;
    }

    private bool Applies(ClauseException exception, Instance instance, Instant now, Individual? by)
    {
        if (!Holds(exception.If, instance.Env, now))
        {
            return false;
        }

        if (Norm.Of(exception) is { } own)
        {
            Open(own, instance.Env, instance.Trigger, now, by);
        }
        else
        {
            foreach (var nested in exception.Exceptions)
            {
                Applies(nested, instance, now, by);
            }
        }

        return true;
    }

    // ------------------------------------------------------------------------------------------------ discharging and ending

    private bool Performs(Norm norm, Instance instance, Happening act) =>
        act.Start <= horizon
        && norm.Sentence.Act is DoAct toDo
        && Fits(toDo.Pattern, act, instance.Env, act.Start).Any()
        && IsBy(act, instance.Bearers);

    private bool IsBy(Happening act, ImmutableArray<string> bearers)
    {
        var authors = NamesIn(act, "by", act.Start) ?? throw new NotSupportedException($"who did {act.Name} is not reported");
        return bearers.All(b => authors.Any(a => a == b || (agreement.Vocabulary.Groups.ContainsKey(b) && IsMember(a, b, act.Start))));
    }

    private void Expire(Instant now)
    {
        foreach (var duty in tracks.OfType<Duty>().Where(d => d.State == ClauseState.Open && d.Due < now).ToArray())
        {
            Breached(duty, duty.Norm, duty.Due + InstantRange.Tick);
        }
    }

    private void EndDuties(Instant now)
    {
        foreach (var duty in tracks.OfType<Duty>().Where(d => d.State == ClauseState.Open && d.Norm.Sentence.Timing.Cycle is not YearlyCycle).ToArray())
        {
            if (LifeOf(duty.Instance, now) is var life and not Life.Live)
            {
                duty.Enter(EndOf(life), now);
            }
            else if (duty.Norm.While is { } condition && !Holds(condition, duty.Instance.Env, now))
            {
                duty.Enter(ClauseState.Lapsed, now);
            }
        }
    }

    private static void Discharge(Duty duty, Instant act)
    {
        if (duty.State == ClauseState.Open && duty.IsInTime(act))
        {
            duty.Enter(ClauseState.Met, act);
        }
        else if (duty.State == ClauseState.Breached && duty.CanBeCured && act > duty.Due)
        {
            duty.Enter(ClauseState.Cured, act);
        }
    }

    // ------------------------------------------------------------------------------------------------ powers

    private void UsePowers(Happening[] events, Instant now)
    {
        foreach (var norm in norms.Where(n => n.Sentence.Modality == Modality.Power && events.Length > 0))
        {
            if (norm.When is not null || norm.Sentence.Act is not DoAct)
            {
                throw new NotSupportedException("a power with a trigger");
            }

            foreach (var (act, instance) in events.SelectMany(e => InstancesOf(norm.Sentence, Bindings.Empty, [e.Name], now).Select(i => (e, i))))
            {
                if (Performs(norm, instance, act))
                {
                    Use(norm, instance, act, now);
                }
            }
        }
    }

    private void Use(Norm norm, Instance instance, Happening act, Instant now)
    {
        var bound = ((DoAct)norm.Sentence.Act).Pattern is var pattern ? Fits(pattern, act, instance.Env, now).First() : instance.Env;
        var timing = norm.Sentence.Timing;
        var (from, to) = WindowOf(timing, bound, now, null);
        var track = new Track(norm.Path, null, instance);
        tracks.Add(track);
        if (!IsLive(instance, now) || !IsInSpan(timing, now) || now < from || now > to || (norm.While is { } condition && !Holds(condition, bound, now)))
        {
            track.Enter(ClauseState.Void, now);
            return;
        }

        var effect = timing.Effective is { } effective ? Beginning(StampOf(effective, bound, now)) : now;
        track.Enter(ClauseState.Exercised, effect);
        if (agreement.Vocabulary.IsA(act.Kind, "withdrawal_notice") || agreement.Vocabulary.IsA(act.Kind, "suspension_notice"))
        {
            departures.AddRange(instance.Bearers.Select(b => (b, effect, agreement.Vocabulary.IsA(act.Kind, "withdrawal_notice"))));
            Note(effect);
        }
    }
}
