using System.Collections.Immutable;

namespace Pacta.Negotiation.Solving;

/// <summary>
/// A solver that is not simply believed. Every choice it gives is recalculated. That there is no better one, or none at all, cannot be recalculated, but it can
/// be refuted: by what was found before, by what differs in one issue, and by a short search. Where a choice that was to be the best does not even meet the
/// conditions, it is asked for any choice, and then for any better one: z3 4.8.12 does that now and then, and only when it optimises.
/// </summary>
internal sealed class CheckedSolver(ISolver solver, ChoiceProblem problem)
{
    private const int ShortSearch = 5_000;
    private const int MostKnown = 500;
    private const int MostSteps = 1_000;
    private const string NotAllowed = "some";

    private const string NotBest = "best";

    private readonly List<bool[]> _known = [];

    public string Name => solver.Name;

    public Allowance Allowance => solver.Allowance;

    /// <summary>How many questions were asked.</summary>
    public int Asked { get; private set; }

    /// <exception cref="SolverFailure">It cannot be used any more, or what it says is not so.</exception>
    public Answer Ask(Question question)
    {
        try
        {
            return AskOnce(question);
        }
        catch (SolverFailure failure) when (failure.Trouble is { Kind: SolverTroubleKind.Refuted, Detail: NotAllowed or NotBest } && question.Target is not null)
        {
            try
            {
                return Climb(question, question.Target);
            }
            catch (SolverFailure)
            {
                throw failure; // what it said first says more than that it has gone since
            }
        }
    }

    /// <summary>Any choice, then any better one, until there is none.</summary>
    private Answer Climb(Question question, Target target)
    {
        var best = Answer.None;
        var open = question with { Target = null };
        for (var step = 0; step < MostSteps; step++)
        {
            var answer = AskOnce(open);
            if (answer.Kind is AnswerKind.None or AnswerKind.Undecided)
            {
                return answer.Kind == AnswerKind.None ? best : best.Chosen.IsEmpty ? answer : best with { Kind = AnswerKind.Some };
            }

            best = answer with { Kind = AnswerKind.Best };
            var more = target.ValueOf(problem.Holding(answer.Chosen)) + 1;
            open = open with { Conditions = [.. question.Conditions, new Condition(target.Forms.Length - target.Rank + 1, [.. target.Forms.Select(f => new Bound(f, more))])] };
        }

        return best with { Kind = AnswerKind.Some };
    }

    private Answer AskOnce(Question question)
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
            throw Refuted(NotAllowed);
        }

        if (answer.Kind == AnswerKind.Best && question.Target is { } target && IsBettered(question, target, answer.Chosen, holding))
        {
            throw Refuted(NotBest);
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
