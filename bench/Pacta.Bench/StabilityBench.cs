using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Pacta.Model.Negotiations;
using Pacta.Model.Text;
using Pacta.Negotiation.Stability;

namespace Pacta.Bench;

/// <summary>
/// Disputes of four parties with three options each, 4,096 states: all four concepts for every state and party, against the definitions transcribed one by one,
/// which ask anew for each state and move what the others can reach.
/// </summary>
internal static class StabilityBench
{
    private const int Parties = 4;

    /// <param name="sampled">For how many states the transcription is run; its time for all is that times as many.</param>
    public static void Run(int sampled)
    {
        Console.WriteLine($"{"four parties, 12 options",-44} {"seconds",9} {"processor",10} {"verdicts/s",12} {"MB",7} {"x faster",9}");
        foreach (var (name, irreversible, known) in new[] { ("all moves can be undone", false, true), ("half of the options cannot be undone", true, true), ("preferences of one party are not known", false, false) })
        {
            var dispute = Dispute(irreversible, known);
            Collect();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            var model = GraphModel.Of(dispute, out var states)!;
            var analysis = StabilityAnalysis.Of(model);
            var time = clock.Elapsed;
            processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
            var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            var verdicts = (long)states * Parties * 4;

            clock.Restart();
            var differ = 0;
            var picked = Enumerable.Range(0, sampled).Select(i => (int)((long)i * states / sampled)).ToList();
            foreach (var state in known ? picked : [])
            {
                foreach (var concept in Enum.GetValues<Concept>())
                {
                    for (var party = 0; party < Parties; party++)
                    {
                        differ += Transcribed(model, party, state, concept) == (analysis.OfParty(party, state, concept) == Verdict.Stable) ? 0 : 1;
                    }
                }
            }

            var transcribed = clock.Elapsed * states / Math.Max(1, sampled);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-44} {time.TotalSeconds,9:0.000} {processor.TotalSeconds,10:0.000} {verdicts / time.TotalSeconds,12:#,0} {allocated / 1_000_000,7:#,0} {(known ? (transcribed / time).ToString("#,0", CultureInfo.InvariantCulture) : "-"),9}"));
            if (known)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{"  the definitions transcribed",-44} {transcribed.TotalSeconds,9:0.0} {"",10} {verdicts / transcribed.TotalSeconds,12:#,0} {"",7} {1,9}   measured on {sampled:#,0} of {states:#,0} states; {differ} verdicts differ"));
            }
        }
    }

    private static Dispute Dispute(bool irreversible, bool known)
    {
        var random = new Random(1);
        ImmutableArray<DisputeOption> options = [.. Enumerable.Range(0, 12).Select(o => new DisputeOption($"option_{o}", o / 3, null))];
        return new Dispute(
            "bench", "Bench", [],
            [.. Enumerable.Range(0, Parties).Select(p => new DisputeParty($"party_{p}", $"party_{p}", known || p > 0 ? Preference(random) : null))],
            options, [],
            irreversible ? [.. Enumerable.Range(0, 12).Where(o => o % 2 == 0).Select(o => new Taken($"option_{o}", o))] : [],
            [], [], new SourceText("bench", string.Empty), new TextSpan(0, 0));
    }

    /// <summary>Every option, in an order of the party's own, wanted or not; whether two hold together decides first.</summary>
    private static OrderedPreference Preference(Random random)
    {
        var order = Enumerable.Range(0, 12).ToArray();
        random.Shuffle(order);
        return new OrderedPreference(
            [
                new AnyStatement("either", [new Taken("a", order[0]), new Taken("b", order[1])]),
                .. order.Select(o => random.Next(2) == 0 ? (Statement)new Taken("taken", o) : new NotStatement("not", new Taken("taken", o))),
            ],
            RestEqual: true);
    }

    private static bool Transcribed(GraphModel model, int party, int state, Concept concept)
    {
        var others = Enumerable.Range(0, model.Parties).Where(p => p != party).ToList();
        foreach (var s1 in model.Moves[party][state].Where(s => model.Prefers(party, s, state)))
        {
            var answers = concept == Concept.Nash ? [] : Joint(model, others, s1, concept == Concept.Sequential);
            if (!answers.Any(s2 => !model.Prefers(party, s2, state)
                && (concept != Concept.SymmetricMetarational || model.Moves[party][s2].All(s3 => !model.Prefers(party, s3, state)))))
            {
                return false;
            }
        }

        return true;
    }

    private static HashSet<int> Joint(GraphModel model, List<int> movers, int start, bool onlyImprovements)
    {
        var reached = new HashSet<(int State, int Last)>();
        var open = new Queue<(int State, int Last)>([(start, -1)]);
        while (open.TryDequeue(out var at))
        {
            foreach (var mover in movers.Where(m => m != at.Last))
            {
                foreach (var to in model.Moves[mover][at.State].Where(t => !onlyImprovements || model.Prefers(mover, t, at.State)))
                {
                    if (reached.Add((to, mover)))
                    {
                        open.Enqueue((to, mover));
                    }
                }
            }
        }

        return [.. reached.Select(r => r.State)];
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
