using System.Globalization;

namespace Pacta.Tests.Cli;

/// <summary>What a report about a day or a week says, section by section, and why.</summary>
public sealed class ReportTests
{
    private const string LateShots =
        """{"id":"n-01","source":"mission","recorded":"2024-07-14T09:00:00+02:00","event":"shots_11","kind":"fire","time":"2024-07-11T22:00:00+02:00","by":"aland","in":"buffer_zone"}""";

    private const int Wide = 300;

    private const string TakenBack = """{"id":"n-02","source":"mission","recorded":"2024-07-14T10:00:00+02:00","retracts":["m-06"]}""";

    [Fact]
    public void A_day_tells_what_was_reported_who_says_so_and_who_denies_it()
    {
        var report = Report("2024-07-12");

        Assert.Contains("2024-07-12 04:10 fire shots_12 by borland in buffer_zone mission (m-06) borland_mod (m-07)", Section(report, "Observed"), StringComparison.Ordinal);
        var assessed = Section(report, "Assessed");
        Assert.Contains("4 quiet borland shots_12 not consistent or not in play on 2024-07-12 04:10 contested, provisional new e00dbf", assessed, StringComparison.Ordinal);
        Assert.Contains("hangs on fire shots_12: asserted by mission, denied by borland_mod", assessed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_without_reports_is_no_compliance()
    {
        var report = Report("2024-07-13");

        Assert.Contains("Nothing was reported of this day. Nobody stated what could be seen. That nothing was reported does not say that nothing happened.", report.Unwrapped(), StringComparison.Ordinal);
        Assert.Equal("Nothing was reported of this day.", Section(report, "Observed"));
        Assert.Equal("Nobody stated what could be seen on this day.", Section(report, "What could be seen"));
        Assert.Contains("buffer_zone 1 2024-07-13", Section(report, "What nobody could see"), StringComparison.Ordinal);
        Assert.Contains("No finding concerns this day.", Section(report, "Nothing to tell"), StringComparison.Ordinal);
        Assert.DoesNotContain("consistent", report, StringComparison.Ordinal);
        Assert.Contains("Silent on this day: aland_staff, borland_mod, mission. Declared, and nothing on record from them so far: the_courier.", Section(report, "Sources"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"from\":\"2024-07-08\",\"to\":\"2024-07-14\"}", "Each place that is named was seen by somebody throughout this day.", "What could be seen, by whom and how, is listed.")]
    [InlineData("{\"from\":\"2024-07-13T10:00\",\"to\":\"2024-07-13T22:00\"}", "buffer_zone 0 in part: 2024-07-13", "Not everything could be seen;")]
    [InlineData("\"2024-07-12\"", "buffer_zone 1 2024-07-13", "Nobody stated what could be seen.")]
    public void What_silence_means_hangs_on_what_somebody_could_see(string period, string gaps, string meaning)
    {
        var report = Report("2024-07-13", $$"""{"type":"coverage","id":"v1","source":"mission","place":"buffer_zone","period":{{period}},"means":"patrols by day","recorded":"2024-07-12"}""");

        Assert.Contains(gaps, Section(report, "What nobody could see"), StringComparison.Ordinal);
        Assert.Contains("Nothing was reported of this day. " + meaning, report.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void Stretches_that_together_cover_a_day_leave_no_gap()
    {
        var report = Report(
            "2024-07-13",
            """{"type":"coverage","id":"v1","source":"mission","place":"buffer_zone","period":{"from":"2024-07-13T00:00","to":"2024-07-13T12:00"},"means":"patrols","recorded":"2024-07-13"}""",
            """{"type":"coverage","id":"v2","source":"the_courier","place":"buffer_zone","period":{"from":"2024-07-13T12:00","to":"2024-07-14"},"means":"a correspondent","recorded":"2024-07-13"}""");

        Assert.Equal("Each place that is named was seen by somebody throughout this day.", Section(report, "What nobody could see"));
    }

    [Fact]
    public void Who_sees_a_zone_sees_the_places_that_it_is_made_of()
    {
        const string Zones = "zone north\n  zone south\n  zone both { north, south }\n  clause quiet at \"1\" { each party must not open fire in strip }";
        using var command = Small.Command(
            Small.Agreement(Zones), """{"type":"coverage","id":"v1","source":"mission","place":"both","period":"2024-05-01","means":"drone","recorded":"2024-05-01"}""");

        var unseen = Section(command.Run("report", "@small.pacta", "--reports", "@small.jsonl", "--from", "2024-05-01").Output, "What nobody could see");

        Assert.Contains("strip 1 2024-05-01", unseen, StringComparison.Ordinal);
        Assert.DoesNotContain("north", unseen, StringComparison.Ordinal);
        Assert.DoesNotContain("both", unseen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_report_revises_what_was_told_and_is_named_as_the_cause()
    {
        var report = Report("2024-07-14", LateShots);

        var revised = Section(report, "Revised since the last report");
        Assert.Contains("Of the time through 2024-07-13 24:00 this was told otherwise:", revised, StringComparison.Ordinal);
        Assert.Contains("4 quiet aland shots_11 no finding not consistent, certain, on 2024-07-11 22:00", revised, StringComparison.Ordinal);
        Assert.Contains("late, 2024-07-14 09:00: n-01 of mission: fire shots_11, 2024-07-11 22:00", revised, StringComparison.Ordinal);
        Assert.Contains("2024-07-14 09:00 late mission n-01 of mission: fire shots_11, 2024-07-11 22:00 2024-07-11 22:00", Section(report, "Late, corrected or taken back"), StringComparison.Ordinal);
        Assert.DoesNotContain("10f069", revised, StringComparison.Ordinal); // that nothing was reported to the contrary of aland is told by the act
    }

    [Fact]
    public void A_retraction_revises_what_was_told_and_is_named_as_the_cause()
    {
        var revised = Section(Report("2024-07-14", TakenBack), "Revised since the last report");

        Assert.Contains("4 quiet borland shots_12 not consistent or not in play, contested, on 2024-07-12 04:10 no finding", revised.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("taken back, 2024-07-14 10:00: n-02 of mission, takes back m-06", revised, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_taken_back_within_the_period_is_told_although_nothing_rests_on_it()
    {
        var report = Report("2024-07-12", """{"id":"n-03","source":"mission","recorded":"2024-07-12T20:00:00+02:00","retracts":["m-06"]}""");

        Assert.Equal("Nothing was reported of this day.", Section(report, "Observed"));
        var late = Section(report, "Late, corrected or taken back");
        Assert.Contains("2024-07-12 20:00 taken back mission n-03 of mission, takes back m-06", late, StringComparison.Ordinal);
        Assert.Contains("2024-07-12 15:00 a denial borland_mod m-07 of borland_mod: denies fire shots_12", late, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_revises_what_was_told()
    {
        var report = Report(
            "2024-07-23",
            """{"id":"n-04","source":"the_courier","recorded":"2024-07-23T08:00:00+02:00","supersedes":"m-05","event":"wide_river","kind":"exercise","time":"2024-07-20","by":"aland","fields":{"troops":4500}}""");

        var revised = Section(report, "Revised since the last report");
        Assert.Contains("2 notice aland to borland wide_river not consistent or not in play, undetermined", revised, StringComparison.Ordinal);
        Assert.Contains("a correction, 2024-07-23 08:00: n-04 of the_courier, in place of m-05: exercise wide_river, 2024-07-20", revised, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_day_reported_never_changes_by_what_came_in_later()
    {
        Assert.Equal(BeforeRun(Report("2024-07-12")), BeforeRun(Report("2024-07-12", LateShots, TakenBack)));
        Assert.NotEqual(BeforeRun(Report("2024-07-14")), BeforeRun(Report("2024-07-14", LateShots, TakenBack)));
    }

    [Fact]
    public void What_passes_with_time_alone_is_no_revision()
    {
        var report = Report("2024-08-02");

        Assert.Contains("What was told of the time through 2024-08-01 24:00 is told today as it was then.", Section(report, "Nothing to tell"), StringComparison.Ordinal);
        Assert.Contains("due 2024-08-02 11:00 3 answers borland to aland question_7 not consistent", Section(report, "Due in this period"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_due_is_told_the_day_before_and_as_past_when_it_is_past_with_what_that_rests_on()
    {
        var before = Report("2024-08-01");
        var after = Report("2024-08-03");

        Assert.Contains("due 2024-08-02 11:00 3 answers borland to aland question_7 due", Section(before, "Due in the coming period"), StringComparison.Ordinal);
        Assert.DoesNotContain("question_7", Section(before, "Past due, not reported as done"), StringComparison.Ordinal);
        var overdue = Section(after, "Past due, not reported as done");
        Assert.Contains("due 2024-08-02 11:00 3 answers borland to aland question_7 not consistent", overdue, StringComparison.Ordinal);
        Assert.Contains("rests on silence: nobody reports that it was done", overdue, StringComparison.Ordinal);
    }

    /// <summary>A notice that came too late is not consistent and yet is no longer awaited.</summary>
    [Fact]
    public void What_was_done_too_late_is_not_listed_as_still_to_be_done() =>
        Assert.Contains("Nothing is past its due.", Section(Report("2024-07-02"), "Nothing to tell"), StringComparison.Ordinal);

    [Fact]
    public void A_statement_that_nothing_is_missing_settles_and_revises_nothing()
    {
        var report = Report(
            "2024-07-14",
            """{"type":"complete","id":"k-9","source":"mission","kinds":["fire"],"through":"2024-07-13","recorded":"2024-07-14T18:00:00+02:00"}""");

        Assert.Equal(
            "What was told of the time through 2024-07-13 24:00 is told today as it was then. 1 finding was provisional and is settled now: "
            + "a statement that nothing is missing covers it. Nothing else about it has changed.",
            Section(report, "Revised since the last report"));
        Assert.Contains("mission (Grey Line Observer Mission) 1 0 fire: 2024-07-13", Section(report, "Sources"), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_are_told_as_reported_and_never_made_into_events()
    {
        var report = Report(
            "2024-07-13",
            """{"type":"count","id":"c-1","source":"mission","kind":"fire","number":{"about":40},"in":"buffer_zone","period":"2024-07-13","except":"single shots","recorded":"2024-07-13"}""");

        Assert.Contains("2024-07-13 fire in buffer_zone about 40 (36 to 44) mission (c-1) except: single shots left: 0 to 44", Section(report, "Counts"), StringComparison.Ordinal);
        Assert.Equal("Nothing was reported of this day.", Section(report, "Observed"));
    }

    [Fact]
    public void A_body_that_decided_is_named_and_quoted_only_under_the_mandate_to_determine()
    {
        const string Decision = """{"type":"determination","id":"t1","body":"joint_commission","date":"2024-07-14","text":"The notice came too late.","clause":"2","by":"borland","events":["iron_gate"],"decision":"not_consistent"}""";

        Assert.Contains("2024-07-14 joint_commission (t1) 2: joint_commission decided on this on 2024-07-14", Section(Report("2024-07-14", Decision), "Decided by bodies"), StringComparison.Ordinal);
        Assert.DoesNotContain("came too late", Report("2024-07-14", Decision), StringComparison.Ordinal);
        using var command = With(Decision);
        Assert.Contains("“The notice came too late.”", command.Run(Words("2024-07-14", "--mandate", "determine")).Output.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_only_observes_compares_nothing_with_a_clause()
    {
        using var command = With(LateShots, TakenBack);
        foreach (var day in new[] { "2024-06-10", "2024-07-12", "2024-07-14", "2024-08-02" })
        {
            var report = command.Run(Words(day, "--mandate", "observe")).Output;

            Assert.DoesNotContain("consistent", report, StringComparison.Ordinal);
            Assert.DoesNotContain("\nAssessed\n", report, StringComparison.Ordinal);
        }

        Assert.Contains("such an act is reported", Section(command.Run(Words("2024-07-11", "--mandate", "observe", "--as-of", "2024-07-14")).Output, "Reported of what the text asks"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_week_goes_from_Monday_to_Sunday()
    {
        using var command = With(LateShots);

        var report = command.Run(Words("2024-07-10", "--period", "week")).Output;

        Assert.Contains("2024-07-08 to 2024-07-14 (week 28): Grey Line Memorandum (invented)", report, StringComparison.Ordinal);
        Assert.Contains("shots_11", Section(report, "Observed"), StringComparison.Ordinal);
        Assert.Contains("shots_12", Section(report, "Observed"), StringComparison.Ordinal);
        Assert.Contains("Nothing came in about earlier days", Section(report, "Nothing to tell"), StringComparison.Ordinal);
    }

    /// <summary>22:30 in Greenwich is half past midnight in Vienna, in summer.</summary>
    [Fact]
    public void A_day_is_one_of_the_time_zone_of_the_agreement()
    {
        const string Night = """{"id":"n-05","source":"mission","recorded":"2024-07-13T06:00:00Z","event":"shots_13","kind":"fire","time":"2024-07-12T22:30:00Z","by":"aland","in":"buffer_zone"}""";

        Assert.Contains("2024-07-13 00:30 fire shots_13", Section(Report("2024-07-13", Night), "Observed"), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_days_are_one_report_each_in_one_document()
    {
        using var command = With();

        var report = command.Run(Words("2024-07-11", "--to", "2024-07-13")).Output;

        Assert.Equal(
            ["2024-07-11 (Thursday)", "2024-07-12 (Friday)", "2024-07-13 (Saturday)"],
            report.Split('\n').Where(l => l.EndsWith(": Grey Line Memorandum (invented)", StringComparison.Ordinal) && char.IsDigit(l[0])).Select(l => l[..l.IndexOf(':', StringComparison.Ordinal)]));
        Assert.Equal(2, report.Split("How this report was made").Length);
    }

    [Fact]
    public void A_day_can_be_told_as_it_is_known_weeks_after()
    {
        using var command = With(LateShots);

        var report = command.Run(Words("2024-07-11", "--as-of", "2024-07-20")).Output;

        Assert.Contains("as known on 2024-07-20 24:00", report, StringComparison.Ordinal);
        Assert.Contains("mission (n-01)", Section(report, "Observed"), StringComparison.Ordinal);
        Assert.Equal("Nothing was reported of this day.", Section(command.Run(Words("2024-07-11")).Output, "Observed"));
    }

    [Fact]
    public void Many_alike_events_are_one_row_with_their_number_and_the_csv_has_each()
    {
        using var command = With([.. Enumerable.Range(0, 30).Select(i => Shots(i))]);

        var report = command.Run(Words("2024-07-20")).Output;
        var csv = command.Run(Words("2024-07-20", "--format", "csv")).Output;

        Assert.Contains("fire shots_a00, shots_a01, shots_a02 and 27 others by aland in buffer_zone 30 mission", Section(report, "Observed"), StringComparison.Ordinal);
        Assert.Contains("4 quiet aland shots_a00, shots_a01, shots_a02 and 27 others 30 not consistent", Section(report, "Assessed"), StringComparison.Ordinal);
        Assert.Equal(30, csv.Split('\n').Count(l => l.StartsWith("observed,", StringComparison.Ordinal) && l.Contains("fire shots_a", StringComparison.Ordinal)));
        Assert.Equal(30, csv.Split('\n').Count(l => l.StartsWith("assessed,", StringComparison.Ordinal) && l.Contains(",shots_a", StringComparison.Ordinal)));

        static string Shots(int i)
        {
            var number = i.ToString("00", CultureInfo.InvariantCulture);
            return $$"""{"id":"a{{number}}","source":"mission","recorded":"2024-07-20T23:00:00+02:00","event":"shots_a{{number}}","kind":"fire","time":"2024-07-20T10:{{number}}:00+02:00","by":"aland","in":"buffer_zone"}""";
        }
    }

    [Fact]
    public void Figures_that_are_told_together_are_not_added_up()
    {
        using var command = Small.Command(
            Small.Agreement("clause quiet at \"1\" { each party must not open fire in strip }"),
            [.. Enumerable.Range(1, 4).Select(i => $$$"""{"id":"r{{{i}}}","source":"mission","recorded":"2024-05-02","event":"e{{{i}}}","kind":"exercise","time":"2024-05-02","by":"aland","fields":{"troops":{{{i}}}00}}""")]);

        Assert.Contains("troops of each: 100 to 400 person", Section(command.Run("report", "@small.pacta", "--reports", "@small.jsonl", "--from", "2024-05-02").Output, "Observed"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_perspective_does_not_count_is_observed_all_the_same_and_told_as_not_counted()
    {
        var agreement = Small.Agreement("clause quiet at \"1\" { each party must not open fire in strip }") + "\nperspective monitors { accepts monitor }\n";
        using var command = Small.Command(
            agreement, """{"id":"r1","source":"courier","recorded":"2024-05-02","event":"f1","kind":"fire","time":"2024-05-02","by":"aland","in":"strip"}""");

        var report = command.Run("report", "@small.pacta", "--reports", "@small.jsonl", "--from", "2024-05-02", "--perspective", "monitors").Output;

        Assert.Contains("fire f1 by aland in strip courier (r1)", Section(report, "Observed"), StringComparison.Ordinal);
        Assert.Contains("No finding concerns this day.", Section(report, "Nothing to tell"), StringComparison.Ordinal);
        Assert.Contains("Reported, and not counted for what is assessed: f1 (as courier reported): sources of the kind media are not accepted.", Section(report, "Notes"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_lie_in_the_day_and_what_goes_on_is_observed_too()
    {
        using var command = Small.Command(
            Small.Agreement("clause quiet at \"1\" { each party must not open fire in strip }"),
            """{"id":"r1","source":"mission","recorded":"2024-05-05","event":"long","kind":"exercise","time":"2024-05-01","end":"2024-05-04","by":"aland"}""",
            """{"id":"r2","source":"mission","recorded":"2024-05-03","event":"rough","kind":"fire","time":{"from":"2024-05-02","to":"2024-05-04"},"by":"aland","in":"strip"}""",
            """{"id":"r3","source":"mission","recorded":"2024-05-03","event":"over","kind":"exercise","time":"2024-05-01","end":"2024-05-02","by":"aland"}""");

        var observed = Section(command.Run("report", "@small.pacta", "--reports", "@small.jsonl", "--from", "2024-05-03", "--as-of", "2024-05-05").Output, "Observed");

        Assert.Contains("2024-05-01, until 2024-05-04 exercise long", observed, StringComparison.Ordinal);
        Assert.Contains("one day from 2024-05-02 to 2024-05-04 fire rough", observed, StringComparison.Ordinal);
        Assert.DoesNotContain("over", observed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_of_which_reports_differ_stands_with_who_says_which()
    {
        var report = Report(
            "2024-07-20",
            """{"id":"n-06","source":"mission","recorded":"2024-07-20T22:00:00+02:00","event":"wide_river","kind":"exercise","time":"2024-07-20","by":"aland","fields":{"troops":6000}}""",
            """{"id":"n-07","source":"aland_staff","recorded":"2024-07-20T22:00:00+02:00","event":"wide_river","kind":"exercise","time":"2024-07-20","by":"aland","fields":{"troops":4800}}""");

        Assert.Contains("troops: 4,800 person (aland_staff) or 6,000 person (mission)", Section(report, "Observed").Unwrapped(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from is missing", "About which day or week?")]
    [InlineData("--from 2024-07-12T10:00", "--from “2024-07-12T10:00” is no date: a day is needed here, without a clock.")]
    [InlineData("--from 2024-07", "--from “2024-07” is no date: a day is missing.")]
    [InlineData("--from 2024-07-12 --to 2024-07-01", "--to is before --from.")]
    [InlineData("--from 2024-07-12 --to 2924-07-12", "there are more than 366 periods.")]
    [InlineData("--from 2024-07-12 --as-of 2024-07-01", "As of 2024-07-01, the period from 2024-07-12 had not begun.")]
    public void A_period_that_cannot_be_meant_is_an_error(string options, string message)
    {
        using var command = With();

        var ran = command.Run(["report", "@" + Command.Agreement, "--reports", "@" + Command.Reports, .. options.StartsWith("--from is", StringComparison.Ordinal) ? [] : options.Split(' ')]);

        Assert.Equal(2, ran.ExitCode);
        Assert.Empty(ran.Output);
        Assert.Contains(message, ran.Errors.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_with_an_error_stops_the_report_or_is_counted_as_left_out()
    {
        using var command = With("""{"id":"x1","source":"mission","event":"s","kind":"fires","time":"2024-07-12"}""");

        var stopped = command.Run(Words("2024-07-12"));
        var kept = command.Run(Words("2024-07-12", "--keep-going"));

        Assert.Equal(2, stopped.ExitCode);
        Assert.Contains("more.jsonl:1", stopped.Errors, StringComparison.Ordinal);
        Assert.Equal(0, kept.ExitCode);
        Assert.Contains("1 report line left out because of errors", Section(kept.Output, "How this report was made"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_of_no_report_at_all_is_reported_without_a_file_of_reports()
    {
        using var command = With();

        var report = command.Run("report", "@" + Command.Agreement, "--from", "2024-07-12");

        Assert.Equal(0, report.ExitCode);
        Assert.Equal("Nothing was reported of this day.", Section(report.Output, "Observed"));
    }

    [Fact]
    public void It_speaks_French()
    {
        using var command = With(LateShots);

        var report = command.Run(Words("2024-07-14", "--language", "fr")).Output;

        Assert.Contains("2024-07-14 (dimanche)", report, StringComparison.Ordinal);
        Assert.Equal("Rien n'a été signalé pour ce jour.", Section(report, "Observé"));
        Assert.Contains("tardif, 2024-07-14 09:00 : n-01 de mission", Section(report, "Révisé depuis le dernier rapport"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_in_the_manual_is_what_the_command_prints()
    {
        var page = File.ReadAllText(Path.Combine(Golden.Root(), "docs", "daily-report.md")).ReplaceLineEndings("\n");

        using var command = Command.WithDemo();
        var printed = command.Run("report", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "--from", "2024-07-12", "--output", "@day.txt");

        Assert.Equal(0, printed.ExitCode);
        Assert.Contains(BeforeRun(command.Read("day.txt")), page, StringComparison.Ordinal);
    }

    /// <summary>The demo's reports and others beside them, on a screen on which no cell is wrapped.</summary>
    internal static Command With(params string[] more)
    {
        var command = new Command { Width = Wide };
        Assert.Equal(0, command.Run("demo", "--invented", "--write-to", command.PathOf(string.Empty)).ExitCode);
        return command.Write("more.jsonl", more.Length == 0 ? command.Read(Command.Reports) : string.Join('\n', more));
    }

    internal static string[] Words(string day, params string[] options) =>
        ["report", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "@more.jsonl", "--from", day, .. options];

    private static string Report(string day, params string[] more)
    {
        using var command = With(more);
        var ran = command.Run(Words(day));
        Assert.True(ran.ExitCode == 0, ran.Errors);
        return ran.Output;
    }

    /// <summary>What stands under a heading, without line ends.</summary>
    private static string Section(string report, string title)
    {
        var at = report.IndexOf($"\n\n{title}\n", StringComparison.Ordinal);
        Assert.True(at >= 0, $"no section “{title}” in\n{report}");
        var from = at + title.Length + 3;
        var end = report.IndexOf("\n\n", from, StringComparison.Ordinal);
        return report[from..(end < 0 ? report.Length : end)].Unwrapped();
    }

    private static string BeforeRun(string report) => report[..report.IndexOf("\nHow this report was made", StringComparison.Ordinal)];
}
