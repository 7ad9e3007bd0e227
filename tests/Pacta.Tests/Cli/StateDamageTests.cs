using Pacta.Checking.Live;

namespace Pacta.Tests.Cli;

/// <summary>States that are damaged, foreign or in the way: each is told of, nothing is found of them, and nothing takes the place of anything else.</summary>
public sealed class StateDamageTests : IDisposable
{
    private const string Mark = "pacta state 1\n";

    private readonly Command _command = Command.WithDemo();
    private readonly byte[] _whole;

    public StateDamageTests()
    {
        Assert.Equal(1, _command.Check("--save-state", "@s.state").ExitCode);
        _whole = File.ReadAllBytes(_command.PathOf("s.state"));
    }

    [Fact]
    public void A_byte_that_was_flipped_anywhere_is_noticed()
    {
        foreach (var at in Enumerable.Range(0, _whole.Length).Where(i => i % 61 == 0 || i < 20 || i > _whole.Length - 3))
        {
            var damaged = (byte[])_whole.Clone();
            damaged[at] ^= (byte)(1 << (at % 8));
            AssertRefused(damaged, at < Mark.Length ? "PACTA0935" : "PACTA0938", $"byte {at}");
        }
    }

    [Fact]
    public void A_state_that_breaks_off_or_goes_on_is_noticed()
    {
        foreach (var length in new[] { 0, 5, Mark.Length, Mark.Length + 3, 40, 200, _whole.Length / 2, _whole.Length - 33, _whole.Length - 1 })
        {
            AssertRefused(_whole[..length], length < Mark.Length ? "PACTA0935" : "PACTA0938", $"{length} bytes");
        }

        AssertRefused([.. _whole, 0], "PACTA0938", "one byte more");
    }

