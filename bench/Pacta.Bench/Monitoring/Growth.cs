using System.Globalization;
using Pacta.Bench.Workloads;

namespace Pacta.Bench.Monitoring;

/// <summary>How time and memory of a whole run grow with the length of the history, the number of keys and the length of the window.</summary>
internal sealed class Growth(string pacta, PinnedRun pinned, int runs, string folder)
{
    public void Run(int events)
    {
        var start = Memory(new Deadline(), new Size(100));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A log of 100 events takes {start / 1048576.0:0.0} MB; so much is the program itself."));
        Console.WriteLine($"{"",-34} {"events",11} {"events/s",11} {"seconds",8} {"cpu s",6} {"per cpu s",11} {"MB",6} {"B/key",6}");
        foreach (var times in (int[])[1, 2, 5, 10])
        {
            Show($"history: deadline, {times * 8} years", new Deadline(), new Size(events * times, Years: times * 8), start, null);
        }

        foreach (var part in (int[])[4, 2, 1])
        {
            var keys = events / part / 2;
            Show(string.Create(CultureInfo.InvariantCulture, $"keys: notice, {keys:#,0}"), new Notice(), new Size(events / part), start, keys);
        }

        foreach (var open in (int[])[10_000, 100_000, 1_000_000])
        {
            Show(string.Create(CultureInfo.InvariantCulture, $"keys: open duty, {open:#,0}"), new OpenDuty(), new Size(events, Open: open), start, open);
        }

        foreach (var days in (int[])[1, 7, 30, 365])
        {
            // As many requests wait as come in about half of the window.
            Show($"window: deadline, {days} {(days == 1 ? "day" : "days")}", new Deadline(days), new Size(events), start, null);
        }

        foreach (var days in (int[])[7, 30, 90, 365])
        {
            Show($"window: ceiling, {days} days", new Ceiling(days), new Size(events), start, null);
        }
    }

    private void Show(string label, Workload workload, Size size, long start, int? keys)
    {
        var files = WorkloadWriter.Write(workload, size, Path.Combine(folder, "growth"), withTables: false);
        var run = Median(files);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{label,-34} {files.Events,11:#,0} {files.Events / run.Seconds,11:#,0} {run.Seconds,8:0.000} {run.Processor,6:0.00} {files.Events / Math.Max(run.Processor, Measured.Resolution),11:#,0} {run.PeakBytes / 1048576.0,6:0.0} {(keys is { } count ? ((run.PeakBytes - start) / count).ToString(CultureInfo.InvariantCulture) : ""),6}"));
    }

    private long Memory(Workload workload, Size size) => Median(WorkloadWriter.Write(workload, size, Path.Combine(folder, "growth"), withTables: false)).PeakBytes;

    private Measured Median(WorkloadFiles files) =>
        pinned.Median(runs, Path.Combine(folder, "growth", "verdicts"), pacta, "mfotl", "--sig", files.Signature, "--formula", files.Formula, "--log", files.Log);
}
