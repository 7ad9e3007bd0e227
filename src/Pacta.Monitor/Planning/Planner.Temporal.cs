using System.Collections.Immutable;
using Pacta.Monitor.Normal;
using Pacta.Monitor.Running;
using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Planning;

internal sealed partial class Planner
{
    /// <param name="left">Null for ONCE.</param>
    private Access? Past(Formula formula, Interval interval, Formula? left, Formula right, VariableSet bound)
    {
        if (Sides(formula, left, right, isFuture: false) is not { } sides)
        {
            return null;
        }

        var isDeferred = interval.Least > 0 && MentionsUnderway(right);
        return Rows(sides.Columns, bound, "ONCE or SINCE", stage => BuildPast(sides, interval, isDeferred, stage));
    }

    /// <param name="left">Null for EVENTUALLY.</param>
    private Access? Future(Formula formula, Interval interval, Formula? left, Formula right, VariableSet bound)
    {
        if (!interval.IsBounded)
        {
            return Fail(
                formula,
                "An operator that looks ahead has no upper bound, so it would wait for ever.",
                "Give it one, such as EVENTUALLY[0,30d]. Where a formula is to hold always, leave out the outermost ALWAYS: it is asked at every time point anyway.");
        }

        if (Sides(formula, left, right, isFuture: true) is not { } sides)
        {
            return null;
        }

        return Rows(sides.Columns, bound, "EVENTUALLY or UNTIL", stage =>
        {
            var ahead = new Stage(_machine.Points);
            var op = new FutureOperator(_machine, stage, ahead, interval, [.. sides.Columns.Select(name => _registers[name])]);
            op.Operand = sides.Right.Build(ahead, op.Feed);
            op.SetGuards([.. sides.Guards.Select((guard, i) => guard.Build(ahead, op.EndOf(i, guard.Kind)))]);
            stage.Add(op);
            _rowOperators.Add(op);
            return op;
        });
    }

    /// <summary>ONCE or EVENTUALLY of something that has no end of values, asked for given ones, if those can be followed for which it does not hold.</summary>
    private Access? Gap(Interval interval, Formula operand, bool isFuture, VariableSet bound)
    {
        var columns = FreeVariables.Of(operand);
        if (!SetOf(columns).IsSubsetOf(bound) || (isFuture && !interval.IsBounded) || MentionsUnderway(operand)
            || Enumerated(Normalizer.Negate(operand), columns) is not { } access)
        {
            return null;
        }

        _failure = null;
        return new Access(4, 0.5, VariableSet.Empty, new Plan($"if there is a gap in the runs by key ({string.Join(", ", columns)})", access.How), (stage, next) =>
        {
            var ahead = isFuture ? new Stage(_machine.Points) : null;
            var op = new GapOperator(_machine, ahead, interval, [.. columns.Select(name => _registers[name])]);
            op.Operand = access.Build(ahead ?? stage, op.End);
            stage.Add(op);
            return new GapNode(op, next);
        });
    }

    private PastOperator BuildPast(BothSides sides, Interval interval, bool isDeferred, Stage stage)
    {
        var feedStage = isDeferred ? new Stage(_machine.Points) : stage;
        var op = new PastOperator(_machine, feedStage, isDeferred, interval, [.. sides.Columns.Select(name => _registers[name])], sides.Guards.Any(guard => guard.Kind == GuardKind.Holds));
        op.Operand = sides.Right.Build(feedStage, op.Feed);
        op.SetGuards([.. sides.Guards.Select((guard, i) => guard.Build(stage, op.EndOf(i, guard.Kind)))]);
        stage.Add(op);
        _rowOperators.Add(op);
        return op;
    }

