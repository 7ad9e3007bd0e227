using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Pacta.Bench.Workloads;
using Pacta.Monitor;
using Pacta.Monitor.Input;
using Pacta.Monitor.Planning;
using Pacta.Monitor.Running;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Typing;

namespace Pacta.Bench.Monitoring;

/// <summary>
/// Many clauses over one stream, each a deadline about kinds of its own, in one engine. Events only come for some of them: cost should grow with these and not
/// with how many clauses are loaded.
/// </summary>
internal static class Clauses
{
    public static void Heading() => Console.WriteLine($"{"clauses loaded",16} {"with events",12} {"seconds",8} {"events/s",11} {"verdicts",9} {"MB kept",8}");

    /// <summary>How many clauses are loaded, and how many of them have events.</summary>
    public static ImmutableArray<(int Loaded, int Triggered)> Cases { get; } = [(1, 1), (10, 1), (100, 1), (1_000, 1), (1_000, 10), (1_000, 100), (1_000, 1_000)];

    /// <summary>Once over a tenth of the events, that all is compiled; then over all.</summary>
    public static void Run(int loaded, int triggered, int events)
    {
        var workload = new ManyDeadlines(loaded, triggered);
        Once(workload, events / 10, out _);
        var seconds = Once(workload, events, out var counts);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{loaded,16:#,0} {triggered,12:#,0} {seconds,8:0.000} {events / seconds,11:#,0} {counts.Verdicts,9} {counts.Kept / 1048576.0,8:0.0}"));
    }

    private static double Once(ManyDeadlines workload, int events, out (long Verdicts, long Kept) counts)
    {
        var (signature, log) = LogOf.Workload(workload, events);
        var engine = new Engine(SignatureReader.Read(signature), MonitorSettings.DefaultSweep, MonitorSettings.DefaultTogether);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var clause = 0; clause < workload.Loaded; clause++)
        {
            Compiler.Compile(FormulaChecker.Check(FormulaParser.Parse(ManyDeadlines.FormulaOf(clause)), engine.Signature), engine, probes: true, skipsQuiet: true);
        }

        using var stream = new MemoryStream(log);
        var counting = new Counting();
        var scanner = new LogScanner(stream, engine, counting, static () => { });
        var clock = Stopwatch.StartNew();
        scanner.Run();
        var seconds = clock.Elapsed.TotalSeconds;
        counts = (counting.Rows, GC.GetTotalMemory(forceFullCollection: true) - before);
        GC.KeepAlive(engine);
        return seconds;
    }

    private sealed class Counting : IVerdictSink
    {
        public long Rows { get; private set; }

        public void Verdict(FormulaPlan plan, int timePoint, long stamp, ReadOnlySpan<long> rows, int count) => Rows += count;

        public void Decided(FormulaPlan plan, int timePoint, long stamp, int count)
        {
        }
    }
}
