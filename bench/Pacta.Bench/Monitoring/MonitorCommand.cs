using System.Diagnostics;
using System.Globalization;
using Pacta.Bench.Workloads;

namespace Pacta.Bench.Monitoring;

/// <summary>The monitor as a whole: <c>monitor</c> against its baselines, and <c>growth</c>, <c>clauses</c>, <c>start</c>, <c>latency</c>.</summary>
internal static class MonitorCommand
{
    /// <summary>Modes that this program starts itself in: one process for one figure.</summary>
    public static bool IsMode(string[] args)
    {
        var runs = new Options(args).Number("--runs", 1);
        switch (args)
        {
            case ["scan", var signature, var log, ..]:
                Floor.Run(signature, log, runs);
                return true;
            case ["duckdb", var name, var folder, ..] when Workload.Find(name) is { } workload:
                DuckRule.Run(workload, folder, runs);
                return true;
            case ["time-points", var name, var folder] when Workload.Find(name) is { } workload:
                Latency.Run(workload, folder);
                return true;
            case ["clauses-once", var loaded, var triggered, var events]:
                Clauses.Run(Number(loaded), Number(triggered), Number(events));
                return true;
            default:
                return false;
        }
    }

    /// <summary>0; 1 if DuckDB comes to other rows; 2 for a wrong option; 3 if a program is missing or failed.</summary>
    public static int Run(string what, Options options)
    {
        if (PinnedRun.Missing() is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 3;
        }

        var only = options.Text("--only")?.Split(',') ?? [];
        if (only.FirstOrDefault(name => Workload.Find(name) is null) is { } unknown)
        {
            Console.Error.WriteLine($"There is no workload {unknown}; there are {string.Join(", ", Workload.All.Select(known => known.Name))}.");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("pacta-bench-").FullName;
        try
        {
            var core = options.Number("--core", PinnedRun.LastCore);
            var runs = options.Number("--runs", 5);
            var events = options.Number("--events", what == "clauses" ? 100_000 : 1_000_000);
            var pinned = new PinnedRun(core);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"On core {core} of {Environment.ProcessorCount}; whole processes are the median of {runs}. {Load()}"));
            var agrees = true;
            switch (what)
            {
                case "monitor":
                    var bench = new MonitorBench(Program(options, folder), pinned, runs, folder);
                    bench.Run(events, only, !options.Has("--no-duckdb"));
                    agrees = bench.AllAgree;
                    break;
                case "growth":
                    new Growth(Program(options, folder), pinned, runs, folder).Run(events);
                    break;
                case "start":
                    new FirstVerdict(Program(options, folder), core, folder).Run();
                    break;
                case "clauses":
                    Clauses.Heading();
                    foreach (var (loaded, triggered) in Clauses.Cases)
                    {
                        Console.Write(pinned.Self("clauses-once", Text(loaded), Text(triggered), Text(events)).Text);
                    }

                    break;
                default:
                    Latencies(pinned, events, only, folder);
                    break;
            }

            Console.WriteLine(Load());
            return agrees ? 0 : 1;
        }
        catch (InvalidOperationException e)
        {
            Console.Error.WriteLine(e.Message);
            return 3;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Latencies(PinnedRun pinned, int events, string[] only, string folder)
    {
        Latency.Heading();
        foreach (var workload in Workload.All.Where(known => only.Length == 0 || only.Contains(known.Name, StringComparer.Ordinal)))
        {
            var files = WorkloadWriter.Write(workload, new Size(events), Path.Combine(folder, workload.Name), withTables: false);
            Console.Write(pinned.Self("time-points", workload.Name, files.Folder).Text);
        }
    }

    internal static string Program(Options options, string folder)
    {
        if (options.Text("--pacta") is { } path)
        {
            return Path.GetFullPath(path);
        }

        var to = Path.Combine(folder, "pacta");
        using var process = Process.Start("dotnet", ["publish", "src/Pacta.Cli", "-c", "Release", "-o", to]);
        process.WaitForExit();
        return process.ExitCode == 0 ? Path.Combine(to, "pacta") : throw new InvalidOperationException("src/Pacta.Cli was not published; is this run in the folder of the solution?");
    }

    /// <summary>Whether others used the machine: how many processes ran or wanted to, of late.</summary>
    internal static string Load() =>
        File.Exists("/proc/loadavg") ? $"Load of the machine {File.ReadAllText("/proc/loadavg").Split(' ')[0]}, with one for this itself." : "The load of the machine is not known.";
}
