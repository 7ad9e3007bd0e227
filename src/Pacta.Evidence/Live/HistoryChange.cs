using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Histories;

namespace Pacta.Evidence.Live;

/// <summary>What stands in a history beside its facts and counts.</summary>
[Flags]
public enum HistoryParts
{
    None = 0,
    Judgements = 1,
    Completeness = 2,

    /// <summary>Also from when on any source could see.</summary>
    Coverages = 4,
    Grades = 8,
    Cases = 16,
    Determinations = 32,
    TakenBack = 64,
    LeftOut = 128,
    Ungraded = 256,

    /// <summary>When sources were last heard of: nearly every report changes it.</summary>
    Heard = 512,
}

/// <summary>What some more records made different in a history.</summary>
/// <param name="Facts">Every fact and count that is not equal to what it was, in the order of keys; null where there was none before, or is none any more.</param>
/// <param name="Others">What else is not what it was.</param>
/// <param name="Through">Through when the history is complete now.</param>
public sealed record HistoryChange(ImmutableArray<(Fact? Before, Fact? After)> Facts, HistoryParts Others, Instant Through, Instant ThroughBefore);
