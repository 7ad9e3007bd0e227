using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Pacta.Bench.Monitoring;
using Pacta.Checking;
using Pacta.Checking.Live;
using Pacta.Language.Compilation;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Bench.Checking;

/// <summary>
/// <c>pacta check</c> as a whole process over generated reports, against reading the same lines as JSON and doing nothing (the floor): exact ones, and with one
/// reply in a hundred disputed and three perspectives. Then exercises with notices to each party, a tenth of the exact ones against all agreements there are, and one report
/// that is a year late among the exact ones.
/// </summary>
internal static class CheckCommand
{
    private const string Perspectives = """
        perspective whoever {}
        perspective of_monitors { accepts monitor }
        perspective of_parties { accepts party, monitor }
        """;

    private static readonly string[] Vocabularies = ["vocabulary/military.pacta", "vocabulary/more.pacta"];

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
            var (count, runs, core) = (options.Number("--reports", 1_000_000), options.Number("--runs", 3), options.Number("--core", PinnedRun.LastCore));
            var pacta = MonitorCommand.Program(options, folder);
            string[] files = [.. Vocabularies.Append(AnswersWorkload.Agreement).Select(f => Path.GetFullPath(Path.Combine("agreements", f)))];
            var perspectives = Path.Combine(folder, "perspectives.pacta");
            File.WriteAllText(perspectives, Perspectives);
            var parties = PartiesOf(files);
            var pinned = new PinnedRun(core);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} reports on core {core}; whole processes are the median of {runs}. {MonitorCommand.Load()}"));
            Console.WriteLine($"{"",-52} {"seconds",8} {"processor",9} {"reports/s",11} {"x floor",8} {"MB",6}");
            foreach (var isDisputed in new[] { false, true })
            {
                var reports = Path.Combine(folder, isDisputed ? "disputed.jsonl" : "exact.jsonl");
                File.WriteAllLines(reports, new AnswersWorkload(count, seed: 7).Lines(parties, isDisputed));
                var lines = File.ReadLines(reports).Count();
                var floor = pinned.Median(runs, "/dev/null", Environment.ProcessPath!, "scan-json", reports);
                Print(isDisputed ? "the floor: as many lines of JSON, disputed" : "the floor: lines of JSON, nothing done", lines, floor, floor);
                string[] agreements = isDisputed ? [.. files, perspectives] : [.. files];
                string[] command = ["check", .. agreements, "--reports", reports, "--processors", "1"];
                int[] good = [0, 1];
                Print(
                    isDisputed ? "check, one reply in a hundred disputed, 3 perspectives" : "check, exact",
                    lines,
                    pinned.Median(runs, Path.Combine(folder, "out.txt"), pacta, good, command),
                    floor);
            }

            var notices = Path.Combine(folder, "notices.jsonl");
            File.WriteAllLines(notices, new NoticesWorkload(count / 50, seed: 7).Lines(parties));
            Print(
                "check, exercises that are notified to each party",
                File.ReadLines(notices).Count(),
                pinned.Median(runs, Path.Combine(folder, "out.txt"), pacta, [0, 1], ["check", .. files, "--reports", notices, "--processors", "1"]),
                pinned.Median(runs, "/dev/null", Environment.ProcessPath!, "scan-json", notices));
            // Of all agreements most speak of none of it, and each has to say so.
            var first = Path.Combine(folder, "first.jsonl");
            File.WriteAllLines(first, File.ReadLines(Path.Combine(folder, "exact.jsonl")).Take(count / 10));
            string[] all = [.. Directory.GetFiles("agreements", "*.pacta", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Path.GetFullPath)];
            Print(
                string.Create(CultureInfo.InvariantCulture, $"check, exact, all {all.Length} files of agreements"),
                File.ReadLines(first).Count(),
                pinned.Median(runs, Path.Combine(folder, "out.txt"), pacta, [0, 1], ["check", .. all, "--reports", first, "--processors", "1"]),
                pinned.Median(runs, "/dev/null", Environment.ProcessPath!, "scan-json", first));
            Console.Write(pinned.Self(["late-report", Path.Combine(folder, "exact.jsonl"), .. files]).Text);
            Console.WriteLine(MonitorCommand.Load());
            return 0;
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

    /// <summary>Modes that this program starts itself in.</summary>
    public static bool IsMode(string[] args)
    {
        switch (args)
        {
            case ["scan-json", var path]:
                Scan(path);
                return true;
            case ["late-report", var reports, .. var files]:
                Late(reports, files);
                return true;
            case ["stages", var reports, .. var files]:
                CheckStages.Run(reports, Compiled(files).Agreements);
                return true;
            case ["answers" or "disputed-answers", var count, var to, .. var files]:
                File.WriteAllLines(to, new AnswersWorkload(int.Parse(count, CultureInfo.InvariantCulture), seed: 7).Lines(PartiesOf(files), isDisputed: args[0] != "answers"));
                return true;
            case ["notices", var count, var to, .. var files]:
                File.WriteAllLines(to, new NoticesWorkload(int.Parse(count, CultureInfo.InvariantCulture), seed: 7).Lines(PartiesOf(files)));
                return true;
            case ["generated", var count, var to]:
                File.WriteAllText(to, ReportGenerator.Lines(int.Parse(count, CultureInfo.InvariantCulture), seed: 1));
                return true;
            default:
                return false;
        }
    }

    private static void Scan(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var (tokens, at) = (0L, 0);
        while (at < bytes.Length)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', at);
            end = end < 0 ? bytes.Length : end;
            var reader = new Utf8JsonReader(bytes.AsSpan(at, end - at));
            while (reader.Read())
            {
                tokens++;
            }

            at = end + 1;
        }

        Console.WriteLine(tokens);
    }

    /// <summary>How long it takes until what was found is revised, once all else is known.</summary>
    private static void Late(string path, string[] files)
    {
        var compiled = Compiled(files);
        var clock = Stopwatch.StartNew();
        using var stream = File.OpenRead(path);
        var records = ReportReader.Read(path, stream, new DiagnosticBag(), keepGoing: true).Records;
        var check = new LiveCheck(new CheckRequest(compiled.Agreements, records) { Processors = 1 });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"kept up to date: read and found",-52} {clock.Elapsed.TotalSeconds,8:0.00} {"",9} {records.Length / clock.Elapsed.TotalSeconds,11:#,0} {"",8} {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000,6}"));
        var (request, by, asked) = Unanswered(records);
        foreach (var (what, line) in new[]
        {
            ("a reply a year late", AnswersWorkload.Late(request, by, asked)),
            ("it is taken back", "{\"id\":\"back\",\"source\":\"cedria_observers\",\"recorded\":\"2020-01-01\",\"retracts\":[\"late\"]}"),
        })
        {
            var bag = new DiagnosticBag();
            var late = ReportReader.ReadLine("late", 1, line, bag).Records;
            clock.Restart();
            var changes = check.Add(late);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what + ": findings revised",-52} {clock.Elapsed.TotalSeconds,8:0.000} ({changes[0].Findings.Length} changed{(bag.HasErrors ? ", and an error" : string.Empty)})"));
        }
    }

    /// <summary>A request from the middle of the record that was answered too late: its id, who was asked, and when.</summary>
    private static (string Request, string By, Instant Asked) Unanswered(IReadOnlyCollection<ReportRecord> records)
    {
        var claims = records.OfType<Report>().Select(r => r.Claims[0]).ToList();
        var requests = claims.Where(c => c.Kind == "explanation_request").ToDictionary(c => c.Event, At, StringComparer.Ordinal);
        var late = claims.Skip(claims.Count / 2).First(c => c.Kind == "reply" && At(c) > requests[((ReportedText)c.Roles["to"]).Text] + Duration.FromHours(49));
        var request = ((ReportedText)late.Roles["to"]).Text;
        return (request, ((ReportedText)late.Roles["by"]).Text, requests[request]);

        static Instant At(Claim claim) => claim.Time!.In(DateTimeZone.Utc).Earliest;
    }

    private static IReadOnlyList<string> PartiesOf(string[] files)
    {
        var agreement = Compiled(files).Agreements[0];
        return [.. agreement.Parties.SelectMany(p => agreement.Vocabulary.Groups.TryGetValue(p, out var group) ? group.Members.Select(m => m.Member) : [p])];
    }

    private static CompilationResult Compiled(string[] files) => Compiler.Compile([.. files.Select(f => new SourceText(f, File.ReadAllText(f)))], null);

    private static void Print(string name, int count, Measured run, Measured floor) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-52} {run.Seconds,8:0.00} {run.Processor,9:0.00} {count / run.Seconds,11:#,0} {run.Seconds / floor.Seconds,8:0.0} {run.PeakBytes / 1_000_000,6}"));
}
