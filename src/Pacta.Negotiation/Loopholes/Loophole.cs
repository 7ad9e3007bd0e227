using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Negotiation.Histories;

namespace Pacta.Negotiation.Loopholes;

/// <summary>By what an act slips past a text: change it, and a clause is not kept.</summary>
public enum EscapeForm
{
    /// <summary>By a number: of troops, of a range, of things.</summary>
    Number,

    /// <summary>By a yes or no, or a word that is reported of it.</summary>
    Property,

    /// <summary>By where it is.</summary>
    Place,

    /// <summary>By when it is.</summary>
    Time,

    /// <summary>By who does it, or to whom.</summary>
    Actor,

    /// <summary>By what it is called.</summary>
    Name,

    /// <summary>By being done in parts.</summary>
    Parts,
}

/// <summary>One detail of an invented history on which it hangs that the text is kept.</summary>
/// <param name="Fact">The fact as it is in the history.</param>
/// <param name="Attribute">What of it: a field, a preposition; empty for its time, its name, its parts.</param>
/// <param name="Instead">The fact as it would have to be for the clause to catch it.</param>
/// <param name="Clause">The clause that would not be kept then.</param>
public sealed record Escape(EscapeForm Form, InventedFact Fact, string Attribute, InventedFact Instead, Clause Clause);

/// <summary>What a clause of the text says of the history: its states there.</summary>
public sealed record Said(Clause Clause, ImmutableArray<Finding> Findings);

/// <summary>A history in which every clause of a text is kept, and in which an interest is hurt.</summary>
/// <param name="Hurt">What is found about the interest.</param>
/// <param name="Draft">The clauses of the text that could be concerned; none: the text says nothing about such things.</param>
/// <param name="Escapes">On what it hangs; empty where no single change would do.</param>
/// <param name="IsAmongFew">See <see cref="Separation.IsAmongFew"/>.</param>
public sealed record Loophole(
    InventedHistory History, ImmutableArray<Finding> Hurt, ImmutableArray<Said> Draft, ImmutableArray<Escape> Escapes, bool IsAmongFew)
{
    /// <summary>See <see cref="Separation.TakenAsDone"/>.</summary>
    public ImmutableArray<string> TakenAsDone { get; init; } = [];
}

/// <summary>What was looked for on account of one interest.</summary>
/// <param name="Interest">Written as a clause: what would have to be kept so that the interest is not hurt.</param>
/// <param name="Holder">The text in which the interest stands.</param>
/// <param name="Found">The shortest ones, each hurting it in another way; empty: none within the bound.</param>
public sealed record InterestLoopholes(Agreement Holder, Clause Interest, ImmutableArray<Loophole> Found, SearchBound Bound);
