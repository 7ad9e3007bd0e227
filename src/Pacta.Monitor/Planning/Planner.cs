using System.Collections.Immutable;
using Pacta.Monitor.Events;
using Pacta.Monitor.Normal;
using Pacta.Monitor.Running;
using Pacta.Monitor.State;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Planning;

/// <summary>
/// Finds for each part of a formula a way to its assignments, given which variables are bound when it is asked (its binding mode). The parts of a conjunction are
/// put in an order in which each is asked as soon as it is cheap: what happens first, then what can be asked by key, and what must be looked through last.
/// A formula can be monitored if there is such a way with nothing bound.
/// </summary>
internal sealed partial class Planner
{
    /// <summary>More places than these are gone again before they are looked at.</summary>
    private const int MostPrefetches = 16;

    private readonly Machine _machine;
    private readonly Dictionary<string, int> _registers;
    private readonly Dictionary<string, ValueType> _types;
    private readonly Func<string, EventStore> _storeOf;
    private readonly Func<string, bool> _isBuiltIn;
    private readonly IReadOnlyDictionary<string, Definition> _definitions;
    private readonly bool _probes;
    private readonly Dictionary<string, Derivation> _derivations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EventStore> _derivedStores = new(StringComparer.Ordinal);
    private readonly HashSet<string> _underway = new(StringComparer.Ordinal);
    private readonly Dictionary<(Formula Formula, VariableSet Bound), Access?> _known = new(new ByReference());
    private readonly List<(EventStore Store, Dictionary<int, int> ColumnOf)> _atoms = [];
    private readonly List<RowOperator> _rowOperators = [];
    private (Formula Formula, string Message, string? Help)? _failure;

    /// <param name="storeOf">The events of a kind of the signature.</param>
    /// <param name="probes">Whether state may be asked by key; without, everything is looked through, which finds the same and is slower.</param>
    public Planner(Machine machine, Dictionary<string, int> registers, Dictionary<string, ValueType> types, Func<string, EventStore> storeOf, Func<string, bool> isBuiltIn, IReadOnlyDictionary<string, Definition> definitions, bool probes)
    {
        _machine = machine;
        _registers = registers;
        _types = types;
        _storeOf = storeOf;
        _isBuiltIn = isBuiltIn;
        _definitions = definitions;
        _probes = probes;
    }

    /// <summary>A way to all assignments of a formula.</summary>
    /// <exception cref="NotMonitorableException">There is none.</exception>
    public Access Plan(Formula formula)
    {
        var access = Plan(formula, VariableSet.Empty);
        if (access is not null && Variables(formula).IsSubsetOf(access.Binds))
        {
            return access;
        }

        var (at, message, help) = _failure ?? (formula, "Its variables are not bound by anything that happens.", null);
        throw new NotMonitorableException(message, at, help);
    }

    /// <summary>The events that the plan reads.</summary>
    public IEnumerable<EventStore> Events => _atoms.Select(atom => atom.Store).Distinct();

    /// <summary>Lets each kind of event know in which tables it will be looked for by key: all columns of the key come from one event.</summary>
    public void PlanPrefetches()
    {
        foreach (var atoms in _atoms.GroupBy(atom => atom.Store))
        {
            List<PrefetchPlan> plans = [.. atoms.Key.Prefetches];
            foreach (var (_, columnOf) in atoms)
            {
                foreach (var op in plans.Count < MostPrefetches ? _rowOperators : [])
                {
                    if (plans.Count < MostPrefetches && op.Registers.Length > 0 && Array.TrueForAll(op.Registers, columnOf.ContainsKey))
                    {
                        int[] columns = [.. op.Registers.Select(register => columnOf[register])];
                        if (!plans.Exists(plan => plan.Table == op.Rows && plan.Columns.AsSpan().SequenceEqual(columns)))
                        {
                            plans.Add(new PrefetchPlan(op.Rows, columns));
                        }
                    }
                }
            }

            atoms.Key.Prefetches = [.. plans];
        }
    }

    private Access? Plan(Formula formula, VariableSet bound)
    {
        var key = (formula, bound);
        if (!_known.TryGetValue(key, out var access))
        {
            access = Find(formula, bound);
            _known.Add(key, access);
        }

        return access;
    }

