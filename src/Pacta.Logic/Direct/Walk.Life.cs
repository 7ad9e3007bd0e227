using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Logic.Direct;

/// <summary>Whether the agreement binds somebody at a moment.</summary>
internal enum Life
{
    Before,
    Live,
    Suspended,
    Withdrawn,
    Over,
}

// When the agreement binds (docs/semantics.md, 5).
internal sealed partial class Walk
{
    /// <summary>Those who left or suspended by using a power.</summary>
    private readonly List<Departure> _departures = [];

    private readonly List<Departure> _leaving = [];

    /// <summary>First and last instants in force.</summary>
    private readonly List<(Instant From, Instant To)> _inForce = [];

    /// <summary>When duties without a trigger begin; a text that never entered into force is judged from the beginning of the record on.</summary>
    private Instant Began => Bound != Instant.MinValue ? Bound : _recordBegins == Instant.MinValue ? _horizon : Instant.Min(_recordBegins, _horizon);

    /// <summary>The first instant in force.</summary>
    private Instant Bound => _inForce.Min(s => s.From);

    private void ReadForce()
    {
        var isTreatedAsInForce = _agreement is { EntryIntoForce: null, ProvisionalFrom: null, Status.Standing: Standing.Proposal or Standing.Oral };
        if (isTreatedAsInForce)
        {
            _inForce.Add((Instant.MinValue, LastDay(_agreement.Expiry)));
        }

        if (_agreement.ProvisionalFrom is { } provisional)
        {
            _inForce.Add((FirstMoment(provisional), LastDay(_agreement.ProvisionalUntil)));
        }

        if (_agreement.EntryIntoForce is { } entry)
        {
            _inForce.Add((FirstMoment(entry), LastDay(_agreement.Expiry)));
        }

        if (_inForce.Count == 0)
        {
            throw new NotSupportedException("an agreement without an entry into force");
        }
    }

    private Instant FirstMoment(TimeExpression time, Bindings? env = null) => Beginning(StampOf(time, env ?? Bindings.Empty, Instant.MinValue));

    private Instant LastDay(TimeExpression? time, Bindings? env = null) =>
        time is null ? Instant.MaxValue : Deadline(StampOf(time, env ?? Bindings.Empty, Instant.MinValue));

    /// <param name="path">Of the sentence that may survive; null: nothing does.</param>
    private Life LifeOf(string? path, Instance instance, Instant at, bool isActing = false)
    {
        // All of a joint duty's members must be bound, and the beneficiary; leaving goes before suspending.
        var survival = SurvivalOf(path);
        var lives = instance.Bearers.Concat(instance.Beneficiary is { } to ? [to] : []).Select(b => LifeOf(b, at, survival, isActing)).ToArray();
        return lives.Contains(Life.Withdrawn) ? Life.Withdrawn
            : !IsInForce(at) && !IsAfterlife(survival, at) ? (IsNotYetInForce(at) ? Life.Before : Life.Over)
            : lives.Contains(Life.Suspended) ? Life.Suspended : Life.Live;
    }

    private bool IsInForce(Instant at) => _inForce.Any(s => s.From <= at && at <= s.To);

    /// <summary>Not in force, and yet to enter: also between provisional application and entry into force.</summary>
    private bool IsNotYetInForce(Instant at) => !IsInForce(at) && _inForce.Any(s => at < s.From);

    /// <param name="isActing">An act comes before the departures of its own instant.</param>
    private Life LifeOf(string who, Instant at, Survival survival, bool isActing)
    {
        var life = Life.Live;
        foreach (var participation in _agreement.Participations)
        {
            var isConcerned = participation.By.Any(n => n == who || (IsGroup(n) && IsMember(who, n, at)));
            if (isConcerned
                && (participation.From is not { } from || FirstMoment(from) <= at)
                && at <= LastDay(participation.Until)
                && !(participation is { IsWithdrawn: true, From: { } left } && IsOutlived(survival, StampOf(left, Bindings.Empty, Instant.MinValue), at)))
            {
                life = participation.IsWithdrawn ? Life.Withdrawn : life == Life.Live ? Life.Suspended : life;
            }
        }

        foreach (var departure in _departures.Where(d => d.Who == who && (isActing ? d.At < at : d.At <= at) && !(d.IsWithdrawal && IsOutlived(survival, d.Effect, at))))
        {
            life = departure.IsWithdrawal ? Life.Withdrawn : life == Life.Live ? Life.Suspended : life;
        }

        return life;
    }

