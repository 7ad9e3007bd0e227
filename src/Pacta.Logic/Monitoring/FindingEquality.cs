using System.Collections.Immutable;
using Pacta.Model.Findings;

namespace Pacta.Logic.Monitoring;

/// <summary>Are two findings the same in all that they tell? Their lists are compared element by element.</summary>
internal static class FindingEquality
{
    public static bool Same(Finding? a, Finding? b) => ReferenceEquals(a, b)
        || (a is not null && b is not null
            && a.Id == b.Id && a.Agreement == b.Agreement && a.ClausePath == b.ClausePath && a.ClauseName == b.ClauseName && a.Reference == b.Reference
            && Equals(a.Status, b.Status) && a.IsJoint == b.IsJoint && a.IsUnattributed == b.IsUnattributed && a.Beneficiary == b.Beneficiary && a.Line == b.Line
            && a.Certainty == b.Certainty && a.IsSettled == b.IsSettled && a.Perspective == b.Perspective && a.Opened == b.Opened && a.Due == b.Due
            && a.AreAuthorsNamed == b.AreAuthorsNamed && a.DoubtfulFrom == b.DoubtfulFrom && a.Resolution == b.Resolution
            && Same(a.Bearers, b.Bearers) && Same(a.Trigger, b.Trigger) && Same(a.States, b.States) && Same(a.Unverified, b.Unverified) && Same(a.Reports, b.Reports)
            && a.Derivation.IsSameAs(b.Derivation) && StateChange.AreSame(a.Changes, b.Changes) && Same(a.Outcomes, b.Outcomes, Same) && Same(a.Causes, b.Causes, Same)
            && Same(a.Notes, b.Notes, Same) && Same(a.ByReading, b.ByReading, Same) && Same(a.Determinations, b.Determinations) && Same(a.WithLate, b.WithLate));

    private static bool Same<T>(ImmutableArray<T> a, ImmutableArray<T> b) => a.AsSpan().SequenceEqual(b.AsSpan());

    private static bool Same<T>(ImmutableArray<T> a, ImmutableArray<T> b, Func<T, T, bool> same)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        for (var i = 0; i < a.Length; i++)
        {
            if (!same(a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(Outcome a, Outcome b) =>
        a.IsSmallest == b.IsSmallest && a.OthersAsSmall == b.OthersAsSmall && Same(a.States, b.States) && Same(a.If, b.If, Same);

    private static bool Same(Choice a, Choice b) =>
        a.Kind == b.Kind && a.Key == b.Key && a.Attribute == b.Attribute && a.Subject == b.Subject && a.Value == b.Value && Same(a.Sources, b.Sources) && Same(a.Without, b.Without);

    private static bool Same(Cause? a, Cause? b) => a is null || b is null
        ? ReferenceEquals(a, b)
        : a.Kind == b.Kind && a.Key == b.Key && a.Attribute == b.Attribute && a.Code == b.Code && Same(a.Arguments, b.Arguments) && Same(a.Reports, b.Reports);

    private static bool Same(FindingNote a, FindingNote b) => a.Code == b.Code && Same(a.Arguments, b.Arguments) && Same(a.Cause, b.Cause) && Same(a.Reports, b.Reports);

    private static bool Same(FindingUnderReadings a, FindingUnderReadings b) =>
        a.IsNotInPlay == b.IsNotInPlay && Same(a.Finding, b.Finding) && Same(a.Readings, b.Readings, (x, y) => x.Of == y.Of && x.Name == y.Name && Same(x.HeldBy, y.HeldBy));

    private static bool Same(FindingWithLate? a, FindingWithLate? b) => a is null || b is null
        ? ReferenceEquals(a, b)
        : a.Within == b.Within && Same(a.Late, b.Late) && Same(a.Finding, b.Finding);
}
