using System.Diagnostics;
using Pacta.Cli;
using Pacta.Tests.Ledger;

namespace Pacta.Tests.Cli;

/// <summary>
/// Stores that were damaged on purpose. Each gives the findings of the store as it was, or an error with a code and exit code 2: never other findings, never a
/// fault of the program; and trying changes nothing.
/// </summary>
public sealed class StoreDamageTests : IDisposable
{
    private const int Page = 4096;

    private readonly Command _command = Command.WithDemo();
    private readonly byte[] _whole;
    private readonly Ran _findings;

    public StoreDamageTests()
    {
        _command.Write("many.jsonl", string.Concat(Enumerable.Range(0, 150).Select(i =>
            $$"""{"id":"x{{i}}","source":"mission","event":"g{{i}}","kind":"fire","time":"2024-0{{1 + (i % 6)}}-1{{i % 10}}T0{{i % 10}}:00:00Z","by":"borland","in":"buffer_zone"}""" + "\n")));
        Assert.Equal(0, _command.Run("record", "@reports.db", "--reports", "@" + Command.Reports, "@many.jsonl").ExitCode);
        _findings = Check();
        Assert.Equal(1, _findings.ExitCode);
        _whole = File.ReadAllBytes(Store);
    }

    private string Store => _command.PathOf("reports.db");

    [Fact]
    public void A_byte_that_was_flipped_anywhere_is_noticed_or_changes_nothing()
    {
        var noticed = 0;
        for (var at = 0; at < _whole.Length; at += 331)
        {
            var damaged = (byte[])_whole.Clone();
            damaged[at] ^= (byte)(1 << (at % 8));
            noticed += IsNoticed(damaged, $"byte {at}") ? 1 : 0;
        }

        Assert.InRange(noticed, 50, int.MaxValue);
    }

    [Fact]
    public void A_page_of_zeros_is_noticed_or_was_not_in_use()
    {
        var noticed = Enumerable.Range(0, _whole.Length / Page).Count(page =>
        {
            var damaged = (byte[])_whole.Clone();
            damaged.AsSpan(page * Page, Page).Clear();
            return IsNoticed(damaged, $"page {page}");
        });

        // Of 15 pages two are indexes that a check has no need of.
        Assert.InRange(noticed, (_whole.Length / Page) - 2, _whole.Length / Page);
    }

    [Fact]
    public void A_file_that_breaks_off_is_noticed_wherever_it_does()
    {
        for (var length = 0; length < _whole.Length; length += Page)
        {
            Assert.True(IsNoticed(_whole[..length], $"cut off after {length}"));
            Assert.True(IsNoticed(_whole[..(length + 77)], $"cut off after {length + 77}"));
        }
    }

    /// <summary>What is recorded into a damaged store does not make it look whole.</summary>
    [Fact]
    public void Recording_into_a_damaged_store_never_hides_the_damage()
    {
        for (var at = 100; at < _whole.Length; at += 1_777)
        {
            var damaged = (byte[])_whole.Clone();
            damaged[at] ^= 0x40;
            Put(damaged);
            var before = Check().ExitCode;
            var ran = _command.RunWithInput("""{"id":"late","source":"mission","event":"h1","kind":"fire","time":"2020-01-01","in":"strip"}""", "record", "@reports.db", "--reports", "-");

            Assert.True(ran.ExitCode is 0 or 2, $"byte {at}: {ran.Errors}");
            Assert.True(before != 2 || Check().ExitCode == 2, $"byte {at}: damage is hidden by what was recorded");
        }
    }

