using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Direct;

// Duties to keep (docs/semantics.md, 8) and prohibitions (9).
internal sealed partial class Walk
{
    /// <summary>What opened a lasting duty or a power, and since when.</summary>
    private sealed record Ground(Bindings Env, ImmutableArray<string> Trigger, Instant At)
    {
        public static readonly Ground Always = new(Bindings.Empty, [], Instant.MinValue);
    }

    private readonly Dictionary<string, List<Ground>> _grounds = new(StringComparer.Ordinal);

    private void AddGround(Norm norm, Bindings env, ImmutableArray<string> trigger, Instant now)
    {
        if (!_grounds.TryGetValue(norm.Path, out var grounds))
        {
            _grounds.Add(norm.Path, grounds = []);
        }

        grounds.Add(new Ground(env, trigger, now));
        if (norm.Sentence.Timing.From is { } from)
        {
            Note(FirstMoment(from, env));
        }

        NoteAfter(LastDay(norm.Sentence.Timing.Until, env));
    }

    /// <summary>What was opened at this instant is looked at once more; its breaches may open others.</summary>
    private void LookAtGrounds(Happening[] events, Instant now)
    {
        int known;
        do
        {
            known = _grounds.Values.Sum(g => g.Count);
            foreach (var norm in _norms.Where(n => n.When is not null))
            {
                Look(norm, now);
                Watch(norm, events, now);
            }

            OpenByBreaches(now);
        }
        while (_grounds.Values.Sum(g => g.Count) > known);

        UsePowers(events, now, isTriggered: true);
    }

    private static bool IsLasting(Norm norm) => norm.Sentence.Act is KeepAct or HaveAct || norm.Sentence.Modality == Modality.MustNot;

    /// <summary>Looks at what is to be kept.</summary>
    private void Look(Norm norm, Instant now)
    {
        if (norm.Sentence.Act is DoAct || norm.Sentence.Modality is Modality.May or Modality.Power)
        {
            return;
        }

        Look(norm, norm.When is null ? [Ground.Always] : _grounds.GetValueOrDefault(norm.Path, []), now);
        if (norm.When is not null && norm.Exceptions.Any(e => e.Sentence is not null))
        {
            throw new NotSupportedException("what is to be kept instead, with a trigger");
        }

        LookInstead(norm.Sentence.Subject, [norm.Sentence.Timing], norm.While, norm.Exceptions, [], now);
    }

    /// <param name="grounds">What the variables may stand for from outside; empty where the sentence does not bind now.</param>
    private void Look(Norm norm, IEnumerable<Ground> grounds, Instant now)
    {
        HashSet<string> seen = [];
        foreach (var ground in grounds.Where(g => now >= BeginningOf(norm.Sentence.Timing, g.Env) && IsInSpan(norm.Sentence.Timing, now, g.Env)))
        {
            foreach (var instance in InstancesOf(norm.Sentence, ground.Env, ground.Trigger, now))
            {
                if (norm.While is { } condition && !Holds(condition, instance.Env, now))
                {
                    continue;
                }

                foreach (var (line, kept) in LinesOf(norm))
                {
                    seen.Add(LookAt(norm, line, kept, instance, now));
                }
            }
        }

        foreach (var (key, track) in _lasting.Where(l => l.Value.Path == norm.Path && l.Value is not Ban && !seen.Contains(l.Key)))
        {
            Leave(norm, track, now);
        }
    }

