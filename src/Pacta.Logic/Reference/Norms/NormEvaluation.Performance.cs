using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Whether a duty to do was performed: which acts count, for whom, and until when it was open (docs/semantics.md, 7).</summary>
internal sealed partial class NormEvaluation
{
    private Possible Performed(DoDuty duty)
    {
        duty.WasOpen = true;
        var (ended, doubt, doubtfulFrom) = EndWhileOpen(duty);
        return doubt.Truth == Truth.False ? PerformedBy(duty, ended) : PerformedInDoubt(duty, ended, doubt, doubtfulFrom);
    }

    private Possible PerformedInDoubt(DoDuty duty, Instant? ended, Judged doubt, Instant? doubtfulFrom) =>
        Possible.If(doubt, () => PerformedBy(duty, doubtfulFrom), () => PerformedBy(duty, ended));

    /// <param name="ended">When it ended while it was open; null: not before its due.</param>
    private Possible PerformedBy(DoDuty duty, Instant? ended)
    {
        duty.EndedAt = ended;
        duty.PerformedAt = null;
        var acts = ActsOf(duty);
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
            duty.Notes.Add(new FindingNote(NoteCode.TakenToBeComplete, noun, duty.Bearer.Name));
        }

        return inTime.Truth == Truth.False ? NotInTime(duty, inTime, ever) : InTime(duty, inTime, ever);
    }

    private Possible InTime(DoDuty duty, Judged inTime, Judged ever) => Possible.If(
        inTime,
        () => Possible.State(ClauseState.Met, Told(DerivationCode.Performed, duty, inTime.Why)),
        () => NotInTime(duty, inTime, ever));

    private Possible NotInTime(DoDuty duty, Judged inTime, Judged ever)
    {
        var happened = _evaluation.HasHappened(new FactTime(duty.Opening.At, default, default, true, duty.Opening.Point.Causes));
        var passed = Judged.Of(_evaluation.IsOver(duty.Window.Due), DueCauses(duty));
        return duty.EndedAt is { } ended ? NotInTimeBefore(ended, duty, ever)
            : happened.Truth == Truth.True && passed.Truth == Truth.True ? AfterDue(duty, ever)
            : MayBeDue(duty, happened, passed, inTime, ever);
    }

    private Possible NotInTimeBefore(Instant ended, DoDuty duty, Judged ever) => Possible.If(
        Judged.Of(duty.Window.Due.NotAfter(ended - InstantRange.Tick), DueCauses(duty)),
        () => AfterDue(duty, ever),
        () => Ended(duty, InstantRange.At(ended)));

    private Possible MayBeDue(DoDuty duty, Judged happened, Judged passed, Judged inTime, Judged ever) => Possible.If(
        happened,
        () => Possible.If(passed, () => AfterDue(duty, ever), () => StillOpen(duty)),
        () => Possible.State(ClauseState.Open, Told(
            passed.Truth == Truth.True ? DerivationCode.OverduePlanned : DerivationCode.NotDueYet, duty, inTime.Why)));

    /// <summary>
    /// The first instant after the opening, up to the due, at which the duty is not alive or its <c>while</c> does not hold; a duty that
    /// repeats asks for its due only (docs/semantics.md, 5 and 7).
    /// </summary>
    private (Instant? Ended, Judged MayEnd, Instant? MayEndAt) EndWhileOpen(DoDuty duty)
    {
        var mayEnd = Judged.False;
        Instant? mayEndAt = null;
        var last = _evaluation.AtMostHorizon(duty.Window.Due.Latest);
        var from = duty.Opening.At.Latest;
        if (duty.Opening.Period is not null || last <= from)
        {
            return (null, mayEnd, mayEndAt);
        }

        var instants = duty.Scope.While is { } condition
            ? [.. InstantsOf(new KeepLine(duty.Scope, duty.Bearer, duty.Beneficiary, condition, duty.Binding, duty.Opening.At, duty.Notes), from, last)]
            : _evaluation.LivenessBoundaries();
        for (var i = 0; i < instants.Count; i++)
        {
            var instant = instants[i];
            if (instant <= from || instant > last)
            {
                continue;
            }

            var at = InstantRange.At(instant);
            var lasts = _evaluation.Live(duty.Bearer.Members, duty.Beneficiary, at, duty.Survival).And(While(duty.Scope, duty.Binding, at));
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
        if (IsDueAhead(duty))
        {
            return Broken(duty, ever);
        }

        // Where the due is in doubt, what may lie after the horizon or before the opening is not the question.
        var due = new InstantRange(
            _evaluation.AtMostHorizon(Instant.Max(duty.Window.Due.Earliest, duty.Opening.At.Earliest)),
            _evaluation.AtMostHorizon(Instant.Max(duty.Window.Due.Latest, duty.Opening.At.Earliest)));
        var lives = _evaluation.Live(duty.Bearer.Members, duty.Beneficiary, due, duty.Survival).And(While(duty.Scope, duty.Binding, due)).And(IsThere(duty.Scope.Sentence, duty.Binding, due));
        return lives.Truth == Truth.True ? Broken(duty, ever) : MayHaveEnded(duty, ever, due, lives);
    }

    /// <summary>Is the due over before it opens?</summary>
    private static bool IsDueAhead(DoDuty duty) => duty.Window.Due.Latest < duty.Opening.At.Earliest;

    private Possible MayHaveEnded(DoDuty duty, Judged ever, InstantRange due, Judged lives) => Possible.If(lives, () => Broken(duty, ever), () => Ended(duty, due));

    private Possible Broken(DoDuty duty, Judged ever) => IsDueAhead(duty) || ever.Truth == Truth.False ? NeverDone(duty, ever)
        : ever.Truth == Truth.True ? DoneLate(duty, ever)
        : MayBeDoneLate(duty, ever);

    private Possible MayBeDoneLate(DoDuty duty, Judged ever) => Possible.If(ever, () => DoneLate(duty, ever), () => NeverDone(duty, ever));

    private Possible DoneLate(DoDuty duty, Judged ever) => Possible.State(ClauseState.Cured, Told(DerivationCode.PerformedLate, duty, ever.Why));

    private Possible NeverDone(DoDuty duty, Judged ever) => Possible.State(ClauseState.Breached, Told(DerivationCode.NotPerformed, duty, ever.Why));

    private Possible StillOpen(DoDuty duty) => Possible.If(
        duty.Opening.Period is not null ? Judged.True : _evaluation.Live(duty.Bearer.Members, duty.Beneficiary, AtHorizon, duty.Survival).And(While(duty.Scope, duty.Binding, AtHorizon)).And(IsThere(duty.Scope.Sentence, duty.Binding, AtHorizon)),
        () => Possible.State(ClauseState.Open, Told(DerivationCode.NotDueYet, duty, duty.Opening.Judged.Why)),
        () => Ended(duty, AtHorizon));

    private Possible Ended(DoDuty duty, InstantRange at)
    {
        var (rest, who) = _evaluation.RestOf(duty.Bearer.Members, duty.Beneficiary, at, duty.Survival);
        if (rest == Rest.None && While(duty.Scope, duty.Binding, at).Truth == Truth.True && _evaluation.MayBeSuspended(duty.Bearer.Members, duty.Beneficiary, at) is { } by)
        {
            (rest, who) = (Rest.Suspended, by);
        }

        return rest switch
        {
            Rest.Suspended => Possible.State(ClauseState.Suspended, Resting(rest, who)),
            Rest.None => Possible.State(ClauseState.Lapsed, Derivations.Make(DerivationCode.WhileEnded, Truth.True, [], [], [], GoneAt(duty, at) ?? duty.Scope.While?.Text ?? string.Empty)),
            _ => Possible.State(ClauseState.Lapsed, Resting(rest, who)),
        };
    }

    /// <summary>The words for a thing that is no longer what the sentence says of it; null where all are.</summary>
    private string? GoneAt(DoDuty duty, InstantRange at) =>
        ThingsIn(duty.Scope.Sentence, duty.Binding).FirstOrDefault(t => Concerns(t.Each, t.Thing, duty.Binding, at).Truth == Truth.False).Each?.Text;

    private static Derivation Resting(Rest rest, string who) => rest switch
    {
        Rest.Suspended => Derivations.Make(DerivationCode.SuspendedBy, Truth.True, [], [], [who], who),
        Rest.Withdrawn => Derivations.Make(DerivationCode.WithdrawnBy, Truth.True, [], [], [who], who),
        _ => Derivations.Make(DerivationCode.NotInForce, Truth.True, [], [], []),
    };

    /// <summary>A step that says what was done or not, with the words of the sentence and the due.</summary>
    private Derivation Told(DerivationCode code, DoDuty duty, Derivation? evidence)
    {
        if (WantsStatesOnly)
        {
            return Derivations.Untold;
        }

        var opened = duty.Opening.Judged.Why;
        var further = evidence == opened ? null : evidence;
        var survived = WhySurvived(code, duty);
        ImmutableArray<string> arguments = [duty.Act.Text, duty.Bearer.Name, duty.Beneficiary?.Name ?? string.Empty];
        return survived.Length + duty.WhyBound.Length == 0
            ? Derivations.Of(code, Truth.True, [opened, further], [], MentionOf(duty.Scope.Path), arguments)
            : Derivations.Of(code, Truth.True, [opened, .. survived, .. duty.WhyBound, further], [], MentionOf(duty.Scope.Path), arguments);
    }

    /// <summary>The last part of a path: the name of a clause or of an exception.</summary>
    private ImmutableArray<string> MentionOf(string path)
    {
        if (!ReferenceEquals(path, _mention.Path))
        {
            _mention = (path, [path[(path.LastIndexOf('/') + 1)..]]);
        }

        return _mention.Last;
    }

    /// <summary>Why it bound although somebody had left: when it opened, or when it was done or due.</summary>
    private ImmutableArray<Derivation> WhySurvived(DerivationCode code, DoDuty duty)
    {
        var decided = code == DerivationCode.Performed && duty.PerformedAt is { } done ? done : InstantRange.At(_evaluation.AtMostHorizon(duty.Window.Due.Latest));
        ImmutableArray<Derivation> opened = [.. _evaluation.WhySurvives(duty.Bearer.Members, duty.Beneficiary, duty.Survival, duty.Opening.At)];
        return opened.Length > 0 ? opened : [.. _evaluation.WhySurvives(duty.Bearer.Members, duty.Beneficiary, duty.Survival, decided)];
    }

    private static ImmutableHashSet<Cause> DueCauses(DoDuty duty)
    {
        var causes = duty.Opening.Point.Causes;
        foreach (var deadline in duty.Window.Deadlines)
        {
            causes = causes.Union(deadline.Causes);
        }

        return causes;
    }

    // ---- acts

    private List<(Fact Fact, Judged Judged)> ActsOf(DoDuty duty)
    {
        var acts = new List<(Fact Fact, Judged Judged)>();
        foreach (var match in _evaluation.Matches(duty.Act.Pattern, duty.Binding, null))
        {
            if (match.Entity is EventEntity e)
            {
                acts.Add((e.Fact, match.Judged));
            }
        }

        return acts;
    }

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
            var counts = judged.And(ActedBy(fact, member)).And((duty.EndedAt is { } ended ? _evaluation.HappenedBy(time, ended - InstantRange.Tick) : _evaluation.HasHappened(time)));
            var mayCount = counts.Truth != Truth.False;
            foreach (var beginning in duty.Window.Beginnings)
            {
                counts = counts.And(_evaluation.NotBefore(time, beginning));
            }

            // What comes before the window of one period belongs to the one before.
            if (mayCount && counts.Truth == Truth.False && duty.Opening.Period is null)
            {
                duty.Notes.Add(new FindingNote(NoteCode.TooEarly, fact.Id, Causes.Names(fact.AssertedBy)));
            }

            var isInTime = IsInTime(duty, time, Judged.True).Truth;
            var timely = IsInTime(duty, time, counts);
            inTime = inTime.Or(timely.Because(judged.Why is { } fromFact ? InTimeOrNot(duty, fact, time, fromFact, timely.Truth, isInTime) : null));
            counts = duty.Opening.Next is { } next ? counts.And(_evaluation.HappenedBy(time, next - InstantRange.Tick)) : counts;
            // What was in time is not late, whether or not it counts; of a joint duty the others may be late.
            ever = duty.Bearer.Members.Length == 1 && isInTime == Truth.True ? ever : ever.Or(counts.Because(judged.Why));
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

    /// <summary>Does something hold, and did it come before every deadline?</summary>
    private Judged IsInTime(DoDuty duty, in FactTime time, Judged holds)
    {
        foreach (var deadline in duty.Window.Deadlines)
        {
            holds = holds.And(_evaluation.NotAfter(time, deadline));
        }

        return holds;
    }

    /// <summary>
    /// The step of an act, with whether it counts in time. Where times known to the day leave open whether it was in time: between how many and how many hours after the
    /// opening it came.
    /// </summary>
    private static Derivation InTimeOrNot(DoDuty duty, Fact fact, in FactTime time, Derivation step, Truth timely, Truth isInTime)
    {
        if (isInTime != Truth.Unknown || duty.Opening is not { Period: null, Ids: [var id] } opening || time.Range.Latest < opening.At.Earliest
            || time.Range.Latest - opening.At.Earliest > Duration.FromDays(100))
        {
            return step.Truth == timely ? step : step with { Truth = timely };
        }

        static decimal Hours(Duration length) => Math.Max(0, Math.Round((decimal)length.TotalHours, 1));
        var hours = new Model.Values.NumberRange(Hours(time.Range.Earliest - opening.At.Latest), Hours(time.Range.Latest - opening.At.Earliest));
        var elapsed = Derivations.Make(DerivationCode.Elapsed, Truth.True, [], [], [], fact.Id, Model.Values.Composed.Of("hours", Model.Values.Composed.Of(hours)), id);
        return step with { Truth = timely, Because = step.Because.Add(elapsed) };
    }

    private Judged ActedBy(Fact fact, Entity bearer)
    {
        var at = _evaluation.TimeOf(fact).Range;
        return _evaluation.IsFilledBy(_evaluation.RoleOf(new EventEntity(fact), "by", at), bearer, at);
    }
}
