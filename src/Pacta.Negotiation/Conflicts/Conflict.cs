using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Negotiation.Histories;

namespace Pacta.Negotiation.Conflicts;

/// <summary>In which way clauses do not go together.</summary>
public enum ConflictKind
{
    /// <summary>A duty to do or to have something that another clause forbids.</summary>
    DutyAgainstProhibition,

    /// <summary>Duties to keep something, a ceiling and a floor among them, that cannot be kept at once.</summary>
    Bounds,

    /// <summary>Other duties that cannot all be kept.</summary>
    Duties,

    /// <summary>One clause alone that nobody can keep in any situation that sets it going.</summary>
    CannotBeMet,

    /// <summary>One clause alone that falls due before it binds, or when it does no more: it binds nobody at any time.</summary>
    NeverBinds,

    /// <summary>One clause alone that is due before what sets it going, which somebody else does and nobody announces.</summary>
    DueBeforeKnown,

    /// <summary>An act that one clause permits, or gives power to do, and another forbids.</summary>
    PermissionAgainstProhibition,

    /// <summary>A permission or a power that comes into play only by what other clauses forbid.</summary>
    UnusableRight,

    /// <summary>No conflict: two duties that look like one act and need two.</summary>
    SeparateActs,
}

/// <summary>A clause, with the text it is in.</summary>
public sealed record ConflictClause(Agreement Text, Clause Clause);

/// <summary>Something that somebody may do in the situation.</summary>
/// <param name="Added">What he does; empty: nothing.</param>
/// <param name="NotKept">The clauses that he does not keep then.</param>
public sealed record Attempt(ImmutableArray<InventedFact> Added, ImmutableArray<ConflictClause> NotKept);

/// <summary>
/// Clauses that do not go together, for somebody, in a situation: whatever he adds to it, within the bound, one of them is not kept, while without any one of
/// them the others can be kept.
/// </summary>
/// <param name="Clauses">A minimal set, in the order of the texts.</param>
/// <param name="Alike">Others for whom the same holds: no text tells them apart.</param>
/// <param name="Situation">Shortest that was found. Of permissions: with the act that is permitted and forbidden.</param>
/// <param name="Holding">A kind of thing that he has, wherever and however he wants; null: nothing is supposed.</param>
/// <param name="Readings">The readings under which it is so; empty: it does not depend on any.</param>
/// <param name="Attempts">Doing nothing, and the ways to keep all but one of the clauses.</param>
/// <param name="Act">Of permissions: the act.</param>
public sealed record Conflict(
    ConflictKind Kind,
    ImmutableArray<ConflictClause> Clauses,
    string Party,
    ImmutableArray<string> Alike,
    InventedHistory Situation,
    string? Holding,
    ImmutableArray<ReadingTaken> Readings,
    ImmutableArray<Attempt> Attempts,
    InventedFact? Act,
    ImmutableArray<Prevalence> Prevails)
{
    /// <summary>What the party itself does in the situation: without it there is no conflict.</summary>
    public IEnumerable<InventedFact> OwnActs => Situation.Facts.Where(f => IsBy(f, Party));

    public static bool IsBy(InventedFact fact, string actor)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Roles.GetValueOrDefault(fact.Form == Model.Histories.FactForm.Thing ? "of" : "by", []).Contains(actor);
    }
}

/// <summary>All that was found in one text or between several.</summary>
/// <param name="Separate">Duties that need two separate acts: no conflicts.</param>
/// <param name="Bound">How far was looked.</param>
public sealed record TextConflicts(ImmutableArray<Agreement> Texts, ImmutableArray<Conflict> Conflicts, ImmutableArray<Conflict> Separate, ConflictBound Bound);

/// <summary>How far a search for conflicts went.</summary>
/// <param name="Facts">The most facts of a situation.</param>
/// <param name="Acts">The most acts that a party could add for one instance of a duty.</param>
/// <param name="Sets">How many sets of clauses were looked at: those that speak of the same kinds of acts.</param>
/// <param name="Clauses">How many clauses there are.</param>
/// <param name="Tried">How many histories the evaluator was asked about.</param>
/// <param name="Cut">Sets of clauses for which the allowance ran out before all situations were tried.</param>
/// <param name="CutKinds">Kinds of events and things with more combinations of values than were tried.</param>
public sealed record ConflictBound(
    int Facts, int Acts, int Sets, int Clauses, int Tried, ImmutableArray<ImmutableArray<ConflictClause>> Cut, ImmutableArray<string> CutKinds);
