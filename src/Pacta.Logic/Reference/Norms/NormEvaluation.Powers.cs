using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Powers, and what clauses ask about each other (docs/semantics.md, 10 and 4).</summary>
internal sealed partial class NormEvaluation
{
    /// <summary>Why the author of an act no longer binds himself by its exercise; <see cref="Rest.None"/> of most acts.</summary>
    private Rest EffectOf(Fact act) =>
        Departures.IsWithdrawal(act.Kind, _agreement.Vocabulary) ? Rest.Withdrawn
        : Departures.IsSuspension(act.Kind, _agreement.Vocabulary) ? Rest.Suspended
        : Rest.None;

    private IEnumerable<InstanceResult> EvaluatePower(SentenceScope scope)
    {
        if (scope.Sentence.Act is not DoAct act)
        {
            yield break;
        }

        var clause = _agreement.Clauses.FirstOrDefault(c => c.Path == scope.Path);
        var root = RootOf(scope);
        if (root is { Fact: null })
        {
            yield break;
        }

        foreach (var bearer in LastingBearers(scope.Sentence.Subject with { Together = false }, scope))
        {
            foreach (var match in AnyBeneficiary(act.Pattern, bearer, root?.Fact))
            {
                if (match.Entity is not EventEntity { Fact: var fact } || Used(scope, clause, bearer, match, fact) is not { } result)
                {
                    continue;
                }

                yield return result;
            }
        }
    }

    /// <summary>A notice "to each other party" is one act of power, whomever it names.</summary>
    /// <param name="only">Only this one; null: any.</param>
    private IEnumerable<Match> AnyBeneficiary(Pattern pattern, Bearer bearer, Fact? only = null)
    {
        var open = pattern with { Roles = [.. pattern.Roles.Where(r => r.Argument is not EachArgument)] };
        return (only is null ? _evaluation.Matches(open, bearer.Binding, null) : _evaluation.MatchesOf(open, new EventEntity(only), bearer.Binding, null)).ToList()
            .Where(m => m.Entity is EventEntity e && ActedBy(e.Fact, bearer.Members[0]).Truth != Truth.False);
    }

    private InstanceResult? Used(SentenceScope scope, Clause? clause, Bearer bearer, Match match, Fact fact)
    {
        var time = _evaluation.TimeOf(fact);
        // What was done before there was a power is not its exercise.
        if (_evaluation.HasHappened(time).Truth == Truth.False
            || (scope.Opening is { } opened && (opened.Judged.Truth == Truth.False || _evaluation.NotBefore(time, opened.Point.Bare()).Truth == Truth.False)))
        {
            return null;
        }

        var trigger = (scope.Opening?.Ids ?? []).Add(fact.Id);
        var key = new InstanceKey(scope.Path, string.Empty, bearer.Name, string.Empty, string.Join(',', trigger));
        if (IsOutOfFocus(key))
        {
            return null;
        }

        var timing = scope.Sentence.Timing;
        var effective = timing.Effective is { } at ? _evaluation.Evaluate(at, match.Binding).AsBeginning(Calendar) : time.Range;
        // Whoever is suspended can still leave; whoever has left cannot leave again, whatever survives.
        var isLeaving = EffectOf(fact) != Rest.None;
        var alive = isLeaving
            ? _evaluation.InForce(time.Range).And(_evaluation.Absent(bearer.Name, Rest.Withdrawn, time.Range, JustBefore(time.Range)).Not())
            : _evaluation.Live(bearer.Members, null, time.Range, SurvivalOf(scope));
        var @while = While(scope, match.Binding, time.Range);
        var power = alive.And(@while).At(time.Causes);
        power = power.And(IsWithinTimes(timing, scope.Opening, match.Binding, time));
        var notes = new HashSet<FindingNote>();
        var excepted = Excused(scope, match.Binding, time.Range, notes);
        power = power.And(excepted.Not());

        var acted = match.Judged.And(ActedBy(fact, bearer.Members[0])).And(IsBearer(scope.Sentence.Subject, bearer, scope.Binding, time.Range)).Because(match.Judged.Why);
        if (acted.Truth == Truth.False)
        {
            return null;
        }

        var names = new[] { scope.Path.Split('/')[^1] };
        var survives = isLeaving ? [] : _evaluation.WhySurvives(bearer.Members, null, SurvivalOf(scope), time.Range);
        var used = Derivations.Make(DerivationCode.PowerUsed, Truth.True, [scope.Opening?.Judged.Why, acted.Why, .. survives, @while.Why, .. SetAsideBy(excepted)], [], names, scope.Sentence.Act.Text, bearer.Name);
        var lacking = Derivations.Make(DerivationCode.PowerLacking, Truth.True, [scope.Opening?.Judged.Why, acted.Why, @while.Why, .. ToldOf(excepted)], [], names, scope.Sentence.Act.Text, bearer.Name);
        var possible = Possible.If(
            acted,
            () => Possible.If(power, () => Possible.State(ClauseState.Exercised, used), () => Possible.State(ClauseState.Void, lacking)),
            () => Possible.State(ClauseState.Dormant, lacking));
        return new InstanceResult(
            key, [bearer.Name], false, bearer.IsUnknown, null, [.. trigger], null, possible, time.Range, timing.Effective is null ? null : effective,
            possible.Only is { } only ? [new StateChange(only, effective, possible.Why)] : [], [.. notes.Order()]);
    }

