using System.Globalization;

namespace Pacta.Tests.Logic.Direct;

/// <summary>
/// The two evaluators, written independently from docs/semantics.md, agree on invented agreements and exact histories. PACTA_CASES sets how
/// many cases are tried, from another seed each time; PACTA_CASE tries the one case that a failure names.
/// </summary>
public sealed class DirectAgainstReferenceTests
{
    private const int UsualCases = 2_000;

    [Fact]
    public void Two_interpreters_of_one_specification_agree()
    {
        if (Setting("PACTA_CASE") is { } number)
        {
            Agree(number);
            return;
        }

        // The usual ones are the same each time: what fails for one fails for all.
        var dice = Setting("PACTA_CASES") is null ? new Random(20_211_201) : new Random();
        for (var left = Setting("PACTA_CASES") ?? UsualCases; left > 0; left--)
        {
            Agree(dice.Next());
        }
    }

    [Fact]
    public void Most_invented_cases_are_within_what_the_direct_interpreter_understands()
    {
        var results = Enumerable.Range(0, 300).Select(n => Comparison.Compare(CaseMaker.Make(n))).ToArray();

        Assert.Empty(results.Where(r => r.Outside?.StartsWith("does not compile", StringComparison.Ordinal) == true).Select(r => r.Outside));
        Assert.InRange(results.Count(r => r.Outside is null), 290, 300);
        Assert.InRange(results.Sum(r => r.Findings), 1_000, int.MaxValue);
    }

    private static void Agree(int number)
    {
        var example = CaseMaker.Make(number);
        if (Comparison.Compare(example).Difference is null)
        {
            return;
        }

        var smaller = Smaller.Of(example);
        Assert.Fail($"case {number}\n\n{smaller.Words}\n\n{Comparison.Compare(smaller).Difference}");
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
