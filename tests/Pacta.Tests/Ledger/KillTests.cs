using System.Diagnostics;
using System.Globalization;
using Pacta.Cli;
using Pacta.Ledger;

namespace Pacta.Tests.Ledger;

/// <summary>The command is killed while it records: whatever it had told the number of is there, and the ledger is whole.</summary>
public sealed class KillTests : IDisposable
{
    /// <summary>PACTA_KILLS=100 kills it as often.</summary>
    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("PACTA_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("pacta-kill-").FullName;

    [Fact]
    public async Task Nothing_acknowledged_is_lost()
    {
        var store = Path.Combine(_folder, "reports.db");
        var acknowledged = new List<string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = Start(store);
            var feeding = Feed(process, kill);
            for (var told = 0; told < 20 + (7 * kill % 50) && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line; told++)
            {
                acknowledged.Add(line.Split('\t')[1]);
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await feeding;
        }

        using var ledger = ReportLedger.Open(store);
        var ids = ledger.Read().Entries.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);

        Assert.InRange(acknowledged.Count, 20 * Kills, int.MaxValue);
        Assert.DoesNotContain(acknowledged, a => !ids.Contains(a));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Process Start(string store)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in new[] { "exec", typeof(App).Assembly.Location, "record", store, "--reports", "-" })
        {
            start.ArgumentList.Add(word);
        }

        return Process.Start(start)!;
    }

    /// <summary>Lines without an end, until nobody takes them any more.</summary>
    private static async Task Feed(Process process, int kill)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                await process.StandardInput.WriteLineAsync($$"""{"id":"k{{kill}}-{{i}}","source":"mission","event":"e{{kill}}-{{i}}","kind":"fire","time":"2024-07-12"}""");
                await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // Killed.
        }
    }
}
