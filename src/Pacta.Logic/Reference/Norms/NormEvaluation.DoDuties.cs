using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Duties to do (docs/semantics.md, 7).</summary>
internal sealed partial class NormEvaluation
{
    private IEnumerable<InstanceResult> EvaluateDo(SentenceScope scope)
    {
        foreach (var opening in DoOpenings(scope))
        {
            if (!IsInSpan(scope.Sentence.Timing, opening))
            {
                continue;
            }

            foreach (var bearer in BearersOf(scope.Sentence.Subject, opening.Binding, opening.At, ClauseOf(scope)))
            {
                var noted = false;
                foreach (var (binding, filled) in FillEach(scope.Sentence, bearer, bearer.Binding, opening.At))
                {
                    if (EvaluateDo(scope, opening, bearer, binding, filled) is { } result)
                    {
                        yield return result;
                    }

                    noted = true;
                }

                if (noted && !scope.Exceptions.IsEmpty)
                {
                    foreach (var result in EvaluateExceptions(scope, bearer.Binding, opening))
                    {
                        yield return result;
                    }
                }
            }
        }
    }

    private Clause? ClauseOf(SentenceScope scope) => _evaluation.Text.ClauseOf(scope.Path);

    /// <summary>What the clause survives in which a sentence stands, its exceptions and what follows its breach included.</summary>
    private Survival SurvivalOf(SentenceScope scope) => ClauseOf(scope)?.Survival ?? Survival.None;

    /// <summary>The trigger's opening, one for each period of a cycle, or the beginning of the clause.</summary>
    private IEnumerable<Opening> DoOpenings(SentenceScope scope)
    {
        if (scope.Sentence.Timing.Cycle is { } cycle)
        {
            return Periods(cycle, scope.Sentence.Timing, scope.Binding, SurvivalOf(scope));
        }

        if (scope.Opening is { } opening)
        {
            return [opening];
        }

        var point = ClauseBegins;
        if (scope.Sentence.Timing.From is { } from && _evaluation.Evaluate(from, Binding.Empty) is var since && since.AsBeginning(Calendar).Latest > point.AsBeginning(Calendar).Latest)
        {
            point = since;
        }

        var at = point.AsBeginning(Calendar);
        return _evaluation.IsAhead(at.Earliest) ? [] : [new Opening(Binding.Empty, Judged.True, at, point, [])];
    }

    private bool IsInSpan(Timing timing, Opening opening) =>
        timing.Cycle is not null || _evaluation.Within(timing.From, timing.Until, opening.At, opening.Binding).Truth != Truth.False;

    private InstanceResult? EvaluateDo(SentenceScope scope, Opening opening, Bearer bearer, Binding binding, ImmutableArray<Entity> filled)
    {
        if (!WantsStatesOnly)
        {
            return Decide(scope, opening, bearer, binding, filled);
        }

        _evaluation.Explains = false;
        var found = Decide(scope, opening, bearer, binding, filled);
        _evaluation.Explains = true;
        return found;
    }

