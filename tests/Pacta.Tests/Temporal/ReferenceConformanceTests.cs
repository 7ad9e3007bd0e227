using Pacta.Temporal.Notation;
using Pacta.Temporal.Reference;
using Pacta.Temporal.Typing;

namespace Pacta.Tests.Temporal;

/// <summary>The reference evaluator against what other monitors printed, and the printer against how they print formulas.</summary>
public sealed class ReferenceConformanceTests(ITestOutputHelper output)
{
    /// <summary>That monitor stops at a division by zero; here a row without a value is no row, and the time point has its verdict.</summary>
    private const string DividesByZero = "test18#10";

    [Fact]
    public void The_cases_of_the_test_suite_have_the_same_verdicts()
    {
        var cases = ConformanceCases.OfTestSuite();
        var (withLines, without, refused, records) = (0, 0, 0, 0);
        foreach (var given in cases)
        {
            if (given.HasRecords)
            {
                records++;
            }
            else if (given.IsRefused)
            {
                // Nor does the reference find a finite answer in any of them.
                Assert.Throws<FormulaException>(() => Lines(given));
                refused++;
            }
            else
            {
                var lines = Lines(given);
                var expected = given.Id == DividesByZero ? [.. given.Verdicts!, "@200 (time point 1): ()"] : given.Verdicts!;
                Assert.True(expected.SequenceEqual(lines), Difference(given, expected, lines));
                _ = expected.Count > 0 ? withLines++ : without++;
            }
        }

        output.WriteLine($"{withLines} cases with verdicts, {without} without, {refused} refused by both, {records} with records left out");
        Assert.Equal(cases.Count, withLines + without + refused + records);
        Assert.Equal(cases.Count(given => given.Verdicts!.Count > 0), withLines);
        Assert.InRange(withLines, 200, int.MaxValue);
        Assert.Equal(1, records);
    }

    [Fact]
    public void Random_cases_have_the_same_verdicts()
    {
        var cases = ConformanceCases.AtRandom();
        var (withLines, without, alone, types) = (0, 0, 0, 0);
        foreach (var given in cases)
        {
            if (given.Verdicts is null)
            {
                var exception = Assert.Throws<FormulaException>(() => Lines(given));
                Assert.Contains("is of type", exception.Message, StringComparison.Ordinal);
                types++;
            }
            else if (given.Verdicts.Count == 0 && ConformanceCases.ComparesAlone(FormulaParser.Parse(given.Formula)))
            {
                alone++;
            }
            else
            {
                var lines = Lines(given);
                Assert.True(given.Verdicts.SequenceEqual(lines), Difference(given, given.Verdicts, lines));
                _ = lines.Count > 0 ? withLines++ : without++;
            }
        }

        output.WriteLine($"{withLines} cases with verdicts, {without} without, {alone} refused because a comparison stands alone, {types} refused for their types by both");
        Assert.Equal(cases.Count, withLines + without + alone + types);
        Assert.Equal(cases.Count(given => given.Verdicts is { Count: > 0 }), withLines);
        Assert.InRange(withLines, 150, int.MaxValue);
        Assert.InRange(without, 100, int.MaxValue);
    }

    /// <summary>Where the other monitor rewrote the formula, it says what it had been; unless its own preprocessing came before.</summary>
    [Fact]
    public void Formulas_of_the_test_suite_are_printed_in_the_same_way()
    {
        var compared = 0;
        foreach (var given in ConformanceCases.OfTestSuite().Where(given => !given.HasRecords && given.Id != "test33#1"))
        {
            var lines = given.Text.Split('\n');
            var at = Array.FindIndex(lines, line => line is "The input formula is:" or "The analyzed formula is:");
            if (at >= 0)
            {
                Assert.Equal(lines[at + 1].Trim(), FormulaPrinter.Print(FormulaParser.Parse(given.Formula)));
                compared++;
            }
        }

        output.WriteLine($"{compared} formulas compared");
        Assert.InRange(compared, 150, int.MaxValue);
    }

    private static List<string> Lines(ConformanceCase given)
    {
        var signature = SignatureReader.Read(given.Signature);
        var check = FormulaChecker.Check(FormulaParser.Parse(given.Formula), signature);
        var trace = ConformanceCases.Trace(given, signature);
        var points = Math.Min(given.Points, trace.Points.Length - (given.EndsInTheFuture ? 1 : 0));
        return [.. FormulaEvaluator.Evaluate(check, trace)
            .Where(verdict => verdict.IsDecided && verdict.TimePoint < points)
            .Select(verdict => given.IsVerbose
                ? VerdictFormat.VerboseLine(verdict.Stamp, verdict.TimePoint, check.Columns.Length, verdict.Rows)
                : VerdictFormat.Line(verdict.Stamp, verdict.TimePoint, verdict.Rows))
            .OfType<string>()];
    }

    private static string Difference(ConformanceCase given, IReadOnlyList<string> expected, List<string> found) =>
        $"{given.Id}: {given.Formula}\nexpected {string.Join(" | ", expected.Except(found).Take(3))}\nfound    {string.Join(" | ", found.Except(expected).Take(3))}";
}
