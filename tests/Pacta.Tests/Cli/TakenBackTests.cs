using System.Text.Json;

namespace Pacta.Tests.Cli;

/// <summary>What its author took back stands beside the findings about the same events, and is no part of them.</summary>
public sealed class TakenBackTests
{
    private const string Clauses = """
        clause quiet at "1" { each party must not open fire in strip }
        clause notice at "2" {
          when exercise x by A
          A must give notification of x to each other party no later than 10 days before start of x
        }
        """;

    private const string Shots = """{"id":"r1","source":"mission","recorded":"2024-05-02","event":"shots","kind":"fire","time":"2024-05-01","by":"borland","in":"strip"}""";
    private const string Exercise = """{"id":"r2","source":"mission","recorded":"2024-06-01","event":"drill","kind":"exercise","time":"2024-06-01","by":"aland","in":"strip"}""";
    private const string OtherShots = """{"id":"r3","source":"courier","recorded":"2024-05-03","event":"shots","kind":"fire","time":"2024-05-01","by":"aland","in":"strip"}""";
    private const string Back = """{"id":"r4","source":"courier","recorded":"2024-05-04","retracts":["r3"]}""";
    private const string Notice = """{"id":"r5","source":"staff","recorded":"2024-05-10","event":"letter","kind":"notification","time":"2024-05-10","by":"aland","of":"drill","to":"borland"}""";
    private const string NoticeBack = """{"id":"r6","source":"staff","recorded":"2024-06-02","retracts":["r5"]}""";
    private const string Corrected = """{"id":"r7","source":"mission","recorded":"2024-06-03","supersedes":"r2","event":"drill","kind":"exercise","time":"2024-06-02","by":"aland","in":"strip"}""";

    private static Command With(params string[] reports) => Small.Command(Small.Agreement(Clauses), reports);

    [Fact]
    public void A_report_that_was_retracted_is_told_beside_the_finding_about_its_event_and_beside_no_other()
    {
        using var command = With(Shots, Exercise, OtherShots, Back);

        Assert.Contains("Taken back about the same events\n  r3 of courier, about shots (by r4, 2024-05-04)\n", command.Page("quiet", bearer: "borland,no"), StringComparison.Ordinal);
        Assert.DoesNotContain("Taken back", command.Page("notice"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_named_the_event_is_told_and_what_was_replaced_is_told_as_that()
    {
        using var command = With(Shots, Exercise, Notice, NoticeBack, Corrected);

        Assert.Contains(
            "Taken back about the same events\n  r5 of staff, about drill, letter (by r6, 2024-06-02)\n  r2 of mission, about drill (replaced by r7, 2024-06-03)\n",
            command.Page("notice"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_claim_that_was_taken_back_is_told_by_its_own_id()
    {
        using var command = With(
            Shots,
            """{"id":"r8","source":"courier","recorded":"2024-05-03","claims":[{"id":"r8a","event":"shots","kind":"fire","time":"2024-05-01","by":"aland"},{"id":"r8b","event":"drill","kind":"exercise","time":"2024-06-01","by":"aland"}]}""",
            """{"id":"r9","source":"courier","recorded":"2024-05-04","retracts":["r8a"]}""");

        Assert.Contains("  r8a of courier, about shots (by r9, 2024-05-04)\n", command.Page("quiet", bearer: "borland,no"), StringComparison.Ordinal);
        Assert.DoesNotContain("r8a", command.Page("notice"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_retraction_that_was_retracted_and_one_by_somebody_else_take_nothing_back()
    {
        using var restored = With(Shots, OtherShots, Back, """{"id":"r10","source":"courier","recorded":"2024-05-05","retracts":["r4"]}""");
        using var stranger = With(Shots, OtherShots, """{"id":"r11","source":"staff","recorded":"2024-05-05","retracts":["r3"]}""");

        Assert.All(new[] { restored, stranger }.SelectMany(c => c.Pages()), page => Assert.DoesNotContain("Taken back", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Before_it_was_taken_back_nothing_is_told_of_it()
    {
        using var command = With(Shots, OtherShots, Back);

        var id = command.Findings("csv").Output.Split('\n').First(l => l.Contains("shots", StringComparison.Ordinal)).Split(',')[0];
        string Page(string asOf) => command.Run("explain", "@small.pacta", "--reports", "@small.jsonl", "--as-of", asOf, id).Output;
        Assert.DoesNotContain("Taken back", Page("2024-05-03"), StringComparison.Ordinal);
        Assert.Contains("Taken back", Page("2024-05-04"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_finding_itself_is_as_if_it_had_never_been_said()
    {
        using var never = With(Shots, Exercise);
        using var back = With(Shots, Exercise, OtherShots, Back, Notice, NoticeBack);

        foreach (var (clause, bearer) in new[] { ("quiet", "borland,no"), ("notice", string.Empty) })
        {
            using var a = JsonDocument.Parse(never.Page(clause, "json", bearer));
            using var b = JsonDocument.Parse(back.Page(clause, "json", bearer));
            Assert.True(JsonElement.DeepEquals(a.RootElement.GetProperty("finding"), b.RootElement.GetProperty("finding")));
            Assert.Equal((0, 1), (a.RootElement.GetProperty("taken_back").GetArrayLength(), b.RootElement.GetProperty("taken_back").GetArrayLength()));
        }
    }

    [Fact]
    public void Every_face_tells_it_in_both_languages()
    {
        using var command = With(Shots, Exercise, OtherShots, Back, Notice, NoticeBack);

        var json = command.Findings("json").Output;
        using var written = JsonDocument.Parse(json);
        Assert.True(command.FitsSchema(json));
        Assert.All(command.Pages("json"), page => Assert.True(command.FitsSchema(page)));
        Assert.Equal(
            ["r3 shots by r4 False", "r5 drill,letter by r6 False"],
            written.RootElement.GetProperty("agreements")[0].GetProperty("taken_back").EnumerateArray().Select(t =>
                $"{t.GetProperty("id")} {string.Join(',', t.GetProperty("events").EnumerateArray())} by {t.GetProperty("by")} {t.GetProperty("replaced")}"));
        Assert.Contains("<h6>Taken back about the same events</h6>", command.Findings("html").Output, StringComparison.Ordinal);
        Assert.Contains(
            "r3 de courier, au sujet de shots (par r4, 2024-05-04)",
            command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--all", "--format", "html", "--language", "fr").Output,
            StringComparison.Ordinal);
    }
}
