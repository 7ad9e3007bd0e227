using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Pacta.Evidence;
using Pacta.Evidence.Live;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Bench;

/// <summary>
/// A history that is kept up to date against one that is made anew: all records at once, then one late report, one retraction, one correction at a time, each
/// with the history that follows.
/// </summary>
internal static class LiveBench
{
    private const int Changes = 200;

    private static readonly Instant Start = Instant.FromUtc(2012, 1, 1, 0, 0);
    private static readonly string[] Parties = [.. Enumerable.Range(1, 57).Select(i => $"p{i}")];

    private static readonly Vocabulary Vocabulary = new(
        Units: ImmutableSortedDictionary<string, Unit>.Empty.Add("person", new Unit("person", "person", 1)),
        Kinds: new[]
        {
            Kind("exercise", KindForm.Event, [new Role("by", "actor"), new Role("in", "place")], new Field("troops", FieldType.Quantity, "person")),
            Kind("notification", KindForm.Event, [new Role("by", "actor"), new Role("of", "activity")]),
            Kind("tank", KindForm.Thing, [new Role("of", "actor")], new Field("number", FieldType.Count, string.Empty)),
        }.ToImmutableSortedDictionary(k => k.Name, k => k),
        States: ImmutableSortedDictionary<string, StateKind>.Empty,
        Actors: Parties.ToImmutableSortedDictionary(p => p, p => new Actor(p, p)),
        Groups: ImmutableSortedDictionary<string, Group>.Empty,
        Sources: new[] { "monitor", "press" }.ToImmutableSortedDictionary(s => s, s => new Source(s, SourceKind.Monitor, null, s)),
        Perspectives: ImmutableSortedDictionary<string, Perspective>.Empty,
        Standards: ImmutableSortedDictionary<string, ProofStandard>.Empty,
        OpenKinds: [],
        Tolerance: 0.1m);

    public static void Run(int count)
    {
        var random = new Random(1);
        var records = Enumerable.Range(0, count).Select(i => (ReportRecord)Report($"r{i}", i, random)).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} records, {Collected():#,0} MB"));
        var before = Collected();
        for (var time = 0; time < 2; time++)
        {
            var batch = Measure("made at once", () => HistoryBuilder.Build(records, Vocabulary, DateTimeZone.Utc, null, null, new DiagnosticBag()));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"kept of it",-34} {Collected() - before,9:#,0} MB"));
            GC.KeepAlive(batch);
        }

        before = Collected();
        var live = new LiveHistory(Vocabulary, DateTimeZone.Utc);
        Measure("added at once", () => live.Add(records).Through);
        Measure("looked at", () => live.Current.Facts.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"kept, with all facts",-34} {Collected() - before,9:#,0} MB"));
        Measure("diagnostics", () => live.Diagnostics.Length);

        Each("late report", i => Report($"late{i}", random.Next(count), random));
        Each("report on what others spoke of", i => Report($"again{i}", random.Next(count), random) with { Source = "press" });
        Each("retraction", i => Empty($"back{i}") with { Retracts = [$"r{random.Next(count)}"] });
        Each("correction", i => Report($"better{i}", random.Next(count), random) with { Supersedes = $"r{random.Next(count)}" });
        Each("retraction of what is not there", i => Empty($"vain{i}") with { Retracts = [$"never{i}"] });
        Measure("diagnostics", () => live.Diagnostics.Length);
        GC.KeepAlive(records);

        void Each(string name, Func<int, ReportRecord> make)
        {
            var (adding, looking, longest) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
            var (processor, collections) = (Environment.CpuUsage.TotalTime, GC.CollectionCount(2));
            for (var i = 0; i < Changes; i++)
            {
                ReportRecord[] one = [make(i)];
                var clock = Stopwatch.StartNew();
                live.Add(one);
                var added = clock.Elapsed;
                _ = live.Current.Facts.Length;
                (adding, looking, longest) = (adding + added, looking + clock.Elapsed - added, added > longest ? added : longest);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{"one " + name,-34} {adding.TotalMilliseconds / Changes,9:0.000} ms (longest {longest.TotalMilliseconds:0.0}); then the history {looking.TotalMilliseconds / Changes:0.000} ms; "
                + $"processor together {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / Changes:0.000} ms, {GC.CollectionCount(2) - collections} full collections"));
        }
    }

    private static T Measure<T>(string name, Func<T> action)
    {
        GC.Collect();
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var result = action();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-34} {clock.Elapsed.TotalMilliseconds,9:#,0} ms, processor {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds:#,0} ms"));
        return result;
    }

    private static long Collected() => GC.GetTotalMemory(forceFullCollection: true) / 1_000_000;

    private static Kind Kind(string name, KindForm form, ImmutableArray<Role> roles, params Field[] fields) =>
        new(name, null, form, null, null, roles, fields.ToImmutableSortedDictionary(f => f.Name, f => f, StringComparer.Ordinal));

    private static Report Empty(string id) => new(id, new RecordPlace("generated", 1), "monitor", null, null, Moment.At(Start + Duration.FromDays(4000)), null, [], []);

    private static Report Report(string id, int number, Random random)
    {
        var at = Moment.At(Start + Duration.FromSeconds(random.Next(3000 * 86_400)));
        var party = new ReportedText(Parties[random.Next(Parties.Length)]);
        var (happening, kind, roles, fields) = (number % 4) switch
        {
            0 => ($"e{number}", "exercise", Map<ReportedValue>(("by", party), ("in", new ReportedText("zone"))), Map<ReportedValue>(("troops", new ReportedNumber(random.Next(20_000), null, null, false)))),
            1 => ($"e{number}", "notification", Map<ReportedValue>(("by", party), ("of", new ReportedText($"e{number - 1}"))), Map<ReportedValue>()),
            2 => ($"t{random.Next(10_000)}", "tank", Map<ReportedValue>(("of", party)), Map<ReportedValue>(("number", new ReportedNumber(random.Next(300), null, null, false)))),
            _ => ($"e{number}", "exercise", Map<ReportedValue>(("by", party)), Map<ReportedValue>()),
        };
        // There is no file: an error would write as many empty lines as its place says, and that is not what is measured.
        return new Report(id, new RecordPlace("generated", 1), "monitor", null, null, at, null, [],
            [new Claim(id, happening, kind, ClaimSubject.Occurrence, Polarity.Asserts, Basis.Direct, When.At(at), null, roles, fields, [])]);
    }

    private static ImmutableSortedDictionary<string, T> Map<T>(params (string Key, T Value)[] pairs) => pairs.ToImmutableSortedDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
}
