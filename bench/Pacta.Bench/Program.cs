using System.Diagnostics;
using System.Globalization;
using Pacta.Bench;
using Pacta.Bench.Checking;
using Pacta.Bench.Geography;
using Pacta.Bench.Monitoring;
using Pacta.Bench.Parts;
using Pacta.Bench.Workloads;
using Pacta.Checking;
using Pacta.Language.Compilation;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Reports;

if (args is ["workload", ..])
{
    return WorkloadCommand.Run(args.Length > 1 ? args[1] : string.Empty, new Options(args));
}

if (args is ["monitor" or "growth" or "clauses" or "start" or "latency", ..])
{
    return MonitorCommand.Run(args[0], new Options(args));
}

if (args is ["check", ..])
{
    return CheckCommand.Run(new Options(args));
}

if (args is ["tracks", ..])
{
    TracksBench.Run(new Options(args));
    return 0;
}

if (args is ["parts", ..])
{
    return PartsCommand.Run(args[1..]);
}

if (MonitorCommand.IsMode(args) || CheckCommand.IsMode(args))
{
    return 0;
}

if (args is ["ledger", ..])
{
    LedgerBench.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200_000);
    return 0;
}

if (args is ["reading", ..])
{
    ReadingBench.Run(args.Length > 1 ? args[1] : "1000000", args.Length > 2 ? args[2] : "agreements");
    return 0;
}

if (args is ["live", ..])
{
    LiveBench.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000);
    return 0;
}

if (args is ["editor", ..])
{
    var options = new Options(args);
    EditorBench.Run(options.Text("--pacta") ?? throw new InvalidOperationException("--pacta names the program, or pacta.dll"), options.Number("--lines", 5_000), options.Number("--strokes", 200));
    return 0;
}

if (args is ["packages", ..])
{
    PackageBench.Run();
    return 0;
}

if (args is ["solvers", ..])
{
    PackageBench.Solvers();
    return 0;
}

if (args is ["geography", ..])
{
    GeographyBench.Run(new Options(args));
    return 0;
}

if (args is ["stability", ..])
{
    StabilityBench.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 128);
    return 0;
}

// Whole checks over generated reports, against reading the same reports and doing nothing (the floor).
// Usage: dotnet run -c Release --project bench/Pacta.Bench -- [reports, default 5000] [agreements folder, default agreements]
//        dotnet run -c Release --project bench/Pacta.Bench -- workload NAME --to FOLDER [--events N] [--seed N] [--years N] [--open N] [--tables]
//        dotnet run -c Release --project bench/Pacta.Bench -- monitor [--pacta PATH] [--events N] [--runs N] [--core N] [--only NAME,NAME] [--no-duckdb]
//        dotnet run -c Release --project bench/Pacta.Bench -- growth | clauses | start | latency [--pacta PATH] [--events N] [--runs N] [--core N]
//        dotnet run -c Release --project bench/Pacta.Bench -- check [--pacta PATH] [--reports N] [--runs N] [--core N]
//        dotnet run -c Release --project bench/Pacta.Bench -- parts [options of BenchmarkDotNet]
//        dotnet run -c Release --project bench/Pacta.Bench -- ledger [records, default 200000]
//        dotnet run -c Release --project bench/Pacta.Bench -- reading [reports, default 1000000, or a file of them] [agreements folder, default agreements]
//        dotnet run -c Release --project bench/Pacta.Bench -- live [records, default 1000000]
//        dotnet run -c Release --project bench/Pacta.Bench -- editor --pacta PATH [--lines N, default 5000] [--strokes N, default 200]
//        dotnet run -c Release --project bench/Pacta.Bench -- packages
//        dotnet run -c Release --project bench/Pacta.Bench -- solvers
//        dotnet run -c Release --project bench/Pacta.Bench -- geography [--only NAME,NAME] [--atlas countries-10m.json of the npm package world-atlas 2.0.2] [--points N]
//        dotnet run -c Release --project bench/Pacta.Bench -- stability [states on which the transcription is run, default 128]
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5_000;
var folder = args.Length > 1 ? args[1] : "agreements";
string[] files =
[
    "vocabulary/military.pacta", "vocabulary/more.pacta", "vienna-document-2011/vienna-document.pacta", "cfe/cfe.pacta",
    "vocabulary/strategic-arms.pacta", "minsk/places.pacta", "minsk/package.pacta", "new-start/new-start.pacta",
];
var compiled = Compiler.Compile([.. files.Select(f => new SourceText(f, File.ReadAllText(Path.Combine(folder, f))))], null);
foreach (var error in compiled.Diagnostics.Where(d => d.Severity == Severity.Error))
{
    Console.Error.WriteLine(error.Headline);
}

var source = new SourceText("generated.jsonl", ReportGenerator.Lines(count, seed: 1));
_ = ReportReader.Read(source, new DiagnosticBag(), keepGoing: true);

var clock = Stopwatch.StartNew();
var reports = ReportReader.Read(source, new DiagnosticBag(), keepGoing: true);
var floor = clock.Elapsed;
Console.WriteLine($"{"",-28} {"seconds",9} {"reports/s",11} {"x floor",9} {"findings",9} {"MB",6}");
Print("reading only (the floor)", floor, 0);
foreach (var agreement in compiled.Agreements)
{
    GC.Collect();
    clock.Restart();
    var result = Checker.Check(new CheckRequest([agreement], reports.Records));
    Print(agreement.Name, clock.Elapsed, result.Agreements[0].Findings.Length);
}

return 0;

void Print(string name, TimeSpan time, int findings) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{name,-28} {time.TotalSeconds,9:0.00} {count / time.TotalSeconds,11:#,0} {time / floor,9:0.0} {findings,9} {GC.GetTotalMemory(false) / 1_000_000,6}"));
