using System.Collections.Immutable;
using System.Numerics;

namespace Pacta.Negotiation.Solving;

/// <summary>
/// Pacta's own solver, for where no other is installed: depth first through the issues, leaving a branch where the most that the rest can add is not enough.
/// It counts its steps and stops at a bound; what it has found by then is told as that and no more.
/// </summary>
internal sealed class OwnSearch(long mostSteps) : ISolver
{
    private static readonly BigInteger MostWorth = (BigInteger)Int128.MaxValue / 4;

    public string Name => "Pacta";

    public Allowance Allowance => new(Measure.Steps, mostSteps);

    public Answer Ask(ChoiceProblem problem, Question question) =>
        CanTake(question) ? Search(problem, question, mostSteps) : throw new SolverFailure(new SolverTrouble(SolverTroubleKind.TooLarge, Name, "126 bits"));

    public static bool CanTake(Question question) => Magnitude.Of(question) <= MostWorth;

    public static Answer Search(ChoiceProblem problem, Question question, long mostSteps)
    {
        var run = new Run(problem, question, mostSteps);
        run.Descend(0);
        return run.Result;
    }

    public void Dispose()
    {
    }

    private sealed class Run
    {
        private readonly ChoiceProblem _problem;
        private readonly Question _question;
        private readonly Sum[] _sums;
        private readonly int[][] _order;
        private readonly int[] _chosen;
        private readonly ImmutableArray<int>[] _ending;
        private readonly Int128[] _target;
        private readonly long _mostSteps;
        private long _steps;
        private bool _isDone;
        private int[]? _best;
        private Int128 _bestValue;

        public Run(ChoiceProblem problem, Question question, long mostSteps)
        {
            (_problem, _question, _mostSteps) = (problem, question, mostSteps);
            var issues = problem.Sizes.Length;
            _chosen = new int[issues];

            // The combinations whose last issue it is: from there on one knows whether they hold.
            _ending = [.. Enumerable.Range(0, issues).Select(i => Enumerable.Range(0, problem.Combinations.Length)
                .Where(c => problem.Combinations[c].Max(x => x.Issue) == i).ToImmutableArray())];
            _sums = [.. question.Conditions.SelectMany(c => c.Bounds).Select(b => b.Form).Concat(question.Target?.Forms ?? []).Select(f => new Sum(problem, f))];
            _target = new Int128[question.Target?.Forms.Length ?? 0];
            _order = [.. Enumerable.Range(0, issues).Select(Promising)];
        }

        public Answer Result => _best is null ? _steps > _mostSteps ? Answer.Undecided : Answer.None
            : new Answer(_steps > _mostSteps && _question.Target is not null ? AnswerKind.Some : AnswerKind.Best, [.. _best]);

        public void Descend(int issue)
        {
            if (issue == _chosen.Length)
            {
                _best = [.. _chosen];
                _bestValue = _target.Length > 0 ? TargetAtMost(issue) : 0;
                _isDone = _target.Length == 0;
                return;
            }

            foreach (var option in _order[issue])
            {
                if (_isDone || ++_steps > _mostSteps)
                {
                    return;
                }

                _chosen[issue] = option;
                Enter(issue, option);
                if (MayHold(issue + 1) && (_target.Length == 0 || _best is null || TargetAtMost(issue + 1) > _bestValue))
                {
                    Descend(issue + 1);
                }
            }
        }

        private void Enter(int issue, int option)
        {
            foreach (var sum in _sums)
            {
                var value = sum.Value[issue] + sum.Factor[_problem.First[issue] + option];
                foreach (var combination in _ending[issue])
                {
                    var factor = sum.Factor[_problem.Options + combination];
                    value += factor != 0 && _problem.Combinations[combination].All(c => _chosen[c.Issue] == c.Option) ? factor : 0;
                }

                sum.Value[issue + 1] = value;
            }
        }

        private bool MayHold(int depth)
        {
            var at = 0;
            foreach (var condition in _question.Conditions)
            {
                var holding = 0;
                foreach (var bound in condition.Bounds)
                {
                    holding += _sums[at++].AtMost(depth) >= (Int128)bound.Least ? 1 : 0;
                }

                if (holding < condition.Count)
                {
                    return false;
                }
            }

            return true;
        }

        private Int128 TargetAtMost(int depth)
        {
            var first = _sums.Length - _target.Length;
            for (var i = 0; i < _target.Length; i++)
            {
                _target[i] = _sums[first + i].AtMost(depth);
            }

            Array.Sort(_target);
            return _target[_question.Target!.Rank - 1];
        }

        /// <summary>The options that add most to what is to be large come first; the first in the order of the text where they add the same.</summary>
        private int[] Promising(int issue)
        {
            var counting = _target.Length > 0 ? _sums[^_target.Length..] : _sums;
            return [.. Enumerable.Range(0, _problem.Sizes[issue])
                .OrderByDescending(o => counting.Aggregate(Int128.Zero, (sum, s) => sum + (s.Factor[_problem.First[issue] + o] / counting.Length)))];
        }
    }

    /// <summary>A form as it grows from issue to issue.</summary>
    private sealed class Sum
    {
        private readonly Int128[] _rest;

        public Sum(ChoiceProblem problem, LinearForm form)
        {
            Factor = new Int128[problem.Variables];
            foreach (var term in form.Terms)
            {
                Factor[term.Variable] = (Int128)term.Factor;
            }

            Value = new Int128[problem.Sizes.Length + 1];
            Value[0] = (Int128)form.Constant;
            _rest = new Int128[problem.Sizes.Length + 1];
            for (var issue = problem.Sizes.Length - 1; issue >= 0; issue--)
            {
                _rest[issue] = _rest[issue + 1] + Enumerable.Range(problem.First[issue], problem.Sizes[issue]).Max(v => Factor[v]);
            }

            for (var c = 0; c < problem.Combinations.Length; c++)
            {
                // Before its last issue a combination may still come about.
                for (var depth = 0; depth <= problem.Combinations[c].Max(x => x.Issue) && Factor[problem.Options + c] > 0; depth++)
                {
                    _rest[depth] += Factor[problem.Options + c];
                }
            }
        }

        public Int128[] Factor { get; }

        /// <summary>By the number of issues that are decided.</summary>
        public Int128[] Value { get; }

        public Int128 AtMost(int depth) => Value[depth] + _rest[depth];
    }
}
