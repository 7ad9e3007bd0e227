using System.Collections.Immutable;
using Pacta.Model.Histories;

namespace Pacta.Model.Findings;

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

    /// <summary>No source was able to see.</summary>
    NotSeen,
}

/// <summary>Which sentence tells a cause; the words are in Pacta.Presentation. Each names its arguments.</summary>
public enum CauseCode
{
    /// <summary>The kind and id of an event, who asserts it, who denies it.</summary>
    Denied,

    /// <summary>
    /// An attribute, the id of what has it, and for each value: the value, who asserts it, who denies it. An empty value stands for a name out of
    /// the "one of" before it, that is denied by itself: then the name, who denies it.
    /// </summary>
    RivalValues,

    /// <summary>A matter, who judged it to be so, who judged it not to be so.</summary>
    RivalJudgements,

    /// <summary>An attribute and the id of what has it.</summary>
    NotReported,

    /// <summary>Who or what is meant: the words for it.</summary>
    NotIdentified,

    /// <summary>An attribute, the id of what has it, and the rough value.</summary>
    Rough,

    /// <summary>A role, the id of what has it, and those of whom it is one.</summary>
    NotKnownWhich,

    /// <summary>The matter that no report judges.</summary>
    NotJudged,

    /// <summary>The kind whose absence says nothing.</summary>
    Open,

    /// <summary>What is reported, and the place in which it may lie.</summary>
    NoMap,

    /// <summary>A position, the place, how far it is from the boundary, and within how many metres both are known.</summary>
    NearBoundary,

    /// <summary>A position with no height, and the place that is bounded in height.</summary>
    NoHeight,

    /// <summary>A position whose height is not said to be above ground, and the place whose heights are.</summary>
    HeightNotAboveGround,

    /// <summary>The same with heights above the sea.</summary>
    HeightNotAboveSea,

    /// <summary>A position, the place, and the disputed areas in which the one lies or may lie and of which some say that they belong to the other.</summary>
    Disputed,

    /// <summary>The kind of what may have happened, the place that no source could see, and when not.</summary>
    NotSeen,

    /// <summary>The count whose events may be among those reported by themselves, or not.</summary>
    MayBeAmong,

    /// <summary>The count whose events happened at unknown times of its period.</summary>
    CountedWhen,

    /// <summary>The term that asks about a time before the record.</summary>
    BeforeRecord,

    /// <summary>The clause that has not been fulfilled.</summary>
    NotFulfilled,

    /// <summary>The text, and for each reading: its name, who holds it.</summary>
    Readings,
}

/// <summary>One reason of uncertainty: the fact and attribute, and who says what.</summary>
/// <param name="Key">The fact's key and the attribute, or the name of the define, table or clause whose reading it is.</param>
/// <param name="Arguments">What its sentence names, as <see cref="CauseCode"/> says.</param>
public sealed record Cause(
    CauseKind Kind, string Key, string Attribute, CauseCode Code, ImmutableArray<string> Arguments, ImmutableArray<ReportReference> Reports)
{
    public bool IsDispute => Kind is CauseKind.Denied or CauseKind.Rival;

    public bool Equals(Cause? other) => other is not null && Kind == other.Kind && Key == other.Key && Attribute == other.Attribute;

    public override int GetHashCode() => HashCode.Combine(Kind, Key, Attribute);
}
