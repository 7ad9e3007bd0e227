using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using OffsetTime = Pacta.Model.Agreements.OffsetTime;

namespace Pacta.Logic.Reference.Screening;

/// <summary>The parts of a duty of one bearer to do something, as a quick look needs them.</summary>
/// <param name="Bearer">Where the bearer stands in the frame; null: <paramref name="BearerName"/>, an actor that the text names.</param>
/// <param name="BearerVariable">By what name, where it stands in the frame.</param>
/// <param name="To">Where stands to whom it is done; null: nowhere.</param>
/// <param name="ToName">The actor to whom it is done, that the text names.</param>
/// <param name="Act">What is to be done.</param>
/// <param name="Probes">By which roles the acts can be looked up.</param>
/// <param name="From">The beginnings of the window.</param>
/// <param name="Until">Its deadlines.</param>
internal sealed record DutyScreen(
    int? Bearer,
    string? BearerVariable,
    string BearerName,
    int? To,
    string? ToName,
    PatternScreen Act,
    Probe[] Probes,
    TimeScreen[] From,
    TimeScreen[] Until)
{
    /// <summary>What is noted of each duty that is met: what might excuse and was not reported.</summary>
    public IReadOnlyCollection<FindingNote> Notes { get; init; } = [];
}

/// <summary>A role by which acts can be looked up.</summary>
/// <param name="kind">The kind of event that they are; of a noun that is defined, the kind behind it.</param>
/// <param name="place">Where what fills the role stands in the frame; null: it is <paramref name="name"/>, an actor.</param>
internal sealed class Probe(HistoryIndex index, string kind, string role, int? place, string name)
{
    private RoleIndex? _events;

    /// <summary>The acts that may have it in the role; null: it takes more to know.</summary>
    public FactList? Find(Slot[] frame)
    {
        var known = place is { } at ? frame[at] : new Slot(new Name(name), SlotKind.Actor, null);
        if (known.Kind == SlotKind.Group)
        {
            return null;
        }

        // Nobody takes down what a quick look asks.
        return (_events ??= index.EventsBy(kind, role)).Find(known.Name);
    }
}

/// <summary>A bound of a window: from when an act is certainly not too early, through when certainly not too late, and the last moment that may be in time.</summary>
internal readonly record struct Bound(Instant From, Instant Through, Instant Last);

/// <summary>A bound that a sentence names, where it depends on the starts of exact events only; null: it does not.</summary>
internal delegate Bound? TimeScreen(Slot[] frame, Instant opened);

/// <summary>A clause in one way to read it: what opens it, and the duty, where that can be looked at quickly.</summary>
/// <param name="Places">How many places there are in its frame.</param>
internal sealed record ClauseScreen(Sentence Sentence, PatternScreen When, DutyScreen? Duty, int Places)
{
    /// <summary>Whether the agreement is in force, by stretches between the moments at which that may change.</summary>
    public Dictionary<int, Model.Truth> InForce { get; } = [];

    /// <summary>What the noun of the event means that opens it, where it is defined.</summary>
    public NounScreen? Noun { get; init; }

    /// <summary>Whether nothing comes of it, whatever opens it.</summary>
    public bool IsIdle { get; init; }
}

/// <summary>An instance that is plainly met: whose, towards whom, and by which act.</summary>
internal readonly record struct PlainInstance(string Bearer, string Beneficiary, Fact Act);

/// <summary>Makes the screens of whole clauses.</summary>
internal sealed class DutyScreenMaker(ScreenMaker maker, Evaluation evaluation, DateTimeZone zone)
{
    /// <param name="excuses">What is noted where nothing can excuse from the sentence, whatever opens it; null: something may.</param>
    public ClauseScreen Make(Clause clause, Sentence sentence, IReadOnlyCollection<FindingNote>? excuses)
    {
        var scope = new Scope();
        var when = maker.Make(clause.When!, scope);
        var duty = when is UnsurePattern || excuses is null ? null : Duty(sentence, scope);
        return new ClauseScreen(sentence, when, duty is null ? null : duty with { Notes = excuses! }, scope.Count);
    }

    private DutyScreen? Duty(Sentence sentence, Scope scope)
    {
        if (sentence is not { Act: DoAct { Pattern: { Variable: var own } pattern }, Subject: { Each: null, Together: false, Names: [var subject] } }
            || evaluation.EventKindOf(pattern.Noun) is not { } kind
            || (own is not null && scope.PlaceOf(own) is not null)
            || Norms.EachFinder.In(sentence).Count > 0
            || Window(sentence.Timing, scope) is not var (from, until))
        {
            return null;
        }

        var bearer = subject is VariableArgument ? scope.PlaceOf(subject) : null;
        if (bearer is null && subject is not ActorArgument { IsGroup: false })
        {
            return null;
        }

        var to = pattern.Roles.FirstOrDefault(r => r.Preposition == "to")?.Argument;
        var toPlace = to is VariableArgument ? scope.PlaceOf(to) : null;
        if (to is not null && toPlace is null && to is not ActorArgument { IsGroup: false })
        {
            return null;
        }

        Probe[] probes =
        [
            .. pattern.Roles.Where(r => r.Argument is ActorArgument { IsGroup: false } || (r.Argument is VariableArgument && scope.PlaceOf(r.Argument) is not null))
                .Select(r => new Probe(evaluation.Index, kind, r.Preposition, scope.PlaceOf(r.Argument), (r.Argument as ActorArgument)?.Name ?? string.Empty)),
        ];
        return probes.Length == 0
            ? null
            : new DutyScreen(
                bearer, (subject as VariableArgument)?.Variable, (subject as ActorArgument)?.Name ?? string.Empty, toPlace, (to as ActorArgument)?.Name,
                maker.Make(pattern, scope), probes, from, until);
    }

