namespace Pacta.Tests.Cli;

/// <summary>A name for the output that is none is the user's mistake, and is told as one.</summary>
public sealed class OutputNameTests
{
    [Theory]
    [InlineData("check", "@small.pacta", "--output", "")]
    [InlineData("check", "@small.pacta", "--output", "  ")]
    [InlineData("explain", "@small.pacta", "--reports", "@small.jsonl", "--output", "", "ID")]
    [InlineData("compare", "@both.pacta", "--output", "")]
    [InlineData("demo", "--write-to", "")]
    public void A_name_of_nothing_is_refused(params string[] words)
    {
        using var command = Small.Command(
            Small.Agreement("clause quiet { each party must not open fire }"),
            """{"id":"r1","source":"mission","recorded":"2024-02-01","event":"f1","kind":"fire","time":"2024-01-05","by":"aland"}""");
        command.Write("both.pacta", command.Read("small.pacta") + "\n" + command.Read("small.pacta")[Small.Words.Length..].Replace("small_accord", "other_accord", StringComparison.Ordinal));
        var id = command.Findings("csv").Output.Split('\n')[1].Split(',')[0];

        var ran = command.Run([.. words.Select(w => w == "ID" ? id : w)]);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("PACTA0915", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("that is no name", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_is_told_as_it_was_given()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is Linux's");
        using var command = Small.Command(Small.Agreement("clause quiet { each party must not open fire }"));

        var ran = command.Run("check", "@small.pacta", "--output", "/proc/pacta.html");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("/proc/pacta.html", ran.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(".partial", ran.Errors, StringComparison.Ordinal);
    }
}