    /// <summary>A notice that takes effect at once comes before the change that it makes.</summary>
    private static InstantRange JustBefore(InstantRange at) => new(at.Earliest - InstantRange.Tick, at.Latest - InstantRange.Tick);

    /// <summary>Was a power used after its trigger and within the times of its sentence?</summary>
    private Judged IsWithinTimes(Timing timing, Opening? opening, Binding binding, FactTime time)
    {
        var since = opening ?? new Opening(Binding.Empty, Judged.True, time.Range, time.AsPoint(), []);
        var window = WindowOf(timing, since, binding);
        var begun = window.Beginnings.Concat(opening is null ? [] : [since.Point.Bare()]).Aggregate(since.Judged, (sum, b) => sum.And(_evaluation.NotBefore(time, b)));
        return window.Deadlines.Aggregate(begun, (sum, d) => sum.And(_evaluation.NotAfter(time, d))).And(_evaluation.Within(timing.From, timing.Until, time.Range, binding));
    }

    /// <summary>Withdrawals and suspensions by notice. They do not ask whether others have withdrawn: that would go round in a circle.</summary>
    public IEnumerable<Absence> NoticesOfAbsence() => _evaluation.Index.Reads is null && !AreThereNotices ? [] : FindNoticesOfAbsence();

    private bool AreThereNotices => Departures.Kinds.Any(k => _evaluation.Index.Events(k).Count > 0 || _evaluation.Index.Counts(k).Count > 0);

