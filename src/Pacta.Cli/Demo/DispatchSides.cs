using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Cli.Demo;

/// <summary>In which rows of the demo a side appears as what: shown, so that everybody can see that none is only ever one of the three.</summary>
internal sealed record DispatchSides(string Name, ImmutableArray<int> Accuses, ImmutableArray<int> IsAccused, ImmutableArray<int> IsConsistent, ImmutableArray<int> IsUnreported, ImmutableArray<int> UsesRight)
{
    public static ImmutableArray<DispatchSides> Of(DispatchRun run) =>
    [
        .. run.Script.Sides.Select(s => new DispatchSides(
            s.Name,
            Numbers(run, r => r.Script.Accusers.Contains(s.Name)),
            Numbers(run, r => r.Script.Accused.Contains(s.Name)),
            Numbers(run, r => Has(r, s, f => f is { State: ClauseState.Met, Derivation.Code: not DerivationCode.NoViolation })),
            Numbers(run, r => Has(r, s, f => f is { State: ClauseState.Met, Derivation.Code: DerivationCode.NoViolation })),
            Numbers(run, r => Has(r, s, f => f.State == ClauseState.Exercised)))),
    ];

    private static ImmutableArray<int> Numbers(DispatchRun run, Func<DispatchRow, bool> has) =>
        [.. run.Rows.Select((r, i) => (Row: r, Number: i + 1)).Where(r => has(r.Row)).Select(r => r.Number)];

    /// <summary>Certainly so, and of a text that binds: what a proposal would ask nobody has kept.</summary>
    private static bool Has(DispatchRow row, ScriptSide side, Func<Finding, bool> are) => row.Checks
        .SelectMany(c => c.Findings)
        .Any(f => f is { Certainty: Certainty.Certain, Status.Standing: not Standing.Proposal } && f.Bearers.Any(side.Actors.Contains) && are(f));
}
