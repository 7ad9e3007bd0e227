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

/// <summary>Why something is not certain.</summary>
public enum CauseKind
{
    /// <summary>An event that some assert and some deny.</summary>
    Denied,

    /// <summary>Rival values for one field, role or time.</summary>
    Rival,

    /// <summary>A field or role nobody reported.</summary>
    Missing,

    /// <summary>An approximate figure, an imprecise time or position.</summary>
    Imprecise,

    /// <summary>A matter of judgement that no report states.</summary>
    Judged,

    /// <summary>Absence of a report of a kind that is declared open.</summary>
    Open,

    /// <summary>A reading of the text.</summary>
    Reading,

    /// <summary>No map or no stated relation between two places.</summary>
    Place,
}

/// <summary>One reason of uncertainty: the fact and attribute, and who says what.</summary>
/// <param name="Key">The fact's key and the attribute, or the name of the define, table or clause whose reading it is.</param>
public sealed record Cause(CauseKind Kind, string Key, string Attribute, string Description, ImmutableArray<ReportReference> Reports)
{
    public bool IsDispute => Kind is CauseKind.Denied or CauseKind.Rival;

    public bool Equals(Cause? other) => other is not null && Kind == other.Kind && Key == other.Key && Attribute == other.Attribute;

    public override int GetHashCode() => HashCode.Combine(Kind, Key, Attribute);
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
    ImmutableArray<string> Mentions);

/// <summary>A change of state: from when (a range, where times are imprecise), and why.</summary>
public sealed record StateChange(ClauseState State, InstantRange At, Derivation Derivation);

/// <summary>What the clause's state is if certain choices are made: which side of a dispute is believed, which reading is taken.</summary>
/// <param name="If">Choices, all of them needed; empty: in any case.</param>
/// <param name="States">More than one: still undetermined under these choices.</param>
public sealed record Outcome(ImmutableArray<Choice> If, ImmutableArray<ClauseState> States);

/// <param name="Subject">What is chosen: a fact's attribute or a reading, in words.</param>
/// <param name="Value">The value or reading taken.</param>
/// <param name="Sources">Who says so.</param>
public sealed record Choice(CauseKind Kind, string Subject, string Value, ImmutableArray<ReportReference> Sources);

/// <summary>A reading that is taken.</summary>
/// <param name="Of">The name of the define, table or clause.</param>
/// <param name="Name">The name of the reading.</param>
/// <param name="HeldBy">Who reads it so; empty if nobody is named.</param>
public sealed record ReadingTaken(string Of, string Name, ImmutableArray<string> HeldBy);

/// <summary>What is found if these readings are taken.</summary>
/// <param name="Finding">Null: then there is no such finding.</param>
/// <param name="IsNotInPlay">Where there is none: whether the clause would not be in play, rather than bind somebody else.</param>
public sealed record FindingUnderReadings(ImmutableArray<ReadingTaken> Readings, Finding? Finding, bool IsNotInPlay);

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
/// <param name="Assumptions">What silence was taken to mean, and exceptions that nobody claimed, in words.</param>
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
    ImmutableArray<string> Assumptions,
    ImmutableArray<string> Unverified,
    ImmutableArray<ReportReference> Reports)
{
    /// <summary>
    /// The same finding under each reading of the text, where they lead to different states, times or reasons: in the order of the names of
    /// what is read and of the readings, so that no reading comes first because of where it was written. Empty where nothing depends on a reading.
    /// </summary>
    public ImmutableArray<FindingUnderReadings> ByReading { get; init; } = [];

    /// <summary>Only lists who claims a disputed commitment and who denies it: nothing is found, so nothing is certain.</summary>
    public bool IsClaim => State == ClauseState.Claimed;

    /// <summary>Since when the state of a lasting duty is in doubt; before that it is as its changes say. Null where there is no such doubt.</summary>
    public Instant? DoubtfulFrom { get; init; }

    /// <summary>The state, where only one is possible.</summary>
    public ClauseState? State => States.Length == 1 ? States[0] : null;

    /// <summary>A certain breach of something that binds: what makes the command exit with 1.</summary>
    public bool IsCertainBreach =>
        Certainty == Certainty.Certain && State == ClauseState.Breached
        && Status is { Standing: not Agreements.Standing.Proposal, Disputed: false };
}