    private InstanceResult? Decide(SentenceScope scope, Opening opening, Bearer bearer, Binding binding, ImmutableArray<Entity> filled)
    {
        var act = (DoAct)scope.Sentence.Act;
        var beneficiary = BeneficiaryOf(act.Pattern, binding);
        var trigger = filled.IsEmpty ? opening.Ids : opening.Ids.AddRange(NamesBut(beneficiary, filled));
        var key = new InstanceKey(scope.Path, string.Empty, bearer.Name, beneficiary?.Name ?? string.Empty, trigger is [var only] ? only : string.Join(',', trigger));
        if (IsOutOfFocus(key))
        {
            return null;
        }

        var window = WindowOf(scope.Sentence.Timing, opening, binding);
        var (concerned, thereFrom) = IsEverThere(scope.Sentence, binding, opening.At, window.Due.Latest);
        if (concerned.Truth == Truth.False)
        {
            return null;
        }

        // About a thing that comes later it opens when that is there.
        opening = thereFrom is { } later ? opening with { At = InstantRange.At(later) } : opening;
        var survival = SurvivalOf(scope);
        var live = scope.Sentence.Timing.Cycle is YearlyCycle ? Judged.True : _evaluation.Live(bearer.Members, beneficiary, opening.At, survival);
        if (opening.Period is { } period)
        {
            // A duty that repeats asks whether nobody has left by its due; a suspension may be over by then.
            var lasts = _evaluation.NobodyHasLeft(bearer.Members, beneficiary, InstantRange.At(period.Latest), survival);
            if (lasts.Truth == Truth.False)
            {
                return null;
            }

            live = live.And(lasts);
        }

        live = live.At(opening.Point.Causes);

        var begins = window.Due.Latest < opening.At.Earliest ? _evaluation.InForce(window.Due, survival) : Judged.True;
        if (begins.Truth == Truth.False)
        {
            return null;
        }

        var (rest, who) = live.Truth == Truth.False ? _evaluation.RestOf(bearer.Members, beneficiary, opening.At, survival) : (Rest.None, string.Empty);
        if (live.Truth == Truth.False && rest != Rest.Suspended)
        {
            return null;
        }

        var notes = new HashSet<FindingNote>();
        if (window.IsOpenEnded)
        {
            notes.UnionWith(window.Deadlines.Where(d => d.IsOpenEnded).SelectMany(d => d.Causes).Select(c => new FindingNote(NoteCode.NoDueYet) { Cause = c }));
        }

        var duty = new DoDuty(scope, act, opening, bearer, beneficiary, binding, window, survival, notes);
        var isOpened = opening.Judged.And(bearer.Judged).And(begins).And(concerned);
        var possible = live.Truth == Truth.False ? Rests(duty, isOpened, rest, who)
            : isOpened.Truth == Truth.True && live.Truth == Truth.True ? Bound(duty)
            : MayBeBound(duty, isOpened, live);
        return new InstanceResult(
            key,
            bearer.Members is [var one] ? [one.Name] : [.. bearer.Members.Select(m => m.Name)],
            bearer.IsJoint,
            bearer.IsUnknown,
            beneficiary?.Name,
            trigger,
            null,
            possible,
            opening.At,
            window.Due,
            Changes(duty, possible),
            WantsStatesOnly ? [] : FindingMaker.InOrder<FindingNote>([.. notes]),
            AfterDue(duty))
        {
            Binding = binding,
        };
    }

    private static IEnumerable<string> NamesBut(Entity? one, ImmutableArray<Entity> all) => all.Where(e => !e.Equals(one)).Select(e => e.Name);

    private Possible Rests(DoDuty duty, Judged isOpened, Rest rest, string who) => Possible.If(
        isOpened.And(While(duty.Scope, duty.Binding, duty.Opening.At)), () => Possible.State(ClauseState.Suspended, Resting(rest, who)), () => NotOpened(duty));

    private Possible MayBeBound(DoDuty duty, Judged isOpened, Judged live) => Possible.If(
        isOpened.Because(duty.Opening.Judged.Why),
        () => Possible.If(
            live,
            () => Bound(duty),
            () => _evaluation.MayBeSuspended(duty.Bearer.Members, duty.Beneficiary, duty.Opening.At) is { } by ? Possible.State(ClauseState.Suspended, Resting(Rest.Suspended, by)) : NotOpened(duty)),
        () => NotOpened(duty));

    private static Possible NotOpened(DoDuty duty) =>
        Possible.State(ClauseState.Dormant, Derivations.Make(DerivationCode.NotTriggered, Truth.False, [duty.Opening.Judged.Why], [], [], duty.Scope.Sentence.Text));

