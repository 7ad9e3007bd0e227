using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using Pacta.Evidence;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Bench;

/// <summary>Reading a report file and building the history, against going through the same bytes as JSON and doing nothing (the floor).</summary>
internal static class ReadingBench
{
    private const int Times = 5;

    /// <param name="reports">How many to generate, or the name of a file of reports, one a line.</param>
    public static void Run(string reports, string folder)
    {
        string[] files = ["vocabulary/military.pacta", "vocabulary/more.pacta", "vienna-document-2011/vienna-document.pacta", "cfe/cfe.pacta", "minsk/places.pacta", "minsk/package.pacta"];
        var compiled = Compiler.Compile([.. files.Select(f => new SourceText(f, File.ReadAllText(Path.Combine(folder, f))))], null);
        var vocabulary = compiled.Agreements.Last().Vocabulary;
        var bytes = int.TryParse(reports, CultureInfo.InvariantCulture, out var wanted) ? Encoding.UTF8.GetBytes(ReportGenerator.Lines(wanted, seed: 1)) : File.ReadAllBytes(reports);
        var count = bytes.AsSpan().Count((byte)'\n');
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} reports, {bytes.Length / 1e6:0} MB; {Environment.ProcessorCount} processors"));
        Console.WriteLine($"{"",-24} {"cpu s",8} {"us/report",10} {"reports/s",12} {"B/report",10} {"x floor",8}");

        var floor = Measure("floor: JSON, nothing", count, null, () => Floor(bytes));
        ReportFile? file = Read(bytes);
        Measure("reading", count, floor, () => Read(bytes));
        var diagnostics = 0;
        Measure("building", count, floor, () => Build(file!, vocabulary, ref diagnostics));
        Measure("both", count, floor, () => Build(Read(bytes), vocabulary, ref diagnostics));
        file = null;
        Kept(bytes, vocabulary);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{diagnostics} diagnostics; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
    }

    /// <summary>How much stays in memory.</summary>
    private static void Kept(byte[] bytes, Vocabulary vocabulary)
    {
        var before = GC.GetTotalMemory(true);
        var reports = Read(bytes);
        var read = GC.GetTotalMemory(true);
        var diagnostics = 0;
        var history = Build(reports, vocabulary, ref diagnostics);
        var built = GC.GetTotalMemory(true);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"kept: {reports.Records.Length:#,0} records {(read - before) / 1e6:0} MB, {history.Facts.Length:#,0} facts {(built - read) / 1e6:0} MB"));
    }

    private static ReportFile Read(byte[] bytes) => ReportReader.Read("generated.jsonl", bytes, new DiagnosticBag(), keepGoing: true);

    private static History Build(ReportFile file, Vocabulary vocabulary, ref int diagnostics)
    {
        var bag = new DiagnosticBag();
        var history = HistoryBuilder.Build(file.Records, vocabulary, DateTimeZone.Utc, null, null, bag);
        diagnostics = bag.Items.Count;
        return history;
    }

    private static int Floor(byte[] bytes)
    {
        var tokens = 0;
        for (var start = 0; start < bytes.Length;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start);
            var reader = new Utf8JsonReader(bytes.AsSpan(start, end - start));
            while (reader.Read())
            {
                tokens++;
            }

            start = end + 1;
        }

        return tokens;
    }

    private static double Measure<T>(string name, int count, double? floor, Func<T> action)
    {
        action();
        var (seconds, allocated) = (new List<double>(), 0L);
        for (var i = 0; i < Times; i++)
        {
            GC.Collect();
            var (before, processor) = (GC.GetTotalAllocatedBytes(true), Environment.CpuUsage.TotalTime);
            var result = action();
            seconds.Add((Environment.CpuUsage.TotalTime - processor).TotalSeconds);
            allocated = GC.GetTotalAllocatedBytes(true) - before;
            GC.KeepAlive(result);
        }

        seconds.Sort();
        var time = seconds[Times / 2];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-24} {time,8:0.000} {time * 1e6 / count,10:0.000} {count / time,12:#,0} {(double)allocated / count,10:0} {time / (floor ?? time),8:0.00}"));
        return time;
    }
}
