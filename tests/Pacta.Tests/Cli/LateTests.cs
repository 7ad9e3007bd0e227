namespace Pacta.Tests.Cli;

/// <summary>A clause that admits reports within a time: the finding is that of what came in time, and what late reports would change stands beside it.</summary>
public sealed class LateTests
{
    private const string Clauses =
        """
        clause quiet at "4" {
            each party must not open fire in strip
            admits reports within 30 days
          }
          clause whenever at "5" { each party must not open fire in strip }
        """;

    private const string InTime = """{"id":"r1","source":"mission","recorded":"2024-03-06","event":"f1","kind":"fire","time":"2024-02-05","by":"aland","in":"strip"}""";

    private const string TooLate = """{"id":"r2","source":"courier","recorded":"2024-03-08","event":"f2","kind":"fire","time":"2024-02-06","by":"borland","in":"strip"}""";

    private const string LateDenial = """{"id":"r3","source":"staff","recorded":"2024-04-10","event":"f1","kind":"fire","polarity":"denies"}""";

    private static Ran Check(string status, params string[] reports)
    {
        using var command = Small.Command(Small.Agreement(Clauses, status), reports);
        return command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-04-30", "--all", "--clause", "quiet");
    }

    [Fact]
    public void What_came_on_the_last_day_is_admitted_and_what_came_after_it_stands_beside()
    {
        var table = Check("political", InTime, TooLate).Output.Unwrapped();

        Assert.Contains("aland f1 not consistent", table, StringComparison.Ordinal);
        Assert.Contains("borland f2 not in play", table, StringComparison.Ordinal);
        Assert.Contains("with what came later than 30 days after it, from courier: not consistent, certain", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_came_too_late_does_not_make_the_run_exit_with_1()
    {
        Assert.Equal(0, Check("legal", TooLate).ExitCode);
        Assert.Equal(1, Check("legal", InTime).ExitCode);
    }

    [Fact]
    public void A_late_denial_is_told_and_makes_nothing_contested()
    {
        var table = Check("political", InTime, LateDenial).Output.Unwrapped();

        Assert.Contains("aland f1 not consistent on 2024-02-05 certain", table, StringComparison.Ordinal);
        Assert.Contains("with what came later than 30 days after it, from staff: not consistent or not in play, contested", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_that_says_nothing_admits_everything()
    {
        using var command = Small.Command(Small.Agreement(Clauses), TooLate);
        var table = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-04-30", "--clause", "whenever").Output.Unwrapped();

        Assert.Contains("borland f2 not consistent", table, StringComparison.Ordinal);
        Assert.DoesNotContain("came later", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_says_it_for_all_clauses_and_a_clause_may_admit_all()
    {
        var agreement = Small.Agreement("clause quiet at \"4\" { each party must not open fire in strip }\n clause whenever at \"5\" { each party must not open fire in strip\n admits all reports }")
            .Replace("zone strip", "admits reports within 30 days\n  zone strip", StringComparison.Ordinal);
        using var command = Small.Command(agreement, TooLate);
        var csv = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-04-30", "--all", "--format", "csv").Output.Split('\n');

        Assert.Contains(csv, l => l.Contains(",quiet,", StringComparison.Ordinal) && l.Contains(",f2,", StringComparison.Ordinal) && l.Contains("not in play", StringComparison.Ordinal));
        Assert.Contains(csv, l => l.Contains(",whenever,", StringComparison.Ordinal) && l.Contains(",f2,", StringComparison.Ordinal) && l.Contains("not_consistent", StringComparison.Ordinal));
    }

    [Fact]
    public void A_retraction_takes_back_however_late_it_comes()
    {
        var table = Check("political", InTime, """{"id":"r9","source":"mission","recorded":"2024-04-20","retracts":["r1"]}""").Output.Unwrapped();

        Assert.DoesNotContain("f1 not consistent", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_tells_both()
    {
        using var command = Small.Command(Small.Agreement(Clauses), TooLate);
        var id = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-04-30", "--all", "--clause", "quiet", "--format", "csv").Output
            .Split('\n').Single(l => l.Contains(",f2,", StringComparison.Ordinal)).Split(',')[0];
        var page = command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-04-30", id).Output.Unwrapped();

        Assert.Contains("No report that was on record within 30 days after what it tells says so.", page, StringComparison.Ordinal);
        Assert.Contains("“f2”, reported of borland, is an act that the clause rules out", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Settled_is_what_every_source_that_says_so_is_complete_through()
    {
        string Complete(string id, string source, string through) => $$"""{"type":"complete","id":"{{id}}","source":"{{source}}","kinds":["fire"],"through":"{{through}}","recorded":"2024-04-29"}""";
        string Settled(params string[] reports) => Check("political", [InTime, .. reports]).Output.Unwrapped();

        Assert.Contains("aland f1 not consistent on 2024-02-05 certain, settled", Settled(Complete("k1", "mission", "2024-03-01")), StringComparison.Ordinal);
        var waiting = Settled(Complete("k1", "mission", "2024-03-01"), Complete("k2", "staff", "2024-02-01"));
        Assert.Contains("aland f1 not consistent on 2024-02-05 certain, provisional", waiting, StringComparison.Ordinal);
        Assert.Contains("not settled: staff says only through 2024-02-01 that its reports of fire are complete", waiting, StringComparison.Ordinal);
        Assert.Contains("courier: nothing on record", waiting, StringComparison.Ordinal);
    }
}
