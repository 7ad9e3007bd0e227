using System.Collections.Immutable;
using NodaTime;
using Pacta.Logic.Reference.Screening;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>What is plainly met, found at a glance: as <see cref="PlainlyMet(Clause, Fact, HashSet{FindingNote}, Readings.Consulted)"/> has it, for exact facts and duties in the shape that most have.</summary>
internal sealed partial class NormEvaluation
{
    private static readonly RoleKey By = new("by");

    private DutyScreenMaker? _screenMaker;

    private Dictionary<string, bool> AreParties => field ??= new(StringComparer.Ordinal);

    /// <summary>The parts of a clause for a quick look, in this way to read it.</summary>
    public ClauseScreen ScreenOf(Clause clause)
    {
        _screenMaker ??= new DutyScreenMaker(_evaluation.Screens, _evaluation, _agreement.Calendar.Zone);
        var sentence = _evaluation.ReadingOf(clause.Name, clause.Readings).Content.Sentence;
        return _screenMaker.Make(clause, sentence, WithoutExcuse(clause, sentence)) with
        {
            IsIdle = IsUnusedPower(sentence),
            Noun = clause.When!.Noun is DefinedNoun noun ? _evaluation.Screens.Meaning(noun.Name) : null,
        };
    }

    /// <summary>Does an event open a clause, and that in one way only?</summary>
    /// <param name="frame">Takes the variables that are bound.</param>
    /// <param name="at">When.</param>
    public Screened Opens(ClauseScreen screen, Slot[] frame, Fact fact, out Instant at)
    {
        at = default;
        if (screen.IsIdle)
        {
            return Screened.No;
        }

        if (fact.UnmetDenials.IsEmpty && _screenMaker!.StartOf(fact) is { } start)
        {
            at = start;
            if (screen.When.Run(fact, frame) is not Screened.Unsure and var opens)
            {
                return opens;
            }
        }

        return screen.Noun?.Run(fact) == Screened.No ? Screened.No : Screened.Unsure;
    }

    /// <summary>
    /// Where <c>unless</c> and all exceptions rest on judgements that nobody gave, none of them holds, whatever opens the clause: what is noted of that. Null: one may
    /// hold, or it takes the event to know.
    /// </summary>
    private HashSet<FindingNote>? WithoutExcuse(Clause clause, Sentence sentence)
    {
        if ((sentence.Unless is { } unless && !IsUnjudged(unless)) || !AreUnjudged(clause.Exceptions))
        {
            return null;
        }

        var notes = new HashSet<FindingNote>();
        var scope = new SentenceScope(clause.Path, sentence, null, clause.Exceptions, null);
        return Excused(scope, Binding.Empty, AtHorizon, notes).Truth == Truth.False ? notes : null;

        bool AreUnjudged(ImmutableArray<ClauseException> exceptions) => exceptions.All(e => IsUnjudged(e.If) && AreUnjudged(e.Exceptions));

        bool IsUnjudged(Condition condition) => condition is JudgedCondition judged && !_evaluation.Index.JudgementsOf(judged.Matter).Any();
    }

    /// <summary>Is the duty plainly met that an event opens?</summary>
    /// <param name="frame">Has the variables that are bound by the event.</param>
    /// <param name="at">When it was opened.</param>
    public Screened Screen(Clause clause, ClauseScreen screen, Slot[] frame, Instant at, out PlainInstance met)
    {
        met = default;
        if (screen.Duty is not { } duty)
        {
            return Screened.Unsure;
        }

        var (now, sentence) = (InstantRange.At(at), screen.Sentence);
        if ((sentence.Timing.From is not null || sentence.Timing.Until is not null) && _evaluation.Within(sentence.Timing.From, sentence.Timing.Until, now).Truth != Truth.True)
        {
            return Screened.Unsure;
        }

        var bearer = new Name(duty.BearerName);
        if (duty.Bearer is { } place)
        {
            if (frame[place] is not { Kind: SlotKind.Actor } actor)
            {
                return Screened.Unsure;
            }

            bearer = actor.Name;
            if (!IsAlwaysParty(bearer.Text) && !IsBound(new ActorEntity(bearer.Text), duty.BearerVariable!, clause, now))
            {
                return Screened.No;
            }
        }

        var (beneficiary, isKnown) = BeneficiaryOf(duty, frame);
        if (!isKnown || WindowOf(duty, frame, at) is not { } window)
        {
            return Screened.Unsure;
        }

        if (!IsLive(clause, screen, bearer.Text, beneficiary, at) || window.Last < at || MayEndBefore(_evaluation.AtMostHorizon(window.Last), at))
        {
            return Screened.Unsure;
        }

        var (isSure, act) = ActOf(duty, frame, bearer, window);
        if (act is null)
        {
            return isSure ? Screened.NotPlain : Screened.Unsure;
        }

        met = new PlainInstance(bearer.Text, beneficiary ?? string.Empty, act);
        return Screened.Yes;
    }

