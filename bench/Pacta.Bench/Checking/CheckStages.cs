using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Pacta.Evidence;
using Pacta.Evidence.Recording;
using Pacta.Logic.Monitoring;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Values;
using Pacta.Reports;

namespace Pacta.Bench.Checking;

/// <summary>What of a check takes how long, and allocates how much, stage by stage: within one process, compiled as it runs.</summary>
internal static class CheckStages
{
    public static void Run(string path, ImmutableArray<Agreement> agreements)
    {
        var agreement = agreements[0];
        Console.WriteLine($"{"",-20} {"seconds",8} {"in GC",8} {"MB",7}");
        var records = Stage("reading", () => ReportReader.Read(path, File.ReadAllBytes(path), new DiagnosticBag(), keepGoing: true, names: new NumberedNames()).Records);
        var prepared = Stage("preparing", () => HistoryBuilder.Prepare(new SharedRecords(records), agreement.Vocabulary, agreement.Calendar.Zone, null, null, new DiagnosticBag(), agreement.Matters));
        var history = Stage("joining", () => prepared.Of(null, new DiagnosticBag()));
        prepared = null!; // as a check lets go of it
        var monitor = Stage("evaluating", () => new NormMonitor(agreement, history, mostListed: 2_000));
        var findings = Stage("telling", () => monitor.Findings);
        Stage("what is not used", () => monitor.NotUsed(findings));
    }

    private static T Stage<T>(string name, Func<T> work)
    {
        var (clock, paused, allocated) = (Stopwatch.StartNew(), GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes());
        var result = work();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-20} {clock.Elapsed.TotalSeconds,8:0.00} {(GC.GetTotalPauseDuration() - paused).TotalSeconds,8:0.00} {(GC.GetTotalAllocatedBytes() - allocated) / 1_000_000.0,7:#,0}"));
        return result;
    }
}
