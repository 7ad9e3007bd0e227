using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>Why a duty does not bind at a moment; <see cref="None"/> where it does.</summary>
internal enum Rest
{
    None,
    NotInForce,
    Ended,
    Suspended,
    Withdrawn,
}

/// <summary>One stretch in which an actor is suspended or has left.</summary>
/// <param name="Noticed">When the notice was given of which it follows; null: the head says it.</param>
internal readonly record struct Absence(
    string Actor, Rest Kind, TimeExpression? From, TimeExpression? Until, Point? FromPoint, Judged Judged, InstantRange? Noticed = null);

/// <summary>When an agreement binds whom (docs/semantics.md, 5).</summary>
internal sealed partial class Evaluation
{
    private Dictionary<(string Actor, Rest Kind), List<Absence>>? _absencesOf;
    private IReadOnlyList<Absence>? _absences;

    /// <param name="survival">Of the clause that is asked about; null: whether the agreement itself is.</param>
    public Judged InForce(InstantRange at, Survival? survival = null)
    {
        if (Agreement.EntryIntoForce is null && Agreement.ProvisionalFrom is null)
        {
            return Agreement.Status.Standing is Standing.Proposal or Standing.Oral ? NotExpired(at, survival) : Judged.False;
        }

        var inForce = Agreement.EntryIntoForce is { } entry ? Within(entry, null, at) : Judged.False;
        if (Agreement.ProvisionalFrom is { } provisional)
        {
            inForce = inForce.Or(Within(provisional, Agreement.ProvisionalUntil, at));
        }

        return inForce.And(NotExpired(at, survival));
    }

    /// <summary>Had it certainly ended before?</summary>
    public bool IsAfterEnd(InstantRange at, Survival? survival = null) => NotExpired(at, survival).Truth == Truth.False;

    /// <summary>Had it certainly not yet begun, provisional application included?</summary>
    public bool IsBeforeInForce(InstantRange at) =>
        InForce(at).Truth == Truth.False
        && new[] { Agreement.EntryIntoForce, Agreement.ProvisionalFrom }.All(t => t is null || Within(t, null, at).Truth == Truth.False);

    private Judged NotExpired(InstantRange at, Survival? survival = null)
    {
        var holds = Within(null, Agreement.Expiry, at);
        return holds.Truth != Truth.True && survival?.Expiry is { } outlives ? holds.Or(OutlivesExpiry(outlives, at)) : holds;
    }

    /// <summary>Is a party suspended, or has it left?</summary>
    /// <param name="notices">The moment at which notices are looked at, if it is another one: an act comes before the changes of its own instant.</param>
    /// <param name="survival">Of the clause that is asked about: as long as it survives the withdrawal, whoever has left counts as not having left.</param>
    public Judged Absent(string actor, Rest kind, InstantRange at, InstantRange? notices = null, Survival? survival = null)
    {
        if (Absences().Count == 0)
        {
            return Judged.False;
        }

        var result = Judged.False;
        foreach (var absence in AbsencesOf(actor, kind))
        {
            var within = absence.FromPoint is { } from
                ? Judged.Of((notices ?? at).NotBefore(from.AsBeginning(Calendar)), from.Causes)
                : Within(absence.From, absence.Until, at);
            var absent = within.And(absence.Judged);
            if (absence.Noticed is { } noticed && absent.Truth != Truth.False)
            {
                absent = absent.And(HadLeft(absence, noticed).Not());
            }

            result = result.Or(kind == Rest.Withdrawn && absent.Truth != Truth.False && survival?.Withdrawal is { } outlives
                ? absent.And(OutlivesLeaving(absence, outlives, at).Not())
                : absent);
        }

        return result;
    }

    /// <summary>
    /// Whoever has left can neither leave again nor suspend, also where clauses survive. Of two notices of withdrawal the first decides in any case,
    /// for nobody comes back from it.
    /// </summary>
    private Judged HadLeft(Absence absence, InstantRange noticed)
    {
        if (absence.Kind == Rest.Suspended)
        {
            return Absent(absence.Actor, Rest.Withdrawn, noticed, new InstantRange(noticed.Earliest - InstantRange.Tick, noticed.Latest - InstantRange.Tick));
        }

        return Absences()
            .Where(a => a is { Kind: Rest.Withdrawn, Noticed: null } && a.Actor == absence.Actor)
            .Aggregate(Judged.False, (sum, a) => sum.Or(Within(a.From, a.Until, noticed)));
    }

    /// <summary>Is the duty of a bearer towards a beneficiary (null: towards all) alive?</summary>
    public Judged Live(IEnumerable<Entity> bearers, Entity? beneficiary, InstantRange at, Survival survival)
    {
        var live = InForce(at, survival);
        if (!MaySomebodyBeAbsent)
        {
            return live;
        }

        foreach (var name in Names(bearers, beneficiary))
        {
            live = live.And(Absent(name, Rest.Suspended, at).Not()).And(Absent(name, Rest.Withdrawn, at, null, survival).Not());
        }

        return live;
    }

