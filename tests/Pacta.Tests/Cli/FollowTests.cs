using System.Text.Json.Nodes;
using Pacta.Cli.Inputs;

namespace Pacta.Tests.Cli;

/// <summary><c>pacta check --follow</c>: reports that come while the command runs.</summary>
public sealed class FollowTests : IDisposable
{
    private const string Wide =
        """{"id":"m-05","source":"the_courier","recorded":"2024-07-21T08:00:00+02:00","event":"wide_river","kind":"exercise","time":"2024-07-20","by":"aland","fields":{"troops":{"low":4500,"high":5500}}}""";

    /// <summary>Another agreement in the words of the first.</summary>
    internal const string Second =
        """
        agreement "Second accord (invented)" as second {
          status political
          enters into force 2024-03-10
          time zone "Europe/Vienna"
          parties aland, borland
          use grey_line_words
          clause calm at "1" { aland must not hold exercise }
        }
        """;

    private readonly Command _command = Command.WithDemo();

    private string[] Lines => [.. _command.Read(Command.Reports).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l + "\n")];

    [Fact]
    public void What_changes_is_told_when_it_comes_and_in_the_end_all_that_is_found()
    {
        using var input = new Conversation([.. Lines[..2], .. Lines[3..7], string.Concat(Lines[7..])]);

        var ran = Follow(input);

        var told = ran.Output[..ran.Output.IndexOf("Grey Line Memorandum", StringComparison.Ordinal)];
        Assert.Equal(
            """
            2024-06-03 18:00  c4552c085cf5  2, aland to borland, spring_shield: new -> consistent, certain, provisional; due 2024-05-13
            2024-07-01 19:00  1a454376e64a  2, borland to aland, iron_gate: new -> due or not consistent, undetermined, provisional; due 2024-06-10
            2024-07-21 08:00  1a454376e64a  2, borland to aland, iron_gate: due or not consistent, undetermined, provisional -> not consistent, certain, provisional; due 2024-06-10
            2024-07-21 08:00  2d50c0d3211a  2, aland to borland, wide_river: new -> not consistent or not in play, undetermined, provisional; due 2024-06-29
            2024-07-21 08:00  e00dbf947cc9  4, borland, shots_12: new -> not consistent, certain, provisional; on 2024-07-12 04:10
            2024-07-21 08:00  e00dbf947cc9  4, borland, shots_12: not consistent, certain, provisional -> not consistent or not in play, contested, provisional; on 2024-07-12 04:10
            2024-08-01 12:00  1a454376e64a  2, borland to aland, iron_gate: not consistent, certain, provisional -> not consistent, certain, settled; due 2024-06-10
            2024-08-01 12:00  c4552c085cf5  2, aland to borland, spring_shield: consistent, certain, provisional -> consistent, certain, settled; due 2024-05-13
            2024-08-01 12:00  6ae5076237e1  3, borland to aland, question_7: new -> due, certain, provisional; due 2024-08-02 11:00
            2024-08-01 12:00  7ebd6d3ab2d1  5, aland: consistent, certain, provisional -> not consistent for a time, certain, provisional; 2024-06-10 to 2024-06-18

            """.ReplaceLineEndings("\n"),
            told);
        _command.Write("all_but_one.jsonl", string.Concat(Lines.Where((_, i) => i != 2)));
        var atOnce = _command.Run("check", "@" + Command.Agreement, "--reports", "@all_but_one.jsonl");
        Assert.Equal(LiveTests.Found(atOnce), LiveTests.Found(ran with { Output = ran.Output[told.Length..] }));
    }

    [Fact]
    public void A_state_that_cannot_be_written_does_not_end_the_watch()
    {
        using var input = new Conversation(Lines);

        var ran = Follow(input, "--save-state", "@no_such_folder/s.state");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("no_such_folder", ran.Errors, StringComparison.Ordinal);
        using var again = new Conversation(Lines);
        Assert.Equal(LiveTests.Found(Follow(again)).Output, LiveTests.Found(ran).Output);
    }

    [Fact]
    public void A_report_that_is_taken_back_makes_its_finding_go()
    {
        using var input = new Conversation([Wide + "\n", """{"id":"m-12","source":"the_courier","recorded":"2024-07-22","retracts":["m-05"]}"""]);

        var told = Follow(input).Output.Split('\n');

        Assert.EndsWith("2, aland to borland, wide_river: new -> not consistent or not in play, undetermined, provisional; due 2024-06-29", told[0], StringComparison.Ordinal);
        Assert.EndsWith("2, aland to borland, wide_river: not consistent or not in play, undetermined, provisional -> no longer found", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_stays_as_it_is_on_other_grounds_is_told_so()
    {
        using var input = new Conversation([Wide + "\n", Wide.Replace("m-05", "m-13", StringComparison.Ordinal).Replace("the_courier", "mission", StringComparison.Ordinal)]);

        var told = Follow(input).Output.Split('\n');

        Assert.EndsWith("2, aland to borland, wide_river: not consistent or not in play, undetermined, provisional as before, on other grounds", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_get_a_line_for_each_change_that_fits_its_schema_and_then_the_findings()
    {
        using var input = new Conversation([.. Lines[..6], string.Concat(Lines[6..])]);

        var ran = Follow(input, "--format", "json");

        var lines = ran.Output.Split('\n').TakeWhile(l => l != "{").ToList();
        Assert.All(lines, l => Assert.True(_command.FitsSchema(l, "changes"), l));
        Assert.False(_command.FitsSchema(lines[0].Replace("\"agreement\":\"grey_line\",\"before\"", "\"before\"", StringComparison.Ordinal), "changes"));
        var iron = lines.Select(l => JsonNode.Parse(l)!).Where(l => (string?)l["after"]!["id"] == "1a454376e64a").ToList();
        Assert.Equal(["2024-07-01T17:00:00Z", "2024-07-21T06:00:00Z", "2024-08-01T10:00:00Z"], iron.Select(i => (string?)i["through"]));
        Assert.Equal([null, "not_consistent", "not_consistent"], iron.Select(i => (string?)i["after"]!["state"]));
        Assert.Equal([null, "undetermined", "certain"], iron.Select(i => (string?)i["before"]?["certainty"]));
        Assert.Equal([false, false, true], iron.Select(i => (bool)i["after"]!["settled"]!));
        var findings = ran with { Output = string.Join('\n', ran.Output.Split('\n').Skip(lines.Count)) };
        Assert.Equal(_command.RunWithInput(string.Concat(Lines), "check", "@" + Command.Agreement, "--reports", "-", "--format", "json"), findings);
    }

    [Fact]
    public void The_schema_of_changes_describes_findings_as_that_of_findings_does()
    {
        var changes = JsonNode.Parse(_command.Run("schema", "changes").Output)!["$defs"]!.AsObject();
        var findings = JsonNode.Parse(_command.Run("schema", "findings").Output)!["$defs"]!;

        Assert.True(changes.Count > 10);
        Assert.All(changes.Where(c => c.Key != "standing"), c => Assert.True(JsonNode.DeepEquals(c.Value, findings[c.Key]), c.Key));
    }

    [Fact]
    public void Of_what_was_followed_the_manifest_has_the_hash_of_a_file()
    {
        string[] groups = ["b\n \ta\r\n\n\uffee\n", "\U0001f600\n\u00e9x\n", "\u00e9\n\U0001f600\ue000\n\U0001f600\U0001f601\nab"];

        var (lines, hash) = InputFile.SortedLines(System.Text.Encoding.UTF8.GetBytes(string.Concat(groups)));
        Assert.Equal((lines, hash()), InputFile.SortedLines(groups));
        Assert.Equal(9, InputFile.SortedLines(groups).Lines);
    }

    [Fact]
    public void A_file_is_read_on_as_it_grows()
    {
        using var growth = new Conversation(Lines[1..], isUnderWay: true);
        var command = _command with
        {
            WaitForMore = () =>
            {
                if (growth.Next() is not { } more)
                {
                    return false;
                }

                File.AppendAllText(_command.PathOf("growing.jsonl"), System.Text.Encoding.UTF8.GetString(more));
                return true;
            },
        };
        command.Write("growing.jsonl", Lines[0]);

        var ran = command.RunWithStreams(Stream.Null, growth.Output, "check", "@" + Command.Agreement, "--reports", "@growing.jsonl", "--follow");

        var told = ran.Output.Split('\n').TakeWhile(l => !l.StartsWith("Grey", StringComparison.Ordinal)).ToList();
        Assert.InRange(told.Count, 8, 12);
        Assert.StartsWith("2024-06-03 18:00  c4552c085cf5  2, aland to borland, spring_shield: new -> consistent", told[0], StringComparison.Ordinal);
        Assert.Equal(LiveTests.Found(_command.Check()), LiveTests.Found(ran with { Output = string.Join('\n', ran.Output.Split('\n').Skip(told.Count)) }));
    }

    [Fact]
    public void A_line_that_is_wrong_is_told_with_its_number_and_others_count()
    {
        const string Unknown = """{"id":"w1","source":"mission","recorded":"2024-07-02","event":"w","kind":"no_such_kind","time":"2024-07-01"}""";
        string[] pieces = [Lines[0] + "{\"id\":\"broken\n" + Lines[1], Lines[2] + Unknown + "\n", string.Concat(Lines[3..])];
        using var input = new Conversation(pieces);

        var ran = Follow(input, "--save-state", "@s.state");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("error[PACTA0502]", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("--> standard input:2:", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("error[PACTA0530]", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("--> standard input:5:74\n", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("5 | {\"id\":\"w1\"", ran.Errors, StringComparison.Ordinal);
        Assert.Single(ran.Errors.Split('\n'), l => l.StartsWith("error[PACTA0530]", StringComparison.Ordinal));
        _command.Write("wrong.jsonl", string.Concat(pieces));
        var atOnce = _command.Run("check", "@" + Command.Agreement, "--reports", "@wrong.jsonl", "--keep-going");
        Assert.Contains("2 report lines left out", atOnce.Output, StringComparison.Ordinal);
        Assert.Equal(LiveTests.Found(atOnce).Output, Findings(ran));

        // What was told of the line is not told again.
        var resumed = _command.Run("check", "@" + Command.Agreement, "--resume", "@s.state");
        Assert.Equal((1, string.Empty), (resumed.ExitCode, resumed.Errors));
    }

    [Fact]
    public void Whoever_asks_for_the_end_gets_the_findings_and_the_state()
    {
        Action? end = null;
        using var input = new Conversation(Lines, () => end!());
        var command = _command with
        {
            ListenForEnd = stop =>
            {
                end = stop;
                return new MemoryStream();
            },
        };

        var ran = command.RunWithStreams(input.Input, input.Output, "check", "@" + Command.Agreement, "--reports", "-", "--follow", "--save-state", "@s.state");

        Assert.Equal(LiveTests.Found(_command.Check()).Output, Findings(ran));
        Assert.Equal(LiveTests.Found(_command.Check()), LiveTests.Found(_command.Run("check", "@" + Command.Agreement, "--resume", "@s.state")));
    }

    [Fact]
    public void The_last_line_of_a_file_is_read_at_the_end_though_it_has_none()
    {
        var whole = _command.Read(Command.Reports).TrimEnd();
        _command.Write(Command.Reports, whole + "\n" + """{"id":"m-99","source":"the_courier","recorded":"2024-08-01","retracts":["m-06"]}""");
        Action? end = null;
        var command = _command with
        {
            ListenForEnd = stop =>
            {
                end = stop;
                return new MemoryStream();
            },
            WaitForMore = () =>
            {
                end?.Invoke();
                return true;
            },
        };

        Assert.Equal(LiveTests.Found(_command.Check()).Output, Findings(command.Check("--follow")));
    }

    [Fact]
    public void Of_several_agreements_each_line_says_which_it_is_about_and_in_which_language()
    {
        _command.Write("second.pacta", Second);

        var ran = _command.RunWithInput(string.Concat(Lines), "check", "@" + Command.Agreement, "@second.pacta", "--reports", "-", "--follow", "--language", "fr");

        Assert.Contains("grey_line, 2, aland envers borland, spring_shield : nouveau -> conforme, certain, définitif ; échéance 2024-05-13\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("second, 1, aland, spring_shield : nouveau -> non conforme, certain, définitif ; le 2024-06-03\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_in_a_report_cannot_turn_the_direction_of_writing()
    {
        var ran = _command.RunWithInput(Wide.Replace("wide_river", "wide\\u202e", StringComparison.Ordinal), "check", "@" + Command.Agreement, "--reports", "-", "--follow");

        Assert.Contains("new -> ", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', ran.Output);
    }

    [Fact]
    public void Nothing_that_comes_is_no_report_and_no_mistake()
    {
        var ran = _command.RunWithInput(string.Empty, "check", "@" + Command.Agreement, "--reports", "-", "--follow");

        Assert.Equal((0, string.Empty), (ran.ExitCode, ran.Errors));
        Assert.Contains("  the history is empty: there are no reports\n", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("1970", ran.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _command.Dispose();

    private static string Findings(Ran ran) => LiveTests.Found(ran with { Output = ran.Output[ran.Output.IndexOf("Grey Line Memorandum", StringComparison.Ordinal)..] }).Output;

    private Ran Follow(Conversation input, params string[] options) =>
        _command.RunWithStreams(input.Input, input.Output, ["check", "@" + Command.Agreement, "--reports", "-", "--follow", .. options]);
}