    private (TimeScreen[] From, TimeScreen[] Until)? Window(Timing timing, Scope scope)
    {
        var (from, until) = (new List<TimeScreen?>(), new List<TimeScreen?>());
        if (timing.NoLater is { } noLater)
        {
            until.Add(Time(noLater, scope));
        }

        if (timing.NoEarlier is { } noEarlier)
        {
            from.Add(Time(noEarlier, scope));
        }

        if (timing.Within is { } within)
        {
            ExactTime? start = within.Anchor is null ? static (_, opened) => opened : Start(within.Anchor, scope);
            var anchor = start is null ? within.Anchor is { } named ? Time(named, scope) : null : Bare(start);
            var other = start is not null ? Moved(start, within.Length, within.Before)
                : within.Anchor is { } time && Point(time, scope) is { } origin ? Moved(origin, within.Length, within.Before)
                : null;
            from.Add(within.Before ? other : anchor);
            until.Add(within.Before ? anchor : other);
        }

        return from.Contains(null) || until.Contains(null) ? null : ([.. from.OfType<TimeScreen>()], [.. until.OfType<TimeScreen>()]);
    }

    private TimeScreen? Time(TimeExpression time, Scope scope) =>
        Start(time, scope) is { } start ? Bare(start)
        : time is OffsetTime offset && Start(offset.Origin, scope) is { } origin ? Moved(origin, offset.Lapse, offset.Before)
        : Point(time, scope) is { } point ? (frame, opened) => BoundOf(point(frame, opened))
        : null;

    /// <summary>The start of an event.</summary>
    private ExactTime? Start(TimeExpression time, Scope scope) => time is StartTime { Of: VariableArgument of } && scope.PlaceOf(of) is { } place
        ? (frame, _) => frame[place].Event is { } fact ? StartOf(fact) : null
        : null;

    /// <summary>Whatever else is the same always, or counts from the start of an event.</summary>
    private PointScreen? Point(TimeExpression time, Scope scope)
    {
        switch (time)
        {
            case FixedTime or EntryIntoForceTime or SignatureTime:
                var always = evaluation.Evaluate(time, Binding.Empty);
                return (_, _) => always;
            case StartTime when Start(time, scope) is { } start:
                return (frame, opened) => start(frame, opened) is { } at ? At(at).Bare() : null;
            case OffsetTime offset when Point(offset.Origin, scope) is { } origin:
                return (frame, opened) => origin(frame, opened) is { } from ? evaluation.Offset(from, offset.Lapse, offset.Before) : null;
            default:
                return null;
        }
    }

    private static TimeScreen Bare(ExactTime start) => (frame, opened) => start(frame, opened) is { } at ? new Bound(at, at, at) : null;

    private TimeScreen Moved(ExactTime start, Lapse lapse, bool before)
    {
        if (!lapse.IsElapsed)
        {
            return (frame, opened) => start(frame, opened) is { } from ? BoundOf(evaluation.Offset(At(from).Bare(), lapse, before)) : null;
        }

        return (frame, opened) =>
        {
            if (start(frame, opened) is not { } from)
            {
                return null;
            }

            var at = evaluation.Agreement.Calendar.LastInstant(from, lapse, before);
            return new Bound(at, at, at);
        };
    }

    private TimeScreen Moved(PointScreen origin, Lapse lapse, bool before) =>
        (frame, opened) => origin(frame, opened) is { } from ? BoundOf(evaluation.Offset(from, lapse, before)) : null;

    private Bound? BoundOf(Point? point)
    {
        if (point is not { IsOpenEnded: false, IsUnknown: false } known)
        {
            return null;
        }

        var (beginning, deadline) = (known.AsBeginning(evaluation.Agreement.Calendar), known.AsDeadline(evaluation.Agreement.Calendar));
        return new Bound(beginning.Latest, deadline.Earliest, deadline.Latest);
    }

    /// <summary>When an event happened, where that is known to the clock and nobody says otherwise.</summary>
    public Instant? StartOf(Fact fact) => fact.ExactTime ?? (fact.Time.IsPlain(out var when) && when.HasClock && when.In(zone) is { IsExact: true } at ? at.Earliest : null);

    private delegate Instant? ExactTime(Slot[] frame, Instant opened);

    private delegate Point? PointScreen(Slot[] frame, Instant opened);

    private static Point At(Instant instant) => Reference.Point.AtInstant(InstantRange.At(instant), []);
}
