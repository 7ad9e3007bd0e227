using System.Text.Json;

namespace Pacta.Tests.Cli;

/// <summary>Nobody may be made to say what somebody else said, or nobody said at all.</summary>
public sealed class AttributionTests
{
    private const string Quiet = "clause quiet { each party must not open fire in strip }";

    private static readonly string[] Fires =
    [
        """{"id":"r1","source":"mission","recorded":"2024-03-02","event":"f1","kind":"fire","time":"2024-03-01","in":"strip"}""",
        """{"id":"r2","source":"mission","recorded":"2024-03-02","event":"f2","kind":"fire","time":"2024-03-01","in":"strip","by":{"one_of":["aland","borland"]}}""",
    ];

    private const string Notice =
        """
        clause notice { when exercise x by A
            A must give notification of x to each other party no later than 10 days before start of x }
        """;

    private static readonly string[] TwoTimes =
    [
        """{"id":"r1","source":"mission","recorded":"2024-02-01","event":"x1","kind":"exercise","time":"2024-02-01","by":"aland"}""",
        """{"id":"r2","source":"courier","recorded":"2024-03-01","event":"x1","kind":"exercise","time":"2024-02-20","by":"aland"}""",
        """{"id":"n1","source":"staff","recorded":"2024-03-01","event":"n1","kind":"notification","time":"2024-02-05","by":"aland","to":"borland","of":"x1"}""",
    ];

    [Fact]
    public void An_act_of_which_no_report_says_by_whom_is_not_by_one_of_those_who_are_bound()
    {
        using var command = Small.Command(Small.Agreement(Quiet), Fires[0]);
        var output = command.Findings("table").Output + string.Concat(command.Pages());

        Assert.DoesNotContain("one of", output, StringComparison.Ordinal);
        Assert.Contains("not attributed: no report says by whom (bound: aland, borland)", output.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("rules out: “open fire in strip”. No report says by whom (bound: aland, borland).", output.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_act_of_which_a_report_names_two_is_by_one_of_them()
    {
        using var command = Small.Command(Small.Agreement(Quiet), Fires[1]);
        var output = command.Findings("table").Output + string.Concat(command.Pages());

        Assert.Contains("by one of aland, borland: not attributed", output.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("It is by one of aland, borland; nobody says by which.", output.Unwrapped(), StringComparison.Ordinal);
        Assert.DoesNotContain("no report says by whom", output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Where_only_one_is_bound_an_act_of_nobody_known_does_not_point_at_it()
    {
        using var command = Small.Command(Small.Agreement("clause quiet { aland must not open fire in strip }"), Fires[0]);

        Assert.Contains("not attributed: no report says by whom (bound: aland)", command.Pages().First().Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rival_times_are_told_with_who_reports_each()
    {
        using var command = Small.Command(Small.Agreement(Notice), TwoTimes);
        var page = command.Pages().Single().Unwrapped();

        Assert.Contains("exercise “x1”, 2024-02-01 (mission) or 2024-02-20 (courier), reported by courier, mission", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2024-02-01, reported by courier", page, StringComparison.Ordinal);
        Assert.Contains("not consistent with notice if time of x1 is 2024-02-01 (as mission says)", page, StringComparison.Ordinal);
        Assert.Contains("hangs on time of x1: 2024-02-01 (mission) or 2024-02-20 (courier)", command.Findings("table").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_read_of_rival_times_what_people_read()
    {
        using var command = Small.Command(Small.Agreement(Notice), TwoTimes);
        using var json = JsonDocument.Parse(command.Findings("json").Output);
        var finding = json.RootElement.GetProperty("agreements")[0].GetProperty("findings")[0];

        Assert.Contains("\"2024-02-01 (mission) or 2024-02-20 (courier)\"", command.Findings("json").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"2024-02-01\",\n", finding.GetProperty("derivation").ToString(), StringComparison.Ordinal);
        foreach (var cause in finding.GetProperty("causes").EnumerateArray().Where(c => c.GetProperty("description").GetString() == "time of x1: 2024-02-01"))
        {
            Assert.Equal("mission", Assert.Single(cause.GetProperty("reports").EnumerateArray()).GetProperty("source").GetString());
        }
    }

    [Fact]
    public void A_finding_hangs_on_the_rough_figure_and_not_on_the_hour_from_which_that_decides()
    {
        using var command = Small.Command(
            Small.Agreement("clause ceiling { each party P must keep total size of forces of P at most 10_000 }"),
            """{"id":"r1","source":"mission","recorded":"2024-02-01","event":"f_zeta","kind":"force","time":"2024-01-05","of":"aland","fields":{"size":{"about":9000}}}""",
            """{"id":"r2","source":"mission","recorded":"2024-02-06","event":"f_alpha","kind":"force","time":"2024-02-05","of":"aland","fields":{"size":500}}""");

        Assert.Contains("hangs on size of f_zeta: about 9,000 person (8,100 to 9,900);", command.Findings("table").Output, StringComparison.Ordinal);
        Assert.Contains(",\"size of f_zeta: about 9,000 person (8,100 to 9,900)\",", command.Findings("csv").Output, StringComparison.Ordinal);
    }
}