    /// <summary>Is the agreement in force, and has neither the bearer nor the beneficiary left? A suspension does not count.</summary>
    public Judged NobodyHasLeft(IEnumerable<Entity> bearers, Entity? beneficiary, InstantRange at, Survival survival) => !MaySomebodyBeAbsent
        ? InForce(at, survival)
        : Names(bearers, beneficiary).Aggregate(InForce(at, survival), (sum, name) => sum.And(Absent(name, Rest.Withdrawn, at, null, survival).Not()));

    /// <summary>Who may be suspended at a moment; null where nobody is.</summary>
    public string? MayBeSuspended(IEnumerable<Entity> bearers, Entity? beneficiary, InstantRange at) => !MaySomebodyBeAbsent
        ? null
        : Names(bearers, beneficiary).FirstOrDefault(n => Absent(n, Rest.Suspended, at).Truth != Truth.False);

    /// <summary>Why a duty rests at an exact moment, for those that certainly rest.</summary>
    public (Rest Why, string Who) RestOf(IEnumerable<Entity> bearers, Entity? beneficiary, InstantRange at, Survival survival)
    {
        if (NotExpired(at, survival).Truth == Truth.False)
        {
            return (Rest.Ended, string.Empty);
        }

        // Whoever has left is not merely suspended, and nobody is suspended from what is not in force.
        var who = Names(bearers, beneficiary).ToList();
        return who.Find(n => Absent(n, Rest.Withdrawn, at, null, survival).Truth == Truth.True) is { } left ? (Rest.Withdrawn, left)
            : InForce(at, survival).Truth == Truth.False ? (Rest.NotInForce, string.Empty)
            : who.Find(n => Absent(n, Rest.Suspended, at).Truth == Truth.True) is { } suspended ? (Rest.Suspended, suspended)
            : (Rest.None, string.Empty);
    }

    /// <summary>Instants at which any liveness may change, in order.</summary>
    public IReadOnlyList<Instant> LivenessBoundaries() =>
        Text.IsHeadFixed && !MaySomebodyBeAbsent ? Text.Boundaries(FindLivenessBoundaries) : [.. FindLivenessBoundaries().Order()];

    private IEnumerable<Instant> FindLivenessBoundaries()
    {
        var times = new List<TimeExpression?> { Agreement.EntryIntoForce, Agreement.ProvisionalFrom };
        var ends = new List<TimeExpression?> { Agreement.Expiry, Agreement.ProvisionalUntil };
        foreach (var absence in Absences())
        {
            times.Add(absence.From);
            ends.Add(absence.Until);
        }

        var points = times.OfType<TimeExpression>().Select(t => Evaluate(t, Binding.Empty).AsBeginning(Calendar))
            .Concat(Absences().Where(a => a.FromPoint is not null).Select(a => a.FromPoint!.Value.AsBeginning(Calendar)));
        foreach (var range in points)
        {
            yield return range.Earliest;
            yield return range.Latest;
        }

        foreach (var range in ends.OfType<TimeExpression>().Select(t => Evaluate(t, Binding.Empty).AsDeadline(Calendar)))
        {
            yield return range.Earliest + InstantRange.Tick;
            yield return range.Latest + InstantRange.Tick;
        }

        foreach (var range in EndsOfSurvival())
        {
            yield return range.Earliest + InstantRange.Tick;
            yield return range.Latest + InstantRange.Tick;
        }
    }

    /// <summary>Does anybody leave, or is suspended, at any time, or may be?</summary>
    public bool MaySomebodyBeAbsent => Absences().Count > 0;

    /// <summary>Does an actor leave, or is it suspended, at any time, or may it be?</summary>
    public bool MayBeAbsent(string actor) => AbsencesOf(actor, Rest.Withdrawn).Count > 0 || AbsencesOf(actor, Rest.Suspended).Count > 0;

    private static IEnumerable<string> Names(IEnumerable<Entity> bearers, Entity? beneficiary) =>
        bearers.Select(b => b.Name).Concat(beneficiary is ActorEntity or GroupEntity ? [beneficiary.Name] : []);

    /// <summary>Those of an actor, or of the members of a group: asked at one moment after another.</summary>
    private List<Absence> AbsencesOf(string actor, Rest kind)
    {
        var all = Absences();
        if (ReferenceEquals(all, Text.Absences))
        {
            return Text.AbsencesOf(actor, kind);
        }

        _absencesOf ??= [];
        if (!_absencesOf.TryGetValue((actor, kind), out var known))
        {
            known = Text.Among(all, actor, kind);
            _absencesOf.Add((actor, kind), known);
        }

        return known;
    }

    private IReadOnlyList<Absence> Absences()
    {
        if (_absences is null)
        {
            _absences = Text.Absences;
            if (FindNotices() is { Count: > 0 } notices)
            {
                _absences = [.. _absences, .. notices];
            }

            _absencesOf = null; // what was asked on the way did not know them
        }

        return _absences;
    }

    private List<Absence> FindNotices()
    {
        if (Norms is not { } norms)
        {
            return [];
        }

        if (Index.Reads is not { } reads)
        {
            return [.. norms.NoticesOfAbsence()];
        }

        // Everything that is found may hang on who is absent.
        var (notices, taken) = reads.During(() => norms.NoticesOfAbsence().ToList(), isShared: false);
        reads.ForAll.Add(taken);
        return notices;
    }
}
