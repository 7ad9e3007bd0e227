using System.Text.Json;
using Pacta.Cli.Demo;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Tests.Cli;

/// <summary><c>pacta demo</c>: what a dispatch speaks of, with findings that are computed.</summary>
public sealed class DispatchTests
{
    private static readonly DispatchRun Demo = DispatchRun.Of(DispatchScript.Embedded);

    public static TheoryData<string> Rows => [.. DispatchScript.Embedded.Rows.Select(r => r.Id)];

    [Theory]
    [InlineData("assurances", "not_eastward", "claims differ; no finding", "", "denied by Gorbachev (“in 2014: not discussed”), Kramer (“myth”), NATO (“never made any such promise”), most Western officials")]
    [InlineData("assurances", "not_eastward", "claims differ; no finding", "", "Putin (“oral assurances were made”)")]
    [InlineData("enlargement", "6 no_enlargement", "would be ruled out", "certain", "admission “admission_of_finland”, 2023-04-04, reported by finland_mfa")]
    [InlineData("enlargement", "6 no_enlargement", "would be ruled out", "certain", "admission “admission_of_sweden”, 2024-03-07, reported by nato_pa")]
    [InlineData("enlargement", "4 no_enlargement", "nothing reported that would be ruled out", "certain", "former_soviet_republics")]
    [InlineData("enlargement", "4 no_expansion_to_the_east", "would be ruled out or would not be in play", "undetermined", "left to judgement")]
    [InlineData("enlargement", "8 free_choice", "power used", "certain", "alliance_choice “choice_of_finland”, 2022-05-18")]
    [InlineData("enlargement", "8 not_at_the_expense_of_others", "not consistent or not in play", "contested", "held by nato: not in play")]
    [InlineData("massing", "2 no_threat_by_concentration", "not consistent or not in play", "contested", "asserted by berlin, kyiv, nato_hq, paris, washington, denied by kremlin")]
    [InlineData("massing", "2 no_threat_by_concentration", "not consistent or not in play", "contested", "“this concentration of troops is a threat of force” is left to judgement")]
    [InlineData("requests", "16.1 explanation", "consistent or late, then done", "contested", "2022-02-09 (voice_of_belarus) or 2022-02-10 (wikisum)")]
    [InlineData("requests", "16.1 explanation", "", "contested", "reply note_to_ukraine: asserted by russian_delegation, denied by kyiv")]
    [InlineData("requests", "16.2 call_for_meeting", "power used", "certain", "meeting_request “call_of_ukraine”, 2022-02-13, reported by kyiv")]
    [InlineData("exercises", "38 prior_notification", "due or not in play", "undetermined", "under the reading “one_activity” of exercise_activity: due")]
    [InlineData("exercises", "39 notification_by_host", "due or not in play", "contested", "in which place zapad_2021 was")]
    [InlineData("exercises", "38 prior_notification", "due or not in play", "undetermined", "under the reading “several” of exercise_activity: not in play")]
    [InlineData("exercises", "39 notification_by_host", "due", "certain", "the same under each reading")]
    [InlineData("exercises", "47 observers", "due or not in play", "contested", "12,800 person (belarus_general_staff) or about 200,000 person")]
    [InlineData("ceasefire", "2 ceasefire", "not consistent or not in play", "undetermined", "by whom fire counted in donetsk_region, 2021-11-29 was: not reported")]
    [InlineData("ceasefire", "2 ceasefire", "not consistent or not in play", "undetermined", "donetsk_region lies in certain_areas is not known")]
    [InlineData("ceasefire", "1 no_offensive", "no coverage", "undetermined", "no coverage of certain_areas: 2021-11-29 to 2021-12-21")]
    [InlineData("stay", "18.2 length_of_stay", "consistent", "certain", "the same under each reading of length_of_stay")]
    [InlineData("limits", "II.1(b) warheads_limit", "consistent", "certain", "1,549 compared with 1,550")]
    [InlineData("limits", "II.1(c) launchers_limit", "consistent", "certain", "800 compared with 800")]
    [InlineData("withdrawal", "XIX withdrawal", "power used", "certain", "withdrawal_notice “notice_of_russia”, 2023-06-09")]
    public void A_row_finds(string row, string clause, string state, string certainty, string reason)
    {
        var found = Row(row).Checks.SelectMany(c => DispatchWords.Of(c)).Where(f => f.Clause == clause).ToList();

        Assert.Contains(
            found,
            f => f.State == state && f.Certainty.Split(',')[0] == certainty && f.Because.Any(b => b.Contains(reason, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("massing", "no_activity", "no_threat_by_concentration", "no_threat_by_concentration")]
    [InlineData("exercises", "no_activity", "no_large_exercise")]
    [InlineData("armaments", "no_cooperation")]
    public void Nothing_rules_out_as_such_what_one_side_accuses_another_of(string row, params string[] underConditions)
    {
        var found = Row(row).RuledOut!.Value;

        Assert.Equal(underConditions, found.Select(f => f.Clause.Name));
        Assert.DoesNotContain(found, f => f.AsSuch);
    }

    [Fact]
    public void Both_drafts_are_counted_by_whom_they_would_bind()
    {
        var counts = Row("interests").Duties;

        Assert.Equal(
            [("draft_usa_2021", 0, 5, 7, 3), ("draft_nato_2021", 0, 2, 4, 1)],
            counts.Select(c => (c.Agreement.Name, c.OneOnly.Length, c.OtherOnly.Length, c.Both.Length, c.OwedByName)));
    }

    [Fact]
    public void What_the_drafts_would_ask_about_weapons_is_shown_with_what_nobody_reported() => Assert.Equal(
        [
            ("draft_nato_2021", "missiles_in_reach", "range, distance from territory"),
            ("draft_usa_2021", "missiles_in_reach", "range, distance from territory"),
            ("draft_usa_2021", "bombers_in_reach", "range, distance from territory"),
            ("draft_usa_2021", "warships_in_reach", "whether it is “perceived by the other Party as a threat”, place"),
        ],
        Row("weapons").Asks.Select(a => (a.Agreement.Name, a.Clause.Name, string.Join(", ", a.Needs))));

    [Theory]
    [InlineData("hangs on troops of zapad_2021: 12,800 person or more", "hangs on troops of Zapad-2021: 12,800 persons or more")]
    [InlineData("denied by kremlin and smm", "denied by the Kremlin and OSCE Special Monitoring Mission to Ukraine, as stored at reliefweb.int")]
    [InlineData("russia, notice_of_ukraine: “must not make note_of_russia”, usa", "Russia, notice of Ukraine: “must not make note_of_russia”, United States")]
    [InlineData("tass.com/world is no tass", "tass.com/world is no TASS")]
    public void Names_are_told_in_full_and_what_is_quoted_stays(string sentence, string told) =>
        Assert.Equal(told, new FullNames(Demo.Script.Names).In(sentence, Demo.Agreements.Single(a => a.Name == "vienna_document_2011").Vocabulary));

    [Theory]
    [InlineData("0")]
    [InlineData("13")]
    [InlineData("six")]
    public void A_row_that_is_not_there_is_told_of(string row)
    {
        using var command = new Command();
        var ran = command.Run("demo", row);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("The rows are 1 to 12", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void One_row_comes_with_where_its_texts_were_read_and_what_is_unverified()
    {
        using var command = new Command { Width = 120 };
        var row = command.Run("demo", "6").Output;

        Assert.StartsWith("\n6 “military exercises near its borders”", row, StringComparison.Ordinal);
        Assert.Contains("text: 39: The State on whose territory", row, StringComparison.Ordinal);
        Assert.Contains("unverified: 38: the 42 days", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Who appears as what", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Written_files_are_named_and_the_commands_stand_on_lines_of_their_own()
    {
        using var command = new Command();
        var written = command.Run("demo", "--write-to", command.PathOf("d")).Output;

        Assert.Contains("requests.jsonl", written, StringComparison.Ordinal);
        Assert.Contains("\n    pacta check budapest-political.pacta military.pacta more.pacta ceasefires.pacta naval.pacta strategic-arms.pacta places.pacta dispatch.pacta --reports massing.jsonl --clause no_threat_by_concentration\n", written, StringComparison.Ordinal);
        Assert.DoesNotContain("Who appears as what", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Midnight_is_another_instant_by_another_calendar_and_the_day_before_in_UTC() => Assert.Equal(
        [("Europe/Amsterdam", "2023-11-06T23:00:00Z"), ("Europe/Moscow", "2023-11-06T21:00:00Z")],
        Row("withdrawal").Clocks.Select(c => (c.CountedIn, c.At.ToString())));

    [Fact]
    public void Counts_of_the_monitor_come_with_what_is_excepted_and_what_it_could_not_see()
    {
        var counts = MonitorCounts.Of(Row("ceasefire").Reports);

        Assert.Equal(["donetsk_region", "luhansk_region"], counts.Places);
        Assert.Contains(counts.Days, d => d.Day == "2021-12-01" && d.Numbers.SequenceEqual(["159", "22"]));
        Assert.Contains(counts.Excepted, e => e.StartsWith("2021-11-30, donetsk_region: 146", StringComparison.Ordinal));
        Assert.Contains(counts.Limits, l => l.Contains("Ukrainian Armed Forces", StringComparison.Ordinal));
        Assert.Contains(counts.Limits, l => l.Contains("armed formations", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_side_accuses_is_accused_and_is_found_consistent() => Assert.All(DispatchSides.Of(Demo), side =>
    {
        Assert.NotEmpty(side.Accuses);
        Assert.NotEmpty(side.IsAccused);
        Assert.NotEmpty(side.IsConsistent.Concat(side.IsUnreported).Concat(side.UsesRight));
    });

    [Fact]
    public void Nothing_is_found_about_what_is_disputed_and_of_proposals_all_is_conditional()
    {
        Assert.All(Findings(f => f.Status.Disputed), f => Assert.True(f.Finding.IsClaim));
        Assert.All(Findings(f => f.Status.Standing == Standing.Oral), f => Assert.True(f.Finding.IsClaim));
        Assert.All(Findings(f => f.Status.Standing == Standing.Proposal), f => Assert.Contains("would ", f.State, StringComparison.Ordinal));
        Assert.NotEmpty(Findings(f => f.Status.Standing == Standing.Proposal));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void No_word_accuses(string format)
    {
        using var command = new Command();
        var output = command.Run("demo", "--format", format).Output;

        foreach (var word in new[] { "breached", "violated", "not honoured", "broke ", "guilty" })
        {
            Assert.DoesNotContain(word, output, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>What follows is computed: the script has nothing of it.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public void The_script_states_no_outcome(string row)
    {
        var script = Row(row).Script;

        foreach (var word in new[] { "consistent", "contested", "undetermined", "in play", " due", "would not", "excused" })
        {
            Assert.DoesNotContain(script.Notes.Append(script.Who), n => n.Contains(word, StringComparison.OrdinalIgnoreCase) && !n.Contains("before it was due", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_report_says_where_it_was_read() => Assert.All(
        Demo.Rows.SelectMany(r => r.Reports).OfType<Model.Reports.Report>(),
        r => Assert.False(string.IsNullOrWhiteSpace(r.Reference), r.Id));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Its_files_lead_to_the_same_findings_when_they_are_checked(string row)
    {
        using var command = new Command { Width = 120 };
        Assert.Equal(0, command.Run("demo", "--write-to", command.PathOf(string.Empty)).ExitCode);

        foreach (var check in Row(row).Checks)
        {
            string[] until = check.Script.Until is { } day ? ["--until", day] : [];
            string[] reports = DispatchRun.ReportsOf(Row(row).Script, check.Script) is { } file ? ["--reports", "@" + file] : [];
            string[] files = ["@" + check.Names.File, .. Demo.Script.Vocabularies.Select(v => "@" + v), .. reports];

            var ran = command.Run(["check", .. files, .. until, .. check.Script.Clauses.SelectMany(c => new[] { "--clause", c }), "--format", "csv"]);

            Assert.Equal(0, ran.ExitCode);
            Assert.DoesNotContain("error", ran.Errors, StringComparison.Ordinal);
            // The maps of the library are not written with them: the places are known by their names.
            Assert.All(ran.Errors.Split("warning[").Skip(1), w => Assert.StartsWith("PACTA0348]", w, StringComparison.Ordinal));
            Assert.All(check.Findings, f => Assert.Contains(f.Id, ran.Output, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_page_is_as_it_was_and_fits_80_columns()
    {
        using var command = new Command();
        var output = command.Run("demo").Output;

        Golden.Equal("demo.txt", output);
        Assert.All(output.Split('\n').Where(l => !l.StartsWith("    pacta ", StringComparison.Ordinal)), line => Assert.True(line.Length <= 80, line));
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void The_json_has_the_same_rows()
    {
        using var command = new Command();
        using var json = JsonDocument.Parse(command.Run("demo", "--format", "json").Output);
        var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToList();

        Assert.Equal(
            DispatchRun.Files(Demo.Script),
            json.RootElement.GetProperty("manifest").GetProperty("files").EnumerateArray().Select(f => f.GetProperty("file").GetString()!));
        Assert.Equal(Demo.Rows.Select(r => r.Script.Id), rows.Select(r => r.GetProperty("id").GetString()));
        Assert.Equal(
            Demo.Rows.SelectMany(r => r.Checks).SelectMany(c => c.Findings).Select(f => f.Id).Order(StringComparer.Ordinal),
            rows.SelectMany(r => r.GetProperty("checks").EnumerateArray())
                .SelectMany(c => c.GetProperty("findings").EnumerateArray())
                .SelectMany(f => f.GetProperty("ids").EnumerateArray())
                .Select(i => i.GetString()!)
                .Order(StringComparer.Ordinal));
    }

    private static DispatchRow Row(string id) => Demo.Rows.Single(r => r.Script.Id == id);

    private static List<(Finding Finding, string State)> Findings(Func<Finding, bool> are) =>
    [
        .. Demo.Rows.SelectMany(r => r.Checks).SelectMany(c => c.Findings).Where(are).Select(f => (f, DispatchWords.Speech.States.Of(f))),
    ];
}
