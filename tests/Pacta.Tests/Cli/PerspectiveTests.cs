namespace Pacta.Tests.Cli;

/// <summary>Whose evidence counts, and by which standard of proof: what is left out is listed with the reason, and the rest decides.</summary>
public sealed class PerspectiveTests
{
    private const string Agreement =
        """
        actor aland, borland
        source mission is monitor
        source staff   is party of aland
        source office  is party of aland
        source guard   is party of borland
        source courier is media
        source herald  is media
        standard two_origins { needs 2 origins }
        standard or_admitted {
          needs 2 origins
          admission suffices
        }
        standard graded {
          reliability c or better
          credibility 3 or better
        }
        standard monitors_deny { denial counts by monitor }
        perspective any_two   { standard two_origins }
        perspective admitted  { standard or_admitted }
        perspective monitors  { accepts monitor }
        perspective desk      { standard graded }
        perspective stern     { standard monitors_deny }
        vocabulary words {
          unit person
          event hold exercise (exercises) is activity by actor in place with troops person
          event open fire by actor in place
        }
        agreement "Small accord (invented)" as small_accord {
          status political
          enters into force 2024-01-01
          time zone "UTC"
          parties aland, borland
          use words
          zone strip
          clause quiet at "1" { each party must not open fire in strip }
          clause small at "2" { each party must not hold exercise x where troops of x more than 5_000 }
        }
        """;

    private static string Fire(string id, string source, string @event, string more = "") =>
        $$"""{"id":"{{id}}","source":"{{source}}","recorded":"2024-06-02","event":"{{@event}}","kind":"fire","time":"2024-06-01","by":"borland","in":"strip"{{more}}}""";

    private static string Denial(string id, string source, string @event) =>
        $$"""{"id":"{{id}}","source":"{{source}}","recorded":"2024-06-03","event":"{{@event}}","kind":"fire","polarity":"denies"}""";

    private static string Exercise(string id, string source, int troops, string more = "") =>
        $$"""{"id":"{{id}}","source":"{{source}}","recorded":"2024-06-02","event":"x1","kind":"exercise","time":"2024-06-01","by":"aland","fields":{"troops":{{troops}}}{{more}}}""";

    private static string Grade(string id, string assessor, string target, string code, string recorded = "2024-06-05") =>
        $$"""{"type":"grade","id":"{{id}}","assessor":"{{assessor}}","target":"{{target}}","code":"{{code}}","why":"seen","recorded":"{{recorded}}"}""";

    private static string Check(string? perspective, params string[] reports)
    {
        using var command = new Command { Width = 300 };
        command.Write("a.pacta", Agreement).Write("r.jsonl", string.Join('\n', reports));
        string[] under = perspective is null ? [] : ["--perspective", perspective];
        var ran = command.Run(["check", "@a.pacta", "--reports", "@r.jsonl", "--until", "2024-07-01", .. under]);
        Assert.DoesNotContain("error", ran.Errors, StringComparison.Ordinal);
        return ran.Output.Unwrapped();
    }

