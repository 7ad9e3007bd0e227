using System.Text.Json;

namespace Pacta.Tests.Cli;

/// <summary>Nothing that was reported may disappear: what stands in no finding is listed, with the reason where one is certain.</summary>
public sealed class UnusedTests
{
    private const string Clauses =
        """
        clause quiet { each party must not open fire in strip }
          clause large {
            when exercise x by A where troops of x at least 1_000
            A must give notification of x to each other party no later than 10 days before start of x
          }
        """;

    private static readonly string Treaty = Small.Agreement(Clauses).Replace(
        "parties aland, borland",
        """
        parties aland, borland
          expires 2024-12-31
          suspended by borland as from 2024-03-01 until 2024-03-31
          withdrawn by borland as from 2024-06-01
        """,
        StringComparison.Ordinal);

    private static string Fire(string id, string time, string by, string more = "") =>
        $$"""{"id":"r_{{id}}","source":"mission","recorded":"2025-02-01","event":"{{id}}","kind":"fire","time":"{{time}}","by":"{{by}}","in":"strip"{{more}}}""";

    private static readonly string[] Reports =
    [
        Fire("found", "2024-02-10", "borland"),
        Fire("before", "2023-06-10", "aland"),
        Fire("resting", "2024-03-10", "borland"),
        Fire("gone", "2024-06-10", "borland"),
        Fire("over", "2025-01-10", "aland"),
        Fire("planned", "2025-06-10", "aland"),
        Fire("stranger", "2024-02-10", "cedria"),
        """{"id":"r_small","source":"mission","recorded":"2024-05-01","event":"small","kind":"exercise","time":"2024-05-01","by":"aland","fields":{"troops":500}}""",
        """{"id":"r_depot","source":"mission","recorded":"2024-05-01","event":"depot","kind":"gun","time":"2024-05-01","of":"aland"}""",
    ];

    private static readonly (string Id, string? Reason)[] Expected =
    [
        ("before", "before_in_force"), ("depot", "kind_not_mentioned"), ("gone", "left"), ("over", "after_end"), ("planned", "after_history"),
        ("resting", "suspended"), ("small", null), ("stranger", "not_bound"),
    ];

    private static List<(string Id, string? Reason)> InJson(Command command, params string[] options)
    {
        var output = command.Run(["check", "@small.pacta", "--reports", "@small.jsonl", "--format", "json", .. options]).Output;
        Assert.True(command.FitsSchema(output));
        using var json = JsonDocument.Parse(output);
        return [.. json.RootElement.GetProperty("agreements")[0].GetProperty("not_used").EnumerateArray()
            .Select(f => (f.GetProperty("id").GetString()!, f.GetProperty("reason").GetString()))];
    }

    [Fact]
    public void What_stands_in_no_finding_is_listed_with_its_reason()
    {
        using var command = Small.Command(Treaty, Reports);

        Assert.Equal(Expected, InJson(command));
    }

