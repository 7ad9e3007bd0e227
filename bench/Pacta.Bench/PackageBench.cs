using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.Packages;
using Pacta.Negotiation.Solving;

namespace Pacta.Bench;

/// <summary>
/// The efficient packages among a million, of two parties: enumerated with everything that <c>pacta packages</c> says of them, and merged issue by issue; against
/// enumerating the same packages in the plainest way, sorting their worths and sweeping once (the baseline, which finds the frontier and nothing else).
/// </summary>
internal static class PackageBench
{
    private const int Times = 5;

    public static void Run()
    {
        Console.WriteLine($"{"",-54} {"seconds",9} {"packages/s",13} {"x baseline",11} {"points",7} {"MB",6}");
        foreach (var parties in new[] { 2, 3, 4 })
        {
            // 10 x 10 x 10 x 10 x 10 x 10 packages.
            var talks = Talks(parties, issues: 6, options: 10, largest: 1000, seed: 1);
            var space = PackageSpace.Of(talks, talks.Parties)!;
            var baseline = TimeSpan.Zero;
            if (parties == 2)
            {
                baseline = Measure(() => SortAndSweep(talks), out var points, out var memory);
                Print("2 parties, 10^6: listed, sorted, swept (baseline)", 1e6, baseline, baseline, points, memory);
            }

            var enumerated = Measure(() => PackageFinder.Find(space, [], 100).EfficientLeft, out var found, out var megabytes);
            Print($"{parties} parties, 10^6: enumerated, all findings", 1e6, enumerated, baseline, found, megabytes);
            var merged = Measure(() => PackageFinder.Find(space, [], 100, mostEnumerated: 0).EfficientLeft, out found, out megabytes);
            Print($"{parties} parties, 10^6: merged, all optima", 1e6, merged, baseline, found, megabytes);
        }

        var large = Talks(2, issues: 20, options: 10, largest: 100, seed: 2);
        var many = PackageSpace.Of(large, large.Parties)!;
        Print("2 parties, 10^20: merged, all optima", 1e20, Measure(() => PackageFinder.Find(many, [], 100).EfficientLeft, out var last, out var mb), TimeSpan.Zero, last, mb);
    }

    /// <summary>Once each, for the solvers that are there: all optima and five efficient points. For the larger one, merging gives up after minutes.</summary>
    public static void Solvers()
    {
        ImmutableArray<string> folders = ["src/Pacta.CpSat/bin/Release/net10.0", .. (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)];
        Console.WriteLine($"{"",-54} {"seconds",9} {"questions",13} {"proved",11}");
        foreach (var (parties, issues, options) in new[] { (4, 20, 4), (4, 40, 5) })
        {
            var talks = Talks(parties, issues, options, largest: 1000, seed: 3);
            var space = PackageSpace.Of(talks, talks.Parties)!;
            foreach (var choice in new[] { SolverChoice.CpSat, SolverChoice.None, SolverChoice.Z3 })
            {
                var clock = Stopwatch.StartNew();
                var found = PackageFinder.Find(space, [], 100, new SolverUse(choice, folders) { Points = 5 }, mostEnumerated: 0, mostKept: 0);
                var name = choice == SolverChoice.None || found.Search.Solver is not null ? found.Search.Solver ?? "own search" : $"{choice} is not there: own search";
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{$"{parties} parties, {options}^{issues}: {name}",-54} {clock.Elapsed.TotalSeconds,9:0.0} {(long)found.Search.Looked,13} {$"{found.Optima.Count(o => o.Absence == NoOptimum.None && o.Proof != Proof.BestFound)} of {found.Optima.Length}",11}"));
            }
        }
    }

    /// <summary>Interests that pull apart on every issue, with an alternative that a third of the packages reach.</summary>
    private static Talks Talks(int parties, int issues, int options, int largest, int seed)
    {
        var random = new Random(seed);
        ImmutableArray<TalkParty> all = [.. Enumerable.Range(0, parties).Select(p => new TalkParty($"party_{p}", $"Party {p}"))];
        return new Talks(
            "bench",
            "Bench",
            all,
            [.. Enumerable.Range(0, issues).Select(i => new Issue($"issue_{i}", $"Issue {i}", [.. Enumerable.Range(0, options).Select(o => new Option($"o{i}_{o}", $"Option {o}"))]))],
            [],
            [
                .. all.Select(party => new Interests(
                    party.Name,
                    [.. Enumerable.Range(0, issues).Select(_ => Enumerable.Range(0, options).Select(_ => (decimal)random.Next(largest)).ToImmutableArray())],
                    [],
                    [],
                    new Alternative(issues * largest * 0.4m, null))),
            ]);
    }

    private static int SortAndSweep(Talks talks)
    {
        var all = new List<(long First, long Second)> { (0, 0) };
        for (var issue = 0; issue < talks.Issues.Length; issue++)
        {
            var next = new List<(long, long)>(all.Count * talks.Issues[issue].Options.Length);
            foreach (var (first, second) in all)
            {
                for (var o = 0; o < talks.Issues[issue].Options.Length; o++)
                {
                    next.Add((first + (long)talks.Interests[0].Worth[issue][o], second + (long)talks.Interests[1].Worth[issue][o]));
                }
            }

            all = next;
        }

        all.Sort((a, b) => a.First != b.First ? b.First.CompareTo(a.First) : b.Second.CompareTo(a.Second));
        var (points, most) = (0, long.MinValue);
        foreach (var (first, second) in all)
        {
            if (second > most)
            {
                most = second;
                points += first >= talks.Interests[0].Alternative!.Worth && second >= talks.Interests[1].Alternative!.Worth ? 1 : 0;
            }
        }

        return points;
    }

    /// <summary>The middle one of several runs, after one that also waits for code to be compiled.</summary>
    private static TimeSpan Measure(Func<int> run, out int points, out long megabytes)
    {
        points = run();
        var times = new List<TimeSpan>();
        megabytes = 0;
        for (var i = 0; i < Times; i++)
        {
            GC.Collect();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var clock = Stopwatch.StartNew();
            points = run();
            times.Add(clock.Elapsed);
            megabytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / 1_000_000;
        }

        times.Sort();
        return times[Times / 2];
    }

    private static void Print(string name, double packages, TimeSpan time, TimeSpan baseline, int points, long megabytes) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-54} {time.TotalSeconds,9:0.000} {packages / time.TotalSeconds,13:0.00e0} {(baseline == TimeSpan.Zero ? "" : (time / baseline).ToString("0.00", CultureInfo.InvariantCulture)),11} {points,7} {megabytes,6}"));
}