    private IEnumerable<Absence> FindNoticesOfAbsence()
    {
        foreach (var clause in _agreement.Clauses)
        {
            var rule = _evaluation.ReadingOf(clause.Name, clause.Readings).Content;
            var sentence = rule.Sentence;
            if (sentence is not { Modality: Modality.Power, Act: DoAct act } || !Departures.IsPower(clause, _agreement))
            {
                continue;
            }

            var asks = new Mentions(_agreement);
            asks.Add(rule.While);
            // What asks about other clauses is left out: it would go round in a circle.
            var @while = asks.Clauses.Count == 0 ? rule.While : null;
            asks.Add(sentence.Unless);
            foreach (var exception in clause.Exceptions)
            {
                asks.Add(exception);
            }

            var scope = asks.Clauses.Count == 0 ? new SentenceScope(clause.Path, sentence, rule.While, clause.Exceptions, null) : null;
            var triggers = clause.When is { Noun: not BreachNoun } when ? OpeningsOf(when).OfType<Opening>().ToList() : null;
            foreach (var actor in _evaluation.MembersOf(MemberNoun.Parties).Where(a => IsNamed(sentence.Subject, a.Name)))
            {
                var his = triggers?.Where(t => sentence.Subject.Names.All(n => n is not VariableArgument v || t.Binding[v.Variable] is not ActorEntity e || e.Name == actor.Name)).ToList();
                var bearer = new Bearer([actor], false, Binding.Empty.With(sentence.Subject.Each?.Variable, actor), Judged.True);
                foreach (var match in AnyBeneficiary(act.Pattern, bearer))
                {
                    if (match.Entity is not EventEntity { Fact: var fact } || EffectOf(fact) is not (not Rest.None and var kind))
                    {
                        continue;
                    }

                    var point = sentence.Timing.Effective is { } effective
                        ? _evaluation.Evaluate(effective, match.Binding)
                        : _evaluation.TimeOf(fact).AsPoint();
                    var judged = match.Judged
                        .And(ActedBy(fact, actor))
                        .And(IsBearer(sentence.Subject, bearer, Binding.Empty, _evaluation.TimeOf(fact).Range))
                        .And(@while is null ? Judged.True : _evaluation.Evaluate(@while, match.Binding, _evaluation.TimeOf(fact).Range))
                        .And(scope is null ? Judged.True : Excused(scope, match.Binding, _evaluation.TimeOf(fact).Range, null).Not())
                        .And(his is null ? Judged.True : his.Aggregate(Judged.False, (any, t) => any.Or(t.Judged.And(_evaluation.NotBefore(_evaluation.TimeOf(fact), t.Point.Bare())))))
                        .And(_evaluation.HasHappened(_evaluation.TimeOf(fact)))
                        .And(_evaluation.InForce(_evaluation.TimeOf(fact).Range))
                        .And(IsWithinTimes(sentence.Timing, null, match.Binding, _evaluation.TimeOf(fact)));
                    yield return new Absence(actor.Name, kind, null, null, point, judged, _evaluation.TimeOf(fact).Range);
                }
            }
        }
    }

    /// <summary>Where a sentence names who has the power, nobody else has it (docs/semantics.md, 10).</summary>
    private bool IsNamed(Subject subject, string actor) => subject.Each is not null || subject.Names.Any(n => n switch
    {
        ActorArgument { IsGroup: false } named => named.Name == actor,
        ActorArgument group => _evaluation.MembersOf(group.Name).Any(m => m.Name == actor),
        _ => true,
    });

    // ---- what clauses ask about each other

    private IReadOnlyList<InstanceResult> ResultsOf(string name)
    {
        var (focus, root, reads) = (_focus, _root, _evaluation.Index.Reads);
        (_focus, _root) = (null, null);
        reads?.Add(new ReadKey(ReadOf.Clause, name));
        var clause = _agreement.Clauses.FirstOrDefault(c => c.Name == name);
        var results = clause is null ? [] : reads?.During(() => Evaluate(clause), isShared: false).Result ?? Evaluate(clause);
        (_focus, _root) = (focus, root);
        return results;
    }

    /// <summary>Of the clause's own sentence, not of its exceptions and what follows <c>otherwise</c>.</summary>
    private IEnumerable<InstanceResult> OwnResultsOf(string name) => ResultsOf(name)
        .Where(r => _agreement.Clauses.Any(c => c.Name == name && c.Path == r.Key.Path));