    /// <summary>As long as an exception applies, its own sentence is to be kept; what it calls for once opens when it begins to apply.</summary>
    private void LookInstead(
        Subject subject,
        ImmutableArray<Timing> timings,
        Condition? @while,
        ImmutableArray<ClauseException> exceptions,
        ImmutableArray<ClauseException> above,
        Instant now)
    {
        foreach (var exception in exceptions)
        {
            var all = above.Add(exception);
            if (Norm.Of(exception) is not { } own)
            {
                LookInstead(subject, timings, @while, exception.Exceptions, all, now);
                continue;
            }

            var grounds = BearersOf(subject, Bindings.Empty, now)
                .Where(_ => timings.All(t => now >= BeginningOf(t) && IsInSpan(t, now)))
                .Where(b => (@while is null || Holds(@while, b.Env, now)) && all.All(e => IsOn(e, b.Env, now)))
                .ToArray();
            if (!IsLasting(own))
            {
                OpenInstead(own, grounds, now);
                continue;
            }

            if (own.Sentence.Act is DoAct)
            {
                throw new NotSupportedException("a prohibition as the exception to a duty to keep");
            }

            Look(own, grounds.Select(g => new Ground(g.Env, [], Instant.MinValue)), now);
            LookInstead(own.Sentence.Subject.Each is null ? subject : own.Sentence.Subject, timings.Add(own.Sentence.Timing), @while, exception.Exceptions, all, now);
        }
    }

    private void OpenInstead(Norm own, (ImmutableArray<string> Bearers, Bindings Env)[] grounds, Instant now)
    {
        var applying = grounds.Where(_ => now >= BeginningOf(own.Sentence.Timing)).ToDictionary(g => string.Join('+', g.Bearers), g => g.Env, StringComparer.Ordinal);
        foreach (var (who, env) in applying.Where(a => !_applying.Contains((own.Path, a.Key))))
        {
            Open(own, env, [LabelOf(now)], now, null);
        }

        _applying.RemoveWhere(a => a.Path == own.Path);
        _applying.UnionWith(applying.Keys.Select(who => (own.Path, who)));
    }

    private readonly HashSet<(string Path, string Who)> _applying = [];

    /// <summary>Does <c>unless</c> or an exception hold at this moment?</summary>
    private bool IsLifted(Norm norm, Bindings env, Instant now) =>
        (norm.Sentence.Unless is { } unless && Holds(unless, env, now)) || norm.Exceptions.Any(e => IsOn(e, env, now));

    private bool IsOn(ClauseException exception, Bindings env, Instant now) =>
        Holds(exception.If, env, now) && !exception.Exceptions.Any(e => e.Sentence is null && IsOn(e, env, now));

    private string LabelOf(Instant now) => now == _calendar.StartOf(_calendar.DateOf(now))
        ? NodaTime.Text.LocalDatePattern.Iso.Format(_calendar.DateOf(now))
        : NodaTime.Text.LocalDateTimePattern.ExtendedIso.Format(now.InZone(_calendar.Zone).LocalDateTime);

    private static IEnumerable<(string? Line, Condition? Condition)> LinesOf(Norm norm) => norm.Sentence.Act switch
    {
        KeepAct { Lines: [var only] } => [(null, only)],
        KeepAct keep => keep.Lines.Select(l => ((string?)l.Text, (Condition?)l)),
        _ => [(null, null)],
    };

    private string LookAt(Norm norm, string? line, Condition? condition, Instance instance, Instant now)
    {
        if (CountOf(condition) is { } count)
        {
            return LookAtQuota(norm, line, condition!, count, instance, now);
        }

        var key = $"{norm.Path} {line} {instance.Key}";
        var life = LifeOf(instance, now);
        var isKept = false;
        var isExcused = false;
        if (life == Life.Live)
        {
            (isKept, isExcused) = condition is null
                ? HasNone(norm, instance, now)
                : (IsKept(norm, condition, instance, key, now), IsLifted(norm, instance.Env, now));
        }

        if (!_lasting.TryGetValue(key, out var track))
        {
            if (!MayBind(life))
            {
                return key;
            }

            track = new Keeping(norm, line, instance);
            _lasting.Add(key, track);
            _tracks.Add(track);
        }

        var broken = track.State == ClauseState.Breached;
        ((Keeping)track).Since = life != Life.Live ? null : ((Keeping)track).Since ?? Instant.Max(now, _recordBegins);
        if (life != Life.Live)
        {
            track.Enter(broken ? ClauseState.Breached : EndOf(life), now);
        }
        else if (isKept || isExcused)
        {
            track.Enter(broken || track.State == ClauseState.Cured ? ClauseState.Cured : ClauseState.Met, now);
        }
        else if (!broken)
        {
            Breached(track, norm, now);
        }

        return key;
    }

