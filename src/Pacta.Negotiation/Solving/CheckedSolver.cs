using System.Collections.Immutable;

namespace Pacta.Negotiation.Solving;

/// <summary>
/// A solver that is not simply believed. Every choice it gives is recalculated. That there is no better one, or none at all, cannot be recalculated, but it can
/// be refuted: by what was found before, by what differs in one issue, and by a short search.
/// </summary>
internal sealed class CheckedSolver(ISolver solver, ChoiceProblem problem)
{
    private const int ShortSearch = 5_000;
    private const int MostKnown = 500;

    private readonly List<bool[]> _known = [];

    public string Name => solver.Name;

    public Allowance Allowance => solver.Allowance;

    /// <summary>How many questions were asked.</summary>
    public int Asked { get; private set; }

    /// <exception cref="SolverFailure">It cannot be used any more, or what it says is not so.</exception>
    public Answer Ask(Question question)
    {
        Asked++;
        var answer = solver.Ask(problem, question);
        if (answer.Kind == AnswerKind.Undecided)
        {
            return answer;
        }

        if (answer.Kind == AnswerKind.None)
        {
            if (_known.Exists(question.Allows) || (solver is not OwnSearch && !Short(question).Chosen.IsEmpty))
            {
                throw Refuted("none");
            }

            return answer;
        }

        var holding = problem.Holding(answer.Chosen);
        if (!question.Allows(holding))
        {
            throw Refuted("some");
        }

        if (answer.Kind == AnswerKind.Best && question.Target is { } target && IsBettered(question, target, answer.Chosen, holding))
        {
            throw Refuted("best");
        }

        if (_known.Count < MostKnown)
        {
            _known.Add(holding);
        }

        return answer;
    }

    private bool IsBettered(Question question, Target target, ImmutableArray<int> chosen, bool[] holding)
    {
        var value = target.ValueOf(holding);
        if (_known.Exists(k => target.ValueOf(k) > value && question.Allows(k)))
        {
            return true;
        }

        if (solver is OwnSearch)
        {
            return false;
        }

        if (Short(question) is { Chosen.IsEmpty: false } other && target.ValueOf(problem.Holding(other.Chosen)) > value)
        {
            return true;
        }

        for (var issue = 0; issue < problem.Sizes.Length; issue++)
        {
            for (var option = 0; option < problem.Sizes[issue]; option++)
            {
                var neighbour = problem.Holding(chosen.SetItem(issue, option));
                if (target.ValueOf(neighbour) > value && question.Allows(neighbour))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Answer Short(Question question) => OwnSearch.CanTake(question) ? OwnSearch.Search(problem, question, ShortSearch) : Answer.Undecided;

    private SolverFailure Refuted(string claim) => new(new SolverTrouble(SolverTroubleKind.Refuted, Name, claim));
}
