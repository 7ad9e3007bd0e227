using Pacta.Negotiation.Solving;

namespace Pacta.Tests.Negotiation.Solving;

/// <summary>A solver that is wrong where it optimises, as z3 4.8.12 is now and then, and one that is always wrong.</summary>
public sealed class CheckedSolverTests
{
    // Three issues of two options; each second option is worth 5, 7 and 9 to one side, 8, 3 and 2 to the other. All three together are ruled out.
    private static readonly ChoiceProblem Problem = new([2, 2, 2], []);
    private static readonly LinearForm First = new([new Term(1, 5), new Term(3, 7), new Term(5, 9)], 0);
    private static readonly LinearForm Second = new([new Term(1, 8), new Term(3, 3), new Term(5, 2)], 0);
    private static readonly Condition NotAll = Condition.Of(new Bound(new LinearForm([new Term(1, -1), new Term(3, -1), new Term(5, -1)], 0), -2));

    [Fact]
    public void What_the_conditions_rule_out_is_asked_for_without_making_anything_as_large_as_can_be()
    {
        var solver = new CheckedSolver(new Wrong("1,1,1", OnlyWhenOptimising: true), Problem);

        var sum = solver.Ask(new Question([NotAll], new Target(1, [First])));
        Assert.Equal((AnswerKind.Best, "0,1,1"), (sum.Kind, string.Join(',', sum.Chosen)));

        // The smaller of the two: (5, 8), (7, 3), (9, 2), (12, 11), (14, 10), (16, 5); then the larger.
        var least = solver.Ask(new Question([NotAll], new Target(1, [First, Second])));
        Assert.Equal((AnswerKind.Best, "1,1,0"), (least.Kind, string.Join(',', least.Chosen)));
        var most = solver.Ask(new Question([NotAll], new Target(2, [First, Second])));
        Assert.Equal((AnswerKind.Best, "0,1,1"), (most.Kind, string.Join(',', most.Chosen)));
    }

    /// <summary>z3 4.8.12 does so now and then where many values differ by little.</summary>
    [Fact]
    public void What_is_not_best_is_asked_for_without_making_anything_as_large_as_can_be()
    {
        var answer = new CheckedSolver(new Wrong("0,0,0", OnlyWhenOptimising: true), Problem).Ask(new Question([NotAll], new Target(1, [First])));

        Assert.Equal((AnswerKind.Best, "0,1,1"), (answer.Kind, string.Join(',', answer.Chosen)));
    }

    [Theory]
    [InlineData("1,1,1", false, "some")] // ruled out, whatever is asked
    [InlineData("0,0,0", false, "best")] // allowed, and not best
    [InlineData("", true, "none")]
    public void What_is_wrong_otherwise_is_not_used(string says, bool onlyWhenOptimising, string refuted)
    {
        var solver = new CheckedSolver(new Wrong(says, onlyWhenOptimising), Problem);

        var failure = Assert.Throws<SolverFailure>(() => solver.Ask(new Question([NotAll], new Target(1, [First]))));

        Assert.Equal(new SolverTrouble(SolverTroubleKind.Refuted, "wrong", refuted), failure.Trouble);
    }

    private sealed record Wrong(string Says, bool OnlyWhenOptimising) : ISolver
    {
        public string Name => "wrong";

        public Allowance Allowance => new(Measure.Steps, 1000);

        public Answer Ask(ChoiceProblem problem, Question question) =>
            OnlyWhenOptimising && question.Target is null ? OwnSearch.Search(problem, question, 1000)
            : Says == "" ? Answer.None
            : new Answer(AnswerKind.Best, [.. Says.Split(',').Select(int.Parse)]);

        public void Dispose()
        {
        }
    }
}
