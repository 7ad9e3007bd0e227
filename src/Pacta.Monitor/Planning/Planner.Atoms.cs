using Pacta.Monitor.Events;
using Pacta.Monitor.Running;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Planning;

internal sealed partial class Planner
{
    private Access? AtomAccess(Atom formula, VariableSet bound)
    {
        if (_definitions.ContainsKey(formula.Name))
        {
            return Event(formula, bound, isState: _definitions[formula.Name].IsState);
        }

        return _isBuiltIn(formula.Name) ? TimePoint(formula, bound) : Event(formula, bound, isState: false);
    }

    private Access? Event(Atom formula, VariableSet bound, bool isState)
    {
        var binds = VariableSet.Empty;
        foreach (var argument in formula.Arguments)
        {
            if (argument is Variable variable && !bound.Contains(_registers[variable.Name]))
            {
                binds = binds.With(_registers[variable.Name]);
            }
        }

        foreach (var argument in formula.Arguments)
        {
            if (argument is not Variable && !Variables(argument).IsSubsetOf(bound.Union(binds)))
            {
                return Fail(formula, "An argument is a term of variables that nothing gives a value to.", "Write `p(y) AND y = x + 1` only where x has a value: `q(x) AND p(x + 1)`.");
            }
        }

        var open = formula.Arguments.Count(argument => argument is Variable variable && binds.Contains(_registers[variable.Name]));
        var fan = isState ? Access.Many * 2 : open == 0 ? 0.3 : open < formula.Arguments.Length ? 2 : 8;
        return new Access(
            isState ? Access.Many * 2 : open == 0 ? 3 : open < formula.Arguments.Length ? 5 : 8,
            fan,
            binds,
            new Plan($"{(open == 0 ? "if there is" : "each")} {NameOf(formula)} at the time point"),
            (stage, next) => BuildEvent(formula, bound, stage, next));
    }

    private AtomNode BuildEvent(Atom formula, VariableSet bound, Stage stage, Node next)
    {
        var arguments = new List<ArgumentPlan>();
        var same = new List<(int Left, int Right)>();
        var first = new Dictionary<int, int>();
        var later = new List<(int Register, Term Term)>();
        for (var column = 0; column < formula.Arguments.Length; column++)
        {
            var argument = formula.Arguments[column];
            if (argument is Variable variable)
            {
                var register = _registers[variable.Name];
                if (bound.Contains(register))
                {
                    arguments.Add(new ArgumentPlan(column, register, null, false));
                }
                else if (first.TryGetValue(register, out var earlier))
                {
                    same.Add((earlier, column));
                }
                else
                {
                    first.Add(register, column);
                    arguments.Add(new ArgumentPlan(column, register, null, true));
                }
            }
            else if (Variables(argument).IsSubsetOf(bound))
            {
                arguments.Add(new ArgumentPlan(column, -1, Code(argument), false));
            }
            else
            {
                // A term of what this very event binds: compared afterwards.
                var spare = NewRegister(TypeOf(argument));
                arguments.Add(new ArgumentPlan(column, spare, null, true));
                later.Add((spare, argument));
            }
        }

        foreach (var (register, term) in later)
        {
            next = new CompareNode(_machine.Values, ComparisonOperator.Equal, TypeOf(term), new RegisterTerm(_machine.Registers, register), Code(term), next);
        }

        var store = Store(formula, stage);
        _atoms.Add((store, first));
        return new AtomNode(_machine, stage.CursorOf(store), [.. arguments], [.. same], next);
    }

    private EventStore Store(Atom formula, Stage stage)
    {
        var name = formula.Name;
        if (!_definitions.TryGetValue(name, out var definition))
        {
            return _storeOf(name);
        }

        if (!_derivedStores.TryGetValue(name, out var store))
        {
            store = new EventStore([.. definition.Parameters.Select(parameter => Machine.IsText(_types[parameter]))], Math.Max(4, _machine.PurgeAtLeast));
            _machine.OnSweep(store.Mark);
            _derivedStores.Add(name, store);
            _machine.HasRecursion |= definition.IsRecursive;
            var inner = new Stage(_machine.Points);
            var derivation = new Derivation(_machine, inner, store, [.. definition.Parameters.Select(parameter => _registers[parameter])]);
            _derivations.Add(name, derivation);
            _underway.Add(name);
            if (definition.IsRecursive && SpeaksOfItselfNow(definition.Formula, name))
            {
                throw new NotMonitorableException(
                    $"What LETPAST {NameOf(formula)} defines speaks of itself at the same time point, or later.",
                    definition.Formula,
                    "It may speak of itself at earlier time points only: after PREV, or after ONCE or SINCE with an interval that begins after 0, such as `p(x) OR PREV reached(x)`.");
            }

            derivation.Definition = Plan(definition.Formula).Build(inner, new Derivation.Emit(derivation));
            _underway.Remove(name);
        }

        stage.DependOn(_derivations[name]);
        return store;
    }