    public IReadOnlyList<(BreachEntity Breach, Judged Judged)> BreachesOf(string clause)
    {
        var breaches = new List<(BreachEntity, Judged)>();
        foreach (var result in OwnResultsOf(clause))
        {
            var whole = _agreement.Clauses.First(c => c.Name == clause);
            var sentence = _evaluation.ReadingOf(clause, whole.Readings).Content.Sentence;
            foreach (var bearer in result.Bearers)
            {
                breaches.AddRange(BreachesBy(result).Select((b, i) =>
                {
                    var why = Derivations.Make(DerivationCode.BreachOf, b.Judged.Truth, [b.Judged.Why], [], [clause], clause, result.Key.Bearer);
                    return (new BreachEntity($"{BreachBy(result, whole, sentence, i) with { Clause = clause, About = string.Join(',', result.Trigger) }}", b.At, bearer), b.Judged.Because(why));
                }));
            }
        }

        return breaches;
    }

    public Judged ClauseIs(string clause, ClauseState state, InstantRange at)
    {
        var any = Judged.False;
        var pending = Judged.False;
        foreach (var result in OwnResultsOf(clause))
        {
            var (now, certain) = StateAt(result, at);
            any = any.Or(Is(s => s == state));
            pending = pending.Or(Is(s => s is ClauseState.Breached or ClauseState.Open));

            Judged Is(Func<ClauseState, bool> test) => certain
                ? Judged.Of(Kleene.Of(test(now)), [], result.Possible.Why)
                : result.Possible.States.Any(test) ? Judged.Of(Truth.Unknown, result.Possible.Causes, result.Possible.Why) : Judged.False;
        }

        return state == ClauseState.Met ? any.And(pending.Not()) : any;
    }

    private static (ClauseState State, bool Certain) StateAt(InstanceResult result, InstantRange at)
    {
        if (result.Possible.Only is null && !(result.DoubtfulFrom is { } from && at.Latest < from))
        {
            return (ClauseState.Dormant, false);
        }

        var state = ClauseState.Dormant;
        foreach (var change in result.Changes)
        {
            if (change.At.Latest <= at.Earliest)
            {
                state = change.State;
            }
            else if (change.At.Earliest <= at.Latest)
            {
                return (state, false);
            }
        }

        return (state, true);
    }

    /// <summary>
    /// The latest of the first moments at which the instances of a clause are kept or performed; after the horizon while one is missing
    /// (docs/semantics.md, 8).
    /// </summary>
    public Point FulfilmentOf(string clause)
    {
        var later = Horizon + InstantRange.Tick;
        var (earliest, latest) = ((Instant?)null, (Instant?)null);
        var causes = ImmutableHashSet<Cause>.Empty;
        foreach (var result in OwnResultsOf(clause).Where(r => r.Possible.Only is not (ClauseState.Dormant or ClauseState.Excused)))
        {
            var first = result.FirstKept ?? result.Changes.FirstOrDefault(c => c.State is ClauseState.Met or ClauseState.Cured)?.At;
            var mayBe = first is null && result.Possible.States.Any(s => s is ClauseState.Met or ClauseState.Cured);
            var isSure = first is { } known && known.Latest != Instant.MaxValue;
            causes = isSure && first is { IsExact: true } ? causes : causes.Union(mayBe || first is not null ? result.Possible.Causes : [Causes.NoFulfilment(clause)]);
            earliest = Latest(earliest, first?.Earliest ?? (mayBe ? result.Opened?.Earliest ?? Instant.MinValue : later));
            latest = Latest(latest, first?.Latest ?? Instant.MaxValue);
        }

        if (earliest is { } from && latest is { } to)
        {
            return to == Instant.MaxValue ? Point.NotBefore(from, causes) : Point.AtInstant(new InstantRange(from, to), causes);
        }

        var sentence = _agreement.Clauses.FirstOrDefault(c => c.Name == clause)?.Readings[0].Content.Sentence;
        return sentence is null or { Act: DoAct }
            ? Point.NotBefore(later, [Causes.NoFulfilment(clause)])
            : Point.AtInstant(BeginningOf(sentence.Timing, null, Binding.Empty), []);

        static Instant Latest(Instant? known, Instant other) => known is { } k && k > other ? k : other;
    }
}
