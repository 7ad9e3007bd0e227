using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Pacta.Negotiation.Solving;

/// <summary>
/// CP-SAT of Google OR-Tools, in a program of its own: <c>pacta-cp-sat</c>. It calculates with 64 bits, so that questions with longer numbers are not put to it. What bounds it
/// is its deterministic time, which is the same on every machine.
/// </summary>
internal sealed class CpSatSolver : ISolver
{
    public const string Program = "pacta-cp-sat";

    /// <summary>What is said to it and by it; the first line that it writes names the version.</summary>
    public const string Protocol = "pacta-choices-1";

    private static readonly BigInteger MostWorth = BigInteger.One << 61;

    /// <summary>How far apart two values of a target are it sees in floating point, and stops too early beyond what that tells apart.</summary>
    private static readonly BigInteger MostExact = BigInteger.One << 50;

    private readonly SolverProcess _process;
    private readonly int _effort;

    private CpSatSolver(SolverProcess process, string name, int effort) => (_process, Name, _effort) = (process, name, effort);

    public string Name { get; }

    public Allowance Allowance => new(Measure.DeterministicTime, _effort);

    /// <exception cref="SolverFailure">It does not start, or does not greet.</exception>
    public static CpSatSolver Start(string file, int effort, TimeSpan patience)
    {
        var process = SolverProcess.Start(Program, file, [], patience);
        try
        {
            var said = process.Read();
            return said.Split(' ') is [Protocol, "CP-SAT", { Length: < 40 } version] ? new CpSatSolver(process, $"CP-SAT {version}", effort) : throw process.Nonsense(said);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    public Answer Ask(ChoiceProblem problem, Question question)
    {
        if (Magnitude.Of(question) > MostWorth)
        {
            throw new SolverFailure(new SolverTrouble(SolverTroubleKind.TooLarge, Name, "63 bits"));
        }

        var answer = Put(problem, question);
        while (answer.Kind == AnswerKind.Best && question.Target is { } target && Magnitude.Of(question with { Conditions = [] }) > MostExact)
        {
            // Whether there is more is a question without a target, and exact.
            var value = target.ValueOf(problem.Holding(answer.Chosen));
            var more = new Condition(target.Forms.Length - target.Rank + 1, [.. target.Forms.Select(f => new Bound(f, value + 1))]);
            var next = Put(problem, new Question([.. question.Conditions, more], null));
            if (next.Kind == AnswerKind.None)
            {
                return answer;
            }

            answer = next.Kind == AnswerKind.Undecided ? answer with { Kind = AnswerKind.Some } : next;
        }

        return answer;
    }

    private Answer Put(ChoiceProblem problem, Question question)
    {
        _process.Write(Text(problem, question));
        var said = _process.Read();
        return said.Split(' ') switch
        {
            ["best", .. var chosen] => new Answer(AnswerKind.Best, Chosen(problem, chosen, said)),
            ["some", .. var chosen] => new Answer(AnswerKind.Some, Chosen(problem, chosen, said)),
            ["none"] => Answer.None,
            ["undecided"] => Answer.Undecided,
            _ => throw _process.Nonsense(said),
        };
    }

    public void Dispose() => _process.Dispose();

    private string Text(ChoiceProblem problem, Question question)
    {
        var text = new StringBuilder();
        Line("effort", [_effort]);
        Line("issues", problem.Sizes.Select(s => (BigInteger)s));
        foreach (var combination in problem.Combinations)
        {
            Line("combination", combination.Select(c => (BigInteger)problem.VariableOf(c)));
        }

        foreach (var condition in question.Conditions)
        {
            Line("condition", [condition.Count]);
            foreach (var bound in condition.Bounds)
            {
                Line("bound", [bound.Least - bound.Form.Constant, .. Numbers(bound.Form)]);
            }
        }

        if (question.Target is { } target)
        {
            Line("target", [target.Rank]);
            foreach (var form in target.Forms)
            {
                Line("form", [form.Constant, .. Numbers(form)]);
            }
        }

        return text.Append("solve\n").ToString();

        void Line(string word, IEnumerable<BigInteger> numbers) =>
            text.Append(word).AppendJoin(string.Empty, numbers.Select(n => " " + n.ToString(CultureInfo.InvariantCulture))).Append('\n');
    }

    private static IEnumerable<BigInteger> Numbers(LinearForm form) => form.Terms.SelectMany(t => new[] { t.Variable, t.Factor });

    private ImmutableArray<int> Chosen(ChoiceProblem problem, string[] words, string said)
    {
        var chosen = words.Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var option) ? option : -1).ToImmutableArray();
        return chosen.Length == problem.Sizes.Length && chosen.Zip(problem.Sizes).All(c => c.First >= 0 && c.First < c.Second) ? chosen : throw _process.Nonsense(said);
    }
}