    [Fact]
    public void Another_file_is_no_state_and_a_missing_one_is_missing()
    {
        Assert.Contains("PACTA0935", Resume("--resume", "@" + Command.Reports).Errors, StringComparison.Ordinal);
        Assert.Contains("Did you mean", Resume("--resume", "@s.stat").Errors, StringComparison.Ordinal);
        Assert.Contains("PACTA0903", Resume("--resume", _command.PathOf(string.Empty)).Errors, StringComparison.Ordinal);
        Assert.Contains("PACTA0935", _command.Run("explain", "@" + Command.Agreement, "--resume", "@" + Command.Reports, "1a4543").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_of_another_version_is_left_alone()
    {
        StateFile.Write(_command.PathOf("s.state"), "0.0.7", [], to => to.WriteByte(1));

        var ran = Resume("--resume", "@s.state", "--save-state", "@s.state");

        Assert.Equal((2, string.Empty), (ran.ExitCode, ran.Output));
        Assert.Contains("PACTA0936", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("was written by Pacta 0.0.7.", ran.Errors, StringComparison.Ordinal);
        Assert.Equal("0.0.7", _command.Read("s.state").Split('\n')[1]);
    }

    [Theory]
    [InlineData("then without --as-of; now --as-of 2024-07-01", "--as-of", "2024-07-01")]
    [InlineData("then without --published-as-of; now --published-as-of 2024-07-01", "--published-as-of", "2024-07-01")]
    [InlineData("then without --until; now --until 2024-09-01", "--until", "2024-09-01")]
    [InlineData("then without --clause; now --clause armour notice", "--clause", "notice", "--clause", "armour")]
    public void Options_that_are_not_as_then_are_named(string difference, params string[] options)
    {
        var ran = Resume(["--resume", "@s.state", .. options]);

        Assert.Equal((2, string.Empty), (ran.ExitCode, ran.Output));
        Assert.Contains("PACTA0937", ran.Errors, StringComparison.Ordinal);
        Assert.Contains(difference + ".", ran.Errors, StringComparison.Ordinal);
        Assert.NotEqual(2, _command.Check(["--save-state", "@other.state", .. options]).ExitCode);
        Assert.NotEqual(2, Resume(["--resume", "@other.state", .. options, "--mandate", "observe", "--language", "fr", "--strict", "--all", "--processors", "2"]).ExitCode);
    }

    [Fact]
    public void Agreements_that_are_not_as_then_are_named()
    {
        _command.Write(Command.Agreement, _command.Read(Command.Agreement) + "// a remark\n");

        var ran = Resume("--resume", "@s.state");

        Assert.Equal(2, ran.ExitCode);
        Assert.Matches(@"PACTA0937.*then agreement grey_line\.pacta [0-9a-f]{12}; now agreement grey_line\.pacta [0-9a-f]{12}\.", ran.Errors);
    }

    [Fact]
    public void Agreements_in_another_order_are_other_matter_and_no_damage()
    {
        _command.Write("small.pacta", FollowTests.Second);
        string[] reports = ["--reports", "@" + Command.Reports];

        Assert.NotEqual(2, _command.Run(["check", "@small.pacta", "@" + Command.Agreement, .. reports, "--save-state", "@two.state"]).ExitCode);
        var ran = _command.Run("check", "@" + Command.Agreement, "@small.pacta", "--resume", "@two.state");

        Assert.Contains("then they came in another order", ran.Errors, StringComparison.Ordinal);
        Assert.NotEqual(2, _command.Run("check", "@small.pacta", "@" + Command.Agreement, "--resume", "@two.state").ExitCode);
    }

    [Fact]
    public void The_old_state_stays_where_a_new_one_cannot_be_written()
    {
        var path = _command.PathOf("s.state");

        Assert.Throws<IOException>(() => StateFile.Write(path, "1", [], stream =>
        {
            stream.Write(new byte[100_000]);
            throw new IOException("the disk is full");
        }));

        Assert.Equal(_whole, File.ReadAllBytes(path));
        Assert.Empty(Directory.EnumerateFiles(_command.PathOf(string.Empty), "*.partial"));
    }

    [Fact]
    public void Two_runs_do_not_write_one_state()
    {
        using (StateFile.Hold(_command.PathOf("s.state")))
        {
            var ran = Resume("--resume", "@s.state", "--save-state", "@s.state");

            Assert.Equal((2, string.Empty), (ran.ExitCode, ran.Output));
            Assert.Contains("PACTA0939", ran.Errors, StringComparison.Ordinal);
            Assert.NotEqual(2, Resume("--resume", "@s.state", "--save-state", "@other.state").ExitCode);
        }

        Assert.NotEqual(2, Resume("--resume", "@s.state", "--save-state", "@s.state").ExitCode);
        Assert.Empty(Directory.EnumerateFiles(_command.PathOf(string.Empty), "*.lock"));
    }

    [Fact]
    public void What_a_run_that_was_killed_had_begun_is_taken_away_and_nothing_else_is()
    {
        _command.Write("s.state.partial", "a report file of somebody");
        _command.Write("s.state.abcdefgh.partial", "notes of somebody");
        File.WriteAllBytes(_command.PathOf("s.state.12345678.partial"), _whole[..200]);
        File.WriteAllBytes(_command.PathOf("s.state.empty000.partial"), []);

        Assert.NotEqual(2, Resume("--resume", "@s.state", "--save-state", "@s.state").ExitCode);

        Assert.Equal(["s.state.abcdefgh.partial", "s.state.partial"], Directory.EnumerateFiles(_command.PathOf(string.Empty), "*.partial").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(("a report file of somebody", "notes of somebody"), (_command.Read("s.state.partial"), _command.Read("s.state.abcdefgh.partial")));
    }

    [Fact]
    public void Who_may_not_read_a_state_may_not_read_what_takes_its_place()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such rights");
            return;
        }

        var path = _command.PathOf("s.state");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        StateFile.Write(path, "1", [], _ =>
        {
            var draft = new FileInfo(Assert.Single(Directory.EnumerateFiles(_command.PathOf(string.Empty), "*.partial")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, draft.UnixFileMode);
        });

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(path).UnixFileMode);
    }

    [Theory]
    [InlineData("@" + Command.Reports, "one of the files that are read")]
    [InlineData("@" + Command.Agreement, "one of the files that are read")]
    [InlineData("@out.txt", "the findings are to be written there")]
    [InlineData("@nowhere/s.state", "there is no such folder")]
    [InlineData("", "that is no name")]
    [InlineData("-", "a state is a file")]
    [InlineData("@", "it is a folder")]
    public void A_state_takes_the_place_of_nothing_else(string path, string why)
    {
        var before = (_command.Read(Command.Reports), _command.Read(Command.Agreement));

        var ran = _command.Check("--save-state", path, "--output", "@out.txt");

        Assert.Equal((2, string.Empty), (ran.ExitCode, ran.Output));
        Assert.Contains("PACTA0915", ran.Errors, StringComparison.Ordinal);
        Assert.Contains(why, ran.Errors, StringComparison.Ordinal);
        Assert.Equal(before, (_command.Read(Command.Reports), _command.Read(Command.Agreement)));
        Assert.Empty(Directory.EnumerateFiles(_command.PathOf(string.Empty), "*.partial"));
    }

    [Theory]
    [InlineData("--save-state")]
    [InlineData("--output")]
    public void What_is_written_through_a_link_takes_the_place_of_no_reports(string option)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "links need rights on Windows");
        var before = _command.Read(Command.Reports);
        File.CreateSymbolicLink(_command.PathOf("link"), Command.Reports);

        var ran = _command.Check(option, "@link");

        Assert.Equal((2, string.Empty), (ran.ExitCode, ran.Output));
        Assert.Contains("one of the files that are read", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(before, _command.Read(Command.Reports));
    }

    /// <summary>Also where there is nothing yet.</summary>
    [Theory]
    [InlineData("--save-state", true)]
    [InlineData("--save-state", false)]
    [InlineData("--output", true)]
    [InlineData("--output", false)]
    public void What_is_written_through_a_link_stands_where_the_link_points_to(string option, bool isThere)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "links need rights on Windows");
        File.CreateSymbolicLink(_command.PathOf("link"), "target");
        if (isThere)
        {
            _command.Write("target", "before");
        }

        Assert.Equal(1, _command.Check(option, "@link").ExitCode);

        Assert.NotEqual("before", _command.Read("target"));
        Assert.Equal("target", new FileInfo(_command.PathOf("link")).LinkTarget);
    }

    [Fact]
    public void Findings_do_not_take_the_place_of_a_state()
    {
        Assert.Contains("it is one of the files that are read", Resume("--resume", "@s.state", "--output", "@s.state").Errors, StringComparison.Ordinal);
        Assert.Contains("it is one of the files that are read", _command.Run("explain", "@" + Command.Agreement, "--resume", "@s.state", "1a4543", "--output", "@s.state").Errors, StringComparison.Ordinal);
        Assert.Equal(_whole, File.ReadAllBytes(_command.PathOf("s.state")));
    }

    public void Dispose() => _command.Dispose();

    private Ran Resume(params string[] options) => _command.Run(["check", "@" + Command.Agreement, .. options]);

    private void AssertRefused(byte[] state, string code, string what)
    {
        _command.Write("damaged.state", state);
        var ran = Resume("--resume", "@damaged.state", "--save-state", "@damaged.state");
        Assert.True(ran.ExitCode == 2 && ran.Output.Length == 0 && ran.Errors.StartsWith($"error[{code}]", StringComparison.Ordinal), $"{what}: {ran}");
        Assert.Equal(state, File.ReadAllBytes(_command.PathOf("damaged.state")));
    }
}
