using System.Collections.Immutable;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Model.Findings;

/// <summary>Why no finding rests on something that was reported; the words are in Pacta.Presentation. Each names its arguments.</summary>
public enum UnusedCode
{
    /// <summary>It lies after the instant through which the history is complete.</summary>
    AfterHistory,

    /// <summary>No clause speaks of its kind.</summary>
    KindNotMentioned,

    /// <summary>Only commitments whose existence is disputed speak of its kind.</summary>
    OnlyDisputed,

    /// <summary>It happened before the agreement was in force.</summary>
    BeforeInForce,

    /// <summary>It happened when the agreement was not in force, between its provisional application and its entry into force.</summary>
    NotInForce,

    /// <summary>It happened after the agreement had ended.</summary>
    AfterEnd,

    /// <summary>Those whose act or thing it is were suspended then: who.</summary>
    Suspended,

    /// <summary>Those whose act or thing it is had left then: who.</summary>
    Left,

    /// <summary>Those whose act or thing it is are neither parties nor named by the text: who.</summary>
    NotBound,
}

/// <summary>Something that was reported and that no finding cites: what is reported may be of no consequence, but it may not disappear.</summary>
/// <param name="Why">Null where no reason is certain: no clause may be about it as it is described, or it changes nothing that is told.</param>
/// <param name="Times">As reported; several, where reports differ.</param>
/// <param name="Reports">Who asserts it and who denies it.</param>
public sealed record UnusedFact(
    string Id, string Kind, ImmutableArray<When> Times, UnusedCode? Why, ImmutableArray<string> Arguments, ImmutableArray<ReportReference> Reports);
