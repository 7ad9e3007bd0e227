using System.Text;
using Pacta.Monitor;
using Pacta.Monitor.Input;

namespace Pacta.Tests.Monitor;

/// <summary>Logs as streams: when verdicts come, what is wrong with a log, and that memory follows the window.</summary>
public sealed class StreamTests
{
    private const string Signature = "p(int)\nq(int)\ns(string,float)";

    [Fact]
    public void A_verdict_is_written_before_more_is_waited_for()
    {
        using var output = new MemoryStream();
        var seen = new List<string>();
        using var log = new Pieces(["@1 p(1);", "@2 p(2) ", "p(3)", "@4 p(4)"], () => seen.Add(Encoding.UTF8.GetString(output.ToArray())));

        Run.Monitor(Signature, "p(x)").Run(log, output);

        Assert.Equal(["", "@1 (time point 0): (1)\n", "@1 (time point 0): (1)\n", "@1 (time point 0): (1)\n", "@1 (time point 0): (1)\n@2 (time point 1): (2) (3)\n"], seen);
    }

    [Fact]
    public void A_deadline_is_decided_when_time_has_passed_it_and_not_before()
    {
        using var output = new MemoryStream();
        var seen = new List<int>();
        using var log = new Pieces(["@1 p(1);", "@8 q(2);", "@9 q(3);"], () => seen.Add((int)output.Length));

        Run.Monitor(Signature, "p(x) AND NOT EVENTUALLY[0,7] q(x)").Run(log, output);

        Assert.Equal([0, 0, 0], seen[..3]);
        Assert.Equal("@1 (time point 0): (1)\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    /// <summary>In one piece with what it is about, and at a time point at which nothing happens that the formula speaks of.</summary>
    [Fact]
    public void A_deadline_is_decided_by_time_that_passes_quietly()
    {
        using var output = new MemoryStream();
        var seen = new List<string>();
        using var log = new Pieces(["@1 p(1);@8;@9;", "@20 p(2);"], () => seen.Add(Encoding.UTF8.GetString(output.ToArray())));

        Run.Monitor(Signature, "p(x) AND NOT EVENTUALLY[0,7] q(x)").Run(log, output);

        Assert.Equal(["", "@1 (time point 0): (1)\n"], seen[..2]);
    }

    /// <summary>What is at the end of a log is decided by that end, however many time points are looked at together.</summary>
    [Theory]
    [InlineData("NOT EVENTUALLY[0,7] q(0)", true, "@1 (time point 0): true\n@8 (time point 1): true\n")]
    [InlineData("p(x) AND NOT EVENTUALLY[0,7] q(x)", false, "@8 (time point 1): (1)\n")]
    public void What_waits_is_decided_at_the_end(string formula, bool isVerbose, string verdicts)
    {
        using var output = new MemoryStream();
        using var log = new MemoryStream("@1;@8 p(1);"u8.ToArray());

        Run.Monitor(Signature, formula, new MonitorSettings { IsVerbose = isVerbose }).Run(log, output);

        Assert.Equal(verdicts, Encoding.UTF8.GetString(output.ToArray()));
    }

    [Theory]
    [InlineData("@10 p(1)\n@9 p(2)", 2, "The time stamp 9 comes after 10")]
    [InlineData("@1 p(1)\n@2 x(1)", 2, "No kind of event is named `x`")]
    [InlineData("@1 p(1)\n\n@2 p(1,2)", 3, "more than 1 arguments here")]
    [InlineData("@1 p()", 1, "`p` has 0 arguments here.")]
    [InlineData("@1 p(a)", 1, "`a` does not fit argument 1 of `p`.")]
    [InlineData("p(1)", 1, "outside of a time point")]
    [InlineData("@1 s(\"a,1.0)", 1, "A text is not closed.")]
    [InlineData("@x p(1)", 1, "`x` is no time stamp.")]
    [InlineData("@-5 p(1)", 1, "below 0")]
    [InlineData("@9223372036854775807 p(1)", 1, "too large")]
    [InlineData("@1 p(1)\n@2 p", 2, "`p` has no arguments")]
    [InlineData(" @5 p(7) ;>", 1, "A command is not closed.")]
    [InlineData("@1 q(1\n@2 p(7)\n@3 p(8)", 2, "after argument 1 of `q`")]
    [InlineData("@1 q(1,,2)", 1, "more than 1 arguments here")]
    [InlineData("@1 q()", 1, "`q` has 0 arguments here.")]
    public void What_is_wrong_with_a_log_is_told_with_its_line(string log, int line, string message)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(log));

        var error = Assert.Throws<LogException>(() => Run.Monitor(Signature, "p(x) AND (EXISTS a, f. s(a,f) OR TRUE)").Run(input, output));

        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s(x,y)", "@1 s(\"\",1.0)", "@1 (time point 0): (\"\",1)")]
    [InlineData("s(\"\",y)", "@1 s(\"\",1.0)(a,2.0)", "@1 (time point 0): (1)")]
    [InlineData("m <- MAX x EXISTS y. s(x,y)", "@1 p(1)", "@1 (time point 0): (\"\")")]
    [InlineData("s(x,y)", "\uFEFF@1 s(a,inf)(b,-inf)", "@1 (time point 0): (\"a\",inf) (\"b\",-inf)")]
    public void Empty_texts_byte_order_marks_and_infinite_numbers_are_read(string formula, string log, string expected) =>
        Assert.Equal([expected], Run.MonitorLines(Signature, formula, log));

