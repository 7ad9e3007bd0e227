namespace Pacta.Tests.Cli;

/// <summary>Faults that somebody found who tried to break counts, coverage and late reports: each by the smallest history that showed it.</summary>
public sealed class EvidenceFaultTests
{
    private const string Fires = "event open fire (fires) by actor in place";

    private static string Table(string clauses, params string[] reports) => Under(clauses, [], reports);

    private static string Under(string clauses, string[] options, params string[] reports)
    {
        using var command = Small.Command(
            Small.Agreement(clauses).Replace("event open fire by actor in place", Fires, StringComparison.Ordinal) + "\nperspective own { accepts party }", reports);
        var ran = command.Run(["check", "@small.pacta", "--reports", "@small.jsonl", "--until", "2024-12-31", "--all", .. options]);
        Assert.True(ran.ExitCode is 0 or 1, ran.Errors);
        return ran.Output.Unwrapped();
    }

    private static string Fire(string id, string by, string time, string rest = "") =>
        $$"""{"id":"r_{{id}}","source":"mission","recorded":"2024-12-01","event":"{{id}}","kind":"fire","time":"{{time}}","in":"strip"{{(by.Length == 0 ? string.Empty : $",\"by\":\"{by}\"")}}{{rest}}}""";

    private static string Count(string id, string number, string period, string rest = "", string recorded = "2024-12-01") =>
        $$"""{"type":"count","id":"{{id}}","source":"mission","kind":"fire","number":{{number}},"in":"strip","period":{{period}},"recorded":"{{recorded}}"{{rest}}}""";

    [Fact]
    public void A_condition_that_something_happened_sees_a_count_of_it() =>
        Assert.Contains(
            "aland f1 excused",
            Table(
                "clause quiet at \"4\" { each party must not open fire in strip unless there was exercise by cedria }",
                Fire("f1", "aland", "2024-09-20"),
                """{"type":"count","id":"n1","source":"mission","kind":"exercise","number":3,"by":"cedria","period":"2024-08","recorded":"2024-12-01"}"""),
            StringComparison.Ordinal);

