namespace Pacta.Tests.Cli;

/// <summary>An exception that another one sets aside decides as much as one that applies: every page tells it, at any depth.</summary>
public sealed class SetAsideTests
{
    private const string Notice = """
        clause notice at "2" {
          when exercise x by A
          A must give notification of x to each other party no later than 10 days before start of x
        }
        exception alert to notice at "3" { if x is alert }
        exception huge to alert at "4" { if troops of x more than 5_000 }
        exception leave to huge at "5" { if troops of x more than 50_000 }
        """;

    [Fact]
    public void An_exception_that_is_set_aside_is_told_with_what_sets_it_aside()
    {
        using var command = Command(Notice, Exercise(9_000));

        var page = command.Page("notice").Unwrapped();

        Assert.Contains(": not consistent finding", page, StringComparison.Ordinal);
        Assert.Contains(
            "The exception alert has no effect: an exception to it applies, huge. The exception alert applies: “x is alert”. “x is alert” holds, for x1. "
            + "The exception huge applies: “troops of x more than 5_000”. “troops of x more than 5_000” holds: 9,000 person compared with 5,000 person.",
            page,
            StringComparison.Ordinal);
        Assert.Contains("F set aside: alert | x is alert | huge", page, StringComparison.Ordinal);
        Assert.Contains("\"set_aside\"", command.Page("notice", "json"), StringComparison.Ordinal);
        Assert.Contains("The exception alert has no effect", command.Findings("html").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_applies_where_the_exception_to_it_is_set_aside_itself()
    {
        using var command = Command(Notice, Exercise(60_000));

        var page = command.Page("notice").Unwrapped();

        Assert.Contains(": excused finding", page, StringComparison.Ordinal);
        Assert.Contains("The exception huge has no effect: an exception to it applies, leave.", page, StringComparison.Ordinal);
        Assert.Contains("60,000 person compared with 50,000 person", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_may_ask_for_what_sets_an_exception_aside()
    {
        using var command = Command(
            Notice,
            """
            }
            scenario "huge" of small_accord {
              2024-05-10  exercise x1 by aland in strip with troops 9_000, alert yes
              expect breached notice of x1 by aland to borland on 2024-05-11 because huge
            """,
            []);

        Assert.Contains("1 passed", command.Run("test", "@small.pacta").Output, StringComparison.Ordinal);
        Assert.Equal(0, command.Run("test", "@small.pacta").ExitCode);
    }

    [Fact]
    public void What_is_in_doubt_is_the_exception_to_the_exception()
    {
        using var command = Command(
            Notice, Exercise(9_000), Exercise(4_000).Replace("\"r1\",\"source\":\"mission\"", "\"r2\",\"source\":\"staff\"", StringComparison.Ordinal));

        var page = command.Page("notice").Unwrapped();

        Assert.Contains(
            "that hangs on what follows. Whether the exception alert has an effect is not known: it hangs on an exception to it, huge. "
            + "The exception alert applies: “x is alert”. “x is alert” holds, for x1. "
            + "Whether the exception huge applies is not known: “troops of x more than 5_000”. "
            + "“troops of x more than 5_000”: not known whether it holds: 4,000 to 9,000 person compared with 5,000 person.",
            page,
            StringComparison.Ordinal);
        Assert.Contains("U set aside", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_to_a_ban_that_is_set_aside_is_told()
    {
        using var command = Command(
            """
            clause calm { each party must not hold exercise x }
            exception alert to calm { if x is alert }
            exception huge to alert { if troops of x more than 5_000 }
            """,
            Exercise(9_000));

        Assert.Contains("The exception alert has no effect: an exception to it applies, huge.", command.Page("calm", bearer: "no,no,,x1").Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ceiling_that_an_exception_lifts_is_consistent_because_of_that_exception()
    {
        const string Clause = """
            clause guns { each party P must keep number of guns of P at most 1 }
            exception drill to guns { if there was exercise by P }
            exception shots to drill { if there was fire by P }
            """;
        const string Guns = """{"id":"g1","source":"mission","recorded":"2024-06-01","event":"g1","kind":"gun","time":"2024-06-01","of":"aland","fields":{"count":2}}""";
        using var lifted = Command(Clause, Exercise(4_000), Guns);
        using var aside = Command(
            Clause, Exercise(4_000), Guns, """{"id":"f1","source":"mission","recorded":"2024-06-01","event":"f1","kind":"fire","time":"2024-05-20","by":"aland","in":"strip"}""");

        var page = lifted.Page("guns", bearer: "aland").Unwrapped();
        Assert.Contains("“number of guns of P at most 1” does not hold: 2 compared with 1.", page, StringComparison.Ordinal);
        Assert.Contains("The exception drill applies", page, StringComparison.Ordinal);
        Assert.Contains(": not consistent finding", aside.Page("guns", bearer: "aland").Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("The exception drill has no effect: an exception to it applies, shots.", aside.Page("guns", bearer: "aland").Unwrapped(), StringComparison.Ordinal);
    }

    private static string Exercise(int troops) =>
        $$$"""{"id":"r1","source":"mission","recorded":"2024-06-01","event":"x1","kind":"exercise","time":"2024-05-10","by":"aland","in":"strip","fields":{"troops":{{{troops}}},"alert":true}}""";

    private static Command Command(string clauses, params string[] reports) => Command(clauses, string.Empty, reports);

    private static Command Command(string clauses, string after, string[] reports) => Small.Command(
        Small.Agreement(clauses + after).Replace("troops person,", "troops person, alert truth,", StringComparison.Ordinal), reports);
}
