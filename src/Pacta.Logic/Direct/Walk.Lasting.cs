using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Direct;

// Duties to keep (docs/semantics.md, 8).
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
        var life = LifeOf(norm.Path, instance, now);
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
            track.Enter(broken ? ClauseState.Breached : track.State == ClauseState.Cured ? ClauseState.Cured : EndOf(life), now);
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
            track.Enter(broken ? ClauseState.Breached : track.State == ClauseState.Cured ? ClauseState.Cured : ClauseState.Lapsed, now);
        }

        ((Keeping)track).Since = null;
    }

    private bool IsAboutThingGone(Norm norm, Instance instance, Instant now) =>
        Eaches.In(norm.Sentence.Act).Any(each => instance.Env.Find(KeyOf(each)) is Lasting thing
            && (!thing.IsThere(now) || !Fits(each.Pattern, thing, instance.Env, now).Any()));

    /// <summary>A minimum in a sliding window is kept until a whole window has passed, and is counted with its first day.</summary>
    private bool IsKept(Norm norm, Condition condition, Instance instance, string key, Instant now)
    {
        if (condition is AnyCondition any)
        {
            return any.Operands.Select(o => IsKept(norm, o, instance, key, now)).ToArray().Contains(true);
        }

        if (condition is AllCondition all && !all.Operands.Any(o => o is ThereCondition))
        {
            return all.Operands.Select(o => IsKept(norm, o, instance, key, now)).ToArray().All(kept => kept);
        }

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
}
