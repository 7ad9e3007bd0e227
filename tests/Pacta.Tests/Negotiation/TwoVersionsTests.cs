using Pacta.Tests.Cli;

namespace Pacta.Tests.Negotiation;

/// <summary>The draft of yesterday beside that of today: both have one name.</summary>
public sealed class TwoVersionsTests
{
    [Fact]
    public void Two_versions_of_one_draft_are_compared_and_told_apart_by_their_files()
    {
        using var command = new Command { Width = 120 };
        command
            .Write("monday.pacta", Small.Agreement("clause quiet at \"4\" { each party must not open fire }", "proposal"))
            .Write("tuesday.pacta", Small.Agreement("clause quiet at \"4\" { aland must not open fire }", "proposal"))
            .Write("r.jsonl", """{"id":"r1","source":"mission","recorded":"2024-06-02","event":"f1","kind":"fire","time":"2024-06-01","by":"borland"}""");

        var ran = command.Run("compare", "@monday.pacta", "@tuesday.pacta", "--reports", "@r.jsonl");

        Assert.Equal(0, ran.ExitCode);
        Assert.Empty(ran.Errors);
        Assert.StartsWith("A: Small accord (invented) (monday.pacta) (a proposal), beside B: Small accord (invented) (tuesday.pacta) (a proposal)", ran.Output, StringComparison.Ordinal);
        Assert.Contains("bearer: each party / aland", ran.Output, StringComparison.Ordinal);
        Assert.Contains("would be ruled out", ran.Output, StringComparison.Ordinal);

        var page = command.Run("compare", "@monday.pacta", "@tuesday.pacta", "--reports", "@r.jsonl", "--format", "html").Output;
        Assert.Contains("<dt>monday.pacta</dt>", page, StringComparison.Ordinal);
        Assert.Contains("SHA-256", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_one_of_them_is_told_as_ever()
    {
        using var command = new Command();
        command
            .Write("monday.pacta", Small.Agreement("clause quiet { each party must not open fire }"))
            .Write("tuesday.pacta", Small.Agreement("clause quiet { each party must not open fier }"));

        var ran = command.Run("compare", "@monday.pacta", "@tuesday.pacta");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("fier", ran.Errors, StringComparison.Ordinal);
    }
}
