using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Cli.Demo;

/// <summary>In which rows of the demo a side appears as what: shown, so that everybody can see that none is only ever one of the three.</summary>
internal sealed record DispatchSides(string Name, ImmutableArray<int> Accuses, ImmutableArray<int> IsAccused, ImmutableArray<int> IsConsistent)
{
    public static ImmutableArray<DispatchSides> Of(DispatchRun run) =>
    [
        .. run.Script.Sides.Select(s => new DispatchSides(
            s.Name,
            Numbers(run, r => r.Script.Accusers.Contains(s.Name)),
            Numbers(run, r => r.Script.Accused.Contains(s.Name)),
            Numbers(run, r => r.Checks.SelectMany(c => c.Findings).Any(f => f.Bearers.Any(s.Actors.Contains) && Complies(f))))),
    ];

    private static ImmutableArray<int> Numbers(DispatchRun run, Func<DispatchRow, bool> has) =>
        [.. run.Rows.Select((r, i) => (Row: r, Number: i + 1)).Where(r => has(r.Row)).Select(r => r.Number)];

    /// <summary>Certainly so, and of a text that binds: what a proposal would ask nobody has kept.</summary>
    private static bool Complies(Finding finding) => finding is
    {
        Certainty: Certainty.Certain,
        State: ClauseState.Met or ClauseState.Exercised,
        Status.Standing: not Standing.Proposal,
    };
}
