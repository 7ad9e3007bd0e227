using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Model.Scenarios;

/// <summary>What the scenarios of an agreement show of it: only expectations that came out as written count.</summary>
/// <param name="Clauses">Clauses and exceptions, in the order of the text; permissions, of which nothing is ever found, are not among them.</param>
/// <param name="Bounds">In the order of the text.</param>
/// <param name="Times">Of clauses that name a last moment.</param>
public sealed record ScenarioCoverage(Agreement Agreement, ImmutableArray<ShownClause> Clauses, ImmutableArray<ShownBound> Bounds, ImmutableArray<ShownTime> Times);

/// <summary>A clause or exception, and how scenarios show it.</summary>
/// <param name="States">The states that are expected of it, each once.</param>
/// <param name="IsShown">Something is expected of it, or because of it.</param>
/// <param name="ReadingsNotShown">Of several readings those under which nothing is expected.</param>
public sealed record ShownClause(string Name, string? Reference, Origin Origin, ImmutableArray<string> States, bool IsShown, ImmutableArray<string> ReadingsNotShown)
{
    public bool IsWhole => IsShown && ReadingsNotShown.IsEmpty;
}

/// <summary>A number that something is compared with, where it stands: in a clause, an exception, a definition or a table.</summary>
/// <param name="Text">As it is written: <c>troops of x at least 9_000</c>.</param>
/// <param name="Owner">The name of the clause or whatever else it stands in.</param>
public sealed record Bound(string Text, string Owner, string? Reference, Origin Origin);

/// <summary>A bound, and whether something was exactly on it, and it held, and did not.</summary>
public sealed record ShownBound(Bound Bound, bool IsOn, bool Holds, bool Fails)
{
    public bool IsWhole => IsOn && Holds && Fails;
}

/// <summary>A clause with a last moment, and whether something was done just then, in time, and too late or never.</summary>
public sealed record ShownTime(string Clause, string? Reference, Origin Origin, bool IsAtTheLast, bool IsInTime, bool IsLate)
{
    public bool IsWhole => IsAtTheLast && IsLate;
}

/// <summary>A scenario that was run, for whoever tells of it.</summary>
/// <param name="Problems">What did not come out as written: where, what was expected, and what was found.</param>
public sealed record ScenarioRun(Agreement Agreement, Scenario Scenario, ImmutableArray<(Origin Place, string Expected, string Found)> Problems)
{
    public bool Passed => Problems.IsEmpty;
}
