namespace Pacta.Tests.Cli;

/// <summary><c>pacta check FILE</c> looks for mistakes.</summary>
public sealed class WithoutReportsTests
{
    [Fact]
    public void A_file_without_mistakes_is_said_to_be_so_with_what_stands_in_it()
    {
        using var command = Command.WithDemo();

        var ran = command.Run("check", "@" + Command.Agreement);

        Assert.Equal((0, string.Empty), (ran.ExitCode, ran.Errors));
        Assert.Equal(
            """
            No mistakes found in 1 file.
              Grey Line Memorandum (invented): 4 clauses, 1 scenario

            pacta test grey_line.pacta    runs the scenarios
            pacta check grey_line.pacta --reports FILE    checks against reports
            pacta check grey_line.pacta --until DATE    shows what is due if nothing is reported

            """.ReplaceLineEndings("\n"),
            ran.Output);
    }

    [Fact]
    public void A_mistake_is_located_and_ends_with_2()
    {
        using var command = Command.WithDemo();
        command.Write(Command.Agreement, command.Read(Command.Agreement).Replace("when exercise x by A", "when exercize x by A", StringComparison.Ordinal));

        var ran = command.Run("check", "@" + Command.Agreement);

        Assert.Equal((2, string.Empty), (ran.ExitCode, ran.Output));
        Assert.Contains("PACTA0201", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("grey_line.pacta:38:", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_is_shown_and_is_no_mistake()
    {
        using var command = Command.WithDemo();
        command.Write(Command.Agreement, command.Read(Command.Agreement).Replace("  time zone \"Europe/Vienna\"\n", string.Empty, StringComparison.Ordinal));

        var ran = command.Run("check", "@" + Command.Agreement);

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("warning[", ran.Errors, StringComparison.Ordinal);
        Assert.StartsWith("No errors and 1 warning in 1 file.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_words_only_can_be_looked_through_as_well()
    {
        using var command = new Command().Write("words.pacta", "vocabulary words {\n  unit m\n}\n");

        Assert.Equal((0, "No mistakes found in 1 file.\n"), (command.Run("check", "@words.pacta").ExitCode, command.Run("check", "@words.pacta").Output));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    public void Findings_for_machines_still_need_reports_or_a_date(string format)
    {
        using var command = Command.WithDemo();

        var ran = command.Run("check", "@" + Command.Agreement, "--format", format);

        Assert.Equal((2, string.Empty), (ran.ExitCode, ran.Output));
        Assert.Contains("There are no reports to check.", ran.Errors, StringComparison.Ordinal);
    }
}
