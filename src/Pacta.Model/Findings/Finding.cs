using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Model.Findings;

/// <summary>The states of a clause for one bearer, beneficiary and trigger (docs/semantics.md, "States").</summary>
public enum ClauseState
{
    /// <summary>Not (yet) in play: not triggered, or not yet begun.</summary>
    Dormant,

    /// <summary>Triggered and not yet due.</summary>
    Open,
    Met,
    Breached,

    /// <summary>Breached, then performed late or ended.</summary>
    Cured,

    /// <summary>An exception applies.</summary>
    Excused,
    Suspended,

    /// <summary>Ended without breach or performance: the agreement ended, or <c>while</c> stopped holding.</summary>
    Lapsed,

    /// <summary>A disputed commitment: claims are listed, nothing is found.</summary>
    Claimed,

    /// <summary>A power that was used.</summary>
    Exercised,

    /// <summary>Used without having the power.</summary>
    Void,
}

public enum Certainty
{
    /// <summary>The same in every way to resolve what is uncertain.</summary>
    Certain,

    /// <summary>It hangs on facts that are both asserted and denied, or on rival values.</summary>
    Contested,

    /// <summary>It hangs on what nobody reported, on an imprecise figure or time, or on a reading.</summary>
    Undetermined,
}

/// <summary>A step of a derivation: which rule of the semantics, on what, with which truth value, because of what.</summary>
/// <param name="Code">Chooses the sentence; the words are in Pacta.Presentation.</param>
/// <param name="Arguments">What the sentence names.</param>
/// <param name="Mentions">Names a scenario may ask for with <c>because</c>: defines, exceptions, clauses, sources.</param>
public sealed record Derivation(
    DerivationCode Code,
    ImmutableArray<string> Arguments,
    Truth Truth,
    ImmutableArray<Derivation> Because,
    ImmutableArray<ReportReference> Reports,
    ImmutableArray<string> Mentions)
{
    /// <summary>Do both say the same, step by step? (Equality of records compares lists by where they are.)</summary>
    public bool IsSameAs(Derivation other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (Code != other.Code || Truth != other.Truth || Because.Length != other.Because.Length
            || !Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan())
            || !Reports.AsSpan().SequenceEqual(other.Reports.AsSpan())
            || !Mentions.AsSpan().SequenceEqual(other.Mentions.AsSpan()))
        {
            return false;
        }

        for (var i = 0; i < Because.Length; i++)
        {
            if (!Because[i].IsSameAs(other.Because[i]))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A change of state: from when (a range, where times are imprecise), and why.</summary>
public sealed record StateChange(ClauseState State, InstantRange At, Derivation Derivation)
{
    /// <summary>The same states in the same order, at the same times and for the same reasons.</summary>
    public static bool AreSame(ImmutableArray<StateChange> a, ImmutableArray<StateChange> b)
    {
        if (a == b)
        {
            return true;
        }

        if (a.Length != b.Length)
        {
            return false;
        }

        for (var i = 0; i < a.Length; i++)
        {
            if (a[i].State != b[i].State || a[i].At != b[i].At || !a[i].Derivation.IsSameAs(b[i].Derivation))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What the clause's state is if certain choices are made: which side of a dispute is believed, which reading is taken.</summary>
/// <remarks>A prime implicant: with these choices the states are those however the rest is resolved, and without any one of them they may not be.</remarks>
/// <param name="If">Choices, all of them needed; empty: in any case.</param>
/// <param name="States">More than one: still undetermined under these choices.</param>
public sealed record Outcome(ImmutableArray<Choice> If, ImmutableArray<ClauseState> States)
{
    /// <summary>No fewer choices lead to these states. False: it is irreducible, and fewer choices may do.</summary>
    public bool IsSmallest { get; init; }

    /// <summary>How many other sets of as few choices lead to the same states, listed or not; null where that was not counted.</summary>
    public int? OthersAsSmall { get; init; }
}

/// <param name="Kind">Whether an event is believed, a value, or a reading taken.</param>
/// <param name="Key">The fact's key, the matter that is judged, or the name of the text that is read.</param>
/// <param name="Attribute">Of a value: what it is a value of.</param>
/// <param name="Subject">What is chosen, for machines: "time of e7", "reading of ceasefire".</param>
/// <param name="Value">The value or reading taken; <see cref="So"/> or <see cref="NotSo"/> where it is believed or denied.</param>
/// <param name="Sources">Who says so.</param>
public sealed record Choice(CauseKind Kind, string Key, string Attribute, string Subject, string Value, ImmutableArray<ReportReference> Sources)
{
    public const string So = "so";

    public const string NotSo = "not so";

    public const string Happened = "happened";

    public const string DidNotHappen = "did not happen";

    /// <summary>Of "one of" several names, those that are believed not to be it: what is left follows from that, and nobody says it.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>The value of a choice against names.</summary>
    public static string Not(ImmutableArray<string> names) => string.Join(" and ", names.Select(n => "not " + n));

    /// <summary>Is it the choice that a cause of uncertainty calls for?</summary>
    public bool IsAbout(Cause cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return Kind == cause.Kind && Key == cause.Key && Attribute == cause.Attribute;
    }
}

/// <summary>A reading that is taken.</summary>
/// <param name="Of">The name of the define, table or clause.</param>
/// <param name="Name">The name of the reading.</param>
/// <param name="HeldBy">Who reads it so; empty if nobody is named.</param>
public sealed record ReadingTaken(string Of, string Name, ImmutableArray<string> HeldBy);

/// <summary>What is found if these readings are taken.</summary>
/// <param name="Finding">Null: then there is no such finding.</param>
/// <param name="IsNotInPlay">Where there is none: whether the clause would not be in play, rather than bind somebody else.</param>
public sealed record FindingUnderReadings(ImmutableArray<ReadingTaken> Readings, Finding? Finding, bool IsNotInPlay);

/// <summary>What is found where late reports count as well.</summary>
/// <param name="Within">Within which time after what it tells a report had to be on record.</param>
/// <param name="Late">The late reports on which the difference rests.</param>
/// <param name="Finding">Null: then there is no such finding.</param>
public sealed record FindingWithLate(Lapse Within, ImmutableArray<ReportReference> Late, Finding? Finding);

/// <summary>
/// What Pacta finds about one clause, bearer, beneficiary and trigger. Four independent parts: <see cref="State"/>,
/// <see cref="Certainty"/>, <see cref="IsSettled"/>, <see cref="Perspective"/>.
/// </summary>
/// <param name="Id">Hash of agreement, clause path, bearer, beneficiary and trigger event ids; survives revision.</param>
/// <param name="Bearers">One; several for a joint duty, or where it is unknown which of them (see <see cref="IsUnattributed"/>).</param>
/// <param name="Trigger">Ids of the events, things or periods that opened it.</param>
/// <param name="States">Every state that is possible; one if certain.</param>
/// <param name="Derivation">Why the state is what it is at the horizon, uncertainty included.</param>
/// <param name="Due">When it is or was due, null where there is no due.</param>
/// <param name="Notes">What silence was taken to mean, exceptions that nobody claimed, and the like.</param>
public sealed record Finding(
    string Id,
    string Agreement,
    string ClausePath,
    string ClauseName,
    string? Reference,
    Agreements.Status Status,
    ImmutableArray<string> Bearers,
    bool IsJoint,
    bool IsUnattributed,
    string? Beneficiary,
    ImmutableArray<string> Trigger,
    string? Line,
    ImmutableArray<ClauseState> States,
    Certainty Certainty,
    bool IsSettled,
    string Perspective,
    InstantRange? Opened,
    InstantRange? Due,
    Derivation Derivation,
    ImmutableArray<StateChange> Changes,
    ImmutableArray<Outcome> Outcomes,
    ImmutableArray<Cause> Causes,
    ImmutableArray<FindingNote> Notes,
    ImmutableArray<string> Unverified,
    ImmutableArray<ReportReference> Reports)
{
    /// <summary>The perspective of nobody in particular: every source counts, and every reading is kept.</summary>
    public const string EverySource = "every_source";

    /// <summary>
    /// The same finding under each reading of the text, where they lead to different states, times or reasons: in the order of the names of
    /// what is read and of the readings, so that no reading comes first because of where it was written. Empty where nothing depends on a reading.
    /// </summary>
    public ImmutableArray<FindingUnderReadings> ByReading { get; init; } = [];

    /// <summary>Whether every way to resolve what is disputed was looked at.</summary>
    public Resolution Resolution { get; init; } = Resolution.Single;

    /// <summary>For each set of states that can be reached the choices that decide: the first of its outcomes, a smallest one where that is known.</summary>
    public IEnumerable<Outcome> DecisiveSets => Outcomes.DistinctBy(o => string.Join(' ', o.States));

    /// <summary>
    /// Of what is not attributed: whether a report that stands names the bearers as those of whom it was one. Otherwise they are all who are
    /// bound, and nobody says that it was one of them.
    /// </summary>
    public bool AreAuthorsNamed { get; init; }

    /// <summary>What authorised bodies decided about it, in the order of their dates. Nothing that is found rests on them.</summary>
    public ImmutableArray<Determination> Determinations { get; init; } = [];

    /// <summary>
    /// What is found if reports count that came too late to be admitted by the clause, where that is something else. Both are told; the finding itself is
    /// that of the reports which are admitted.
    /// </summary>
    public FindingWithLate? WithLate { get; init; }

    /// <summary>Only lists who claims a disputed commitment and who denies it: nothing is found, so nothing is certain.</summary>
    public bool IsClaim => State == ClauseState.Claimed;

    /// <summary>Since when the state of a lasting duty is in doubt; before that it is as its changes say. Null where there is no such doubt.</summary>
    public Instant? DoubtfulFrom { get; init; }

    /// <summary>The state, where only one is possible.</summary>
    public ClauseState? State => States.Length == 1 ? States[0] : null;

    /// <summary>
    /// A certain breach of something that binds: what makes the command exit with 1. What is only proposed or said aloud never does, nor a lasting duty that somebody has under one
    /// reading of a text and under another has not.
    /// </summary>
    public bool IsCertainBreach =>
        Certainty == Certainty.Certain && State == ClauseState.Breached && Notes.All(n => n.Code != NoteCode.OnlyUnderReading)
        && Status is { Standing: not (Agreements.Standing.Proposal or Agreements.Standing.Oral), Disputed: false };
}
