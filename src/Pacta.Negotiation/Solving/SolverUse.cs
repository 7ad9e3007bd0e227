using System.Collections.Immutable;

namespace Pacta.Negotiation.Solving;

/// <summary>Which solver is to be asked.</summary>
public enum SolverChoice
{
    /// <summary>Any that is installed, where Pacta's own ways do not suffice: CP-SAT before z3, which is slower here.</summary>
    Auto,

    /// <summary>z3, even where Pacta's own ways would suffice.</summary>
    Z3,

    /// <summary>CP-SAT, even where Pacta's own ways would suffice.</summary>
    CpSat,

    /// <summary>Only Pacta's own ways.</summary>
    None,
}

/// <summary>Which solvers may be used, and how far.</summary>
/// <param name="Folders">Where their programs are looked for, in this order.</param>
public sealed record SolverUse(SolverChoice Choice, ImmutableArray<string> Folders)
{
    /// <summary>What is usual for <see cref="Effort"/>.</summary>
    public const int UsualEffort = 10;

    public const int MostEffort = 1_000_000;

    /// <summary>What is usual for <see cref="Points"/>.</summary>
    public const int UsualPoints = 25;

    private const long ResourcesForEffort = 1_000_000;
    private const long StepsForEffort = 500_000;

    /// <summary>How far each question is followed: the deterministic time of CP-SAT, millions of z3's resources, half millions of steps of Pacta's own search.</summary>
    public int Effort { get; init; } = UsualEffort;

    /// <summary>So many efficient points are asked for, and so many ties of what is best.</summary>
    public int Points { get; init; } = UsualPoints;

    /// <summary>How long an answer is waited for before a solver is taken to hang; null: long enough for the effort.</summary>
    public TimeSpan? Patience { get; init; }

    private TimeSpan Wait => Patience ?? TimeSpan.FromSeconds(30 + (10L * Effort));

    /// <summary>The solvers that may be used, in the order in which they are tried.</summary>
    internal ImmutableArray<SolverChoice> Candidates => Choice switch
    {
        SolverChoice.Auto => [SolverChoice.CpSat, SolverChoice.Z3],
        SolverChoice.None => [],
        var one => [one],
    };

    internal OwnSearch Own => new(Effort * StepsForEffort);

    /// <exception cref="SolverFailure">It is not installed, or does not start.</exception>
    internal ISolver Start(SolverChoice choice)
    {
        var program = choice == SolverChoice.Z3 ? Z3Solver.Program : CpSatSolver.Program;
        var file = Folders.SelectMany(f => new[] { Path.Combine(f, program), Path.Combine(f, program + ".exe") }).FirstOrDefault(File.Exists)
            ?? throw new SolverFailure(new SolverTrouble(SolverTroubleKind.NotInstalled, program, string.Empty));
        return choice == SolverChoice.Z3 ? Z3Solver.Start(file, Effort * ResourcesForEffort, Wait) : CpSatSolver.Start(file, Effort, Wait);
    }
}
