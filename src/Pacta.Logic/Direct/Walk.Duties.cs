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
    private Instant BeginningOf(Timing timing, Bindings? env = null) => timing.From is { } from ? Instant.Max(Began, FirstMoment(from, env)) : Began;

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
            YearlyCycle yearly => [YearOf(_calendar.DateOf(now).Year, yearly)],
            PeriodicCycle periodic => PeriodsOf(norm.Sentence.Timing, periodic),
            _ => throw new NotSupportedException(cycle.Text),
        };
        var beginning = BeginningOf(norm.Sentence.Timing);
        foreach (var (from, to, next) in periods.Where(p => Instant.Max(p.From, beginning) == now && p.To >= beginning && p.Next > _recordBegins))
        {
            var name = NameOf(_calendar.DateOf(from), cycle is YearlyCycle ? LapseUnit.Year : LapseUnit.Day);
            foreach (var instance in InstancesOf(norm.Sentence, Bindings.Empty, [name], now))
            {
                if (MayBind(LifeOf(norm.Path, instance, to)) && (cycle is YearlyCycle || MayBind(LifeOf(norm.Path, instance, from))))
                {
                    // A year that has begun before the clause did opens with the clause.
                    OpenInstance(norm, instance, now, from, to, null, next);
                }
            }
        }
    }

    private (Instant From, Instant To, Instant Next) YearOf(int year, YearlyCycle cycle)
    {
        var day = Math.Min(cycle.Day, NodaTime.CalendarSystem.Iso.GetDaysInMonth(year, cycle.Month));
        return (
            _calendar.StartOf(new LocalDate(year, 1, 1)),
            _calendar.EndOf(new LocalDate(year, cycle.Month, day)),
            _calendar.StartOf(new LocalDate(year + 1, 1, 1)));
    }

    private IEnumerable<(Instant From, Instant To, Instant Next)> PeriodsOf(Timing timing, PeriodicCycle cycle)
    {
        if ((timing.From ?? _agreement.EntryIntoForce) is not { } start)
        {
            yield break; // nobody says from when on
        }

        var origin = FirstMoment(start);
        Instant Boundary(int k) => k == 0 ? origin
            : _calendar.FirstInstant(origin, cycle.Length with { Amount = cycle.Length.Amount * k }, back: false);
        for (var k = 0; Boundary(k) <= _horizon; k++)
        {
            yield return (Boundary(k), Boundary(k + 1) - InstantRange.Tick, Boundary(k + 1));
        }
    }

    private void NotePeriods(Norm norm)
    {
        if (norm.Sentence.Timing.Cycle is PeriodicCycle periodic)
        {
            foreach (var (from, _, _) in PeriodsOf(norm.Sentence.Timing, periodic))
            {
                Note(from);
            }
        }
        else if (norm.Sentence.Timing.Cycle is YearlyCycle)
        {
            for (var year = _calendar.DateOf(Began).Year; _calendar.StartOf(new LocalDate(year, 1, 1)) <= _horizon; year++)
            {
                Note(_calendar.StartOf(new LocalDate(year, 1, 1)));
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

        if ((norm.When is not null && IsLasting(norm)) || norm.Sentence.Modality == Modality.Power)
        {
            if (now <= _horizon)
            {
                AddGround(norm, env, trigger, now);
            }

            return;
        }

        if (norm.Sentence is not { Modality: Modality.Must, Act: DoAct })
        {
            throw new NotSupportedException($"'{norm.Sentence.Text}' opened by an event");
        }

        if (norm.Sentence.Act is DoAct && Eaches.In(norm.Sentence.Act).Any(e => e.Pattern.Noun is DefinedNoun or KindNoun { Form: KindForm.Thing }))
        {
            throw new NotSupportedException($"'{norm.Sentence.Act.Text}': a duty to do about each thing");
        }

        foreach (var instance in InstancesOf(norm.Sentence, env, trigger, now))
        {
            var (from, to) = WindowOf(norm.Sentence.Timing, instance.Env, now, by);
            OpenInstance(norm, instance, now, from, to, by);
        }
    }

    private void OpenInstance(Norm norm, Instance instance, Instant now, Instant from, Instant to, Individual? by, Instant? next = null)
    {
        var life = norm.Sentence.Timing.Cycle is YearlyCycle ? Life.Live : LifeOf(norm.Path, instance, now);
        if ((norm.While is { } condition && !Holds(condition, instance.Env, now))
            || !_opened.Add($"{norm.Path} {instance.Key} {(by as Breach)?.Name} {(by as Breach)?.At}"))
        {
            return;
        }

        // A duty that does not bind, or was due before the agreement was in force: an exception's own duty, with its own due, still may bind.
        var isExcused = IsExcused(norm, instance, now, by);
        if ((to < now && IsNotYetInForce(to)) || !MayBind(life))
        {
            return;
        }

        var duty = new Duty(norm, instance, now, from, to, next);
        _tracks.Add(duty);
        if (life == Life.Suspended)
        {
            duty.Enter(ClauseState.Suspended, now);
            return;
        }

        if (isExcused)
        {
            duty.Enter(ClauseState.Excused, now);
            return;
        }

        var earlier = _chronicle.Events.Where(e => e.Start <= Instant.Min(now, _horizon) && duty.IsInTime(e.Start));
        if (earlier.Aggregate(false, (isDone, act) => isDone | duty.IsCompletedBy(act.Start, Performers(norm, instance, act))))
        {
            duty.Enter(ClauseState.Met, now);
        }
        else if (duty.HasTime || now > _horizon)
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

        // One to it without a sentence of its own undoes it; one with a sentence replaces its sentence.
        if (exception.Exceptions.Any(e => e.Sentence is null && Applies(e, instance, now, by)))
        {
            return false;
        }

        foreach (var replacing in exception.Exceptions.Where(e => e.Sentence is not null))
        {
            Applies(replacing, instance, now, by);
        }

        if (Norm.Of(exception) is { } own)
        {
            Open(own, instance.Env, instance.Trigger, now, by);
        }

        return true;
    }

    // ------------------------------------------------------------------------------------------------ discharging and ending

    private bool Performs(Norm norm, Instance instance, Happening act) => Performers(norm, instance, act).Any();

    /// <summary>Those of the bearers who did it with this act.</summary>
    private IEnumerable<string> Performers(Norm norm, Instance instance, Happening act) =>
        act.Start <= _horizon && norm.Sentence.Act is DoAct toDo && Fits(toDo.Pattern, act, instance.Env, act.Start).Any()
            ? instance.Bearers.Where(b => IsBy(act, b))
            : [];

    private bool IsBy(Happening act, string bearer)
    {
        var authors = NamesIn(act, "by", act.Start) ?? throw new NotSupportedException($"who did {act.Name} is not reported");
        return authors.Any(a => a == bearer || (IsGroup(bearer) && IsMember(a, bearer, act.Start)));
    }

    private void Expire(Instant now)
    {
        foreach (var duty in _tracks.OfType<Duty>().Where(d => d.State == ClauseState.Open && d.Due < now).ToArray())
        {
            if (duty.Norm.Sentence.Timing.Cycle is not null && LifeOf(duty.Path, duty.Instance, duty.Due) is var life and not Life.Live)
            {
                duty.Enter(EndOf(life), duty.Due + InstantRange.Tick);
                continue;
            }

            Breached(duty, duty.Norm, duty.Due + InstantRange.Tick);
        }
    }

    private void EndDuties(Instant now)
    {
        var open = _tracks.OfType<Duty>().Where(d => d.State == ClauseState.Open && d.Norm.Sentence.Timing.Cycle is null);
        foreach (var duty in open.ToArray())
        {
            if (LifeOf(duty.Path, duty.Instance, now) is var life and not Life.Live)
            {
                duty.Enter(life == Life.Suspended ? ClauseState.Suspended : ClauseState.Lapsed, now);
            }
            else if (duty.Norm.While is { } condition && !Holds(condition, duty.Instance.Env, now))
            {
                duty.Enter(ClauseState.Lapsed, now);
            }
        }
    }

    private void Discharge(Duty duty, Happening act)
    {
        var isOpen = duty.State == ClauseState.Open && duty.IsInTime(act.Start);
        var isLate = duty.State == ClauseState.Breached && duty.IsCuredBy(act.Start);
        if ((isOpen || isLate) && duty.IsCompletedBy(act.Start, Performers(duty.Norm, duty.Instance, act)))
        {
            duty.Enter(isOpen ? ClauseState.Met : ClauseState.Cured, act.Start);
        }
    }

    // ------------------------------------------------------------------------------------------------ powers

    private void UsePowers(Happening[] events, Instant now, bool isTriggered)
    {
        var powers = isTriggered
            ? _powers.SelectMany(n => _grounds.GetValueOrDefault(n.Path, []).Select(g => (Norm: n, Ground: g)))
            : _norms.Where(n => n.When is null && n.Sentence.Modality == Modality.Power).Select(n => (Norm: n, Ground: Ground.Always));
        foreach (var (norm, ground) in powers.ToArray())
        {
            if (norm.Sentence.Act is not DoAct)
            {
                throw new NotSupportedException($"'{norm.Sentence.Text}' as a power");
            }

            foreach (var (act, instance) in events.SelectMany(e => InstancesOf(norm.Sentence, ground.Env, ground.Trigger.Add(e.Name), now).Select(i => (e, i))))
            {
                if (Performs(norm, instance, act))
                {
                    Use(norm, ground, instance, act, now);
                }
            }
        }

        // Events come before changes of state: several powers can be used with one notice.
        _departures.AddRange(_leaving);
        _leaving.Clear();
    }

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private void Use(Norm norm, Ground ground, Instance instance, Happening act, Instant now)
    {
        var bound = ((DoAct)norm.Sentence.Act).Pattern is var pattern ? Fits(pattern, act, instance.Env, now).First() : instance.Env;
        var timing = norm.Sentence.Timing;
        var (from, to) = WindowOf(timing, bound, ground == Ground.Always ? now : ground.At, null);
        // A notice to several is one act of power, whomever it names; so is one that two bearers of a joint breach opened.
        if (!_used.Add($"{norm.Path} {instance.Key}"))
        {
            return;
        }

        var track = new Track(norm.Path, null, instance with { Beneficiary = null });
        _tracks.Add(track);
        var stamp = timing.Effective is { } effective ? StampOf(effective, bound, now) : StampOf(now);
        var effect = Beginning(stamp);
        // Whoever is suspended can still leave or suspend; whoever has left cannot, though the clause survives.
        var life = LifeOf(IsExit(act) ? null : norm.Path, instance with { Beneficiary = null }, now, isActing: true);
        var mayUse = life == Life.Live || (life == Life.Suspended && IsExit(act));
        if (!mayUse || !IsInSpan(timing, now, bound) || now < from || now > to || (norm.While is { } condition && !Holds(condition, bound, now))
            || IsExcused(norm, instance with { Env = bound }, now, act))
        {
            track.Enter(ClauseState.Void, effect);
            return;
        }

        track.Enter(ClauseState.Exercised, effect);
        if (IsExit(act))
        {
            _leaving.AddRange(instance.Bearers.Select(b => new Departure(b, effect, stamp, Departures.IsWithdrawal(act.Kind, _agreement.Vocabulary))));
            foreach (var survival in _agreement.Clauses.Select(c => c.Survival))
            {
                NoteEnd(survival.Withdrawal, stamp, effect);
            }

            if (effect > now)
            {
                Note(effect);
            }
        }
    }

    private bool IsExit(Happening act) => Departures.Is(act.Kind, _agreement.Vocabulary);
}