    /// <summary>A thing that must not be there: no thing that no exception allows.</summary>
    private (bool IsKept, bool IsExcused) HasNone(Norm norm, Instance instance, Instant now)
    {
        var pattern = ((HaveAct)norm.Sentence.Act).Pattern;
        var had = Described(pattern, instance.Env, now)
            .Where(d => pattern.Roles.Any(r => r.Preposition == "of") || IsOf(d.Individual, instance.Bearers, now))
            .ToArray();
        if (norm.Sentence.Modality == Modality.Must)
        {
            return (had.Length > 0, had.Length == 0 && IsLifted(norm, instance.Env, now));
        }

        var allowed = had.Where(d => IsLifted(norm, d.Env, now)).ToArray();
        if (had.Length == 0)
        {
            var usesVariable = pattern.Variable is not null;
            return (true, !usesVariable && IsLifted(norm, instance.Env, now));
        }

        return (had.Length == allowed.Length, had.Length == allowed.Length);
    }

    private bool IsOf(Individual thing, ImmutableArray<string> bearers, Instant at)
    {
        var owners = NamesIn(thing, "of", at) ?? throw new NotSupportedException($"whose {thing.Name} is is not reported");
        return owners.Any(o => bearers.Any(b => o == b || (IsGroup(b) && IsMember(o, b, at))));
    }

    /// <summary>The bearer is no longer one of those bound, or the thing is no longer there.</summary>
    private void Leave(Norm norm, Track track, Instant now)
    {
        if (track is Quota quota)
        {
            if (now <= quota.Last(_calendar))
            {
                quota.HasCount |= quota.Count(now) > 0;
                quota.IsBroken = true;
                quota.Enter(quota.State == ClauseState.Breached ? ClauseState.Breached : ClauseState.Lapsed, now);
            }

            return;
        }

        var broken = track.State == ClauseState.Breached;
        if (IsAboutThingGone(norm, track.Instance, now))
        {
            // The thing is gone or is no longer the bearer's: that ends a breach.
            track.Enter(broken ? ClauseState.Cured : track.State!.Value, now);
        }
        else
        {
            track.Enter(broken ? ClauseState.Breached : ClauseState.Lapsed, now);
        }

        ((Keeping)track).Since = null;
    }

    private bool IsAboutThingGone(Norm norm, Instance instance, Instant now) =>
        Eaches.In(norm.Sentence.Act).Any(each => instance.Env.Find(KeyOf(each)) is Lasting thing
            && (!thing.IsThere(now) || !Fits(each.Pattern, thing, instance.Env, now).Any()));

    /// <summary>A minimum in a sliding window is kept until a whole window has passed, and is counted with its first day.</summary>
    private bool IsKept(Norm norm, Condition condition, Instance instance, string key, Instant now)
    {
        if (condition is not CompareCondition { Relation: Relation.AtLeast or Relation.MoreThan, Left: AggregateTerm { Window: SlidingWindow window } count } compare)
        {
            return Holds(condition, instance.Env, now);
        }

        if (!_lasting.TryGetValue(key, out var track))
        {
            track = new Keeping(norm, null, instance);
        }

        var since = ((Keeping)track).Since ?? Instant.Max(now, _recordBegins);
        var last = window.Calendar ? Instant.MaxValue : _calendar.LastInstant(since, window.Length, back: false);
        if (last >= now)
        {
            NoteAfter(last);
        }

        var isPassed = window.Calendar ? PeriodsBack(now, window.Length) >= since : last < now;
        return !isPassed || Compare(Aggregated(count, instance.Env, now, isClosed: true), compare.Relation, Figure(compare.Right, instance.Env, now));
    }

