using System.Globalization;
using System.Numerics;
using System.Text;

namespace Pacta.Negotiation.Solving;

/// <summary>
/// A question in SMT-LIB 2. Options are whole numbers 0 or 1, which z3 handles far better here than truth values with a sum of cases. Each
/// question begins with a reset, so that no answer depends on what was asked before.
/// </summary>
internal sealed class SmtText
{
    private readonly ChoiceProblem _problem;
    private readonly StringBuilder _text = new();

    private SmtText(ChoiceProblem problem) => _problem = problem;

    public static string Of(ChoiceProblem problem, Question question, long resources)
    {
        var smt = new SmtText(problem);
        smt.Line($"(reset)(set-option :rlimit {resources})");
        smt.Declare();
        foreach (var condition in question.Conditions)
        {
            smt.Require(condition);
        }

        if (question.Target is { } target)
        {
            smt.Aim(target);
        }

        var options = string.Join(' ', Enumerable.Range(0, problem.Options).Select(v => $"x{v}"));
        smt.Line($"(check-sat)(get-value ({options}))(echo \"pacta-end\")");
        return smt._text.ToString();
    }

    private void Declare()
    {
        for (var v = 0; v < _problem.Variables; v++)
        {
            Line($"(declare-const x{v} Int)(assert (<= 0 x{v} 1))");
        }

        for (var issue = 0; issue < _problem.Sizes.Length; issue++)
        {
            Line($"(assert (= 1 {Plus(Enumerable.Range(_problem.First[issue], _problem.Sizes[issue]).Select(v => $"x{v}"))}))");
        }

        for (var c = 0; c < _problem.Combinations.Length; c++)
        {
            List<string> options = [.. _problem.Combinations[c].Select(choice => $"x{_problem.VariableOf(choice)}")];
            Line($"{string.Concat(options.Select(x => $"(assert (<= x{_problem.Options + c} {x}))"))}(assert (>= x{_problem.Options + c} (- {Plus(options)} {options.Count - 1})))");
        }
    }

    private void Require(Condition condition)
    {
        List<string> bounds = [.. condition.Bounds.Select(b => $"(>= {Sum(b.Form)} {Number(b.Least)})")];
        if (condition.Count >= bounds.Count)
        {
            Line(condition.Count > bounds.Count ? "(assert false)" : string.Concat(bounds.Select(b => $"(assert {b})")));
        }
        else if (condition.Count > 0)
        {
            Line(condition.Count == 1 ? $"(assert (or {string.Join(' ', bounds)}))" : $"(assert (>= {Counted(bounds)} {condition.Count}))");
        }
    }

    private void Aim(Target target)
    {
        if (target.Forms is [var only])
        {
            Line($"(maximize {Sum(only)})");
            return;
        }

        Line("(declare-const t Int)");
        List<string> reached = [.. target.Forms.Select(f => $"(>= {Sum(f)} t)")];
        var counted = reached.Count - target.Rank + 1;
        Line(target.Rank == 1 ? string.Concat(reached.Select(r => $"(assert {r})")) : $"(assert (>= {Counted(reached)} {counted}))");
        Line("(maximize t)");
    }

    private static string Counted(IEnumerable<string> statements) => Plus(statements.Select(s => $"(ite {s} 1 0)"));

    private static string Sum(LinearForm form) => Plus(form.Terms.Select(t => $"(* {Number(t.Factor)} x{t.Variable})").Append(Number(form.Constant)));

    private static string Plus(IEnumerable<string> items)
    {
        List<string> all = [.. items];
        return all.Count == 1 ? all[0] : $"(+ {string.Join(' ', all)})";
    }

    private static string Number(BigInteger number) =>
        number.Sign < 0 ? $"(- {(-number).ToString(CultureInfo.InvariantCulture)})" : number.ToString(CultureInfo.InvariantCulture);

    private void Line(string text) => _text.Append(text).Append('\n');
}
