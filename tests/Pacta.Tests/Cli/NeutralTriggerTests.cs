using System.Text.Json;

namespace Pacta.Tests.Cli;

/// <summary>What hangs on whether another clause was kept is named after that clause, and no output calls that a breach by somebody.</summary>
public sealed class NeutralTriggerTests
{
    private const string Clauses = """
        clause quiet at "2" { each party must not open fire }
          clause meet at "3" {
            when breach b of quiet by A
            A must hold exercise within 24 hours after b
          }
          clause drill at "4" { each party must hold exercise no later than 2024-02-01
            otherwise aland must open fire within 3 days }
        """;

    private static readonly string[] Reports =
    [
        """{"id":"r1","source":"mission","recorded":"2024-03-01","event":"f1","kind":"fire","time":"2024-01-05T10:00:00Z","by":"aland"}""",
        """{"id":"r2","source":"mission","recorded":"2024-03-01","event":"f2","kind":"fire","time":"2024-01-06T10:00:00Z","by":"borland"}""",
        """{"id":"r3","source":"staff","recorded":"2024-03-01","event":"f2","kind":"fire","polarity":"denies"}""",
    ];

    [Theory]
    [InlineData("political", "assess", "en")]
    [InlineData("legal", "attribute", "en")]
    [InlineData("legal", "determine", "fr")]
    [InlineData("proposal", "assess", "en")]
    [InlineData("proposal", "observe", "fr")]
    [InlineData("oral", "observe", "en")]
    public void No_output_speaks_of_a_breach_by_somebody(string status, string mandate, string language)
    {
        var agreement = Small.Agreement(Clauses, status);
        using var command = Small.Command(status == "proposal" ? agreement.Replace("enters into force 2024-01-01\n", string.Empty, StringComparison.Ordinal) : agreement, Reports);
        string[] speech = ["--reports", "@small.jsonl", "--mandate", mandate, "--language", language];
        var pages = new[] { "table", "csv", "json", "html" }.Select(f => command.Run(["check", "@small.pacta", "--all", "--format", f, .. speech]).Output).ToList();
        var ids = pages[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[0]);
        pages.AddRange(ids.SelectMany(id => new[] { "text", "json" }.Select(f => command.Run(["explain", "@small.pacta", id, "--format", f, .. speech]).Output)));

        Assert.All(pages, p => Assert.DoesNotContain("breach of quiet", p.Unwrapped(), StringComparison.Ordinal));
        Assert.All(pages, p => Assert.DoesNotContain("breach by", p.Unwrapped(), StringComparison.Ordinal));
        var (under, otherwise) = language == "en" ? ("f1, under quiet (aland)", "otherwise (aland)") : ("f1, au titre de quiet (aland)", "sinon (aland)");
        Assert.Contains(under, pages[3], StringComparison.Ordinal);
        Assert.Contains(otherwise, pages[3], StringComparison.Ordinal);
        Assert.Contains("not_consistent_with quiet by aland: f1", pages[1], StringComparison.Ordinal);
        Assert.Contains("otherwise by aland", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_ids_are_those_of_the_names_in_the_logic()
    {
        using var command = Small.Command(Small.Agreement(Clauses), Reports);
        using var json = JsonDocument.Parse(command.Findings("json").Output);

        var finding = json.RootElement.GetProperty("agreements")[0].GetProperty("findings").EnumerateArray().First(f => f.GetProperty("trigger").EnumerateArray().Any(t => t.GetString() == "not_consistent_with quiet by aland: f1"));

        Assert.Equal("b605ec457b53", finding.GetProperty("id").GetString());
    }
}
