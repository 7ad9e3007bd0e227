using System.Collections.Immutable;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Tables;

/// <summary>One row of the table: one finding, or several that differ only in beneficiary, bearer or year.</summary>
/// <param name="Group">The clause or exception under which the row stands.</param>
/// <param name="Reason">What it hangs on where it is not certain, or that it rests on silence; often empty.</param>
/// <param name="Decided">What stands beside it: what late reports would make of it, and what bodies decided.</param>
/// <param name="About">The trigger, with the line of a duty that has several.</param>
public sealed record FindingRow(
    string Group,
    string Who,
    string About,
    string State,
    string When,
    string Certainty,
    string Reason,
    ImmutableArray<string> Decided,
    ImmutableArray<Finding> Findings);
