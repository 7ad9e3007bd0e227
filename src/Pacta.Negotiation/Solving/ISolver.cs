using System.Numerics;

namespace Pacta.Negotiation.Solving;

/// <summary>Who can be asked for choices: another program, or Pacta's own search. Each question stands for itself, and the same question has the same answer.</summary>
internal interface ISolver : IDisposable
{
    /// <summary>With its version: <c>z3 4.8.12</c>.</summary>
    string Name { get; }

    /// <summary>How far each question is followed.</summary>
    Allowance Allowance { get; }

    /// <exception cref="SolverFailure">It died, hangs, or says what makes no sense.</exception>
    Answer Ask(ChoiceProblem problem, Question question);
}

/// <summary>How far a question is followed; the same on every machine, unlike a time by the clock.</summary>
public readonly record struct Allowance(Measure Measure, long Most);

public enum Measure
{
    /// <summary>Options that Pacta's own search tries.</summary>
    Steps,

    /// <summary>What z3 counts (its <c>rlimit</c>).</summary>
    Resources,

    /// <summary>What CP-SAT counts.</summary>
    DeterministicTime,
}

/// <summary>What can go wrong with a solver.</summary>
public enum SolverTroubleKind
{
    /// <summary>No program of that name was found.</summary>
    NotInstalled,

    /// <summary>The program could not be started.</summary>
    NotStarted,

    /// <summary>It ended before it answered.</summary>
    Ended,

    /// <summary>It did not answer in time, and was ended.</summary>
    Silent,

    /// <summary>Its answer is none.</summary>
    NoAnswer,

    /// <summary>What it says is not so.</summary>
    Refuted,

    /// <summary>The numbers have more digits than it can calculate with.</summary>
    TooLarge,
}

/// <param name="Solver">Which one.</param>
/// <param name="Detail">What it said, or what was found to be otherwise; may be empty.</param>
public sealed record SolverTrouble(SolverTroubleKind Kind, string Solver, string Detail);

/// <summary>A solver cannot be used any more.</summary>
internal sealed class SolverFailure(SolverTrouble trouble) : Exception(trouble.Detail)
{
    public SolverTrouble Trouble { get; } = trouble;
}

/// <summary>How many digits the numbers of a question need.</summary>
internal static class Magnitude
{
    /// <summary>No value of any form of the question, and no difference to its bound, is further from zero.</summary>
    public static BigInteger Of(Question question)
    {
        var bounds = question.Conditions.SelectMany(c => c.Bounds).Select(b => Of(b.Form) + BigInteger.Abs(b.Least));
        return bounds.Concat((question.Target?.Forms ?? []).Select(Of)).DefaultIfEmpty(0).Max();
    }

    private static BigInteger Of(LinearForm form) => form.Terms.Aggregate(BigInteger.Abs(form.Constant), (sum, t) => sum + BigInteger.Abs(t.Factor));
}
