namespace Pacta.Tests.Cli;

/// <summary><c>--published-as-of</c>: what sources had published by then; beside it <c>--as-of</c> stays the time of recording.</summary>
public sealed class PublishedTests
{
    private const string Quiet =
        """
        clause quiet at "4" { each party must not open fire in strip }
        """;

    private const string Fire = """{"id":"r1","source":"mission","published":"2024-06-02","recorded":"2024-06-20","event":"f1","kind":"fire","time":"2024-06-01","by":"aland","in":"strip"}""";

    private static readonly string[] Csv = ["check", "@small.pacta", "--reports", "@small.jsonl", "--format", "csv"];

    [Theory]
    [InlineData("2024-06-01", null, false)] // not yet published
    [InlineData("2024-06-02", null, true)] // published; that it was recorded later does not count
    [InlineData("2024-06-02", "2024-06-19", false)] // both: published, and not yet recorded
    [InlineData("2024-06-02", "2024-06-20", true)]
    [InlineData("2024-06-01", "2024-06-20", false)] // recorded, and not yet published: nobody could know
    public void What_was_published_and_what_was_recorded_are_asked_for_apart(string published, string? asOf, bool isKnown)
    {
        using var command = Small.Command(Small.Agreement(Quiet), Fire);
        var ran = command.Run([.. Csv, "--published-as-of", published, .. asOf is null ? Array.Empty<string>() : ["--as-of", asOf]]);

        Assert.Equal(isKnown ? 1 : 0, ran.ExitCode);
        Assert.Equal(isKnown, ran.Output.Contains(",f1,,not_consistent,", StringComparison.Ordinal));
    }

    [Fact]
    public void A_retraction_that_was_published_later_does_not_count_and_one_without_a_date_counts_by_when_it_was_recorded()
    {
        using var command = Small.Command(
            Small.Agreement(Quiet),
            Fire,
            """{"id":"r2","source":"mission","published":"2024-06-10","recorded":"2024-06-21","retracts":["r1"]}""",
            """{"id":"r3","source":"mission","recorded":"2024-06-25","retracts":["r2"]}""");
        int ExitCode(string day) => command.Run([.. Csv, "--published-as-of", day]).ExitCode;

        Assert.Equal([1, 0, 0, 1], new[] { "2024-06-09", "2024-06-10", "2024-06-24", "2024-06-25" }.Select(ExitCode));
    }

    [Fact]
    public void The_store_says_when_it_was_recorded_and_the_line_when_it_was_published()
    {
        using var command = Small.Command(Small.Agreement(Quiet), Fire);
        command.Run("record", "@reports.db", "--reports", "@small.jsonl");
        string Output(params string[] options) => command.Run(["check", "@small.pacta", "--store", "@reports.db", "--format", "csv", .. options]).Output;

        Assert.Contains(",f1,,not_consistent,", Output("--published-as-of", "2024-06-02"), StringComparison.Ordinal);
        Assert.DoesNotContain(",f1,", Output("--published-as-of", "2024-06-01"), StringComparison.Ordinal);
        Assert.DoesNotContain(",f1,", Output("--published-as-of", "2024-06-02", "--as-of", "2024-12-31"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_told_through_when_the_history_was_taken_as_complete_and_the_manifest_has_the_option()
    {
        using var command = Small.Command(Small.Agreement(Quiet), Fire);
        string Output(params string[] options) => command.Run(["check", "@small.pacta", "--reports", "@small.jsonl", .. options]).Output;

        Assert.Contains("2024-06-02 24:00 UTC (--published-as-of)", Output("--published-as-of", "2024-06-02").Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("2024-06-02 24:00 UTC (the earlier of --as-of and --published-as-of)", Output("--published-as-of", "2024-06-02", "--as-of", "2024-07-01").Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("pacta explain small.pacta --published-as-of 2024-06-02 --reports small.jsonl", Output("--published-as-of", "2024-06-02").Unwrapped(), StringComparison.Ordinal);
        var json = Output("--published-as-of", "2024-06-02", "--format", "json");
        Assert.Contains("\"published_as_of\": \"2024-06-02\"", json, StringComparison.Ordinal);
        Assert.True(command.FitsSchema(json));
        Assert.Contains("--published-as-of", Output("--published-as-of", "2024-06-02", "--format", "html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_has_what_was_published_and_replays()
    {
        using var command = Small.Command(
            Small.Agreement(Quiet),
            Fire,
            """{"id":"r2","source":"staff","published":"2024-06-10","recorded":"2024-06-21","event":"f1","kind":"fire","polarity":"denies"}""");
        var id = command.Run([.. Csv]).Output.Split('\n').Single(l => l.Contains(",f1,", StringComparison.Ordinal)).Split(',')[0];
        Assert.Equal(0, command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", "--published-as-of", "2024-06-09", id, "--certificate", "@certificate.json").ExitCode);

        Assert.DoesNotContain("\"r2\"", command.Read("certificate.json"), StringComparison.Ordinal);
        var verified = command.Run("verify", "@certificate.json");
        Assert.True(verified.ExitCode == 0, verified.Errors + verified.Output);
    }

    [Fact]
    public void A_date_that_is_none_is_told_of()
    {
        using var command = Small.Command(Small.Agreement(Quiet), Fire);
        var ran = command.Run([.. Csv, "--published-as-of", "2024-02-30"]);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("PACTA0907", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("--published-as-of “2024-02-30” is no date: there is no such day in the calendar", ran.Errors.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explanation_and_history_take_it_as_well()
    {
        using var command = Small.Command(
            Small.Agreement(Quiet),
            Fire,
            """{"id":"r2","source":"staff","published":"2024-06-10","recorded":"2024-06-21","event":"f1","kind":"fire","polarity":"denies"}""");
        var id = command.Run([.. Csv]).Output.Split('\n').Single(l => l.Contains(",f1,", StringComparison.Ordinal)).Split(',')[0];
        string Output(string verb, string day) => command.Run(verb, "@small.pacta", "--reports", "@small.jsonl", "--published-as-of", day, id).Output.Unwrapped();

        Assert.DoesNotContain("contested", Output("explain", "2024-06-09"), StringComparison.Ordinal);
        Assert.Contains("contested", Output("explain", "2024-06-10"), StringComparison.Ordinal);
        Assert.Contains("1 version", Output("history", "2024-06-09"), StringComparison.Ordinal);
        Assert.Contains("2 versions", Output("history", "2024-06-10"), StringComparison.Ordinal);
    }
}
