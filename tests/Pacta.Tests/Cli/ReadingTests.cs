using System.Text.Json;

namespace Pacta.Tests.Cli;

/// <summary>Where a text can be read in several ways, no reading may be the answer because it was written first.</summary>
public sealed class ReadingTests
{
    private const string OrMore = "reading or_more by aland { means exercise x where troops of x at least 9_000 }";
    private const string Above = "reading above by borland { means exercise x where troops of x more than 9_000 }";
    private const string Host = "reading host by aland { borland must not open fire }";
    private const string Author = "reading author by borland { borland must not open fire until 2024-02-15 }";
    private const string Counted = "reading counted by aland { 20 days }";
    private const string Elapsed = "reading elapsed by borland { 21 days }";

    private static readonly string[] Own = ["opened", "due", "changes", "derivation"];

    private static readonly string[] Reports =
    [
        """{"id":"r1","source":"mission","recorded":"2024-02-01","event":"x1","kind":"exercise","time":"2024-02-01","by":"aland","fields":{"troops":9000}}""",
        """{"id":"r2","source":"mission","recorded":"2024-03-01","event":"f1","kind":"fire","time":"2024-02-20","by":"borland"}""",
        """{"id":"r3","source":"courier","recorded":"2024-02-01","event":"x2","kind":"exercise","time":"2024-02-02","by":"borland","fields":{"troops":12000}}""",
    ];

    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("html")]
    public void Swapping_the_lines_of_two_readings_changes_nothing_in_the_findings(string format)
    {
        using var one = Small.Command(Agreement(), Reports);
        using var other = Small.Command(Swapped(), Reports);

        Assert.Contains("x1", one.Findings(format).Output, StringComparison.Ordinal);
        Assert.Equal(WithoutHashes(one.Findings(format).Output), WithoutHashes(other.Findings(format).Output));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void Swapping_the_lines_of_two_readings_changes_nothing_on_any_page(string format)
    {
        using var one = Small.Command(Agreement(), Reports);
        using var other = Small.Command(Swapped(), Reports);

        Assert.Equal(8, one.Pages(format).Count(p => p.Contains("x1", StringComparison.Ordinal) || p.Contains("x2", StringComparison.Ordinal)));
        Assert.Equal(one.Pages(format).Select(WithoutHashes), other.Pages(format).Select(WithoutHashes));
    }

    [Fact]
    public void A_page_tells_what_follows_under_each_reading_side_by_side()
    {
        using var command = Small.Command(Agreement(), Reports);
        var page = command.Pages().First().Unwrapped();

        Assert.Contains("notice, owed by aland to borland, about x1: not consistent or not in play", page, StringComparison.Ordinal);
        Assert.Contains("what follows depends on which is taken", page, StringComparison.Ordinal);
        Assert.Contains("Under the reading “above” of large, held by borland: not in play The clause is not in play here.", page, StringComparison.Ordinal);
        Assert.Contains("Under the reading “or_more” of large, held by aland: not consistent Due: 2024-02-01. No report says that aland", page, StringComparison.Ordinal);
        Assert.DoesNotContain("What happened Due:", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_that_fails_because_readings_differ_tells_each_of_them()
    {
        const string Lower = "reading lower by aland { means exercise x where troops of x at least 500 }";
        const string Upper = "reading upper by borland { means exercise x where troops of x at least 5_000 }";
        string[] outputs = [.. new[] { Lower + "\n" + Upper, Upper + "\n" + Lower }.Select(readings =>
        {
            using var command = new Command { Width = 120 }.Write("small.pacta", Small.Agreement($$"""
                define large (larges) { {{readings}} }
                clause quota at "1" { each party P must keep number of larges by P per calendar year at most 1 }
                """) + """

                scenario "one a year" of small_accord {
                  2024-02-01 exercise x1 by aland with troops 600
                  2024-03-01 exercise x2 by aland with troops 700
                  expect met quota by aland on 2024-12-31
                }
                """);
            return command.Run("test", "@small.pacta").Output.Unwrapped();
        })];

        Assert.Contains("Under the reading “lower” of large, held by aland: not consistent. What is reported of aland is not consistent", outputs[0], StringComparison.Ordinal);
        Assert.Contains("Under the reading “upper” of large, held by borland: consistent. What is reported of aland is consistent", outputs[0], StringComparison.Ordinal);
        Assert.Equal(outputs[0], outputs[1]);
    }

    [Fact]
    public void A_finding_that_is_the_same_under_each_reading_names_the_due_of_each()
    {
        using var command = Small.Command(Agreement(), Reports);

        Assert.Contains("due 2024-02-21 or 2024-02-22", command.Findings("table").Output.Unwrapped(), StringComparison.Ordinal);
        var page = command.Pages().Single(p => p.StartsWith("reply, owed by aland", StringComparison.Ordinal)).Unwrapped();
        Assert.Contains("The finding is the same under each", page, StringComparison.Ordinal);
        Assert.Contains("“counted” of stay, held by aland: not consistent Due: 2024-02-21.", page, StringComparison.Ordinal);
        Assert.Contains("“elapsed” of stay, held by borland: not consistent Due: 2024-02-22.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reading_that_changes_nothing_is_not_told()
    {
        using var command = Small.Command(Agreement(), Reports);

        // The notice of 12,000 troops is late however "stay" is counted: only "large" is quoted, in both ways.
        var page = command.Pages().Single(p => p.StartsWith("notice, owed by borland", StringComparison.Ordinal));

        Assert.Contains("“above” of large", page, StringComparison.Ordinal);
        Assert.DoesNotContain("stay", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reading_that_binds_somebody_else_says_so()
    {
        const string Clause = "clause quiet {\n reading host by aland { borland must not have guns in strip }\n reading guest by borland { cedria must not have guns in strip }\n }";
        using var command = Small.Command(Small.Agreement(Clause), Reports[1]);

        var pages = string.Concat(command.Pages()).Unwrapped();

        Assert.Contains("Under the reading “guest” of quiet, held by borland: binds somebody else", pages, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_about_readings_fits_the_schema()
    {
        using var command = Small.Command(Agreement(), Reports);

        Assert.Contains("\"held_by\":[\"", command.Findings("json").Output, StringComparison.Ordinal);
        Assert.True(command.FitsSchema(command.Findings("json").Output));
        Assert.All(command.Pages("json"), page => Assert.True(command.FitsSchema(page)));
    }

    /// <summary>With two readings of three texts a finding would otherwise tell the same eight times.</summary>
    [Fact]
    public void A_reading_has_only_what_is_not_as_in_the_finding_itself()
    {
        using var command = Small.Command(Agreement(), Reports);

        using var json = JsonDocument.Parse(command.Findings("json").Output);

        var findings = json.RootElement.GetProperty("agreements")[0].GetProperty("findings").EnumerateArray().ToList();
        var told = findings.SelectMany(f => f.GetProperty("by_reading").EnumerateArray(), (f, under) => (Of: f, Under: under)).ToList();
        Assert.All(told, t => Assert.All(Own, name => Assert.False(t.Under.TryGetProperty(name, out var own) && JsonElement.DeepEquals(own, t.Of.GetProperty(name)))));
        // notice of x1 is owed under one reading of "large" alone; under the other nobody is bound.
        var notice = told.Where(t => t.Of.GetProperty("clause").GetProperty("name").GetString() == "notice" && t.Of.GetProperty("trigger")[0].GetString() == "x1").Select(t => t.Under).ToList();
        var dormant = Assert.Single(notice, u => u.GetProperty("states")[0].GetString() == "dormant");
        Assert.Equal(JsonValueKind.Null, dormant.GetProperty("derivation").ValueKind);
        Assert.Equal(JsonValueKind.Null, dormant.GetProperty("due").ValueKind);
        var owed = Assert.Single(notice, u => u.GetProperty("states")[0].GetString() == "not_consistent");
        Assert.Equal("not_performed", owed.GetProperty("derivation").GetProperty("step").GetString());
        Assert.False(owed.TryGetProperty("due", out _));
        // reply hangs on how "stay" is counted, and is met in time either way or in neither: the finding covers both dues, and no reading has both.
        Assert.Contains(told, t => t.Under.TryGetProperty("due", out var due) && due.ValueKind == JsonValueKind.Object && due.GetProperty("earliest").GetString() == due.GetProperty("latest").GetString());
    }

    [Fact]
    public void A_perspective_that_takes_a_reading_tells_only_that_one()
    {
        using var command = Small.Command("perspective strict { accepts monitor takes above of large takes elapsed of stay takes host of who_1 }\n".Replace(" takes", "\n takes", StringComparison.Ordinal) + Agreement(), Reports);

        var json = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--perspective", "strict", "--format", "json");

        Assert.Empty(json.Errors);
        using var findings = JsonDocument.Parse(json.Output);
        Assert.All(findings.RootElement.GetProperty("agreements")[0].GetProperty("findings").EnumerateArray(), f => Assert.Equal(0, f.GetProperty("by_reading").GetArrayLength()));
    }

    private static string Agreement() => Small.Agreement(
        $$"""
        define large (larges) {
            {{OrMore}}
            {{Above}}
          }
          amount stay {
            {{Counted}}
            {{Elapsed}}
          }
          clause notice { when large x by A
            A must give notification of x to each other party no later than start of x }
          clause reply { when exercise x by A
            A must give notification of x to each other party no later than stay after x }
          clause who_1 { when exercise x by A
            {{Host}}
            {{Author}}
          }
        """);

    private static string Swapped() => new[] { (OrMore, Above), (Counted, Elapsed), (Host, Author) }.Aggregate(
        Agreement(),
        (text, pair) => text.Replace(pair.Item1, "?", StringComparison.Ordinal).Replace(pair.Item2, pair.Item1, StringComparison.Ordinal).Replace("?", pair.Item2, StringComparison.Ordinal));

    private static string WithoutHashes(string output) => string.Join('\n', output.Split('\n').Where(l => !l.Replace("-", string.Empty, StringComparison.Ordinal).Contains("sha256", StringComparison.OrdinalIgnoreCase)));
}