    private Instant PeriodsBack(Instant now, Lapse length) =>
        _calendar.StartOf(NextPeriod(PeriodStart(_calendar.DateOf(now), length.Unit), length.Unit, -length.Amount));

    // ------------------------------------------------------------------------------------------------ counts in calendar periods

    private static (AggregateTerm Term, LapseUnit Unit)? CountOf(Condition? condition) =>
        condition is CompareCondition { Left: AggregateTerm { Window: CalendarWindow period } term } ? (term, period.Unit)
        : condition is not null && Windows.InCondition(condition).OfType<CalendarWindow>().Any()
            ? throw new NotSupportedException($"'{condition.Text}' as a count in a calendar period")
        : null;

    private void NoteQuotas(Norm norm)
    {
        foreach (var (_, condition) in LinesOf(norm))
        {
            if (CountOf(condition) is not { } count)
            {
                continue;
            }

            var start = PeriodStart(_calendar.DateOf(Began), count.Unit);
            while (_calendar.StartOf(start) <= _horizon)
            {
                Note(_calendar.StartOf(start));
                start = NextPeriod(start, count.Unit);
            }
        }
    }

    private string LookAtQuota(
        Norm norm, string? line, Condition condition, (AggregateTerm Term, LapseUnit Unit) count, Instance instance, Instant now)
    {
        if (norm.Sentence.Unless is not null || norm.Exceptions.Length > 0)
        {
            throw new NotSupportedException("a count in a calendar period with exceptions");
        }

        var period = PeriodStart(_calendar.DateOf(now), count.Unit);
        if (_calendar.StartOf(NextPeriod(period, count.Unit)) <= _recordBegins)
        {
            return string.Empty;
        }

        var named = instance with { Trigger = instance.Trigger.Add(NameOf(period, count.Unit)) };
        var key = $"{norm.Path} {line} {named.Key}";
        var isLive = IsLive(instance, now);
        if (!_lasting.TryGetValue(key, out var found))
        {
            if (!MayBind(LifeOf(instance, now)))
            {
                return key;
            }

            var isCeiling = condition is CompareCondition { Relation: Relation.AtMost or Relation.LessThan };
            var isWhole = now == _calendar.StartOf(period);
            found = new Quota(norm, line, named, period, count.Unit, isCeiling)
            {
                Count = at => Aggregated(count.Term, instance.Env, at),
                IsBroken = !isWhole,
            };
            _lasting.Add(key, found);
            _tracks.Add(found);
            found.Enter(!isLive ? ClauseState.Suspended : isCeiling ? ClauseState.Met : ClauseState.Open, now);
            NoteAfter(((Quota)found).Last(_calendar));
        }

        var quota = (Quota)found;
        quota.HasCount |= quota.Count(now) > 0;
        quota.IsBroken |= !isLive;
        quota.WasLive |= isLive;
        if (!isLive)
        {
            quota.Enter(quota.State == ClauseState.Breached ? ClauseState.Breached : EndOf(LifeOf(instance, now)), now);
            return key;
        }

        if (quota.State is ClauseState.Lapsed or ClauseState.Suspended or ClauseState.Dormant)
        {
            quota.Enter(quota.IsCeiling ? ClauseState.Met : ClauseState.Open, now);
        }

        var holds = Holds(condition, instance.Env, now);
        if (quota.IsCeiling && !holds && quota.State == ClauseState.Met)
        {
            Breached(quota, norm, now);
        }
        else if (!quota.IsCeiling && holds && quota.State == ClauseState.Open)
        {
            quota.Enter(ClauseState.Met, now);
        }

        return key;
    }

    /// <summary>A minimum that was not reached when its period closed.</summary>
    private void CloseQuotas(Instant now)
    {
        var minimums = _tracks.OfType<Quota>().Where(q => q is { IsCeiling: false, State: ClauseState.Open });
        foreach (var quota in minimums.Where(q => q.Last(_calendar) < now).ToArray())
        {
            if (IsWhollyLive(quota))
            {
                Breached(quota, quota.Norm, now);
            }
        }
    }

