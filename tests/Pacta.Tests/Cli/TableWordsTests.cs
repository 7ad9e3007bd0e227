namespace Pacta.Tests.Cli;

/// <summary>Words of tables and explanations that a reader took for something else.</summary>
public sealed class TableWordsTests
{
    private static readonly string[] InAndOut =
    [
        """{"id":"r1","source":"mission","recorded":"2024-02-01","event":"g1","kind":"gun","time":"2024-02-01","of":"aland","in":"strip"}""",
        """{"id":"r2","source":"mission","recorded":"2024-02-10","event":"g1","kind":"gun","time":"2024-02-10","of":"aland","outside":"strip"}""",
    ];

    [Fact]
    public void How_long_something_was_not_consistent_is_told_and_not_only_when_it_ended()
    {
        using var once = Small.Command(Small.Agreement("""clause gunless at "1" { each party must not have guns in strip }"""), InAndOut);
        using var twice = Small.Command(
            Small.Agreement("""clause gunless at "1" { each party must not have guns in strip }"""),
            [
                .. InAndOut,
                """{"id":"r3","source":"mission","recorded":"2024-03-01","event":"g1","kind":"gun","time":"2024-03-01","of":"aland","in":"strip"}""",
                """{"id":"r4","source":"mission","recorded":"2024-03-05","event":"g1","kind":"gun","time":"2024-03-05","of":"aland","outside":"strip"}""",
            ]);

        Assert.Matches("not consistent for a time +2024-02-01 to 2024-02-10 +certain", once.Findings("table").Output);
        Assert.Contains("2024-03-01 to 2024-03-05, and 1 time before", Column(twice.Findings("table").Output), StringComparison.Ordinal);
        Assert.Contains(",2024-03-05,", twice.Findings("csv").Output, StringComparison.Ordinal);

        // The column is narrow: its lines are read one after the other.
        static string Column(string table) => string.Join(' ', table.Split('\n').SkipWhile(l => !l.StartsWith("1 gunless", StringComparison.Ordinal)).Skip(1).Take(3)
            .SelectMany(l => System.Text.RegularExpressions.Regex.Matches(l, @"\S+( \S+)*").Select(m => m.Value))
            .Where(c => c.StartsWith("2024", StringComparison.Ordinal) || c.EndsWith("before", StringComparison.Ordinal) || c.StartsWith("and", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_a_clause_with_several_lines_the_kept_ones_are_named()
    {
        using var command = Small.Command(
            Small.Agreement("""
                clause two at "1" {
                  each party P must keep all of {
                    number of guns of P in strip at most 0
                    number of forces of P in strip at most 0
                  }
                }
                """),
            InAndOut);

        var table = command.Run("check", "@small.pacta", "--reports", "@small.jsonl").Output.Unwrapped();

        Assert.Contains("1 two “number of guns of P in strip at most 0”: borland", table, StringComparison.Ordinal);
        Assert.Contains("1 two “number of forces of P in strip at most 0”: each party (2)", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Dues_with_the_same_words_are_told_once()
    {
        using var command = Small.Command(
            Small.Agreement("""
                clause warned at "1" {
                  when fire f by A
                  reading hours { A must give notification to borland within 24 hours after f }
                  reading day { A must give notification to borland within 1 days after f }
                }
                """),
            """{"id":"r1","source":"mission","recorded":"2024-03-12","event":"f1","kind":"fire","time":"2024-03-01","by":"aland"}""");

        Assert.DoesNotContain("2024-03-02 or 2024-03-02", command.Findings("table").Output.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_no_party_owes_something_to_each_party_and_not_to_each_other_party()
    {
        using var command = Small.Command(
            Small.Agreement("""clause told at "1" { cedria must give notification to each party no later than 2024-02-01 }"""),
            """{"id":"r1","source":"mission","recorded":"2024-03-12","event":"f1","kind":"fire","time":"2024-03-01","by":"aland"}""");

        Assert.Contains("cedria to each party (2)", command.Findings("table").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_only_observes_says_of_states_in_doubt_what_fits_the_duty()
    {
        using var command = Small.Command(
            Small.Agreement("""
                clause told at "1" {
                  when exercise x by A where troops of x at least 5_000
                  A must give notification of x to borland no later than start of x
                }
                clause quiet at "2" { each party must not open fire in strip }
                """),
            """{"id":"r1","source":"mission","recorded":"2024-03-12","event":"x1","kind":"exercise","time":"2024-03-01","by":"aland","fields":{"troops":{"about":5000}}}""",
            """{"id":"r2","source":"mission","recorded":"2024-03-12","event":"f1","kind":"fire","time":"2024-03-01","by":"aland","in":"strip"}""",
            """{"id":"r3","source":"staff","recorded":"2024-03-13","event":"f1","kind":"fire","polarity":"denies"}""");

        var csv = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--mandate", "observe", "--format", "csv").Output;

        Assert.Contains("not reported in time or nothing to observe (1)", csv, StringComparison.Ordinal);
        Assert.Contains("such an act is reported or nothing to observe (2)", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_are_compared_have_the_unit_of_the_text()
    {
        using var command = Small.Command(
            Small.Agreement("""
                clause light at "1" { each party P must keep total weight of forces of P at most 130 t }
                clause far at "2" { each party P must keep each force f of P at least 10 nmi away from edge }
                line edge
                """)
                .Replace("unit person", "unit person\n  unit kg\n  unit t is 1_000 kg\n  unit m\n  unit nmi is 1_852 m", StringComparison.Ordinal)
                .Replace("size person", "size person, weight t", StringComparison.Ordinal),
            """{"id":"r1","source":"mission","recorded":"2024-03-02","event":"b1","kind":"force","time":"2024-03-01","of":"aland","fields":{"weight":{"value":128.2,"unit":"t"}},"distances":{"edge":{"value":9,"unit":"nmi"}}}""");

        var pages = string.Join('\n', command.Pages()).Unwrapped();

        Assert.Contains("128.2 t compared with 130 t", pages, StringComparison.Ordinal);
        Assert.Contains("and the limit is 10 nmi", pages, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_too_early_is_reported_and_not_assumed()
    {
        using var command = Small.Command(
            Small.Agreement("""
                clause told at "1" {
                  when exercise x by A
                  A must give notification of x to borland within 10 days before start of x
                }
                """),
            """{"id":"r1","source":"mission","recorded":"2024-03-12","event":"x1","kind":"exercise","time":"2024-03-01","by":"aland"}""",
            """{"id":"r2","source":"mission","recorded":"2024-02-02","event":"n1","kind":"notification","time":"2024-02-01","by":"aland","of":"x1","to":"borland"}""");

        Assert.Contains("\n  not counted:\n    n1, as mission reported it, came before the time in which it counts\n", command.Findings("table").Output, StringComparison.Ordinal);
        Assert.Contains("What is reported and not counted n1, as mission", command.Pages().Single().Unwrapped(), StringComparison.Ordinal);
        Assert.True(command.FitsSchema(command.Findings("json").Output));
    }
}
