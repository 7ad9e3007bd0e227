using Pacta.Monitor;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Typing;
using Pacta.Tests.Temporal;

namespace Pacta.Tests.Monitor;

/// <summary>The monitor against what other monitors printed, in both of its ways.</summary>
public sealed class MonitorConformanceTests(ITestOutputHelper output)
{
    /// <summary>That monitor stops at a division by zero; here a row without a value is no row, and the time point has its verdict.</summary>
    private const string DividesByZero = "test18#10";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_cases_of_the_test_suite_have_the_same_verdicts(bool probes)
    {
        var (withLines, without, refused) = (0, 0, 0);
        foreach (var given in ConformanceCases.OfTestSuite().Where(given => !given.HasRecords))
        {
            if (given.IsRefused)
            {
                Assert.Throws<NotMonitorableException>(() => Lines(given, probes));
                refused++;
                continue;
            }

            var expected = given.Id == DividesByZero ? [.. given.Verdicts!, "@200 (time point 1): ()"] : given.Verdicts!;
            Assert.Equal(expected, Lines(given, probes));
            _ = expected.Count > 0 ? withLines++ : without++;
        }

        output.WriteLine($"{withLines} cases with verdicts, {without} without, {refused} refused by both");
        Assert.InRange(withLines, 200, int.MaxValue);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Random_cases_have_the_same_verdicts(bool probes)
    {
        var (withLines, without) = (0, 0);
        foreach (var given in ConformanceCases.AtRandom().Where(given => given.Verdicts is not null))
        {
            // Where that monitor refuses a comparison that stands alone, the cases do not say so.
            if (given.Verdicts!.Count > 0 || !ConformanceCases.ComparesAlone(FormulaParser.Parse(given.Formula)))
            {
                Assert.Equal(given.Verdicts, Lines(given, probes));
                _ = given.Verdicts.Count > 0 ? withLines++ : without++;
            }
        }

        output.WriteLine($"{withLines} cases with verdicts, {without} without");
        Assert.InRange(withLines, 150, int.MaxValue);
        Assert.InRange(without, 100, int.MaxValue);
    }

    private static string[] Lines(ConformanceCase given, bool probes)
    {
        var signature = SignatureReader.Read(given.Signature);
        var formula = FormulaChecker.Check(FormulaParser.Parse(given.Formula), signature);
        var settings = new MonitorSettings { EndsTime = given.EndsInTheFuture, IsVerbose = given.IsVerbose, Probes = probes };
        return [.. Run.Lines(formula, signature, given.Log, settings).Where(line => given.Points == int.MaxValue || PointOf(line) < given.Points)];
    }

    private static int PointOf(string line)
    {
        var start = line.IndexOf("(time point ", StringComparison.Ordinal) + "(time point ".Length;
        return int.Parse(line[start..line.IndexOf(')', start)], System.Globalization.CultureInfo.InvariantCulture);
    }
}
