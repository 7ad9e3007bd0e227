using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Negotiation.Matching;

namespace Pacta.Negotiation.Histories;

/// <summary>How what a second text asks of somebody relates to what a first one asks.</summary>
public enum Strictness
{
    /// <summary>They say the same, word for word once names of variables, order and units are set aside.</summary>
    Same,

    /// <summary>No history was found, within the bound, that one calls a breach and the other does not.</summary>
    NoDifferenceFound,

    /// <summary>The second calls a breach what the first does not, and nothing was found the other way round.</summary>
    Stricter,

    /// <summary>The first calls a breach what the second does not, and nothing was found the other way round.</summary>
    Looser,

    /// <summary>Each calls a breach something that the other does not.</summary>
    Incomparable,
}

/// <summary>A history that one text calls a breach by a party, and in which he keeps the other.</summary>
/// <param name="Clause">The clause that is not kept.</param>
/// <param name="Broken">What is found about it.</param>
/// <param name="IsAmongFew">It shows this if the parties named in it are all there are; among all parties it does not, for one owes the same to others as well.</param>
public sealed record Separation(Clause Clause, InventedHistory History, ImmutableArray<Finding> Broken, bool IsAmongFew)
{
    /// <summary>Clauses that both texts have in the same words and that are kept in neither: the difference comes on top of them.</summary>
    public ImmutableArray<string> KeptInNeither { get; init; } = [];

    /// <summary>Clauses of the text that is kept which ask for something whatever happens, and of which the clause does not speak: taken as done, and not in the history.</summary>
    public ImmutableArray<string> TakenAsDone { get; init; } = [];
}

/// <summary>What was looked for, in one direction: something that a clause of one text calls a breach while the other text is kept.</summary>
/// <param name="Found">Null: nothing within the bound.</param>
/// <param name="IsCaught">Its counterpart allows what was found, and another clause of the other text does not: a difference of the clauses and not of the texts.</param>
/// <param name="By">Where it is caught: by which clauses.</param>
public sealed record SeparationResult(Separation? Found, bool IsCaught, ImmutableArray<string> By, SearchBound Bound)
{
    /// <summary>There is nothing to look for: no such clause, or one that binds nobody.</summary>
    public static readonly SeparationResult Nothing = new(null, false, [], SearchBound.None);

    /// <summary>It was shown that there is none, and not only that none was found.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Their make shows it: whoever keeps the counterpart keeps the clause.</summary>
    public static readonly SeparationResult Excluded = Nothing with { IsExcluded = true };

    /// <summary>Is it certain that there is none?</summary>
    public bool IsNone => IsExcluded || this == Nothing;
}

/// <summary>Two clauses that correspond, or one that has no counterpart, and what they ask of one party.</summary>
/// <param name="Alike">Other parties for whom the same holds: no text tells them apart.</param>
/// <param name="FirstForbids">What the first calls a breach while the second text is kept.</param>
/// <param name="SecondForbids">What the second calls a breach while the first text is kept.</param>
public sealed record ClauseStrictness(
    ClausePair Pair, string Party, ImmutableArray<string> Alike, SeparationResult FirstForbids, SeparationResult SecondForbids)
{
    /// <summary>The clauses by themselves.</summary>
    public Strictness OfClauses => FirstForbids.IsExcluded && SecondForbids.IsExcluded ? Strictness.Same : Strictnesses.Of(FirstForbids.Found is not null, SecondForbids.Found is not null);

    /// <summary>Seen with all other clauses of both texts.</summary>
    public Strictness OfTexts => OfClauses == Strictness.Same ? Strictness.Same : Strictnesses.Of(
        FirstForbids is { Found: not null, IsCaught: false }, SecondForbids is { Found: not null, IsCaught: false });
}

/// <summary>What two texts as wholes ask of one party.</summary>
/// <param name="IsShown">That there is nothing the other way round is shown, and not only not found.</param>
public sealed record PartyStrictness(string Party, ImmutableArray<string> Alike, Strictness Strictness, bool IsShown)
{
    /// <summary>How far was looked where nothing was found.</summary>
    public SearchBound Bound { get; init; } = SearchBound.None;
}

/// <summary>Two texts compared by what they allow.</summary>
/// <param name="Clauses">In the order of the pairs and the parties; pairs that say the same are left out.</param>
/// <param name="InForce">Since when both texts are taken to bind in invented histories.</param>
public sealed record DraftStrictness(ImmutableArray<ClauseStrictness> Clauses, ImmutableArray<PartyStrictness> Parties, SearchBound Bound, LocalDate InForce);

public static class Strictnesses
{
    public static Strictness Of(bool firstForbids, bool secondForbids) => (firstForbids, secondForbids) switch
    {
        (true, true) => Strictness.Incomparable,
        (true, false) => Strictness.Looser,
        (false, true) => Strictness.Stricter,
        _ => Strictness.NoDifferenceFound,
    };
}
