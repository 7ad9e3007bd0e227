namespace Pacta.Tests.Cli;

/// <summary>Silence about a place that nobody could see is no compliance.</summary>
public sealed class CoverageTests
{
    private const string Clauses =
        """
        zone north
          zone both { north, south }
          zone south
          clause quiet at "4" { each party must not open fire in north }
          clause all_quiet at "5" { each party must not open fire in both }
          clause no_guns at "6" { each party must not have gun in south }
          clause notice at "7" { when exercise x by A
            A must give notification of x to each other party no later than 10 days after start of x }
        """;

    private const string Fire = """{"id":"r1","source":"mission","recorded":"2024-02-20","event":"f1","kind":"fire","time":"2024-02-05","by":"aland","in":"north"}""";

    private static string Covered(string id, string place, string from, string to, string source = "mission") =>
        $$"""{"type":"coverage","id":"{{id}}","source":"{{source}}","place":"{{place}}","period":{"from":"{{from}}","to":"{{to}}"},"means":"patrols","recorded":"2024-03-01"}""";

    private static string Table(string until, params string[] reports)
    {
        using var command = Small.Command(Small.Agreement(Clauses), reports);
        var ran = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--until", until, "--all");
        Assert.True(ran.ExitCode is 0 or 1, ran.Errors);
        return ran.Output.Unwrapped();
    }

    [Fact]
    public void Without_a_word_on_coverage_silence_is_taken_as_it_is() =>
        Assert.Contains("borland nothing reported to the contrary", Table("2024-02-29", Fire), StringComparison.Ordinal);

    [Fact]
    public void A_place_that_nobody_covers_has_no_coverage_and_the_days_are_told()
    {
        var table = Table("2024-02-29", Fire, Covered("v1", "north", "2024-02-05", "2024-02-29"));

        Assert.Contains("borland nothing reported to the contrary", table, StringComparison.Ordinal);
        Assert.Contains("borland no coverage", table, StringComparison.Ordinal);
        Assert.Contains("no coverage of both: 2024-02-05 to 2024-02-29", table, StringComparison.Ordinal);
        Assert.Contains("mission in north: 2024-02-05 to 2024-02-29 (patrols)", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_of_days_is_no_coverage() =>
        Assert.Contains(
            "no coverage of north: 2024-02-11, 2024-02-21 to 2024-02-29",
            Table("2024-02-29", Fire, Covered("v1", "north", "2024-02-05", "2024-02-10"), Covered("v2", "north", "2024-02-12", "2024-02-20")), StringComparison.Ordinal);

    [Fact]
    public void What_several_sources_cover_together_is_covered() =>
        Assert.DoesNotContain(
            "no coverage of north",
            Table("2024-02-29", Fire, Covered("v1", "north", "2024-02-05", "2024-02-15"), Covered("v2", "north", "2024-02-16", "2024-02-29", "courier")), StringComparison.Ordinal);

    [Fact]
    public void A_zone_made_up_of_places_is_covered_where_all_of_them_are()
    {
        var table = Table("2024-02-29", Fire, Covered("v1", "north", "2024-02-05", "2024-02-29"), Covered("v2", "south", "2024-02-05", "2024-02-20"));

        Assert.Contains("no coverage of both: 2024-02-21 to 2024-02-29", table, StringComparison.Ordinal);
        Assert.Contains("no coverage of south: 2024-02-21 to 2024-02-29", table, StringComparison.Ordinal);
        Assert.DoesNotContain("no coverage", Table("2024-02-20", Fire, Covered("v1", "both", "2024-02-05", "2024-02-20")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_reported_stays_reported_wherever_nobody_could_see()
    {
        using var command = Small.Command(Small.Agreement(Clauses, "legal"), Fire, Covered("v1", "south", "2024-02-05", "2024-02-29"));

        Assert.Equal(1, command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-02-29").ExitCode);
    }

    [Fact]
    public void Coverage_that_a_perspective_does_not_accept_is_none_for_it()
    {
        using var command = Small.Command(
            Small.Agreement(Clauses) + "\nperspective press { accepts media, monitor }\nperspective own { accepts party }",
            Fire, Covered("v1", "north", "2024-02-05", "2024-02-29"), Covered("v2", "south", "2024-02-05", "2024-02-29", "staff"));
        string Under(string name) => command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-02-29", "--all", "--perspective", name).Output.Unwrapped();

        Assert.DoesNotContain("no coverage of north", Under("press"), StringComparison.Ordinal);
        Assert.Contains("no coverage of south", Under("press"), StringComparison.Ordinal);
        Assert.Contains("no coverage of north", Under("own"), StringComparison.Ordinal);
        Assert.DoesNotContain("no coverage of south", Under("own"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_cites_who_could_see()
    {
        using var command = Small.Command(Small.Agreement(Clauses), Fire, Covered("v1", "north", "2024-02-05", "2024-02-29"));
        var id = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-02-29", "--all", "--format", "csv").Output
            .Split('\n').Single(l => l.Contains(",quiet,", StringComparison.Ordinal) && l.Contains(",borland,", StringComparison.Ordinal)).Split(',')[0];
        var page = command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-02-29", id).Output.Unwrapped();

        Assert.Contains("What happened in north from 2024-02-05 to 2024-02-29 could be seen, as mission said.", page, StringComparison.Ordinal);
        Assert.Contains("v1 mission", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_of_a_day_that_nobody_could_see_assesses_it_so_and_that_of_a_day_that_was_seen_does_not()
    {
        using var command = Small.Command(Small.Agreement(Clauses), Fire, Covered("v1", "south", "2024-02-05", "2024-02-10").Replace("2024-03-01", "2024-02-10", StringComparison.Ordinal));
        string Assessed(string day)
        {
            var report = command.Run("report", "@small.pacta", "--reports", "@small.jsonl", "--from", day, "--as-of", "2024-03-01").Output;
            var from = report.IndexOf("\nAssessed\n", StringComparison.Ordinal);
            return from < 0 ? string.Empty : report[from..report.IndexOf("\n\n", from, StringComparison.Ordinal)];
        }

        Assert.Contains("no coverage of south", Assessed("2024-02-11").Unwrapped(), StringComparison.Ordinal);
        Assert.DoesNotContain("no coverage of south", Assessed("2024-02-09").Unwrapped(), StringComparison.Ordinal);
    }
}