    private Access? TimePoint(Atom formula, VariableSet bound)
    {
        // tpts(i,t) is tp(i) and ts(t).
        var binds = VariableSet.Empty;
        foreach (var argument in formula.Arguments)
        {
            if (argument is Variable variable)
            {
                binds = bound.Contains(_registers[variable.Name]) ? binds : binds.With(_registers[variable.Name]);
            }
            else if (!Variables(argument).IsSubsetOf(bound))
            {
                return Fail(formula, "An argument is a term of variables that nothing gives a value to.");
            }
        }

        return new Access(1, binds.IsEmpty ? 0.5 : 1, binds, new Plan($"{formula.Name} of the time point"), (stage, next) =>
        {
            for (var i = formula.Arguments.Length - 1; i >= 0; i--)
            {
                var isStamp = formula.Name == BuiltIns.TimeStamp || (formula.Name == BuiltIns.Both && i == 1);
                if (formula.Arguments[i] is Variable variable)
                {
                    var register = _registers[variable.Name];
                    var isBound = bound.Contains(register) || formula.Arguments.Take(i).Any(other => other is Variable before && before.Name == variable.Name);
                    next = new TimePointNode(_machine, stage, isStamp, register, isBound, next);
                }
                else
                {
                    var spare = NewRegister(ValueType.Integer);
                    var compare = new CompareNode(_machine.Values, ComparisonOperator.Equal, ValueType.Integer, new RegisterTerm(_machine.Registers, spare), Code(formula.Arguments[i]), next);
                    next = new TimePointNode(_machine, stage, isStamp, spare, false, compare);
                }
            }

            return next;
        });
    }

    private Access? ComparisonAccess(Comparison formula, VariableSet bound)
    {
        var left = Variables(formula.Left).IsSubsetOf(bound);
        var right = Variables(formula.Right).IsSubsetOf(bound);
        if (left && right)
        {
            return new Access(1, 0.4, VariableSet.Empty, new Plan("compare"), (_, next) =>
                new CompareNode(_machine.Values, formula.Operator, TypeOf(formula.Left), Code(formula.Left), Code(formula.Right), next));
        }

        if (formula.Operator == ComparisonOperator.Equal)
        {
            if (right && formula.Left is Variable target)
            {
                return Assign(target, formula.Right);
            }

            if (left && formula.Right is Variable other)
            {
                return Assign(other, formula.Left);
            }

            if (formula.Left is Variable a && formula.Right is Variable b && a.Name == b.Name)
            {
                return Fail(formula, $"{a.Name} = {a.Name} holds for every value.", "Leave it out, or say where the value comes from.");
            }
        }

        return Fail(
            formula,
            $"A comparison leaves open {Names(formula, bound)}.",
            "Comparisons choose among values that something else gives: `p(x) AND x > 3`. Only `x = term` gives a value by itself.");
    }

    private Access Assign(Variable variable, Term term)
    {
        var register = _registers[variable.Name];
        return new Access(1, 1, VariableSet.Empty.With(register), new Plan("take the value"), (_, next) => new AssignNode(_machine, register, Code(term), next));
    }

    private Access? MatchesAccess(Matches formula, VariableSet bound)
    {
        if (!Variables(formula.Text).IsSubsetOf(bound) || !Variables(formula.Pattern).IsSubsetOf(bound))
        {
            return Fail(formula, $"MATCHES leaves open {Names(formula, bound)}.", "Say where the text comes from: `p(x) AND x MATCHES r\"a+\"`.");
        }

        var binds = VariableSet.Empty;
        var groups = formula.Groups.IsDefault ? [] : formula.Groups;
        foreach (var group in groups)
        {
            if (group is Variable variable)
            {
                binds = bound.Contains(_registers[variable.Name]) ? binds : binds.With(_registers[variable.Name]);
            }
            else if (group is not null && !Variables(group).IsSubsetOf(bound))
            {
                return Fail(formula, "A group is compared with a term of variables that nothing gives a value to.");
            }
        }

        return new Access(20, binds.IsEmpty ? 0.5 : 1, binds, new Plan("match the pattern"), (_, next) =>
        {
            var seen = bound;
            var plans = new List<GroupPlan>();
            foreach (var group in groups)
            {
                if (group is Variable variable && !seen.Contains(_registers[variable.Name]))
                {
                    plans.Add(new GroupPlan(false, _registers[variable.Name], null));
                    seen = seen.With(_registers[variable.Name]);
                }
                else
                {
                    plans.Add(new GroupPlan(group is null, null, group is null ? null : Code(group)));
                }
            }

            return new MatchesNode(_machine, Code(formula.Text), Code(formula.Pattern), [.. plans], next);
        });
    }

    /// <summary>Whether the name occurs where it would have to be known for the time point itself or for a later one.</summary>
    private static bool SpeaksOfItselfNow(Formula formula, string name) => formula switch
    {
        Atom f => f.Name == name,
        Previous f => SpeaksOfItselfLater(f.Operand, name),
        Once { Interval.Least: > 0 } f => SpeaksOfItselfLater(f.Operand, name),
        Since { Interval.Least: > 0 } f => SpeaksOfItselfNow(f.Left, name) || SpeaksOfItselfLater(f.Right, name),
        _ => Operands.Of(formula).Any(operand => SpeaksOfItselfNow(operand, name)),
    };

    /// <summary>Whether the name occurs under something that looks ahead.</summary>
    private static bool SpeaksOfItselfLater(Formula formula, string name) => formula switch
    {
        Next or Eventually or Until or FutureMatch => Operands.Of(formula).Any(operand => Mentions(operand, other => other == name)),
        _ => Operands.Of(formula).Any(operand => SpeaksOfItselfLater(operand, name)),
    };

    private static bool Mentions(Formula formula, Func<string, bool> isMeant) => (formula is Atom atom && isMeant(atom.Name)) || Operands.Of(formula).Any(operand => Mentions(operand, isMeant));

    private static string NameOf(Atom atom) => atom.Name.Split('#')[0];
}