    /// <summary>The first act that is in time, where there is one, none comes too early and each is certainly by the bearer or somebody else.</summary>
    private (bool IsSure, Fact? Act) ActOf(DutyScreen duty, Slot[] frame, in Name bearer, in Bound window)
    {
        var (fewest, candidates) = (int.MaxValue, FactList.Empty);
        foreach (var probe in duty.Probes)
        {
            if (fewest > 1 && probe.Find(frame) is { } found && found.Count is var count && count < fewest)
            {
                (fewest, candidates) = (count, found);
            }
        }

        if (fewest == int.MaxValue)
        {
            return default;
        }

        Fact? first = null;
        foreach (var act in candidates)
        {
            switch (duty.Act.Run(act, frame))
            {
                case Screened.Unsure:
                    return act.IsDenied ? (true, null) : default; // what somebody denies is never plain
                case Screened.No:
                    continue;
            }

            if (!Exact.TryName(act, By, out var by) || _screenMaker!.StartOf(act) is not { } at)
            {
                return default;
            }

            if (!by.Is(bearer))
            {
                continue;
            }

            if (at < window.From)
            {
                return (true, null); // what comes too early is told
            }

            if (first is null && !_evaluation.IsAhead(at) && at <= window.Through)
            {
                first = act;
            }
        }

        return (true, first);
    }

    /// <summary>From when an act counts, through when it is in time, and until when it may be; null: it takes more to know.</summary>
    private static Bound? WindowOf(DutyScreen duty, Slot[] frame, Instant at)
    {
        var (from, through, last) = (Instant.MinValue, Instant.MaxValue, Instant.MaxValue);
        foreach (var beginning in duty.From)
        {
            if (beginning(frame, at) is not { } bound)
            {
                return null;
            }

            from = Instant.Max(from, bound.From);
        }

        foreach (var deadline in duty.Until)
        {
            if (deadline(frame, at) is not { } bound)
            {
                return null;
            }

            (through, last) = (Instant.Min(through, bound.Through), Instant.Min(last, bound.Last));
        }

        return new Bound(from, through, duty.Until.Length == 0 ? at : last);
    }

    /// <summary>To whom it is done: an actor, or the author of a request; nobody, where it is neither.</summary>
    private (string? Name, bool IsKnown) BeneficiaryOf(DutyScreen duty, Slot[] frame)
    {
        if (duty.To is not { } place)
        {
            return (duty.ToName, true);
        }

        switch (frame[place])
        {
            case { Kind: SlotKind.Actor, Name: var name }:
                return (name.Text, true);
            case { Kind: SlotKind.Group }:
                return (null, false);
            case { Event: { } request } when Exact.IsSaid(request, By):
                return Exact.TryName(request, By, out var by) && _evaluation.Screens.Names.Resolve(by).Kind is var kind and not SlotKind.Group
                    ? (kind == SlotKind.Actor ? by.Text : null, true)
                    : (null, false);
            default:
                return (null, true);
        }
    }

    /// <summary>Is the duty alive when it opens? Where nobody ever leaves, that changes only with the agreement.</summary>
    private bool IsLive(Clause clause, ClauseScreen screen, string bearer, string? beneficiary, Instant at)
    {
        if (_evaluation.MaySomebodyBeAbsent)
        {
            return _evaluation.Live([new ActorEntity(bearer)], beneficiary is null ? null : new ActorEntity(beneficiary), InstantRange.At(at), clause.Survival).Truth == Truth.True;
        }

        var stretch = StretchOf(at);
        if (!screen.InForce.TryGetValue(stretch, out var inForce))
        {
            inForce = _evaluation.InForce(InstantRange.At(at), clause.Survival).Truth;
            screen.InForce.Add(stretch, inForce);
        }

        return inForce == Truth.True;
    }

    /// <summary>Of the stretches between the moments at which it may change whether a duty binds, the one in which an instant lies.</summary>
    private int StretchOf(Instant at)
    {
        var found = Array.BinarySearch(Boundaries, at);
        return found < 0 ? ~found : found + 1;
    }

    /// <summary>Is an actor a party by name, or a member of a group of them without any dates?</summary>
    private bool IsAlwaysParty(string name)
    {
        if (!AreParties.TryGetValue(name, out var isOne))
        {
            isOne = IsAlwaysAmong(_agreement.Parties, name);
            AreParties.Add(name, isOne);
        }

        return isOne;
    }

    private bool IsAlwaysAmong(IEnumerable<string> parties, string name) => parties.Any(p => p == name || (_agreement.Vocabulary.Groups.TryGetValue(p, out var group)
        && IsAlwaysAmong(group.Members.Where(m => m is { From: null, Until: null }).Select(m => m.Member), name)));
}
