using Pacta.Cli;

namespace Pacta.Tests.Cli;

public sealed class ExitCodeTests
{
    private const string Quiet = """{"id":"q1","source":"mission","recorded":"2024-05-01","event":"e1","kind":"exercise","time":"2024-05-01","by":"aland","fields":{"troops":100}}""";

    private const string Contested =
        """
        {"id":"q1","source":"mission","recorded":"2024-05-01","event":"e1","kind":"fire","time":"2024-05-01","by":"aland","in":"buffer_zone"}
        {"id":"q2","source":"aland_staff","recorded":"2024-05-02","event":"e1","kind":"fire","polarity":"denies"}
        """;

    private const string Unannounced = """{"id":"q1","source":"mission","recorded":"2024-05-01","event":"e1","kind":"exercise","time":"2024-05-01","by":"aland","fields":{"troops":9000}}""";

    [Theory]
    [InlineData(Quiet, 0, 0)]
    [InlineData(Contested, 0, 1)]
    [InlineData(Unannounced, 1, 1)]
    public void Findings_decide_the_exit_code(string reports, int expected, int strict)
    {
        using var command = Command.WithDemo().Write(Command.Reports, reports);

        Assert.Equal(expected, command.Check().ExitCode);
        Assert.Equal(strict, command.Check("--strict").ExitCode);
    }