    /// <summary>One instance of a duty to do, while it is decided.</summary>
    private sealed record DoDuty(
        SentenceScope Scope,
        DoAct Act,
        Opening Opening,
        Bearer Bearer,
        Entity? Beneficiary,
        Binding Binding,
        ActWindow Window,
        Survival Survival,
        HashSet<FindingNote> Notes)
    {
        public InstantRange? PerformedAt { get; set; }

        /// <summary>Why it binds, beside its opening: what its <c>while</c> says, and the exceptions that are set aside.</summary>
        public ImmutableArray<Derivation> WhyBound { get; set; } = [];

        /// <summary>It bound, and nothing excused it.</summary>
        public bool WasOpen { get; set; }

        /// <summary>When it ended while it was open: what is done from then on does not count.</summary>
        public Instant? EndedAt { get; set; }
    }

    /// <summary>Whether it is excused, where it is owed to each of several: mostly that does not hang on to whom, and is found once.</summary>
    private Judged ExcusedForEach(DoDuty duty)
    {
        if (_excused is not { } known || !ReferenceEquals(known.Scope, duty.Scope) || !ReferenceEquals(known.Binding, duty.Bearer.Binding) || known.At != duty.Opening.At)
        {
            var notes = new HashSet<FindingNote>();
            var (judged, hasAsked) = duty.Binding.Watch(duty.Bearer.Binding, () => Excused(duty.Scope, duty.Binding, duty.Opening.At, notes));
            known = new ExcusedEach(duty.Scope, duty.Bearer.Binding, duty.Opening.At, judged, notes);
            _excused = hasAsked ? null : known;
        }

        duty.Notes.UnionWith(known.Notes);
        return known.Judged;
    }

    private sealed record ExcusedEach(SentenceScope Scope, Binding Binding, InstantRange At, Judged Judged, HashSet<FindingNote> Notes);

    private Possible Bound(DoDuty duty)
    {
        var holds = While(duty.Scope, duty.Binding, duty.Opening.At);
        var excused = ReferenceEquals(duty.Binding, duty.Bearer.Binding) ? Excused(duty.Scope, duty.Binding, duty.Opening.At, duty.Notes) : ExcusedForEach(duty);
        duty.WhyBound = [.. SetAsideBy(excused)];
        if (duty.Scope.While is not null && holds is { Truth: Truth.True, Why: { } @while })
        {
            duty.WhyBound = duty.WhyBound.Insert(0, @while);
        }

        return holds.Truth == Truth.True && excused.Truth == Truth.False ? Performed(duty) : MayBind(duty, holds, excused);
    }

    private Possible MayBind(DoDuty duty, Judged holds, Judged excused) => Possible.If(
        holds,
        () => Possible.If(
            excused,
            () => Possible.State(ClauseState.Excused, ExcusedStep(excused, duty.Opening.Judged.Why)),
            () => Performed(duty)),
        () => Possible.State(ClauseState.Dormant, Derivations.Make(DerivationCode.NotTriggered, Truth.False, [holds.Why], [], [], duty.Scope.Sentence.Text)));

    /// <summary>Whom the act is owed to: who fills <c>to</c>, or the author of the event that does (a reply to a request is owed to who asked).</summary>
    private Entity? BeneficiaryOf(Pattern act, Binding binding)
    {
        var to = act.Roles.FirstOrDefault(r => r.Preposition == "to");
        return (to is null ? null : _evaluation.EntityOf(to.Argument, binding)) switch
        {
            ActorEntity or GroupEntity => _evaluation.EntityOf(to!.Argument, binding),
            // The same in every world, or it would be another instance: an author whom somebody disputes is none.
            EventEntity { Fact: var fact } when fact.Role("by") is { IsDisputed: false, Alternatives: [{ Value: Model.Values.NameValue author }] }
                && _evaluation.Resolve(author.Name) is ActorEntity or GroupEntity => _evaluation.Resolve(author.Name),
            _ => null,
        };
    }
}