    [Fact]
    public void One_origin_is_not_two_however_often_it_is_repeated()
    {
        var found = Check("any_two", Fire("r1", "staff", "f1"), Fire("r2", "office", "f1"), Fire("r3", "courier", "f1", ",\"origin\":\"staff\""), Fire("r4", "herald", "f1", ",\"derived_from\":[\"r3\"]"));

        Assert.Contains("f1 (as staff, office, courier, herald reported): 1 of the 2 origins that are asked for", found, StringComparison.Ordinal);
        Assert.Contains("4 nothing reported to the contrary", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_origins_of_their_own_are_enough() =>
        Assert.Contains("borland f1 not consistent on 2024-06-01 certain", Check("any_two", Fire("r1", "staff", "f1"), Fire("r2", "mission", "f1")), StringComparison.Ordinal);

    [Fact]
    public void Who_only_rests_on_each_other_is_no_origin()
    {
        var found = Check("any_two", Fire("r1", "courier", "f1", ",\"derived_from\":[\"r2\"]"), Fire("r2", "herald", "f1", ",\"derived_from\":[\"r1\"]"), Fire("r3", "mission", "f1"));

        Assert.Contains("1 of the 2 origins that are asked for", found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_is_told_of_under_every_perspective()
    {
        using var command = new Command();
        command.Write("a.pacta", Agreement).Write("r.jsonl", Fire("r1", "courier", "f1", ",\"derived_from\":[\"r2\"]") + "\n" + Fire("r2", "herald", "f1", ",\"derived_from\":[\"r1\"]"));

        Assert.Contains("PACTA0556", command.Run("check", "@a.pacta", "--reports", "@r.jsonl").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_party_says_of_itself_suffices_where_the_standard_says_so()
    {
        Assert.Contains("4 nothing reported to the contrary", Check("any_two", Fire("r1", "guard", "f1")), StringComparison.Ordinal);
        Assert.Contains("borland f1 not consistent on 2024-06-01 certain", Check("admitted", Fire("r1", "guard", "f1")), StringComparison.Ordinal);
        Assert.Contains("4 nothing reported to the contrary", Check("admitted", Fire("r1", "staff", "f1")), StringComparison.Ordinal);
        Assert.Contains("borland f1 not consistent on 2024-06-01 certain", Check("admitted", Fire("r1", "courier", "f1", ",\"basis\":\"admission\"")), StringComparison.Ordinal);
    }

    [Fact]
    public void That_it_happened_counts_where_by_whom_does_not()
    {
        var found = Check("any_two", Fire("r1", "staff", "f1"), Fire("r2", "mission", "f1").Replace("\"by\":\"borland\",", string.Empty, StringComparison.Ordinal));

        Assert.Contains("not attributed: no report says by whom (bound: aland, borland) f1 not consistent or not in play on 2024-06-01 undetermined", found, StringComparison.Ordinal);
        Assert.Contains("hangs on by whom f1 was: not reported", found, StringComparison.Ordinal);
        Assert.Contains("f1 (as staff reported): by borland: 1 of the 2 origins that are asked for", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Rival_figures_stay_rivals_whoever_gives_them()
    {
        var found = Check("any_two", Exercise("r1", "mission", 12_800), Exercise("r2", "courier", 12_800), Exercise("r3", "herald", 4_000));

        Assert.Contains("aland x1 not consistent or not in play on 2024-06-01 contested", found, StringComparison.Ordinal);
        Assert.Contains("12,800 person (courier, mission) or 4,000 person (herald)", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("B2", "not consistent on 2024-06-01 certain")]
    [InlineData("C3", "not consistent on 2024-06-01 certain")]
    [InlineData("D3", "graded D, and C or better is asked for")]
    [InlineData("C4", "graded 4, and 3 or better is asked for")]
    [InlineData("F3", "counted without the grade that is asked for, since nobody graded them or could: r1")]
    [InlineData("A6", "counted without the grade that is asked for, since nobody graded them or could: r1")]
    public void A_grade_counts_where_the_standard_asks_for_one(string code, string expected)
    {
        Assert.Contains(expected, Check("desk", Fire("r1", "mission", "f1"), Grade("g1", "officer", "r1", code)), StringComparison.Ordinal);
        Assert.Contains("borland f1 not consistent on 2024-06-01 certain", Check("monitors", Fire("r1", "mission", "f1"), Grade("g1", "officer", "r1", code)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_graded_is_not_graded_lower_and_is_told()
    {
        var found = Check("desk", Fire("r1", "mission", "f1"));

        Assert.Contains("borland f1 not consistent on 2024-06-01 certain", found, StringComparison.Ordinal);
        Assert.Contains("nobody graded them or could: r1", found, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_grade_of_an_assessor_counts_and_of_several_assessors_the_lowest()
    {
        Assert.Contains("certain", Check("desk", Fire("r1", "mission", "f1"), Grade("g1", "officer", "r1", "E5", "2024-06-05"), Grade("g2", "officer", "r1", "B2", "2024-06-06")), StringComparison.Ordinal);
        Assert.Contains("graded E", Check("desk", Fire("r1", "mission", "f1"), Grade("g1", "officer", "r1", "E2", "2024-06-05"), Grade("g2", "other", "r1", "B2", "2024-06-06")), StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_that_a_perspective_does_not_accept_are_left_out_and_told()
    {
        var found = Check("monitors", Fire("r1", "mission", "f1"), Denial("r2", "guard", "f1"), Fire("r3", "courier", "f2"), Fire("r4", "blogger", "f3"));

        Assert.Contains("borland f1 not consistent on 2024-06-01 certain", found, StringComparison.Ordinal);
        Assert.Contains("f1 (as guard reported): sources of the kind party are not accepted", found, StringComparison.Ordinal);
        Assert.Contains("f2 (as courier reported): sources of the kind media are not accepted", found, StringComparison.Ordinal);
        Assert.Contains("f3 (as blogger reported): the source is not declared", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Denials_count_of_those_whom_the_standard_names()
    {
        Assert.Contains("borland f1 not consistent on 2024-06-01 certain", Check("stern", Fire("r1", "courier", "f1"), Denial("r2", "guard", "f1")), StringComparison.Ordinal);
        Assert.Contains("denials by party do not count", Check("stern", Fire("r1", "courier", "f1"), Denial("r2", "guard", "f1")), StringComparison.Ordinal);
        Assert.Contains("contested", Check("stern", Fire("r1", "courier", "f1"), Denial("r2", "mission", "f1")), StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_is_of_those_whose_word_counts()
    {
        using var command = Command.WithDemo();
        command.Write("monitors.pacta", "perspective monitors { accepts monitor }\n");

        var found = command.Run("check", "@" + Command.Agreement, "@monitors.pacta", "--reports", "@" + Command.Reports, "--perspective", "monitors").Output.Unwrapped();

        Assert.Contains("rests on silence: nobody whose word counts here reports that it was done", found, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody reports that it was done", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_perspective_each_declared_one_has_a_column_where_they_differ()
    {
        var found = Check(null, Fire("r1", "mission", "f1"), Denial("r2", "guard", "f1"));

        Assert.Contains("every source admitted any_two desk monitors stern id", found, StringComparison.Ordinal);
        Assert.Contains("1 quiet: borland, f1 contested – – contested not consistent not consistent", found, StringComparison.Ordinal);
        Assert.Contains("under stern, does not count: f1 (as guard reported): denials by party do not count", found, StringComparison.Ordinal);
    }

    [Fact]
    public void What_all_agree_on_has_no_columns()
    {
        var reports = new[] { Fire("r1", "mission", "f1"), Fire("r2", "guard", "f1"), Grade("g1", "officer", "r1", "A1"), Grade("g2", "officer", "r2", "A1") };

        Assert.Contains("under each perspective declared (admitted, any_two, desk, monitors, stern) the same", Check(null, reports), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_and_page_have_the_columns_too_and_fit_the_schema()
    {
        using var command = new Command();
        command.Write("a.pacta", Agreement).Write("r.jsonl", Fire("r1", "mission", "f1") + "\n" + Denial("r2", "guard", "f1"));
        string[] words = ["check", "@a.pacta", "--reports", "@r.jsonl", "--until", "2024-07-01", "--format"];

        var json = command.Run([.. words, "json"]).Output;

        Assert.True(command.FitsSchema(json));
        Assert.Contains("\"why\": \"denial_does_not_count\"", json, StringComparison.Ordinal);
        Assert.Contains("<table class=\"perspectives\"", command.Run([.. words, "html"]).Output, StringComparison.Ordinal);
    }

    /// <summary>Law 2: an exact copy from the same origin changes nothing, under any standard.</summary>
    [Theory]
    [InlineData("any_two")]
    [InlineData("admitted")]
    [InlineData("desk")]
    [InlineData("stern")]
    public void A_copy_from_the_same_origin_changes_no_finding(string perspective)
    {
        string[] reports = [Fire("r1", "mission", "f1"), Fire("r2", "courier", "f2"), Exercise("r3", "guard", 9_000), Exercise("r4", "mission", 9_000)];
        string[] copies = [.. reports, Fire("r5", "mission", "f1"), Fire("r6", "herald", "f2", ",\"origin\":\"courier\""), Exercise("r7", "courier", 9_000, ",\"derived_from\":[\"r3\"]")];

        Assert.Equal(Rows(Check(perspective, reports)), Rows(Check(perspective, copies)));

        static string Rows(string table) => table[..table.IndexOf(" history taken", StringComparison.Ordinal)];
    }

    [Fact]
    public void A_scenario_may_be_told_from_a_perspective()
    {
        using var command = new Command();
        command.Write("a.pacta", Agreement +
            """

            scenario "one origin, and two" of small_accord {
              perspective any_two
              2024-06-01 fire f1 by aland in strip reported 2024-06-02 by mission
              2024-06-01 fire f2 by aland in strip reported 2024-06-02 by mission
              2024-06-01 fire f2 by aland in strip reported 2024-06-02 by courier
              expect breached quiet of f2 by aland on 2024-06-03
              expect dormant quiet of f1 by aland on 2024-06-03
            }
            """);

        var ran = command.Run("test", "@a.pacta");

        Assert.Equal((0, string.Empty), (ran.ExitCode, ran.Errors));
    }

    [Fact]
    public void What_is_cited_is_told_with_its_grade_or_that_of_its_source()
    {
        using var command = Small.Command(
            Small.Agreement("clause quiet at \"4\" { each party must not open fire in strip }"),
            """{"id":"r1","source":"mission","recorded":"2024-05-10","event":"f1","kind":"fire","time":"2024-05-09","by":"aland","in":"strip"}""",
            """{"id":"r2","source":"courier","recorded":"2024-05-10","event":"f1","kind":"fire","polarity":"denies"}""",
            """{"type":"grade","id":"g1","assessor":"desk","target":"r1","code":"D5","why":"first impression","recorded":"2024-05-10"}""",
            """{"type":"grade","id":"g2","assessor":"desk","target":"r1","code":"B2","why":"seen by two patrols","recorded":"2024-05-11"}""",
            """{"type":"grade","id":"g3","assessor":"desk","target":"courier","code":"C6","why":"mixed record","recorded":"2024-05-11"}""");
        var page = command.Page("quiet", bearer: "aland,no,no,,f1").Unwrapped();

        Assert.Contains("r1 mission; graded B2 by desk: “seen by two patrols”", page, StringComparison.Ordinal);
        Assert.Contains("r2 courier; source graded C by desk: “mixed record”", page, StringComparison.Ordinal);
        Assert.DoesNotContain("first impression", page, StringComparison.Ordinal);
    }
}