    [Fact]
    public void A_proposal_is_never_certainly_broken()
    {
        using var command = Command.WithDemo().Write(Command.Reports, Unannounced);
        command.Write(Command.Agreement, command.Read(Command.Agreement).Replace("status    political", "status    proposal", StringComparison.Ordinal));

        var ran = command.Check();

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("would not be", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PACTA0902", "check", "@no_such.pacta", "--reports", "@grey_line.jsonl")]
    [InlineData("PACTA0902", "check", "@grey_line.pacta", "--reports", "@no_such.jsonl")]
    [InlineData("PACTA0903", "check", "@", "--reports", "@grey_line.jsonl")]
    [InlineData("PACTA0903", "check", "@grey_line.pacta", "--reports", "@")]
    [InlineData("PACTA0905", "check", "@empty", "--reports", "@grey_line.jsonl")]
    [InlineData("PACTA0905", "check", "@grey_line.pacta", "--reports", "@empty")]
    [InlineData("PACTA0906", "check", "@binary", "--reports", "@grey_line.jsonl")]
    [InlineData("PACTA0906", "check", "@grey_line.pacta", "--reports", "@binary")]
    [InlineData("PACTA0906", "check", "@grey_line.pacta", "--reports", "@sheet.xlsx")]
    [InlineData("PACTA0907", "check", "@grey_line.pacta", "--reports", "@grey_line.jsonl", "--as-of", "10.9.2021")]
    [InlineData("PACTA0907", "check", "@grey_line.pacta", "--reports", "@grey_line.jsonl", "--until", "2021-02-30")]
    [InlineData("PACTA0907", "check", "@grey_line.pacta", "--reports", "@grey_line.jsonl", "--until", "2021-02")]
    [InlineData("PACTA0908", "check", "@grey_line.pacta", "--reports", "@grey_line.jsonl", "--perspective", "nobody")]
    [InlineData("PACTA0909", "check", "@grey_line.pacta", "--reports", "@grey_line.jsonl", "--clause", "notise")]
    [InlineData("PACTA0910", "explain", "@grey_line.pacta", "--reports", "@grey_line.jsonl", "ffffff")]
    [InlineData("PACTA0912", "check", "@words.pacta", "--reports", "@grey_line.jsonl")]
    [InlineData("PACTA0913", "test", "@short.pacta")]
    [InlineData("PACTA0914", "help", "PACTA9999")]
    [InlineData("PACTA0916", "check", "@grey_line.pacta", "--reports", "-", "--reports", "-")]
    [InlineData("PACTA0901", "check", "@grey_line.pacta", "--format", "json")]
    [InlineData("PACTA0901", "explain", "@grey_line.pacta", "1a4543")]
    [InlineData("PACTA0918", "check", "@long.pacta")]
    [InlineData("PACTA0548", "check", "@grey_line.pacta", "--reports", "@judged.jsonl")]
    [InlineData("PACTA0549", "check", "@grey_line.pacta", "--reports", "@early.jsonl")]
    [InlineData("PACTA0901", "check", "@grey_line.pacta", "--repots", "@grey_line.jsonl")]
    [InlineData("PACTA0901", "check", "@grey_line.pacta", "--reports", "@grey_line.jsonl", "--format", "pdf")]
    [InlineData("PACTA0901", "chek", "@grey_line.pacta")]
    [InlineData("PACTA0901", "demo", "--invented", "--format", "json")]
    [InlineData("PACTA0901", "explain", "@grey_line.pacta", "--reports", "@grey_line.jsonl")]
    [InlineData("PACTA0502", "check", "@grey_line.pacta", "--reports", "@broken.jsonl")]
    [InlineData("PACTA0530", "check", "@grey_line.pacta", "--reports", "@unknown.jsonl")]
    [InlineData("PACTA0201", "check", "@broken.pacta", "--reports", "@grey_line.jsonl")]
    [InlineData("PACTA0604", "import", "csv", "@table.csv", "--mapping", "@mapping.json")]
    [InlineData("PACTA0606", "import", "csv", "@table.csv", "--mapping", "@named.json", "--keep-going")]
    public void What_cannot_be_used_says_why_and_ends_with_2(string code, params string[] words)
    {
        using var command = Command.WithDemo()
            .Write("empty", " \n\n")
            .Write("binary", [1, 2, 0, 3])
            .Write("sheet.xlsx", "PK\u0003\u0004 and so on")
            .Write("words.pacta", "vocabulary words {\n  unit m\n}\n")
            .Write("short.pacta", "actor aland, borland\nagreement \"Short\" as short {\n  status political\n  time zone \"UTC\"\n  parties aland, borland\n}\n")
            .Write("broken.jsonl", "{\n")
            .Write("unknown.jsonl", Quiet.Replace("exercise", "exercize", StringComparison.Ordinal))
            .Write("long.pacta", "// " + new string('x', 200_000))
            .Write("judged.jsonl", """{"type":"judgement","id":"j1","source":"mission","matter":"hostile intent","holds":true,"time":"2024-05-01"}""")
            .Write("early.jsonl", """{"type":"complete","id":"k1","source":"mission","kinds":"all","through":"2024-05-01","recorded":"2024-03-01"}""")
            .Write("table.csv", "Ref,Name\n1,x\n")
            .Write("named.json", """{"kind":"exercise","id":"{Ref}","source":"mission","time":{"column":"Name"}}""")
            .Write("mapping.json", """{"kind":"exercise","id":"{Ref}","event":"{Nam}","source":"mission","time":"2021"}""");
        command.Write("broken.pacta", command.Read(Command.Agreement).Replace("when exercise x by A", "when exercize x by A", StringComparison.Ordinal));

        var ran = command.Run(words);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(code, ran.Errors, StringComparison.Ordinal);
        Assert.Empty(ran.Output);
    }

    [Fact]
    public void A_misspelt_word_gets_the_nearest_one()
    {
        using var command = Command.WithDemo();

        Assert.Contains("Did you mean pacta check?", command.Run("chek").Errors, StringComparison.Ordinal);
        Assert.Contains("Did you mean --reports?", command.Run("check", "a.pacta", "--repots", "x").Errors, StringComparison.Ordinal);
        Assert.Contains("grey_line.pacta”?", command.Run("test", "@grey_lin.pacta").Errors, StringComparison.Ordinal);
        Assert.Contains("Did you mean “notice”?", command.Check("--clause", "notise").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_scenario_says_what_was_expected_and_what_was_found()
    {
        using var command = Command.WithDemo();
        command.Write("wrong.pacta", command.Read(Command.Agreement).Replace("expect met notice", "expect excused notice", StringComparison.Ordinal));

        var good = command.Run("test", "@" + Command.Agreement);
        var bad = command.Run("test", "@wrong.pacta");

        Assert.Equal((0, 1), (good.ExitCode, bad.ExitCode));
        Assert.Contains("1 passed, 0 failed", good.Output, StringComparison.Ordinal);
        Golden.Equal("test-failed.txt", bad.Output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check --help")]
    public void Help_tells_the_exit_codes(string words)
    {
        using var command = new Command();

        var ran = command.Run(words.Split(' '));

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("2  the input cannot be used", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_on_standard_error_when_all_is_well()
    {
        using var command = Command.WithDemo();

        Assert.Empty(command.Check().Errors);
        Assert.Empty(command.Run("test", "@" + Command.Agreement).Errors);
        Assert.Empty(command.Run("demo").Errors);
        Assert.Empty(command.Run("demo", "--invented").Errors);
        Assert.Equal("0.1.0\n", command.Run("version").Output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_fault_of_our_own_ends_with_3_and_shows_its_insides_on_demand_only(bool isDebugging)
    {
        using var errors = new StringWriter();
        using var input = new MemoryStream();
        using var output = new FaultyStream();
        string[] words = isDebugging ? ["version", "--debug"] : ["version"];

        Assert.Equal(3, App.Run(words, input, output, errors));

        Assert.Contains("This is a fault of Pacta", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(isDebugging, errors.ToString().Contains("   at ", StringComparison.Ordinal));
    }

    private sealed class FaultyStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("out of order");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("out of order");
    }
}
