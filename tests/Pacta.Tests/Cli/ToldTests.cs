namespace Pacta.Tests.Cli;

/// <summary>What is computed is told: whose word a step is, what a clause depends on, since when it is so, and what follows otherwise.</summary>
public sealed class ToldTests
{
    private const string Exercise =
        """{"id":"r1","source":"mission","recorded":"2024-06-01","event":"x1","kind":"exercise","time":"2024-05-10","by":"aland","in":"strip","fields":{"troops":9000}}""";

    private const string Calm = "clause calm { while judged \"the present tension\"\n each party must not hold exercise in strip }";

    [Fact]
    public void What_a_ban_depends_on_is_told_where_judgements_differ()
    {
        using var command = Small.Command(Small.Agreement(Calm), Exercise, Judgement("j1", "mission", true), Judgement("j2", "staff", false));

        var page = command.Page("calm", bearer: "aland").Unwrapped();

        Assert.Contains(
            "“the present tension” is left to judgement, and the judgements differ: so, as mission judged; not so, as staff judged. If so: “x1”, reported of aland, is an act that the clause rules out",
            page,
            StringComparison.Ordinal);
        Assert.Contains("U judged: the present tension | mission | staff [j1, j2]", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_ban_depends_on_is_told_where_it_is_judged_to_be_so()
    {
        using var command = Small.Command(Small.Agreement(Calm), Exercise, Judgement("j1", "mission", true));

        var page = command.Page("calm", bearer: "aland").Unwrapped();

        Assert.Contains("A report judges that “the present tension” holds.", page, StringComparison.Ordinal);
        Assert.Contains("T judged: the present tension | mission [j1]", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clause guns { while judged \"the present tension\"\n each party P must keep number of guns of P in strip at most 1 }", "guns")]
    [InlineData("clause notice { when exercise x by A\nwhile judged \"the present tension\"\nA must give notification of x to borland no later than start of x }", "notice")]
    public void What_a_duty_depends_on_is_told(string clause, string name)
    {
        using var command = Small.Command(
            Small.Agreement(clause), Exercise, Judgement("j1", "mission", true),
            """{"id":"g1","source":"mission","recorded":"2024-06-01","event":"g1","kind":"gun","time":"2024-05-20","of":"aland","in":"strip","fields":{"count":2}}""");

        var page = command.Page(name, bearer: "aland").Unwrapped();

        Assert.Contains(": not consistent finding", page, StringComparison.Ordinal);
        Assert.Contains("A report judges that “the present tension” holds.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_made_to_say_a_defined_noun()
    {
        using var command = Small.Command(
            Small.Agreement(
                """
                define major_exercise { means exercise x where troops of x at least 5_000 }
                clause calm { each party must not hold major_exercise in strip }
                """),
            Exercise);

        var page = command.Page("calm", bearer: "aland").Unwrapped();

        Assert.Contains("exercise “x1”, 2024-05-10, reported by mission.", page, StringComparison.Ordinal);
        Assert.Contains("x1 counts as major_exercise.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("major_exercise “x1”", page, StringComparison.Ordinal);
        Assert.DoesNotContain("T fact: major_exercise | x1 | 2024-05-10", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_began_at_different_times_under_two_readings_is_told_with_both()
    {
        using var command = Small.Command(
            Small.Agreement(
                """
                clause guns {
                  reading early { each party must not have guns in strip }
                  reading late { each party must not have guns in strip as from 2024-08-01 }
                }
                """),
            """{"id":"g1","source":"mission","recorded":"2024-09-01","event":"g1","kind":"gun","time":"2024-05-20","of":"aland","in":"strip"}""");

        Assert.Contains("since 2024-05-20 or 2024-08-01", command.Findings("table").Output.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("since 2024-05-20 or 2024-08-01", command.Findings("html").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_step_that_is_asked_otherwise_has_a_name_of_its_own_and_its_sentence()
    {
        using var command = Small.Command(
            Small.Agreement(
                """
                clause notice at "4" {
                  text "Notice is given; failing that, again."
                  when exercise x by A
                  A must give notification of x to borland no later than start of x
                  otherwise A must give notification of x to borland within 3 days
                  otherwise A must give notification of x to borland within 7 days
                }
                """),
            Exercise,
            """{"id":"r2","source":"mission","recorded":"2024-06-01","event":"x2","kind":"exercise","time":"2024-06-01","by":"borland","in":"strip"}""");

        var second = command.Page("notice/otherwise", bearer: "aland").Unwrapped();
        var third = command.Page("notice/otherwise/otherwise", bearer: "aland").Unwrapped();

        Assert.StartsWith("4 notice, failing that, owed by aland to borland, about x1: not consistent", second, StringComparison.Ordinal);
        Assert.StartsWith("4 notice, failing the second step, owed by aland to borland, about x1: not consistent", third, StringComparison.Ordinal);
        Assert.Contains("“Notice is given; failing that, again.” as encoded: when exercise x by A A must give notification", third, StringComparison.Ordinal);
        Assert.Contains("What is reported of aland was not consistent with notice, failing that.", third, StringComparison.Ordinal);
        Assert.DoesNotContain("/otherwise", third, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_in_the_tree_are_those_of_the_page()
    {
        using var command = Small.Command(
            Small.Agreement("clause calm { each party must not open fire in strip }").Replace("time zone \"UTC\"", "time zone \"Europe/Oslo\"", StringComparison.Ordinal),
            """{"id":"f1","source":"mission","recorded":"2024-08-01","event":"f1","kind":"fire","time":"2024-07-12T02:10:00Z","by":"aland","in":"strip"}""");

        var page = command.Page("calm", bearer: "aland");

        Assert.Contains("T fact: fire | f1 | 2024-07-12 04:10 [f1]", page, StringComparison.Ordinal);
        Assert.DoesNotContain("02:10", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rough_figure_is_told_by_its_range_and_not_by_the_hour_at_which_it_began()
    {
        using var command = Small.Command(
            Small.Agreement("clause guns { each party P must keep number of guns of P at most 10 }"), Guns("g1", "2024-03-10", """{"about":10}"""), Guns("g2", "2024-06-10", "1").Replace("\"event\":\"g\"", "\"event\":\"other\"", StringComparison.Ordinal).Replace("aland", "borland", StringComparison.Ordinal));

        var page = command.Page("guns", bearer: "aland");

        Assert.Contains("not known whether it holds: 9 to 11 compared with 10", page, StringComparison.Ordinal);
        Assert.DoesNotContain("time of g", page, StringComparison.Ordinal);
        Assert.Contains("  2024-03-10  in doubt: consistent or not consistent\n", page, StringComparison.Ordinal);
        Assert.Contains("  consistent with guns if “number of guns of P at most 10” holds, else not consistent\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("in any case", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ceiling_that_was_in_doubt_for_a_time_is_explained_by_that_time()
    {
        using var command = Small.Command(
            Small.Agreement("clause guns { each party P must keep number of guns of P at most 10 }"), Guns("g1", "2024-03-10", """{"about":10}"""), Guns("g2", "2024-06-10", "1"));

        var page = command.Page("guns", bearer: "aland");

        Assert.Contains("consistent or not consistent for a time", page, StringComparison.Ordinal);
        Assert.Contains("that hangs on what follows.\n    “number of guns of P at most 10”: not known whether it holds: 9 to 11 compared with 10", page, StringComparison.Ordinal);
        Assert.DoesNotContain("time of g", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_nobody_reported_is_told_with_what_follows_from_it()
    {
        using var command = Small.Command(
            Small.Agreement("clause calm { each party must not hold exercise x in strip where troops of x at least 5_000 }"), Exercise.Replace(",\"fields\":{\"troops\":9000}", string.Empty, StringComparison.Ordinal));

        Assert.Contains(
            "  not consistent with calm if “troops of x at least 5_000” holds, else not in play\n", command.Page("calm", bearer: "aland"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubtful_hour_is_told_with_what_follows_from_it_and_not_turned_round_in_what_follows_otherwise()
    {
        using var command = Small.Command(
            Small.Agreement(
                """
                clause notice {
                  when exercise x by A
                  A must give notification of x to borland within 48 hours after x
                  otherwise A must open fire within 3 days
                }
                """),
            Exercise,
            """{"id":"r2","source":"mission","recorded":"2024-06-01","event":"n1","kind":"notification","time":"2024-05-12","by":"aland","to":"borland","of":"x1"}""");

        var page = command.Page("notice", bearer: "aland");
        var otherwise = command.Page("notice/otherwise", bearer: "aland");

        Assert.Contains("  consistent with notice if notification “n1” came in time, else late, then done\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("in any case", page + otherwise, StringComparison.Ordinal);
        Assert.DoesNotContain("  If ", otherwise[otherwise.IndexOf("What decides", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Who_denies_is_told_where_it_is_told_who_reports()
    {
        using var command = Small.Command(
            Small.Agreement("clause calm { each party must not hold exercise in strip }"),
            Exercise,
            """{"id":"d1","source":"staff","recorded":"2024-06-01","event":"x1","kind":"exercise","claim":"attribution","polarity":"denies","by":"aland"}""",
            """{"id":"d2","source":"courier","recorded":"2024-06-01","event":"x1","kind":"exercise","polarity":"denies"}""");

        var page = command.Page("calm", bearer: "no,no,,x1").Unwrapped();

        Assert.Contains("exercise “x1”, 2024-05-10, reported by mission, denied by courier, its author denied by staff: it may count.", page, StringComparison.Ordinal);
        Assert.Contains("U fact: exercise | x1 | 2024-05-10 | denied by courier | author denied by staff [r1]", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_that_is_asked_for_is_shown_with_what_it_asks_otherwise_and_its_exceptions()
    {
        using var command = Small.Command(
            Small.Agreement(
                """
                clause notice {
                  when exercise x by A
                  A must give notification of x to borland no later than start of x
                  otherwise borland must open fire within 3 days
                }
                exception drill to notice {
                  if troops of x at least 9_000
                  A must give notification of x to borland within 5 days
                }
                """),
            Exercise, Exercise.Replace("x1", "x2", StringComparison.Ordinal).Replace("r1", "r2", StringComparison.Ordinal).Replace("9000", "100", StringComparison.Ordinal));

        var ran = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--clause", "notice", "--until", "2024-08-01", "--format", "csv");

        Assert.Contains(",notice/otherwise,", ran.Output, StringComparison.Ordinal);
        Assert.Contains(",drill,", ran.Output, StringComparison.Ordinal);
        var own = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--clause", "drill", "--until", "2024-08-01", "--format", "csv");
        Assert.DoesNotContain(",notice,", own.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rival_times_are_told_in_the_time_of_the_agreement()
    {
        var report = """{"id":"r1","source":"mission","recorded":"2024-08-01","event":"x1","kind":"exercise","time":"2024-07-12T02:10:00Z","by":"aland","in":"strip"}""";
        using var command = Small.Command(
            Small.Agreement("clause calm { each party must not hold exercise in strip until 2024-07-11 }").Replace("time zone \"UTC\"", "time zone \"Europe/Oslo\"", StringComparison.Ordinal),
            report, report.Replace("r1", "r2", StringComparison.Ordinal).Replace("mission", "courier", StringComparison.Ordinal).Replace("07-12T02", "07-11T02", StringComparison.Ordinal));

        var page = command.Page("calm", bearer: "no,no,,x1").Unwrapped();

        Assert.Contains("time of x1: 2024-07-11 04:10 (courier) or 2024-07-12 04:10 (mission)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("T02:10:00Z", page, StringComparison.Ordinal);
    }

    private static string Guns(string id, string time, string count) =>
        $$$"""{"id":"{{{id}}}","source":"mission","recorded":"2024-07-01","event":"g","kind":"gun","time":"{{{time}}}","of":"aland","fields":{"count":{{{count}}}}}""";

    private static string Judgement(string id, string source, bool holds) =>
        $$"""{"type":"judgement","id":"{{id}}","source":"{{source}}","matter":"the present tension","holds":{{(holds ? "true" : "false")}},"time":"2024-02-01"}""";

    [Theory]
    [InlineData("political", "survives withdrawal for 1 year", "withdrawn by aland as from 2024-03-01", "aland had withdrawn, and the clause “survives withdrawal for 1 year”.")]
    [InlineData("proposal", "survives withdrawal", "withdrawn by aland as from 2024-03-01", "aland would have withdrawn, and the clause “survives withdrawal”.")]
    [InlineData("political", "survives", "expires 2024-03-31", "The agreement had expired, and the clause “survives”.")]
    public void Why_a_clause_still_binds_is_told(string status, string survives, string head, string told)
    {
        var agreement = Small.Agreement($"clause calm {{ each party must not hold exercise in strip\n {survives} }}", status)
            .Replace("use words", "use words\n" + head, StringComparison.Ordinal);
        using var command = Small.Command(agreement, Exercise);

        var page = command.Page("calm", bearer: "aland").Unwrapped();

        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Matches("T (would survive|survives) (withdrawal|expiry): survives", page);
    }
}
