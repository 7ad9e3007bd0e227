using System.Globalization;
using Pacta.Bench.Workloads;

namespace Pacta.Bench.Monitoring;

/// <summary>
/// Whole runs of <c>pacta mfotl</c> over generated workloads, on one core, against two baselines: reading the same log and doing nothing, and DuckDB doing the
/// same rule in SQL over the same events. Both must come to the same rows; where they do not, that is said and the figures are worth nothing.
/// </summary>
internal sealed class MonitorBench(string pacta, PinnedRun pinned, int runs, string folder)
{
    /// <summary>One workload in one size, each row of the table.</summary>
    /// <param name="Label">What is shown.</param>
    private sealed record Case(string Label, Workload Workload, Size Size);

    public bool AllAgree { get; private set; } = true;

    /// <param name="only">The names of workloads, or none for all.</param>
    /// <param name="duckDb">Whether DuckDB is asked.</param>
    public void Run(int events, string[] only, bool duckDb)
    {
        Console.WriteLine($"{"",-20} {"events/s",11} {"seconds",8} {"cpu s",6} {"per cpu s",11} {"MB",6} {"points",8} {"rows",8} {"floor s",8} {"x floor",8} {"duck load",9} {"query",7} {"MB",6} {"x faster",9}  same rows");
        foreach (var one in Cases(events).Where(known => only.Length == 0 || only.Contains(known.Workload.Name, StringComparer.Ordinal)))
        {
            Show(one, duckDb);
        }
    }

    private static IEnumerable<Case> Cases(int events)
    {
        foreach (var workload in Workload.All)
        {
            if (workload is OpenDuty)
            {
                foreach (var open in (int[])[10_000, 100_000, 1_000_000])
                {
                    yield return new Case(string.Create(CultureInfo.InvariantCulture, $"{workload.Name} {open:#,0}"), workload, new Size(events, Open: open));
                }
            }
            else
            {
                yield return new Case(workload.Name, workload, new Size(events));
            }
        }
    }

    private void Show(Case one, bool duckDb)
    {
        var (workload, size) = (one.Workload, one.Size);
        var files = WorkloadWriter.Write(workload, size, Path.Combine(folder, workload.Name), duckDb);
        var output = Path.Combine(folder, workload.Name, "verdicts");
        var run = pinned.Median(runs, output, pacta, "mfotl", "--sig", files.Signature, "--formula", files.Formula, "--log", files.Log);
        var found = Rows.OfVerdicts(output);
        var floor = pinned.Self("scan", files.Signature, files.Log, "--runs", runs.ToString(CultureInfo.InvariantCulture)).Text.Split();
        var floorSeconds = double.Parse(floor[0], CultureInfo.InvariantCulture);
        if (floor[1] != files.Events.ToString(CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException($"{workload.Name} has {files.Events} events, and {floor[1]} were read.");
        }

        Console.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Label,-20} {files.Events / run.Seconds,11:#,0} {run.Seconds,8:0.000} {run.Processor,6:0.00} {files.Events / Math.Max(run.Processor, Measured.Resolution),11:#,0} {run.PeakBytes / 1048576.0,6:0.0} {File.ReadLines(output).Count(),8} {found.Count,8} {floorSeconds,8:0.000} {run.Seconds / floorSeconds,8:0.00}"));
        if (!duckDb)
        {
            Console.WriteLine();
            return;
        }

        var (duck, text) = pinned.Self("duckdb", workload.Name, files.Folder, "--runs", Math.Min(runs, 3).ToString(CultureInfo.InvariantCulture));
        var words = text.Split();
        var (load, query) = (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture));
        var same = new Rows(long.Parse(words[2], CultureInfo.InvariantCulture), ulong.Parse(words[3], CultureInfo.InvariantCulture)) == found;
        AllAgree &= same;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $" {load,9:0.000} {query,7:0.000} {duck.PeakBytes / 1048576.0,6:0} {(load + query) / run.Seconds,9:0.00}  {(same ? "yes" : $"NO: {words[2]} against {found.Count}")}"));
    }
}
