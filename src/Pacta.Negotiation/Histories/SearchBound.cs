using System.Collections.Immutable;

namespace Pacta.Negotiation.Histories;

/// <summary>How far a search went. Within it the search is exact; what lies beyond it was not looked at.</summary>
/// <param name="Steps">Histories of at most so many facts were tried, all of them that the texts tell apart. A row of like events counts as one.</param>
/// <param name="Tried">How many histories the evaluator was asked about.</param>
/// <param name="IsCutShort">The allowance of histories ran out before longer ones were tried, or all of these.</param>
/// <param name="Cut">Kinds of events and things with more combinations of values than were tried.</param>
public sealed record SearchBound(int Steps, int Tried, bool IsCutShort, ImmutableArray<string> Cut)
{
    public static readonly SearchBound None = new(0, 0, false, []);

    /// <summary>Both searches together: no further than the shorter one went.</summary>
    public SearchBound And(SearchBound other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this == None ? other
            : other == None ? this
            : new SearchBound(Math.Min(Steps, other.Steps), Tried + other.Tried, IsCutShort || other.IsCutShort, [.. Cut.Union(other.Cut, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
