using System.Collections.Immutable;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Typing;

namespace Pacta.Temporal.Reference;

/// <summary>
/// The meaning of formulas, transcribed: small and slow rather than clever. A monitor is tested against it. It joins what was reported and
/// never goes through a domain of values.
/// </summary>
public static class FormulaEvaluator
{
    /// <summary>One verdict for each time point, in order.</summary>
    /// <exception cref="FormulaException">
    /// A part of the formula has no finite answer, as far as can be seen from how it is built: some variable is bound by nothing.
    /// </exception>
    public static ImmutableArray<Verdict> Evaluate(CheckedFormula formula, Trace trace)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(trace);
        var scopes = new Scopes(formula);
        var bindings = new Bindings(scopes);
        if (bindings.ObstacleTo(formula.Formula, []) is { } obstacle)
        {
            throw Unbound(obstacle);
        }

        var solver = new Solver(formula, trace, scopes, bindings);
        var horizon = new Horizon(formula, trace, scopes);
        return [.. trace.Points.Select((point, i) => horizon.IsDecided(formula.Formula, i)
            ? new Verdict(i, point.Stamp, true, Rows(solver.Solve(formula.Formula, i, Assignment.Empty), formula.Columns))
            : new Verdict(i, point.Stamp, false, []))];
    }

    private static ImmutableArray<ImmutableArray<Value>> Rows(IEnumerable<Assignment> assignments, ImmutableArray<string> columns) =>
        [.. assignments
            .Select(assignment => columns.Select(column => assignment[column]!).ToImmutableArray())
            .Order(Comparer<ImmutableArray<Value>>.Create((left, right) => left.Zip(right, TermArithmetic.Compare).FirstOrDefault(order => order != 0)))];

    private static FormulaException Unbound(Formula obstacle)
    {
        var variables = string.Join(", ", FreeVariables.Of(obstacle).Select(Renaming.Original).Distinct());
        return new FormulaException(
            variables.Length == 0
                ? $"Nothing gives values to the variables within {Renaming.Shown(FormulaPrinter.Print(obstacle))}."
                : $"Nothing gives values to all of {variables} in {Renaming.Shown(FormulaPrinter.Print(obstacle))}.",
            obstacle,
            "Join it by AND with an event that has these variables; both sides of OR need the same ones.");
    }
}
