using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Direct;

// Counts in calendar periods (docs/semantics.md, 8).
internal sealed partial class Walk
{
    private static (AggregateTerm Term, LapseUnit Unit)? CountOf(Condition? condition) =>
        condition is CompareCondition { Left: AggregateTerm { Window: CalendarWindow period } term } ? (term, period.Unit)
        : condition is RangeCondition { Term: AggregateTerm { Window: CalendarWindow span } ranged } ? (ranged, span.Unit)
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
        var isLive = IsLive(norm.Path, instance, now);
        if (!_lasting.TryGetValue(key, out var found))
        {
            if (!MayBind(LifeOf(norm.Path, instance, now)))
            {
                return key;
            }

            var isCeiling = condition is CompareCondition { Relation: Relation.AtMost or Relation.LessThan };
            var isWhole = now == _calendar.StartOf(period);
            found = new Quota(norm, line, named, period, count.Unit, isCeiling)
            {
                Most = condition switch
                {
                    CompareCondition { Relation: Relation.Equal } exactly => at => Figure(exactly.Right, instance.Env, at),
                    RangeCondition range => at => Figure(range.High, instance.Env, at),
                    _ => null,
                },
                Holds = at => Holds(condition, instance.Env, at),
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
            quota.Enter(quota.State == ClauseState.Breached ? ClauseState.Breached : EndOf(LifeOf(norm.Path, instance, now)), now);
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
        else if (quota is { IsCeiling: false, Most: null, State: ClauseState.Open } && holds)
        {
            quota.Enter(ClauseState.Met, now);
        }
        else if (quota is { Most: { } most, State: ClauseState.Open } && quota.Count(now) > most(now))
        {
            Breached(quota, norm, now);
        }

        return key;
    }

    /// <summary>A minimum that was not reached when its period closed.</summary>
    private void CloseQuotas(Instant now)
    {
        var minimums = _tracks.OfType<Quota>().Where(q => q is { IsCeiling: false, State: ClauseState.Open });
        foreach (var quota in minimums.Where(q => q.Last(_calendar) < now).ToArray())
        {
            if (quota.Most is not null && quota.Holds(quota.Last(_calendar)))
            {
                quota.Enter(ClauseState.Met, now);
            }
            else if (IsWhollyLive(quota))
            {
                Breached(quota, quota.Norm, now);
            }
        }
    }

    private bool IsCurrent(Quota quota) => _calendar.StartOf(quota.Period) <= _horizon && _horizon <= quota.Last(_calendar);

    /// <summary>Also as far as can be foreseen.</summary>
    private bool IsWhollyLive(Quota quota) =>
        !quota.IsBroken && IsLive(quota.Path, quota.Instance, quota.Last(_calendar)) && IsInSpan(quota.Norm.Sentence.Timing, quota.Last(_calendar))
        && BearersOf(quota.Norm.Sentence.Subject, Bindings.Empty, quota.Last(_calendar)).Any(b => b.Bearers.SequenceEqual(quota.Instance.Bearers))
        && _agreement.Participations
            .Select(p => p.From is { } from ? FirstMoment(from) : Instant.MinValue)
            .Where(from => _horizon < from && from <= quota.Last(_calendar))
            .All(from => IsLive(quota.Path, quota.Instance, from));
}
