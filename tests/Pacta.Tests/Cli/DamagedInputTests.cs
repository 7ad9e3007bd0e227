using System.Globalization;
using System.Text;

namespace Pacta.Tests.Cli;

/// <summary>Input that is broken, huge or hostile: said so with its place, and never waited for.</summary>
public sealed class DamagedInputTests
{
    private const string Quiet = "clause quiet { each party must not open fire in strip }";
    private const string Good = """{"id":"r1","source":"mission","recorded":"2024-03-02","event":"f1","kind":"fire","time":"2024-03-01","by":"aland","in":"strip"}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(0x00, "zero byte")]
    [InlineData(0xE9, "not UTF-8")]
    public void A_damaged_line_is_an_error_of_its_own_and_the_others_can_be_used(byte damage, string words)
    {
        using var command = Small.Command(Small.Agreement(Quiet));
        command.Write("small.jsonl", [.. Encoding.UTF8.GetBytes(Good + "\n{\"id\":\"r2"), damage, .. Encoding.UTF8.GetBytes("\"}\n" + Good.Replace("r1", "r3", StringComparison.Ordinal).Replace("f1", "f3", StringComparison.Ordinal))]);

        var stopping = command.Run("check", "@small.pacta", "--reports", "@small.jsonl");
        var going = command.Run("check", "@small.pacta", "--reports", "@small.jsonl", "--keep-going");

        Assert.Equal((2, 1), (stopping.ExitCode, going.ExitCode));
        Assert.Contains("PACTA0501", stopping.Errors, StringComparison.Ordinal);
        Assert.Contains(words, stopping.Errors, StringComparison.Ordinal);
        Assert.Contains("small.jsonl:2:10", stopping.Errors, StringComparison.Ordinal);
        Assert.Contains("f3", going.Output, StringComparison.Ordinal);
        Assert.Contains("1 report line left out because of errors", going.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_counts_whole_things_as_well()
    {
        using var command = new Command().Write(
            "small.pacta",
            Small.Agreement("clause bare { each party must not have guns in strip }")
            + "\nscenario \"half a gun\" of small_accord {\n  2024-02-01  gun g1 of aland in strip with count 2.5\n  expect breached bare by aland on 2024-02-02\n}\n");

        var ran = command.Run("test", "@small.pacta");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("error[PACTA0513]: \"count\" says how many, and this is not a whole number from 0 on", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_looks_like_no_record_anywhere_is_still_refused_as_a_whole()
    {
        using var command = Small.Command(Small.Agreement(Quiet));
        command.Write("small.jsonl", [1, 2, 0, 3, (byte)'\n', 4]);

        Assert.Contains("PACTA0906", command.Findings("table").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Agreements_and_reports_that_changed_places_are_one_error()
    {
        using var command = Small.Command(Small.Agreement(Quiet), [.. Enumerable.Repeat(Good, 30)]).Write("agreement.txt", "// Invented.\n" + Small.Agreement(Quiet));

        var reports = command.Run("check", "@small.pacta", "@small.jsonl");
        var agreement = command.Run("check", "@small.pacta", "--reports", "@agreement.txt");
        var test = command.Run("test", "@small.jsonl");

        Assert.All([reports, agreement, test], ran => Assert.Equal(2, ran.ExitCode));
        Assert.All([reports, agreement, test], ran => Assert.Single(ran.Errors.Split('\n'), l => l.StartsWith("error[", StringComparison.Ordinal)));
        Assert.Contains("error[PACTA0919]: “small.jsonl” holds reports, and an agreement is expected here.", reports.Errors, StringComparison.Ordinal);
        Assert.Contains("error[PACTA0919]: “agreement.txt” holds an agreement, and reports are expected here.", agreement.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_of_a_hundred_thousand_characters_is_an_error_at_once()
    {
        using var command = Small.Command(Small.Agreement(Quiet), Good.Replace("f1", new string('y', 100_000), StringComparison.Ordinal));
        var before = DateTime.UtcNow;

        var ran = command.Findings("table");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("\"event\" has 100,000 characters; a name has 200 at most", ran.Errors, StringComparison.Ordinal);
        Assert.True(DateTime.UtcNow - before < Patience, "it took too long");
    }

    [Theory]
    [InlineData("check", "@garbage", "--reports", "@small.jsonl")]
    [InlineData("check", "@small.pacta", "--reports", "@garbage")]
    [InlineData("test", "@garbage")]
    [InlineData("import", "csv", "@garbage", "--mapping", "@garbage")]
    [InlineData("import", "csv", "@garbage", "--mapping", "@mapping")]
    [InlineData("import", "ucdp-ged", "@garbage")]
    public void Twenty_million_characters_on_one_line_are_refused_soon(params string[] words)
    {
        using var command = Small.Command(Small.Agreement(Quiet), Good)
            .Write("mapping", """{"kind":"fire","id":"{Ref}","source":"mission","time":"2021"}""")
            .Write("garbage", string.Concat(Enumerable.Repeat("{ab\"c:d, 'e é", 20_000_000 / 13)));
        var before = DateTime.UtcNow;

        var ran = command.Run(words);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("= help: ", ran.Errors, StringComparison.Ordinal);
        Assert.True(ran.Errors.Length < 5000, "more was said than can be read");
        Assert.True(DateTime.UtcNow - before < Patience, "it took too long");
    }

    [Fact]
    public void A_report_cannot_colour_the_screen_of_its_reader()
    {
        using var command = Small.Command(
            Small.Agreement("clause odd { when exercise x by A where note of x is \"quiet\"\n A must give notification of x to each other party no later than start of x }"),
            """{"id":"r1","source":"mission","recorded":"2024-03-02","event":"x1","kind":"exercise","time":"2024-03-01","by":"aland","fields":{"note":"quiet"}}""",
            """{"id":"r2","source":"courier","recorded":"2024-03-02","event":"x1","kind":"exercise","time":"2024-03-01","by":"aland","fields":{"note":"\u001b[31mred\u0007"}}""");

        var output = command.Findings("table").Output + string.Concat(command.Pages());

        Assert.Contains("\ufffd[31mred\ufffd", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_with_quotes_commas_and_line_ends_stay_in_their_cell()
    {
        using var command = Small.Command(
            Small.Agreement("clause odd { when exercise x by A where note of x is \"quiet\"\n A must give notification of x to each other party no later than start of x }"),
            """{"id":"r1","source":"mission","recorded":"2024-03-02","event":"=x,1","kind":"exercise","time":"2024-03-01","by":"aland","fields":{"note":"quiet"}}""",
            """{"id":"r2","source":"courier","recorded":"2024-03-02","event":"=x,1","kind":"exercise","time":"2024-03-01","by":"aland","fields":{"note":"one \"two\",\nthree"}}""");

        var output = command.Findings("csv").Output;

        Assert.Contains(",\"'=x,1\",", output, StringComparison.Ordinal);
        Assert.Contains("\"note of =x,1: one \"\"two\"\",\nthree (courier) or quiet (mission)\"", output, StringComparison.Ordinal);
        Assert.Equal(3 + 1, output.Split('\n').Length);
    }

    [Fact]
    public void Sixty_parties_fit_into_eighty_columns()
    {
        string[] parties = [.. Enumerable.Range(1, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"land_{i}_of_many"))];
        var names = string.Join(", ", parties);
        var agreement = Small.Agreement("clause joint { parties together must keep number of exercises by parties at once at most 1 }\n" + Quiet)
            .Replace("actor aland, borland, cedria", "actor " + names, StringComparison.Ordinal)
            .Replace("staff is party of aland", "staff is media", StringComparison.Ordinal)
            .Replace("parties aland, borland", "parties " + names, StringComparison.Ordinal);
        var oneOf = string.Join(',', parties.Take(12).Select(p => $"\"{p}\""));
        using var command = new Command { Width = 80 }.Write("small.pacta", agreement).Write("small.jsonl", string.Join('\n',
            Good.Replace("\"by\":\"aland\",", string.Empty, StringComparison.Ordinal),
            Good.Replace("r1", "r2", StringComparison.Ordinal).Replace("f1", "漢字のとても長い名前", StringComparison.Ordinal).Replace("\"aland\"", $"{{\"one_of\":[{oneOf}]}}", StringComparison.Ordinal)));

        var output = command.Findings("table").Output;

        Assert.Contains("60 together", output, StringComparison.Ordinal);
        Assert.Contains("by one of 12 whom a report names: not attributed", Column(output), StringComparison.Ordinal);
        Assert.Contains("(60 are bound)", Column(output), StringComparison.Ordinal);
        Assert.Contains("undetermined,", output, StringComparison.Ordinal);
        Assert.DoesNotContain(output.Split('\n'), l => l.EnumerateRunes().Sum(r => r.Value > 0x2E80 ? 2 : 1) > 80);
    }

    /// <summary>The words of the first column, as they are read down.</summary>
    private static string Column(string output) => string.Join(' ', output.Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Trim().Split("  ")[0]));
}
