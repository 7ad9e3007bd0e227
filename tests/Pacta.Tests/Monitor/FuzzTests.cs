using Pacta.Fuzz;

namespace Pacta.Tests.Monitor;

/// <summary>Generated formulas and histories: the monitor, in both of its ways, says what the reference says.</summary>
public sealed class FuzzTests
{
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("PACTA_CASES"), out var cases) ? cases : 4_000;

    [Theory]
    [InlineData(1)]
    [InlineData(10_000_000)]
    public void The_monitor_says_what_the_reference_says(int seed)
    {
        var result = Fuzzer.Run(seed, i => i >= Cases);

        Assert.True(result.Found is null, $"seed {result.Seed}\n{result.Found}\n{result.Why}");
        Assert.True(result.Compared > Cases * 8 / 10, $"only {result.Compared} of {Cases} were compared");
    }

    /// <summary>Differences that were found once.</summary>
    [Theory]
    [InlineData("P(float,int)", "x = -y AND P(y,z)", "@11 P(0,0)", "@11 (time point 0): (0,0,0)")]
    [InlineData("P(int,int)", "(x <- MED y ONCE P(z,y)) AND (x <- AVG v ONCE P(v,w))", "@3 P(4611686018427387903,0)(3,4611686018427387903)", "@3 (time point 0): (2.30584e+18)")]
    public void What_differed_once_does_not_any_more(string signature, string formula, string log, string expected) =>
        Assert.Equal([expected], Run.Lines(signature, formula, log));
}
