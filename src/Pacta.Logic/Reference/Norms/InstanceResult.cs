using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>What an instance is about: everything that makes it the same instance in another world or after a revision.</summary>
internal sealed record InstanceKey(string Path, string Line, string Bearer, string Beneficiary, string Trigger)
{
    public override string ToString() => string.Join('|', Path, Line, Bearer, Beneficiary, Trigger);
}

/// <summary>One instance in one world.</summary>
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
    ImmutableArray<string> Assumptions);

/// <summary>Restricts an evaluation to the instances of one trigger and bearer, when it is repeated in other worlds.</summary>
internal sealed record Focus(InstanceKey Key)
{
    public bool Admits(InstanceKey key) => key == Key;
}
