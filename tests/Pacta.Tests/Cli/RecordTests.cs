using System.Text.Json;
using NodaTime;

namespace Pacta.Tests.Cli;

/// <summary><c>pacta record</c>, <c>erase</c>, <c>history</c>, and checks out of a store.</summary>
public sealed class RecordTests
{
    private static readonly string[] Check = ["check", "@" + Command.Agreement, "--all", "--format", "csv"];

    [Fact]
    public void A_store_that_keeps_stated_times_leads_to_the_same_findings_as_the_file()
    {
        using var command = Command.WithDemo();
        Assert.Equal(0, command.Run("record", "@reports.db", "--reports", "@" + Command.Reports, "--as-stated").ExitCode);

        Assert.Equal(
            command.Run([.. Check, "--reports", "@" + Command.Reports]).Output,
            command.Run([.. Check, "--store", "@reports.db"]).Output);
    }

    [Fact]
    public void The_time_of_the_store_decides_what_was_known_when()
    {
        using var command = Command.WithDemo();
        command.Now = Instant.FromUtc(2024, 9, 1, 0, 0);
        command.RunWithInput("""{"id":"x1","source":"mission","recorded":"2024-07-12","event":"f1","kind":"fire","time":"2024-07-12","by":"borland","in":"buffer_zone"}""", "record", "@reports.db", "--reports", "-");
        command.Now = Instant.FromUtc(2024, 10, 1, 0, 0);
        command.RunWithInput("""{"id":"x2","source":"borland_mod","recorded":"2024-07-13","event":"f1","kind":"fire","polarity":"denies"}""", "record", "@reports.db", "--reports", "-");

        string StateAsOf(string day) => command.Run([.. Check, "--store", "@reports.db", "--clause", "quiet", "--as-of", day]).Output;

        Assert.DoesNotContain("f1", StateAsOf("2024-08-31"), StringComparison.Ordinal);
        Assert.Contains(",f1,,not_consistent,not_consistent,", StateAsOf("2024-09-02"), StringComparison.Ordinal);
        Assert.Contains(",contested,", StateAsOf("2024-10-02"), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_acknowledged_with_their_numbers_and_a_bad_one_stops_without_losing_any()
    {
        using var command = Command.WithDemo();
        var ran = command.RunWithInput(
            """
            {"id":"x1","source":"mission","event":"f1","kind":"fire","time":"2024-07-12"}

            { "source":"mission", "id":"x1", "event":"f1", "kind":"fire", "time":"2024-07-12" }
            {"id":"x2","source":"mission","event":"f2","kind":"fire","time":"2024-02-30"}
            {"id":"x3","source":"mission","event":"f3","kind":"fire","time":"2024-07-12"}
            """,
            "record", "@reports.db", "--reports", "-");

        Assert.Equal(2, ran.ExitCode);
        Assert.Equal("1\tx1\trecorded\n1\tx1\tthere before\n", ran.Output);
        Assert.Contains("standard input:4:", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("1 recorded, 1 there before, 1 left out because of errors", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told_of_in_a_stream_as_in_a_file()
    {
        using var command = Command.WithDemo();
        byte[] line = [.. """{"id":"x1","source":"mission","event":"f"""u8, 0xff, .. """1","kind":"fire","time":"2024-07-12"}"""u8];
        command.Write("bad.jsonl", line);
        var file = command.Run("record", "@reports.db", "--reports", "@bad.jsonl");
        var stream = command.RunWithBytes(line, "record", "@reports.db", "--reports", "-");

        Assert.Equal((2, 2), (file.ExitCode, stream.ExitCode));
        Assert.Contains("bad.jsonl:1:", file.Errors, StringComparison.Ordinal);
        Assert.Contains("standard input:1:", stream.Errors, StringComparison.Ordinal);
        Assert.Contains("0 recorded, 0 there before, 1 left out", stream.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_recorded_as_a_whole_or_not_at_all()
    {
        using var command = Command.WithDemo();
        command.Write("bad.jsonl", command.Read(Command.Reports) + "{\"id\":\"m-99\"}\n");

        Assert.Equal(2, command.Run("record", "@reports.db", "--reports", "@bad.jsonl").ExitCode);
        Assert.Contains("0 recorded", command.Run("record", "@reports.db", "--reports", "@bad.jsonl").Errors, StringComparison.Ordinal);
        Assert.Contains("11 recorded, 0 there before, 1 left out", command.Run("record", "@reports.db", "--reports", "@bad.jsonl", "--keep-going").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_erased_is_gone_from_findings_and_counted_in_the_manifest()
    {
        using var command = Command.WithDemo();
        command.Run("record", "@reports.db", "--reports", "@" + Command.Reports, "--as-stated");

        Assert.Equal(0, command.Run("erase", "@reports.db", "m-06", "--reason", "names a person").ExitCode);

        var json = command.Run("check", "@" + Command.Agreement, "--store", "@reports.db", "--format", "json").Output;
        Assert.DoesNotContain("m-06", json, StringComparison.Ordinal);
        Assert.Contains("\"entries\": 11,\n        \"erased\": 1,", json, StringComparison.Ordinal);
        Assert.True(command.FitsSchema(json));
        Assert.Contains(
            "1 record was erased from the store: what it said is not known here",
            command.Run("check", "@" + Command.Agreement, "--store", "@reports.db").Output.Unwrapped(),
            StringComparison.Ordinal);
        Assert.Contains("1 record was erased", command.Run("check", "@" + Command.Agreement, "--store", "@reports.db", "--format", "html").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_history_of_a_finding_tells_what_changed_it()
    {
        using var command = Command.WithDemo();

        Assert.Equal(
            """
            4 quiet, owed by borland, about shots_12: not consistent or not in play
              finding     e00dbf947cc9
              agreement   Grey Line Memorandum (invented) (political)

            2024-07-12 07:30 not consistent, certain, provisional
                m-06 of mission: fire shots_12, 2024-07-12 04:10
            2024-07-12 15:00 not consistent or not in play, contested, provisional
                m-07 of borland_mod: denies fire shots_12
                hangs on fire shots_12: asserted by mission, denied by borland_mod; not
                  consistent with 4 if fire shots_12 happened; not in play if fire shots_12
                  did not happen

            2 versions

            """.ReplaceLineEndings("\n"),
            command.Run("history", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "e00dbf").Output);
    }

    [Fact]
    public void A_late_report_revises_what_silence_had_settled_and_a_retraction_takes_it_back()
    {
        using var command = Small.Command(
            Small.Agreement(
                """
                clause notice at "2" {
                    when exercise x by A where troops of x at least 5_000
                    A must give notification of x to each other party no later than 10 days before start of x
                  }
                """),
            """{"id":"r1","source":"mission","recorded":"2024-06-02T12:00:00Z","event":"e1","kind":"exercise","time":"2024-06-01","by":"aland","in":"strip","fields":{"troops":9000}}""",
            """{"id":"r2","source":"staff","recorded":"2024-07-02T12:00:00Z","event":"n1","kind":"notification","time":"2024-05-01","by":"aland","of":"e1","to":"borland"}""",
            """{"id":"r3","source":"staff","recorded":"2024-08-02T12:00:00Z","retracts":["r2"]}""");
        var id = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--format", "csv").Output.Split('\n')[1].Split(',')[0];

        var history = command.Run("history", "@small.pacta", "--reports", "@small.jsonl", id).Output;

        Assert.Equal(
            [
                "2024-06-02 12:00 not consistent, certain, provisional",
                "    r1 of mission: exercise e1, 2024-06-01",
                "2024-07-02 12:00 consistent, certain, provisional",
                "    r2 of staff: notification n1, 2024-05-01",
                "2024-08-02 12:00 not consistent, certain, provisional",
                "    r3 of staff, takes back r2",
            ],
            history.Split('\n')[4..10]);
    }

    [Fact]
    public void A_finding_that_was_taken_back_still_has_its_history()
    {
        using var command = Command.WithDemo();
        command.Write("back.jsonl", """
            {"id":"x1","source":"mission","recorded":"2024-07-12T10:00:00Z","event":"f1","kind":"fire","time":"2024-07-12T09:00:00Z","by":"borland","in":"buffer_zone"}
            {"id":"x2","source":"mission","recorded":"2024-07-13T10:00:00Z","retracts":["x1"]}
            """);
        var id = command.Run("check", "@" + Command.Agreement, "--reports", "@back.jsonl", "--as-of", "2024-07-12", "--clause", "quiet", "--format", "csv").Output
            .Split('\n').Single(l => l.Contains(",f1,", StringComparison.Ordinal)).Split(',')[0];

        var history = command.Run("history", "@" + Command.Agreement, "--reports", "@back.jsonl", id).Output;

        Assert.Contains("2024-07-13 12:00 not in play, or nothing reported of it\n    x2 of mission, takes back x1\n", history, StringComparison.Ordinal);
    }

    [Fact]
    public void The_history_for_machines_has_each_version_and_fits_the_schema()
    {
        using var command = Command.WithDemo();
        command.Write("back.jsonl", """
            {"id":"x1","source":"mission","recorded":"2024-07-12T10:00:00Z","event":"f1","kind":"fire","time":"2024-07-12T09:00:00Z","by":"borland","in":"buffer_zone"}
            {"id":"x2","source":"mission","recorded":"2024-07-13T10:00:00Z","retracts":["x1"]}
            """);
        var id = command.Run("check", "@" + Command.Agreement, "--reports", "@back.jsonl", "--as-of", "2024-07-12", "--clause", "quiet", "--format", "csv").Output
            .Split('\n').Single(l => l.Contains(",f1,", StringComparison.Ordinal)).Split(',')[0];

        var json = command.Run("history", "@" + Command.Agreement, "--reports", "@back.jsonl", id, "--format", "json").Output;

        using var written = JsonDocument.Parse(json);
        var versions = written.RootElement.GetProperty("versions");
        Assert.Equal(
            [("2024-07-12T10:00:00Z", "x1", JsonValueKind.Object), ("2024-07-13T10:00:00Z", "x2", JsonValueKind.Null)],
            versions.EnumerateArray().Select(v => (v.GetProperty("as_of").GetString(), v.GetProperty("causes")[0].GetString(), v.GetProperty("finding").ValueKind)));
        Assert.True(command.FitsSchema(json));
        Assert.True(command.FitsSchema(command.Run("history", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "e00dbf", "--format", "json").Output));
        Assert.False(command.FitsSchema(json.Replace("\"causes\"", "\"reasons\"", StringComparison.Ordinal)));
        Assert.False(command.FitsSchema(json.Replace("\"finding\": null", "\"finding\": \"none\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("PACTA0902", "check", "@grey_line.pacta", "--store", "@none.db")]
    [InlineData("PACTA0920", "check", "@grey_line.pacta", "--store", "@grey_line.pacta")]
    [InlineData("PACTA0903", "check", "@grey_line.pacta", "--store", "@")]
    [InlineData("PACTA0902", "erase", "@none.db", "r1", "--reason", "x")]
    public void A_store_that_cannot_be_used_is_told_of(string code, params string[] words)
    {
        using var command = Command.WithDemo();
        var ran = command.Run(words);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(code, ran.Errors, StringComparison.Ordinal);
    }
}