    /// <summary>How rows that an operator keeps are found, by what is bound.</summary>
    private Access Rows(ImmutableArray<string> columns, VariableSet bound, string what, Func<Stage, RowOperator> build)
    {
        int[] known = [.. Enumerable.Range(0, columns.Length).Where(i => bound.Contains(_registers[columns[i]]))];
        var binds = SetOf([.. columns.Where(name => !bound.Contains(_registers[name]))]);
        if (known.Length == columns.Length)
        {
            return _probes
                ? new Access(3, 0.5, binds, new Plan($"probe {what} by key ({string.Join(", ", columns)})"), (stage, next) => new ProbeNode(_machine, build(stage), next))
                : new Access(3, 0.5, binds, new Plan($"look through {what}"), (stage, next) => new AnyNode(new FilterNode(_machine, build(stage), known, Found.Instance), next));
        }

        if (known.Length == 0)
        {
            return new Access(1000, 1000, binds, new Plan($"look through {what}"), (stage, next) => new ScanNode(_machine, build(stage), next));
        }

        return new Access(
            6,
            10,
            binds,
            new Plan($"{(_probes ? "look up" : "look through")} {what} by ({string.Join(", ", known.Select(i => columns[i]))})"),
            (stage, next) => _probes ? new LookUpNode(_machine, build(stage), known, next) : new FilterNode(_machine, build(stage), known, next));
    }

    private BothSides? Sides(Formula formula, Formula? left, Formula right, bool isFuture)
    {
        var columns = FreeVariables.Of(right);
        if (Plan(right, VariableSet.Empty) is not { } access)
        {
            return null;
        }

        if (!SetOf(columns).IsSubsetOf(access.Binds))
        {
            Fail(right, $"Nothing gives a value to {Names(right, access.Binds)}.");
            return null;
        }

        if (left is null)
        {
            return new BothSides(columns, access, []);
        }

        // One by one; where one of them cannot be followed by itself, perhaps all can together.
        var failure = _failure;
        if (Guards(formula, Rewriting.Conjuncts(left), columns, isFuture) is { } each)
        {
            return new BothSides(columns, access, each);
        }

        var first = _failure;
        _failure = failure;
        if (left is And && Guards(formula, [left], columns, isFuture) is { } whole)
        {
            return new BothSides(columns, access, whole);
        }

        _failure = first;
        return null;
    }

    private ImmutableArray<GuardPlan>? Guards(Formula formula, IEnumerable<Formula> conjuncts, ImmutableArray<string> columns, bool isFuture)
    {
        var guards = new List<GuardPlan>();
        foreach (var conjunct in conjuncts)
        {
            if (conjunct is Truth { IsTrue: true })
            {
                continue;
            }

            if (Guard(formula, conjunct, columns, isFuture) is not { } guard)
            {
                return null;
            }

            guards.Add(guard);
        }

        return [.. guards];
    }

    private GuardPlan? Guard(Formula formula, Formula conjunct, ImmutableArray<string> columns, bool isFuture)
    {
        var free = FreeVariables.Of(conjunct);
        var all = SetOf(columns);
        if (!SetOf(free).IsSubsetOf(all))
        {
            Fail(
                formula,
                $"The left side of SINCE or UNTIL speaks of {Names(conjunct, all)}, which the right side does not.",
                "The variables of the left side must be among those of the right side: `p(x) SINCE q(x,y)`.");
            return null;
        }

        if (free.IsEmpty)
        {
            return Plan(conjunct, VariableSet.Empty) is { } closed ? new GuardPlan(GuardKind.Closed, closed, [], []) : null;
        }

        int[] columnsOf = [.. free.Select(name => columns.IndexOf(name))];
        int[] registersOf = [.. free.Select(name => _registers[name])];
        var tested = !isFuture || IsRigid(conjunct) ? Plan(conjunct, all) : null;
        var holds = Enumerated(conjunct, free);
        if (holds is { IsPassing: true })
        {
            return new GuardPlan(GuardKind.Holds, holds, columnsOf, registersOf);
        }

        // A comparison, as in x > 3 SINCE p(x), ends rows by itself; but what ends rows by happening is better followed.
        var never = conjunct is Comparison or Matches ? null : Enumerated(Normalizer.Negate(conjunct), free);
        if (never is { IsPassing: true } || (never is not null && tested is null))
        {
            return new GuardPlan(GuardKind.Never, never, columnsOf, registersOf);
        }

        if (tested is not null)
        {
            return new GuardPlan(GuardKind.Tested, tested, columnsOf, registersOf);
        }

        return holds is not null ? new GuardPlan(GuardKind.Holds, holds, columnsOf, registersOf) : null;
    }

