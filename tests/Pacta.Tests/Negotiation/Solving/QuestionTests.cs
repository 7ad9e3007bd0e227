using System.Collections.Immutable;
using System.Numerics;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.Packages;
using Pacta.Negotiation.Solving;

namespace Pacta.Tests.Negotiation.Solving;

/// <summary>Single questions: who is asked answers what was asked, or says that it did not.</summary>
public sealed class QuestionTests
{
    /// <summary>Two issues with three options each, and a bonus if the second of both come together.</summary>
    private static readonly ChoiceProblem Problem = new([3, 3], [[new Choice(0, 1), new Choice(1, 1)]]);

    private static readonly LinearForm First = new([new Term(0, 10), new Term(1, 4), new Term(3, 1), new Term(6, 5)], 0);

    private static readonly LinearForm Second = new([new Term(2, 10), new Term(4, 4), new Term(5, 6), new Term(6, -1)], -1);

    /// <summary>First: 10 with option 0 of the first issue, 4 with option 1, 1 with option 0 of the second, 5 for the bonus. (1, 1) gives 9 and 2; (0, 2) gives 10 and 5.</summary>
    public static TheoryData<SolverChoice> Everybody => [SolverChoice.None, SolverChoice.Z3, SolverChoice.CpSat];

    [Theory]
    [MemberData(nameof(Everybody))]
    public void The_largest_least_value_is_found(SolverChoice choice)
    {
        using var solver = Start(choice);

        var answer = solver.Ask(Problem, new Question([], new Target(1, [First, Second])));

        Assert.Equal(AnswerKind.Best, answer.Kind);
        Assert.Equal([0, 2], answer.Chosen);
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void The_largest_second_least_value_is_found_under_a_condition_of_which_one_part_must_hold(SolverChoice choice)
    {
        using var solver = Start(choice);
        var notTheFirst = Condition.Of(new Bound(new LinearForm([new Term(0, -1)], 0), 0));
        var either = new Condition(1, [new Bound(First, 9), new Bound(Second, 100)]);

        var answer = solver.Ask(Problem, new Question([notTheFirst, either], new Target(2, [First, Second])));

        Assert.Equal(AnswerKind.Best, answer.Kind);
        Assert.Equal([1, 1], answer.Chosen);
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void That_there_is_none_is_said_and_the_next_question_is_answered_all_the_same(SolverChoice choice)
    {
        using var solver = Start(choice);

        Assert.Equal(AnswerKind.None, solver.Ask(Problem, new Question([new Condition(2, [new Bound(First, 9), new Bound(Second, 6)])], null)).Kind);
        Assert.Equal(AnswerKind.None, solver.Ask(Problem, new Question([new Condition(2, [new Bound(First, 0)])], null)).Kind);
        Assert.Equal(AnswerKind.Best, solver.Ask(Problem, new Question([new Condition(2, [new Bound(First, 9), new Bound(Second, 5)])], null)).Kind);
    }

    [Fact]
    public void What_does_not_fit_into_63_bits_is_not_put_to_CP_SAT_and_z3_takes_it()
    {
        var question = new Question([], new Target(1, [First.Times(BigInteger.Pow(10, 30)), Second.Times(BigInteger.Pow(10, 30))]));
        using var small = Start(SolverChoice.CpSat);
        using var large = Start(SolverChoice.Z3);

        Assert.Equal((SolverTroubleKind.TooLarge, "63 bits"), Trouble(() => small.Ask(Problem, question)));
        Assert.Equal([0, 2], large.Ask(Problem, question).Chosen);
    }

    /// <summary>Numbers whose sum cannot be seen to be out of reach until nearly all options are chosen: 40 even numbers and an odd sum.</summary>
    [Theory]
    [MemberData(nameof(Everybody))]
    public void What_is_not_decided_within_the_bound_is_undecided_and_not_none(SolverChoice choice)
    {
        var random = new Random(1);
        var problem = new ChoiceProblem([.. Enumerable.Repeat(2, 60)], []);
        var form = new LinearForm([.. Enumerable.Range(0, 60).Select(i => new Term(2 * i, (2 * random.Next(1 << 28)) + (1 << 28)))], 0);
        var half = form.Terms.Aggregate(BigInteger.Zero, (sum, t) => sum + t.Factor) / 2;
        var exactly = (half / 2 * 2) + 1;
        using var solver = Start(choice, effort: 1);

        var answer = solver.Ask(problem, new Question([Condition.Of(new Bound(form, exactly)), Condition.Of(new Bound(form.Times(-1), -exactly))], null));

        Assert.Equal(AnswerKind.Undecided, answer.Kind);
    }

    [Fact]
    public void The_own_search_tells_the_best_it_has_found_when_its_steps_are_used_up()
    {
        var problem = new ChoiceProblem([.. Enumerable.Repeat(2, 40)], []);
        LinearForm[] forms = [.. Enumerable.Range(0, 2).Select(p => new LinearForm([.. Enumerable.Range(0, 40).Select(i => new Term((2 * i) + p, 1000 + (i * 37 % 101)))], 0))];
        using var solver = new OwnSearch(10_000);

        var answer = solver.Ask(problem, new Question([], new Target(1, [.. forms])));

        Assert.Equal(AnswerKind.Some, answer.Kind);
        Assert.True(new Target(1, [.. forms]).ValueOf(problem.Holding(answer.Chosen)) > 15_000);
    }

    /// <summary>Values near 2^57, of which the best differ by one: in floating point they are all the same.</summary>
    [Theory]
    [MemberData(nameof(Everybody))]
    public void Values_that_floating_point_does_not_tell_apart_are_told_apart(SolverChoice choice)
    {
        var problem = new ChoiceProblem([.. Enumerable.Repeat(2, 8)], []);
        ImmutableArray<Term> large = [.. Enumerable.Range(0, 8).Select(i => new Term(2 * i, BigInteger.One << 54))];
        ImmutableArray<Term> small = [.. Enumerable.Range(0, 8).Select(i => new Term((2 * i) + 1, (BigInteger.One << 54) + (1 << i)))];
        var form = new LinearForm([.. large, .. small], 0);
        using var solver = Start(choice);

        var answer = solver.Ask(problem, new Question([], new Target(1, [form])));

        Assert.Equal(AnswerKind.Best, answer.Kind);
        Assert.Equal((BigInteger.One << 57) + 255, form.ValueOf(problem.Holding(answer.Chosen)));
    }

    [Fact]
    public void Roots_are_rounded_up()
    {
        Assert.Equal([0, 1, 2, 2, 3, 3, 10, 11], new[] { 0, 1, 2, 8, 9, 27, 1000, 1001 }.Select(n => (int)NashSearch.RootUp(n, 3)));
        Assert.Equal(BigInteger.Pow(7, 40), NashSearch.RootUp(BigInteger.Pow(7, 200), 5));
        Assert.Equal(BigInteger.Pow(7, 40) + 1, NashSearch.RootUp(BigInteger.Pow(7, 200) + 1, 5));
    }

    private static ISolver Start(SolverChoice choice, int effort = 10) =>
        choice == SolverChoice.None ? new SolverUse(choice, []) { Effort = effort }.Own : (Installed.Use(choice) with { Effort = effort }).Start(choice);

    private static (SolverTroubleKind Kind, string Detail) Trouble(Action action)
    {
        var trouble = Assert.Throws<SolverFailure>(action).Trouble;
        return (trouble.Kind, trouble.Detail);
    }
}
