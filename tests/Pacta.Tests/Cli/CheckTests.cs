using System.Text.Json;

namespace Pacta.Tests.Cli;

public sealed class CheckTests
{
    [Theory]
    [InlineData("check.txt", "table")]
    [InlineData("check.json", "json")]
    [InlineData("check.csv", "csv")]
    public void The_findings_of_the_demo_in_every_form(string golden, string format)
    {
        using var command = Command.WithDemo();

        Golden.Equal(golden, command.Check("--format", format).Output);
    }

    [Fact]
    public void All_lists_what_was_merely_kept()
    {
        using var command = Command.WithDemo();

        Golden.Equal("check-all.txt", command.Check("--all").Output);
    }

    [Fact]
    public void Shuffled_lines_give_the_same_bytes()
    {
        using var command = Command.WithDemo();
        var lines = command.Read(Command.Reports).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var first = command.Check("--format", "json").Output;
        var random = new Random(7);
        for (var i = 0; i < 5; i++)
        {
            random.Shuffle(lines);
            command.Write(Command.Reports, string.Join("\r\n", lines) + "\n\n");

            Assert.Equal(first, command.Check("--format", "json").Output);
        }
    }

    [Fact]
    public void What_is_recorded_later_changes_no_earlier_view()
    {
        using var command = Command.WithDemo();
        var known = command.Read(Command.Reports).Split('\n').Where(l => !l.Contains("2024-07", StringComparison.Ordinal) && !l.Contains("2024-08", StringComparison.Ordinal));
        var now = command.Check("--as-of", "2024-06-30", "--format", "csv");
        command.Write(Command.Reports, string.Join('\n', known));
        var then = command.Check("--as-of", "2024-06-30", "--format", "csv");

        Assert.Equal(then.Output, now.Output);
        Assert.Contains("2024-06-30T21:59:59.999999999Z", now.Output, StringComparison.Ordinal);
    }

    /// <summary>Whoever lists the clauses with their states would otherwise miss those that nothing opened.</summary>
    [Fact]
    public void Json_names_the_clauses_about_which_nothing_is_found()
    {
        using var command = Small.Command(
            Small.Agreement(
                """
                clause notice at "2" { when exercise x by A
                  A must give notification of x to each other party no later than start of x }
                clause answers at "3" { when fire f by A
                  A must give notification of f to each other party no later than 2 days after f }
                """),
            """{"id":"r1","source":"mission","recorded":"2024-02-01","event":"x1","kind":"exercise","time":"2024-02-01","by":"aland"}""");

        var ran = command.Findings("json");

        Assert.Empty(ran.Errors);
        Assert.True(command.FitsSchema(ran.Output));
        using var json = JsonDocument.Parse(ran.Output);
        var clause = Assert.Single(json.RootElement.GetProperty("agreements")[0].GetProperty("not_in_play").EnumerateArray());
        Assert.Equal(("answers", "3"), (clause.GetProperty("name").GetString(), clause.GetProperty("reference").GetString()));
    }

    [Fact]
    public void Json_names_no_folder_and_its_input_by_hash()
    {
        using var command = Command.WithDemo();

        using var json = JsonDocument.Parse(command.Check("--format", "json").Output);

        var manifest = json.RootElement.GetProperty("manifest");
        Assert.Equal(Command.Agreement, manifest.GetProperty("agreements")[0].GetProperty("file").GetString());
        Assert.Equal(Command.Reports, manifest.GetProperty("reports")[0].GetProperty("file").GetString());
        Assert.Equal(11, manifest.GetProperty("reports")[0].GetProperty("lines").GetInt32());
        Assert.Equal(64, manifest.GetProperty("reports")[0].GetProperty("sha256_of_sorted_lines").GetString()?.Length);
    }

