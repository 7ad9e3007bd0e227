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
            && Of(a.Changes.AsSpan(), b.Changes.AsSpan())
            && Of(a.Possible.Why, b.Possible.Why));

    public static bool Of(FindingUnderReadings a, FindingUnderReadings b) =>
        a.IsNotInPlay == b.IsNotInPlay && (a.Finding is null ? b.Finding is null : b.Finding is not null && Of(a.Finding, b.Finding));

    public static bool Of(Finding a, Finding b) =>
        ReferenceEquals(a, b)
        || (a.Certainty == b.Certainty
            && a.IsSettled == b.IsSettled
            && a.Opened == b.Opened
            && a.Due == b.Due
            && a.States.AsSpan().SequenceEqual(b.States.AsSpan())
            && Of(a.Changes.AsSpan(), b.Changes.AsSpan())
            && Of(a.Derivation, b.Derivation));

    private static bool Of(ReadOnlySpan<StateChange> a, ReadOnlySpan<StateChange> b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        for (var i = 0; i < a.Length; i++)
        {
            if (!ReferenceEquals(a[i], b[i]) && (a[i].State != b[i].State || a[i].At != b[i].At || !Of(a[i].Derivation, b[i].Derivation)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Of(Derivation a, Derivation b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }

        if (a.Code != b.Code || a.Truth != b.Truth || a.Because.Length != b.Because.Length || a.Arguments.Length != b.Arguments.Length || a.Reports.Length != b.Reports.Length)
        {
            return false;
        }

        for (var i = 0; i < a.Arguments.Length; i++)
        {
            if (!string.Equals(a.Arguments[i], b.Arguments[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        for (var i = 0; i < a.Reports.Length; i++)
        {
            if (!a.Reports[i].Equals(b.Reports[i]))
            {
                return false;
            }
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
