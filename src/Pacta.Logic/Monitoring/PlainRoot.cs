using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>An event of which all that it opens is plainly met, and is counted.</summary>
/// <param name="Opened">The event.</param>
/// <param name="Bearer">Of the first instance.</param>
/// <param name="Beneficiary">Of the first instance; empty: there is none.</param>
/// <param name="More">Whose the other instances are, and towards whom.</param>
/// <param name="Notes">What is noted of them.</param>
internal readonly record struct PlainRoot(
    Fact Opened, string Bearer, string Beneficiary, ImmutableArray<(string Bearer, string Beneficiary)> More, IReadOnlyCollection<FindingNote> Notes)
{
    /// <summary>The key of the event.</summary>
    public string Root => Opened.Key;

    /// <summary>How many instances there are.</summary>
    public int Count => 1 + More.Length;

    /// <summary>Are the same instances met?</summary>
    public bool IsAlike(in PlainRoot other) => Bearer == other.Bearer && Beneficiary == other.Beneficiary && More.AsSpan().SequenceEqual(other.More.AsSpan());
}
