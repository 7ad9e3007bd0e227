using System.Security.Cryptography;
using NodaTime;
using Pacta.Ledger;
using Pacta.Tests.Cli;

namespace Pacta.Tests.Ledger;

/// <summary>
/// The command is killed while it records, while it checks, and both at once: whatever it had told is there, the ledger is whole, and the findings are those of a
/// run that nothing disturbed.
/// </summary>
public sealed class KillTests : IDisposable
{
    private readonly Command _command = Command.WithDemo();
    private readonly Random _random = new(7);

    private string _store = "reports.db";

    private string Store => _command.PathOf(_store);

    private string[] Check => ["check", _command.PathOf(Command.Agreement), "--store", Store, "--format", "json"];

    [Fact]
    public async Task Nothing_acknowledged_is_lost()
    {
        var acknowledged = new List<string>();
        for (var kill = 0; kill < Killed.Times; kill++)
        {
            acknowledged.AddRange(await Killed.Writer(Store, $"k{kill}", 20 + (7 * kill % 50)));
        }

        Assert.InRange(acknowledged.Count, 20 * Killed.Times, int.MaxValue);
        AssertHas(acknowledged);
    }

    [Fact]
    public async Task Of_two_that_write_at_once_and_are_killed_nothing_acknowledged_is_lost()
    {
        var acknowledged = new List<string>();
        for (var kill = 0; kill < Killed.Times; kill++)
        {
            foreach (var told in await Task.WhenAll(Killed.Writer(Store, $"a{kill}", _random.Next(1, 60)), Killed.Writer(Store, $"b{kill}", _random.Next(1, 60))))
            {
                acknowledged.AddRange(told);
            }
        }

        AssertHas(acknowledged);
    }

    [Fact]
    public async Task A_check_that_is_killed_changes_nothing_and_the_next_finds_what_an_undisturbed_one_finds()
    {
        Fill(300);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var undisturbed = await Killed.Run(Check);
        var lasts = clock.Elapsed;
        Assert.Equal(1, undisturbed.ExitCode);
        var before = SHA256.HashData(await File.ReadAllBytesAsync(Store, TestContext.Current.CancellationToken));

        var killed = 0;
        for (var kill = 0; kill < Killed.Times; kill++)
        {
            using var process = Killed.Start(Check);
            killed += await Killed.After(process, lasts * (0.05 + (0.85 * _random.NextDouble()))) ? 1 : 0;
        }

        Assert.InRange(killed, Killed.Times / 2, Killed.Times);
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(Store, TestContext.Current.CancellationToken)));
        Assert.Equal(undisturbed, await Killed.Run(Check));
    }

    [Fact]
    public async Task A_check_that_puts_its_findings_on_record_has_put_all_of_them_or_none_when_it_is_killed()
    {
        Fill(300);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var undisturbed = await Killed.Run(Check);
        var lasts = clock.Elapsed;
        for (var kill = 0; kill < Killed.Times; kill++)
        {
            using var process = Killed.Start([.. Check, "--record-findings"]);
            await Killed.After(process, lasts * (0.3 + _random.NextDouble()));
            using var ledger = ReportLedger.OpenToRead(Store);
            var told = ledger.ReadTold().Told.Length;
            Assert.True(told == 0 || told == Findings(undisturbed.Output), $"{told} were told");
        }

        var (_, output, errors) = await Killed.Run([.. Check, "--record-findings"]);
        Assert.Equal(undisturbed.Output, output);
        Assert.Contains("findings put on record", errors, StringComparison.Ordinal);
        using var last = ReportLedger.OpenToRead(Store);
        Assert.Equal(Findings(output), last.ReadTold().Told.Length);
    }

    [Fact]
    public async Task A_writer_that_is_killed_while_another_process_checks_leaves_both_whole()
    {
        var acknowledged = new List<string>();
        for (var kill = 0; kill < Killed.Times; kill++)
        {
            // A new store from time to time: a writer that is fed without an end makes it long, and a check of it slow.
            if (kill % 5 == 0)
            {
                _store = $"reports{kill}.db";
                acknowledged.Clear();
                Fill(50);
            }

            var writing = Killed.Writer(Store, $"k{kill}", _random.Next(20, 200));
            var (exitCode, output, errors) = await Killed.Run(Check);
            acknowledged.AddRange(await writing);

            // It saw the store at one moment; of that moment the findings are found again.
            Assert.True(exitCode == 1, errors);
            Assert.Empty(errors);
            using var ledger = ReportLedger.OpenToRead(Store);
            Assert.True(ledger.Contains(Chain(output)));
            AssertHas(acknowledged);
        }

        Assert.Equal((await Killed.Run(Check)).Output, (await Killed.Run(Check)).Output);
    }

    [Fact]
    public async Task Two_processes_that_record_many_files_at_once_both_finish_and_the_chain_is_whole()
    {
        const int Files = 5;
        const int Lines = 400;
        foreach (var writer in new[] { "a", "b" })
        {
            for (var file = 0; file < Files; file++)
            {
                _command.Write($"{writer}{file}.jsonl", string.Join('\n', Enumerable.Range(0, Lines).Select(i => Killed.Line($"{writer}{file}-{i}"))));
            }
        }

        string[] Record(string writer) => ["record", Store, "--reports", .. Enumerable.Range(0, Files).Select(f => _command.PathOf($"{writer}{f}.jsonl"))];
        var ran = await Task.WhenAll(Killed.Run(Record("a")), Killed.Run(Record("b")), Killed.Run(Record("b")));

        Assert.All(ran, r => Assert.True(r.ExitCode == 0, r.Errors));
        Assert.Equal(2 * Files * Lines, ran[1..].Sum(r => Number(r.Errors, " recorded") + Number(r.Errors, " there before")));
        using var ledger = ReportLedger.OpenToRead(Store);
        var entries = ledger.Read().Entries;
        Assert.Equal(2 * Files * Lines, entries.Length);
        Assert.All(new[] { "a", "b" }, w => Assert.All(Enumerable.Range(0, Files), f => Assert.Equal(
            Enumerable.Range(0, Lines).Select(i => $"{w}{f}-{i}"), entries.Select(e => e.Id).Where(id => id.StartsWith($"{w}{f}-", StringComparison.Ordinal)))));
    }

    public void Dispose() => _command.Dispose();

    private void Fill(int count)
    {
        using var ledger = ReportLedger.OpenOrCreate(Store);
        ledger.Append([.. Enumerable.Range(0, count).Select(i => new NewEntry($"f-{i}", Killed.Line($"f-{i}")))], Instant.FromUtc(2024, 8, 1, 0, 0));
    }

    /// <summary>All that was told is there, and reading checks the chain.</summary>
    private void AssertHas(List<string> acknowledged)
    {
        using var ledger = ReportLedger.OpenToRead(Store);
        var ids = ledger.Read().Entries.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(acknowledged);
        Assert.DoesNotContain(acknowledged, a => !ids.Contains(a));
    }

    private static int Number(string text, string before)
    {
        var end = text.IndexOf(before, StringComparison.Ordinal);
        var start = text.LastIndexOfAny([' ', '\n'], end - 1) + 1;
        return int.Parse(text[start..end], System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int Findings(string json)
    {
        using var written = System.Text.Json.JsonDocument.Parse(json);
        return written.RootElement.GetProperty("summary").GetProperty("findings").GetInt32();
    }

    private static string Chain(string json)
    {
        using var written = System.Text.Json.JsonDocument.Parse(json);
        return written.RootElement.GetProperty("manifest").GetProperty("stores")[0].GetProperty("chain").GetString()!;
    }
}
