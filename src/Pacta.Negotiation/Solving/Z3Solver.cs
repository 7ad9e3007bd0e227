using System.Collections.Immutable;
using System.Globalization;

namespace Pacta.Negotiation.Solving;

/// <summary>z3, spoken to in SMT-LIB 2 with its commands for optimisation. What bounds it is its own count of resources, which is the same on every machine.</summary>
internal sealed class Z3Solver : ISolver
{
    public const string Program = "z3";

    private const string Mark = "pacta-end";

    private readonly SolverProcess _process;
    private readonly long _resources;

    private Z3Solver(SolverProcess process, string name, long resources) => (_process, Name, _resources) = (process, name, resources);

    public string Name { get; }

    public Allowance Allowance => new(Measure.Resources, _resources);

    /// <exception cref="SolverFailure">It does not start, or does not say its version.</exception>
    public static Z3Solver Start(string file, long resources, TimeSpan patience)
    {
        var process = SolverProcess.Start(Program, file, ["-in", "-smt2"], patience);
        try
        {
            process.Write("(get-info :version)\n");
            var said = process.Read();
            var version = said.StartsWith("(:version \"", StringComparison.Ordinal) && said.EndsWith("\")", StringComparison.Ordinal) && said.Length < 60 ? said[11..^2] : throw process.Nonsense(said);
            return new Z3Solver(process, $"{Program} {version}", resources);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    public Answer Ask(ChoiceProblem problem, Question question)
    {
        _process.Write(SmtText.Of(problem, question, _resources));
        var lines = new List<string>();
        for (var line = _process.Read(); line != Mark; line = _process.Read())
        {
            lines.Add(line);
            if (lines.Count > (2 * problem.Options) + 10)
            {
                throw _process.Nonsense(lines[0]);
            }
        }

        return lines switch
        {
            ["sat", ..] => new Answer(AnswerKind.Best, Chosen(problem, lines) ?? throw _process.Nonsense(string.Join(' ', lines))),
            ["unsat", ..] => Answer.None,
            ["unknown", ..] => Chosen(problem, lines) is { } found ? new Answer(AnswerKind.Some, found) : Answer.Undecided,
            [var error, ..] when error.StartsWith("(error", StringComparison.Ordinal)
                && (error.Contains("resource limit", StringComparison.Ordinal) || error.Contains("canceled", StringComparison.Ordinal)) => Answer.Undecided,
            _ => throw _process.Nonsense(string.Join(' ', lines)),
        };
    }

    public void Dispose() => _process.Dispose();

    /// <summary>From lines such as <c>((x0 0)</c> and <c>(x1 1)</c>; null where they are no choice of one option for each issue.</summary>
    private static ImmutableArray<int>? Chosen(ChoiceProblem problem, List<string> lines)
    {
        var values = new bool[problem.Options];
        var seen = 0;
        foreach (var line in lines.Skip(1))
        {
            if (line.Trim('(', ')').Split(' ') is not [['x', .. var number], "0" or "1"] words
                || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var variable) || variable >= values.Length)
            {
                return null;
            }

            values[variable] = words[1] == "1";
            seen++;
        }

        var chosen = ImmutableArray.CreateBuilder<int>();
        for (var issue = 0; issue < problem.Sizes.Length; issue++)
        {
            var own = values.AsSpan(problem.First[issue], problem.Sizes[issue]);
            if (own.Count(true) != 1)
            {
                return null;
            }

            chosen.Add(own.IndexOf(true));
        }

        return seen == values.Length ? chosen.ToImmutable() : null;
    }
}