    /// <summary>Live, or live again some day.</summary>
    private static bool MayBind(Life life) => life is Life.Live or Life.Suspended;

    private bool IsLive(string path, Instance instance, Instant at) => LifeOf(path, instance, at) == Life.Live;

    private static ClauseState EndOf(Life life) => life switch
    {
        Life.Suspended => ClauseState.Suspended,
        Life.Before => ClauseState.Dormant,
        _ => ClauseState.Lapsed,
    };

    private bool IsInSpan(Timing timing, Instant at, Bindings? env = null) =>
        (timing.From is not { } from || FirstMoment(from, env) <= at) && at <= LastDay(timing.Until, env);

    // ------------------------------------------------------------------------------------------------ who is bound

    private IEnumerable<(ImmutableArray<string> Bearers, Bindings Env)> BearersOf(Subject subject, Bindings env, Instant at)
    {
        (string Name, Bindings Env)[] all = subject.Each is { } each
            ? [.. People(each.Noun, at).SelectMany(p => Fits(each, p, env, at).Take(1).Select(e => (p.Name, e.With(NamedBy(each.Variable), p))))]
            : [.. subject.Names.SelectMany(n => Named(n, env, at)).Select(n => (n, env))];
        // A variable of the trigger binds parties only; one whom the clause names by a noun is bound as such.
        if (subject.Names.Any(n => n is VariableArgument v && env.Find(NamedBy(v.Variable)!) is null) && all.Any(a => !PartiesAt(at).Contains(a.Name)))
        {
            return [];
        }

        if (!subject.Together)
        {
            return all.Select(a => (ImmutableArray.Create(a.Name), a.Env));
        }

        return all.Length == 0 ? [] : [([.. all.Select(a => a.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], env)];
    }

    private static string? NamedBy(string? variable) => variable is null ? null : "named " + variable;

    private IEnumerable<string> Named(Argument argument, Bindings env, Instant at)
    {
        if (argument is PatternArgument nested)
        {
            return People(nested.Pattern.Noun, at).Where(p => Fits(nested.Pattern, p, env, at).Any()).Select(p => p.Name);
        }

        var name = Individual(argument, env).Name;
        return IsGroup(name) ? Flattened(name, at) : [name];
    }

    /// <summary>Every way to fill a sentence at a moment: bearers times the members of each <c>each</c>.</summary>
    private IEnumerable<Instance> InstancesOf(Sentence sentence, Bindings env, ImmutableArray<string> trigger, Instant at)
    {
        foreach (var (bearers, bound) in BearersOf(sentence.Subject, env, at))
        {
            IEnumerable<(Bindings Env, ImmutableArray<string> Trigger)> ways = [(bound, trigger)];
            foreach (var each in Eaches.In(sentence.Act))
            {
                ways = ways.SelectMany(way =>
                    from member in MembersOf(each, way.Env, bearers, at)
                    select (
                        member.Env.With(KeyOf(each), member.Who),
                        member.Who is Someone ? way.Trigger : way.Trigger.Add(member.Who.Name))).ToArray();
            }

            foreach (var way in ways)
            {
                yield return new Instance(bearers, BeneficiaryOf(sentence.Act, way.Env), way.Trigger, way.Env);
            }
        }
    }

    private IEnumerable<(Individual Who, Bindings Env)> MembersOf(EachArgument each, Bindings env, ImmutableArray<string> bearers, Instant at) =>
        from individual in Candidates(each.Pattern.Noun, at)
        where !each.Other || !bearers.Contains(individual.Name)
        from fitting in Fits(each.Pattern, individual, env, at).Take(1)
        select (individual, fitting);

    private string? BeneficiaryOf(Act act, Bindings env)
    {
        var to = (act as DoAct)?.Pattern.Roles.FirstOrDefault(r => r.Preposition == "to")?.Argument;
        return to switch
        {
            ActorArgument { IsGroup: false } actor => actor.Name,
            VariableArgument variable => env.Find(variable.Variable) switch
            {
                Someone someone => someone.Name,
                // What is given to a request is owed to its author.
                Happening happening => NamesIn(happening, "by", happening.Start) is [var author] ? author : null,
                _ => null,
            },
            EachArgument each => (env.Find(KeyOf(each)) as Someone)?.Name,
            _ => null,
        };
    }
}
