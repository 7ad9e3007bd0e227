using Pacta.Monitor.Events;
using Pacta.Monitor.Normal;
using Pacta.Monitor.Running;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Typing;

namespace Pacta.Monitor.Planning;

/// <summary>A checked formula to a plan of an engine.</summary>
internal static class Compiler
{
    /// <param name="probes">Whether state may be asked by key.</param>
    /// <param name="skipsQuiet">Whether time points at which nothing happens that the formula speaks of may be passed over.</param>
    /// <exception cref="NotMonitorableException">The formula cannot be monitored.</exception>
    public static (FormulaPlan Plan, Plan How) Compile(CheckedFormula formula, Engine engine, bool probes, bool skipsQuiet)
    {
        var types = formula.Types.ToDictionary(StringComparer.Ordinal);
        var definitions = new Definitions(types);
        var body = Normalizer.Normalize(definitions.TakeOut(formula.Formula));
        var kept = definitions.Kept.ToDictionary(pair => pair.Key, pair => pair.Value with { Formula = Normalizer.Normalize(pair.Value.Formula) }, StringComparer.Ordinal);
        var registers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in types.Keys.Order(StringComparer.Ordinal))
        {
            registers.Add(name, registers.Count);
        }

        // Terms among the arguments of atoms may each need a register of their own; each atom may be built more than once, but each part of a formula has few.
        var spare = 16 + (4 * (Arguments(body) + kept.Values.Sum(definition => Arguments(definition.Formula))));
        var points = new TimePoints(engine.Room);
        var machine = new Machine(engine.Values, points, registers.OrderBy(pair => pair.Value).Select(pair => types[pair.Key]), spare) { PurgeAtLeast = engine.PurgeAtLeast };
        var planner = new Planner(machine, registers, types, engine.Store, name => engine.Signature.Find(name) is null && BuiltIns.ArityOf(name) is not null, kept, probes);
        var access = planner.Plan(body);
        var stage = new Stage(points);
        var plan = new FormulaPlan(machine, stage, [.. formula.Columns.Select(name => registers[name])], [.. formula.Columns.Select(name => types[name])])
        {
            SkipsQuiet = skipsQuiet && new Quiet(name => engine.Signature.Find(name) is not null).MayBeSkipped(body),
        };
        plan.First = access.Build(stage, plan.End);
        planner.PlanPrefetches();
        engine.Add(plan, planner.Events);
        return (plan, access.How);
    }

    private static int Arguments(Formula formula) =>
        (formula is Atom atom ? atom.Arguments.Count(argument => argument is not Variable) : 0) + Operands.Of(formula).Sum(Arguments);
}