    private Access? Enumerated(Formula formula, ImmutableArray<string> variables)
    {
        var failure = _failure;
        if (Plan(formula, VariableSet.Empty) is { } access && SetOf(variables).IsSubsetOf(access.Binds))
        {
            return access;
        }

        _failure = failure ?? _failure;
        return null;
    }

    /// <summary>Whether the formula hangs on nothing but values.</summary>
    private static bool IsRigid(Formula formula) => formula switch
    {
        Truth or Comparison or Matches => true,
        Not f => IsRigid(f.Operand),
        And f => IsRigid(f.Left) && IsRigid(f.Right),
        Or f => IsRigid(f.Left) && IsRigid(f.Right),
        Exists f => IsRigid(f.Operand),
        _ => false,
    };

    private bool MentionsUnderway(Formula formula) => Mentions(formula, _underway.Contains);

    private Access? Aggregate(Aggregation formula, VariableSet bound)
    {
        var columns = FreeVariables.Of(formula.Operand);
        if (Plan(formula.Operand, VariableSet.Empty) is not { } operand)
        {
            return null;
        }

        if (!SetOf(columns).IsSubsetOf(operand.Binds))
        {
            return Fail(formula.Operand, $"Nothing gives a value to {Names(formula.Operand, operand.Binds)}.");
        }

        int[] groups = [.. formula.GroupBy.Select(name => columns.IndexOf(name))];
        int[] known = [.. Enumerable.Range(0, groups.Length).Where(i => bound.Contains(_registers[formula.GroupBy[i]]))];
        var result = _registers[formula.Result];
        var resultIsBound = bound.Contains(result);
        var binds = SetOf([.. formula.GroupBy.Add(formula.Result).Where(name => !bound.Contains(_registers[name]))]);
        var kept = _probes ? Kept(formula.Operand) : null;
        var isWhole = known.Length == groups.Length;
        return new Access(
            kept is not null ? 5 : operand.Cost + operand.Fan,
            isWhole ? 1 : operand.IsPassing ? 8 : 500,
            binds,
            new Plan($"{formula.Operator} {(kept is not null ? "kept up with" : "made anew")}, {(isWhole ? "by group" : "all groups")}", operand.How),
            (stage, next) =>
            {
                var past = kept?.Invoke(stage);
                var registers = past?.Registers ?? [.. columns.Select(name => _registers[name])];
                var op = new AggregateOperator(_machine, formula.Operator, _types[formula.Over], registers, groups, columns.IndexOf(formula.Over), past);
                if (past is null)
                {
                    op.Operand = operand.Build(stage, op.End);
                }

                stage.Add(op);
                return new AggregateNode(_machine, op, known, result, resultIsBound, next);
            });
    }

    /// <summary>The operator that keeps the members of an aggregate, if there is one whose rows are just those.</summary>
    private Func<Stage, PastOperator>? Kept(Formula operand)
    {
        var (interval, left, right) = operand switch
        {
            Once f => (f.Interval, null, f.Operand),
            Since f => (f.Interval, f.Left, f.Right),
            _ => (Interval.Any, null, (Formula?)null),
        };
        return right is null || interval.Least > 0 || Sides(operand, left, right, isFuture: false) is not { } sides || !sides.Columns.SequenceEqual(FreeVariables.Of(operand))
            ? null
            : stage => BuildPast(sides, interval, false, stage);
    }

    /// <summary>Both sides of SINCE or UNTIL, ready to be built.</summary>
    private sealed record BothSides(ImmutableArray<string> Columns, Access Right, ImmutableArray<GuardPlan> Guards);

    private sealed record GuardPlan(GuardKind Kind, Access Access, int[] Columns, int[] Registers)
    {
        public Guard Build(Stage stage, Node end) => new(Kind, Access.Build(stage, end), Columns, Registers);
    }
}
