using System.Globalization;
using Pacta.Logic.Reference;
using Pacta.Tests.Logic.Direct;
using Pacta.Translation;

namespace Pacta.Tests.Translation;

/// <summary>
/// Invented agreements with exact histories, whose times lie at the bounds that the clauses draw and a nanosecond beside them: the formulas come to what was found.
/// PACTA_CASES sets how many are tried, from another seed each time; PACTA_CASE tries the one that a failure names.
/// </summary>
public sealed class InventedExportTests
{
    private const int UsualCases = 400;

    [Fact]
    public void A_monitor_comes_to_what_was_found_in_invented_cases()
    {
        if (Setting("PACTA_CASE") is { } number)
        {
            Assert.Null(Difference(number, out _));
            return;
        }

        var dice = Setting("PACTA_CASES") is null ? new Random(20_261_129) : new Random();
        var (exported, verdicts) = (0, 0);
        for (var left = Setting("PACTA_CASES") ?? UsualCases; left > 0; left--)
        {
            var difference = Difference(dice.Next(), out var clauses);
            Assert.True(difference is null, difference);
            exported += clauses.Count;
            verdicts += clauses.Sum(c => c.Expected.Count(x => x == '\n'));
        }

        Assert.True(exported >= UsualCases / 2 && verdicts >= UsualCases / 4, $"{exported} clauses, {verdicts} verdicts");
    }

    private static string? Difference(int number, out List<Translated> exported)
    {
        exported = [];
        var example = CaseMaker.Make(number);
        if (example.Compile().Agreement is not { } agreement)
        {
            return null;
        }

        foreach (var clause in MfotlExport.Of(agreement, example.History, null, ReferenceEvaluator.Evaluate(agreement, example.History)))
        {
            if (clause.Translated is { } files)
            {
                exported.Add(files);
                var got = ExportedScenarios.Run(files);
                if (got != files.Expected)
                {
                    return $"case {number}, {clause.Path}\n{example.Words}\n\n{files.Formula}\n{files.Log}\nexpected\n{files.Expected}\nbut\n{got}";
                }
            }
        }

        return null;
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
