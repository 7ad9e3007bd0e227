using Pacta.Temporal.Notation;
using Pacta.Tests.Agreements;
using Pacta.Tests.Cli;
using Pacta.Translation;

namespace Pacta.Tests.Translation;

public sealed class MfotlExportTests
{
    private static readonly Lazy<List<(string Agreement, ExportedScenario Exported)>> All = new(() =>
        [.. Library.Result.Agreements.AsParallel().AsOrdered().SelectMany(a => ExportedScenarios.Of(a).Select(e => (a.Name, e)))]);

    public static TheoryData<string> Agreements => [.. Library.Result.Agreements.Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Agreements))]
    public void A_monitor_comes_to_what_was_found(string agreement)
    {
        foreach (var (_, exported) in All.Value.Where(e => e.Agreement == agreement))
        {
            if (exported.Clause.Translated is { } files)
            {
                var got = ExportedScenarios.Run(files);
                Assert.True(
                    got == files.Expected,
                    $"{exported.Clause.Path} {exported.Clause.Line}, \"{exported.Scenario}\" on {exported.On}\n{files.Formula}\nexpected\n{files.Expected}\nbut\n{got}");
            }
        }
    }

    /// <summary>
    /// Which clauses are exported, how many verdicts that exercises, and why others are not: nothing is lost without somebody seeing it.
    /// </summary>
    [Fact]
    public void What_is_exported_and_what_is_not_is_known()
    {
        var clauses = All.Value
            .GroupBy(e => (e.Agreement, e.Exported.Clause.Path, e.Exported.Clause.Line))
            .Select(g => (g.Key, Lines: g.Sum(e => e.Exported.Clause.Translated?.Expected.Count(c => c == '\n') ?? 0), Times: g.Count(e => e.Exported.Clause.Translated is not null), All: g.ToList()))
            .ToList();
        var text = string.Concat(clauses.Select(c =>
            $"{c.Key.Agreement} {c.Key.Path}{(c.Key.Line is null ? string.Empty : $" | {c.Key.Line}")}: "
            + (c.Times > 0 ? $"exported {c.Times} times, {c.Lines} verdicts" : "not exported")
            + string.Concat(c.All.Select(e => e.Exported.Clause.NotTranslated?.Obstacle).OfType<Obstacle>().GroupBy(o => o).OrderBy(g => g.Key.ToString(), StringComparer.Ordinal).Select(g => $"; {g.Key} {g.Count()}"))
            + "\n"));
        var total = $"{clauses.Count(c => c.Times > 0)} of {clauses.Count} are exported at least once, {clauses.Count(c => c.Lines > 0)} with verdicts; {clauses.Sum(c => c.Lines)} verdicts\n";

        Golden.Equal("exported.txt", total + text);
    }

    /// <summary>What the other monitors refuse: NOT and comparisons that nothing binds, sides of OR that differ, a future without an end.</summary>
    [Fact]
    public void Every_formula_is_one_that_the_other_monitors_take()
    {
        var formulas = All.Value.Select(e => e.Exported.Clause.Translated?.Formula).OfType<string>().Distinct(StringComparer.Ordinal).ToList();

        Assert.True(formulas.Count > 100);
        Assert.All(formulas, f => Assert.Null(PlainlyMonitorable.WhyNot(FormulaParser.Parse(f))));
    }

    [Theory]
    [InlineData("p(x) OR q(x,y)", "OR")]
    [InlineData("NOT p(x)", "NOT")]
    [InlineData("p(x) AND x < y", "comparison")]
    [InlineData("p(x) AND NOT q(x,y)", "NOT")]
    [InlineData("p(x) AND EVENTUALLY[0,*) q(x)", "EVENTUALLY")]
    public void That_check_refuses_what_they_refuse(string formula, string why) =>
        Assert.Equal(why, PlainlyMonitorable.WhyNot(FormulaParser.Parse(formula)));

    /// <summary>The log holds what was reported and dates; were what was found in it, an outsider would check nothing.</summary>
    [Fact]
    public void No_log_has_what_was_concluded()
    {
        foreach (var (_, exported) in All.Value)
        {
            if (exported.Clause.Translated is { } files)
            {
                Assert.DoesNotContain("not_consistent", files.Log, StringComparison.Ordinal);
                Assert.Equal(
                    SignatureReader.Read(files.Signature).Kinds.Select(k => k.Name),
                    files.Relations.Select(r => r.Name));
                Assert.Equal([.. files.Columns.Order(StringComparer.Ordinal)], files.Columns);
            }
        }
    }
}
