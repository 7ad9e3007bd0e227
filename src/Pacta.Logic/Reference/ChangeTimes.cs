using System.Collections.Immutable;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference;

/// <summary>When the same changes came about, where there is more than one account of that.</summary>
internal static class ChangeTimes
{
    /// <summary>The changes of the first account, at whatever time that is in either.</summary>
    /// <param name="others">The same changes in the same order.</param>
    /// <returns>The same list, where the other account has no other times.</returns>
    public static ImmutableArray<StateChange> Cover(ImmutableArray<StateChange> changes, ImmutableArray<StateChange> others)
    {
        for (var i = 0; i < changes.Length; i++)
        {
            var at = changes[i].At.Cover(others[i].At);
            changes = at == changes[i].At ? changes : changes.SetItem(i, changes[i] with { At = at });
        }

        return changes;
    }
}
