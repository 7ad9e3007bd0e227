using System.Diagnostics;
using Pacta.Monitor;
using Pacta.Monitor.Input;
using Pacta.Monitor.Running;
using Pacta.Temporal.Notation;

namespace Pacta.Bench.Monitoring;

/// <summary>Reads and parses a log, keeps the events of each time point, and does nothing with them: what no monitor can be faster than that reads this way.</summary>
internal static class Floor
{
    /// <summary>Once to be warm, then as often as asked; prints the median of seconds and the number of events.</summary>
    public static void Run(string signature, string log, int runs)
    {
        var text = File.ReadAllText(signature);
        Once(text, log);
        var clock = new Stopwatch();
        var (events, seconds) = (0L, new double[runs]);
        for (var i = 0; i < runs; i++)
        {
            clock.Restart();
            events = Once(text, log);
            seconds[i] = clock.Elapsed.TotalSeconds;
        }

        Array.Sort(seconds);
        Console.WriteLine(FormattableString.Invariant($"{seconds[runs / 2]:R} {events}"));
    }

    private static long Once(string signature, string log)
    {
        using var file = File.OpenRead(log);
        var engine = new Engine(SignatureReader.Read(signature), MonitorSettings.DefaultSweep, MonitorSettings.DefaultTogether);
        foreach (var kind in engine.Signature.Kinds)
        {
            engine.Store(kind.Name);
        }

        var scanner = new LogScanner(file, engine, Nowhere.Instance, static () => { });
        scanner.Run();
        return scanner.Events;
    }
}

/// <summary>Takes verdicts and does nothing.</summary>
internal sealed class Nowhere : IVerdictSink
{
    public static Nowhere Instance { get; } = new();

    public void Verdict(FormulaPlan plan, int timePoint, long stamp, ReadOnlySpan<long> rows, int count)
    {
    }

    public void Decided(FormulaPlan plan, int timePoint, long stamp, int count)
    {
    }
}
