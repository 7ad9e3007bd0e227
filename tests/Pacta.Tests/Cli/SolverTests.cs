using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pacta.Negotiation.Solving;
using Pacta.Tests.Negotiation.Solving;

namespace Pacta.Tests.Cli;

/// <summary>Solvers as the command meets them: there, absent, dying, hanging, talking nonsense, lying.</summary>
public sealed class SolverTests
{
    private const string Version = "(:version \"9.9.9\")";

    [Theory]
    [InlineData("z3", "z3 ", "resources (rlimit)")]
    [InlineData("cp-sat", "CP-SAT ", "a deterministic time of 10")]
    public void A_solver_that_is_asked_for_says_what_enumeration_says_and_who_claims_it(string name, string solver, string allowance)
    {
        using var command = With(PackagesTests.Talks) with { SolverFolders = Folders(name) };

        var ran = command.Run("packages", "@talks.pacta", "--solver", name);
        var lines = Lines(ran);

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("Nash product 528.75 4", lines);
        Assert.Contains("egalitarian 15 4", lines);
        Assert.Contains("Kalai–Smorodinsky 0.5 of the best gain (50%) 4", lines);
        Assert.Contains("utilitarian 115.25 4", lines);
        Assert.Contains("A solver was asked for by name", ran.Output, StringComparison.Ordinal);
        Assert.Matches("That no other package is better is what " + solver + "[0-9.]+ claims", ran.Output);
        Assert.Contains(allowance, ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("z3")]
    [InlineData("cp-sat")]
    public void Where_merging_gives_up_a_solver_answers(string name)
    {
        using var command = With(TooMany()) with { SolverFolders = Folders(name) };

        using var json = JsonDocument.Parse(command.Run("packages", "@talks.pacta", "--points", "2", "--effort", "1", "--format", "json").Output);
        var search = json.RootElement.GetProperty("search");
        var sum = json.RootElement.GetProperty("optima").EnumerateArray().Single(o => o.GetProperty("kind").GetString() == "utilitarian");

        Assert.Equal("solver", search.GetProperty("method").GetString());
        Assert.False(search.GetProperty("asked_for").GetBoolean());
        Assert.Equal("claimed", sum.GetProperty("proof").GetString());
        Assert.Equal(TooManySum().ToString(CultureInfo.InvariantCulture), sum.GetProperty("value").GetString());
    }

    [Fact]
    public void Where_no_solver_is_installed_it_says_what_to_install_and_up_to_what_the_own_search_looked()
    {
        using var command = With(TooMany()) with { SolverFolders = [] };

        var ran = command.Run("packages", "@talks.pacta", "--points", "2", "--effort", "1");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("z3 is not installed: “apt-get install z3”", ran.Output, StringComparison.Ordinal);
        Assert.Contains("CP-SAT is not installed", ran.Output, StringComparison.Ordinal);
        Assert.Contains("with 500,000 steps for each", ran.Output, StringComparison.Ordinal);
        Assert.Contains("the best that was found; not decided whether", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("claims", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void None_is_asked_where_none_is_wanted()
    {
        using var command = With(TooMany()) with { SolverFolders = Folders("z3") };

        var output = command.Run("packages", "@talks.pacta", "--solver", "none", "--points", "1", "--effort", "1").Output;

        Assert.Contains("Pacta’s own search answered", output, StringComparison.Ordinal);
        Assert.DoesNotContain("installed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 0", "z3 ended before it had answered.")]
    [InlineData("echo 'libz3.so: not found' >&2; exit 127", "z3 ended before it had answered; it wrote “libz3.so: not found”.")]
    [InlineData("echo '" + Version + "'; read line; exit 1", "z3 ended before it had answered.")]
    [InlineData("sleep 60", "z3 did not answer within 0.3 seconds and was ended.")]
    [InlineData("echo '" + Version + "'; sleep 60", "z3 did not answer within 0.3 seconds and was ended.")]
    [InlineData("echo Hello; cat", "z3 gave what is no answer: “Hello”.")]
    [InlineData("echo '" + Version + "'; echo maybe; echo pacta-end; cat", "z3 gave what is no answer: “maybe”.")]
    [InlineData("echo '" + Version + "'; yes", "z3 gave what is no answer: “y”.")]
    [InlineData("echo '" + Version + "'; yes | tr -d '\\n'", "z3 gave what is no answer:")]
    [InlineData("echo '" + Version + "'; echo sat; echo '((x0 1)'; echo '(x1 1))'; echo pacta-end; cat", "z3 gave what is no answer: “sat ((x0 1) (x1 1))”.")]
    [InlineData("echo '" + Version + "'; echo unsat; echo pacta-end; cat", "z3 9.9.9 said that there is no package of a kind, and there is one.")]
    [InlineData("echo '" + Version + "'; echo sat; echo '((x0 1)(x1 0)(x2 0)'; echo '(x3 1)(x4 0))'; echo pacta-end; cat", "z3 gave what is no answer")]
    [InlineData("echo '" + Version + "'; echo sat; echo '((x0 1)'; echo '(x1 0)'; echo '(x2 0)'; echo '(x3 1)'; echo '(x4 0))'; echo pacta-end; cat", "z3 9.9.9 named a package that does not meet what was asked.")]
    [InlineData("echo '" + Version + "'; echo sat; echo '((x0 0)'; echo '(x1 0)'; echo '(x2 1)'; echo '(x3 1)'; echo '(x4 0))'; echo pacta-end; cat", "z3 9.9.9 called a package the best one, and there is a better one.")]
    public void A_solver_that_fails_is_told_and_the_rest_of_the_output_stands(string script, string trouble)
    {
        var patience = TimeSpan.FromSeconds(script.Contains("sleep", StringComparison.Ordinal) ? 0.3 : 30);
        using var command = With(PackagesTests.Talks) with { SolverPatience = patience };
        command.WriteProgram("z3", script);

        var ran = (command with { SolverFolders = [command.PathOf("")] }).Run("packages", "@talks.pacta", "--solver", "z3");

        Assert.Equal(0, ran.ExitCode);
        Assert.Empty(ran.Errors);
        Assert.Contains(trouble, ran.Output, StringComparison.Ordinal);
        Assert.Contains("Every one of them was looked at", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Nash product 528.75 4", Lines(ran));
        Assert.DoesNotContain("claims", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo 'pacta-choices-2 CP-SAT 1'", "pacta-cp-sat gave what is no answer: “pacta-choices-2 CP-SAT 1”.")]
    [InlineData("echo 'pacta-choices-1 CP-SAT 1'; echo 'best 0 9'; cat >/dev/null", "pacta-cp-sat gave what is no answer: “best 0 9”.")]
    [InlineData("echo 'pacta-choices-1 CP-SAT 1'; echo 'failed out of memory'; cat >/dev/null", "pacta-cp-sat gave what is no answer: “failed out of memory”.")]
    [InlineData("echo 'pacta-choices-1 CP-SAT 1'; echo none; cat >/dev/null", "CP-SAT 1 said that there is no package of a kind, and there is one.")]
    public void So_is_a_CP_SAT_that_fails(string script, string trouble)
    {
        using var command = With(PackagesTests.Talks) with { SolverPatience = TimeSpan.FromSeconds(30) };
        command.WriteProgram("pacta-cp-sat", script);

        var ran = (command with { SolverFolders = [command.PathOf("")] }).Run("packages", "@talks.pacta", "--solver", "cp-sat");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains(trouble, ran.Output, StringComparison.Ordinal);
        Assert.Contains("Nash product 528.75 4", Lines(ran));
    }

    [Fact]
    public void A_file_that_is_no_program_is_told()
    {
        using var command = With(PackagesTests.Talks).Write("z3", "no program");

        var ran = (command with { SolverFolders = [command.PathOf("")] }).Run("packages", "@talks.pacta", "--solver", "z3");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("z3 could not be started", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("z3", "")]
    [InlineData("cp-sat", "")]
    [InlineData("z3", "nothing")]
    [InlineData("none", "")]
    [InlineData("absent", "")]
    public void What_is_written_for_machines_fits_its_schema(string solver, string talks)
    {
        using var command = With(talks == "nothing" ? PackagesTests.Talks.Replace("alternative 30", "alternative 61", StringComparison.Ordinal) : PackagesTests.Talks)
            with
        { SolverFolders = solver == "absent" ? [] : Folders(solver) };

        var output = command.Run("packages", "@talks.pacta", "--format", "json", "--solver", solver == "absent" ? "z3" : solver).Output;

        Assert.True(command.FitsSchema(output, "packages"));
    }

    [Theory]
    [InlineData("--effort", "0")]
    [InlineData("--effort", "1000001")]
    [InlineData("--points", "0")]
    [InlineData("--solver", "cplex")]
    public void What_is_asked_for_wrongly_is_told(params string[] options)
    {
        using var command = With(PackagesTests.Talks);

        Assert.Equal(2, command.Run(["packages", "@talks.pacta", .. options]).ExitCode);
    }

    private static Command With(string talks) => new Command { Width = 160 }.Write("talks.pacta", talks);

    private static ImmutableArray<string> Folders(string solver) => solver == "none" ? [] : Installed.Only(solver == "z3" ? SolverChoice.Z3 : SolverChoice.CpSat);

    private static string[] Lines(Ran ran) => [.. ran.Output.Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>What one party gains the other loses, all but a little, and no two packages are worth the same: each of the 2^22 is efficient.</summary>
    private static string TooMany()
    {
        var issues = Enumerable.Range(0, 22).ToList();
        return $$"""
            actor aland, borland
            negotiation "Talks" as talks {
              parties aland, borland
            {{string.Join('\n', issues.Select(i => $"  issue issue_{i} {{ option yes_{i}, no_{i} }}"))}}
              interests of aland {
            {{string.Join('\n', issues.Select(i => $"    worth of issue_{i} is yes_{i} {100 << i}, no_{i} 0"))}}
                alternative 0
              }
              interests of borland {
            {{string.Join('\n', issues.Select(i => $"    worth of issue_{i} is yes_{i} 0, no_{i} {(100 << i) + Extra(i)}"))}}
                alternative 0
              }
            }
            """;
    }

    private static int Extra(int issue) => 1 + (issue % 3);

    /// <summary>Everything goes as borland wants it.</summary>
    private static long TooManySum() => Enumerable.Range(0, 22).Sum(i => (100L << i) + Extra(i));
}
