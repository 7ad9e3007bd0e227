namespace Pacta.Tests.Cli;

/// <summary>A number that somebody counted stays a number: an interval, of which nobody is named who is not named by the source.</summary>
public sealed class CountTests
{
    private const string Clauses =
        """
        zone yard
          clause quiet at "4" { each party must not open fire in strip }
          clause few at "5" { each party P must keep number of fires by P in yard per calendar month at most 10 }
        """;

    private static readonly string Agreement = Small.Agreement(Clauses).Replace("event open fire by", "event open fire (fires) by", StringComparison.Ordinal);

    private static string Count(string id, string source, string number, string rest, string place = "strip") =>
        $$"""{"type":"count","id":"{{id}}","source":"{{source}}","kind":"fire","number":{{number}},"in":"{{place}}","period":"2024-02","recorded":"2024-03-0{{id[^1]}}"{{rest}}}""";

    private static string Table(params string[] reports)
    {
        using var command = Small.Command(Agreement, reports);
        var ran = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-03-31", "--all");
        Assert.True(ran.ExitCode == 0, ran.Errors);
        return ran.Output.Unwrapped();
    }

    [Fact]
    public void Twenty_two_most_of_them_training_outside_the_zone_are_an_interval_and_nobody_is_named()
    {
        var table = Table(Count("n1", "mission", "22", ",\"except\":[{\"what\":\"training outside the zone\",\"number\":\"most\"}]"));

        Assert.Contains("hangs on by whom fire counted in strip, 2024-02 was: not reported (+1 more)", table, StringComparison.Ordinal);
        Assert.Contains("not attributed: no report", table, StringComparison.Ordinal);
        Assert.DoesNotContain("not consistent since", table, StringComparison.Ordinal);
        Assert.Contains("0 to 10", Page("few", "aland", "2024-02", Count("n1", "mission", "22", ",\"by\":\"aland\",\"except\":[{\"what\":\"training outside the zone\",\"number\":\"most\"}]", "yard")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_taken_off_is_told_with_who_counted()
    {
        var page = Page("few", "aland", "2024-02", Count("n1", "mission", "22", ",\"by\":\"aland\",\"except\":[{\"what\":\"training outside the zone\",\"number\":\"most\"}]", "yard"));

        Assert.Contains("mission counted 22 (fire counted in yard by aland, 2024-02), less what is not of it: most of them “training outside the zone”. That is 0 to 10.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sources_that_count_differently_are_rivals_and_each_is_named_with_what_follows()
    {
        var table = Table(Count("n1", "mission", "12", ",\"by\":\"aland\"", "yard"), Count("n2", "staff", "3", ",\"by\":\"aland\"", "yard"));

        Assert.Contains("count of fire counted in yard by aland, 2024-02: 12 (mission) or 3 (staff)", table, StringComparison.Ordinal);
        Assert.Contains("contested", table, StringComparison.Ordinal);
        var page = Page("few", "aland", "2024-02", Count("n1", "mission", "12", ",\"by\":\"aland\"", "yard"), Count("n2", "staff", "3", ",\"by\":\"aland\"", "yard"));
        Assert.Contains("not consistent with 5 if count of fire counted in yard by aland, 2024-02 is 12 (as mission says)", page, StringComparison.Ordinal);
        Assert.Contains(" consistent with 5 if count of fire counted in yard by aland, 2024-02 is 3 (as staff says)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_counts_again_has_corrected_himself() =>
        Assert.Contains("aland 2024-02 consistent since", Table(Count("n1", "mission", "12", ",\"by\":\"aland\"", "yard"), Count("n2", "mission", "3", ",\"by\":\"aland\"", "yard")), StringComparison.Ordinal);

    [Fact]
    public void Events_that_are_in_the_number_are_not_added_to_it()
    {
        string[] events = [.. Enumerable.Range(1, 6).Select(n => $$"""{"id":"r{{n}}","source":"mission","recorded":"2024-02-20","event":"f{{n}}","kind":"fire","time":"2024-02-0{{n}}","by":"aland","in":"yard"}""")];
        var includes = ",\"by\":\"aland\",\"includes\":[\"f1\",\"f2\",\"f3\",\"f4\",\"f5\",\"f6\"]";

        Assert.Contains("whether other reports tell of some of it: fire counted in yard by aland, 2024-02", Page("few", "aland", "2024-02", [.. events, Count("n1", "mission", "8", ",\"by\":\"aland\"", "yard")]), StringComparison.Ordinal);
        Assert.Contains("aland 2024-02 consistent since 2024-02-01 certain", Table([.. events, Count("n1", "mission", "8", includes, "yard")]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_opens_no_duty_and_fulfils_none()
    {
        using var command = Small.Command(
            Small.Agreement("clause notice at \"2\" { when exercise x by A\n A must give notification of x to each other party no later than 10 days after start of x }"),
            """{"type":"count","id":"n1","source":"mission","kind":"exercise","number":5,"period":"2024-02","by":"aland","recorded":"2024-03-01"}""",
            """{"id":"r1","source":"mission","recorded":"2024-03-01","event":"e1","kind":"exercise","time":"2024-02-01","by":"aland","in":"strip"}""",
            """{"type":"count","id":"n2","source":"mission","kind":"notification","number":5,"period":"2024-02","by":"aland","recorded":"2024-03-01"}""");
        var table = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-03-31", "--all").Output.Unwrapped();

        Assert.Contains("aland to borland e1 not consistent", table, StringComparison.Ordinal);
        Assert.Contains("1 finding", table, StringComparison.Ordinal);
        Assert.Contains("reported, and in no finding: exercise counted by aland, 2024-02", table, StringComparison.Ordinal);
    }

    [Fact]
    public void How_many_things_there_were_no_count_says()
    {
        using var command = Small.Command(Agreement, """{"type":"count","id":"n1","source":"mission","kind":"gun","number":5,"period":"2024-02","recorded":"2024-03-01"}""");
        var ran = command.Run("check", "@small.pacta", "--reports", "@small.jsonl");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("PACTA0557", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("counts gun, which is not an event", ran.Errors, StringComparison.Ordinal);
    }

    private static string Page(string clause, string bearer, string about, params string[] reports)
    {
        using var command = Small.Command(Agreement, reports);
        var line = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-03-31", "--all", "--format", "csv").Output
            .Split('\n').Single(l => l.Contains($",{clause},", StringComparison.Ordinal) && l.Contains($",{bearer},", StringComparison.Ordinal) && l.Contains($",{about},", StringComparison.Ordinal));
        return command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-03-31", line.Split(',')[0]).Output.Unwrapped();
    }
}