    private Access? Find(Formula formula, VariableSet bound) => formula switch
    {
        Truth f => new Access(0, f.IsTrue ? 1 : 0, VariableSet.Empty, new Plan(f.IsTrue ? "always" : "never"), (_, next) => new TruthNode(f.IsTrue, next)),
        Atom f => AtomAccess(f, bound),
        Comparison f => ComparisonAccess(f, bound),
        Matches f => MatchesAccess(f, bound),
        Not f => NotAccess(f, bound),
        And f => AndAccess(f, bound),
        Or f => OrAccess(f, bound),
        Equivalent f => EquivalentAccess(f, bound),
        Exists f => ExistsAccess(f, bound),
        Previous f => Shifted(f, f.Operand, f.Interval, -1, bound),
        Next f => Shifted(f, f.Operand, f.Interval, 1, bound),
        Once f => Past(f, f.Interval, null, f.Operand, bound) ?? Gap(f.Interval, f.Operand, false, bound),
        Since f => Past(f, f.Interval, f.Left, f.Right, bound),
        Eventually f => Future(f, f.Interval, null, f.Operand, bound) ?? Gap(f.Interval, f.Operand, true, bound),
        Until f => Future(f, f.Interval, f.Left, f.Right, bound),
        Aggregation f => Aggregate(f, bound),
        PastMatch f => Match(f, f.Interval, f.Expression, true, bound),
        FutureMatch f => Match(f, f.Interval, f.Expression, false, bound),
        _ => throw new InvalidOperationException($"{formula.GetType().Name} is not part of the normal form."),
    };

    private Access? Fail(Formula formula, string message, string? help = null)
    {
        _failure = (formula, message, help);
        return null;
    }

    private Access? NotAccess(Not formula, VariableSet bound)
    {
        var variables = Variables(formula.Operand);
        if (!variables.IsSubsetOf(bound))
        {
            return Fail(
                formula,
                $"NOT leaves open {Names(formula.Operand, bound)}: it holds for all values but some, without end.",
                "Say of which values it is asked: `p(x) AND NOT q(x)`, where something that happens gives each variable a value.");
        }

        return Plan(formula.Operand, bound) is not { } inner
            ? null
            : new Access(inner.Cost, 0.5, VariableSet.Empty, new Plan("unless", inner.How), (stage, next) => new NotNode(inner.Build(stage, Found.Instance), next));
    }

    private Access? EquivalentAccess(Equivalent formula, VariableSet bound)
    {
        if (!Variables(formula).IsSubsetOf(bound))
        {
            return Plan(
                new Or(new And(formula.Left, formula.Right), new And(Normal.Normalizer.Negate(formula.Left), Normal.Normalizer.Negate(formula.Right))),
                bound);
        }

        return Plan(formula.Left, bound) is not { } left || Plan(formula.Right, bound) is not { } right
            ? null
            : new Access(left.Cost + right.Cost, 0.5, VariableSet.Empty, new Plan("if both or neither", left.How, right.How), (stage, next) =>
                new SameNode(left.Build(stage, Found.Instance), right.Build(stage, Found.Instance), next));
    }

    private Access? ExistsAccess(Exists formula, VariableSet bound)
    {
        if (Plan(formula.Operand, bound) is not { } inner)
        {
            return null;
        }

        if (!Variables(formula.Operand).IsSubsetOf(inner.Binds.Union(bound)))
        {
            return Fail(formula, $"Nothing gives a value to {Names(formula.Operand, inner.Binds.Union(bound))}.");
        }

        if (Variables(formula).IsSubsetOf(bound))
        {
            return new Access(inner.Cost, 0.5, VariableSet.Empty, new Plan("if there is any", inner.How), (stage, next) => new AnyNode(inner.Build(stage, Found.Instance), next));
        }

        return inner;
    }