    [Fact]
    public void As_many_columns_as_one_likes()
    {
        var names = Enumerable.Range(0, 70).ToList();

        Assert.Equal(
            [$"@1 (time point 0): ({string.Join(',', names)})"],
            Run.Lines($"w({string.Join(", ", names.Select(_ => "int"))})", $"w({string.Join(", ", names.Select(i => $"v{i}"))})", $"@1 w({string.Join(", ", names)})"));
    }

    [Fact]
    public void All_that_came_before_an_error_is_told()
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream("@1 p(1)\n@2 p(2)\n@1 p(3)"u8.ToArray());

        Assert.Throws<LogException>(() => Run.Monitor(Signature, "p(x)").Run(input, output));

        Assert.Equal("@1 (time point 0): (1)\n@2 (time point 1): (2)\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Comments_quotes_signs_and_large_numbers_are_read() =>
        Assert.Equal(
            ["@1 (time point 0): (\"a b) c\",-0.5)", "@2 (time point 1): (\"x-1\",1e+20)"],
            Run.Lines(Signature, "s(x,y)", "# first\n@1 s(\"a b) c\", -0.5) # second s(\"no\",1.0)\n@2 s(x-1,1e20)\n@3 p(-99999999999999999999)"));

    [Fact]
    public void A_log_that_grows_is_followed_until_nobody_waits_any_longer()
    {
        using var output = new MemoryStream();
        using var file = new MemoryStream();
        string[] appended = ["@1 p(1)\n", "@2 p", "(2);\n"];
        var waits = 0;
        bool Wait()
        {
            if (waits == appended.Length)
            {
                return false;
            }

            var at = file.Position;
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.UTF8.GetBytes(appended[waits++]));
            file.Position = at;
            return true;
        }

        using var log = new FollowedStream(file, Wait);
        Run.Monitor(Signature, "p(x)").Run(log, output);

        Assert.Equal("@1 (time point 0): (1)\n@2 (time point 1): (2)\n", Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal(appended.Length, waits);
    }

    [Fact]
    public void A_log_may_say_that_it_is_over() =>
        Assert.Equal(["@1 (time point 0): (1)"], Run.MonitorLines(Signature, "p(x)", "@1 p(1)\n> terminate <\n@2 p(2)"));

    [Fact]
    public void What_is_held_follows_the_window_and_not_the_log()
    {
        var monitor = Run.Monitor("request(string)\nanswer(string)", "request(p) AND NOT EVENTUALLY[0,20] answer(p)");
        var log = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
        {
            log.Append(System.Globalization.CultureInfo.InvariantCulture, $"@{i} request(name-{i}) answer(name-{i - 5})\n");
        }

        using var input = new MemoryStream(Encoding.UTF8.GetBytes(log.ToString()));
        var counts = monitor.Run(input, Stream.Null);

        Assert.Equal(200_000, counts.Events);
        Assert.InRange(monitor.HeldTexts, 1, 2 * MonitorSettings.DefaultSweep);
        Assert.InRange(monitor.HeldTimePoints, 20, 64);
    }

    /// <summary>A stream that comes in pieces, and says each time it is asked for one.</summary>
    private sealed class Pieces(string[] pieces, Action asked) : MemoryStream
    {
        private int _next;

        public override int Read(byte[] buffer, int offset, int count)
        {
            asked();
            if (_next == pieces.Length)
            {
                return 0;
            }

            var piece = Encoding.UTF8.GetBytes(pieces[_next++]);
            piece.CopyTo(buffer, offset);
            return piece.Length;
        }
    }
}
