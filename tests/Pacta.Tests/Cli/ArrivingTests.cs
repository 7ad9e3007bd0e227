using System.Text;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Tests.Cli;

/// <summary>Lines that come in while others are looked at.</summary>
public sealed class ArrivingTests
{
    [Fact]
    public void What_stands_in_a_file_is_read_to_its_end_also_once_an_end_was_asked_for()
    {
        using var arriving = new ArrivingReports(new Slowly(Lines(500)), () => true);

        arriving.End();

        Assert.Equal(Lines(500), string.Concat(All(arriving)));
        Assert.False(arriving.IsCut);
    }

    [Fact]
    public void Who_asks_for_an_end_twice_gets_it_at_once()
    {
        using var arriving = new ArrivingReports(new Slowly(Lines(500)), () => true);

        arriving.End();
        arriving.End();

        var all = string.Concat(All(arriving));
        Assert.StartsWith(all, Lines(500), StringComparison.Ordinal);
        Assert.True(arriving.IsCut);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void The_rest_of_a_line_without_an_end_is_no_line_of_its_own(int chunk)
    {
        var text = "first\n" + new string('x', 250) + "rest of it\nthird\n" + new string('y', 40) + "\nlast";

        var groups = ArrivingLines.Of(new Slowly(text, chunk), longest: 100).ToList();

        var lines = groups.SelectMany(g => g.Text.Split('\n').Where(l => l.Length > 0).Select((l, i) => (Number: g.First + i, Text: l))).ToList();
        Assert.Equal([1, 2, 3, 4, 5], lines.Select(l => l.Number));
        Assert.Equal(("first", "third", new string('y', 40), "last"), (lines[0].Text, lines[2].Text, lines[3].Text, lines[4].Text));
        Assert.Matches("^x+(rest of it)?$", lines[1].Text);
    }

    [Fact]
    public void A_mark_of_the_order_of_bytes_stands_at_the_start_of_a_file_and_nowhere_else()
    {
        const string Line = "\ufeff{\"id\":\"r1\",\"source\":\"mission\",\"recorded\":\"2024-07-02\",\"retracts\":[\"r0\"]}\n";
        var (first, later) = (new DiagnosticBag(), new DiagnosticBag());

        Assert.Single(ReportReader.Read(new SourceText("f.jsonl", Line), first, keepGoing: true).Records);
        Assert.Empty(ReportReader.Read(new SourceText("f.jsonl", Line, 5), later, keepGoing: true).Records);
        Assert.Equal("PACTA0502", Assert.Single(later.Items).Code);
    }

    [Fact]
    public void Where_nobody_can_be_told_the_state_is_written_all_the_same()
    {
        using var command = Command.WithDemo();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(command.Read(Command.Reports)));
        using var output = new FullDisk();

        var ran = command.RunWithStreams(input, output, "check", "@" + Command.Agreement, "--reports", "-", "--follow", "--save-state", "@s.state");

        Assert.Equal(2, ran.ExitCode);
        Assert.Equal(LiveTests.Found(command.Check()).Output, LiveTests.Found(command.Run("check", "@" + Command.Agreement, "--resume", "@s.state")).Output);
    }

    /// <summary>Whose an id is hangs on when its records were recorded, and not on which line came first.</summary>
    [Fact]
    public void Two_records_of_one_id_are_the_same_in_whatever_order_and_however_they_come()
    {
        using var command = Command.WithDemo();
        string[] lines =
        [
            """{"id":"q","source":"mission","recorded":"2024-07-02","event":"shots_40","kind":"fire","time":"2024-06-30T10:00:00Z","by":"aland"}""" + "\n",
            """{"id":"q","source":"mission","recorded":"2024-07-01","event":"shots_41","kind":"fire","time":"2024-06-30T11:00:00Z","by":"borland"}""" + "\n",
        ];
        command.Write("one.jsonl", lines[0]).Write("other.jsonl", lines[1]).Write("both.jsonl", lines[0] + lines[1]).Write("turned.jsonl", lines[1] + lines[0]);
        string[] check = ["check", "@" + Command.Agreement, "--until", "2024-08-01", "--reports"];

        var atOnce = LiveTests.Found(command.Run([.. check, "@one.jsonl", "@other.jsonl", "--keep-going"])).Output;
        Assert.Contains("borland", atOnce, StringComparison.Ordinal);
        Assert.Contains("shots_41", atOnce, StringComparison.Ordinal);
        Assert.Equal(atOnce, LiveTests.Found(command.Run([.. check, "@both.jsonl", "--keep-going"])).Output);
        Assert.Equal(atOnce, LiveTests.Found(command.Run([.. check, "@turned.jsonl", "--keep-going"])).Output);
        foreach (var order in new[] { lines, [lines[1], lines[0]], [lines[0] + lines[1]] })
        {
            using var input = new Conversation(order);
            var ran = command.RunWithStreams(input.Input, input.Output, [.. check, "-", "--follow"]);
            Assert.EndsWith(atOnce, LiveTests.Found(ran).Output, StringComparison.Ordinal);
        }
    }

    private static string Lines(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"line {i}\n"));

    private static IEnumerable<string> All(ArrivingReports arriving)
    {
        while (!arriving.IsOver)
        {
            foreach (var (_, text) in arriving.Take(null))
            {
                yield return text;
            }
        }
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class Slowly(string text, int chunk = 16) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(chunk, count));
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }
}
