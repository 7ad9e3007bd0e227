namespace Pacta.Tests.Cli;

/// <summary>Sentences of tables and explanations that said something else than they meant, or nothing.</summary>
public sealed class SentenceTests
{
    [Fact]
    public void A_role_that_nobody_reported_is_told_as_a_sentence()
    {
        using var command = Small.Command(
            Small.Agreement("""
                clause gunless at "1" { each party P must not have guns of P in strip }
                """),
            """{"id":"r1","source":"mission","recorded":"2024-03-02","event":"t1","kind":"gun","time":"2024-03-01","in":"strip"}""");

        var (table, csv) = (command.Findings("table").Output.Unwrapped(), command.Findings("csv").Output);

        Assert.Contains("hangs on of whom or what t1 was: not reported", table, StringComparison.Ordinal);
        Assert.Contains("of whom or what t1 was: not reported", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("of of", table + csv + string.Join('\n', command.Pages()), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_somebody_is_whom_nobody_named_is_told_as_a_sentence()
    {
        using var command = Small.Command(
            Small.Agreement("""clause peaceful at "1" { each party P must not give notification to P2 where P2 is cedria }"""),
            """{"id":"r1","source":"mission","recorded":"2024-03-02","event":"f3","kind":"notification","time":"2024-03-01","by":"aland","of":"x1"}""",
            """{"id":"r2","source":"mission","recorded":"2024-03-02","event":"x1","kind":"exercise","time":"2024-03-01","by":"aland"}""");

        var table = command.Findings("table").Output.Unwrapped();

        Assert.Contains("hangs on to whom f3 was: not reported", table, StringComparison.Ordinal);
        Assert.DoesNotContain("identity of", table + string.Join('\n', command.Pages()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_if_a_denial_is_right_names_what_is_denied()
    {
        using var command = Small.Command(
            Small.Agreement("""clause quiet at "1" { each party must not open fire in strip }"""),
            """{"id":"r1","source":"mission","recorded":"2024-03-02","event":"f1","kind":"fire","time":"2024-03-01","by":"aland","in":"strip"}""",
            """{"id":"r2","source":"courier","recorded":"2024-03-03","event":"f1","kind":"fire","claim":"field","polarity":"denies","in":"strip"}""");

        var page = command.Pages().Single(p => p.Contains("owed by aland", StringComparison.Ordinal)).Unwrapped();

        Assert.Contains("in which place f1 was: strip (mission; denied by courier) not consistent with 1 if f1 was in strip (as mission says)", page, StringComparison.Ordinal);
        Assert.Contains("not in play if f1 was not in strip (as courier says)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_something_hangs_on_is_told_or_was_told_above()
    {
        using var command = Small.Command(
            Small.Agreement("""clause training at "1" { each party must hold exercise x in strip no later than 2024-03-02 }"""),
            """{"id":"r1","source":"mission","recorded":"2024-03-02","event":"x1","kind":"exercise","time":"2024-03-01","by":"aland","in":"strip"}""",
            """{"id":"r2","source":"courier","recorded":"2024-03-03","event":"x1","kind":"exercise","claim":"field","polarity":"denies","in":"strip"}""");

        var pages = command.Pages().ToList();

        Assert.Contains(pages, page => page.Contains("that hangs on what is told above.", StringComparison.Ordinal));
        foreach (var (line, next) in pages.SelectMany(p => p.Split('\n').Zip(p.Split('\n').Skip(1))).Where(l => l.First.EndsWith("what follows.", StringComparison.Ordinal)))
        {
            Assert.True(Margin(next) > Margin(line), $"nothing follows: {line}");
        }

        static int Margin(string line) => line.Length - line.TrimStart().Length;
    }

    [Fact]
    public void Who_is_bound_without_being_named_is_told_as_a_sentence()
    {
        using var command = Small.Command(
            Small.Agreement("""
                clause answer at "1" {
                  when notification n by A to B
                  B must hold exercise no later than 2024-03-02
                }
                """),
            """{"id":"r1","source":"mission","recorded":"2024-03-12","event":"n1","kind":"notification","time":"2024-02-01","by":"aland"}""");

        var everything = command.Findings("table").Output.Unwrapped() + string.Concat(command.Pages()).Unwrapped();

        Assert.Contains("answer, to whom n1 was: not known who", everything, StringComparison.Ordinal);
        Assert.Contains("No report says that somebody not named (to whom n1 was) did in time", everything, StringComparison.Ordinal);
        Assert.Contains("reports of exercise by somebody not named (to whom n1 was) are taken to be complete", everything, StringComparison.Ordinal);
    }

    [Fact]
    public void A_power_is_used_and_not_owed_and_a_void_use_has_no_time()
    {
        using var command = Small.Command(
            Small.Agreement("""
                clause early at "1" { aland has power to give notification n to borland effective 6 months after n until 2024-06-30 }
                clause armed at "2" {
                  while number of guns of aland at least 1
                  aland has power to give notification n to borland effective 6 months after n
                }
                """),
            """{"id":"r1","source":"mission","recorded":"2024-03-02","event":"n1","kind":"notification","time":"2024-03-01","by":"aland","to":"borland"}""");

        var table = command.Findings("table").Output;
        var pages = command.Pages().ToList();

        Assert.Matches("n1 +power used +from 2024-09-02", table);
        Assert.Matches("n1 +used without the power +on 2024-0", table);
        Assert.All(pages, page => Assert.Contains(", used by aland", page, StringComparison.Ordinal));
        Assert.DoesNotContain("Due:", string.Join('\n', pages), StringComparison.Ordinal);
        Assert.Single(pages, page => page.Contains("Takes effect: 2024-09-02", StringComparison.Ordinal));
    }

    [Fact]
    public void Silence_about_something_to_keep_is_not_silence_about_something_to_do()
    {
        using var command = Small.Command(
            Small.Agreement("""
                clause armed at "1" { aland must have guns of aland in strip }
                clause told at "2" { borland must give notification to aland no later than 2024-02-01 }
                """),
            """{"id":"r1","source":"mission","recorded":"2024-03-02","event":"f1","kind":"fire","time":"2024-03-01","by":"borland"}""");

        var table = command.Findings("table").Output.Unwrapped();

        Assert.Contains("rests on silence: nobody reports that this was so: “have guns of aland in strip”", table, StringComparison.Ordinal);
        Assert.Contains("rests on silence: nobody reports that it was done", table, StringComparison.Ordinal);
        Assert.Contains(command.Pages(), page => page.Unwrapped().Contains("It rests on silence: nobody reports that this was so: “have guns of aland in strip”.", StringComparison.Ordinal));
    }

    [Fact]
    public void That_there_is_a_finding_only_under_a_reading_stands_with_the_readings()
    {
        using var command = Small.Command(
            Small.Agreement("""
                clause warned at "5" {
                  when fire f by A
                  reading own { A must give notification to borland within 2 days after f }
                  reading everybody { each party must give notification to borland within 5 days after f }
                }
                """),
            """{"id":"r1","source":"mission","recorded":"2024-03-12","event":"f1","kind":"fire","time":"2024-03-01","by":"cedria"}""");

        var table = command.Findings("table").Output;
        var page = command.Pages().First();

        Assert.Contains("  readings:\n    5: some findings only under the reading of warned: everybody\n  assumed:\n    reports of", table, StringComparison.Ordinal);
        Assert.DoesNotContain("only under", page[page.IndexOf("What is assumed", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("There is this finding only under the reading of warned: everybody.", page, StringComparison.Ordinal);
    }
}
