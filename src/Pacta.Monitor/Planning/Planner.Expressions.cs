using Pacta.Monitor.Expressions;
using Pacta.Monitor.Running;
using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Planning;

internal sealed partial class Planner
{
    private Access? Match(Formula formula, Interval interval, TemporalExpression expression, bool isPast, VariableSet bound)
    {
        if (!isPast && !interval.IsBounded)
        {
            return Fail(formula, "A match that looks ahead has no upper bound, so it would wait for ever.", "Give it one, such as MATCHF[0,30d].");
        }

        var columns = FreeVariables.Of(formula);
        int[] registers = [.. columns.Select(name => _registers[name])];
        var automaton = Automaton.Of(expression);
        if (isPast)
        {
            var conditions = new List<Formula>();
            return Courses(automaton, formula, conditions, (condition, known) => Plan(condition, known)) is not { } courses
                ? null
                : Rows(columns, bound, "the partial matches", stage =>
                {
                    var op = new PastMatchOperator(_machine, courses, interval, registers, (course, move, end) => Plan(conditions[move.Condition!.Value], SetOf(course.Registers))!.Build(stage, end));
                    stage.Add(op);
                    return op;
                });
        }

        foreach (var isBackward in new[] { false, true })
        {
            var conditions = new List<Formula>();
            if (Courses(isBackward ? automaton.Reversed() : automaton, formula, conditions, StoredAccess) is not { } courses)
            {
                continue;
            }

            return Rows(columns, bound, "the matches of the window", stage =>
            {
                var ahead = new Stage(_machine.Points);
                FutureMatchOperator? op = null;
                StoredCondition[] stored = [.. conditions.Select((condition, i) => Stored(condition, ahead, new Notify(() => op!.EndOf(i).Run())))];
                op = new FutureMatchOperator(_machine, ahead, courses, stored, interval, isBackward, registers);
                stage.Add(op);
                return op;
            });
        }

        return null;
    }

    /// <summary>How a condition can be asked when it was written down: by its assignments, or by those of its negation.</summary>
    private Access? StoredAccess(Formula condition, VariableSet known)
    {
        var variables = FreeVariables.Of(condition);
        if (Enumerated(condition, variables) is { } access)
        {
            return access with { Binds = Variables(condition) };
        }

        return Variables(condition).IsSubsetOf(known) && (IsRigid(condition) || Enumerated(Normal.Normalizer.Negate(condition), variables) is not null)
            ? new Access(1, 0.5, VariableSet.Empty, new Plan("asked"), (_, next) => next)
            : Fail(condition, $"Nothing gives a value to {Names(condition, known)} in the expression.");
    }

    private StoredCondition Stored(Formula condition, Stage ahead, Node end)
    {
        var variables = FreeVariables.Of(condition);
        int[] registers = [.. variables.Select(name => _registers[name])];
        if (Enumerated(condition, variables) is { } access)
        {
            return new StoredCondition(access.Build(ahead, end), registers, false, null);
        }

        return IsRigid(condition)
            ? new StoredCondition(null, registers, false, Plan(condition, SetOf(registers))!.Build(ahead, Found.Instance))
            : new StoredCondition(Enumerated(Normal.Normalizer.Negate(condition), variables)!.Build(ahead, end), registers, true, null);
    }

    /// <summary>The states of the automaton, each with the variables that are bound on the way to it.</summary>
    private Course[]? Courses(Automaton automaton, Formula formula, List<Formula> conditions, Func<Formula, VariableSet, Access?> ask)
    {
        var all = Variables(formula);
        var courses = new List<Course>();
        var byState = new Dictionary<(int State, VariableSet Bound), Course>();
        var open = new Queue<(int State, VariableSet Bound)>();
        Course Reach(int state, VariableSet bound)
        {
            if (!byState.TryGetValue((state, bound), out var course))
            {
                course = new Course(courses.Count, [.. Enumerable.Range(0, _registers.Count).Where(bound.Contains)], state == automaton.End && all.IsSubsetOf(bound));
                courses.Add(course);
                byState.Add((state, bound), course);
                open.Enqueue((state, bound));
            }

            return course;
        }

        Reach(automaton.Start, VariableSet.Empty);
        while (open.TryDequeue(out var at))
        {
            var course = byState[at];
            if (at.State == automaton.End && !course.IsEnd)
            {
                Fail(formula, $"The expression can match without a value for {Names(formula, at.Bound)}.", "On each way through the expression, something that happens must give each variable a value before it is asked about.");
                return null;
            }

            foreach (var edge in automaton.Edges.Where(edge => edge.From == at.State))
            {
                if (edge.Condition is null)
                {
                    course.Moves.Add(new Course.Move(Reach(edge.To, at.Bound), null, edge.TakesTime));
                    continue;
                }

                if (ask(edge.Condition, at.Bound) is not { } access)
                {
                    return null;
                }

                var bound = at.Bound.Union(access.Binds);
                if (!Variables(edge.Condition).IsSubsetOf(bound))
                {
                    Fail(edge.Condition, $"Nothing gives a value to {Names(edge.Condition, bound)}.");
                    return null;
                }

                var number = conditions.FindIndex(known => ReferenceEquals(known, edge.Condition));
                if (number < 0)
                {
                    number = conditions.Count;
                    conditions.Add(edge.Condition);
                }

                course.Moves.Add(new Course.Move(Reach(edge.To, bound), number, false));
            }
        }

        return [.. courses];
    }
}
