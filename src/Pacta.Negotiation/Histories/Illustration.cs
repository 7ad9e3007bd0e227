using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Negotiation.Histories;

/// <summary>What an invented history shows of a clause.</summary>
public enum IllustrationKind
{
    /// <summary>The clause comes to a state.</summary>
    State,

    /// <summary>A figure is exactly on a bound.</summary>
    OnBound,

    /// <summary>A figure is beside a bound, on the side where the comparison comes out otherwise.</summary>
    BesideBound,

    /// <summary>What is owed is done when it is due, and in time.</summary>
    LastMoment,

    /// <summary>What is owed is done after it was due.</summary>
    TooLate,
}

/// <summary>A short invented history, and what follows from it for somebody.</summary>
/// <param name="Name">Of the clause, or of one of its exceptions.</param>
/// <param name="About">The comparison as it is written; of a clause that is excused the exception; otherwise empty.</param>
/// <param name="State">What is found; null: the clause is not in play.</param>
/// <param name="Reading">The one reading under which it is so, where it is not so under the others; null: it hangs on none.</param>
public sealed record Illustration(Clause Clause, string Name, string Party, IllustrationKind Kind, string About, ClauseState? State, ReadingTaken? Reading, InventedHistory History);

/// <summary>What was found for one clause.</summary>
/// <param name="Party">One who is bound; the same holds for all who are alike. Null: nobody was found to be bound.</param>
/// <param name="Shown">In the order of their kinds, the shortest first.</param>
/// <param name="BoundsNotReached">Comparisons on which no history came to lie.</param>
public sealed record ClauseIllustrations(Clause Clause, string? Party, ImmutableArray<Illustration> Shown, ImmutableArray<string> BoundsNotReached, SearchBound Bound);
