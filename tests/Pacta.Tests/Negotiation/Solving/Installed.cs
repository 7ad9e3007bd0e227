using System.Collections.Immutable;
using System.Diagnostics;
using Pacta.Negotiation.Solving;

namespace Pacta.Tests.Negotiation.Solving;

/// <summary>
/// The solvers that are there. Where one is not, tests that need it are skipped and say why; with PACTA_SOLVERS=required they fail instead.
/// </summary>
internal static class Installed
{
    /// <summary>Where programs are, and where the build has put pacta-cp-sat.</summary>
    public static ImmutableArray<string> Folders { get; } =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        BuiltCpSat(),
    ];

    public static SolverUse Use(SolverChoice choice)
    {
        var (program, reason) = choice == SolverChoice.Z3
            ? (Z3Solver.Program, "no z3: apt-get install z3")
            : (CpSatSolver.Program, "no pacta-cp-sat: build src/Pacta.CpSat in the configuration of the tests");
        if (!Folders.Any(f => File.Exists(Path.Combine(f, program))))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("PACTA_SOLVERS") == "required", reason);
            Assert.Fail(reason);
        }

        return new SolverUse(choice, Folders) { Points = 1000 };
    }

    /// <summary>A folder where this solver is. No other may be there, which holds of z3 in the folders of Debian.</summary>
    public static ImmutableArray<string> Only(SolverChoice choice) =>
        [Use(choice).Folders.First(f => File.Exists(Path.Combine(f, choice == SolverChoice.Z3 ? Z3Solver.Program : CpSatSolver.Program)))];

    /// <summary>The output of the tests is in tests/Pacta.Tests/bin/CONFIGURATION/FRAMEWORK.</summary>
    private static string BuiltCpSat()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = framework.Parent?.Parent?.Parent?.Parent?.Parent?.FullName ?? throw new UnreachableException();
        return Path.Combine(root, "src", "Pacta.CpSat", "bin", framework.Parent.Name, framework.Name);
    }
}
