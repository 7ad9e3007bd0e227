using Google.OrTools.Sat;

namespace Pacta.CpSat;

/// <summary>
/// One question, line by line. Options are numbered through, issue by issue, and behind them the combinations:
/// <code>
/// effort 10             how much deterministic time may be used
/// issues 3 2            how many options each issue has; one of each is chosen
/// combination 0 4       holds where all of these options are chosen
/// condition 1           so many of the bounds below it hold
/// bound 35 0 60 4 -10   60 if 0 holds, less 10 if 4 holds: 35 at least
/// target 1              the least of the forms below it (2: the second least) is to be as large as can be
/// form 5 0 60           5, and 60 if 0 holds
/// solve
/// </code>
/// The answer is one line: <c>best</c> or <c>some</c> with the option of each issue, <c>none</c>, or <c>undecided</c>.
/// </summary>
internal sealed class Asked
{
    public const string Protocol = "pacta-choices-1";

    private readonly CpModel _model = new();
    private readonly List<BoolVar> _variables = [];
    private readonly List<int> _sizes = [];
    private readonly List<(long Count, List<BoundedLinearExpression> Bounds)> _conditions = [];
    private readonly List<LinearExpr> _forms = [];
    private long _effort = 1;
    private int _rank;

    /// <summary>No form has a value further from zero.</summary>
    private long _furthest;

    public static string Version { get; } = Google.OrTools.Init.OrToolsVersion.VersionString();

    public void Take(string word, long[] numbers)
    {
        switch (word)
        {
            case "effort":
                _effort = numbers[0];
                break;
            case "issues":
                foreach (var size in numbers)
                {
                    List<BoolVar> options = [.. Enumerable.Range(0, (int)size).Select(_ => _model.NewBoolVar(string.Empty))];
                    _model.AddExactlyOne(options);
                    _variables.AddRange(options);
                    _sizes.Add(options.Count);
                }

                break;
            case "combination":
                Combine([.. numbers.Select(n => _variables[(int)n])]);
                break;
            case "condition":
                _conditions.Add((numbers[0], []));
                break;
            case "bound":
                _conditions[^1].Bounds.Add(Form(numbers) >= numbers[0]);
                break;
            case "target":
                _rank = (int)numbers[0];
                break;
            case "form":
                _forms.Add(Form(numbers) + numbers[0]);
                _furthest = Math.Max(_furthest, numbers.Where((_, i) => i % 2 == 0).Sum(Math.Abs));
                break;
            default:
                throw new FormatException($"“{word}” is none of the words that can be said.");
        }
    }

    public string Solve()
    {
        foreach (var (count, bounds) in _conditions)
        {
            Require(count, bounds);
        }

        if (_forms is [var only])
        {
            _model.Maximize(only);
        }
        else if (_forms.Count > 0)
        {
            // No wider than it can be: with a needlessly wide one the solver does not get anywhere.
            var least = _model.NewIntVar(-_furthest, _furthest, "least");
            Require(_forms.Count - _rank + 1, [.. _forms.Select(f => f >= least)]);
            _model.Maximize(least);
        }

        // One worker and a deterministic limit: the same question has the same answer. Without presolve: with it, version 9.15 now and then calls a choice the
        // best one that is not, where factors are large and one of several bounds is to hold.
        using var solver = new CpSolver();
        solver.StringParameters = $"num_workers:1 random_seed:1 cp_model_presolve:false max_deterministic_time:{_effort}";
        var status = solver.Solve(_model);
        return status switch
        {
            CpSolverStatus.Optimal => "best" + Chosen(solver),
            CpSolverStatus.Feasible => "some" + Chosen(solver),
            CpSolverStatus.Infeasible => "none",
            CpSolverStatus.Unknown => "undecided",
            _ => "failed: " + _model.Validate().ReplaceLineEndings(" "),
        };
    }

    private void Combine(List<BoolVar> options)
    {
        var combination = _model.NewBoolVar(string.Empty);
        foreach (var option in options)
        {
            _model.AddImplication(combination, option);
        }

        _model.AddBoolOr([combination, .. options.Select(o => o.Not())]);
        _variables.Add(combination);
    }

    private void Require(long count, List<BoundedLinearExpression> bounds)
    {
        if (count >= bounds.Count)
        {
            if (count > bounds.Count)
            {
                _model.AddBoolOr([]);
            }

            bounds.ForEach(b => _model.Add(b));
            return;
        }

        var held = new List<BoolVar>();
        foreach (var bound in bounds)
        {
            var holds = _model.NewBoolVar(string.Empty);
            _model.Add(bound).OnlyEnforceIf(holds);
            held.Add(holds);
        }

        _model.Add(LinearExpr.Sum(held) >= count);
    }

    private LinearExpr Form(long[] numbers)
    {
        var (variables, factors) = (new List<BoolVar>(), new List<long>());
        for (var i = 1; i + 1 < numbers.Length; i += 2)
        {
            variables.Add(_variables[(int)numbers[i]]);
            factors.Add(numbers[i + 1]);
        }

        return LinearExpr.WeightedSum(variables, factors);
    }

    private string Chosen(CpSolver solver)
    {
        var chosen = new System.Text.StringBuilder();
        var first = 0;
        foreach (var size in _sizes)
        {
            chosen.Append(' ').Append(Enumerable.Range(0, size).First(o => solver.BooleanValue(_variables[first + o])));
            first += size;
        }

        return chosen.ToString();
    }
}
