using System.Diagnostics;
using System.Globalization;
using Pacta.Cli;

namespace Pacta.Tests.Ledger;

/// <summary>The command as a process of its own, to be killed.</summary>
internal static class Killed
{
    /// <summary>PACTA_KILLS=100 kills it as often.</summary>
    public static readonly int Times =
        int.TryParse(Environment.GetEnvironmentVariable("PACTA_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 4;

    public static Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in new[] { "exec", typeof(App).Assembly.Location }.Concat(words))
        {
            start.ArgumentList.Add(word);
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> Run(params string[] words)
    {
        using var process = Start(words);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await errors);
    }

    /// <summary>Kills it (SIGKILL) after a time, unless it has ended by then.</summary>
    /// <returns>Whether it was killed.</returns>
    public static async Task<bool> After(Process process, TimeSpan time)
    {
        var reading = Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        var isKilled = !process.WaitForExit(time);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await reading;
        return isKilled;
    }

    /// <summary>Sends lines without an end, and takes the ids that are told as recorded; kills it when there are so many.</summary>
    public static async Task<List<string>> Writer(string store, string name, int count)
    {
        using var process = Start("record", store, "--reports", "-");
        var feeding = Feed(process, name);
        var acknowledged = new List<string>();
        while (acknowledged.Count < count && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            acknowledged.Add(line.Split('\t')[1]);
        }

        process.Kill();

        // What it told before it died counts as well.
        var rest = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        acknowledged.AddRange(rest.Split('\n').SkipLast(1).Select(l => l.Split('\t')[1]));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await feeding;
        return acknowledged;
    }

    public static string Line(string id) => $$"""{"id":"{{id}}","source":"mission","event":"{{id}}","kind":"fire","time":"2024-07-12T10:00:00Z","by":"borland","in":"buffer_zone"}""";

    private static async Task Feed(Process process, string name)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                await process.StandardInput.WriteLineAsync(Line($"{name}-{i}"));
                await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // Killed.
        }
    }
}
