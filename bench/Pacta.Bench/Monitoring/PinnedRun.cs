using System.Diagnostics;
using System.Globalization;

namespace Pacta.Bench.Monitoring;

/// <summary>What a run of another program took.</summary>
/// <param name="Seconds">From before it was started until after its end, with about two milliseconds for starting what pins and measures it.</param>
/// <param name="Processor">How long a core worked for it; where others use the machine as well, this says more.</param>
/// <param name="PeakBytes">The most memory it had at once.</param>
internal sealed record Measured(double Seconds, double Processor, long PeakBytes)
{
    /// <summary>The processor's seconds are counted in steps of this.</summary>
    public const double Resolution = 0.01;
}

/// <summary>Runs another program on one core only.</summary>
internal sealed class PinnedRun(int core)
{
    private const string Time = "/usr/bin/time";

    /// <summary>The last core that this process may use.</summary>
    public static int LastCore => Environment.ProcessorCount - 1;

    /// <param name="output">Where its standard output goes.</param>
    /// <exception cref="InvalidOperationException">It failed; its standard error is told.</exception>
    public Measured Run(string output, string program, params string[] arguments) => Run(output, program, [0], arguments);

    /// <param name="good">The codes with which it may end.</param>
    private Measured Run(string output, string program, int[] good, string[] arguments)
    {
        var figures = Path.GetTempFileName();
        try
        {
            // A shell only to redirect: what is printed must not pass through this process.
            var start = new ProcessStartInfo("/bin/sh") { RedirectStandardError = true, UseShellExecute = false };
            foreach (var part in (string[])["-c", "o=$1; shift; exec \"$@\" > \"$o\"", "sh", output, "taskset", "-c", core.ToString(CultureInfo.InvariantCulture), Time, "-f", "%U %S %M", "-o", figures, program, .. arguments])
            {
                start.ArgumentList.Add(part);
            }

            // Of the programs run by the runtime: compiled fully at once, as a program compiled ahead of time is.
            start.Environment["DOTNET_TieredCompilation"] = "0";
            var clock = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            var seconds = clock.Elapsed.TotalSeconds;
            if (!good.Contains(process.ExitCode))
            {
                throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {error}");
            }

            var parts = File.ReadLines(figures).Last().Split(' '); // before it stands with what it ended, where that was not 0
            return new Measured(seconds, Number(parts[0]) + Number(parts[1]), (long)Number(parts[2]) * 1024);
        }
        finally
        {
            File.Delete(figures);
        }
    }

    /// <summary>Several runs; the middle one by time, and the most memory of any.</summary>
    public Measured Median(int runs, string output, string program, params string[] arguments) => Median(runs, output, program, [0], arguments);

    /// <param name="good">The codes with which it may end.</param>
    public Measured Median(int runs, string output, string program, int[] good, string[] arguments)
    {
        var all = Enumerable.Range(0, runs).Select(_ => Run(output, program, good, arguments)).OrderBy(run => run.Seconds).ToArray();
        return all[runs / 2] with { PeakBytes = all.Max(run => run.PeakBytes) };
    }

    /// <summary>A mode of this program itself; what it printed.</summary>
    public (Measured Run, string Text) Self(params string[] arguments)
    {
        var output = Path.GetTempFileName();
        try
        {
            var run = Run(output, Environment.ProcessPath!, [.. IsHosted ? [typeof(PinnedRun).Assembly.Location] : Array.Empty<string>(), .. arguments]);
            return (run, File.ReadAllText(output));
        }
        finally
        {
            File.Delete(output);
        }
    }

    public static string? Missing() =>
        !File.Exists(Time) ? $"{Time} is needed to measure memory; it is in Debian's package `time`."
        : !File.Exists("/usr/bin/taskset") ? "taskset is needed to run on one core; it is in Debian's package `util-linux`."
        : null;

    private static bool IsHosted => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