    [Fact]
    public void What_is_written_fits_the_schema()
    {
        using var command = Command.WithDemo();
        using var findings = JsonDocument.Parse(command.Check("--format", "json").Output);
        var id = findings.RootElement.GetProperty("agreements")[0].GetProperty("findings")[0].GetProperty("id").GetString()!;

        Assert.True(command.FitsSchema(command.Check("--format", "json").Output));
        Assert.True(command.FitsSchema(command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, id, "--format", "json").Output));
        Assert.False(command.FitsSchema(findings.RootElement.GetProperty("summary").ToString()));
    }

    [Fact]
    public void A_report_in_the_words_of_one_agreement_is_no_error_for_another()
    {
        const string Head = "{\n  status legal\n  enters into force 2020-01-01\n  time zone \"UTC\"\n  parties aland, borland\n";
        using var command = new Command()
            .Write("two.pacta", $$"""
                actor aland, borland
                source mission is monitor
                vocabulary land { event open fire by actor in place }
                vocabulary sea { event make transit by actor in place }
                agreement "On land" as on_land {{Head}}
                  use land
                  clause quiet at "1" { each party must not open fire }
                }
                agreement "At sea" as at_sea {{Head}}
                  use sea
                  clause no_transit at "1" { each party must not make transit }
                }
                """)
            .Write("known.jsonl", """{"id":"r1","source":"mission","event":"e1","kind":"fire","time":"2024-05-01","by":"aland"}""")
            .Write("unknown.jsonl", """{"id":"r1","source":"mission","event":"e1","kind":"flood","time":"2024-05-01","by":"aland"}""");

        var known = command.Run("check", "@two.pacta", "--reports", "@known.jsonl");
        var unknown = command.Run("check", "@two.pacta", "--reports", "@unknown.jsonl");

        Assert.Equal((1, string.Empty), (known.ExitCode, known.Errors));
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("PACTA0530", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_overlooked_is_told_once_and_a_place_that_one_agreement_knows_is_spelt_right()
    {
        const string Head = "{\n  status legal\n  enters into force 2020-01-01\n  time zone \"UTC\"\n  parties aland, borland\n";
        using var command = new Command()
            .Write("two.pacta", $$"""
                actor aland, borland
                source mission is monitor
                vocabulary land { event open fire by actor in place }
                vocabulary sea { event make transit by actor in place }
                agreement "On land" as on_land {{Head}}
                  use land
                  zone strip
                  clause quiet at "1" { each party must not open fire in strip }
                }
                agreement "On land, later" as on_land_later {{Head}}
                  use land
                  zone ridge
                  clause quiet at "1" { each party must not open fire in ridge }
                }
                agreement "At sea" as at_sea {{Head}}
                  use sea
                  clause no_transit at "1" { each party must not make transit }
                }
                """)
            .Write("reports.jsonl", string.Join('\n',
                """{"id":"r1","source":"mission","event":"e1","kind":"fire","time":"2024-05-01","by":"aland","in":"strip"}""",
                """{"id":"r2","source":"mission","event":"e2","kind":"fire","time":"2024-05-02","by":"aland","in":"ridge"}""",
                """{"id":"r3","source":"mission","event":"e3","kind":"fire","time":"2024-05-03","by":"aland","in":"rigde"}""",
                """{"id":"r4","source":"mission","recorded":"2024-05-04","event":"e9","kind":"fire","polarity":"denies"}"""));

        var ran = command.Run("check", "@two.pacta", "--reports", "@reports.jsonl");

        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(
            ["warning[PACTA0550]: \"r4\" denies \"e9\", which nobody asserts", "warning[PACTA0552]: The agreement knows no zone or line \"rigde\""],
            ran.Errors.Split('\n').Where(l => l.StartsWith("warning", StringComparison.Ordinal) || l.StartsWith("note", StringComparison.Ordinal) || l.StartsWith("error", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reports_can_come_from_standard_input()
    {
        using var command = Command.WithDemo();

        var ran = command.RunWithInput(command.Read(Command.Reports), "check", "@" + Command.Agreement, "--reports", "-");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("why: pacta explain grey_line.pacta --reports - ", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agreement_behind_the_reports_is_still_an_agreement()
    {
        using var command = Command.WithDemo();

        var ran = command.Run("check", "--reports", "@" + Command.Reports, "@" + Command.Agreement);

        Assert.Equal(command.Check().Output, ran.Output);
    }

    [Fact]
    public void A_filter_shows_one_clause_and_decides_the_exit_code()
    {
        using var command = Command.WithDemo();

        var quiet = command.Check("--clause", "quiet");
        var article = command.Check("--clause", "2");

        Assert.Equal(0, quiet.ExitCode);
        Assert.Contains("4 quiet", quiet.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("2 notice", quiet.Output, StringComparison.Ordinal);
        Assert.Equal(1, article.ExitCode);
        Assert.Contains("2 notice", article.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_written_completely_or_not_at_all()
    {
        using var command = Command.WithDemo();

        var ran = command.Check("--output", command.PathOf("findings.txt"));
        var nowhere = command.Check("--output", command.PathOf("no_such_folder/findings.txt"));

        Assert.Equal((1, string.Empty), (ran.ExitCode, ran.Output));
        Assert.Contains("Grey Line Memorandum", command.Read("findings.txt"), StringComparison.Ordinal);
        Assert.Equal(2, nowhere.ExitCode);
        Assert.Contains("PACTA0915", nowhere.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(command.PathOf(string.Empty)), f => f.EndsWith(".partial", StringComparison.Ordinal));
    }

    [Fact]
    public void Skipped_lines_are_counted_in_every_form()
    {
        using var command = Command.WithDemo();
        command.Write(Command.Reports, command.Read(Command.Reports) + "not json\n" + """{"id":"m-90","source":"mission","event":"e9","kind":"exercize","time":"2024-06-01"}""" + "\n");

        var table = command.Check("--keep-going");
        var json = command.Check("--keep-going", "--format", "json");

        Assert.Equal((1, 1), (table.ExitCode, json.ExitCode));
        Assert.Contains("2 report lines left out because of errors", table.Output, StringComparison.Ordinal);
        Assert.Contains("\"report_lines_left_out\": 2", json.Output, StringComparison.Ordinal);
        Assert.Contains("PACTA0502", table.Errors, StringComparison.Ordinal);
        Assert.Contains("PACTA0530", table.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_horizon_and_where_it_comes_from_are_printed()
    {
        using var command = Command.WithDemo();

        Assert.Contains("complete through 2024-08-01 12:00 Europe/Vienna (latest recorded", Unwrapped(command.Check().Output), StringComparison.Ordinal);
        Assert.Contains("complete through 2024-08-05 24:00 Europe/Vienna (--until)", Unwrapped(command.Check("--until", "2024-08-05").Output), StringComparison.Ordinal);
        Assert.Contains("complete through 2024-07-01 12:00 Europe/Vienna (--as-of)", Unwrapped(command.Check("--as-of", "2024-07-01T10:00:00Z").Output), StringComparison.Ordinal);
    }

    private static string Unwrapped(string output) => string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
