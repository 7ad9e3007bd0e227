using System.Text.Json.Nodes;

namespace Pacta.Tests.Cli;

/// <summary><c>pacta check --save-state</c> and <c>--resume</c>: a check that is written down and taken up again.</summary>
public sealed class LiveTests : IDisposable
{
    private readonly Command _command = Command.WithDemo();

    private string[] Lines => _command.Read(Command.Reports).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Theory]
    [InlineData(1, "table")]
    [InlineData(4, "table")]
    [InlineData(6, "json")]
    [InlineData(10, "json")]
    [InlineData(7, "csv")]
    public void Taken_up_is_found_what_is_found_of_all_at_once(int first, string format)
    {
        _command.Write("first.jsonl", string.Join('\n', Lines.Take(first))).Write("rest.jsonl", string.Join('\n', Lines.Skip(first)));

        Assert.NotEqual(2, _command.Run("check", "@" + Command.Agreement, "--reports", "@first.jsonl", "--save-state", "@s.state").ExitCode);
        var resumed = _command.Run("check", "@" + Command.Agreement, "--resume", "@s.state", "--reports", "@rest.jsonl", "--format", format);

        Assert.Equal(Found(_command.Check("--format", format)), Found(resumed));
    }

    [Fact]
    public void A_state_that_is_taken_up_and_written_again_for_each_report_leads_to_the_same()
    {
        foreach (var (line, i) in Lines.Reverse().Select((l, i) => (l, i)))
        {
            _command.Write("one.jsonl", line);
            var ran = _command.Run("check", "@" + Command.Agreement, "--resume", "@s.state", "--reports", "@one.jsonl", "--save-state", "@s.state");
            Assert.True(ran.ExitCode < 2, $"{i}: {ran.Errors}");
        }

        Assert.Equal(Found(_command.Check()), Found(Resume()));
        Assert.Equal(Found(_command.Check("--format", "json")), Found(Resume("--format", "json")));
    }

    [Fact]
    public void Reports_that_are_in_the_state_may_be_given_again()
    {
        Save();

        var again = _command.Run("check", "@" + Command.Agreement, "--resume", "@s.state", "--reports", "@" + Command.Reports, "--save-state", "@again.state");

        Assert.Equal(Found(_command.Check()), Found(again));
        Assert.Equal(File.ReadAllBytes(_command.PathOf("s.state")), File.ReadAllBytes(_command.PathOf("again.state")));
        Assert.Equal(Found(_command.Check()), Found(_command.RunWithInput(_command.Read(Command.Reports), "check", "@" + Command.Agreement, "--resume", "@s.state", "--reports", "-", "--follow")));
    }

    [Fact]
    public void The_command_that_is_suggested_explains_a_finding_of_the_state()
    {
        Save();
        var why = Resume().Output.Split('\n').Single(l => l.StartsWith("why: pacta ", StringComparison.Ordinal))["why: pacta ".Length..].Split(' ');

        var page = _command.Run([.. why.Select(w => w.Contains('.', StringComparison.Ordinal) ? "@" + w : w)]);

        Assert.Equal(["explain", Command.Agreement, "--resume", "s.state"], why[..^1]);
        Assert.Equal(_command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, why[^1]), page);
        Assert.Equal(0, page.ExitCode);
    }

    [Fact]
    public void The_manifest_names_the_state_and_a_command_that_makes_the_same_again()
    {
        Save();

        var manifest = JsonNode.Parse(Resume("--format", "json").Output)!["manifest"]!;

        var file = manifest["states"]!.AsArray().Single()!;
        var bytes = File.ReadAllBytes(_command.PathOf("s.state"));
        Assert.Equal("s.state", (string?)file["file"]);
        Assert.Equal(Convert.ToHexStringLower(bytes[^32..]), (string?)file["sha256"]);
        Assert.Equal(Lines.Length, (int?)file["records"]);
        Assert.Empty(manifest["reports"]!.AsArray());
        Assert.True(_command.FitsSchema(Resume("--format", "json").Output));
        var command = ((string?)manifest["command"])!.Split(' ');
        Assert.Equal(Found(_command.Check()), Found(_command.Run([.. command[1..].Select(w => w.Contains('.', StringComparison.Ordinal) ? "@" + w : w)])));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public void On_how_many_processors_makes_no_difference(string format)
    {
        _command.Write("many.jsonl", string.Join('\n', Enumerable.Range(0, 300).Select(Exercise)));
        string[] words = ["check", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "@many.jsonl", "--format", format, "--all", "--processors"];

        var one = _command.Run([.. words, "1"]);

        Assert.Equal(1, one.ExitCode);
        Assert.Equal(one, _command.Run([.. words, "2"]));
        Assert.Equal(one, _command.Run([.. words, "7"]));
        Assert.Equal(one, _command.Run(words[..^1]));
        Assert.Equal(Found(one), Found(_command.Run([.. words, "2", "--save-state", "@s.state"])));
        Assert.Equal(Found(one), Found(Resume("--format", format, "--all", "--processors", "2")));
    }

    [Theory]
    [InlineData("--processors is at least 1", "--processors", "0")]
    [InlineData("--processors is at least 1", "--processors", "x")]
    [InlineData("--processors is at least 1", "--processors", "99999999999")]
    [InlineData("cannot be --public", "--public", "--save-state", "@s.state")]
    [InlineData("cannot be --public", "--public", "--follow")]
    [InlineData("--record-findings puts on record what is found of a store", "--record-findings", "--save-state", "@s.state")]
    [InlineData("No program would read that as csv", "--follow", "--format", "csv")]
    [InlineData("No program would read that as html", "--follow", "--format", "html")]
    public void What_does_not_go_together_is_said(string message, params string[] options)
    {
        var ran = _command.Check(options);

        Assert.Equal((2, string.Empty), (ran.ExitCode, ran.Output));
        Assert.Contains("PACTA0901", ran.Errors, StringComparison.Ordinal);
        Assert.Contains(message, ran.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(_command.PathOf("s.state")));
    }

    [Fact]
    public void There_has_to_be_something_to_read_on_from()
    {
        Assert.Contains("--follow needs something to read on from", _command.Run("check", "@" + Command.Agreement, "--follow").Errors, StringComparison.Ordinal);
        Assert.Contains("There are no reports to check", _command.Run("check", "@" + Command.Agreement, "--save-state", "@s.state").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_that_are_wrong_are_not_written_down_unless_that_is_wanted()
    {
        _command.Write("wrong.jsonl", """{"id":"w1","source":"mission","recorded":"2024-07-02","event":"w","kind":"no_such_kind","time":"2024-07-01"}""");
        string[] words = ["check", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "@wrong.jsonl", "--save-state", "@s.state"];

        var stopped = _command.Run(words);
        Assert.Equal((2, string.Empty), (stopped.ExitCode, stopped.Output));
        Assert.Contains("wrong.jsonl:1:74", stopped.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_command.PathOf("s.state")));

        var kept = _command.Run([.. words, "--keep-going"]);
        Assert.Equal(1, kept.ExitCode);
        Assert.Contains("PACTA0530", kept.Errors, StringComparison.Ordinal);

        // Who wrote the state knows of the line: it is counted, and not told again.
        var resumed = Resume();
        Assert.Equal((1, string.Empty), (resumed.ExitCode, resumed.Errors));
        Assert.Equal(Found(kept) with { Errors = string.Empty }, Found(resumed));
        Assert.Contains("1 report line left out", resumed.Output, StringComparison.Ordinal);
        var page = _command.Run("explain", "@" + Command.Agreement, "--resume", "@s.state", "e00dbf947cc9");
        Assert.Equal(0, page.ExitCode);
        Assert.DoesNotContain("PACTA0530", page.Errors, StringComparison.Ordinal);
        Assert.Equal(_command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "e00dbf947cc9").Output, page.Output);
    }

    [Fact]
    public void What_is_found_is_told_also_where_the_state_cannot_be_written()
    {
        var ran = _command.Check("--save-state", "@no_such_folder/s.state");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("no_such_folder", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(Found(_command.Check()).Output, Found(ran).Output);
    }

    public void Dispose() => _command.Dispose();

    internal static string Exercise(int i) =>
        $$$"""{"id":"x{{{i}}}","source":"mission","recorded":"2024-07-{{{1 + (i % 28):00}}}T12:00:00Z","event":"ex{{{i}}}","kind":"exercise","time":"2024-06-{{{1 + (i % 28):00}}}","by":"{{{(i % 2 == 0 ? "aland" : "borland")}}}","fields":{"troops":{{{4_900 + i}}}}}""";

    /// <summary>All but the command that was given, which is another one.</summary>
    internal static Ran Found(Ran ran)
    {
        if (!ran.Output.StartsWith('{'))
        {
            return ran with { Output = string.Join('\n', ran.Output.Split('\n').Where(l => !l.StartsWith("why: ", StringComparison.Ordinal))) };
        }

        var findings = JsonNode.Parse(ran.Output)!.AsObject();
        Assert.True(findings.Remove("manifest"));
        return ran with { Output = findings.ToJsonString() };
    }

    private void Save() => Assert.Equal(1, _command.Check("--save-state", "@s.state").ExitCode);

    private Ran Resume(params string[] options) => _command.Run(["check", "@" + Command.Agreement, "--resume", "@s.state", .. options]);
}
