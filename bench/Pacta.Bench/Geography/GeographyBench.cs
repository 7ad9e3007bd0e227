using System.Diagnostics;
using System.Globalization;

namespace Pacta.Bench.Geography;

/// <summary>
/// Geodesics, point in country, near the border, nearest border, tracks: throughput on one core by the processor time of this process, so that others on the machine
/// do not count, beside a baseline in the same run.
/// </summary>
internal static class GeographyBench
{
    public static void Run(Options options)
    {
        var only = options.Text("--only")?.Split(',') ?? [];
        Console.WriteLine($"{"",-46} {"per second",12} {"µs each",9} {"x baseline",10} {"MB",7}");
        foreach (var (name, run) in new (string, Action<Options>)[] { ("geodesics", GeodesicBench.Run), ("borders", BorderBench.Run), ("tracks", TrackBench.Run) })
        {
            if (only.Length == 0 || only.Contains(name))
            {
                run(options);
            }
        }
    }

    /// <summary>Seconds of this process in user mode.</summary>
    public static double Processor() => Process.GetCurrentProcess().UserProcessorTime.TotalSeconds;

    /// <summary>Runs once to be compiled well and once to be measured.</summary>
    public static double Seconds(Action action)
    {
        action();
        var before = Processor();
        action();
        return Processor() - before;
    }

    public static void Print(string name, int count, double seconds, double? baseline = null, long? bytes = null) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-46} {count / seconds,12:#,0} {seconds / count * 1e6,9:0.000} {(baseline is { } b ? (b / (seconds / count)).ToString("0.0", CultureInfo.InvariantCulture) : ""),10} {(bytes is { } m ? (m / 1_000_000).ToString("#,0", CultureInfo.InvariantCulture) : ""),7}"));
}