    [Fact]
    public void A_month_by_its_name_and_by_its_days_is_the_same_period()
    {
        const string Clause = "clause few at \"5\" { each party P must keep number of fires by P per calendar year at most 5 }";
        const string Days = "{\"from\":\"2024-09-01\",\"to\":\"2024-09-30\"}";

        Assert.Contains("aland 2024 not consistent", Table(Clause, Count("n1", "9", "\"2024-09\"", ",\"by\":\"aland\""), Count("n2", "9", Days, ",\"by\":\"aland\"")), StringComparison.Ordinal);
        Assert.Contains(
            "aland 2024 consistent since",
            Table(Clause, Count("n1", "9", "\"2024-09\"", ",\"by\":\"aland\""), Count("n2", "0", Days, ",\"by\":\"aland\"", "2024-12-02")), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_within_counts_within_counts_are_in_the_longest()
    {
        const string Clause = "clause few at \"5\" { each party P must keep number of fires by P per calendar year at most 5 }";
        var by = ",\"by\":\"aland\"";

        Assert.Contains(
            "aland 2024 consistent since",
            Table(Clause, Count("n1", "5", "\"2024-09\"", by), Count("n2", "5", "{\"from\":\"2024-09-01\",\"to\":\"2024-09-15\"}", by), Count("n3", "4", "{\"from\":\"2024-09-01\",\"to\":\"2024-09-07\"}", by)),
            StringComparison.Ordinal);
        Assert.Contains(
            "aland 2024 not consistent",
            Table(
                Clause, Count("n1", "4", "{\"from\":\"2024-09-01\",\"to\":\"2024-09-15\"}", by), Count("n2", "4", "{\"from\":\"2024-09-16\",\"to\":\"2024-09-30\"}", by),
                Count("n3", "5", "\"2024-09\"", by).Replace("mission", "courier", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_attributes_is_not_the_parties()
    {
        var table = Table("clause few at \"5\" { parties together must keep number of fires by parties per calendar year at most 5 }", Count("n1", "9", "\"2024-09\""));

        Assert.Contains("consistent or not consistent", table, StringComparison.Ordinal);
        Assert.Contains("by whom fire counted in strip, 2024-09 was: not reported", table, StringComparison.Ordinal);
    }

    [Fact]
    public void An_act_that_a_count_includes_is_found_once()
    {
        var table = Table("clause quiet at \"4\" { each party must not open fire in strip }", Fire("f1", "aland", "2024-09-05"), Count("n1", "1", "\"2024-09\"", ",\"includes\":[\"f1\"]"));

        Assert.Contains("aland f1 not consistent", table, StringComparison.Ordinal);
        Assert.DoesNotContain("not attributed", table, StringComparison.Ordinal);
        Assert.Contains("not attributed", Table("clause quiet at \"4\" { each party must not open fire in strip }", Fire("f1", "aland", "2024-09-05"), Count("n1", "2", "\"2024-09\"", ",\"includes\":[\"f1\"]")), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_takes_back_the_count_of_another_contests_it() =>
        Assert.Contains(
            "asserted by mission, denied by staff",
            Table(
                "clause quiet at \"4\" { each party must not open fire in strip }", Count("n1", "3", "\"2024-09\"", ",\"by\":\"aland\""),
                """{"id":"r9","source":"staff","recorded":"2024-12-05","retracts":["n1"]}"""),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("clause quiet_months at \"5\" { each party P must keep number of fires by P in strip per calendar month is 0 }")]
    [InlineData("clause quiet_months at \"5\" { each party P must keep number of fires by P in strip per calendar month at most 3 }")]
    public void A_period_that_nobody_could_see_has_no_coverage_whatever_the_form_of_the_bound(string clause) =>
        Assert.Contains(
            "aland 2024-10 no coverage",
            Table(clause, Fire("f0", "cedria", "2024-01-05"), """{"type":"coverage","id":"v1","source":"mission","place":"strip","period":{"from":"2024-01-01","to":"2024-09-30"},"means":"patrols","recorded":"2024-12-01"}"""),
            StringComparison.Ordinal);

    [Fact]
    public void One_shot_of_which_nobody_knows_the_author_hides_no_blindness()
    {
        var table = Table(
            "zone yard\n clause quiet at \"4\" { each party must not open fire in strip }", Fire("f1", "", "2024-09-05", ",\"by\":{\"one_of\":[\"aland\",\"borland\"]}"),
            """{"type":"coverage","id":"v1","source":"mission","place":"yard","period":"2024-09","means":"patrols","recorded":"2024-12-01"}""");

        Assert.Contains("aland no coverage", table, StringComparison.Ordinal);
        Assert.Contains("borland no coverage", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_perspective_that_does_not_accept_who_saw_does_not_make_blindness_compliance() =>
        Assert.Contains(
            "borland no coverage",
            Under(
                "clause quiet at \"4\" { each party must not open fire in strip }", ["--perspective", "own"], Fire("f1", "aland", "2024-09-05").Replace("mission", "staff", StringComparison.Ordinal),
                """{"type":"coverage","id":"v1","source":"mission","place":"strip","period":{"from":"2024-01-01","to":"2024-12-31"},"means":"patrols","recorded":"2024-12-31"}"""),
            StringComparison.Ordinal);

    [Fact]
    public void A_late_reissue_replaces_no_report_that_was_admitted_and_what_lasted_counts_to_its_end()
    {
        const string Clause = "clause quiet at \"4\" { each party must not open fire in strip\n admits reports within 30 days }";
        var inTime = Fire("f1", "aland", "2024-09-05").Replace("2024-12-01", "2024-09-10", StringComparison.Ordinal);
        var again = Fire("f1", "aland", "2024-09-05", ",\"supersedes\":\"r_f1\"").Replace("\"r_f1\",\"source\"", "\"r_late\",\"source\"", StringComparison.Ordinal);

        Assert.Contains("aland f1 not consistent", Table(Clause, inTime, again), StringComparison.Ordinal);
        Assert.Contains(
            "aland f2 not consistent",
            Table(Clause, Fire("f2", "aland", "2024-09-05", ",\"end\":\"2024-11-20\"")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_keeps_a_state_going_is_named_and_not_what_began_it()
    {
        using var command = Small.Command(
            Small.Agreement("clause guns_out at \"3\" { each party must not have gun in strip }"),
            """{"id":"r1","source":"mission","recorded":"2024-05-05","event":"gun_7","kind":"gun","time":"2024-05-04","of":"aland","in":"strip"}""",
            """{"id":"r2","source":"mission","recorded":"2024-05-06","event":"gun_7","kind":"gun","time":"2024-05-05","of":"aland","outside":"strip"}""",
            """{"id":"r3","source":"courier","recorded":"2024-05-05","event":"gun_9","kind":"gun","time":"2024-05-04","of":"aland","in":"strip"}""");
        var page = command.Page("guns_out", bearer: "aland").Unwrapped();

        Assert.Contains("gun “gun_9”", page, StringComparison.Ordinal);
        Assert.Contains("r3 courier", page, StringComparison.Ordinal);
    }
}
