using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Findings;

namespace Pacta.Logic.Direct;

/// <summary>A state that was entered, and when.</summary>
public readonly record struct DirectChange(ClauseState State, Instant At);

/// <summary>What the direct interpreter finds about one instance of a clause.</summary>
/// <param name="Line">The line of <c>keep all of { }</c>, or null.</param>
/// <param name="Bearers">One; several for a joint duty. In ordinal order.</param>
/// <param name="Trigger">The events and things that opened it, and its calendar period as that period's first date.</param>
/// <param name="State">The state at the horizon.</param>
/// <param name="Changes">In the order of time; the last one is <paramref name="State"/>.</param>
public sealed record DirectFinding(
    string ClausePath,
    string? Line,
    ImmutableArray<string> Bearers,
    string? Beneficiary,
    ImmutableArray<string> Trigger,
    ClauseState State,
    ImmutableArray<DirectChange> Changes);