    [Fact]
    public void The_table_and_the_page_list_it_too()
    {
        using var command = Small.Command(Treaty, Reports);
        var table = command.Findings("table").Output.Unwrapped();
        var page = command.Findings("html").Output.Unwrapped();

        Assert.Contains("reported, and in no finding: exercise small (2024-05-01) fire before (2023-06-10): before the agreement was in force", table, StringComparison.Ordinal);
        Assert.Contains("fire gone (2024-06-10): had left by then: borland", table, StringComparison.Ordinal);
        Assert.Contains("fire resting (2024-03-10): suspended then: borland", table, StringComparison.Ordinal);
        Assert.Contains("fire stranger (2024-02-10): neither a party nor named by the text: cedria", table, StringComparison.Ordinal);
        Assert.Contains("gun depot (2024-05-01): no clause speaks of such a thing", table, StringComparison.Ordinal);
        Assert.Contains("fire resting (2024-03-10): suspended then: borland", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_alike_are_counted_and_the_json_has_all()
    {
        using var command = Small.Command(Treaty, [.. Enumerable.Range(1, 20).Select(n => Fire($"old_{n:00}", $"2023-06-{n:00}", "aland"))]);

        Assert.Contains(
            "fire old_01 (2023-06-01), old_02 (2023-06-02), old_03 (2023-06-03) and 17 others: before the agreement was in force",
            command.Findings("table").Output.Unwrapped(), StringComparison.Ordinal);
        Assert.Equal(20, InJson(command).Count);
    }

    [Fact]
    public void Of_one_report_with_two_events_each_is_looked_at_by_itself()
    {
        using var command = Small.Command(
            Treaty,
            """{"id":"r1","source":"mission","recorded":"2025-02-01","claims":[{"event":"found","kind":"fire","time":"2024-02-10","by":"borland","in":"strip"},{"event":"before","kind":"fire","time":"2023-06-10","by":"aland","in":"strip"}]}""");

        Assert.Equal([("before", "before_in_force")], InJson(command));
    }

    /// <summary>What came too early is noted, though nothing rests on its report.</summary>
    [Theory]
    [InlineData("2024-02-01T12:00:00Z")]
    [InlineData("2024-02-01")]
    public void What_is_noted_is_not_unused(string told)
    {
        using var command = Small.Command(
            Small.Agreement("clause told {\n  when exercise x by A\n  A must give notification of x to borland within 10 days before start of x\n}"),
            """{"id":"r1","source":"mission","recorded":"2024-03-12T12:00:00Z","time":"2024-03-01T12:00:00Z","event":"x1","kind":"exercise","by":"aland","fields":{"troops":5000}}""",
            $$"""{"id":"r2","source":"mission","recorded":"2024-02-02T12:00:00Z","time":"{{told}}","event":"n1","kind":"notification","by":"aland","of":"x1","to":"borland"}""",
            """{"id":"r3","source":"mission","recorded":"2024-02-02T12:00:00Z","time":"2024-02-01T12:00:00Z","event":"n2","kind":"notification","by":"borland","of":"x1","to":"aland"}""");

        Assert.Equal([("n2", null)], InJson(command));
    }

    [Fact]
    public void Where_some_clauses_are_asked_for_nothing_is_said_to_be_unused()
    {
        using var command = Small.Command(Treaty, Reports);
        using var json = JsonDocument.Parse(command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--format", "json", "--clause", "large").Output);

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("agreements")[0].GetProperty("not_used").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("agreements")[0].GetProperty("not_in_play").ValueKind);
    }

    [Fact]
    public void A_report_that_counts_for_one_year_is_not_told_as_not_counted_for_the_next()
    {
        using var command = Small.Command(
            Small.Agreement("clause annual { each party must open fire every year by 15 november }"),
            Fire("y24", "2024-11-10", "aland"), Fire("y25", "2025-01-10", "borland"));
        var table = command.Findings("table").Output;

        Assert.DoesNotContain("not counted", table, StringComparison.Ordinal);
        Assert.DoesNotContain("in no finding", table, StringComparison.Ordinal);
        Assert.DoesNotContain("came before the time in which it counts", string.Concat(command.Pages()).Unwrapped(), StringComparison.Ordinal);
    }

    /// <summary>The clause that survives looked at it and found nothing: that its author had left is not why it stands in no finding.</summary>
    [Theory]
    [InlineData("gone", "left")]
    [InlineData("over", "after_end")]
    public void What_a_clause_survives_is_no_reason_that_it_looked_at_nothing(string id, string reason)
    {
        const string Sentence = "each party must not hold exercise x in strip where troops of x at least 1_000";
        string Drill(string survives) => Treaty.Replace("each party must not open fire in strip }", Sentence + "\n" + survives + " }", StringComparison.Ordinal);
        var (time, by) = id == "gone" ? ("2024-06-10", "borland") : ("2025-01-10", "aland");
        var report = $$"""{"id":"r","source":"mission","recorded":"2025-02-01","event":"{{id}}","kind":"exercise","time":"{{time}}","by":"{{by}}","in":"strip","fields":{"troops":500} }""";

        using var ended = Small.Command(Drill(string.Empty), report);
        using var survived = Small.Command(Drill("survives"), report);

        Assert.Equal([(id, reason)], InJson(ended));
        Assert.Equal([(id, null)], InJson(survived));
    }
}
