using System.Diagnostics;
using Pacta.Tests.Ledger;

namespace Pacta.Tests.Cli;

/// <summary>A check that goes on is killed wherever it may be, and taken up with the whole input: it finds what it would have found.</summary>
public sealed class FollowKillTests : IDisposable
{
    private const int Reports = 120;

    private readonly Command _command = Command.WithDemo();
    private readonly Random _random = new(20240712);

    private string[] Lines => [.. Enumerable.Range(200, Reports).Select(LiveTests.Exercise)];

    [Fact]
    public async Task What_was_killed_is_taken_up_and_finds_the_same()
    {
        _command.Write("before.jsonl", string.Join('\n', Enumerable.Range(0, 200).Select(LiveTests.Exercise))).Write("all.jsonl", string.Join('\n', Lines));
        string[] files = ["check", _command.PathOf(Command.Agreement), "--reports", _command.PathOf("before.jsonl")];
        var undisturbed = _command.Run([.. files, "@all.jsonl", "--format", "json"]);
        var (state, states) = (_command.PathOf("s.state"), 0);

        for (var kill = 0; kill < Killed.Times; kill++)
        {
            File.Delete(state);
            for (var life = 0; life < 2; life++)
            {
                // The second life begins with what the first left.
                using var process = Killed.Start([.. files, "-", "--follow", "--resume", state, "--save-state", state]);
                await KillAfter(process, _random.Next(1, Reports / 3), waits: life == 0);
            }

            states += File.Exists(state) ? 1 : 0;
            var resumed = _command.Run([.. files, "@all.jsonl", "--resume", state, "--save-state", state, "--format", "json"]);
            Assert.Equal(LiveTests.Found(undisturbed), LiveTests.Found(resumed));
            Assert.Equal(LiveTests.Found(undisturbed), LiveTests.Found(_command.Run("check", "@" + Command.Agreement, "--resume", state, "--format", "json")));
        }

        Assert.InRange(states, 1, Killed.Times);
    }

    public void Dispose() => _command.Dispose();

    /// <summary>Sends lines, and kills it when so many changes were told and more is on its way.</summary>
    /// <param name="waits">Whether each line is sent after what came of the one before; else all are sent.</param>
    private async Task KillAfter(Process process, int told, bool waits)
    {
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var next = new SemaphoreSlim(waits ? 1 : Reports);
        var feeding = Feed(process, next);
        for (; told > 0; told--)
        {
            Assert.NotNull(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            next.Release();
        }

        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        next.Release(Reports);
        await feeding;
        Assert.Equal(string.Empty, await errors);
    }

    private async Task Feed(Process process, SemaphoreSlim next)
    {
        try
        {
            foreach (var line in Lines)
            {
                await next.WaitAsync(TestContext.Current.CancellationToken);
                await process.StandardInput.WriteLineAsync(line);
                await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // Killed.
        }
    }
}