    private Access? AndAccess(And formula, VariableSet bound)
    {
        var remaining = Rewriting.Conjuncts(formula).ToList();
        var (steps, taken) = (new List<Access>(), new List<Formula>());
        var binds = VariableSet.Empty;
        var (isRestricted, asWritten) = (false, _failure);
        while (remaining.Count > 0)
        {
            Access? best = null;
            var chosen = -1;
            for (var i = 0; i < remaining.Count; i++)
            {
                if (Plan(remaining[i], bound.Union(binds)) is { } access && (best is null || access.Fan < best.Fan || (access.Fan == best.Fan && access.Cost < best.Cost)))
                {
                    best = access;
                    chosen = i;
                }
            }

            if (best is null && (isRestricted || taken.Count == 0))
            {
                // What is told is about the formula as it was written.
                _failure = isRestricted ? asWritten : _failure;
                return null;
            }

            if (best is null)
            {
                // What was found so far says of which values the rest is asked, also at other moments.
                var range = taken.Aggregate((left, right) => new And(left, right));
                remaining = remaining.ConvertAll(rest => Restriction.Of(rest, range));
                (isRestricted, asWritten) = (true, _failure);
                continue;
            }

            steps.Add(best);
            taken.Add(remaining[chosen]);
            binds = binds.Union(best.Binds);
            remaining.RemoveAt(chosen);
        }

        var (cost, fan) = (0.0, 1.0);
        foreach (var step in steps)
        {
            cost += fan * step.Cost;
            fan *= step.Fan;
        }

        return new Access(
            cost,
            Math.Max(fan, 0.01),
            binds,
            new Plan("then", [.. steps.Select(step => step.How)]),
            (stage, next) =>
            {
                for (var i = steps.Count - 1; i >= 0; i--)
                {
                    next = steps[i].Build(stage, next);
                }

                return next;
            });
    }

    private Access? OrAccess(Or formula, VariableSet bound)
    {
        var variables = Variables(formula);
        var ways = new List<Access>();
        foreach (var disjunct in Disjuncts(formula))
        {
            if (Plan(disjunct, bound) is not { } access)
            {
                return null;
            }

            if (!variables.IsSubsetOf(access.Binds.Union(bound)))
            {
                return Fail(
                    formula,
                    $"One side of OR leaves open {Names(formula, access.Binds.Union(bound))}, which the other side speaks of.",
                    "Both sides of OR must give values to the same variables: `p(x) OR q(x)`.");
            }

            ways.Add(access);
        }

        var cost = ways.Sum(way => way.Cost);
        var how = new Plan("either", [.. ways.Select(way => way.How)]);
        return variables.IsSubsetOf(bound)
            ? new Access(cost, 0.5, VariableSet.Empty, how, (stage, next) => new AnyNode(new EitherNode([.. ways.Select(way => way.Build(stage, Found.Instance))]), next))
            : new Access(cost, ways.Sum(way => way.Fan), variables, how, (stage, next) => new EitherNode([.. ways.Select(way => way.Build(stage, next))]));
    }

    private Access? Shifted(Formula formula, Formula operand, Interval interval, int step, VariableSet bound)
    {
        if (Plan(operand, bound) is not { } inner)
        {
            return null;
        }

        return inner with
        {
            How = new Plan(step < 0 ? "one time point before" : "one time point later", inner.How),
            Build = (stage, next) =>
            {
                var other = new Stage(_machine.Points);
                var first = inner.Build(other, next);
                stage.Add(step < 0 ? new PreviousOperator(other) : new NextOperator(other));
                return new DistanceNode(stage, step, interval.Least, interval.Greatest, first);
            },
        };
    }

    private static IEnumerable<Formula> Disjuncts(Formula formula) => formula is Or or ? Disjuncts(or.Left).Concat(Disjuncts(or.Right)) : [formula];

    private VariableSet Variables(Formula formula) => SetOf(FreeVariables.Of(formula));

    private VariableSet Variables(Term term) => SetOf(FreeVariables.Of(term));

    private static VariableSet SetOf(int[] registers)
    {
        var set = VariableSet.Empty;
        foreach (var register in registers)
        {
            set = set.With(register);
        }

        return set;
    }

    private VariableSet SetOf(ImmutableArray<string> names)
    {
        var set = VariableSet.Empty;
        foreach (var name in names)
        {
            set = set.With(_registers[name]);
        }

        return set;
    }

    /// <summary>The free variables that are not bound, for people.</summary>
    private string Names(Formula formula, VariableSet bound) =>
        string.Join(", ", FreeVariables.Of(formula).Where(name => !bound.Contains(_registers[name])).Select(name => name.Split('~', '#')[0]));

    private sealed class ByReference : IEqualityComparer<(Formula Formula, VariableSet Bound)>
    {
        public bool Equals((Formula Formula, VariableSet Bound) x, (Formula Formula, VariableSet Bound) y) => ReferenceEquals(x.Formula, y.Formula) && x.Bound.Equals(y.Bound);

        public int GetHashCode((Formula Formula, VariableSet Bound) obj) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Formula), obj.Bound);
    }
}