    private bool IsCurrent(Quota quota) => _calendar.StartOf(quota.Period) <= _horizon && _horizon <= quota.Last(_calendar);

    /// <summary>Also as far as can be foreseen.</summary>
    private bool IsWhollyLive(Quota quota) =>
        !quota.IsBroken && IsLive(quota.Instance, quota.Last(_calendar)) && IsInSpan(quota.Norm.Sentence.Timing, quota.Last(_calendar))
        && BearersOf(quota.Norm.Sentence.Subject, Bindings.Empty, quota.Last(_calendar)).Any(b => b.Bearers.SequenceEqual(quota.Instance.Bearers))
        && _agreement.Participations
            .Select(p => p.From is { } from ? FirstMoment(from) : Instant.MinValue)
            .Where(from => _horizon < from && from <= quota.Last(_calendar))
            .All(from => IsLive(quota.Instance, from));

    // ------------------------------------------------------------------------------------------------ prohibitions

    /// <summary>Each act that was not to be done is a breach of its own.</summary>
    private void Watch(Norm norm, Happening[] events, Instant now)
    {
        if (norm.Sentence is not { Modality: Modality.MustNot, Act: DoAct act })
        {
            return;
        }

        var grounds = norm.When is null ? [Ground.Always] : _grounds.GetValueOrDefault(norm.Path, []);
        HashSet<string> seen = [];
        foreach (var instance in grounds
            .Where(g => now >= BeginningOf(norm.Sentence.Timing, g.Env) && IsInSpan(norm.Sentence.Timing, now, g.Env))
            .SelectMany(g => InstancesOf(norm.Sentence, g.Env, g.Trigger, now))
            .ToArray())
        {
            var ban = BanOf(norm, instance, now);
            seen.Add(ban.Instance.Key);
            if (!IsLive(instance, now))
            {
                continue;
            }

            foreach (var happening in events.Where(e => Performs(norm, instance, e)))
            {
                var env = Fits(act.Pattern, happening, instance.Env, now).First();
                if (norm.While is { } condition && !Holds(condition, env, now))
                {
                    continue;
                }

                ban.HasActs = true;
                Forbid(norm, instance with { Trigger = instance.Trigger.Add(happening.Name), Env = env }, happening, now);
            }
        }

        foreach (var ban in _lasting.Values.OfType<Ban>().Where(b => b.Path == norm.Path && b.State is not null && !seen.Contains(b.Instance.Key)))
        {
            ban.Enter(ClauseState.Lapsed, now);
        }
    }

    /// <summary>The single finding of a bearer who did nothing of the kind.</summary>
    private Ban BanOf(Norm norm, Instance instance, Instant now)
    {
        var bearer = new Instance(instance.Bearers, null, instance.Trigger, Bindings.Empty);
        var key = $"{norm.Path} {bearer.Key}";
        if (!_lasting.TryGetValue(key, out var ban))
        {
            ban = new Ban(norm, bearer);
            _lasting.Add(key, ban);
            _tracks.Add(ban);
        }

        var life = LifeOf(bearer, now);
        if (MayBind(life) || ban.State is not null)
        {
            ban.Enter(life == Life.Live ? ClauseState.Met : EndOf(life), now);
        }

        return (Ban)ban;
    }

    private readonly HashSet<string> _forbidden = new(StringComparer.Ordinal);

    private void Forbid(Norm norm, Instance instance, Happening act, Instant now)
    {
        if (!_forbidden.Add($"{norm.Path} {instance.Key}"))
        {
            return; // seen at this instant already
        }

        var track = new Track(norm.Path, null, instance);
        _tracks.Add(track);
        if (IsExcused(norm, instance, now, act))
        {
            track.Enter(ClauseState.Excused, now);
        }
        else
        {
            Breached(track, norm, now);
        }
    }
}
