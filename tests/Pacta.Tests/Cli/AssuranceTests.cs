namespace Pacta.Tests.Cli;

/// <summary>What was only said aloud, and powers: their words, and what they exit with.</summary>
public sealed class AssuranceTests
{
    private const string Fire = """{"id":"r1","source":"mission","recorded":"2024-02-01","event":"f1","kind":"fire","time":"2024-01-05","by":"aland"}""";

    [Theory]
    [InlineData("oral", 0)]
    [InlineData("proposal", 0)]
    [InlineData("political", 1)]
    [InlineData("unilateral", 1)]
    public void What_was_only_said_aloud_has_findings_and_exits_with_0(string status, int code)
    {
        var agreement = Small.Agreement("clause quiet { each party must not open fire }", status);
        using var command = Small.Command(status == "proposal" ? agreement.Replace("enters into force 2024-01-01\n", string.Empty, StringComparison.Ordinal) : agreement, Fire);

        var ran = command.Findings("table");

        Assert.Equal(code, ran.ExitCode);
        Assert.Contains(status == "proposal" ? "would be ruled out" : "not consistent", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no breach reported", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disputed_commitment_tells_in_its_row_who_claims_it()
    {
        using var command = Small.Command(Small.Agreement("clause quiet {\n claimed by borland \"in May\"\n denied by aland\n when exercise x by A\n A must not open fire }", "oral disputed"), Fire);

        Assert.Contains("claimed by borland; denied by aland", command.Findings("table").Output, StringComparison.Ordinal);
        Assert.Contains("claimed by borland; denied by aland", command.Findings("csv").Output, StringComparison.Ordinal);
        Assert.Contains("claimed by borland; denied by aland", command.Findings("html").Output, StringComparison.Ordinal);
        Assert.Contains("said to bind whoever the clause says that it binds", command.Findings("table").Output.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_is_named_no_claims_differ()
    {
        using var command = Small.Command(Small.Agreement("clause quiet { each party P must not have guns }", "oral disputed"), Fire);

        var table = command.Findings("table").Output.Unwrapped();

        Assert.Contains("disputed; no claims listed", table, StringComparison.Ordinal);
        Assert.DoesNotContain("claims differ", table, StringComparison.Ordinal);
        Assert.Contains("said to bind each party disputed", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_power_that_may_be_lacking_takes_effect_if_so()
    {
        var agreement = Small.Agreement("clause out { while judged \"grave reasons\"\n each party has power to give withdrawal_notice n to each other party effective 6 months after n }")
            .Replace("event open fire", "event give withdrawal_notice by actor to actor\n  event open fire", StringComparison.Ordinal);
        using var command = Small.Command(agreement, """{"id":"r1","source":"mission","recorded":"2024-05-01","event":"n1","kind":"withdrawal_notice","time":"2024-05-01","by":"aland","to":"borland"}""");

        Assert.Contains("if so, from 2024-11-02", command.Findings("table").Output, StringComparison.Ordinal);
        Assert.All(command.Pages(), p => Assert.DoesNotContain("Would take effect", p, StringComparison.Ordinal));
        var observed = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--mandate", "observe").Output;
        Assert.Contains("use reported", observed, StringComparison.Ordinal);
        Assert.DoesNotContain("use reported or", observed, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_turns_the_direction_of_writing()
    {
        using var command = Small.Command(
            Small.Agreement("clause quiet { each party must not open fire }").Replace("Small accord", "Small \u202eaccord", StringComparison.Ordinal),
            Fire.Replace("\"f1\"", "\"f\u202e1\u2066\"", StringComparison.Ordinal));

        Assert.All(
            command.Pages().Concat(new[] { "table", "csv", "html" }.Select(f => command.Findings(f).Output)),
            page => Assert.DoesNotContain(page, c => c is '\u202e' or '\u2066'));
        Assert.Contains("f\ufffd1\ufffd", command.Findings("csv").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0999-12-31")]
    [InlineData("3000-01-01")]
    public void A_year_that_no_report_can_name_is_refused(string date)
    {
        using var command = Small.Command(Small.Agreement("clause quiet { each party must not open fire }").Replace("2024-01-01", date, StringComparison.Ordinal), Fire);

        var ran = command.Findings("table");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains($"The year of {date} is not one of 1000 to 2999.", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_would_run_out_of_the_timeline_is_shortened_and_whole_beside_it()
    {
        var name = new string('W', 150);
        using var command = Small.Command(Small.Agreement("clause quiet { each party must not open fire }"), Fire.Replace("\"f1\"", $"\"{name}\"", StringComparison.Ordinal));

        var html = command.Findings("html").Output;

        Assert.Contains($"<title>aland, {name}</title>", html, StringComparison.Ordinal);
        Assert.Contains("W…</text>", html, StringComparison.Ordinal);
    }
}
