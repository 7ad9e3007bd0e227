using System.Diagnostics;
using System.Globalization;
using Pacta.Bench.Workloads;

namespace Pacta.Bench.Monitoring;

/// <summary><c>monitor</c>: the monitor as a whole, from the command line.</summary>
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
            default:
                return false;
        }
    }

    /// <summary>1 if DuckDB comes to other rows.</summary>
    public static int Run(Options options)
    {
        if (PinnedRun.Missing() is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 3;
        }

        var folder = Directory.CreateTempSubdirectory("pacta-bench-").FullName;
        try
        {
            var core = options.Number("--core", PinnedRun.LastCore);
            var runs = options.Number("--runs", 5);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Whole processes on core {core} of {Environment.ProcessorCount}, the median of {runs}. {Load()}"));
            var pacta = options.Text("--pacta") is { } path ? Path.GetFullPath(path) : Publish(folder);
            var pinned = new PinnedRun(core);
            var bench = new MonitorBench(pacta, pinned, runs, folder);
            bench.Run(options.Number("--events", 1_000_000), options.Text("--only")?.Split(',') ?? [], !options.Has("--no-duckdb"));
            Console.WriteLine(Load());
            return bench.AllAgree ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Publish(string folder)
    {
        var to = Path.Combine(folder, "pacta");
        using var process = Process.Start("dotnet", ["publish", "src/Pacta.Cli", "-c", "Release", "-o", to]);
        process.WaitForExit();
        return process.ExitCode == 0 ? Path.Combine(to, "pacta") : throw new InvalidOperationException("src/Pacta.Cli was not published; is this run in the folder of the solution?");
    }

    /// <summary>Whether others used the machine: how many processes ran or wanted to, of late.</summary>
    private static string Load() =>
        File.Exists("/proc/loadavg") ? $"Load of the machine {File.ReadAllText("/proc/loadavg").Split(' ')[0]}, with one for this itself." : "The load of the machine is not known.";
}
