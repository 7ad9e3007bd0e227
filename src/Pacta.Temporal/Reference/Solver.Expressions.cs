using Pacta.Temporal.Formulas;

namespace Pacta.Temporal.Reference;

/// <summary>Temporal regular expressions, as sets of pairs of a time point where they begin and one where they end.</summary>
internal sealed partial class Solver
{
    /// <summary>All assignments to exactly the free variables under which the expression goes from the one time point to the other.</summary>
    private List<Assignment> Solve(TemporalExpression expression, int from, int to, Assignment given) =>
        Remembered(expression, from, to, given.Only(scopes.FreeIn(expression)), known => Find(expression, from, to, known));

    private IEnumerable<Assignment> Find(TemporalExpression expression, int from, int to, Assignment given) => expression switch
    {
        AnyStep => to == from + 1 ? [given] : [],
        Test test => from == to ? Solve(test.Operand, from, given) : [],
        Choice choice => Solve(choice.Left, from, to, given).Concat(Solve(choice.Right, from, to, given)),
        Repetition repetition => Reaches(repetition.Operand, from, to, given) ? [given] : [],
        Sequence sequence when bindings.CanSolve(sequence.First, [.. given.Names]) => Times.Between(from, to).SelectMany(k =>
            Solve(sequence.First, from, k, given).SelectMany(one => Solve(sequence.Second, k, to, given.With(one)).Select(one.With))),
        Sequence sequence => Times.Between(from, to).SelectMany(k =>
            Solve(sequence.Second, k, to, given).SelectMany(one => Solve(sequence.First, from, k, given.With(one)).Select(one.With))),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    /// <summary>
    /// Whether repetitions lead from the one time point to the other; all variables have values. Repetitions that go nowhere are left out:
    /// where they are possible it is as well possible without them.
    /// </summary>
    private bool Reaches(TemporalExpression repeated, int from, int to, Assignment given)
    {
        var reached = new SortedSet<int> { from };
        for (var k = from; k < to; k++)
        {
            if (reached.Contains(k))
            {
                reached.UnionWith(Times.Between(k + 1, to).Where(next => Solve(repeated, k, next, given).Count > 0));
            }
        }

        return reached.Contains(to);
    }
}