    [Theory]
    [InlineData("PACTA0923", "UPDATE entry SET line = replace(line, 'mission', 'borland_mod') WHERE number = 30")]
    [InlineData("PACTA0923", "UPDATE entry SET number = -7 WHERE number = 7; UPDATE entry SET number = 7 WHERE number = 8; UPDATE entry SET number = 8 WHERE number = -7")]
    [InlineData("PACTA0923", "DELETE FROM entry WHERE number = 20")]
    [InlineData("PACTA0923", "UPDATE entry SET line = NULL WHERE number = 20")]
    [InlineData("PACTA0923", "INSERT INTO entry SELECT max(number) + 1, 'x', max(recorded) + 1, 0, '{}', sha256, chain FROM entry")]
    [InlineData("PACTA0922", "DROP TABLE entry")]
    [InlineData("PACTA0922", "DROP TABLE told")]
    [InlineData("PACTA0922", "ALTER TABLE entry RENAME COLUMN line TO words")]
    [InlineData("PACTA0921", "PRAGMA user_version = 9")]
    [InlineData("PACTA0922", "PRAGMA user_version = 0")]
    [InlineData("PACTA0920", "PRAGMA application_id = 7")]
    public void What_was_changed_by_another_program_is_told_of(string code, string sql)
    {
        LedgerFile.Run(Store, "PRAGMA foreign_keys = OFF; DROP TRIGGER entry_is_final; DROP TRIGGER entry_stays; " + sql + "; PRAGMA wal_checkpoint(TRUNCATE)");
        var before = File.ReadAllBytes(Store);

        var ran = Check();

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(code, ran.Errors, StringComparison.Ordinal);
        Assert.Empty(ran.Output);
        Assert.Equal(before, File.ReadAllBytes(Store));
    }

