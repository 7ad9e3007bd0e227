using Pacta.Logic.Reference.Norms;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Readings;

/// <summary>Do two readings lead to the same: the same states and times, for the same reasons?</summary>
internal static class Sameness
{
    public static bool Of(InstanceResult a, InstanceResult b) =>
        ReferenceEquals(a, b)
        || (a.Possible.States == b.Possible.States
            && a.Opened == b.Opened
            && a.Due == b.Due
            && a.Changes.AsSpan().SequenceEqual(b.Changes.AsSpan(), Changes)
            && Of(a.Possible.Why, b.Possible.Why));

    public static bool Of(FindingUnderReadings a, FindingUnderReadings b) =>
        a.IsNotInPlay == b.IsNotInPlay && (a.Finding is null ? b.Finding is null : b.Finding is not null && Of(a.Finding, b.Finding));

    private static readonly IEqualityComparer<StateChange> Changes = EqualityComparer<StateChange>.Create(
        (a, b) => a!.State == b!.State && a.At == b.At && Of(a.Derivation, b.Derivation), c => c.At.GetHashCode());

    public static bool Of(Finding a, Finding b) =>
        ReferenceEquals(a, b)
        || (a.Certainty == b.Certainty
            && a.IsSettled == b.IsSettled
            && a.Opened == b.Opened
            && a.Due == b.Due
            && a.States.AsSpan().SequenceEqual(b.States.AsSpan())
            && a.Changes.AsSpan().SequenceEqual(b.Changes.AsSpan(), Changes)
            && Of(a.Derivation, b.Derivation));

    private static bool Of(Derivation a, Derivation b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }

        if (a.Code != b.Code || a.Truth != b.Truth || a.Because.Length != b.Because.Length
            || !a.Arguments.AsSpan().SequenceEqual(b.Arguments.AsSpan()) || !a.Reports.AsSpan().SequenceEqual(b.Reports.AsSpan()))
        {
            return false;
        }

        for (var i = 0; i < a.Because.Length; i++)
        {
            if (!Of(a.Because[i], b.Because[i]))
            {
                return false;
            }
        }

        return true;
    }
}
