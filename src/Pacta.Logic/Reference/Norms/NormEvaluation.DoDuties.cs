using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
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

                if (noted)
                {
                    foreach (var result in EvaluateExceptions(scope, bearer.Binding, opening))
                    {
                        yield return result;
                    }
                }
            }
        }
    }

    private Clause? ClauseOf(SentenceScope scope) =>
        _agreement.Clauses.FirstOrDefault(c => scope.Path == c.Path || scope.Path.StartsWith(c.Path + "/", StringComparison.Ordinal));

    /// <summary>The trigger's opening, one for each period of a cycle, or the beginning of the clause.</summary>
    private IEnumerable<Opening> DoOpenings(SentenceScope scope)
    {
        if (scope.Sentence.Timing.Cycle is { } cycle)
        {
            return Periods(cycle, scope.Sentence.Timing, scope.Binding);
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
        return at.Earliest > Horizon ? [] : [new Opening(Binding.Empty, Judged.True, at, point, [])];
    }

    private bool IsInSpan(Timing timing, Opening opening) =>
        timing.Cycle is not null || _evaluation.Within(timing.From, timing.Until, opening.At, opening.Binding).Truth != Truth.False;

    private InstanceResult? EvaluateDo(SentenceScope scope, Opening opening, Bearer bearer, Binding binding, ImmutableArray<Entity> filled)
    {
        var act = (DoAct)scope.Sentence.Act;
        var beneficiary = BeneficiaryOf(act.Pattern, binding);
        var trigger = opening.Ids.AddRange(filled.Where(f => !f.Equals(beneficiary)).Select(f => f.Name));
        var key = new InstanceKey(scope.Path, string.Empty, bearer.Name, beneficiary?.Name ?? string.Empty, string.Join(',', trigger));
        if (IsOutOfFocus(key))
        {
            return null;
        }

        var window = WindowOf(scope.Sentence.Timing, opening, binding);
        var live = scope.Sentence.Timing.Cycle is YearlyCycle ? Judged.True : _evaluation.Live(bearer.Members, beneficiary, opening.At);
        if (opening.Period is { } period)
        {
            // A duty that repeats asks whether nobody has left by its due; a suspension may be over by then.
            var lasts = _evaluation.NobodyHasLeft(bearer.Members, beneficiary, InstantRange.At(period.Latest));
            if (lasts.Truth == Truth.False)
            {
                return null;
            }

            live = live.And(lasts);
        }

        live = live.At(opening.Point.Causes);

        var begins = window.Due.Latest < opening.At.Earliest ? _evaluation.InForce(window.Due) : Judged.True;
        if (begins.Truth == Truth.False)
        {
            return null;
        }

        var (rest, who) = live.Truth == Truth.False ? _evaluation.RestOf(bearer.Members, beneficiary, opening.At) : (Rest.None, string.Empty);
        if (live.Truth == Truth.False && rest != Rest.Suspended)
        {
            return null;
        }

        var notes = new HashSet<string>(StringComparer.Ordinal);
        if (window.IsOpenEnded)
        {
            notes.UnionWith(window.Deadlines.Where(d => d.IsOpenEnded).SelectMany(d => d.Causes).Select(c => $"no due is known yet: {c.Description}"));
        }

        var duty = new DoDuty(scope, act, opening, bearer, beneficiary, binding, window, notes);
        var isOpened = opening.Judged.And(bearer.Judged).And(begins);
        Possible NotOpened() =>
            Possible.State(ClauseState.Dormant, Derivations.Make(DerivationCode.NotTriggered, Truth.False, [opening.Judged.Why], [], [], scope.Sentence.Text));
        var possible = live.Truth == Truth.False
            ? Possible.If(isOpened.And(While(scope, binding, opening.At)), () => Possible.State(ClauseState.Suspended, Resting(rest, who)), NotOpened)
            : Possible.If(
                isOpened.Because(opening.Judged.Why),
                () => Possible.If(live, () => Bound(duty), () => _evaluation.MayBeSuspended(bearer.Members, beneficiary, opening.At) is { } by ? Possible.State(ClauseState.Suspended, Resting(Rest.Suspended, by)) : NotOpened()),
                NotOpened);
        return new InstanceResult(
            key,
            [.. bearer.Members.Select(m => m.Name)],
            bearer.IsJoint,
            bearer.IsUnknown,
            beneficiary?.Name,
            trigger,
            null,
            possible,
            opening.At,
            window.Due,
            Changes(duty, possible),
            [.. notes.Order(StringComparer.Ordinal)],
            AfterDue(duty));
    }

    /// <summary>One instance of a duty to do, while it is decided.</summary>
    private sealed record DoDuty(
        SentenceScope Scope,
        DoAct Act,
        Opening Opening,
        Bearer Bearer,
        Entity? Beneficiary,
        Binding Binding,
        ActWindow Window,
        HashSet<string> Notes)
    {
        public InstantRange? PerformedAt { get; set; }

        /// <summary>It bound, and nothing excused it.</summary>
        public bool WasOpen { get; set; }

        /// <summary>When it ended while it was open: what is done from then on does not count.</summary>
        public Instant? EndedAt { get; set; }
    }

    private Possible Bound(DoDuty duty)
    {
        var holds = While(duty.Scope, duty.Binding, duty.Opening.At);
        var excused = Excused(duty.Scope, duty.Binding, duty.Opening.At, duty.Notes);
        return Possible.If(
            holds,
            () => Possible.If(
                excused,
                () => Possible.State(ClauseState.Excused, Derivations.Make(
                    DerivationCode.ExcusedBy, Truth.True, [duty.Opening.Judged.Why, .. excused.Why?.Because ?? []], [], excused.Why?.Mentions ?? [], [.. excused.Why?.Arguments ?? []])),
                () => Performed(duty)),
            () => Possible.State(ClauseState.Dormant, Derivations.Make(DerivationCode.NotTriggered, Truth.False, [holds.Why], [], [], duty.Scope.Sentence.Text)));
    }

    private Possible Performed(DoDuty duty)
    {
        duty.WasOpen = true;
        var (ended, doubt, doubtfulFrom) = EndWhileOpen(duty);
        return Possible.If(doubt, () => PerformedBy(duty, doubtfulFrom), () => PerformedBy(duty, ended));
    }

    /// <param name="ended">When it ended while it was open; null: not before its due.</param>
    private Possible PerformedBy(DoDuty duty, Instant? ended)
    {
        duty.EndedAt = ended;
        duty.PerformedAt = null;
        var acts = ActsOf(duty).ToList();
        var inTime = Judged.False;
        var ever = Judged.False;
        foreach (var member in duty.Bearer.Members)
        {
            var (memberInTime, memberEver, at) = ByMember(duty, acts, member);
            duty.PerformedAt = at is not null && duty.PerformedAt is { } others && others.Latest > at.Value.Latest ? others : at ?? duty.PerformedAt;
            inTime = member.Equals(duty.Bearer.Members[0]) ? memberInTime : inTime.And(memberInTime);
            ever = member.Equals(duty.Bearer.Members[0]) ? memberEver : ever.And(memberEver);
        }

        var noun = duty.Act.Pattern.Noun.Name;
        if (_agreement.Vocabulary.OpenKinds.Contains(noun))
        {
            var open = Causes.OpenKind(noun);
            inTime = inTime.Truth == Truth.False ? Judged.Unknown(open) : inTime;
            ever = ever.Truth == Truth.False ? Judged.Unknown(open) : ever;
        }
        else if (inTime.Truth != Truth.True)
        {
            duty.Notes.Add($"reports of {noun} by {duty.Bearer.Name} are taken to be complete");
        }

        return Possible.If(
            inTime,
            () => Possible.State(ClauseState.Met, Told(DerivationCode.Performed, duty, inTime.Why)),
            () => NotInTime(duty, inTime, ever));
    }

    private Possible NotInTime(DoDuty duty, Judged inTime, Judged ever)
    {
        var happened = _evaluation.HappenedBy(new FactTime(duty.Opening.At, default, default, true, duty.Opening.Point.Causes), Horizon);
        var passed = Judged.Of(duty.Window.Due.NotAfter(Horizon - InstantRange.Tick), DueCauses(duty));
        if (duty.EndedAt is { } ended)
        {
            return Possible.If(
                Judged.Of(duty.Window.Due.NotAfter(ended - InstantRange.Tick), DueCauses(duty)),
                () => AfterDue(duty, ever),
                () => Ended(duty, InstantRange.At(ended)));
        }

        return Possible.If(
            happened,
            () => Possible.If(passed, () => AfterDue(duty, ever), () => StillOpen(duty)),
            () => Possible.State(ClauseState.Open, Told(
                passed.Truth == Truth.True ? DerivationCode.OverduePlanned : DerivationCode.NotDueYet, duty, inTime.Why)));
    }

    /// <summary>
    /// The first instant after the opening, up to the due, at which the duty is not alive or its <c>while</c> does not hold; a duty that
    /// repeats asks for its due only (docs/semantics.md, 5 and 7).
    /// </summary>
    private (Instant? Ended, Judged MayEnd, Instant? MayEndAt) EndWhileOpen(DoDuty duty)
    {
        var mayEnd = Judged.False;
        Instant? mayEndAt = null;
        var last = Instant.Min(duty.Window.Due.Latest, Horizon);
        var from = duty.Opening.At.Latest;
        if (duty.Opening.Period is not null || last <= from)
        {
            return (null, mayEnd, mayEndAt);
        }

        var instants = duty.Scope.While is { } condition
            ? InstantsOf(new KeepLine(duty.Scope, duty.Bearer, duty.Beneficiary, condition, duty.Binding, duty.Opening.At, duty.Notes), from, last)
            : _evaluation.LivenessBoundaries().Order();
        foreach (var instant in instants.Where(i => i > from && i <= last))
        {
            var at = InstantRange.At(instant);
            var lasts = _evaluation.Live(duty.Bearer.Members, duty.Beneficiary, at).And(While(duty.Scope, duty.Binding, at));
            if (lasts.Truth == Truth.False)
            {
                return (instant, mayEnd, mayEndAt);
            }

            if (lasts.Truth == Truth.Unknown)
            {
                mayEnd = mayEnd.Or(lasts);
                mayEndAt ??= instant;
            }
        }

        return (null, mayEnd, mayEndAt);
    }

    private Possible AfterDue(DoDuty duty, Judged ever)
    {
        var isAhead = duty.Window.Due.Latest < duty.Opening.At.Earliest;
        Possible Broken() => isAhead
            ? Possible.State(ClauseState.Breached, Told(DerivationCode.NotPerformed, duty, ever.Why))
            : Possible.If(
                ever,
                () => Possible.State(ClauseState.Cured, Told(DerivationCode.PerformedLate, duty, ever.Why)),
                () => Possible.State(ClauseState.Breached, Told(DerivationCode.NotPerformed, duty, ever.Why)));
        if (isAhead)
        {
            return Broken();
        }

        // Where the due is in doubt, what may lie after the horizon or before the opening is not the question.
        var due = new InstantRange(
            Instant.Min(Instant.Max(duty.Window.Due.Earliest, duty.Opening.At.Earliest), Horizon),
            Instant.Min(Instant.Max(duty.Window.Due.Latest, duty.Opening.At.Earliest), Horizon));
        return Possible.If(
            _evaluation.Live(duty.Bearer.Members, duty.Beneficiary, due).And(While(duty.Scope, duty.Binding, due)),
            Broken,
            () => Ended(duty, due));
    }

    private Possible StillOpen(DoDuty duty) => Possible.If(
        duty.Opening.Period is not null ? Judged.True : _evaluation.Live(duty.Bearer.Members, duty.Beneficiary, AtHorizon).And(While(duty.Scope, duty.Binding, AtHorizon)),
        () => Possible.State(ClauseState.Open, Told(DerivationCode.NotDueYet, duty, duty.Opening.Judged.Why)),
        () => Ended(duty, AtHorizon));

    private Possible Ended(DoDuty duty, InstantRange at)
    {
        var (rest, who) = _evaluation.RestOf(duty.Bearer.Members, duty.Beneficiary, at);
        if (rest == Rest.None && While(duty.Scope, duty.Binding, at).Truth == Truth.True && _evaluation.MayBeSuspended(duty.Bearer.Members, duty.Beneficiary, at) is { } by)
        {
            (rest, who) = (Rest.Suspended, by);
        }

        return rest switch
        {
            Rest.Suspended => Possible.State(ClauseState.Suspended, Resting(rest, who)),
            Rest.None => Possible.State(ClauseState.Lapsed, Derivations.Make(DerivationCode.WhileEnded, Truth.True, [], [], [], duty.Scope.While?.Text ?? string.Empty)),
            _ => Possible.State(ClauseState.Lapsed, Resting(rest, who)),
        };
    }

    private static Derivation Resting(Rest rest, string who) => rest switch
    {
        Rest.Suspended => Derivations.Make(DerivationCode.SuspendedBy, Truth.True, [], [], [who], who),
        Rest.Withdrawn => Derivations.Make(DerivationCode.WithdrawnBy, Truth.True, [], [], [who], who),
        _ => Derivations.Make(DerivationCode.NotInForce, Truth.True, [], [], []),
    };

    /// <summary>A step that says what was done or not, with the words of the sentence and the due.</summary>
    private static Derivation Told(DerivationCode code, DoDuty duty, Derivation? evidence) => Derivations.Make(
        code,
        Truth.True,
        [duty.Opening.Judged.Why, evidence == duty.Opening.Judged.Why ? null : evidence],
        [],
        [duty.Scope.Path.Split('/')[^1]],
        duty.Act.Text,
        duty.Bearer.Name,
        duty.Beneficiary?.Name ?? string.Empty);

    private static ImmutableHashSet<Cause> DueCauses(DoDuty duty) =>
        duty.Window.Deadlines.Aggregate(duty.Opening.Point.Causes, (sum, d) => sum.Union(d.Causes));

    // ---- acts

    private IEnumerable<(Fact Fact, Judged Judged)> ActsOf(DoDuty duty) => _evaluation
        .Matches(duty.Act.Pattern, duty.Binding, null)
        .Where(m => m.Entity is EventEntity)
        .Select(m => (((EventEntity)m.Entity).Fact, m.Judged));

    /// <summary>Whether one member acted in time, or ever, and when: the first act that was in time, else the first.</summary>
    private (Judged InTime, Judged Ever, InstantRange? At) ByMember(DoDuty duty, List<(Fact Fact, Judged Judged)> acts, Entity member)
    {
        InstantRange? timelyAt = null;
        InstantRange? lateAt = null;
        var inTime = Judged.False;
        var ever = Judged.False;
        foreach (var (fact, judged) in acts)
        {
            var time = _evaluation.TimeOf(fact);
            var counts = judged.And(ActedBy(fact, member)).And(_evaluation.HappenedBy(time, duty.EndedAt is { } ended ? ended - InstantRange.Tick : Horizon));
            var mayCount = counts.Truth != Truth.False;
            counts = duty.Window.Beginnings.Aggregate(counts, (sum, b) => sum.And(_evaluation.NotBefore(time, b)));
            if (mayCount && counts.Truth == Truth.False)
            {
                duty.Notes.Add($"{fact.Id}, as {Causes.Names(fact.AssertedBy)} reported it, came before the time in which it counts");
            }

            var timely = duty.Window.Deadlines.Aggregate(counts, (sum, d) => sum.And(_evaluation.NotAfter(time, d)));
            var why = judged.Why is { } fromFact ? fromFact with { Truth = timely.Truth } : null;
            inTime = inTime.Or(timely.Because(why));
            counts = duty.Opening.Next is { } next ? counts.And(_evaluation.HappenedBy(time, next - InstantRange.Tick)) : counts;
            ever = ever.Or(counts.Because(judged.Why));
            if (timely.Truth == Truth.True)
            {
                timelyAt = Earlier(timelyAt, time.Range);
            }
            else if (counts.Truth == Truth.True)
            {
                lateAt = Earlier(lateAt, time.Range);
            }
        }

        return (inTime, ever, timelyAt ?? lateAt);

        static InstantRange Earlier(InstantRange? known, InstantRange other) => known is { } k && k.Earliest <= other.Earliest ? k : other;
    }

    private Judged ActedBy(Fact fact, Entity bearer)
    {
        var held = _evaluation.RoleOf(new EventEntity(fact), "by", _evaluation.TimeOf(fact).Range);
        return _evaluation.IsFilledBy(held, bearer, _evaluation.TimeOf(fact).Range);
    }

    /// <summary>Whom the act is owed to: who fills <c>to</c>, or the author of the event that does (a reply to a request is owed to who asked).</summary>
    private Entity? BeneficiaryOf(Pattern act, Binding binding)
    {
        var to = act.Roles.FirstOrDefault(r => r.Preposition == "to");
        return (to is null ? null : _evaluation.EntityOf(to.Argument, binding)) switch
        {
            ActorEntity or GroupEntity => _evaluation.EntityOf(to!.Argument, binding),
            // The same in every world, or it would be another instance: an author whom somebody disputes is none.
            EventEntity { Fact: var fact } when fact.Roles.TryGetValue("by", out var by) && by is { IsDisputed: false, Alternatives: [{ Value: Model.Values.NameValue author }] }
                && _evaluation.Resolve(author.Name) is ActorEntity or GroupEntity => _evaluation.Resolve(author.Name),
            _ => null,
        };
    }
}