    [Fact]
    public void That_the_last_entries_are_gone_shows_where_a_chain_was_noted()
    {
        var chain = Chain();
        _command.RunWithInput("""{"id":"late","source":"mission","event":"h1","kind":"fire","time":"2020-01-01"}""", "record", "@reports.db", "--reports", "-");
        var later = Chain();
        Assert.Equal(1, Check("--expect-chain", chain, "--expect-chain", later).ExitCode);
        Assert.Equal(1, Check("--expect-chain", chain.ToUpperInvariant()).ExitCode);

        LedgerFile.Run(Store, "DROP TRIGGER entry_stays; DELETE FROM entry WHERE id = 'late'");

        Assert.Equal(1, Check("--expect-chain", chain).ExitCode);
        var ran = Check("--expect-chain", chain, "--expect-chain", later);
        Assert.Equal(2, ran.ExitCode);
        Assert.Contains($"The chain {later} is not in the store", ran.Errors.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("PACTA0928", ran.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(chain, ran.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5f3c")]
    [InlineData("zz8f7ab3c5ad6e4fd0f6c0a0a0b5b4ab3ad5aa0e8a1ac0ba4a1f9d27f0e4a7c1")]
    public void What_is_no_chain_is_told_of(string text) => Assert.Contains("is no chain", Check("--expect-chain", text).Errors, StringComparison.Ordinal);

    [Fact]
    public void The_database_of_another_program_stays_as_it_is_whatever_is_tried()
    {
        Put([]);
        LedgerFile.Run(Store, "CREATE TABLE bookmarks (address TEXT); INSERT INTO bookmarks VALUES ('x')");
        var before = File.ReadAllBytes(Store);

        Assert.All(
            new[] { Check(), _command.Run("record", "@reports.db", "--reports", "@many.jsonl"), _command.Run("erase", "@reports.db", "x1", "--reason", "x") },
            ran => Assert.Contains("PACTA0920", ran.Errors, StringComparison.Ordinal));
        Assert.Equal(before, File.ReadAllBytes(Store));
        Assert.Equal([Store], Directory.GetFiles(Path.GetDirectoryName(Store)!, "reports.db*"));
    }

    [Fact]
    public void An_empty_file_is_no_store_to_check_and_becomes_one_when_something_is_recorded()
    {
        Put([]);
        Assert.Contains("PACTA0920", Check().Errors, StringComparison.Ordinal);
        Assert.Empty(File.ReadAllBytes(Store));
        Assert.Equal(0, _command.Run("record", "@reports.db", "--reports", "@" + Command.Reports, "@many.jsonl").ExitCode);
        Assert.Equal(_findings.Output, Check().Output);
    }

    [Fact]
    public void A_log_without_its_file_is_not_written_over()
    {
        File.Delete(Store);
        _command.Write("reports.db-wal", new byte[5000]);

        var ran = _command.Run("record", "@reports.db", "--reports", "@many.jsonl");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("PACTA0922", ran.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Store));
        Assert.Equal(5000, new FileInfo(Store + "-wal").Length);
    }

    [Fact]
    public void A_store_that_another_process_writes_into_can_be_checked_and_is_not_waited_for_without_end()
    {
        using var command = new Command { StorePatience = TimeSpan.FromMilliseconds(50) };
        File.Copy(Store, command.PathOf("reports.db"));
        File.Copy(_command.PathOf(Command.Agreement), command.PathOf(Command.Agreement));
        File.Copy(_command.PathOf("many.jsonl"), command.PathOf("many.jsonl"));
        using var other = LedgerFile.Connect(command.PathOf("reports.db"));
        using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();

        var ran = command.Run("record", "@reports.db", "--reports", "@many.jsonl");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("PACTA0924", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(_findings.Output, command.Run("check", "@" + Command.Agreement, "--store", "@reports.db", "--format", "csv").Output);
    }

    [Fact]
    public void A_file_that_may_only_be_read_can_be_checked_and_not_recorded_into()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Whoever may do everything may write every file.");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("It has other rights.");
            return;
        }

        File.SetUnixFileMode(Store, UnixFileMode.UserRead);
        var folder = Path.GetDirectoryName(Store)!;
        var mode = File.GetUnixFileMode(folder);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Equal(_findings.Output, Check().Output);
            var ran = _command.RunWithInput("{}", "record", "@reports.db", "--reports", "-");
            Assert.Equal(2, ran.ExitCode);
            Assert.Contains("PACTA0904", ran.Errors, StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(folder, mode);
        }
    }

    /// <summary>The disk is full: no file of the process may become longer than a little.</summary>
    [Fact]
    public async Task Where_there_is_no_room_nothing_is_recorded_and_the_store_stays_whole()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such limit.");
        _command.Write("more.jsonl", string.Concat(Enumerable.Range(0, 30_000).Select(i => $$"""{"id":"y{{i}}","source":"mission","event":"y{{i}}","kind":"fire","time":"2024-01-10","by":"borland","in":"buffer_zone"}""" + "\n")));
        var start = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"trap '' XFSZ; ulimit -f 1024; DOTNET_EnableWriteXorExecute=0 exec dotnet exec '{typeof(App).Assembly.Location}' record '{Store}' --reports '{_command.PathOf("more.jsonl")}'");
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 2, errors);
        Assert.Contains("PACTA0904", errors, StringComparison.Ordinal);
        Assert.Contains("0 recorded", errors, StringComparison.Ordinal);
        Assert.Equal(_findings.Output, Check().Output);
        Assert.Equal(0, _command.Run("record", "@reports.db", "--reports", "@more.jsonl").ExitCode);
    }

    public void Dispose() => _command.Dispose();

    private Ran Check(params string[] options) => _command.Run(["check", "@" + Command.Agreement, "--store", "@reports.db", .. options.Contains("--format") ? options : ["--format", "csv", .. options]]);

    private string Chain()
    {
        using var json = System.Text.Json.JsonDocument.Parse(Check("--format", "json").Output);
        return json.RootElement.GetProperty("manifest").GetProperty("stores")[0].GetProperty("chain").GetString()!;
    }

    private void Put(byte[] bytes)
    {
        File.Delete(Store + "-wal");
        File.Delete(Store + "-shm");
        File.WriteAllBytes(Store, bytes);
    }

    private bool IsNoticed(byte[] damaged, string what)
    {
        Put(damaged);
        var ran = Check();
        Assert.True(damaged.AsSpan().SequenceEqual(File.ReadAllBytes(Store)), $"{what}: the file was changed");
        if (ran.ExitCode == 2)
        {
            Assert.True(ran.Output.Length == 0, what);
            Assert.Matches("PACTA092[0-3]", ran.Errors);
            return true;
        }

        Assert.True(ran.ExitCode == _findings.ExitCode && ran.Output == _findings.Output, $"{what}: other findings\n{ran.Errors}");
        return false;
    }
}
