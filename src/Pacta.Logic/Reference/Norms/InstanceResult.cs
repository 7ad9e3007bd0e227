using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>What an instance is about: everything that makes it the same instance in another world or after a revision.</summary>
internal sealed record InstanceKey(string Path, string Line, string Bearer, string Beneficiary, string Trigger)
{
    public override string ToString() => string.Join('|', Path, Line, Bearer, Beneficiary, Trigger);
}

/// <summary>One instance in one world.</summary>
/// <param name="BreachAt">When a breach that is only possible would have happened; null where there can be none.</param>
internal sealed record InstanceResult(
    InstanceKey Key,
    ImmutableArray<string> Bearers,
    bool IsJoint,
    bool IsUnattributed,
    string? Beneficiary,
    ImmutableArray<string> Trigger,
    string? Line,
    Possible Possible,
    InstantRange? Opened,
    InstantRange? Due,
    ImmutableArray<StateChange> Changes,
    ImmutableArray<FindingNote> Notes,
    InstantRange? BreachAt = null)
{
    /// <summary>When a duty to keep was first kept: from when it may have been, until when it must have been; null where it never may have been.</summary>
    public InstantRange? FirstKept { get; init; }

    /// <summary>Since when its state is in doubt; before that it is as its changes say.</summary>
    public Instant? DoubtfulFrom { get; init; }

    /// <summary>What the variables of its sentence stand for: what follows otherwise is about the same.</summary>
    public Binding? Binding { get; init; }

    /// <summary>Where it is not known who did it: why that is so.</summary>
    public ImmutableHashSet<Cause> AuthorCauses { get; init; } = [];

    /// <summary>Where it is not known who did it: whether a report names the bearers as those of whom it was one.</summary>
    public bool AreAuthorsNamed { get; init; }

    /// <summary>Of a lasting duty: until when the record was looked at. Null for what an act decides.</summary>
    public Instant? LookedAtThrough { get; init; }

    /// <summary>Is it a finding? That a bearer's record was clean before his first act is only asked by other clauses.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>The breaches in the order of time; at the end the one that is only possible, if there may be one.</summary>
    public IEnumerable<(InstantRange At, Judged Judged)> Breaches()
    {
        foreach (var change in Changes.Where(c => c.State == ClauseState.Breached))
        {
            yield return (change.At, Judged.True.Because(change.Derivation));
        }

        if (Possible.Only is null && BreachAt is { } at && Possible.States.Any(s => s is ClauseState.Breached or ClauseState.Cured))
        {
            yield return (at, Judged.Of(Truth.Unknown, Possible.Causes, Possible.Why));
        }
    }
}

/// <summary>Restricts an evaluation to one instance, and to those out of which it may come, when it is repeated in other worlds.</summary>
/// <param name="Explains">Whether somebody wants to know why, and when it changed; most worlds are only asked for the states that are possible in them.</param>
internal sealed record Focus(InstanceKey Key, bool Explains)
{
    public bool Admits(InstanceKey key) => key.Path == Key.Path ? key == Key : Key.Path.StartsWith(key.Path + "/", StringComparison.Ordinal);
}
