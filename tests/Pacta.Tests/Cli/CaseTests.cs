using System.Text.Json;

namespace Pacta.Tests.Cli;

/// <summary>A case stands beside the findings about its events: how far it has come, and a place for the reply of each who is accused.</summary>
public sealed class CaseTests
{
    private const string Clauses = "clause quiet at \"4\" { each party must not open fire in strip }";

    private static readonly string[] Reports =
    [
        """{"id":"r1","source":"mission","recorded":"2024-05-10","event":"f1","kind":"fire","time":"2024-05-09","by":"aland","in":"strip"}""",
        """{"type":"case","id":"c1","case":"incident_1","by":"borland","date":"2024-05-10","stage":"alleged","events":["f1"],"accused":["aland","cedria"],"text":"Shots from the hill."}""",
        """{"type":"case","id":"c3","case":"incident_1","by":"mission","date":"2024-05-12","stage":"under_inquiry","recorded":"2024-05-13"}""",
        """{"type":"case","id":"c2","case":"incident_1","by":"aland","date":"2024-05-11","reply":"None of ours was there."}""",
    ];

    private static Ran Run(string command, IEnumerable<string> reports, params string[] options)
    {
        using var folder = Small.Command(Small.Agreement(Clauses), [.. reports]);
        return folder.Run([command, "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-06-01", .. options]);
    }

    [Fact]
    public void The_table_tells_the_latest_stage_and_every_reply_also_the_one_that_is_not_there() =>
        Assert.Contains(
            "cases on record, beside the findings: incident_1 (f1): under inquiry since 2024-05-12 by mission; aland replied on 2024-05-11: “None of ours was there.”; cedria: no reply on record",
            Run("check", Reports).Output.Unwrapped(), StringComparison.Ordinal);

    [Fact]
    public void A_case_changes_nothing_of_what_is_found() =>
        Assert.Equal(
            Run("check", Reports.Take(1), "--format", "csv").Output,
            Run("check", Reports, "--format", "csv").Output);

    [Fact]
    public void The_page_of_a_finding_tells_the_steps_of_its_case()
    {
        var id = Run("check", Reports, "--format", "csv").Output.Split('\n').Single(l => l.Contains(",f1,", StringComparison.Ordinal)).Split(',')[0];
        var page = Run("explain", Reports, id).Output.Unwrapped();

        Assert.Contains("incident_1: alleged on 2024-05-10 by borland: “Shots from the hill.”", page, StringComparison.Ordinal);
        Assert.Contains("incident_1: under inquiry since 2024-05-12 by mission", page, StringComparison.Ordinal);
        Assert.Contains("cedria: no reply on record", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_steps_and_replies()
    {
        using var json = JsonDocument.Parse(Run("check", Reports, "--format", "json").Output);
        var incident = json.RootElement.GetProperty("agreements")[0].GetProperty("cases")[0];

        Assert.Equal("under_inquiry", incident.GetProperty("stage").GetString());
        Assert.Equal(["c1", "c3"], incident.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("record").GetString()));
        Assert.Equal([1, 0], incident.GetProperty("replies").EnumerateArray().Select(r => r.GetProperty("said").GetArrayLength()));
    }

    [Fact]
    public void As_of_a_day_only_what_was_on_record_is_told() =>
        Assert.Contains(
            "incident_1 (f1): alleged on 2024-05-10 by borland",
            Run("check", Reports, "--as-of", "2024-05-12").Output.Unwrapped(), StringComparison.Ordinal);

    [Fact]
    public void A_reply_of_nobody_accused_is_kept_and_warned_of()
    {
        var ran = Run("check", [.. Reports, """{"type":"case","id":"c4","case":"incident_1","by":"borland","date":"2024-05-12","reply":"We saw it."}"""]);

        Assert.Contains("PACTA0558", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("\"borland\" replies in case \"incident_1\" without being accused in it", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("borland replied on 2024-05-12: “We saw it.”", ran.Output.Unwrapped(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"case","id":"c4","case":"i","by":"borland","date":"2024-05-12"}""", "neither is here")]
    [InlineData("""{"type":"case","id":"c4","case":"i","by":"borland","date":"2024-05-12","stage":"closed","reply":"x"}""", "both are here")]
    [InlineData("""{"type":"case","id":"c4","case":"i","by":"borland","date":"2024-05-12","stage":"open"}""", "alleged")]
    public void A_line_is_a_step_or_a_reply(string line, string told)
    {
        var ran = Run("check", [line]);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(told, ran.Errors, StringComparison.Ordinal);
    }
}
